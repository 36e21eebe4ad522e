"""Articles on one event: which are one dispatch, which copied a passage; what the origins stage itself finds."""

from itertools import combinations
from typing import Any

from factcheck.config import CopyDetection
from factcheck.extraction.document import outline
from factcheck.model import Article
from factcheck.origins import trace


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each two articles that are related."""
    articles = [Article(id=str(row["id"]), text=row["text"], source=row.get("source") or "") for row in rows]
    found = trace(outline(articles))
    relations = {(copying.left, copying.right): copying.relation for copying in found.copyings}
    for origin in found.origins:
        if len(origin.articles) > CopyDetection().crowd:  # its copyings only span it; see factcheck.model.Origins
            relations |= dict.fromkeys(combinations(origin.articles, 2), "same")
    return [{"a": left, "b": right, "relation": relation} for (left, right), relation in sorted(relations.items())]
