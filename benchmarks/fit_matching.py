"""Fit the weights of the matching score on the development triples, cross-validated by triple.

    python -m benchmarks.fit_matching FOLDER [--write]

FOLDER is the benchmark data's `reconcile`. Without --write it only prints the cross-validated figures; with it,
factcheck/matching/weights.toml is written from a fit on all triples.
"""

import argparse
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define

from factcheck.config import Matching
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import group_claims
from factcheck.matching.candidates import propose
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.scoring import Model, probability
from factcheck.matching.view import View, view
from factcheck.model import Article, Claim, Corpus

TARGET = Path(__file__).resolve().parent.parent / "factcheck" / "matching" / "weights.toml"
FOLDS = 8
RIDGE = (
    30.0  # on standardised features, against the sum of the losses; anything from 3 to 300 gives the same within 0.5
)
Cell = tuple[str, int]


@define(eq=False)
class Triple:
    """One set of articles with what its annotators saw.

    Attributes:
        name: its folder.
        seen: its claims, ready for comparison.
        cells: for each claim the sentence of the annotation that it overlaps most, or None.
        left, right: the candidate pairs.
        features: their features.
        labels: 1 where some fact of the annotation has a span in both claims, else 0.
        counts: 0 for what is left out of the fit: claims that share no span, but whose sentences share a fact.
        gold: all pairs of sentences that state one fact.
    """

    name: str
    seen: View
    cells: list[Cell | None]
    left: Ints
    right: Ints
    features: Mapping[str, Floats]
    labels: Floats
    counts: Floats
    gold: set[frozenset[Cell]]


def read_articles(folder: Path) -> tuple[list[Article], dict[str, Any]]:
    """The articles of one triple, and the annotation's sentences by article."""
    articles, sentences = [], {}
    for path in sorted(folder.glob("[abc].json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        published = date.fromisoformat(row["published"][:10]) if row.get("published") else None
        articles.append(Article(row["id"], row["text"], row["source"], row["title"], published, row["url"]))
        sentences[row["id"]] = row["sentences"]
    return articles, sentences


def load(folder: Path, corpus: Corpus, sentences: Mapping[str, Any]) -> Triple:
    """A triple with the features of its candidate pairs."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    seen = view(corpus)
    left, right = propose(seen.units.rows["rare plain"], Matching())
    across = seen.units.article[left] != seen.units.article[right]
    left, right = left[across], right[across]
    cells = [cell_of(c.article, c.span.start, c.span.end, sentences) for c in seen.claims]
    pairs = {
        frozenset(((a["article"], a["sentence"]), (b["article"], b["sentence"])))
        for fact in gold["facts"]
        for a, b in itertools.combinations(fact["spans"], 2)
        if a["article"] != b["article"] and None not in (a["sentence"], b["sentence"])
    }
    told = [facts_of(claim, gold["facts"]) for claim in seen.claims]
    chosen = list(zip(left.tolist(), right.tolist(), strict=True))
    labels = np.array([float(bool(told[i] & told[j])) for i, j in chosen])
    near = np.array([frozenset((cells[i], cells[j])) in pairs for i, j in chosen])
    counts = np.where((labels == 0) & near, 0.0, 1.0)
    return Triple(folder.name, seen, cells, left, right, seen.features(left, right), labels, counts, pairs)


def facts_of(claim: Claim, facts: Iterable[Mapping[str, Any]]) -> set[str]:
    """The annotated facts of which the claim holds a span, or a span holds the claim, by half at least."""
    found = set()
    for fact in facts:
        for span in fact["spans"]:
            shared = min(claim.span.end, span["end"]) - max(claim.span.start, span["start"])
            if span["article"] == claim.article and shared >= 0.5 * min(len(claim.span), span["end"] - span["start"]):
                found.add(fact["id"])
    return found


def cell_of(article: str, start: int, end: int, sentences: Mapping[str, Any]) -> Cell | None:
    """The annotated sentence that [start, end) overlaps most."""
    overlaps = [(min(end, b) - max(start, a), -i) for i, (a, b) in enumerate(sentences[article])]
    best, index = max(overlaps, default=(0, 0))
    return (article, -index) if best > 0 else None


def fit(triples: Sequence[Triple], names: Sequence[str]) -> Model:
    """A ridge logistic regression by Newton's method."""
    matrix = np.vstack([np.column_stack([t.features[n] for n in names]) for t in triples])
    labels = np.concatenate([t.labels for t in triples])
    counts = np.concatenate([t.counts for t in triples])
    mean, scale = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(matrix)), (matrix - mean) / scale])
    ridge = np.diag([0.0] + [RIDGE] * len(names))
    weights = np.zeros(inputs.shape[1])
    for _ in range(30):
        expected = probability(inputs @ weights)
        slope = inputs.T @ (counts * (labels - expected)) - ridge @ weights
        curve = (inputs * (counts * expected * (1 - expected))[:, None]).T @ inputs + ridge
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    plain = weights[1:] / scale
    return Model(float(weights[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True)))


def grouped_pairs(triple: Triple, model: Model, threshold: float, limits: Matching) -> set[frozenset[Cell]]:
    """The pairs of sentences that the groups at a threshold bring together."""
    groups = group_claims(triple.seen, model, threshold, limits)
    return sentence_pairs(triple, groups)


def sentence_pairs(triple: Triple, groups: Iterable[Sequence[int]]) -> set[frozenset[Cell]]:
    """Pairs of annotated sentences of different articles inside the groups."""
    found = set()
    for members in groups:
        cells = {cell for i in members if (cell := triple.cells[i]) is not None}
        found |= {frozenset(p) for p in itertools.combinations(sorted(cells), 2) if p[0][0] != p[1][0]}
    return found


def cross_validate(
    triples: Sequence[Triple], names: Sequence[str], thresholds: Sequence[float], limits: Matching
) -> dict[float, tuple[float, float, float]]:
    """Precision, recall and F1 of the sentence pairs after grouping, by threshold; each triple by a fit on others."""
    tally = {threshold: np.zeros(3) for threshold in thresholds}
    for fold in range(FOLDS):
        model = fit([t for n, t in enumerate(triples) if n % FOLDS != fold], names)
        for triple in triples[fold::FOLDS]:
            for threshold in thresholds:
                found = grouped_pairs(triple, model, threshold, limits)
                tally[threshold] += (len(found & triple.gold), len(found), len(triple.gold))
    return {t: prf(*counts) for t, counts in tally.items()}


def prf(right: float, found: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def write(model: Model, figures: str) -> None:
    """The weights as commented TOML."""
    lines = [
        "# Weights of the matching score: log-odds for one unit of each feature (see factcheck/matching/features.py).",
        "# Written by benchmarks/fit_matching.py from the development triples; do not edit by hand.",
        *(f"# {line}" for line in figures.splitlines()),
        f"intercept = {model.intercept:.4f}",
        "",
        "[weights]",
        *(f'"{name}" = {weight:.4f}' for name, weight in model.weights.items()),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    triples = []
    for folder in sorted(args.folder.iterdir()):
        articles, sentences = read_articles(folder)
        triples.append(load(folder, link(extract(articles)), sentences))
    names = list(triples[0].features)
    found = cross_validate(triples, names, [0.15, 0.2, 0.22, 0.25, 0.3, 0.4, 0.5], Matching())
    figures = "\n".join(f"cross-validated at {t:.2f}: P {p:.1f} R {r:.1f} F1 {f:.1f}" for t, (p, r, f) in found.items())
    print(figures)
    if args.write:
        write(fit(triples, names), figures)


if __name__ == "__main__":
    main()
