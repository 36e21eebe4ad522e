"""Which copied passages are prints of one text, over any number of articles."""

from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Copying
from factcheck.span import Span

Place = tuple[int, int]


@frozen(eq=False)
class Families:
    """Copied text by where it stands; two places of one family have it from one origin.

    Attributes:
        places: for each article the places of its copied passages, each with the number of the family, sorted.
    """

    places: dict[str, tuple[tuple[Place, int], ...]]

    def of(self, span: Span) -> set[int]:
        """The families in whose passages at least half of a span stands."""
        found = self.places.get(span.article, ())
        return {family for (start, end), family in found if 2 * _common(span.start, span.end, start, end) >= len(span)}

    def in_article(self, article: str) -> set[int]:
        """The families that an article prints something of."""
        return {family for _, family in self.places.get(article, ())}


def families(copyings: Sequence[Copying]) -> Families:
    """The families of the passages that some articles share.

    Two passages belong together where one article prints both at the same place: that is how prints that were never
    held against each other are known to be one text.
    """
    parent: dict[tuple[str, Place], tuple[str, Place]] = {}

    def top(side: tuple[str, Place]) -> tuple[str, Place]:
        while parent[side] != side:
            parent[side] = side = parent[parent[side]]
        return side

    def join(one: tuple[str, Place], two: tuple[str, Place]) -> None:
        low, high = sorted((top(one), top(two)))
        parent[high] = low

    by_article: dict[str, set[Place]] = defaultdict(set)
    for copying in copyings:
        for passage in copying.passages:
            sides = [(span.article, (span.start, span.end)) for span in (passage.left, passage.right)]
            for side in sides:
                parent.setdefault(side, side)
                by_article[side[0]].add(side[1])
            join(*sides)
    for article, places in by_article.items():
        for one, two in _alike(places):
            join((article, one), (article, two))
    tops = {side: top(side) for side in parent}
    number = {side: n for n, side in enumerate(sorted(set(tops.values())))}
    return Families(
        {
            article: tuple((place, number[tops[article, place]]) for place in sorted(places))
            for article, places in sorted(by_article.items())
        }
    )


def _alike(places: set[Place]) -> list[tuple[Place, Place]]:
    """The pairs of places of one article that hold much the same: the middle of one lies in the other.

    A place inside another that it goes with stands for nothing more.
    """
    found = []
    open_: list[Place] = []
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        open_ = [other for other in open_ if other[1] > place[0]]
        near = [other for other in open_ if _has_middle(other, place) or _has_middle(place, other)]
        found += [(other, place) for other in near]
        if not any(place[1] <= other[1] for other in near):
            open_.append(place)
    return found


def _has_middle(outer: Place, inner: Place) -> bool:
    """Whether a place holds the middle of another."""
    return 2 * outer[0] <= sum(inner) <= 2 * outer[1]


def _common(start: int, end: int, other_start: int, other_end: int) -> int:
    """How many characters two places have in common."""
    return min(end, other_end) - max(start, other_start)
