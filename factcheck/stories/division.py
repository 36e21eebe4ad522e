"""Which articles tell of one event: close pairs first, then average link inside what the pairs connect."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from factcheck.config import Stories
from factcheck.model import Story
from factcheck.stories.sketches import Sketch

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
CHUNK = 512  # articles that are held against all others at a time: bounds the memory
STEP = 0.02  # by which the bar rises where one component is too large


def divide_sketches(sketches: Sequence[Sketch], numbers: Stories) -> tuple[Story, ...]:
    """The stories of the sketched articles, each article in exactly one; sorted by their articles."""
    ordered = sorted(sketches, key=lambda each: each.article)
    if len(ordered) < 3:
        is_one = len(ordered) == 2 and closeness(ordered[0], ordered[1], numbers) >= numbers.threshold
        named = [tuple(each.article for each in ordered)] if is_one else [(each.article,) for each in ordered]
        return tuple(Story.of(articles) for articles in named)
    left, right, close = close_pairs(ordered, numbers)
    groups: list[Ints] = []
    waiting = [(np.arange(len(ordered)), numbers.threshold)]
    while waiting:
        members, bar = waiting.pop()
        for part in _components(members, left, right, close >= bar):
            if len(part) <= numbers.crowd:
                groups.extend(_average_link(part, left, right, close, numbers.threshold))
            else:
                waiting.append((part, bar + STEP))
    named = [tuple(sorted(ordered[number].article for number in group)) for group in groups]
    return tuple(Story.of(articles) for articles in sorted(named))


def closeness(one: Sketch, other: Sketch, numbers: Stories) -> float:
    """How close two articles are.

    That is the cosine of the sketches, less a penalty for the days between the articles, and more where one is brief:
    it has few words to share. Below the floor of the cosine it is 0.
    """
    product = sum(weight * other.weights.get(lemma, 0.0) for lemma, weight in sorted(one.weights.items()))
    cosine = product / ((one.length * other.length) or 1.0)
    if cosine < numbers.floor:
        return 0.0
    days = np.array([one.day]), np.array([other.day])
    is_brief = min(one.words, other.words) < numbers.brief
    return cosine - float(_penalty(*days, numbers)[0]) + (numbers.bonus if is_brief else 0.0)


def close_pairs(sketches: Sequence[Sketch], numbers: Stories) -> tuple[Ints, Ints, Floats]:
    """Pairs (left < right) of articles that share anything, and their closeness, for many articles at a time."""
    from scipy.sparse import coo_array  # here, since it takes a third of a second that two articles need not wait

    matrix = _matrix(sketches)
    days = np.array([each.day for each in sketches], np.int64)
    brief = np.array([each.words < numbers.brief for each in sketches], bool)
    lefts, rights, values = [], [], []
    for first in range(0, len(sketches), CHUNK):
        products = coo_array(matrix[first : first + CHUNK] @ matrix.T)
        row, column = products.coords[0].astype(np.int64) + first, products.coords[1].astype(np.int64)
        kept = (row < column) & (products.data >= numbers.floor)
        row, column = row[kept], column[kept]
        value = products.data[kept] - _penalty(days[row], days[column], numbers)
        value += np.where(brief[row] | brief[column], numbers.bonus, 0.0)
        lefts.append(row)
        rights.append(column)
        values.append(value)
    return np.concatenate(lefts), np.concatenate(rights), np.concatenate(values)


def _matrix(sketches: Sequence[Sketch]) -> "csr_array":
    """The sketches as rows of length 1, one column a lemma."""
    from scipy.sparse import csr_array

    columns: dict[str, int] = {}
    starts, indices, data = [0], [], []
    for each in sketches:
        length = each.length or 1.0
        for lemma, weight in sorted(each.weights.items()):
            indices.append(columns.setdefault(lemma, len(columns)))
            data.append(weight / length)
        starts.append(len(indices))
    return csr_array((data, indices, starts), shape=(len(sketches), max(1, len(columns))))


def _penalty(left: Ints, right: Ints, numbers: Stories) -> Floats:
    """What the days between two articles take off: nothing within a week, all of it from a month on."""
    gap = np.abs(left - right).astype(np.float64)
    share = np.clip((gap - numbers.near) / (numbers.far - numbers.near), 0.0, 1.0)
    penalty: Floats = np.where((left == 0) | (right == 0), numbers.undated, numbers.apart * share)
    return penalty


def _components(members: Ints, left: Ints, right: Ints, is_close: NDArray[np.bool_]) -> list[Ints]:
    """Sets of the members that chains of close pairs connect."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    place = np.full(int(members.max()) + 1, -1, np.int64)
    place[members] = np.arange(len(members))
    inside = is_close & (left <= members.max()) & (right <= members.max())
    one, other = place[left[inside]], place[right[inside]]
    known = (one >= 0) & (other >= 0)
    graph = coo_array((np.ones(int(known.sum())), (one[known], other[known])), shape=(len(members), len(members)))
    labels = connected_components(graph, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    return np.split(members[order], np.flatnonzero(np.diff(labels[order])) + 1)


def _average_link(members: Ints, left: Ints, right: Ints, closeness: Floats, threshold: float) -> list[Ints]:
    """The members in groups whose pairs are close on average, so that a chain of events does not become one story."""
    if len(members) < 3:
        return [members]
    from scipy.cluster.hierarchy import fcluster, linkage

    place = np.full(int(members.max()) + 1, -1, np.int64)
    place[members] = np.arange(len(members))
    inside = (left <= members.max()) & (right <= members.max())
    one, other, close = place[left[inside]], place[right[inside]], closeness[inside]
    known = (one >= 0) & (other >= 0)
    apart = np.ones((len(members), len(members)))
    apart[one[known], other[known]] = apart[other[known], one[known]] = np.maximum(0.0, 1.0 - close[known])
    corner = np.triu_indices(len(members), 1)
    # Rounded, so that the order of a sum never decides between equal pairs.
    labels = fcluster(linkage(np.round(apart[corner], 9), "average"), 1.0 - threshold + 1e-9, "distance")
    return [members[labels == label] for label in np.unique(labels)]
