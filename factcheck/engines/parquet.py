"""Articles out of Parquet: columns as anybody has them become the rows that the plan takes."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from factcheck import packing
from factcheck.engines.plan import ARTICLES
from factcheck.engines.primitives import Dataset, Engine
from factcheck.errors import ArticleError
from factcheck.model import Article

NEEDED = ("id", "text")
OPTIONAL = ("source", "title", "url")


def read(engine: Engine, path: str) -> Dataset:
    """The articles in a Parquet file or folder, each once.

    Raises:
        ArticleError: where there is no such file, or it has no ids or texts.
    """
    if not any(Path(path).glob("*") if Path(path).is_dir() else [Path(path).exists()]) and "://" not in path:
        raise ArticleError(path, "there is no such Parquet file or folder")
    return engine.group(engine.map(engine.read(path), to_articles, ARTICLES), "article", ["content"], once, ARTICLES)


def to_articles(table: pa.Table) -> pa.Table:
    """Rows with the columns of articles as articles."""
    missing = [name for name in NEEDED if name not in table.column_names]
    if missing:
        raise ArticleError("", f"the Parquet has no column {missing[0]!r}; it has {', '.join(table.column_names)}")
    articles = [_article(row) for row in table.to_pylist()]
    rows = [[each.id for each in articles], [packing.pack_article(each) for each in articles]]
    return pa.table(rows, ARTICLES)


def once(table: pa.Table, _: int) -> pa.Table:
    """The one article of an id; the same one may be given again."""
    articles = [packing.unpack_article(row) for row in table.column("content").to_pylist()]
    if any(article.text != articles[0].text for article in articles):
        raise ArticleError("", f"two different articles have the id {articles[0].id!r}; give each its own")
    return table.slice(0, 1)


def _article(row: Mapping[str, Any]) -> Article:
    said = {name: str(row[name]) for name in OPTIONAL if row.get(name) is not None}
    return Article(str(row["id"]), str(row["text"]), published=_day(row.get("published")), **said)


def _day(value: object) -> date | None:
    """A day, given as such, as a moment or in ISO 8601; what is neither is not known."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
