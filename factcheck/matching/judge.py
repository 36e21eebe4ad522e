"""A judge of meaning that users plug in: asked about the likeliest pairs of claims only, heard in log-odds."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil, isfinite
from typing import Protocol

import numpy as np
from attrs import frozen

from factcheck.config import Judging
from factcheck.errors import JudgeError
from factcheck.matching.rows import Floats, Ints
from factcheck.model import Claim


class Judge(Protocol):
    """Whoever can say how likely it is that two texts state the same fact.

    The same pairs must get the same answers, or two runs will not give the same facts.
    """

    @property
    def name(self) -> str:
        """What its contribution is called in the explanation of a pair."""

    def probabilities(self, pairs: Sequence[tuple[str, str]]) -> Sequence[float]:
        """The probability, 0..1, that both texts of a pair state the same fact, for each pair.

        One half says that the judge cannot tell. That one text says more than the other, or gives another value, does
        not make it another fact.
        """


@frozen(eq=False)
class Opinions:
    """What a judge said.

    Attributes:
        name: whose opinions these are, as the explanation of a pair tells it.
        keys: the pairs that it was asked about, as left * count + right with left < right; sorted.
        odds: what is added to the log-odds of each.
        count: number of claims.
    """

    name: str
    keys: Ints
    odds: Floats
    count: int

    def shifts(self, left: Ints, right: Ints) -> Floats:
        """What is added to the log-odds of the pairs (left[i], right[i]); 0 for those that it was not asked about."""
        keys = np.minimum(left, right) * self.count + np.maximum(left, right)
        at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[at] == keys, self.odds[at], 0.0)

    def added_to(self, said: Mapping[str, float], shift: float) -> dict[str, float]:
        """The contributions to the score of a pair with the judge's, largest first."""
        parts = {**said, self.name: round(shift, 4)}
        return {name: part for name, part in sorted(parts.items(), key=lambda item: (-abs(item[1]), item[0])) if part}


def shortlist(left: Ints, right: Ints, scores: Floats, most: int, each: int) -> Ints:
    """Which pairs are worth a judge's time: the `most` likeliest, and no claim in more than `each` of them."""
    taken: Counter[int] = Counter()
    chosen: list[int] = []
    for pair in np.lexsort((right, left, -np.round(scores, 9))).tolist():
        if len(chosen) >= most:
            break
        ends = int(left[pair]), int(right[pair])
        if all(taken[end] < each for end in ends):
            taken.update(ends)
            chosen.append(pair)
    return np.array(sorted(chosen), np.int64)


def ask(
    judge: Judge,
    claims: Sequence[Claim],
    pairs: tuple[Ints, Ints],
    scores: Floats,
    limits: Judging = Judging(),
) -> Opinions | None:
    """What a judge says of the likeliest pairs; None where there is nothing to ask.

    Args:
        judge: whom to ask.
        claims: all claims.
        pairs: the candidates, by the numbers of their claims.
        scores: their fitted probabilities.
        limits: how many of them to ask about, and how much the answers count.

    Raises:
        JudgeError: where the answers are not one probability for each pair.
    """
    left, right = pairs
    sizes = np.array(list(Counter(claim.article for claim in claims).values()), np.int64)
    across = (int(sizes.sum()) ** 2 - int((sizes**2).sum())) // 2
    chosen = shortlist(left, right, scores, ceil(limits.share * across), limits.each)
    if not len(chosen):
        return None
    ends = np.minimum(left, right)[chosen], np.maximum(left, right)[chosen]
    texts = [(claims[i].text, claims[j].text) for i, j in zip(*(end.tolist() for end in ends), strict=True)]
    answers = _answers(judge, texts)
    keys = ends[0] * len(claims) + ends[1]
    order = np.argsort(keys)
    certain = np.clip(answers, limits.doubt, 1 - limits.doubt)
    odds = np.log(certain / (1 - certain))
    return Opinions(f"judge: {judge.name}", keys[order], limits.trust * odds[order], len(claims))


def _answers(judge: Judge, texts: Sequence[tuple[str, str]]) -> Floats:
    """The answers of a judge, one for each pair of texts; each distinct pair is asked about once."""
    distinct = sorted(set(texts))
    answers = [float(answer) for answer in judge.probabilities(distinct)]
    if len(answers) != len(distinct):
        raise JudgeError(judge.name, f"it was asked about {len(distinct)} pairs and gave {len(answers)} answers")
    wrong = [answer for answer in answers if not (isfinite(answer) and 0.0 <= answer <= 1.0)]
    if wrong:
        raise JudgeError(judge.name, f"its answers must be probabilities, 0 to 1; it gave {wrong[0]}")
    known = dict(zip(distinct, answers, strict=True))
    return np.array([known[pair] for pair in texts], np.float64)
