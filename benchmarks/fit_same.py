"""Fit the weights of the score of short texts on pairs of sentences, cross-validated by topic.

    python -m benchmarks.fit_same FOLDER [--write]

FOLDER holds JSONL files of rows id, a, b and label; the part of an id before "_" names the topic, and
pairs of one topic are never in the fit and in the test. Without --write it only prints figures; with it,
factcheck/matching/alone.toml is written from a fit on everything.
"""

import argparse
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import evolve, frozen

from benchmarks.fit_matching import newton
from factcheck.config import Settings
from factcheck.extraction import extract
from factcheck.lexicon.frequency import rarity
from factcheck.linking import link
from factcheck.matching.alone import PREFIX
from factcheck.matching.models import Blend, Model, probability
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.view import view
from factcheck.model import Article, Extraction

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "matching" / "alone.toml"
FOLDS = 8
RIDGE = 30.0  # on standardised features; from 20 to 200 the figures stay within half a point
# Pairs that share few words come from few topics, so their weights are held smaller.
LOOSE = 0.4
GATE, LOW, HIGH = PREFIX + "one word: of both", 0.3, 0.5
# Each set is to count as much as the other, and true pairs as much as F1 makes of them: in a set of which few are true,
# F1 is best at a probability below one half. So one threshold, one half, serves both.
RARE, TRUE_AMONG_FEW = 0.3, 4.5
STRANGE = 2.0  # what a pair of strangers counts: they are not to be let in for the sake of the true ones among few
WORD = r"[A-Z][a-z]{2,}|[a-z]{5,}"  # of which strangers share one
MANY = 8  # topics from which a word ties nothing together
STEP = 4  # every fourth row gets a stranger


@frozen(eq=False)
class Part:
    """One set of pairs.

    Attributes:
        name: its file.
        matrix: the features; shape (pairs, features).
        labels: 1 where both say the same.
        topics: number of the topic of each pair.
        counts: how much each pair counts.
    """

    name: str
    matrix: Floats
    labels: Floats
    topics: Ints
    counts: Floats

    def where(self, chosen: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> "Part":
        """The chosen pairs."""
        return Part(self.name, self.matrix[chosen], self.labels[chosen], self.topics[chosen], self.counts[chosen])


def load(path: Path) -> tuple[Part, Part, list[str]]:
    """A set of pairs, as many pairs of different topics, and the names of the features."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        row["topic"] = row["id"].split("_")[0]
    part, names = measure(path.stem, rows)
    others, _ = measure(f"{path.stem} of different topics", strangers(rows))
    return part, evolve(others, counts=STRANGE * others.counts), names


def strangers(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Pairs of sentences of different topics that share a word that many topics do: the same name, another matter.

    The corpora pair only what looks alike. Without these a name in common would look like a fact in common.
    """
    said = [set(re.findall(WORD, row["b"])) for row in rows]
    topics: dict[str, set[str]] = {}
    for row, words in zip(rows, said, strict=True):
        for word in words:
            topics.setdefault(word, set()).add(row["topic"])
    found = []
    for number in range(0, len(rows), STEP):
        row = rows[number]
        own = re.findall(WORD, row["a"])
        known = sorted({w for w in own if len(topics.get(w, ())) >= MANY}, key=lambda w: (-rarity(w.lower()), w))
        for word in known[:1]:
            behind = (rows[(number + step) % len(rows)] for step in range(1, len(rows)))
            other = next(o for o in behind if word in o["b"] and o["topic"] != row["topic"])
            found.append({"id": row["id"], "topic": row["topic"], "a": row["a"], "b": other["b"], "label": 0})
    return found


def measure(name: str, rows: Sequence[dict[str, Any]]) -> tuple[Part, list[str]]:
    """The features of some pairs, and their names; pairs that short texts' weights do not score are left out."""
    texts = sorted({row[side] for row in rows for side in "ab"})
    read = dict(zip(texts, extract([Article(f"{n:06}", text) for n, text in enumerate(texts)]), strict=True))
    measured = [(row, features_of(read[row["a"]], read[row["b"]])) for row in rows]
    rows = [row for row, features in measured if features]
    found = [features for _, features in measured if features]
    names = sorted(found[0])
    matrix = np.array([[features[name] for name in names] for features in found])
    topics = {topic: n for n, topic in enumerate(dict.fromkeys(row["topic"] for row in rows))}
    labels = np.array([float(row["label"]) for row in rows])
    counts = np.ones(len(labels))
    if labels.any() and labels.mean() < 0.5:
        counts = np.where(labels > 0, TRUE_AMONG_FEW, 1.0) * RARE
    return Part(name, matrix, labels, np.array([topics[row["topic"]] for row in rows]), counts), names


def features_of(one: Extraction, other: Extraction) -> dict[str, float]:
    """The features of two texts of one sentence each.

    Empty for a text and itself, where nothing is claimed in one of them, and where one has several sentences, since
    such texts are matched like articles.
    """
    if one is other:
        return {}
    seen = view(link([one, other]))
    left, right = np.triu_indices(len(seen.claims), 1)
    across = seen.is_alone(left, right) & ~seen.is_within(left, right)
    if not across.any():
        return {}
    features = seen.features(left[across][:1], right[across][:1])  # every pair of claims stands in the same sentences
    return {name: float(value[0]) for name, value in features.items() if name.startswith(PREFIX)}


def fit(parts: Sequence[Part], names: Sequence[str]) -> Blend:
    """Both models at once: a ridge logistic regression by Newton's method on the features of each, times its share."""
    matrix, labels, counts = (np.concatenate([getattr(p, n) for p in parts]) for n in ("matrix", "labels", "counts"))
    share = np.clip((matrix[:, names.index(GATE)] - LOW) / (HIGH - LOW), 0.0, 1.0)[:, None]
    means, scales, columns = [], [], []
    for weight, strength in ((share, 1.0), (1 - share, LOOSE)):
        mean = (weight * matrix).sum(axis=0) / weight.sum()
        scale = np.sqrt((weight * (matrix - mean) ** 2).sum(axis=0) / weight.sum()) + 1e-3
        means.append(mean)
        scales.append(scale / strength)
        columns += [weight, (matrix - mean) / scale * weight * strength]
    inputs = np.column_stack(columns)
    width = len(names) + 1
    ridge = np.array([0.0 if n % width == 0 else RIDGE for n in range(2 * width)])
    weights = newton(inputs, labels, counts, ridge)
    models = []
    for number, (mean, scale) in enumerate(zip(means, scales, strict=True)):
        own = weights[number * width : (number + 1) * width]
        plain = own[1:] / scale
        models.append(Model(float(own[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True))))
    return Blend(models[0], models[1], GATE, LOW, HIGH)


def scores(model: Blend, part: Part, names: Sequence[str]) -> Floats:
    """The probability of each pair."""
    return probability(model.log_odds(dict(zip(names, part.matrix.T, strict=True))))


def cross_validate(parts: Sequence[Part], names: Sequence[str]) -> list[Floats]:
    """The probability of each pair of each set, from a fit on other topics."""
    found = [np.zeros(len(part.labels)) for part in parts]
    for fold in range(FOLDS):
        model = fit([part.where(part.topics % FOLDS != fold) for part in parts], names)
        for score, part in zip(found, parts, strict=True):
            out = part.topics % FOLDS == fold
            score[out] = scores(model, part.where(out), names)
    return found


def figures(part: Part, score: Floats) -> str:
    """F1, accuracy and area under the ROC curve, in percent, at one half; accuracy alone where no pair is true."""
    said, truth = score >= 0.5, part.labels > 0
    if not truth.any():
        return f"accuracy {100 * np.mean(said == truth):.1f}"
    f1 = 200 * (said & truth).sum() / max(1, said.sum() + truth.sum())
    ranks = np.empty(len(score))
    ranks[np.argsort(score, kind="stable")] = np.arange(1, len(score) + 1)
    true = truth.sum()
    area = (ranks[truth].sum() - true * (true + 1) / 2) / max(1, true * (len(truth) - true))
    return f"F1 {f1:.1f} accuracy {100 * np.mean(said == truth):.1f} AUC {100 * area:.1f}"


def report(parts: Sequence[Part], names: Sequence[str]) -> str:
    """The figures: cross-validated, and of a fit on the other sets alone."""
    lines = [
        f"{part.name}, cross-validated by topic: {figures(part, score)}"
        for part, score in zip(parts, cross_validate(parts, names), strict=True)
    ]
    for part in parts:
        others = [other for other in parts if not other.name.startswith(part.name)]
        if others and part.labels.any():
            lines.append(f"{part.name}, fitted on the other: {figures(part, scores(fit(others, names), part, names))}")
    return "\n".join(lines)


def write(model: Blend, told: str) -> None:
    """The weights as commented TOML, moved so that the library's threshold decides where the fit says one half."""
    threshold = Settings().match_threshold
    shift = float(np.log(threshold / (1 - threshold)))
    lines = [
        "# Weights of the score of short texts: log-odds for one unit of each feature (matching/alone_features.py).",
        "# Written by benchmarks/fit_same.py; do not edit by hand.",
        "# close: for texts that share most of their words; loose: for those that share few; gate: which speaks.",
        f"# A probability of one half in the fit is {threshold} here, which is the library's threshold.",
        *(f"# {line}" for line in told.splitlines()),
        "",
        "[gate]",
        f'feature = "{model.gate}"',
        f"low = {model.low}",
        f"high = {model.high}",
    ]
    for name, part in (("close", model.close), ("loose", model.loose)):
        lines += ["", f"[{name}]", f"intercept = {part.intercept + shift:.4f}", "", f"[{name}.weights]"]
        lines += [f'"{feature}" = {weight:.4f}' for feature, weight in part.weights.items()]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    parts, names = [], []
    for path in sorted(args.folder.glob("*.jsonl")):
        part, others, names = load(path)
        parts += [part, others]
    told = report(parts, names)
    print(told)
    if args.write:
        write(fit(parts, names), told)


if __name__ == "__main__":
    main()
