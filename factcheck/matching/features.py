"""What a pair of claims has in common, as a handful of readable numbers; all pairs at once."""

import numpy as np

from factcheck.matching.rows import Floats, Ints
from factcheck.matching.units import Units

COMPARED = ("people", "times", "couples", "runs", "quoted", "quoted runs", "rare plain")


def pair_features(units: Units, left: Ints, right: Ints) -> dict[str, Floats]:
    """What the pairs (left[i], right[i]) have in common, by name; each of shape (len(left),).

    A value that differs counts as a slot that both fill, never against the pair. A shared value can only add.
    """
    features: dict[str, Floats] = {}
    for name in COMPARED:
        product, cosine = units.rows[name].cosines(left, right)
        features[f"{name} shared"] = np.log1p(product)
        features[f"{name} alike"] = cosine
    features |= _akin(units, left, right)
    features["values shared"] = np.log1p(units.rows["values"].dots(left, right))
    for slot, has in (("number", units.has_number), ("time", units.has_time), ("quote", units.has_quote)):
        features[f"{slot} in both"] = (has[left] & has[right]).astype(np.float64)
        features[f"{slot} in one"] = (has[left] ^ has[right]).astype(np.float64)
    named = units.has_person[left] & units.has_person[right]
    features["other people"] = (named & (features["people shared"] == 0)).astype(np.float64)
    features["shorter size"] = np.log1p(np.minimum(units.size[left], units.size[right]))
    features["size apart"] = np.log1p(np.maximum(units.size[left], units.size[right])) - features["shorter size"]
    return features


def _akin(units: Units, left: Ints, right: Ints) -> dict[str, Floats]:
    """How much of each is said by the other in words of the same family or in near synonyms."""
    said = units.rows["rare plain"].dots(left, right, units.akin)
    echoed = units.rows["rare plain"].dots(right, left, units.akin)
    shares = said / (units.masses[left] + 0.2), echoed / (units.masses[right] + 0.2)
    return {"less covered": np.minimum(*shares), "more covered": np.maximum(*shares)}
