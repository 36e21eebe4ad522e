"""From features to a probability that explains itself: a logistic model with its weights in weights.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.matching.rows import Floats


@frozen
class Model:
    """A logistic model.

    Attributes:
        intercept: log-odds of a pair whose features are all 0.
        weights: log-odds for one unit of each feature.
    """

    intercept: float
    weights: Mapping[str, float]

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """Log-odds of each pair."""
        total = np.full(len(next(iter(features.values()))), self.intercept)
        for name, weight in self.weights.items():
            total += weight * features[name]
        return total

    def contributions(self, features: Mapping[str, Floats], index: int) -> dict[str, float]:
        """What each feature adds to the log-odds of pair `index`, largest first; what adds nothing is left out."""
        parts = {name: round(float(weight * features[name][index]), 4) for name, weight in self.weights.items()}
        ranked = sorted(parts.items(), key=lambda part: (-abs(part[1]), part[0]))
        return {name: part for name, part in ranked if part}


@frozen
class Scorer:
    """The three models of the library.

    Whether two sentences share something is one question, which claim of the one goes with which of the other a second.

    Within whole articles a word that each says once tells much; in two sentences on their own every word is said once,
    and that tells nothing. So sentences on their own have weights of their own, set so that one threshold fits both.

    Attributes:
        whole: for pairs of which one claim at least stands in a whole article.
        alone: for pairs of claims from texts of a few sentences.
        counterpart: whether these are the claims of two matching sentences that say the same; by the claims alone.
    """

    whole: Model
    alone: Model
    counterpart: Model

    def log_odds(self, features: Mapping[str, Floats], is_alone: NDArray[np.bool_]) -> Floats:
        """Log-odds of each pair."""
        return np.where(is_alone, self.alone.log_odds(features), self.whole.log_odds(features))

    def contributions(self, features: Mapping[str, Floats], index: int, is_alone: bool) -> dict[str, float]:
        """What each feature adds to the log-odds of pair `index`."""
        return (self.alone if is_alone else self.whole).contributions(features, index)


def probability(log_odds: Floats) -> Floats:
    """Log-odds as probabilities."""
    return 1.0 / (1.0 + np.exp(-log_odds))


@cache
def load_scorer() -> Scorer:
    """The fitted models."""
    text = resources.files(__package__).joinpath("weights.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    whole, alone, counterpart = (
        Model(float(data[part]["intercept"]), {name: float(w) for name, w in data[part]["weights"].items()})
        for part in ("whole", "alone", "counterpart")
    )
    return Scorer(whole, alone, counterpart)
