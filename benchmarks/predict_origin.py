"""Articles on one event: which are one dispatch, which copied a passage; what the origins stage itself finds."""

from typing import Any

from factcheck.extraction.document import outline
from factcheck.model import Article
from factcheck.origins import trace


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row for each two articles that are related."""
    articles = [Article(id=str(row["id"]), text=row["text"], source=row.get("source") or "") for row in rows]
    found = trace(outline(articles))
    return [{"a": copying.left, "b": copying.right, "relation": copying.relation} for copying in found.copyings]
