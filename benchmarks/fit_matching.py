"""Fit the weights of the matching score on the development data, cross-validated by triple of articles.

    python -m benchmarks.fit_matching FOLDER [--meaning MODEL] [--write]

FOLDER is the benchmark data, with `reconcile`; short texts have benchmarks/fit_same.py. Without --write it only prints
the cross-validated figures; with it, factcheck/matching/weights.toml is written from a fit on everything. With an
encoder of meaning ("minilm" or a folder) it is meaning.toml, and which claims are counterparts is left as it is.
"""

import argparse
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import log
from pathlib import Path
from typing import Any

import numpy as np
from attrs import define
from numpy.typing import NDArray

from factcheck.config import Matching, Settings
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import group_claims
from factcheck.matching.alone import PREFIX
from factcheck.matching.candidates import propose
from factcheck.matching.encoder import Encoder
from factcheck.matching.encoder_onnx import open_encoder
from factcheck.matching.models import Model, probability
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.scoring import Scorer, load_scorer
from factcheck.matching.view import View, view
from factcheck.model import Article, Claim, Corpus

WEIGHTS = Path(__file__).resolve().parent.parent / "factcheck" / "matching"
FOLDS = 8
RIDGE = (
    30.0  # on standardised features, against the sum of the losses; anything from 3 to 300 gives the same within 0.5
)
THRESHOLDS = (0.15, 0.2, 0.22, 0.25, 0.3, 0.4, 0.5)
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


def load(folder: Path, corpus: Corpus, sentences: Mapping[str, Any], encoder: Encoder | None = None) -> Triple:
    """A triple with the features of its candidate pairs."""
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    seen = view(corpus, encoder=encoder)
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
    """The model of claims of whole articles.

    An annotated span need not be cut as a claim is, so some pairs of sentences that state one fact have no pair of
    claims that is labelled so. A first fit says which pair of claims is the likeliest of each such pair of sentences;
    in the second these are labelled, too.
    """
    features = {name: np.concatenate([t.features[name] for t in triples]) for name in names}
    labels, counts = (np.concatenate([getattr(t, part) for t in triples]) for part in ("labels", "counts"))
    first = fit_rows(features, labels, counts, names)
    likeliest = np.concatenate([_likeliest(triple, first) for triple in triples])
    labels[likeliest] = counts[likeliest] = 1.0
    return fit_rows(features, labels, counts, names)


def _likeliest(triple: Triple, model: Model) -> NDArray[np.bool_]:
    """Which candidates are the likeliest of two sentences that state one fact; the first where several are."""
    odds = np.round(model.log_odds(triple.features), 9)
    best: dict[frozenset[Cell | None], int] = {}
    for pair, (i, j) in enumerate(zip(triple.left.tolist(), triple.right.tolist(), strict=True)):
        ends = frozenset((triple.cells[i], triple.cells[j]))
        if ends in triple.gold and (ends not in best or odds[pair] > odds[best[ends]]):
            best[ends] = pair
    chosen = np.zeros(len(odds), bool)
    chosen[list(best.values())] = True
    return chosen


def fit_counterparts(triples: Sequence[Triple], names: Sequence[str]) -> Model:
    """The model that tells, of claims in sentences that share a fact, those that state it from those that do not."""
    names = [name for name in names if name.startswith("claim: ")]
    inside = [(t.labels == 1) | (t.counts == 0) for t in triples]
    features = {
        n: np.concatenate([t.features[n][kept] for t, kept in zip(triples, inside, strict=True)]) for n in names
    }
    labels = np.concatenate([t.labels[kept] for t, kept in zip(triples, inside, strict=True)])
    return fit_rows(features, labels, np.ones(len(labels)), names)


def newton(inputs: Floats, labels: Floats, counts: Floats, ridge: Floats) -> Floats:
    """The weights of a ridge logistic regression: `counts` weighs the rows, `ridge` holds each weight down."""
    weights = np.zeros(inputs.shape[1])
    for _ in range(40):
        expected = probability(inputs @ weights)
        slope = inputs.T @ (counts * (labels - expected)) - ridge * weights
        curve = (inputs * (counts * expected * (1 - expected))[:, None]).T @ inputs + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def fit_rows(features: Mapping[str, Floats], labels: Floats, counts: Floats, names: Sequence[str]) -> Model:
    """A ridge logistic regression by Newton's method; `counts` says how much each row counts."""
    matrix = np.column_stack([features[name] for name in names])
    mean, scale = matrix.mean(axis=0), matrix.std(axis=0) + 1e-9
    inputs = np.column_stack([np.ones(len(matrix)), (matrix - mean) / scale])
    weights = newton(inputs, labels, counts, np.array([0.0] + [RIDGE] * len(names)))
    plain = np.where(matrix.std(axis=0) > 1e-6, weights[1:] / scale, 0.0)
    return Model(float(weights[0] - plain @ mean), dict(zip(names, map(float, plain), strict=True)))


def grouped_pairs(triple: Triple, scorer: Scorer, threshold: float, limits: Matching) -> set[frozenset[Cell]]:
    """The pairs of sentences that the groups at a threshold bring together."""
    groups = group_claims(triple.seen, scorer, threshold, limits)
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
        others = [t for n, t in enumerate(triples) if n % FOLDS != fold]
        model = fit(others, names)
        scorer = Scorer(model, load_scorer().alone, fit_counterparts(others, names))
        for triple in triples[fold::FOLDS]:
            for threshold in thresholds:
                found = grouped_pairs(triple, scorer, threshold, limits)
                tally[threshold] += (len(found & triple.gold), len(found), len(triple.gold))
    return {t: prf(*counts) for t, counts in tally.items()}


def move(model: Model, found: Mapping[float, tuple[float, float, float]], threshold: float) -> Model:
    """The model with `threshold`, which short texts share, put where the cross-validated F1 is best."""
    best = max(found, key=lambda tried: found[tried][2])
    return Model(model.intercept + log(threshold / (1 - threshold)) - log(best / (1 - best)), model.weights)


def prf(right: float, found: float, gold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    precision, recall = 100 * right / max(1, found), 100 * right / max(1, gold)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def write(name: str, parts: Mapping[str, Model], figures: str) -> None:
    """The weights as commented TOML."""
    lines = [
        "# Weights of the matching score: log-odds for one unit of each feature (see factcheck/matching/features.py).",
        "# Written by benchmarks/fit_matching.py; do not edit by hand.",
        "# whole: pairs of claims of articles; counterpart: which claims of two sentences that share a fact state it.",
        "# The thresholds below are those before whole was moved: the library's stands where F1 is best.",
        *(f"# {line}" for line in figures.splitlines()),
    ]
    for part, model in parts.items():
        lines += ["", f"[{part}]", f"intercept = {model.intercept:.4f}", "", f"[{part}.weights]"]
        lines += [f'"{name}" = {weight:.4f}' for name, weight in model.weights.items()]
    (WEIGHTS / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, report, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--meaning", default="", help="an encoder of meaning: minilm, or a folder")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    encoder = open_encoder(args.meaning)
    triples = []
    for folder in sorted((args.folder / "reconcile").iterdir()):
        articles, sentences = read_articles(folder)
        triples.append(load(folder, link(extract(articles)), sentences, encoder))
    names = [name for name in triples[0].features if not name.startswith(PREFIX)]
    found = cross_validate(triples, names, THRESHOLDS, Matching())
    figures = [f"triples, cross-validated at {t:.2f}: P {p:.1f} R {r:.1f} F1 {f:.1f}" for t, (p, r, f) in found.items()]
    print("\n".join(figures))
    if args.write:
        whole = move(fit(triples, names), found, Settings().match_threshold)
        parts = {"whole": whole}
        if not encoder:
            parts["counterpart"] = fit_counterparts(triples, names)
        write("meaning.toml" if encoder else "weights.toml", parts, "\n".join(figures))


if __name__ == "__main__":
    main()
