"""Which pairs are worth a score: those that share telling words, the best few for each claim."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from factcheck.config import Blocking, Matching
from factcheck.matching.blocking import propose_many
from factcheck.matching.rows import Floats, Ints, Rows

CHUNK = 64  # rows that are held against all others at a time: bounds the memory


def propose(
    rows: Rows, limits: Matching, keys: Sequence[Rows] = (), blocking: Blocking = Blocking()
) -> tuple[Ints, Ints]:
    """Pairs (left < right) of rows that share enough, sorted; each row takes part through its best partners at least.

    Args:
        rows: the claims by their telling words.
        limits: how many partners each may have.
        keys: what else may lead from one claim to another where they are very many: values, entities.
        blocking: from how many on they are very many, and how far each looks then.
    """
    if len(rows.totals) > blocking.exact:
        return propose_many((rows, *keys), blocking)
    return _propose_all(rows, limits)


def _propose_all(rows: Rows, limits: Matching) -> tuple[Ints, Ints]:
    """The pairs of a few thousand claims, every one held against every other.

    Keys that very many rows hold are passed over, so that boilerplate makes no block of pairs.
    """
    count = len(rows.totals)
    starts, members, weights = _turn(rows, limits.common)
    kept: list[Ints] = [np.empty(0, np.int64)]
    for first in range(0, count, CHUNK):
        last = min(first + CHUNK, count)
        products = _products(rows, first, last, starts, members, weights)
        products[np.arange(last - first), np.arange(first, last)] = 0.0
        owners, partners = np.nonzero(products >= limits.floor)
        best = _best(owners, products[owners, partners], limits.partners)
        owners, partners = owners[best] + first, partners[best]
        kept.append(np.minimum(owners, partners) * count + np.maximum(owners, partners))
    keys = np.unique(np.concatenate(kept))
    return keys // max(1, count), keys % max(1, count)


def _best(owners: Ints, values: Floats, most: int) -> NDArray[np.bool_]:
    """Which values are among the `most` largest of their owner, ties with the last of them included."""
    order = np.lexsort((-values, owners))
    ranked = owners[order]
    firsts = np.searchsorted(ranked, ranked)
    lasts = np.minimum(firsts + most, np.searchsorted(ranked, ranked, side="right")) - 1
    kept = np.zeros(len(values), bool)
    kept[order] = values[order] >= values[order][lasts]
    return kept


def _turn(rows: Rows, common: int) -> tuple[Ints, Ints, Floats]:
    """The rows by key: where each key's rows begin, the rows, their weights; keys of over `common` rows are empty."""
    owners = np.repeat(np.arange(len(rows.totals)), rows.sizes)
    counts = np.bincount(rows.columns, minlength=rows.width)
    wanted = counts[rows.columns] <= common
    order = np.argsort(rows.columns[wanted], kind="stable")
    starts = np.concatenate([[0], np.cumsum(np.where(counts <= common, counts, 0))])
    return starts, owners[wanted][order], rows.weights[wanted][order]


def _products(rows: Rows, first: int, last: int, starts: Ints, members: Ints, weights: Floats) -> Floats:
    """Dot products of rows first..last with all rows; shape (last - first, number of rows)."""
    count = len(rows.totals)
    entries, owners = rows.entries(np.arange(first, last))
    columns = rows.columns[entries]
    lengths = starts[columns + 1] - starts[columns]
    repeats = np.repeat(np.arange(len(entries)), lengths)
    offsets = np.arange(len(repeats)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
    found = starts[columns][repeats] + offsets
    flat = np.bincount(
        owners[repeats] * count + members[found],
        rows.weights[entries][repeats] * weights[found],
        minlength=(last - first) * count,
    )
    products: Floats = np.reshape(flat, (last - first, count)).astype(np.float64)
    return products
