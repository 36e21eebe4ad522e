"""What differs only because one article is the other in other words: such differences are told to those who ask.

A text that was translated and back has other small words in its quotations, and other names for an office ("coach",
"manager"), and nobody who wrote them meant anything by it.
"""

from collections.abc import Sequence

import attrs

from factcheck.comparison.offices import is_deputised
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import WEAK
from factcheck.model import Difference, Kind
from factcheck.span import Span
from factcheck.values.quotation import read_passages
from factcheck.values.quotation_divergence import is_slight


def weaken(rulings: Sequence[Ruling], scene: Scene) -> list[Ruling]:
    """The rulings, those on small words of quotations and on rival posts weak between articles that are one reworded.

    A post that was reworded is not held against a third article either.
    """
    posts = {post for ruling in rulings if _is_reworded(ruling, scene, Kind.ROLE) for post in _posts(ruling)}
    return [
        _weakened(ruling) if _says_little(ruling, scene) or not posts.isdisjoint(_posts(ruling)) else ruling
        for ruling in rulings
    ]


def _weakened(ruling: Ruling) -> Ruling:
    score = min(ruling.verdict.score, WEAK)
    return attrs.evolve(ruling, verdict=attrs.evolve(ruling.verdict, score=score))


def _says_little(ruling: Ruling, scene: Scene) -> bool:
    """Whether a ruling is about small words of a quotation in articles that are one reworded."""
    left, right = ruling.verdict.left, ruling.verdict.right
    return _is_reworded(ruling, scene, Kind.QUOTE) and is_slight(_keys(left), _keys(right))


def _keys(span: Span) -> tuple[str, ...]:
    """The words of a quotation as they are compared."""
    return tuple(word.key for passage in read_passages(span) for word in passage.words if not word.is_free)


def _is_reworded(ruling: Ruling, scene: Scene, kind: Kind) -> bool:
    """Whether a ruling is of a kind, and between articles of which one is the other reworded."""
    left, right = ruling.verdict.left.article, ruling.verdict.right.article
    return ruling.verdict.kind is kind and left != right and scene.are_reworded(left, right)


def _posts(ruling: Ruling) -> set[tuple[str, str, str]]:
    """Of whom a ruling on two posts is, and what each article calls him; none where it is about something else."""
    verdict = ruling.verdict
    is_rival = verdict.kind is Kind.ROLE and verdict.relation is Difference.CONFLICT
    if not is_rival or is_deputised(*verdict.values):
        return set()
    return {(verdict.topic, side.article, side.text) for side in (verdict.left, verdict.right)}
