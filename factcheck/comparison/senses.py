"""How two words stand to each other in sense."""

from enum import StrEnum

from factcheck.tokens import Token


class Sense(StrEnum):
    """The sense of one word beside that of another."""

    SAME = "same"
    NEAR = "near"
    OPPOSITE = "opposite"
    OTHER = "other"


def relate(left: Token, right: Token) -> Sense:
    """How the senses of two words stand to each other."""
    if left.lemma.lower() == right.lemma.lower():
        return Sense.SAME
    return Sense.OTHER
