"""What two sentences of short texts share, and what each says that the other leaves unsaid; all pairs at once."""

import numpy as np

from factcheck.matching.alone_texts import COVERED, NAMED, Texts
from factcheck.matching.rows import Floats, Ints
from factcheck.similarity import (
    pairwise_edit_ratio,
    pairwise_partial,
    pairwise_token_set,
    pairwise_token_sort,
)

OVERLAPS = (
    "one word",
    "two words",
    "three words",
    "four words",
    "three letters",
    "four letters",
    "five letters",
    "couples",
    "words",
)
LITTLE = 0.1  # mass that keeps a share defined where there is nothing to cover


def text_features(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """What the sentences left[i] and right[i] have in common, by name; each of shape (len(left),), and symmetric.

    Another number, another time or a "not" is masked: it never makes two sentences less alike than none would.
    """
    features = _overlaps(texts, left, right) | _strings(texts, left, right)
    for view in COVERED:
        features |= _covered(texts, view, left, right)
    features |= _claims(texts, left, right) | _named(texts, left, right) | _slots(texts, left, right)
    return features


def _overlaps(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """Shares of the keys in common: of both, and of the one that has fewer."""
    features = {}
    for view in OVERLAPS:
        one, other = texts.masses[view][left], texts.masses[view][right]
        shared = texts.rows[view].dots(left, right)
        if view == "words":
            shared = np.minimum(shared, np.minimum(one, other))
        features[f"{view}: of both"] = 2 * shared / np.maximum(one + other, LITTLE)
        features[f"{view}: of the shorter"] = shared / np.maximum(np.minimum(one, other), LITTLE)
        features[f"{view}: shared"] = np.log1p(shared)
    return features


def _strings(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """Likeness of the strings, and how far the order of the words is the same."""
    one, other = ([side[i] for i in rows] for side, rows in ((texts.texts, left), (texts.texts, right)))
    codes = [texts.codes[i] for i in left], [texts.codes[i] for i in right]
    sizes = np.array([len(c) for c in codes[0]], np.float64), np.array([len(c) for c in codes[1]], np.float64)
    in_order = pairwise_edit_ratio(*codes).astype(np.float64)
    common = in_order * (sizes[0] + sizes[1]) / 2
    shorter, longer = np.minimum(*sizes), np.maximum(*sizes)
    return {
        "letters in order": pairwise_edit_ratio(one, other).astype(np.float64),
        "token set": pairwise_token_set(one, other).astype(np.float64),
        "token sort": pairwise_token_sort(one, other).astype(np.float64),
        "best part": pairwise_partial(one, other).astype(np.float64),
        "in order: of both": in_order,
        "in order: of the shorter": common / np.maximum(shorter, 1),
        "in order: of the shared": common / np.maximum(texts.rows["one word"].dots(left, right), 1),
        "length ratio": shorter / np.maximum(longer, 1),
        "shorter length": np.log1p(shorter),
        "length apart": np.log1p(longer - shorter),
    }


def _covered(texts: Texts, view: str, left: Ints, right: Ints) -> dict[str, Floats]:
    """How much of each the other says in the same words, their family or near synonyms, and how much it does not."""
    shares, unsaid = [], []
    for one, other in ((left, right), (right, left)):
        mass = texts.masses[view][one]
        said = texts.covered[view].dots(one, other, texts.said[view])
        shares.append(said / np.maximum(mass, LITTLE))
        unsaid.append(np.log1p(np.maximum(mass - said, 0.0)))
    return {
        f"{view}: less covered": np.minimum(*shares),
        f"{view}: more covered": np.maximum(*shares),
        f"{view}: less unsaid": np.minimum(*unsaid),
        f"{view}: more unsaid": np.maximum(*unsaid),
    }


def _claims(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """How far each claim of the one is said by the other: the least and the best covered claim, and the mean."""
    least, best, mean, unsaid = [], [], [], []
    for one, other in ((left, right), (right, left)):
        starts, counts = texts.claims[one], texts.claims[one + 1] - texts.claims[one]
        owners = np.repeat(np.arange(len(one)), counts)
        firsts = np.cumsum(counts) - counts
        rows = np.repeat(starts - firsts, counts) + np.arange(len(owners))
        mass = texts.masses["claims"][rows]
        said = texts.covered["claims"].dots(rows, other[owners], texts.said["claims"])
        share = said / np.maximum(mass, LITTLE)
        least.append(np.minimum.reduceat(share, firsts))
        best.append(np.maximum.reduceat(share, firsts))
        mean.append(np.add.reduceat(said, firsts) / np.maximum(np.add.reduceat(mass, firsts), LITTLE))
        unsaid.append(np.log1p(np.maximum.reduceat(np.maximum(mass - said, 0.0), firsts)))
    features = {}
    for name, sides in (("least claim", least), ("best claim", best), ("claims", mean), ("unsaid of a claim", unsaid)):
        features[f"{name}: lower"] = np.minimum(*sides)
        features[f"{name}: higher"] = np.maximum(*sides)
    sizes = np.log1p(np.diff(texts.claims).astype(np.float64))
    features["claims: fewer"] = np.minimum(sizes[left], sizes[right])
    features["claims: more"] = np.maximum(sizes[left], sizes[right])
    return features


def _named(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """Entities that both name, and whether both name some but no one in common."""
    features = {}
    for name in NAMED:
        rows = texts.named[name]
        shared = rows.dots(left, right)
        has = rows.totals > 0
        features[f"{name}: shared"] = np.log1p(shared)
        features[f"{name}: others"] = (has[left] & has[right] & (shared == 0)).astype(np.float64)
        features[f"{name}: in one"] = (has[left] ^ has[right]).astype(np.float64)
    return features


def _slots(texts: Texts, left: Ints, right: Ints) -> dict[str, Floats]:
    """Numbers, times, quotations and attribution: what is shared, and what only one has."""
    values = texts.rows["values"].dots(left, right)
    numbers, times = texts.masses["values"], texts.times
    quoted = texts.rows["quoted"].cosines(left, right)[1]
    features = {
        "numbers: shared": np.log1p(values),
        "numbers: extra": np.log1p(np.abs(numbers[left] - numbers[right])),
        "times: extra": np.log1p(np.abs(times[left] - times[right])),
        "quoted words": quoted,
    }
    for name, has in (("quotation", texts.has_quote), ("attribution", texts.is_reported)):
        features[f"{name} in both"] = (has[left] & has[right]).astype(np.float64)
        features[f"{name} in one"] = (has[left] ^ has[right]).astype(np.float64)
    return features
