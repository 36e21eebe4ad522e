"""Logistic models that explain themselves: from features of pairs to log-odds, and what each feature adds."""

from collections.abc import Mapping

import numpy as np
from attrs import frozen

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
        """What each feature adds to the log-odds of pair `index`; what adds nothing is left out."""
        values = ((name, weight, features[name].item(index)) for name, weight in self.weights.items())
        return {name: part for name, weight, value in values if value and (part := round(weight * value, 4))}


@frozen
class Blend:
    """Two logistic models, and when which of them speaks.

    Attributes:
        close: for texts that share most of their words.
        loose: for texts that share few.
        gate: the feature that decides.
        low: up to where `loose` speaks alone.
        high: from where `close` does; in between they are mixed.
    """

    close: Model
    loose: Model
    gate: str
    low: float
    high: float

    def share(self, features: Mapping[str, Floats]) -> Floats:
        """How much `close` has to say on each pair, 0..1."""
        share: Floats = np.clip((features[self.gate] - self.low) / (self.high - self.low), 0.0, 1.0)
        return share

    def log_odds(self, features: Mapping[str, Floats]) -> Floats:
        """Log-odds of each pair."""
        share = self.share(features)
        return share * self.close.log_odds(features) + (1 - share) * self.loose.log_odds(features)

    def contributions(self, features: Mapping[str, Floats], index: int) -> dict[str, float]:
        """What each feature adds to the log-odds of pair `index`; what adds nothing is left out."""
        share = float(self.share(features)[index])
        weights = {
            name: share * weight + (1 - share) * self.loose.weights[name] for name, weight in self.close.weights.items()
        }
        return Model(0.0, weights).contributions(features, index)


def probability(log_odds: Floats) -> Floats:
    """Log-odds as probabilities."""
    return 1.0 / (1.0 + np.exp(-log_odds))
