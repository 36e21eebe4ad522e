"""One noun exchanged in a clause that is otherwise the same: "with a broken arm", "with a broken leg".

Claims are held against each other here, and not their sentences, so that it does not matter how the rest is told. A
noun may be put for a near one ("ship", "boat"); things of a few sorts are never put for one another.
"""

from factcheck.comparison.diff import diff
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.comparison.words import Words
from factcheck.lexicon.sorts import are_apart
from factcheck.model import Difference, Kind, Severity
from factcheck.values.relation import Relation

# Probability of one fact from which one clause is a print of the other, and words that both have at least.
SURELY_ONE = 0.9
SAME_WORDS = 4
THINGS = ("NOUN", "PROPN", "ADJ")
Run = tuple[int, int]


def compare_one_word(pairing: Pairing) -> list[Verdict]:
    """Two claims that differ in one noun, of which the one thing is not the other."""
    if pairing.is_within or (pairing.likeness or 0.0) < SURELY_ONE:
        return []
    mine, yours = pairing.left_words, pairing.right_words
    here, there = mine.within(pairing.left.span), yours.within(pairing.right.span)
    edits = diff(mine.keys[slice(*here)], yours.keys[slice(*there)])
    if len(edits) != 1 or here[1] - here[0] - (edits[0].left[1] - edits[0].left[0]) < SAME_WORDS:
        return []
    left, right = (
        (here[0] + edits[0].left[0], here[0] + edits[0].left[1]),
        (
            there[0] + edits[0].right[0],
            there[0] + edits[0].right[1],
        ),
    )
    if not are_apart(_thing(mine, left), _thing(yours, right)):
        return []
    spans = mine.slice(*left), yours.slice(*right)
    values = (spans[0].text, spans[1].text)
    return [Verdict(Kind.EVENT, Difference.CONFLICT, Severity.HIGH, *spans, POSSIBLE, values, Relation.CONFLICT)]


def _thing(sentence: Words, run: Run) -> str:
    """The lemma of the only noun of some words, one with hyphens as one word; "" where there is another word."""
    tokens = [token for token in sentence.tokens[slice(*run)] if token.text != "-"]
    if not tokens or any(token.pos not in THINGS for token in tokens):
        return ""
    if len(tokens) > 1 and len(tokens) == run[1] - run[0]:
        return ""  # two words, and not one with a hyphen
    return "".join(token.text.lower() for token in tokens[:-1]) + tokens[-1].lemma.lower()
