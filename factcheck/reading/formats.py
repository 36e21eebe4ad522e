"""One reader for each format: the text of a file in, drafts and problems out."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping

from factcheck.model import Problem
from factcheck.reading.draft import Draft, Drafts
from factcheck.reading.page import read_page
from factcheck.reading.records import TEXT, NoArticleError, draft_of

Reader = Callable[[str, str], Drafts]


def read_text(text: str, path: str) -> Drafts:
    """A plain text or Markdown file is one article, all of it."""
    return [Draft(text=text, path=path, place=path)], []


def read_json(text: str, path: str) -> Drafts:
    """A JSON file holds one article, a list of them, or an object with such a list under "articles"."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return [], [Problem(f"{path}:{error.lineno}", f"this is no JSON: {error.msg}")]
    except (ValueError, RecursionError) as error:
        return [], [Problem(path, f"this JSON cannot be read: {error}")]
    if isinstance(data, dict) and str(data.get("format", "")).startswith("factcheck-"):
        return [], [Problem(path, "this is a saved reconciliation, not an article; read it with factcheck.load")]
    if isinstance(data, dict) and isinstance(data.get("articles"), list):
        data = data["articles"]
    if not isinstance(data, list):
        return _drafts([(path, data)], path)
    if not data:
        return [], [Problem(path, "this list holds no article")]
    return _drafts([(f"{path} item {number}", item) for number, item in enumerate(data, 1)], path)


def read_jsonl(text: str, path: str) -> Drafts:
    """A JSON Lines file holds one article a line."""
    problems: list[Problem] = []

    def records() -> Iterator[tuple[str, object]]:
        # Only "\n" ends a line: str.splitlines would also cut at characters that JSON strings may hold.
        for number, line in enumerate(text.split("\n"), 1):
            if not line.strip():
                continue
            try:
                yield f"{path}:{number}", json.loads(line)
            except (ValueError, RecursionError) as error:
                problems.append(Problem(f"{path}:{number}", f"this line is no JSON: {getattr(error, 'msg', error)}"))

    drafts, others = _drafts(records(), path)
    return drafts, problems + others


def read_csv(text: str, path: str) -> Drafts:
    """A table holds one article a row; the first row names the columns."""
    # The limit on a cell is global and below the length of a long article: raised here and put back.
    limit = csv.field_size_limit(sys.maxsize)
    try:
        header = text.split("\n", 1)[0]
        delimiter = max(",;\t|", key=header.count)
        rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        if not {name.strip().lower() for name in rows.fieldnames or ()} & set(TEXT):
            return [], [Problem(f"{path}:1", f"no column of this table is named {', '.join(TEXT[:4])}")]
        found = [(f"{path}:{rows.line_num}", {key: row[key] for key in row if key is not None}) for row in rows]
    except csv.Error as error:
        return [], [Problem(path, f"this table cannot be read: {error}")]
    finally:
        csv.field_size_limit(limit)
    if not found:
        return [], [Problem(path, "this table holds no article")]
    return _drafts(found, path)


READERS: Mapping[str, Reader] = {
    "text": read_text,
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "html": read_page,
}


def _drafts(records: Iterable[tuple[str, object]], path: str) -> Drafts:
    """The drafts of records, each with its place, and those that are no article."""
    drafts, problems = [], []
    for place, record in records:
        try:
            drafts.append(draft_of(record, path, place))
        except NoArticleError as error:
            problems.append(Problem(place, str(error)))
    return drafts, problems
