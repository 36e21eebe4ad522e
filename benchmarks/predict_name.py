"""The benchmark task `name`: pairs of names in, compare_names' score and decision out."""

from collections.abc import Iterable
from typing import Any

from factcheck.values.name import compare_names

# Types of the benchmark data; HUM (people and teams alike) and NAME leave the kind open.
KINDS = {"PER": "person", "ORG": "organisation", "LOC": "place", "GPE": "place"}


def predict(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """A score in 0..1 and a decision for each row of id, a, b and type."""
    answers = []
    for row in rows:
        match = compare_names(row["a"], row["b"], KINDS.get(row.get("type", ""), ""))
        answers.append({"id": row["id"], "score": match.score, "same": match.same})
    return answers
