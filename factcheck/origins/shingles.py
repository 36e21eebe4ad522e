"""Which paragraphs share a run of words: an index of shingles, so that nothing is compared with everything.

Broder (1997), On the resemblance and containment of documents.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd and without pattern; only spreads the values


def sharing(texts: Sequence[Sequence[str]], width: int, crowd: int, hubs: int) -> Iterator[tuple[int, int, Ints]]:
    """The places at which two texts share `width` tokens in a row.

    Up to `crowd` texts that hold a shingle are held against each other, all with all. Of more than that each is held
    against the first few alone, so that the work grows with the number of texts and not with its square: who prints
    what hundreds print, prints what those few do.

    Args:
        texts: the tokens of each text; those that should be held against all come first.
        width: tokens of a shingle.
        crowd: how many texts are held against each other.
        hubs: how many of a larger number the others are held against.

    Yields:
        Number of the first text, number of the second (greater), and the places in both as rows, sorted.
    """
    hashes, owners, places = _shingles(texts, width)
    order = np.argsort(hashes, kind="stable")
    hashes, owners, places = hashes[order], owners[order], places[order]
    edges = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1], True]) if len(hashes) else np.zeros(1, dtype=np.int64)
    sizes = np.diff(edges)
    found = [np.zeros((2, 0), dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]):
        rows = edges[:-1][sizes == size]
        one, two = _held_together(int(size), crowd, hubs)
        found.append(np.stack([(rows[:, None] + one).ravel(), (rows[:, None] + two).ravel()]))
    left, right = np.concatenate(found, axis=1)
    apart = owners[left] != owners[right]  # the sort is stable, so that the left owner is never the greater
    left, right = left[apart], right[apart]
    order = np.lexsort((places[right], places[left], owners[right], owners[left]))
    left, right = left[order], right[order]
    pairs = np.stack([owners[left], owners[right]])
    starts = np.flatnonzero(np.r_[len(left) > 0, (pairs[:, 1:] != pairs[:, :-1]).any(axis=0), True])
    for start, end in pairwise(starts):
        yield (
            int(pairs[0, start]),
            int(pairs[1, start]),
            np.stack([places[left[start:end]], places[right[start:end]]], axis=1),
        )


@cache
def _held_together(size: int, crowd: int, hubs: int) -> tuple[Ints, Ints]:
    """Which two of so many are held against each other."""
    one, two = np.triu_indices(size, 1) if size <= crowd else np.triu_indices(hubs, 1, size)
    return one, two


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
