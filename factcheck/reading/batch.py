"""Paths in, articles out."""

import os
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from factcheck.model import Article, Problem
from factcheck.reading.dates import NoDateError, parse_date
from factcheck.reading.decode import UndecodableError, decode
from factcheck.reading.draft import Draft, Drafts
from factcheck.reading.files import FORMATS, expand
from factcheck.reading.formats import READERS
from factcheck.reading.identity import Named, first_id, settle
from factcheck.reading.masthead import complete


@frozen
class Batch:
    """What was read.

    Attributes:
        articles: the articles, sorted by id, each id once.
        problems: what could not be read or was given twice, sorted by place.
    """

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(paths: Iterable[str | os.PathLike[str]]) -> Batch:
    """The articles in files, folders and globs; what is wrong with one never costs another.

    Raises:
        ArticleError: where a path does not exist, or a glob matches nothing.
    """
    files, problems = expand(paths)
    named: list[Named] = []
    for file in files:
        drafts, wrong = _read_file(file)
        problems += wrong
        for draft in drafts:
            article, wrong = _article(complete(draft))
            problems += wrong
            named.append((draft, article))
    articles, repeated = settle(named)
    return Batch(articles, tuple(sorted({*problems, *repeated}, key=lambda problem: (problem.place, problem.reason))))


def _read_file(path: str) -> Drafts:
    """The drafts in one file."""
    suffix = Path(path).suffix.lower()
    format_ = FORMATS.get(suffix, "text" if not suffix else "")
    if not format_:
        return [], [Problem(path, f"files ending in {suffix} are not read; these are: {', '.join(FORMATS)}")]
    try:
        text = decode(Path(path).read_bytes(), declared_in_text=format_ == "html")
    except OSError as error:
        return [], [Problem(path, f"this file cannot be read: {error.strerror}")]
    except UndecodableError as error:
        return [], [Problem(path, str(error))]
    if not text.strip():
        return [], [Problem(path, "this file is empty")]
    return READERS[format_](text, path)


def _article(draft: Draft) -> tuple[Article, list[Problem]]:
    """The article that a draft makes; a date that is none is told and left out."""
    published, problems = None, []
    try:
        published = parse_date(draft.date)
    except NoDateError as error:
        reason = f"date {draft.date[:80]!r}: {error}; the article is used without a date"
        problems.append(Problem(draft.place, reason))
    article = Article(
        id=first_id(draft),
        text=draft.text,
        source=draft.source,
        title=draft.title,
        published=published,
        url=draft.url,
        path=draft.path,
    )
    return article, problems
