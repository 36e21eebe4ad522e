"""What came first: "before the concert", "after the concert"."""

from collections.abc import Iterator
from itertools import product

from attrs import frozen

from factcheck.comparison.nearness import NEAR
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import words
from factcheck.model import Kind, Severity
from factcheck.span import Span

NAMED = ("NOUN", "PROPN")


@frozen
class Order:
    """Something told as before or after something else.

    Attributes:
        is_before: which of the two.
        deed: what was then, by its number.
        mark: what it was before or after.
        shown: the words.
    """

    is_before: bool
    deed: int
    mark: int
    shown: Span


def find_reversed(retelling: Retelling) -> Iterator[Rival]:
    """One deed told as before something here, and as after it there."""
    mine, yours = list(_orders(retelling.left)), list(_orders(retelling.right))
    pairs = [(a, b) for a, b in product(mine, yours) if _are_of_one_deed(retelling, a, b)]
    if len(pairs) == 1 and pairs[0][0].is_before != pairs[0][1].is_before:
        left, right = pairs[0][0].shown, pairs[0][1].shown
        yield Kind.TIME, Severity.HIGH, left, right, (left.text, right.text)


def _are_of_one_deed(retelling: Retelling, mine: Order, yours: Order) -> bool:
    """Whether both say of one deed when it was beside one thing."""
    there, near = retelling.aligned.get(mine.mark, (NOWHERE, 0.0))
    if there != yours.mark or near <= NEAR:
        return False
    return retelling.is_linked(mine.deed, yours.deed)  # the parse may hang it on what the deed is done to


def _orders(side: Side) -> Iterator[Order]:
    """What one text tells as before or after something; not what was so much before it ("two days before")."""
    tokens, heads = side.words.tokens, side.words.heads
    for index, token in enumerate(tokens):
        is_before = token.lemma.lower() in words("comparison", "before")
        if not is_before and token.lemma.lower() not in words("comparison", "behind"):
            continue
        if token.dep != "prep" or heads[index] < 0 or _is_measured(side, index):
            continue
        marks = [
            i for i, head in enumerate(heads) if head == index and tokens[i].dep == "pobj" and tokens[i].pos in NAMED
        ]
        deed = heads[index] if tokens[heads[index]].pos in ("VERB", "NOUN") else side.governor(index)
        if marks and deed != NOWHERE and marks[0] in side.content:  # a second one is misread
            yield Order(is_before, deed, marks[0], side.words.slice(index, marks[0] + 1))


def _is_measured(side: Side, index: int) -> bool:
    """Whether the words say by how much it was before or after."""
    tokens, heads = side.words.tokens, side.words.heads
    return any(head == index and tokens[i].dep in ("npadvmod", "advmod") for i, head in enumerate(heads))
