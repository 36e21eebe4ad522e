"""Candidates among very many claims: each looks up its rarest keys until it has met enough others, never all.

1. Claims with the same keys are copies; one of them stands for all.
2. A key is a word, a person, a number, an entity; two keys together, where each alone is held by too many.
3. A claim follows its keys, the rarest first, until it has met `reach` others. So no block, however large, costs more
   than that: boilerplate in a third of the claims is a key that nobody follows.
4. Of those met it keeps the `shortlist` that share most of the keys it followed, and of these the `partners` that share
   most of all keys.

The work grows with the number of claims. Only here do counts run over the whole set: they decide whom a claim meets,
and how much a key weighs in the choice among those met; in whole octaves, so that a few more articles change next to
nothing (benchmarks/scale.py measures how much). What is proposed is then scored as ever, by the two claims alone.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.config import Blocking
from factcheck.matching.rows import Ints, Rows, distinct

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

Singles = NDArray[np.float32]
CHUNK = 1 << 12  # claims that look for partners at a time: bounds the memory
LEVELS = 1 << 20  # steps of a score when partners are ranked
LEAST = 0.25  # octaves that the commonest key counts for
NUMBERS = 1 << 31  # numbers of claims; a place in the chunk, a step and a number fit into 63 bits


def propose_many(views: Sequence[Rows], limits: Blocking) -> tuple[Ints, Ints]:
    """Pairs (left < right) of claims that share telling keys, sorted.

    Args:
        views: the keys of the claims, one row for each in every view; their weights are not used, since so many claims
            tell by themselves which keys are rare.
        limits: how far each claim looks.
    """
    matrix = _join(views)
    heads, labels = copies(matrix)
    pairs = [left * len(heads) + right for left, right in _partners(_weigh(matrix[heads]), limits)]
    keys = distinct(np.concatenate([_none(), *pairs]))
    return _spread(keys // max(1, len(heads)), keys % max(1, len(heads)), labels, limits.partners)


def _none() -> Ints:
    return np.empty(0, np.int64)


def _join(views: Sequence[Rows]) -> "csr_matrix":
    """All views side by side, 1 where a claim has a key."""
    from scipy.sparse import csr_matrix, hstack

    parts = [
        csr_matrix(
            (np.ones(len(view.columns), np.float32), view.columns.astype(np.int32), view.starts),
            shape=(len(view.totals), view.width),
        )
        for view in views
    ]
    joined: csr_matrix = hstack(parts, format="csr")
    joined.sort_indices()
    return joined


def _weigh(matrix: "csr_matrix") -> "csr_matrix":
    """The rows at length 1, each key weighed by how rare it is among them, in whole octaves."""
    from scipy.sparse import csr_matrix

    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    octaves = np.floor(np.log2(np.maximum(counts, 1)))
    most = np.floor(np.log2(max(matrix.shape[0], 2)))
    weights = np.maximum(most - octaves, LEAST)[matrix.indices].astype(np.float32)
    owners = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    lengths = np.sqrt(np.bincount(owners, weights * weights, minlength=matrix.shape[0]))
    weights /= lengths[owners].astype(np.float32)
    return csr_matrix((weights, matrix.indices, matrix.indptr), shape=matrix.shape)


def copies(matrix: "csr_matrix") -> tuple[Ints, Ints]:
    """The first row of each set of rows with the same columns, and for every row the number of its set.

    Rows without any column are no copies of each other.
    """
    rows = matrix.shape[0]
    marks = np.random.default_rng(1).integers(1, 2**63, matrix.shape[1] + 1, np.uint64)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(marks[matrix.indices], dtype=np.uint64)])
    prints = sums[matrix.indptr[1:]] - sums[matrix.indptr[:-1]]  # modulo 2^64
    is_empty = np.diff(matrix.indptr) == 0
    prints[is_empty] = np.arange(is_empty.sum(), dtype=np.uint64)
    order = np.argsort(prints, kind="stable")
    is_first = np.ones(rows, bool)
    is_first[1:] = prints[order][1:] != prints[order][:-1]
    heads = order[is_first]  # the first of each set, since the sort is stable
    sets = np.cumsum(is_first) - 1
    ranks = np.argsort(np.argsort(heads))  # sets are numbered in the order of their first rows
    labels = np.empty(rows, np.int64)
    labels[order] = ranks[sets]
    return np.sort(heads), labels


def make_blocks(matrix: "csr_matrix", limits: Blocking) -> "csr_matrix":
    """The keys that rows can be found by: those that 2 to `reach` rows hold, and pairs of the more common ones."""
    from scipy.sparse import csr_matrix, hstack

    counts = np.bincount(matrix.indices, minlength=matrix.shape[1])
    singles = _columns(matrix, (counts >= 2) & (counts <= limits.reach))
    owners, keys, weights = _couples(_columns(matrix, counts > limits.reach), limits.coupled)
    order = np.argsort(keys, kind="stable")
    ends = np.flatnonzero(np.diff(keys[order], append=-1))
    sizes = np.diff(ends, prepend=-1)
    numbers = np.cumsum((sizes >= 2) & (sizes <= limits.reach)) - 1
    is_block = np.repeat((sizes >= 2) & (sizes <= limits.reach), sizes)
    columns = np.repeat(numbers, sizes)[is_block].astype(np.int32)
    chosen = order[is_block]
    width = int(numbers[-1]) + 1 if len(numbers) else 0
    pairs = csr_matrix((weights[chosen], (owners[chosen], columns)), shape=(matrix.shape[0], width))
    both: csr_matrix = hstack([singles, pairs], format="csr")
    return both


def _columns(matrix: "csr_matrix", wanted: NDArray[np.bool_]) -> "csr_matrix":
    """The matrix with the entries of the other columns left out."""
    from scipy.sparse import csr_matrix

    chosen = wanted[matrix.indices]
    starts = np.concatenate([[0], np.cumsum(chosen)])[matrix.indptr].astype(matrix.indptr.dtype)
    return csr_matrix((matrix.data[chosen], matrix.indices[chosen], starts), shape=matrix.shape)


def _couples(matrix: "csr_matrix", most: int) -> tuple[NDArray[np.int32], Ints, Singles]:
    """Pairs of the heaviest columns of each row, `most` columns at most: the row, the pair's number, its weight.

    The weights are such that rows with the same columns get their whole product from the pairs.
    """
    rows, width = matrix.shape
    lengths = np.diff(matrix.indptr)
    owners = np.repeat(np.arange(rows, dtype=np.int32), lengths)
    order = np.lexsort((matrix.indices, -matrix.data, owners))
    ranks = np.arange(len(order)) - np.repeat(matrix.indptr[:-1], lengths)
    held = np.full((most, rows), -1, np.int32)
    heavy = np.zeros((most, rows), np.float32)
    best = ranks < most
    held[ranks[best], owners[best]] = matrix.indices[order[best]]
    heavy[ranks[best], owners[best]] = matrix.data[order[best]]
    shares = 1.0 / np.maximum(1, np.minimum(lengths, most) - 1)
    found: list[tuple[NDArray[np.int32], Ints, Singles]] = [(np.empty(0, np.int32), _none(), np.empty(0, np.float32))]
    for second in range(1, most):
        both = np.flatnonzero(held[second] >= 0).astype(np.int32)
        for first in range(second):
            one, other = held[first, both], held[second, both]
            keys = np.minimum(one, other).astype(np.int64) * width + np.maximum(one, other)
            weights = np.sqrt((heavy[first, both] ** 2 + heavy[second, both] ** 2) * shares[both])
            found.append((both, keys, weights.astype(np.float32)))
    one, two, three = (np.concatenate(part) for part in zip(*found, strict=True))
    return one, two, three


def _within_reach(blocks: "csr_matrix", reach: int) -> "csr_matrix":
    """For each row its smallest blocks, as many as hold `reach` others together; the smallest one always."""
    from scipy.sparse import csr_matrix

    sizes = np.bincount(blocks.indices, minlength=blocks.shape[1])[blocks.indices]
    lengths = np.diff(blocks.indptr)
    owners = np.repeat(np.arange(blocks.shape[0], dtype=np.int64), lengths)
    order = np.argsort(owners * (reach + 1) + sizes, kind="stable")
    met = np.cumsum(sizes[order] - 1)
    before = np.concatenate([[0], met])[blocks.indptr[:-1]]
    chosen = np.zeros(len(order), bool)
    chosen[order] = met - np.repeat(before, lengths) <= reach
    starts = np.concatenate([[0], np.cumsum(chosen)])[blocks.indptr]
    return csr_matrix((blocks.data[chosen], blocks.indices[chosen], starts), shape=blocks.shape)


def _partners(matrix: "csr_matrix", limits: Blocking) -> Iterator[tuple[Ints, Ints]]:
    """The best partners of each row, chunk by chunk, the smaller number to the left."""
    blocks = make_blocks(matrix, limits)
    followed, members = _within_reach(blocks, limits.reach), blocks.T.tocsr()
    for first in range(0, matrix.shape[0], CHUNK):
        products = followed[first : first + CHUNK] @ members
        owners = np.repeat(np.arange(first, first + products.shape[0]), np.diff(products.indptr))
        owners, others = _best(owners, products.indices, products.data, limits.shortlist, first)
        shared = np.asarray(matrix[owners].multiply(matrix[others]).sum(axis=1)).ravel()
        owners, others = _best(owners, others, shared, limits.partners, first)
        yield np.minimum(owners, others), np.maximum(owners, others)


def _best(
    owners: Ints, others: NDArray[np.integer], scores: NDArray[np.floating], most: int, first: int
) -> tuple[Ints, Ints]:
    """For each owner the `most` others with the highest scores, 0..1 or a little more; of equals the first ones.

    All three go into one number, since numbers are sorted many times as fast as rows of several.
    """
    steps = LEVELS - 1 - np.minimum(scores * (LEVELS // 2), LEVELS - 1).astype(np.int64)
    keys = ((owners - first) * LEVELS + steps) * NUMBERS + others
    keys = np.sort(keys[owners != others])
    ranked, found = keys // (LEVELS * NUMBERS), keys % NUMBERS
    sizes = np.bincount(ranked, minlength=1)
    kept = np.arange(len(keys)) - np.repeat(np.cumsum(sizes) - sizes, sizes) < most
    return ranked[kept] + first, found[kept]


def _spread(left: Ints, right: Ints, labels: Ints, most: int) -> tuple[Ints, Ints]:
    """The pairs of sets of copies as pairs of claims: each with each, and a claim with up to `most` of its own copies.

    What has more copies than that is boilerplate or a dispatch that all print; there the first ones stand for the sets.
    """
    count = len(labels)
    members = np.argsort(labels, kind="stable")
    sizes = np.bincount(labels, minlength=1)
    several = np.flatnonzero(sizes > 1)
    largest = np.maximum(sizes[left], sizes[right])
    by_heads = (largest == 1) | (largest > most)
    starts = np.cumsum(sizes) - sizes
    keys = [members[starts[left[by_heads]]] * count + members[starts[right[by_heads]]]]
    left, right = left[~by_heads], right[~by_heads]
    for one, other in ((left, right), (several, several)):
        mine, theirs = _in_turn(members, starts[one], sizes[one], starts[other], sizes[other], most)
        keys.append((np.minimum(mine, theirs) * count + np.maximum(mine, theirs))[mine != theirs])
    found = distinct(np.concatenate(keys))
    return found // max(1, count), found % max(1, count)


def _in_turn(members: Ints, firsts: Ints, sizes: Ints, others: Ints, widths: Ints, most: int) -> tuple[Ints, Ints]:
    """Each member of the first set of a pair with up to `most` of the second: those from its own place on, in turn."""
    turns = _counted(sizes)
    pairs = np.repeat(np.arange(len(sizes)), sizes)
    taken = np.minimum(widths[pairs], most)
    places = (np.repeat(turns, taken) + _counted(taken)) % np.repeat(widths[pairs], taken)
    return np.repeat(members[firsts[pairs] + turns], taken), members[np.repeat(others[pairs], taken) + places]


def _counted(sizes: Ints) -> Ints:
    """0..size-1 for each size, one after the other."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
