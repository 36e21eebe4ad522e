"""Sparse rows and their dot products for lists of pairs, in plain numpy."""

from array import array
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, count, pairwise, repeat

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
CHUNK = 64  # rows that are spread out at a time: bounds the memory, whatever the number of rows
MANY = 2**15  # chunks whose numbers no longer fit two bytes


@frozen(eq=False)
class Rows:
    """The weights of keys, one sparse row for each claim or sentence.

    Attributes:
        starts: where each row begins in `columns`, and the end of the last; shape (n + 1,).
        columns: numbers of the keys.
        weights: their weights.
        totals: sum of the squared weights of each row, keys that no other row has included; shape (n,).
        width: number of the columns.
    """

    starts: Ints
    columns: Ints
    weights: Floats
    totals: Floats
    width: int

    @cached_property
    def sizes(self) -> Ints:
        """Number of keys of each row that others have too."""
        return np.diff(self.starts)

    def dots(self, left: Ints, right: Ints, other: "Rows | None" = None) -> Floats:
        """The dot product of row left[i] with row right[i], of `other` if given, for every i; shape (len(left),)."""
        other = other or self
        products = np.zeros(len(left))
        mine, yours = self.sizes[left], other.sizes[right]
        if other is self:  # the order of two rows does not matter: the shorter one is gone through
            left, right = np.where(mine > yours, right, left), np.where(mine > yours, left, right)
        places = np.zeros(other.width, np.int64)
        for number, chosen in _by_chunk(right, np.flatnonzero((mine > 0) & (yours > 0))):
            dense, filled = other._spread(number * CHUNK, min((number + 1) * CHUNK, len(other.totals)), places)
            entries, owners = self.entries(left[chosen])
            partners = right[chosen][owners] - number * CHUNK
            values = self.weights[entries] * dense[partners, places[self.columns[entries]]]
            products[chosen] = np.bincount(owners, values, minlength=len(chosen))
            places[filled] = 0
        return products

    def cosines(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        """The dot products, and the cosines of the angles between the rows (0 where one is empty)."""
        products = self.dots(left, right)
        lengths = np.sqrt(self.totals[left] * self.totals[right])
        return products, np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)

    def entries(self, rows: Ints) -> tuple[Ints, Ints]:
        """Indices of all entries of the given rows, and for each the position in `rows` that it belongs to."""
        lengths = self.sizes[rows]
        owners = np.repeat(np.arange(len(rows)), lengths)
        offsets = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self.starts[rows][owners] + offsets, owners

    def _spread(self, first: int, last: int, places: Ints) -> tuple[Floats, Ints]:
        """Rows first..last as a dense matrix of the columns that they fill, behind an empty one; and these columns.

        Where each of them stands is noted in `places`, which is 0, the empty one, for all others.
        """
        span = slice(self.starts[first], self.starts[last])
        columns = self.columns[span]
        order = np.arange(len(columns))
        places[columns] = order
        filled = columns[places[columns] == order]  # each once: as np.unique, without sorting
        places[filled] = np.arange(1, len(filled) + 1)
        dense = np.zeros((last - first, len(filled) + 1))
        owners = np.repeat(np.arange(last - first), self.sizes[first:last])
        dense[owners, places[columns]] = self.weights[span]
        return dense, filled


def _by_chunk(rows: Ints, wanted: Ints) -> Iterator[tuple[int, Ints]]:
    """The positions of `rows` that are wanted, by the chunk that the row is in; chunks without any are left out."""
    chunks = rows[wanted] // CHUNK
    narrow = chunks.astype(np.int16) if chunks.max(initial=0) < MANY else chunks  # so narrow, they are sorted by radix
    ordered = wanted[np.argsort(narrow, kind="stable")]
    bounds = np.concatenate([[0], np.cumsum(np.bincount(chunks))]).tolist()
    for number, (first, last) in enumerate(pairwise(bounds)):
        if first < last:
            yield number, ordered[first:last]


class RowsBuilder:
    """Rows made of one bag at a time, so that a million bags are never held at once."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = defaultdict(count().__next__)  # a new key gets the next number
        self._columns, self._weights, self._sizes = array("q"), array("d"), array("q")

    def add(self, bag: Mapping[Hashable, float]) -> None:
        """Add the row of a bag."""
        self._columns.extend(map(self._numbers.__getitem__, bag))
        self._weights.extend(bag.values())
        self._sizes.append(len(bag))

    def finish(self) -> Rows:
        """The rows; keys of a single bag count in `totals` only, since they are never shared."""
        columns, sizes = np.array(self._columns, np.int64), np.array(self._sizes, np.int64)
        weights = np.array(self._weights, np.float64)
        is_shared = np.bincount(columns, minlength=len(self._numbers)) > 1
        owners = np.repeat(np.arange(len(sizes)), sizes)
        kept = is_shared[columns]
        starts = np.concatenate([[0], np.cumsum(np.bincount(owners[kept], minlength=len(sizes)))])
        totals = np.bincount(owners, weights * weights, minlength=len(sizes)).astype(np.float64)
        numbers = np.cumsum(is_shared) - 1
        return Rows(starts, numbers[columns[kept]], weights[kept], totals, int(is_shared.sum()))


def make_rows(bags: Iterable[Mapping[Hashable, float]]) -> Rows:
    """The rows of some bags; keys of a single bag count in `totals` only, since they are never shared."""
    builder = RowsBuilder()
    for bag in bags:
        builder.add(bag)
    return builder.finish()


def make_rows_of_two(
    bags: Sequence[Mapping[Hashable, float]], others: Sequence[Mapping[Hashable, float]]
) -> tuple[Rows, Rows]:
    """Rows of bags and of other bags over the same columns, for the dot products of the one with the other."""
    keys = set(chain.from_iterable(others))
    shared = (key for key in dict.fromkeys(chain.from_iterable(bags)) if key in keys)
    numbers: dict[Hashable, int] = {key: number for number, key in enumerate(shared)}
    return _number(bags, numbers), _number(others, numbers)


def _number(bags: Sequence[Mapping[Hashable, float]], numbers: Mapping[Hashable, int]) -> Rows:
    """The rows of some bags over the columns that are given."""
    owners = np.repeat(np.arange(len(bags)), np.fromiter(map(len, bags), np.int64, len(bags)))
    columns = np.fromiter(map(numbers.get, chain.from_iterable(bags), repeat(-1)), np.int64, len(owners))
    weights = np.fromiter(chain.from_iterable(bag.values() for bag in bags), np.float64, len(owners))
    known = columns >= 0
    starts = np.concatenate([[0], np.cumsum(np.bincount(owners[known], minlength=len(bags)))])
    totals = np.bincount(owners, weights * weights, minlength=len(bags)).astype(np.float64)
    return Rows(starts, columns[known], weights[known], totals, len(numbers))


def distinct(values: Ints) -> Ints:
    """The values sorted, each once; `np.unique` takes many times as long over millions of them."""
    ordered = np.sort(values)
    return ordered[np.diff(ordered, prepend=ordered[:1] - 1) > 0]
