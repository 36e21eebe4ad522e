"""Claims in, facts out: candidates without comparing all with all, scores that explain themselves, grouping."""

from collections import Counter
from collections.abc import Sequence, Set

import numpy as np

from factcheck.config import Matching, Settings
from factcheck.matching.candidates import propose
from factcheck.matching.copies import add_copies, fact_id, take_once
from factcheck.matching.encoder import Encoder as Encoder
from factcheck.matching.encoder_onnx import open_encoder as open_encoder
from factcheck.matching.grouping import group
from factcheck.matching.judge import Judge as Judge
from factcheck.matching.judge import Opinions, ask
from factcheck.matching.links import Linker, score_pairs
from factcheck.matching.overlaps import add_further
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.scoring import Scorer, load_scorer
from factcheck.matching.view import View, view
from factcheck.model import Claim, Corpus, Fact, Pair


def match(
    corpus: Corpus,
    settings: Settings = Settings(),
    limits: Matching = Matching(),
    judge: Judge | None = None,
    encoder: Encoder | None = None,
) -> tuple[Fact, ...]:
    """The facts that the claims state, each claim in one at least; sorted by id.

    What several print word for word is taken once, and then told of all of them.

    Args:
        corpus: the claims and what they stand in.
        settings: the threshold, and which encoder of meaning there is.
        limits: the numbers of this stage.
        judge: asked about the meaning of the likeliest pairs; nobody is where None.
        encoder: asked for the meaning of claims and sentences, in place of the one that the settings name.
    """
    encoder = encoder or open_encoder(settings.meaning)
    once, scorer = take_once(corpus), load_scorer(encoder is not None)
    seen = view(once.corpus, once.further, encoder)
    if not seen.claims:
        return ()
    opinions = _hear(judge, seen, scorer, limits) if judge else None
    groups = group_claims(seen, scorer, settings.match_threshold, limits, opinions)
    facts = _facts(seen, scorer, groups, limits, opinions)
    printed = seen.elsewhere.printed
    likeness = {pair.left: pair for pair in _pairs(seen, scorer, printed, printed, limits)}
    return tuple(sorted(add_copies(facts, once, likeness), key=lambda fact: fact.id))


def group_claims(
    seen: View, scorer: Scorer, threshold: float, limits: Matching, opinions: Opinions | None = None
) -> list[list[int]]:
    """Groups of the numbers of the claims that state one fact; a claim may be in two."""
    linker = Linker(seen, scorer, threshold, limits, opinions)

    def gain(left: Ints, right: Ints) -> Floats:
        return linker.gains(linker.links(left, right))

    links = linker.links(*_candidates(seen, limits))
    groups = group(len(seen.claims), (links.left, links.right, linker.gains(links)), gain, limits)
    return add_further(groups, links, linker, limits)


def score_articles(corpus: Corpus, limits: Matching = Matching()) -> float:
    """How likely it is, 0..1, that some claim of one article states the same fact as some claim of another one."""
    seen = view(corpus)
    left, right = np.triu_indices(len(seen.claims), 1)
    across = ~seen.is_within(left, right)
    if not across.any():
        return 0.0
    return float(score_pairs(seen, load_scorer(), left[across], right[across], limits)[0].max())


def _candidates(seen: View, limits: Matching) -> tuple[Ints, Ints]:
    """The pairs that are worth a score."""
    return propose(seen.units.rows["rare plain"], limits, [seen.units.rows["values"], seen.statements.rows["entities"]])


def _hear(judge: Judge, seen: View, scorer: Scorer, limits: Matching) -> Opinions | None:
    """What a judge says of the likeliest pairs of different articles."""
    left, right = _candidates(seen, limits)
    across = ~seen.is_within(left, right)
    left, right = left[across], right[across]
    if not len(left):
        return None
    scores, _ = score_pairs(seen, scorer, left, right, limits)
    return ask(judge, seen.claims, (left, right), scores)


def _facts(
    seen: View,
    scorer: Scorer,
    groups: Sequence[Sequence[int]],
    limits: Matching,
    opinions: Opinions | None = None,
) -> list[Fact]:
    """The facts of the groups, with the pairs inside and what speaks for each."""
    inside = [pair for members in groups for pair in _within(members)]
    left, right = np.array(inside, np.int64).reshape(-1, 2).T
    pairs = dict(zip(inside, _pairs(seen, scorer, left, right, limits, opinions), strict=True))
    facts = Counter(i for members in groups for i in members)
    several = {seen.claims[i].id for i, count in facts.items() if count > 1}
    return [
        _fact([seen.claims[i] for i in members], [pairs[p] for p in _within(members)], several) for members in groups
    ]


def _pairs(
    seen: View, scorer: Scorer, left: Ints, right: Ints, limits: Matching, opinions: Opinions | None = None
) -> list[Pair]:
    """Pairs of claims with what speaks for each."""
    if not len(left):
        return []
    scores, features = score_pairs(seen, scorer, left, right, limits, opinions)
    alone = seen.is_alone(left, right)
    pairs = []
    for number, (i, j) in enumerate(zip(left.tolist(), right.tolist(), strict=True)):
        one, other = sorted((seen.claims[i].id, seen.claims[j].id))
        said = scorer.contributions(features, number, bool(alone[number]))
        if opinions:
            said = opinions.added_to(said, float(features[opinions.name][number]))
        pairs.append(Pair(one, other, round(float(scores[number]), 4), said))
    return pairs


def _within(members: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of a group."""
    return [(i, j) for n, i in enumerate(members) for j in members[n + 1 :]]


def _fact(claims: Sequence[Claim], pairs: Sequence[Pair], several: Set[str]) -> Fact:
    """One fact; its gist is the claim that the others are most like, of those that stand in no other fact if it can be.

    Args:
        claims: the claims.
        pairs: what brought them together.
        several: ids of the claims that are in several facts: they say more than one of these.
    """
    claims = sorted(claims, key=lambda claim: (claim.span, claim.id))
    support = {claim.id: 0.0 for claim in claims}
    for pair in pairs:
        support[pair.left] += pair.score
        support[pair.right] += pair.score
    best = max(claims, key=lambda c: (c.id not in several, round(support[c.id], 6), -claims.index(c)))
    ids = tuple(claim.id for claim in claims)
    return Fact(
        id=fact_id(ids),
        claims=ids,
        gist=best.text,
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        articles=tuple(sorted({claim.article for claim in claims})),
    )
