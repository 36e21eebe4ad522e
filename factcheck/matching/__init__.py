"""Claims in, facts out: candidates without comparing all with all, scores that explain themselves, grouping."""

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np

from factcheck.config import Matching, Settings
from factcheck.matching.candidates import propose
from factcheck.matching.counterparts import counterparts, is_apart, is_outdone
from factcheck.matching.grouping import group
from factcheck.matching.judge import Judge as Judge
from factcheck.matching.judge import Opinions, ask
from factcheck.matching.models import probability
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.scoring import Scorer, load_scorer
from factcheck.matching.view import View, view
from factcheck.model import Claim, Corpus, Fact, Pair

NEVER = -100.0  # what a pair costs that no number of likely ones may outweigh


def match(
    corpus: Corpus, settings: Settings = Settings(), limits: Matching = Matching(), judge: Judge | None = None
) -> tuple[Fact, ...]:
    """The facts that the claims state, each claim in exactly one; sorted by id.

    Args:
        corpus: the claims and what they stand in.
        settings: the threshold.
        limits: the numbers of this stage.
        judge: asked about the meaning of the likeliest pairs; nobody is where None.
    """
    seen, scorer = view(corpus, limits), load_scorer()
    if not seen.claims:
        return ()
    opinions = _hear(judge, seen, scorer, limits) if judge else None
    groups = group_claims(seen, scorer, settings.match_threshold, limits, opinions)
    return tuple(sorted(_facts(seen, scorer, groups, limits, opinions), key=lambda fact: fact.id))


def group_claims(
    seen: View, scorer: Scorer, threshold: float, limits: Matching, opinions: Opinions | None = None
) -> list[list[int]]:
    """Groups of the numbers of the claims that state one fact."""

    def gain(left: Ints, right: Ints) -> Floats:
        scores, features = score_pairs(seen, scorer, left, right, limits, opinions)
        within = seen.is_within(left, right)
        likeness = scorer.counterpart.log_odds(features)
        if opinions:
            likeness = likeness + opinions.shifts(left, right)
        likely = ~within & (scores >= threshold) & (likeness >= limits.likeness)
        odds = np.where(likely, np.log((scores + 1e-12) / (1.0 - scores + 1e-12)), -np.inf)
        likely &= (likeness >= limits.sure) | ~is_outdone(seen, left, right, odds, limits.margin)
        paired = counterparts(seen, left, right, likely, likeness)
        across = np.where(
            paired, scores - threshold, limits.unlike * np.minimum(scores - threshold, -limits.other * threshold)
        )
        inside = limits.within_weight * (scores - limits.within_threshold)
        return np.where(is_apart(seen, left, right), NEVER, np.where(within, inside, across))

    left, right = _candidates(seen, limits)
    return group(len(seen.claims), (left, right, gain(left, right)), gain, limits)


def score_pairs(
    seen: View, scorer: Scorer, left: Ints, right: Ints, limits: Matching, opinions: Opinions | None = None
) -> tuple[Floats, Mapping[str, Floats]]:
    """The probability of each pair, and its features; what a judge adds to the log-odds is one, under its name."""
    features = seen.features(left, right)
    odds = scorer.log_odds(features, seen.is_alone(left, right))
    odds -= limits.within * seen.is_within(left, right) + limits.brief * seen.is_brief(left, right)
    if opinions is None:
        return probability(odds), features
    shifts = opinions.shifts(left, right)
    return probability(odds + shifts), {**features, opinions.name: shifts}


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
    inside = [(i, j) for members in groups for n, i in enumerate(members) for j in members[n + 1 :]]
    pairs: dict[tuple[int, int], Pair] = {}
    if inside:
        left, right = (np.array(side, np.int64) for side in zip(*inside, strict=True))
        scores, features = score_pairs(seen, scorer, left, right, limits, opinions)
        alone = seen.is_alone(left, right)
        for number, (i, j) in enumerate(inside):
            one, other = sorted((seen.claims[i].id, seen.claims[j].id))
            said = scorer.contributions(features, number, bool(alone[number]))
            if opinions:
                said = opinions.added_to(said, float(features[opinions.name][number]))
            pairs[i, j] = Pair(one, other, round(float(scores[number]), 4), said)
    return [_fact([seen.claims[i] for i in members], [pairs[p] for p in _within(members)]) for members in groups]


def _within(members: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs of a group."""
    return [(i, j) for n, i in enumerate(members) for j in members[n + 1 :]]


def _fact(claims: Sequence[Claim], pairs: Sequence[Pair]) -> Fact:
    """One fact; its gist is the claim that the others are most like."""
    claims = sorted(claims, key=lambda claim: (claim.span, claim.id))
    support = {claim.id: 0.0 for claim in claims}
    for pair in pairs:
        support[pair.left] += pair.score
        support[pair.right] += pair.score
    best = max(claims, key=lambda claim: (round(support[claim.id], 6), -claims.index(claim)))
    ids = tuple(claim.id for claim in claims)
    key = hashlib.sha256(" ".join(sorted(ids)).encode()).hexdigest()[:12]
    return Fact(
        id="f" + key,
        claims=ids,
        gist=best.text,
        pairs=tuple(sorted(pairs, key=lambda pair: (pair.left, pair.right))),
        articles=tuple(sorted({claim.article for claim in claims})),
    )
