"""Sparse rows and their dot products for lists of pairs, in plain numpy."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import pairwise

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
CHUNK = 256  # rows that are spread out at a time: bounds the memory, whatever the number of rows


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

    def dots(self, left: Ints, right: Ints, other: "Rows | None" = None) -> Floats:
        """The dot product of row left[i] with row right[i], of `other` if given, for every i; shape (len(left),)."""
        other = other or self
        products = np.zeros(len(left))
        order = np.argsort(right, kind="stable")
        bounds = np.searchsorted(right[order], np.arange(0, len(other.totals) + CHUNK, CHUNK))
        for number, (first, last) in enumerate(pairwise(bounds)):
            if first == last:
                continue
            chosen = order[first:last]
            dense = other._spread(number * CHUNK, min((number + 1) * CHUNK, len(other.totals)))
            entries, owners = self.entries(left[chosen])
            partners = right[chosen][owners] - number * CHUNK
            values = self.weights[entries] * dense[partners, self.columns[entries]]
            products[chosen] = np.bincount(owners, values, minlength=len(chosen))
        return products

    def cosines(self, left: Ints, right: Ints) -> tuple[Floats, Floats]:
        """The dot products, and the cosines of the angles between the rows (0 where one is empty)."""
        products = self.dots(left, right)
        lengths = np.sqrt(self.totals[left] * self.totals[right])
        return products, np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)

    def entries(self, rows: Ints) -> tuple[Ints, Ints]:
        """Indices of all entries of the given rows, and for each the position in `rows` that it belongs to."""
        lengths = self.starts[rows + 1] - self.starts[rows]
        owners = np.repeat(np.arange(len(rows)), lengths)
        offsets = np.arange(len(owners)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self.starts[rows][owners] + offsets, owners

    def _spread(self, first: int, last: int) -> Floats:
        """Rows first..last as a dense matrix."""
        dense = np.zeros((last - first, self.width))
        span = slice(self.starts[first], self.starts[last])
        owners = np.repeat(np.arange(last - first), np.diff(self.starts[first : last + 1]))
        dense[owners, self.columns[span]] = self.weights[span]
        return dense


def make_rows(bags: Sequence[Mapping[Hashable, float]]) -> Rows:
    """The rows of some bags; keys of a single bag count in `totals` only, since they are never shared."""
    seen: dict[Hashable, int] = {}
    for bag in bags:
        for key in bag:
            seen[key] = seen.get(key, 0) + 1
    return _number(bags, {key: number for number, key in enumerate(key for key, count in seen.items() if count > 1)})


def make_rows_of_two(
    bags: Sequence[Mapping[Hashable, float]], others: Sequence[Mapping[Hashable, float]]
) -> tuple[Rows, Rows]:
    """Rows of bags and of other bags over the same columns, for the dot products of the one with the other."""
    keys = {key for bag in others for key in bag}
    numbers: dict[Hashable, int] = {}
    for bag in bags:
        for key in bag:
            if key in keys:
                numbers.setdefault(key, len(numbers))
    return _number(bags, numbers), _number(others, numbers)


def _number(bags: Sequence[Mapping[Hashable, float]], numbers: Mapping[Hashable, int]) -> Rows:
    """The rows of some bags over the columns that are given."""
    starts, columns, weights = [0], [], []
    for bag in bags:
        for key, weight in bag.items():
            column = numbers.get(key)
            if column is not None:
                columns.append(column)
                weights.append(weight)
        starts.append(len(columns))
    totals = np.array([sum(w * w for w in bag.values()) for bag in bags], dtype=np.float64)
    return Rows(
        np.array(starts, np.int64),
        np.array(columns, np.int64),
        np.array(weights, np.float64),
        totals,
        len(numbers),
    )
