"""How two words stand to each other in sense."""

from enum import StrEnum

from factcheck.lexicon.senses import are_near, are_opposite
from factcheck.tokens import Token


class Sense(StrEnum):
    """The sense of one word beside that of another."""

    SAME = "same"
    NEAR = "near"
    OPPOSITE = "opposite"
    OTHER = "other"


def relate(left: Token, right: Token) -> Sense:
    """How the senses of two words stand to each other."""
    mine, yours = left.lemma.lower(), right.lemma.lower()
    if mine == yours:
        return Sense.SAME
    if are_opposite(mine, yours):
        return Sense.OPPOSITE
    return Sense.NEAR if are_near(mine, yours) or _contains(mine, yours) else Sense.OTHER


def _contains(left: str, right: str) -> bool:
    """Whether one word is a part of the other ("cliff", "clifftop")."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > 3 and shorter in longer
