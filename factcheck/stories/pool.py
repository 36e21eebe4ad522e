"""The articles that a new one is held against, in little memory: thousands of them in a millisecond or two."""

from collections.abc import Iterable, Sequence

import numpy as np
from attrs import frozen

from factcheck.config import Stories
from factcheck.stories.closeness import Floats, Ints, judge
from factcheck.stories.sketches import Sketch

MOST = 40_000  # articles that stay, at about a kilobyte each; a new one meets at most 16 * 2,000


@frozen(eq=False)
class Row:
    """A sketch as numbers.

    Attributes:
        day: as in the sketch.
        words: as in the sketch.
        terms: the number of each lemma, in the order of the words.
        weights: its weight, of a row of length 1.
    """

    day: int
    words: int
    terms: Ints
    weights: Floats


class Pool:
    """Sketches, by article, for the closeness of a new one with many of them.

    Args:
        numbers: the numbers.
        most: sketches that are kept; where there are more, it begins anew.
    """

    def __init__(self, numbers: Stories, most: int = MOST) -> None:
        self._numbers = numbers
        self._most = most
        self._rows: dict[str, Row] = {}
        self._terms: dict[str, int] = {}

    def missing(self, articles: Iterable[str]) -> list[str]:
        """Those of the articles that are not here, and must be put here before they are asked for."""
        if len(self._rows) > self._most:
            self._rows, self._terms = {}, {}
        return [article for article in articles if article not in self._rows]

    def put(self, sketch: Sketch) -> None:
        """Keep a sketch."""
        number, unit = self._terms.setdefault, sketch.unit
        terms = np.fromiter((number(lemma, len(self._terms)) for lemma in unit), np.int64, len(unit))
        weights = np.fromiter(unit.values(), np.float64, len(unit))
        self._rows[sketch.article] = Row(sketch.day, sketch.words, terms, weights)

    def closeness(self, one: Sketch, others: Sequence[str]) -> Floats:
        """How close a sketch is to each of some that are here; bit for bit what `closeness` says of each pair."""
        if not others:
            return np.zeros(0, np.float64)
        rows = [self._rows[other] for other in others]
        mine = np.zeros(len(self._terms), np.float64)
        for lemma, weight in one.unit.items():
            if lemma in self._terms:
                mine[self._terms[lemma]] = weight
        products = mine[np.concatenate([row.terms for row in rows])] * np.concatenate([row.weights for row in rows])
        places = np.repeat(np.arange(len(rows)), [len(row.terms) for row in rows])
        # It adds in the order of the words; without any product it would count.
        cosines = np.bincount(places, products, len(rows)).astype(np.float64)
        days = np.array([row.day for row in rows], np.int64)
        is_brief = np.array([min(one.words, row.words) < self._numbers.brief for row in rows], bool)
        return judge(cosines, np.full(len(rows), one.day), days, is_brief, self._numbers)
