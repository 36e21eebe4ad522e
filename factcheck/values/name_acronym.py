"""Whether a short name is made of the initials of a long one."""

from functools import cache

from factcheck.lexicon import load
from factcheck.values.name_tokens import Name

LONGEST = 7  # letters of an acronym


@cache
def _known() -> dict[str, frozenset[str]]:
    """Acronyms of the lexicon with their expansions, folded."""
    return {short: frozenset(long) for short, long in load("acronyms")["names"].items()}


def is_acronym_of(short: Name, long: Name) -> bool:
    """Whether `short` is one word that abbreviates `long`: by the lexicon, or as the initials of two or more words.

    Light words may lend their letter or not ("DoD", "CIA"); "US" may stand in the acronym for itself ("USGS" for "US
    Geological Survey").
    """
    if len(short.words) != 1 or len(long.words) < 2:
        return False
    letters = short.words[0].text
    if any(word.text == letters for word in long.words):
        return False  # "US" is a part of "US Senate"
    if long.folded.removeprefix("the ") in _known().get(letters, ()):
        return True
    if not 2 <= len(letters) <= LONGEST or not letters.isalpha() or len(long.words) < max(2, len(letters) - 2):
        return False
    return letters[0] == long.words[0 if long.words[0].text != "the" else 1].text[0] and _spells(letters, long)


def _spells(letters: str, long: Name) -> bool:
    """Whether the initials of the words give the letters, in order, each word of weight lending at least one."""
    states = {0}
    for word in long.words:
        reached = {s + 1 for s in states if s < len(letters) and letters[s] == word.text[0]}
        if word.text in ("us", "un", "uk", "eu"):
            reached |= {s + 2 for s in states if letters[s : s + 2] == word.text}
        if word.weight < 0.2:
            reached |= states
        states = reached
    return len(letters) in states
