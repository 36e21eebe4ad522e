"""Files, folders and globs in, articles out; what cannot be read is told and never costs the rest."""

import warnings
from os import PathLike

from factcheck.errors import ArticleError
from factcheck.model import Article
from factcheck.reading.batch import Batch, read

__all__ = ["Batch", "read", "read_articles"]


def read_articles(*paths: str | PathLike[str]) -> list[Article]:
    """The articles in files, folders and globs, sorted by id; a warning for everything that could not be read.

    Raises:
        ArticleError: where a path does not exist, or nothing at all could be read.
    """
    batch = read(paths)
    for problem in batch.problems:
        warnings.warn(f"{problem.place}: {problem.reason}", stacklevel=2)
    if not batch.articles:
        first = batch.problems[0]
        raise ArticleError(first.place, first.reason)
    return list(batch.articles)
