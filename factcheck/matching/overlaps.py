"""Facts that overlap: a claim that states two things may stand in the fact of each.

Grouping gives every claim the one fact that it fits best, and so takes from a claim that states two things its second
partners. What it leaves over is grouped again, by the same rule; a pair that stands in one fact already costs nothing
in another, so that a claim may also join a whole fact.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np

from factcheck.config import Matching
from factcheck.matching.grouping import group
from factcheck.matching.links import Linker, Links, Together
from factcheck.matching.rows import Floats, Ints

Groups = Sequence[Sequence[int]]


def add_further(groups: Groups, links: Links, linker: Linker, limits: Matching) -> list[list[int]]:
    """The groups and those of what they leave over, without groups that another one holds; sorted.

    Args:
        groups: numbers of claims that state one fact.
        links: the candidate pairs.
        linker: scores any others.
        limits: the numbers of the stage.
    """
    known = Together(linker.seen, groups)

    def gain(left: Ints, right: Ints) -> Floats:
        return linker.further_gains(linker.links(left, right), known)

    edges = links.left, links.right, linker.further_gains(links, known)
    found = [members for members in group(len(linker.seen.claims), edges, gain, limits) if len(members) > 1]
    return _without_held(groups, _new(found, known))


def _new(groups: Groups, known: Together) -> list[Sequence[int]]:
    """The groups some claims of which have stood in no fact together."""
    pairs = [np.array(list(combinations(members, 2)), np.int64) for members in groups]
    if not pairs:
        return []
    left, right = np.concatenate(pairs).T
    firsts = np.cumsum([0, *map(len, pairs[:-1])])
    are_new = np.logical_or.reduceat(~known.claims(left, right), firsts)
    return [members for members, is_new in zip(groups, are_new, strict=True) if is_new]


def _without_held(groups: Groups, found: Groups) -> list[list[int]]:
    """All groups, without those of the first that one of the others holds."""
    places: dict[int, list[set[int]]] = defaultdict(list)
    for members in found:
        whole = set(members)
        for claim in members:
            places[claim].append(whole)
    kept = [list(members) for members in groups if not any(place.issuperset(members) for place in places[members[0]])]
    return sorted([*kept, *map(list, found)])
