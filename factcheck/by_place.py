"""Things with a place, found again by a stretch of the text without a look at all of them."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from factcheck.span import Span

T = TypeVar("T")


class ByPlace(Generic[T]):
    """Things of one text in the order in which they begin.

    Args:
        things: the things; those that begin at one place stay in their order.
        place: where one of them stands.
    """

    def __init__(self, things: Iterable[T], place: Callable[[T], Span]) -> None:
        placed = sorted(((place(thing), thing) for thing in things), key=lambda pair: pair[0].start)
        self._things = [thing for _, thing in placed]
        self._starts = [span.start for span, _ in placed]
        self._ends = [span.end for span, _ in placed]
        self._longest = max((len(span) for span, _ in placed), default=0)

    def overlapping(self, start: int, end: int) -> list[T]:
        """What shares a character with the stretch from `start` to `end`."""
        first, last = bisect_left(self._starts, start - self._longest), bisect_left(self._starts, end)
        return [self._things[at] for at in range(first, last) if self._ends[at] > start]
