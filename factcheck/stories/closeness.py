"""How close two articles are: shared telling words, less for the days between them."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.config import Stories
from factcheck.stories.sketches import Sketch

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DIGITS = 9  # to which a cosine is rounded, so that the order of a sum never decides
SLICE = 4096  # pairs that are multiplied at a time: some hundred words each, held three times over
STRIPE = 256  # rows that are multiplied with all rows at a time


def closeness(one: Sketch, other: Sketch, numbers: Stories) -> float:
    """How close two articles are.

    That is the cosine of the sketches, less a penalty for the days between the articles, and more where one is brief:
    it has few words to share. Below the floor of the cosine it is 0.
    """
    theirs, cosine = other.unit, 0.0
    for lemma, weight in one.unit.items():
        cosine += weight * theirs.get(lemma, 0.0)
    is_brief = np.array([min(one.words, other.words) < numbers.brief], bool)
    days = np.array([one.day], np.int64), np.array([other.day], np.int64)
    return float(judge(np.array([cosine], np.float64), *days, is_brief, numbers)[0])


def judge(cosines: Floats, left: Ints, right: Ints, is_brief: NDArray[np.bool_], numbers: Stories) -> Floats:
    """The closeness of pairs.

    Args:
        cosines: of their sketches.
        left: the day of one of each.
        right: the day of the other.
        is_brief: whether one of the two is brief.
        numbers: the numbers.
    """
    cosines = np.round(cosines, DIGITS)
    value = cosines - _penalty(left, right, numbers) + np.where(is_brief, numbers.bonus, 0.0)
    close: Floats = np.where(cosines >= numbers.floor, value, 0.0)
    return close


def _penalty(left: Ints, right: Ints, numbers: Stories) -> Floats:
    """What the days between two articles take off: nothing within a week, all of it from a month on."""
    gap = np.abs(left - right).astype(np.float64)
    share = np.clip((gap - numbers.near) / (numbers.far - numbers.near), 0.0, 1.0)
    penalty: Floats = np.where((left == 0) | (right == 0), numbers.undated, numbers.apart * share)
    return penalty


class Shelf:
    """Many sketches side by side, for the closeness of many pairs at a time.

    A row is a sketch of length 1, a column a lemma; columns are in the order of the words, as sums are in `closeness`.
    """

    def __init__(self, sketches: Sequence[Sketch], numbers: Stories) -> None:
        from scipy.sparse import csr_array  # here, since it takes a third of a second that two articles need not wait

        self._numbers = numbers
        column = {lemma: n for n, lemma in enumerate(sorted({lemma for each in sketches for lemma in each.unit}))}
        starts, indices = [0], list[int]()
        data: list[float] = []
        for each in sketches:
            indices.extend(column[lemma] for lemma in each.unit)
            data.extend(each.unit.values())
            starts.append(len(indices))
        self._rows = csr_array((data, indices, starts), shape=(len(sketches), max(1, len(column))))
        self._days = np.array([each.day for each in sketches], np.int64)
        self._brief = np.array([each.words < numbers.brief for each in sketches], bool)

    def of(self, left: Ints, right: Ints) -> Floats:
        """The closeness of these pairs of rows."""
        cosines = np.empty(len(left), np.float64)
        for start in range(0, len(left), SLICE):
            part = slice(start, start + SLICE)
            product: object = self._rows[left[part]].multiply(self._rows[right[part]]).sum(axis=1)
            cosines[part] = np.asarray(product, np.float64).ravel()
        return self._judge(cosines, left, right)

    def all(self) -> Floats:
        """The closeness of every row with every other, as a square; use it for a few thousand rows at most."""
        count = len(self._days)
        square = np.zeros((count, count), np.float64)
        for start in range(0, count, STRIPE):  # each with those after it; a sum is the same from both ends
            cosines = (self._rows[start : start + STRIPE] @ self._rows[start:].T.tocsr()).tocoo()
            some = cosines.data > self._numbers.floor - 10.0**-DIGITS  # most share a word or two, and are at 0 below it
            left, right = cosines.row[some].astype(np.int64) + start, cosines.col[some].astype(np.int64) + start
            square[left, right] = square[right, left] = self._judge(cosines.data[some], left, right)
        return square

    def _judge(self, cosines: Floats, left: Ints, right: Ints) -> Floats:
        is_brief = self._brief[left] | self._brief[right]
        return judge(cosines, self._days[left], self._days[right], is_brief, self._numbers)
