"""Which pairs are worth a score: those that share telling words, the best few for each claim."""

import numpy as np

from factcheck.config import Matching
from factcheck.matching.rows import CHUNK, Floats, Ints, Rows


def propose(rows: Rows, limits: Matching) -> tuple[Ints, Ints]:
    """Pairs (left < right) of rows that share enough, sorted; each row takes part through its best partners at least.

    Keys that very many rows hold are passed over, so that boilerplate makes no block of pairs: the work grows with the
    number of rows, not with its square.
    """
    count = len(rows.totals)
    starts, members, weights = _turn(rows, limits.common)
    kept: list[Ints] = [np.empty(0, np.int64)]
    for first in range(0, count, CHUNK):
        last = min(first + CHUNK, count)
        products = _products(rows, first, last, starts, members, weights)
        products[np.arange(last - first), np.arange(first, last)] = 0.0
        if count > limits.partners:
            bar = np.partition(products, count - limits.partners, axis=1)[:, count - limits.partners]
            products[products < bar[:, None]] = 0.0
        owners, partners = np.nonzero(products >= limits.floor)
        owners += first
        kept.append(np.minimum(owners, partners) * count + np.maximum(owners, partners))
    keys = np.unique(np.concatenate(kept))
    return keys // max(1, count), keys % max(1, count)


def _turn(rows: Rows, common: int) -> tuple[Ints, Ints, Floats]:
    """The rows by key: where each key's rows begin, the rows, their weights; keys of over `common` rows are empty."""
    owners = np.repeat(np.arange(len(rows.totals)), np.diff(rows.starts))
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
