"""Pairs with scores in, groups out: average link, so that one likely pair never chains two facts together."""

from collections.abc import Callable, Sequence

import numpy as np

from factcheck.config import Matching
from factcheck.matching.rows import Floats, Ints

Score = Callable[[Ints, Ints], Floats]


def group(
    count: int, left: Ints, right: Ints, scores: Floats, threshold: float, score: Score, limits: Matching
) -> list[list[int]]:
    """Groups of the claims 0..count-1, each claim in exactly one; sorted.

    Likely pairs tie claims into neighbourhoods; inside one every pair is scored, also those that were no candidates,
    and the two groups with the highest average are merged as long as it reaches the threshold.
    """
    groups: list[list[int]] = []
    for members in neighbourhoods(count, left, right, scores, threshold * limits.edge, limits.crowd):
        if len(members) == 1:
            groups.append(members)
            continue
        row, column = np.triu_indices(len(members), 1)
        ids = np.array(members, np.int64)
        matrix = np.zeros((len(members), len(members)))
        matrix[row, column] = score(ids[row], ids[column])
        groups.extend([members[i] for i in part] for part in average_link(matrix + matrix.T, threshold))
    return sorted(groups)


def neighbourhoods(count: int, left: Ints, right: Ints, scores: Floats, edge: float, crowd: int) -> list[list[int]]:
    """Connected components of the pairs from `edge` on; one that is too large is cut at its own weaker edges."""
    parts: list[list[int]] = []
    waiting = [(np.arange(count), edge)]
    while waiting:
        members, bar = waiting.pop()
        inside = np.zeros(count, bool)
        inside[members] = True
        chosen = inside[left] & inside[right] & (scores >= bar)
        for part in _components(members, left[chosen], right[chosen]):
            if len(part) <= crowd or bar >= 1.0:
                parts.append(part)
            else:
                waiting.append((np.array(part, np.int64), bar + 0.25 * (1.0 - bar) + 0.01))
    return sorted(parts)


def _components(members: Ints, left: Ints, right: Ints) -> list[list[int]]:
    """Connected components, by union and find."""
    parent = {int(member): int(member) for member in members}

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in zip(left.tolist(), right.tolist(), strict=True):
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    parts: dict[int, list[int]] = {}
    for member in parent:
        parts.setdefault(root(member), []).append(member)
    return list(parts.values())


def average_link(matrix: Floats, threshold: float) -> list[list[int]]:
    """Groups of 0..n-1 by a symmetric matrix of scores; ties go to the lowest numbers."""
    sums = matrix.copy()
    sizes = np.ones(len(sums))
    groups: list[list[int]] = [[i] for i in range(len(sums))]
    while True:
        averages = np.triu(sums / np.outer(sizes, sizes), 1)
        one, other = np.unravel_index(int(np.argmax(np.round(averages, 12))), averages.shape)
        if averages[one, other] < threshold:
            return [part for part in groups if part]
        groups[one] = sorted(groups[one] + groups[other])
        groups[other] = []
        sums[one, :] += sums[other, :]
        sums[:, one] += sums[:, other]
        sums[other, :] = sums[:, other] = -np.inf
        sizes[one] += sizes[other]


def medoid(matrix: Floats, members: Sequence[int]) -> int:
    """The member that is most like the others, the first of several."""
    inside = matrix[np.ix_(members, members)]
    return members[int(np.argmax(np.round(inside.sum(axis=1), 9)))]
