"""Whether a sentence can hold a time at all, told without the grammar: most hold neither a digit nor a word of time."""

import re
from functools import cache

from factcheck import lexicon

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_LISTS = (
    "months", "weekdays", "seasons", "parts_of_day", "clock_words", "units", "irregular_units", "decade_words",
    "references", "frequency", "holidays",
)  # fmt: skip
# Words that rules of time_rules.py spell out; each rule without a digit needs one of these or of the lists.
_LITERAL = ("today", "tonight", "tomorrow", "yesterday", "half", "clock", "time", "century")
_SHORT = 4  # letters; shorter words ("mar", "min", "fall") are looked for as words, since they stand inside many others


@cache
def _anchors() -> tuple[tuple[str, ...], frozenset[str]]:
    """What to look for anywhere in the sentence, and the short words to look for as words."""
    entries = [entry for name in _LISTS for entry in lexicon.load("time")[name]]
    longest = {max(re.findall(r"[a-z]+", entry), key=len) for entry in entries} | set(_LITERAL)
    long = {word for word in longest if len(word) > _SHORT} | {"day", "week", "year", "hour", "month", "night"}
    needed = {word for word in long if not any(other in word for other in long - {word})}
    short = {word + ending for word in longest if len(word) <= _SHORT for ending in ("", "s")}
    return tuple(sorted(needed)), frozenset(short)


def can_hold_time(text: str) -> bool:
    """Whether `read_times` can find anything in a sentence; where this is False it finds nothing."""
    if _DIGIT.search(text):
        return True
    low = text.lower()
    anywhere, as_words = _anchors()
    return any(word in low for word in anywhere) or not as_words.isdisjoint(_WORD.findall(low))
