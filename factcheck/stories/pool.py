"""The articles that a new one is held against, in little memory: thousands of them in a millisecond or two."""

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from factcheck.config import Stories
from factcheck.stories.closeness import Floats, judge
from factcheck.stories.sketches import Sketch

MOST = 40_000  # articles that stay, at 12 bytes a lemma of each; a new one meets at most 16 * 2,000


class Pool:
    """Sketches, by article, for the closeness of a new one with many of them.

    They lie one behind the other as the rows of a sparse matrix do, so that some of them are taken and multiplied
    without a step of Python for each.

    Args:
        numbers: the numbers.
        most: sketches that are kept; where there are more, it begins anew.
    """

    def __init__(self, numbers: Stories, most: int = MOST) -> None:
        self._numbers = numbers
        self._most = most
        self._empty()

    def _empty(self) -> None:
        self._places: dict[str, int] = {}  # of each article, among the rows
        self._columns: dict[str, int] = {}  # of each lemma
        self._days, self._words = array("q"), array("q")  # of each row, as in the sketch
        self._ends = array("i", [0])
        self._indices, self._weights = array("i"), array("d")  # of each row, in the order of the words, of length 1

    def missing(self, articles: Iterable[str]) -> list[str]:
        """Those of the articles that are not here, and must be put here before they are asked for."""
        if len(self._places) > self._most:
            self._empty()
        return [article for article in articles if article not in self._places]

    def put(self, sketch: Sketch) -> None:
        """Keep a sketch."""
        number = self._columns.setdefault
        self._places[sketch.article] = len(self._days)
        self._days.append(sketch.day)
        self._words.append(sketch.words)
        self._indices.extend([number(lemma, len(self._columns)) for lemma in sketch.unit])
        self._weights.extend(sketch.unit.values())
        self._ends.append(len(self._indices))

    def closeness(self, one: Sketch, others: Sequence[str]) -> Floats:
        """How close a sketch is to each of some that are here; bit for bit what `closeness` says of each pair."""
        if not others:
            return np.zeros(0, np.float64)
        from scipy.sparse import csr_array  # here, since it takes a third of a second that a report need not wait

        places = np.fromiter((self._places[other] for other in others), np.int32, len(others))
        mine = np.zeros(len(self._columns), np.float64)
        for lemma, weight in one.unit.items():
            if lemma in self._columns:
                mine[self._columns[lemma]] = weight
        # These look at the arrays without a copy, and must be gone before something is put here again.
        parts = (np.frombuffer(each, each.typecode) for each in (self._weights, self._indices, self._ends))
        rows = csr_array(tuple(parts), shape=(len(self._days), len(mine)))
        cosines: Floats = rows[places] @ mine
        days = np.frombuffer(self._days, np.int64)[places]
        is_brief = np.minimum(np.frombuffer(self._words, np.int64)[places], one.words) < self._numbers.brief
        return judge(cosines, np.full(len(places), one.day), days, is_brief, self._numbers)
