"""Whether two counts are counts of the same things."""

from enum import IntEnum
from functools import cache

from factcheck import lexicon
from factcheck.lexicon import words


class Likeness(IntEnum):
    """How two counted nouns stand to each other, the nearest first."""

    SAME = 0
    PART = 1
    OTHER = 2


@cache
def _groups() -> dict[str, str]:
    """For each noun of a group of equals, the first of the group."""
    return {noun: group[0] for group in lexicon.load("numbers_counted")["same"] for noun in group}


@cache
def _kinds() -> frozenset[tuple[str, str]]:
    """Pairs of a wider and a narrower noun, each by the first of its group."""
    rows, groups = lexicon.load("numbers_counted")["kinds"], _groups()
    return frozenset((groups.get(row[0], row[0]), groups.get(noun, noun)) for row in rows for noun in row[1:])


@cache
def state_words() -> dict[str, str]:
    """For each word that says what befell someone, the name of that state."""
    return {word: state for state, members in lexicon.load("numbers_counted")["states"].items() for word in members}


def compare_counted(left: str, left_concepts: tuple[str, ...], right: str, right_concepts: tuple[str, ...]) -> Likeness:
    """Whether two counts are counts of the same things.

    A noun that is not said ("killed 12") may be anything. Where both nouns have modifiers and share none ("Russian
    soldiers", "Belarusian soldiers"), or one sets apart ("12 other soldiers"), one is at best a part of the other.
    """
    if not left or not right:
        return Likeness.SAME
    groups = _groups()
    mine, theirs = groups.get(left.lower(), left.lower()), groups.get(right.lower(), right.lower())
    if mine != theirs:
        return Likeness.PART if {(mine, theirs), (theirs, mine)} & _kinds() else Likeness.OTHER
    parts = words("numbers_counted", "parts")
    nouns = {left.lower(), right.lower()}
    before, after = ({word.lower() for word in concepts} - nouns for concepts in (left_concepts, right_concepts))
    if (before & parts) != (after & parts):
        return Likeness.PART
    return Likeness.PART if before and after and not before & after else Likeness.SAME
