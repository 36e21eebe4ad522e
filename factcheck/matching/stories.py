"""Which articles tell of one story: only their claims are compared."""

from collections import Counter
from collections.abc import Hashable, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from factcheck.lexicon.frequency import rarity
from factcheck.matching.marks import Mark
from factcheck.matching.rows import make_rows


def related(articles: Sequence[Sequence[Mark]], threshold: float, short: int) -> NDArray[np.bool_]:
    """Whether two articles tell of one story; symmetric, shape (n, n).

    Two articles do where the rare words and people of the one are largely those of the other. That depends on the two
    alone, so another article changes nothing. Very short texts are held against everything: they tell too little.
    """
    bags: list[dict[Hashable, float]] = []
    for marks in articles:
        counts = Counter(m.word or m.person for m in marks if m.word or m.person)
        weights = {m.word: rarity(m.plain) ** 2 for m in marks if m.word}
        bags.append({key: (1 + log(count)) * weights.get(key, 1.0) for key, count in counts.items()})
    one, other = np.triu_indices(len(articles), 1)
    result = np.eye(len(articles), dtype=bool)
    few = np.array([len(marks) < short for marks in articles], bool)
    close = (make_rows(bags).cosines(one, other)[1] >= threshold) | few[one] | few[other]
    result[one, other] = close
    return result | result.T
