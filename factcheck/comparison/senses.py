"""How two words stand to each other in sense."""

from enum import StrEnum

from factcheck.lexicon.senses import are_near, are_opposite
from factcheck.lexicon.wordnet import near
from factcheck.tokens import Token

PREFIXES = ("un", "non", "dis", "in", "im", "ir", "il", "non-")


class Sense(StrEnum):
    """The sense of one word beside that of another."""

    SAME = "same"
    NEAR = "near"
    OPPOSITE = "opposite"
    OTHER = "other"


def relate(left: Token, right: Token) -> Sense:
    """How the senses of two words stand to each other."""
    mine, yours = left.lemma.lower(), right.lemma.lower()
    if _spell(mine) == _spell(yours):
        return Sense.SAME
    are_turned = are_opposite(mine, yours) or are_opposite(left.text.lower(), right.text.lower())
    if are_turned or _denies(mine, yours) or _denies(yours, mine):
        return Sense.OPPOSITE
    is_near = are_near(mine, yours) or yours in near(mine) or mine in near(yours) or _contains(mine, yours)
    return Sense.NEAR if is_near else Sense.OTHER


def _spell(word: str) -> str:
    """A word as British and American writers agree on it ("hospitalization", "labour")."""
    return word.replace("z", "s").replace("our", "or")


def _denies(word: str, other: str) -> bool:
    """Whether a word is the other one with a syllable that denies it ("surprising", "unsurprising")."""
    return any(word == prefix + other for prefix in PREFIXES) and len(other) > 3


def _contains(left: str, right: str) -> bool:
    """Whether one word is a part of the other ("cliff", "clifftop")."""
    shorter, longer = sorted((left, right), key=len)
    return len(shorter) > 3 and shorter in longer
