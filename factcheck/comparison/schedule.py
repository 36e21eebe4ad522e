"""What lies ahead by both accounts: "is on Monday" and "will be on Monday" are no two ways of being sure."""

from collections.abc import Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.wording import Change
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.model import Claim, Modality
from factcheck.tokens import Token

# How a verb is written that does not tell of the past.
OPEN_TAGS = ("VB", "VBP", "VBZ", "VBG", "MD", "TO")


def are_both_ahead(pairing: Pairing, change: Change) -> bool:
    """Whether a change between near copies puts "will" in the place of another form for what is to come.

    "The meeting is on Monday", "is sending two planes" and "is to be presented" lie ahead like "will be". What only is
    so, without a day ("is safe", "will be safe"), does not.
    """
    sides = (change.left, change.right)
    with_will = [side for side in sides if _has_future(side)]
    if len(with_will) != 1 or any(_has_other_hedge(side) for side in sides):
        return False
    other, claim = (change.right, pairing.right) if with_will[0] is change.left else (change.left, pairing.left)
    verbs = [token for token in other if token.pos in ("VERB", "AUX")]
    if any(token.tag not in OPEN_TAGS for token in verbs if not _is_arranged(token)):
        return False
    if any(token.text.lower() == "to" or token.tag == "VBG" for token in other):
        return True
    return bool(verbs) and _is_dated(pairing, claim)


def is_announced(pairing: Pairing) -> bool:
    """Whether what the one claim plans is told by the other as what comes next ("the coming arrival")."""
    stated = pairing.left if pairing.left.modality is Modality.ASSERTED else pairing.right
    sentence = pairing.scene.words_of(stated)
    return any(token.lemma.lower() in words("comparison", "ahead") for token in _within(sentence, stated))


def _within(sentence: Words, claim: Claim) -> Sequence[Token]:
    """The words of a claim."""
    return sentence.tokens[slice(*sentence.within(claim.span))]


def _has_future(side: Sequence[Token]) -> bool:
    """Whether the words have "will"."""
    return any(token.lemma.lower() in words("comparison", "future") for token in side if token.pos == "AUX")


def _has_other_hedge(side: Sequence[Token]) -> bool:
    """Whether the words put something less firmly, and not only later."""
    hedges = words("comparison", "hedges") - words("comparison", "future")
    return any(token.lemma.lower() in hedges for token in side)


def _is_arranged(token: Token) -> bool:
    """Whether a participle says that something is arranged: "is scheduled to"."""
    return token.lemma.lower() in words("comparison", "arranged")


def _is_dated(pairing: Pairing, claim: Claim) -> bool:
    """Whether the sentence says when, apart from when it was said."""
    return any(not time.of_saying for mate in pairing.scene.sentence_mates(claim) for time in mate.times)
