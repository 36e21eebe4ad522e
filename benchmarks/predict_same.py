"""The benchmark task `same`: two texts as two articles, scored by the matcher."""

from collections.abc import Iterable
from typing import Any

from factcheck.config import Settings
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import score_articles
from factcheck.model import Article


def predict(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A score in 0..1 and a decision for each row of id, a and b."""
    rows, threshold = list(rows), Settings().match_threshold
    extractions = extract([Article(f"{n}{side}", row[side]) for n, row in enumerate(rows) for side in "ab"])
    answers = []
    for number, row in enumerate(rows):
        score = score_articles(link(extractions[2 * number : 2 * number + 2]))
        answers.append({"id": row["id"], "score": score, "same": score >= threshold})
    return answers
