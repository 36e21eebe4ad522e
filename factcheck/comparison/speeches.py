"""What one speaker is quoted with in claims of different facts: one remark, cut or rendered in two ways."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.prints import once
from factcheck.comparison.quoting import REMARK, compare_speeches
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import Verdict
from factcheck.model import Claim

# Articles up to which every print of a remark is compared; beyond, one of exact copies.
FEW_ARTICLES = 24


def find_speeches(fact_of: Mapping[str, str], scene: Scene) -> Iterator[tuple[Pairing, Verdict]]:
    """What the articles have one speaker say in other words, in claims of two facts.

    Args:
        fact_of: the fact of each claim that is in one.
        scene: where things are looked up.
    """
    claims = [scene.corpus.claims[key] for key in sorted(fact_of, key=scene.rank.__getitem__)]
    pairs: Iterable[tuple[Claim, Claim]] = _candidates(claims, scene)
    if len(scene.corpus.articles) > FEW_ARTICLES:
        pairs = once(pairs)
    for left, right in pairs:
        if fact_of[left.id] != fact_of[right.id]:
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
        for one, other in combinations(group.values(), 2)
        if one.article != other.article
    }
    return (found[key] for key in sorted(found, key=lambda pair: [scene.rank[each] for each in pair]))
