"""Fit the weights of values/name.py on labelled pairs of names and write lexicon/en/names.toml.

    python -m benchmarks.fit_names PAIRS.jsonl [--write]

PAIRS holds rows with `a`, `b`, `type` (PER, ORG, ...), `label` (1 for one and the same) and `src`. Prints figures of
five-fold cross-validation, and of every source by weights fitted on the others, then fits on everything. A logistic
regression with an L2 penalty, by Newton's method: nothing but numpy.
"""

import argparse
import json
import pathlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.predict_name import KINDS
from factcheck.values.name import contradict, features, settle
from factcheck.values.name_align import align
from factcheck.values.name_tokens import parse_name

Array = NDArray[np.float64]
PENALTY = 1.0
THRESHOLD = 0.55
OUT = pathlib.Path(__file__).parent.parent / "factcheck/lexicon/en/names.toml"
HEAD = f"""\
# Weights of the logistic model over alignment features in values/name.py. Written by benchmarks/fit_names.py: fit them
# again when a feature changes. A positive weight speaks for one and the same; weight times value adds to the log-odds.

threshold = {THRESHOLD}  # above the even chance: a wrong merge costs more than a missed one
[weights]
"""


def measure(row: dict[str, Any]) -> tuple[float | None, dict[str, float] | None]:
    """The score of a pair that is settled without weights, else its features."""
    left, right = sorted((row["a"], row["b"]))
    kind = KINDS.get(row["type"], "")
    mine, theirs = parse_name(left, kind == "person"), parse_name(right, kind == "person")
    settled = settle(left, right, mine, theirs, kind)
    matches = () if settled else align(mine, theirs)
    settled = settled or contradict(mine, theirs, matches)
    return (settled.score, None) if settled else (None, features(mine, theirs, matches, kind))


def fit(x: Array, y: Array, w: Array) -> Array:
    """Weights of the logistic regression with an L2 penalty on all but the bias (column 0)."""
    beta = np.zeros(x.shape[1])
    ridge = PENALTY * np.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) + ridge @ beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + ridge
        beta -= np.linalg.solve(hessian, gradient)
    return beta


def f1(scores: Array, y: Array, threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of scores at a threshold."""
    said = scores >= threshold
    hits = float((said & (y == 1)).sum())
    precision, recall = hits / max(1, said.sum()), hits / max(1, y.sum())
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def cross_validated(x: Array, y: Array, open_: list[int], settled: Array, groups: list[Any]) -> Array:
    """The score of every pair by weights fitted without the pair's group."""
    scores = settled.copy()
    for group in sorted(set(groups)):
        train = [k for k, i in enumerate(open_) if groups[i] != group]
        test = [k for k, i in enumerate(open_) if groups[i] == group]
        if test:
            beta = fit(x[train], y[[open_[k] for k in train]], np.ones(len(train)))
            scores[[open_[k] for k in test]] = 1 / (1 + np.exp(-x[test] @ beta))
    return scores


def main() -> None:
    """Measure, cross-validate, fit, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("--write", action="store_true", help="write the lexicon file")
    parser.add_argument("--errors", action="store_true", help="print what cross-validation gets wrong")
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.pairs.read_text(encoding="utf-8").splitlines()]
    measured = [measure(row) for row in rows]
    y = np.array([float(row["label"]) for row in rows])
    settled = np.array([score or 0.0 for score, _ in measured])
    open_ = [i for i, (score, _) in enumerate(measured) if score is None]
    names = list(next(found for _, found in measured if found))
    x = np.array([[(measured[i][1] or {})[name] for name in names] for i in open_])
    sources = [row["src"] for row in rows]
    # names of one cluster stay in one fold: the files list them in runs
    crossed = cross_validated(x, y, open_, settled, [(i // 8) % 5 for i in range(len(rows))])
    report(crossed, cross_validated(x, y, open_, settled, sources), y, sources)
    if args.errors:
        show_errors(rows, crossed, [found for _, found in measured])
    beta = fit(x, y[open_], np.ones(len(open_)))
    lines = [f"{name} = {weight:.2f}" for name, weight in zip(names, beta, strict=True)]
    print("\n".join(lines))
    if args.write:
        OUT.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def report(crossed: Array, left_out: Array, y: Array, sources: list[str]) -> None:
    """Print precision, recall and F1 at several thresholds and source by source."""
    for threshold in (0.4, 0.45, 0.5, 0.55, 0.6, 0.65):
        p, r, f = (100 * v for v in f1(crossed, y, threshold))
        print(f"cross-validated at {threshold}: P {p:.1f} R {r:.1f} F1 {f:.1f}")
    for source in sorted(set(sources)):
        at = np.array([s == source for s in sources])
        p, r, f = (100 * v for v in f1(crossed[at], y[at], THRESHOLD))
        without = 100 * f1(left_out[at], y[at], THRESHOLD)[2]
        print(f"  {source:28} n {at.sum():5} P {p:5.1f} R {r:5.1f} F1 {f:5.1f}   fitted without it F1 {without:5.1f}")
    print(f"  each source by the others: F1 {100 * f1(left_out, y, THRESHOLD)[2]:.1f}")


def show_errors(rows: list[dict[str, Any]], scores: Array, found: list[dict[str, float] | None]) -> None:
    """Print every pair that is decided wrongly, with its features."""
    for row, score, features_ in zip(rows, scores, found, strict=True):
        if (score >= THRESHOLD) != bool(row["label"]):
            shown = {k: round(v, 2) for k, v in (features_ or {}).items() if v and k != "bias"}
            print(f"{row['label']} {score:.2f} {row['src'][-12:]:12} | {row['a']} | {row['b']} | {shown}")


if __name__ == "__main__":
    main()
