"""Which claim of one sentence goes with which of another: whether two sentences share something is another question."""

import numpy as np
from numpy.typing import NDArray

from factcheck.matching.rows import Floats, Ints
from factcheck.matching.view import View


def counterparts(seen: View, left: Ints, right: Ints, likely: NDArray[np.bool_], likeness: Floats) -> NDArray[np.bool_]:
    """Which of the likely pairs are counterparts, one to one within each pair of sentences.

    The likest claims of two sentences find each other first, by their own words, holders and values; what is left over
    of either sentence may find each other next. Who someone is goes with nothing but who someone is.

    Args:
        seen: the claims.
        left: the numbers of the pairs' claims,
        right: and of their partners.
        likely: which of them score high enough to be one fact.
        likeness: how much the claims themselves are alike, without the sentences around them.
    """
    identity = seen.statements.is_identity
    chosen = np.zeros(len(left), bool)
    taken: set[tuple[int, int]] = set()
    open_pairs = np.flatnonzero(likely & (identity[left] == identity[right]))
    for pair in open_pairs[np.lexsort((right[open_pairs], left[open_pairs], -np.round(likeness[open_pairs], 9)))]:
        one, other = int(left[pair]), int(right[pair])
        ends = (one, int(seen.homes[other])), (other, int(seen.homes[one]))
        if not taken.intersection(ends):
            taken.update(ends)
            chosen[pair] = True
    return chosen


def is_outdone(seen: View, left: Ints, right: Ints, odds: Floats, margin: float) -> NDArray[np.bool_]:
    """Which pairs have an end that goes far better with another claim of the same article, by log-odds.

    Where two dispatches run side by side, each sentence is somewhat like the neighbours of its counterpart.
    """
    articles = int(seen.units.article.max()) + 1
    ends = left * articles + seen.units.article[right], right * articles + seen.units.article[left]
    every, numbers = np.unique(np.concatenate(ends), return_inverse=True)
    best = np.full(len(every), -np.inf)
    np.maximum.at(best, numbers, np.tile(odds, 2))
    outdone: NDArray[np.bool_] = np.greater(np.max(best[numbers.reshape(2, -1)], axis=0), odds + margin)
    return outdone


def is_apart(seen: View, left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Which pairs are different claims of one sentence, side by side: they never state one thing."""
    starts = np.array([claim.span.start for claim in seen.claims])
    ends = np.array([claim.span.end for claim in seen.claims])
    overlap = (starts[left] < ends[right]) & (starts[right] < ends[left])
    return np.equal(seen.homes[left], seen.homes[right]) & ~overlap
