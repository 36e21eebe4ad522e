"""Whether a sentence can hold a time at all, told by its words: most hold neither a digit nor a word of time."""

import re
from functools import cache

from factcheck import lexicon
from factcheck.values.time_patterns import grammar

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_LISTS = (
    "months", "weekdays", "seasons", "parts_of_day", "clock_words", "units", "irregular_units", "decade_words",
    "references", "frequency", "holidays",
)  # fmt: skip
# Words that rules of time_rules.py spell out; each rule without a digit needs one of these or of the lists.
_LITERAL = ("today", "tonight", "tomorrow", "yesterday", "half", "clock", "time", "century")
_SHORT = 4  # letters; shorter words ("mar", "min", "fall") stand inside many others, longer ones inside their like only


@cache
def _anchors() -> frozenset[str]:
    """The words of which every time without a digit holds one."""
    entries = [entry for name in _LISTS for entry in lexicon.load("time")[name]]
    longest = {max(re.findall(r"[a-z]+", entry), key=len) for entry in entries} | set(_LITERAL)
    long = {word for word in longest if len(word) > _SHORT} | {"day", "week", "year", "hour", "month", "night"}
    needed = {word for word in long if not any(other in word for other in long - {word})}
    short = {word + ending for word in longest if len(word) <= _SHORT for ending in ("", "s")}
    all_words = {word + ending for word in grammar().words for ending in ("", "s")}
    return frozenset(short.union(word for word in all_words if any(part in word for part in needed)))


def can_hold_time(text: str) -> bool:
    """Whether `read_times` can find anything in a sentence; where this is False it finds nothing."""
    return _DIGIT.search(text) is not None or not _anchors().isdisjoint(_WORD.findall(text.lower()))
