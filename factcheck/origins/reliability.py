"""How reliable the sources of a set look, estimated from where they agree: an estimate, never the truth."""

import math
from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Literal

from attrs import frozen

from factcheck.errors import ConfigError
from factcheck.model import Difference, Results

Method = Literal["vote", "accu"]

_ROUNDS = 20  # the estimate settles in five to ten
_SETTLED = 1e-4
_START = 0.8  # accuracy that a source is taken to have before anything is known (Dong et al. use the same)
_WRONG = 10  # how many wrong values are as likely as each other
_COPIES = 0.8  # share of a copier's values that are copied
_PRIOR = 0.1  # probability that one of two sources copies from the other, before anything is seen
_BOUNDS = (0.05, 0.95)  # nobody is taken to be always right or always wrong

Votes = Mapping[str, Mapping[str, str]]


@frozen
class Reliability:
    """What is estimated of one source.

    Attributes:
        source: the outlet, or the name that the votes give it.
        score: estimated share, 0..1, of its disputed values on which it agrees with the value best borne out.
        items: on how many disputed things it takes a side; of few, the score says little.
        copies: the sources that it seems to share copied values with, sorted; () where the method does not ask.
    """

    source: str
    score: float
    items: int
    copies: tuple[str, ...] = ()


def reliability(results: Results, method: Method = "vote") -> tuple[Reliability, ...]:
    """How reliable each outlet of a set looks where outlets differ.

    Only the sides of conflicts are asked: where all agree there is nothing to tell sources apart by. Few articles show
    little, which is why no report prints this by itself.

    Args:
        results: what `reconcile` gave.
        method: see `estimate`.

    Returns:
        One estimate for each outlet that takes a side, by name.
    """
    outlet = {article.id: article.outlet for article in results.articles}
    group = {
        (fact.id, article): f"{fact.id} {number}"
        for fact in results.facts
        for number, witness in enumerate(fact.known_from)
        for article in witness.articles
    }
    votes: dict[str, dict[str, str]] = defaultdict(dict)
    origins: dict[str, dict[str, str]] = defaultdict(dict)
    for finding in results.findings:
        if finding.relation is not Difference.CONFLICT:
            continue
        item = f"{finding.fact} {finding.kind}"
        for side in finding.sides:
            for article in side.articles:
                votes[item].setdefault(outlet[article], side.words.casefold())
                origins[item].setdefault(outlet[article], group.get((finding.fact, article), article))
    return estimate(votes, method, origins)


def estimate(votes: Votes, method: Method = "vote", origins: Votes | None = None) -> tuple[Reliability, ...]:
    """How reliable sources look from the values that they give.

    "vote" counts each value by the independent origins that give it, and a source by how often it gives the value with
    most; values with equally many share the vote. "accu" is the ACCU model with copy detection of Dong, Berti-Equille
    and Srivastava (2009), Integrating conflicting data: the role of source dependence, PVLDB 2(1): a value counts by
    the accuracy of who gives it; two sources that share values which few others give are taken to copy, since
    independent sources seldom make the same mistake; what was probably copied counts that much less; and all of it is
    repeated until it settles. Neither knows what is true.

    Args:
        votes: for each thing in question the value that each source gives.
        method: "vote" or "accu".
        origins: for each thing the origin that each source has it from, where that is known; each source its own else.

    Raises:
        ConfigError: where there is no such method.
    """
    asked, _, accuracy, copying = _settled(votes, method, origins)
    return tuple(
        Reliability(
            source,
            round(accuracy[source], 4),
            sum(source in given for given in asked.values()),
            tuple(sorted({a if b == source else b for (a, b), p in copying.items() if source in (a, b) and p > 0.5})),
        )
        for source in sorted(accuracy)
    )


def support(votes: Votes, method: Method = "vote", origins: Votes | None = None) -> dict[str, dict[str, float]]:
    """How much weight, 0..1, each value of each disputed thing has by the same methods; see `estimate`."""
    return _settled(votes, method, origins)[1]


def _settled(
    votes: Votes, method: Method, origins: Votes | None
) -> tuple[Votes, dict[str, dict[str, float]], dict[str, float], dict[tuple[str, str], float]]:
    """What is disputed, the weight of each value, the accuracy of each source, and who copies."""
    if method not in ("vote", "accu"):
        raise ConfigError("method", method, ["vote", "accu"])
    origins = origins or {}
    asked = {item: dict(sorted(given.items())) for item, given in sorted(votes.items()) if len(set(given.values())) > 1}
    if method == "vote":
        beliefs = {item: _shares(_counted(given, origins.get(item, {}))) for item, given in asked.items()}
        return asked, beliefs, _accuracy(asked, beliefs), {}
    accuracy = dict.fromkeys(sorted({source for given in asked.values() for source in given}), _START)
    copying: dict[tuple[str, str], float] = {}
    beliefs = {}
    for _ in range(_ROUNDS):
        beliefs = {item: _weighed(given, origins.get(item, {}), accuracy, copying) for item, given in asked.items()}
        copying = _copying(asked, beliefs, accuracy)
        before, accuracy = accuracy, _accuracy(asked, beliefs)
        if all(abs(before[source] - accuracy[source]) < _SETTLED for source in accuracy):
            break
    return asked, beliefs, accuracy, copying


def _counted(given: Mapping[str, str], origin: Mapping[str, str]) -> dict[str, float]:
    """For each value the number of independent origins that give it."""
    found: dict[str, set[str]] = defaultdict(set)
    for source, value in given.items():
        found[value].add(origin.get(source, source))
    return {value: float(len(those)) for value, those in found.items()}


def _shares(counts: Mapping[str, float]) -> dict[str, float]:
    """The values with the highest count share the vote."""
    most = max(counts.values())
    best = [value for value, count in counts.items() if count == most]
    return {value: (value in best) / len(best) for value in counts}


def _weighed(
    given: Mapping[str, str],
    origin: Mapping[str, str],
    accuracy: Mapping[str, float],
    copying: Mapping[tuple[str, str], float],
) -> dict[str, float]:
    """For each value how probable it is, by the accuracy of who gives it independently of who was counted before."""
    score: dict[str, float] = defaultdict(float)
    counted: dict[str, list[str]] = defaultdict(list)
    for source in sorted(given, key=lambda s: (-accuracy[s], s)):
        value = given[source]
        own = 1.0
        for other in counted[value]:
            is_known = origin.get(source, source) == origin.get(other, other)
            own *= 0.0 if is_known else 1 - _COPIES * copying.get((min(source, other), max(source, other)), 0.0)
        score[value] += own * math.log(_WRONG * accuracy[source] / (1 - accuracy[source]))
        counted[value].append(source)
    top = max(score.values())
    weights = {value: math.exp(each - top) for value, each in sorted(score.items())}
    rest = max(0, _WRONG + 1 - len(weights)) * math.exp(-top)  # values that nobody gives
    return {value: weight / (sum(weights.values()) + rest) for value, weight in weights.items()}


def _accuracy(asked: Votes, beliefs: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """For each source the mean probability of what it says."""
    found: dict[str, list[float]] = defaultdict(list)
    for item, given in asked.items():
        for source, value in given.items():
            found[source].append(beliefs[item][value])
    low, high = _BOUNDS
    return {source: min(high, max(low, sum(those) / len(those))) for source, those in found.items()}


def _copying(
    asked: Votes, beliefs: Mapping[str, Mapping[str, float]], accuracy: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """For each two sources how probable it is that one of them copies from the other."""
    odds: dict[tuple[str, str], float] = defaultdict(lambda: math.log(_PRIOR / (1 - _PRIOR)))
    for item, given in asked.items():
        for left, right in combinations(sorted(given), 2):
            odds[left, right] += _evidence(given[left], given[right], beliefs[item], accuracy[left], accuracy[right])
    return {pair: 1 / (1 + math.exp(-max(-60.0, min(60.0, each)))) for pair, each in sorted(odds.items())}


def _evidence(left: str, right: str, belief: Mapping[str, float], one: float, two: float) -> float:
    """How much one thing says for copying, as log-odds: a value shared that is hardly right says much."""
    both_right, both_wrong = one * two, (1 - one) * (1 - two) / _WRONG
    if left != right:
        return math.log(1 - _COPIES)
    mean = (one + two) / 2
    right_ = math.log(_COPIES * mean / both_right + 1 - _COPIES)
    wrong = math.log(_COPIES * (1 - mean) / both_wrong + 1 - _COPIES)
    return belief[left] * right_ + (1 - belief[left]) * wrong
