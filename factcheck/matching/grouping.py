"""Pairs with scores in, groups out: correlation clustering, so that one likely pair never chains two facts together.

Every pair inside a group counts with its score less the threshold; the groups with the largest sum are sought: a pair
that is unlike costs what a likely one earns. Merging the closest groups comes first (average link, tempered by size),
then single claims move while that raises the sum.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from factcheck.config import Matching
from factcheck.matching.rows import Floats, Ints

Gain = Callable[[Ints, Ints], Floats]
Edges = tuple[Ints, Ints, Floats]
ROUNDS = 6  # of single moves; two or three are enough on the development data
TINY = 1e-12
BATCH = 200_000  # pairs scored at a time, about: bounds the memory


def group(count: int, edges: Edges, gain: Gain, limits: Matching) -> list[list[int]]:
    """Groups of the claims 0..count-1, each claim in exactly one; sorted.

    Args:
        count: number of claims.
        edges: the candidate pairs (left, right) and what each earns inside a group.
        gain: what any pairs would earn; asked for the pairs of a neighbourhood that were no candidates.
        limits: the largest neighbourhood that is grouped in one piece.
    """
    parts = [np.array(members, np.int64) for members in neighbourhoods(count, edges, limits.crowd)]
    groups = [ids.tolist() for ids in parts if len(ids) == 1]
    for crowds in _batches([ids for ids in parts if len(ids) > 1]):
        corners = [np.triu_indices(len(ids), 1) for ids in crowds]
        sides = [[ids[corner[side]] for ids, corner in zip(crowds, corners, strict=True)] for side in (0, 1)]
        gains, at = gain(*map(np.concatenate, sides)), 0
        for ids, (row, column) in zip(crowds, corners, strict=True):
            matrix = np.zeros((len(ids), len(ids)))
            matrix[row, column] = gains[at : at + len(row)]
            at += len(row)
            groups.extend(ids[part].tolist() for part in cluster(matrix + matrix.T))
    return sorted(groups)


def _batches(crowds: Sequence[Ints]) -> Iterator[list[Ints]]:
    """The neighbourhoods a few at a time, so that the pairs scored at once stay bounded."""
    batch: list[Ints] = []
    pairs = 0
    for ids in crowds:
        batch.append(ids)
        pairs += len(ids) * (len(ids) - 1) // 2
        if pairs >= BATCH:
            yield batch
            batch, pairs = [], 0
    if batch:
        yield batch


def neighbourhoods(count: int, edges: Edges, crowd: int) -> list[list[int]]:
    """Claims that some chain of earning pairs connects; what is larger than `crowd` is cut at its weaker pairs.

    No group of the best grouping reaches over two of them, since between them every pair costs.
    """
    left, right, gains = edges
    parts: list[list[int]] = []
    waiting = [(np.arange(count), 0.0)]
    while waiting:
        members, bar = waiting.pop()
        inside = np.zeros(count, bool)
        inside[members] = True
        chosen = inside[left] & inside[right] & (gains > bar)
        for part in _components(members, left[chosen], right[chosen]):
            if len(part) <= crowd:
                parts.append(part)
            else:
                waiting.append((np.array(part, np.int64), bar + 0.05))
    return sorted(parts)


def _components(members: Ints, left: Ints, right: Ints) -> list[list[int]]:
    """Connected components, by union and find."""
    parent = {member: member for member in members.tolist()}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    parts: dict[int, list[int]] = {}
    for member in sorted(parent):
        parts.setdefault(root(member), []).append(member)
    return list(parts.values())


def cluster(gains: Floats) -> list[list[int]]:
    """Groups of 0..n-1 that earn much by a symmetric matrix of gains; ties go to the lowest numbers."""
    labels = _move(gains, _merge(gains))
    return [np.flatnonzero(labels == label).tolist() for label in np.unique(labels)]


def _merge(gains: Floats) -> Ints:
    """Labels from merging, again and again, the two groups that earn most for their size."""
    count = len(gains)
    sums, sizes, labels = gains.copy(), np.ones(count), np.arange(count)
    np.fill_diagonal(sums, -np.inf)
    while True:
        rates = np.round(sums / np.sqrt(np.outer(sizes, sizes)), 9)
        one, other = sorted(int(i) for i in np.unravel_index(int(np.argmax(rates)), rates.shape))
        if sums[one, other] <= TINY:
            return labels
        labels[labels == other] = one
        sums[one] += sums[other]
        sums[:, one] = sums[one]
        sums[one, one] = -np.inf
        sums[other] = sums[:, other] = -np.inf
        sizes[one] += sizes[other]


def _move(gains: Floats, labels: Ints) -> Ints:
    """Labels after moving single claims to where they earn most, or out of where they cost."""
    labels = labels.copy()
    for _ in range(ROUNDS):
        before = labels.copy()
        for claim in range(len(labels)):
            earned = np.bincount(labels, gains[claim], minlength=len(labels) + 1)
            best, here = int(np.argmax(np.round(earned, 9))), int(labels[claim])
            if earned[best] > max(earned[here], 0.0) + TINY:
                labels[claim] = best
            elif earned[here] < -TINY:
                labels[claim] = _unused(labels)
        if np.array_equal(before, labels):
            break
    return labels


def _unused(labels: Ints) -> int:
    """The lowest number that is no label; there is one, since n claims have at most n labels of n + 1."""
    taken = set(labels.tolist())
    return next(number for number in range(len(taken) + 1) if number not in taken)
