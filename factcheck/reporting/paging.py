"""Long lists in pieces: the weightiest at once, the rest folded away, by severity and in numbers that one can read."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from attrs import frozen

from factcheck.reporting.exhibit import SHOWN, TOLD, Exhibit

T = TypeVar("T")
# So many findings are unfolded at once.
_PAGE = 25


@frozen
class Page(Generic[T]):
    """A stretch of a list: its items, and the numbers of the first and the last, counted from 1."""

    items: tuple[T, ...]
    first: int

    @property
    def last(self) -> int:
        """Number of the last item."""
        return self.first + len(self.items) - 1


@frozen
class Entry:
    """A finding, and whether it is told with its sentences: not where it is one of very many, or an echo."""

    exhibit: Exhibit
    is_told: bool


def pages(items: Sequence[T], length: int, first: int = 1) -> Iterator[Page[T]]:
    """The items in pages of that length, numbered on from `first`."""
    for start in range(0, len(items), length):
        yield Page(tuple(items[start : start + length]), first + start)


def at_once(exhibits: Sequence[Exhibit]) -> Sequence[Entry]:
    """The findings of a section that are shown without being asked for."""
    return _entries(exhibits)[:SHOWN]


def folded(exhibits: Sequence[Exhibit]) -> Iterator[Page[Entry]]:
    """The others, a page never of two severities."""
    number = SHOWN
    for _, group in groupby(_entries(exhibits)[SHOWN:], key=lambda entry: entry.exhibit.finding.severity):
        entries = list(group)
        yield from pages(entries, _PAGE, number + 1)
        number += len(entries)


def _entries(exhibits: Sequence[Exhibit]) -> Sequence[Entry]:
    return [Entry(exhibit, number < TOLD and not exhibit.echo_of) for number, exhibit in enumerate(exhibits)]
