"""What one speaker is quoted with in claims of different facts: one remark, cut or rendered in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from factcheck.comparison.membership import Membership
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.quoting import REMARK, compare_speeches
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import Verdict
from factcheck.model import Claim

# Claims of one speaker that hold the same few words in a row, from which on these are a manner of speaking.
MANNER = 40


def find_speeches(claims: Iterable[Claim], membership: Membership, scene: Scene) -> Iterator[tuple[Pairing, Verdict]]:
    """What the articles have one speaker say in other words, in claims that no fact holds together.

    Args:
        claims: the claims, in the order of their places.
        membership: the facts of each claim.
        scene: where things are looked up.
    """
    for left, right in _candidates(claims, scene):
        if membership.shared(left, right) is None:
            pairing = Pairing(left, right, scene)
            yield from ((pairing, verdict) for verdict in compare_speeches(pairing))


def _candidates(claims: Iterable[Claim], scene: Scene) -> Iterator[tuple[Claim, Claim]]:
    """Quotations of one speaker in two articles with some words in a row in common, in the order of their places."""
    having: dict[tuple[str, tuple[str, ...]], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.holder.entity and claim.quotations:
            for keys in (passage.keys for passage in scene.passages_of(claim)):
                for start in range(len(keys) - REMARK[2] + 1):
                    having[claim.holder.entity, keys[start : start + REMARK[2]]].setdefault(claim.id, claim)
    found = {
        (one.id, other.id): (one, other)
        for group in having.values()
        if len(group) <= MANNER
        for one, other in combinations(group.values(), 2)
        if one.article != other.article
    }
    return (found[key] for key in sorted(found, key=lambda pair: [scene.rank[each] for each in pair]))
