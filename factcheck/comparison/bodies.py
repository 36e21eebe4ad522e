"""Bodies of one sort that are two: "the Court of Human Rights", "the Court of Justice"."""

from collections.abc import Iterator

from attrs import frozen

from factcheck.comparison.nearness import liken
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import Side
from factcheck.lexicon import words
from factcheck.model import Kind, Severity
from factcheck.span import Span

BINDERS = ("of", "for")
WORTHY = ("PROPN", "NOUN", "ADJ")


@frozen
class Body:
    """A body of which the words say for what it is there.

    Attributes:
        sort: "court", "ministry".
        purpose: the words that say for what, by their numbers.
        shown: the name.
    """

    sort: str
    purpose: tuple[int, ...]
    shown: Span


def find_other_body(retelling: Retelling) -> Iterator[Rival]:
    """The one body of a sort in each text, where they are there for two things."""
    mine, yours = _by_sort(retelling.left), _by_sort(retelling.right)
    for sort in sorted(mine.keys() & yours.keys()):
        if len(mine[sort]) != 1 or len(yours[sort]) != 1:
            continue
        left, right = mine[sort][0], yours[sort][0]
        if _are_apart(retelling, left, right):
            yield Kind.NAME, Severity.HIGH, left.shown, right.shown, (left.shown.text, right.shown.text)


def _are_apart(retelling: Retelling, mine: Body, yours: Body) -> bool:
    """Whether what the one is there for is nothing that the other text tells of, in any word."""
    lefts, rights = retelling.left.words.tokens, retelling.right.words.tokens
    is_mine_told = any(liken(lefts[i], each) for i in mine.purpose for each in rights if each.pos in WORTHY)
    return not is_mine_told and not any(
        liken(each, rights[j]) for j in yours.purpose for each in lefts if each.pos in WORTHY
    )


def _by_sort(side: Side) -> dict[str, list[Body]]:
    """The bodies of a text by their sort, each name once."""
    tokens = side.words.tokens
    found: dict[str, dict[str, Body]] = {}
    for index, token in enumerate(tokens[:-2]):
        sort = token.lemma.lower()
        if sort not in words("comparison", "bodies") or tokens[index + 1].lemma.lower() not in BINDERS:
            continue
        purpose = _purpose(side, index + 2)
        if purpose:
            shown = side.words.slice(index, purpose[-1] + 1)
            found.setdefault(sort, {}).setdefault(shown.text.casefold(), Body(sort, purpose, shown))
    return {sort: list(bodies.values()) for sort, bodies in found.items()}


def _purpose(side: Side, first: int) -> tuple[int, ...]:
    """The words of a name from one on that say something."""
    tokens = side.words.tokens
    found: list[int] = []
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.text[:1].isupper() or (token.pos == "NOUN" and not found):
            found.append(index)
        elif token.pos not in ("DET", "CCONJ"):
            break
        if not side.is_followed(index):
            break
    return tuple(found)
