"""Which paragraphs share a run of words: an index of shingles, so that nothing is compared with everything.

Broder (1997), On the resemblance and containment of documents.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern; only spreads the values


def sharing(texts: Sequence[Sequence[str]], width: int, crowd: int) -> tuple[Ints, Ints, Ints, Ints]:
    """The places at which two texts share `width` tokens in a row.

    Args:
        texts: the tokens of each text.
        width: tokens of a shingle.
        crowd: a shingle that more texts hold is a set phrase and says nothing.

    Returns:
        Four arrays of one length: number of the first text, place in it, number of the second (greater), place in it;
        sorted by text, then by place.
    """
    hashes, owners, places = _shingles(texts, width)
    order = np.argsort(hashes, kind="stable")
    hashes, owners, places = hashes[order], owners[order], places[order]
    edges = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True]) if len(hashes) else np.zeros(1, dtype=np.int64)
    sizes = np.diff(edges)
    found: list[tuple[Ints, Ints]] = []
    for size in np.unique(sizes[(sizes > 1) & (sizes <= crowd)]):
        rows = edges[:-1][sizes == size]
        one, two = np.triu_indices(size, 1)
        found.append(((rows[:, None] + one).ravel(), (rows[:, None] + two).ravel()))
    if not found:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, empty, empty
    left = np.concatenate([pair[0] for pair in found])
    right = np.concatenate([pair[1] for pair in found])
    apart = owners[left] != owners[right]  # the sort is stable, so that the left owner is never the greater
    left, right = left[apart], right[apart]
    columns = owners[left], places[left], owners[right], places[right]
    order = np.lexsort((columns[3], columns[1], columns[2], columns[0]))
    return columns[0][order], columns[1][order], columns[2][order], columns[3][order]


def _shingles(texts: Sequence[Sequence[str]], width: int) -> tuple[NDArray[np.uint64], Ints, Ints]:
    """Hash, text and place of every shingle of every text, in order."""
    codes: dict[str, int] = {}
    stream = np.array([codes.setdefault(word, len(codes)) for text in texts for word in text], dtype=np.uint64)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    owners = np.repeat(np.arange(len(texts)), lengths)
    begins = np.repeat(np.cumsum(lengths) - lengths, lengths)
    places = np.arange(len(stream)) - begins
    whole = places + width <= np.repeat(lengths, lengths)
    hashes = np.zeros(len(stream), dtype=np.uint64)
    with np.errstate(over="ignore"):
        spread = (stream + np.uint64(1)) * _MULTIPLIER
        spread ^= spread >> np.uint64(29)
        for step in range(width):
            hashes = hashes * _MULTIPLIER + np.roll(spread, -step)
    return hashes[whole], owners[whole], places[whole]
