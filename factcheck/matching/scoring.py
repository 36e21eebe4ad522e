"""The fitted models of the library: their weights are in weights.toml and, for short texts, in alone.toml.

Where an encoder of meaning is at hand, articles have the weights of meaning.toml, fitted with its features.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.matching.models import Blend, Model
from factcheck.matching.rows import Floats


@frozen
class Scorer:
    """The three models of the library.

    Whether two sentences share something is one question, which claim of the one goes with which of the other a second.

    Within articles, be they of two sentences only, a word that each says once tells much, and so does what stands
    around; two sentences on their own say every word once, and that tells nothing. So they have weights of their own,
    set so that one threshold fits both.

    Attributes:
        whole: for pairs of which one claim at least stands in an article of several sentences.
        alone: for pairs of claims from texts of one sentence.
        counterpart: whether these are the claims of two matching sentences that say the same; by the claims alone.
    """

    whole: Model
    alone: Blend
    counterpart: Model

    def log_odds(self, features: Mapping[str, Floats], is_alone: NDArray[np.bool_]) -> Floats:
        """Log-odds of each pair."""
        if not is_alone.any():
            return self.whole.log_odds(features)
        return np.where(is_alone, self.alone.log_odds(features), self.whole.log_odds(features))

    def contributions(self, features: Mapping[str, Floats], index: int, is_alone: bool) -> dict[str, float]:
        """What each feature adds to the log-odds of pair `index`."""
        return (self.alone if is_alone else self.whole).contributions(features, index)


@cache
def load_scorer(has_meaning: bool = False) -> Scorer:
    """The fitted models; those with the features of an encoder of meaning, if there is one."""
    data, short = _read("weights.toml"), _read("alone.toml")
    gate = short["gate"]
    alone = Blend(_model(short["close"]), _model(short["loose"]), gate["feature"], gate["low"], gate["high"])
    whole = _read("meaning.toml")["whole"] if has_meaning else data["whole"]
    return Scorer(_model(whole), alone, _model(data["counterpart"]))


def _read(name: str) -> dict[str, Any]:
    """A file of weights."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _model(part: Mapping[str, Any]) -> Model:
    """A model as its part of the file says."""
    return Model(float(part["intercept"]), {name: float(weight) for name, weight in part["weights"].items()})
