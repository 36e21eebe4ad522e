"""Which articles tell of one event: close pairs first, then average link inside what the pairs connect.

Copies of one text are one node throughout: the first of them stands for all, however many there are, and it counts
once in an average, so that an article printed again changes nothing elsewhere. Articles that chains of close pairs
connect are a part. A part of more than `crowd` texts is no event: the bar is raised step by step until the parts are
small enough. A part is then divided so that the articles of a story are close on average. Which part an article is in
depends on the close pairs around it alone, so parts can also grow article by article (growth.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.config import Stories
from factcheck.model import Story
from factcheck.stories.blocks import close_pairs
from factcheck.stories.closeness import Floats, Ints, Shelf, closeness
from factcheck.stories.sketches import Sketch, copies

STEP = 0.02  # by which the bar rises where one part is too large


@frozen
class Part:
    """Articles that chains of close pairs connect.

    Attributes:
        articles: their ids, sorted.
        level: how often the bar was raised for them.
    """

    articles: tuple[str, ...]
    level: int


def bar(level: int, numbers: Stories) -> float:
    """The closeness that connects two articles at a level."""
    return round(numbers.threshold + level * STEP, 6)


def divide_sketches(sketches: Sequence[Sketch], numbers: Stories) -> tuple[Story, ...]:
    """The stories of the sketched articles, each article in exactly one; sorted by their articles."""
    by_id = {each.article: each for each in sketches}
    printed = copies(sketches)
    named: list[tuple[str, ...]] = []
    for part in parts([by_id[first] for first in printed], numbers):
        named.extend(stories_of([by_id[first] for first in part.articles], printed, numbers))
    return tuple(Story.of(articles) for articles in sorted(named))


def parts(sketches: Sequence[Sketch], numbers: Stories) -> list[Part]:
    """The parts of some articles, no two of them copies."""
    ordered = sorted(sketches, key=lambda each: each.article)
    if len(ordered) < 2:
        return [Part((each.article,), 0) for each in ordered]
    if len(ordered) == 2 and numbers.crowd > 1:  # the commonest case needs no sparse matrix
        one, other = ordered
        shared = set(one.keys(numbers.keys)) & set(other.keys(numbers.keys))
        is_close = bool(shared) and closeness(one, other, numbers) >= numbers.threshold
        return [Part((one.article, other.article), 0)] if is_close else [Part((each.article,), 0) for each in ordered]
    left, right, closest = close_pairs(ordered, numbers)
    ids = [each.article for each in ordered]
    return cut(ids, left, right, closest, numbers)


def cut(ids: Sequence[str], left: Ints, right: Ints, close: Floats, numbers: Stories, level: int = 0) -> list[Part]:
    """The parts of articles, from a level on.

    Args:
        ids: the articles, sorted.
        left: of each close pair the place of one in `ids`.
        right: the place of the other.
        close: the closeness of the pair.
        numbers: the numbers.
        level: where to begin.
    """
    found: list[Part] = []
    waiting = [(np.arange(len(ids)), level)]
    while waiting:
        members, level = waiting.pop()
        inside = np.isin(left, members) & np.isin(right, members) & (close >= bar(level, numbers))
        for part in _components(members, left[inside], right[inside]):
            if len(part) <= numbers.crowd:
                found.append(Part(tuple(ids[number] for number in part.tolist()), level))
            else:
                waiting.append((part, level + 1))
    return sorted(found, key=lambda part: part.articles)


def _components(members: Ints, left: Ints, right: Ints) -> list[Ints]:
    """Sets of the members that chains of these pairs connect."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    one, other = np.searchsorted(members, left), np.searchsorted(members, right)
    graph = coo_array((np.ones(len(one)), (one, other)), shape=(len(members), len(members)))
    labels = connected_components(graph, directed=False)[1]
    order = np.argsort(labels, kind="stable")
    return np.split(members[order], np.flatnonzero(np.diff(labels[order])) + 1)


def stories_of(
    sketches: Iterable[Sketch], printed: Mapping[str, Sequence[str]], numbers: Stories
) -> list[tuple[str, ...]]:
    """The articles of one part in groups that are close on average, so that a chain of events is no one story.

    Args:
        sketches: of the articles that stand for all copies of theirs.
        printed: for each of these all copies, sorted, itself among them.
        numbers: the numbers.
    """
    ordered = sorted(sketches, key=lambda each: each.article)
    copied = [printed[each.article] for each in ordered]
    return linked(copied, Shelf(ordered, numbers).all(), numbers) if len(copied) > 2 else [joined(copied)]


def linked(printed: Sequence[Sequence[str]], close: Floats, numbers: Stories) -> list[tuple[str, ...]]:
    """The same, where it is known how close each text is to each; an average counts each text once.

    Args:
        printed: of each text the articles that print it, sorted.
        close: the closeness of the texts, as a square.
        numbers: the numbers.
    """
    if len(printed) < 3:
        return [joined(printed)]
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    order = sorted(range(len(printed)), key=lambda text: printed[text][0])  # whichever print stands for a text
    # Rounded, so that the order of a sum never decides between equal pairs.
    distances = np.round(np.maximum(0.0, 1.0 - squareform(close[np.ix_(order, order)], checks=False)), 9)
    labels: NDArray[np.int32] = fcluster(linkage(distances, "average"), 1.0 - numbers.threshold + 1e-9, "distance")
    groups: dict[int, list[Sequence[str]]] = defaultdict(list)
    for text, label in zip(order, labels.tolist(), strict=True):
        groups[label].append(printed[text])
    return sorted(joined(group) for group in groups.values())


def joined(printed: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """All articles that print some texts, sorted."""
    return tuple(sorted(article for those in printed for article in those))
