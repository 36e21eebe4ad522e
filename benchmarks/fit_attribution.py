"""Fit the weights that tell an attribution from other uses of its words (factcheck/lexicon/en/attribution.toml).

    python -m benchmarks.fit_attribution ATTRIBUTION.jsonl [MORE.jsonl]

A candidate counts as right where content and source overlap the annotated ones by half and the cues overlap. Logistic
regression with an L2 penalty; the figures printed are cross-validated by document, and the threshold is folded into the
weight "always", so that a score above 0 is an attribution.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from factcheck.config import Settings
from factcheck.extraction import speech
from factcheck.extraction.attribution_candidates import candidates
from factcheck.extraction.attribution_parts import Candidate
from factcheck.extraction.attribution_scoring import features
from factcheck.extraction.document import read_documents
from factcheck.extraction.quotations import find_quotations
from factcheck.model import Article, Document
from factcheck.span import Span

PENALTY = 3.0
FOLDS = 8
TARGET = Path(__file__).parent.parent / "factcheck/lexicon/en/attribution.toml"
HEADER = """# Weights that tell an attribution from other uses of its words. Read by extraction/attribution_scoring.py,
# which names the features; a sum above 0 is an attribution. Fitted by benchmarks/fit_attribution.py on news annotated
# with sources, cues and contents (PolNeAR, Newell et al. 2018), L2 penalty {penalty}; do not edit by hand.
# Cross-validated by document: precision {p:.2f}, recall {r:.2f} over the candidates that the parse shows.

[weights]
"""


def letters(document: Document, block: int, start: int, end: int) -> set[int]:
    """Offsets of the letters and digits of a stretch in the article."""
    text = document.article.text
    span: Span = document.readings[block].original(start, end, text)
    return {i for i in range(span.start, span.end) if text[i].isalnum()}


def overlap(left: set[int], right: set[int]) -> float:
    """Intersection over union; 1 for two empty sets."""
    return len(left & right) / len(left | right) if left | right else 1.0


def is_right(document: Document, block: int, candidate: Candidate, gold: list[dict[str, set[int]]]) -> bool:
    """Whether a candidate is one of the annotated attributions."""
    tokens = candidate.sentence.tokens

    def of(indices: list[int]) -> set[int]:
        return {i for at in indices for i in letters(document, block, tokens[at].start, tokens[at].end)}

    content = {i for a, b in candidate.content for i in letters(document, block, tokens[a].start, tokens[b].end)}
    cue, source = of(candidate.cue), of(candidate.source)
    return any(
        overlap(content, g["content"]) >= 0.5 and overlap(source, g["source"]) >= 0.5 and cue & g["cue"] for g in gold
    )


def examples(document: Document, row: dict[str, Any]) -> list[tuple[dict[str, float], bool]]:
    """Features and label of every candidate of a document."""
    text = document.article.text
    gold = [
        {
            part: {i for a, b in entry[part] for i in range(a, b) if text[i].isalnum()}
            for part in ("source", "cue", "content")
        }
        for entry in row["attributions"]
    ]
    quotations = find_quotations(document)
    found = []
    for block, sentences in document.sentences.items():
        flat, offset = speech.flatten(block, sentences, quotations), 0
        for sentence in sentences:
            inside = [owner >= 0 for owner in flat.quoted[offset : offset + len(sentence.tokens)]]
            offset += len(sentence.tokens)
            for candidate in candidates(sentence, inside):
                if candidate.content:
                    found.append((features(candidate, inside), is_right(document, block, candidate, gold)))
    return found


def fit(matrix: NDArray[np.float64], labels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression, by Newton's method."""
    weights = np.zeros(matrix.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        gradient = matrix.T @ (chance - labels) + PENALTY * weights
        hessian = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + PENALTY * np.eye(len(weights))
        step = np.linalg.solve(hessian, gradient)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def threshold(scores: NDArray[np.float64], labels: NDArray[np.float64], total: int) -> float:
    """The score from which F1 is highest; `total` counts the annotated ones, also those that are no candidate."""
    order = np.argsort(-scores)
    hits = np.cumsum(labels[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + total)
    return float(scores[order][int(f1.argmax())])


def main(paths: list[str]) -> None:
    """Fit, print the cross-validated figures, write the file."""
    rows = [json.loads(line) for path in paths for line in Path(path).read_text(encoding="utf-8").splitlines()]
    documents = read_documents([Article(f"{i}", row["text"]) for i, row in enumerate(rows)], Settings())
    data = [examples(document, row) for document, row in zip(documents, rows, strict=True)]
    total = sum(entry["type"] != "direct" for row in rows for entry in row["attributions"])
    write(data, [row["id"] for row in rows], total)


def write(data: list[list[tuple[dict[str, float], bool]]], ids: list[str], total: int) -> None:
    """Fit on the examples of all documents and write the weights."""
    counts: dict[str, int] = {}
    for document in data:
        for found, _ in document:
            for name in found:
                counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= 20)
    index = {name: i for i, name in enumerate(names)}
    flat = [(found, label, fold) for document, fold in zip(data, folds(ids), strict=True) for found, label in document]
    matrix = np.zeros((len(flat), len(names)))
    for number, (found, _, _) in enumerate(flat):
        for name, value in found.items():
            if name in index:
                matrix[number, index[name]] = value
    labels = np.array([float(label) for _, label, _ in flat])
    fold = np.array([f for _, _, f in flat])
    scores = np.zeros(len(flat))
    for number in range(FOLDS):
        scores[fold == number] = matrix[fold == number] @ fit(matrix[fold != number], labels[fold != number])
    cut = threshold(scores, labels, total)
    chosen = scores >= cut
    precision, recall = labels[chosen].mean(), labels[chosen].sum() / labels.sum()
    print(f"{len(flat)} candidates, {int(labels.sum())} right; cross-validated P {precision:.3f} R {recall:.3f}")
    weights = fit(matrix, labels)
    weights[index["always"]] -= cut
    lines = [f'"{name}" = {weights[index[name]]:.2f}' for name in names]
    TARGET.write_text(HEADER.format(penalty=PENALTY, p=precision, r=recall) + "\n".join(lines) + "\n", encoding="utf-8")


def folds(ids: list[str]) -> list[int]:
    """A fold for each document; the damaged copy of a document goes with the clean one."""
    order = {name: i for i, name in enumerate(sorted(set(ids)))}
    return [order[name] % FOLDS for name in ids]


if __name__ == "__main__":
    main(sys.argv[1:])
