"""What speaks for and against two claims in one fact, and what a pair earns or costs where facts are formed."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.config import Matching
from factcheck.matching.counterparts import counterparts, is_apart, is_outdone
from factcheck.matching.judge import Opinions
from factcheck.matching.models import probability
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.scoring import Scorer
from factcheck.matching.view import View

NEVER = -100.0  # what a pair costs that no number of likely ones may outweigh


@frozen(eq=False)
class Links:
    """Pairs of claims as grouping sees them; all arrays have one entry for each pair.

    Attributes:
        left: the numbers of the pairs' claims,
        right: and of their partners.
        within: whether both stand in one article.
        scores: the probability of one fact.
        likeness: how much the claims themselves are alike, in log-odds, without the sentences around them.
        likely: which pairs of different articles may be one fact, each for itself.
    """

    left: Ints
    right: Ints
    within: NDArray[np.bool_]
    scores: Floats
    likeness: Floats
    likely: NDArray[np.bool_]


@frozen(eq=False, slots=False)
class Linker:
    """Scores pairs and says what they earn.

    Attributes:
        seen: the claims.
        scorer: the fitted models.
        threshold: probability from which a pair earns something.
        limits: the numbers of the stage.
        opinions: what a judge said, or None.
    """

    seen: View
    scorer: Scorer
    threshold: float
    limits: Matching
    opinions: Opinions | None = None

    def links(self, left: Ints, right: Ints) -> Links:
        """The pairs with what speaks for them."""
        limits = self.limits
        scores, features = score_pairs(self.seen, self.scorer, left, right, limits, self.opinions)
        within = self.seen.is_within(left, right)
        likeness = self.scorer.counterpart.log_odds(features)
        if self.opinions:
            likeness = likeness + self.opinions.shifts(left, right)
        likely = ~within & (scores >= self.threshold) & (likeness >= limits.likeness)
        odds = np.where(likely, _log_odds(scores), -np.inf)
        outdone = is_outdone(self.seen, left, right, odds, limits.margin)
        outdone |= self.seen.elsewhere.outdo(left, right, self._own, odds + limits.margin)
        likely &= ((likeness >= limits.sure) | ~outdone) & ~self.seen.elsewhere.in_sentence(left, right)
        return Links(left, right, within, scores, likeness, likely)

    @cached_property
    def _own(self) -> Floats:
        """Log-odds of each claim with another print of itself; only where it has one."""
        odds = np.full(len(self.seen.claims), -np.inf)
        printed = self.seen.elsewhere.printed
        if len(printed):
            odds[printed] = _log_odds(score_pairs(self.seen, self.scorer, printed, printed, self.limits)[0])
        return odds

    def gains(self, links: Links) -> Floats:
        """What each pair earns inside a fact, where each claim has one fact."""
        across = self._across(links, self._paired(links, links.likely))
        inside = self.limits.within_weight * (links.scores - self.limits.within_threshold)
        alone = links.within & ~self.seen.elsewhere.side_by_side(links.left, links.right)
        return self._kept_apart(links, np.where(alone, inside, across))

    def further_gains(self, links: Links, known: "Together") -> Floats:
        """What each pair earns inside a further fact of its claims.

        Only sentences that stand in no fact together bring something new, and they have to be likelier than those of
        a claim's first fact; claims that already stand in one fact may stand in another one for nothing.
        """
        of_claims, of_sentences = known.claims(links.left, links.right), known.sentences(links.left, links.right)
        clear = _log_odds(links.scores) >= _log_odds(np.array(self.threshold)) + self.limits.further
        gains = self._across(links, self._paired(links, links.likely & clear & ~of_sentences))
        gains = np.where(of_claims, 0.0, np.where(links.within, NEVER, gains))
        return self._kept_apart(links, gains)

    def _paired(self, links: Links, likely: NDArray[np.bool_]) -> NDArray[np.bool_]:
        return counterparts(self.seen, links.left, links.right, likely, links.likeness)

    def _across(self, links: Links, paired: NDArray[np.bool_]) -> Floats:
        """What pairs of different articles earn if these are counterparts; every other pair costs."""
        above = links.scores - self.threshold
        cost = self.limits.unlike * np.minimum(above, -self.limits.other * self.threshold)
        return np.where(paired, above, cost)

    def _kept_apart(self, links: Links, gains: Floats) -> Floats:
        return np.where(is_apart(self.seen, links.left, links.right), NEVER, gains)


class Together:
    """Which claims, and which sentences, stand in one fact."""

    def __init__(self, seen: View, groups: Iterable[Sequence[int]]) -> None:
        self._homes, self._count, self._sentences = seen.homes, len(seen.claims), len(seen.sentences.article)
        sides: list[tuple[Ints, Ints]] = [(np.empty(0, np.int64), np.empty(0, np.int64))]
        for members in (each for each in groups if len(each) > 1):
            ids = np.array(members, np.int64)
            one, other = np.triu_indices(len(ids), 1)
            sides.append((ids[one], ids[other]))
        left, right = (np.concatenate(side) for side in zip(*sides, strict=True))
        self._of_claims = np.unique(_keys(left, right, self._count))
        self._of_sentences = np.unique(_keys(self._homes[left], self._homes[right], self._sentences))

    def claims(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs of claims do."""
        return np.isin(_keys(left, right, self._count), self._of_claims)

    def sentences(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """For which pairs of claims their sentences do, be it through other claims."""
        return np.isin(_keys(self._homes[left], self._homes[right], self._sentences), self._of_sentences)


def _log_odds(scores: Floats) -> Floats:
    odds: Floats = np.log((scores + 1e-12) / (1.0 - scores + 1e-12))
    return odds


def _keys(left: Ints, right: Ints, count: int) -> Ints:
    """One number for each unordered pair."""
    keys: Ints = np.minimum(left, right) * max(1, count) + np.maximum(left, right)
    return keys


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
