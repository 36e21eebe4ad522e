"""Adapter: times of a document for the benchmark data (task "time")."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from factcheck.errors import ModelMissing
from factcheck.extraction.parsing import parse
from factcheck.tokens import Sentence
from factcheck.values.time import TimeInterval
from factcheck.values.time_reading import read_times

BLOCK = re.compile(r"\S.*?(?=\n\s*\n|\Z)", re.DOTALL)
LINE = re.compile(r"\S.*")
MEMORY = 20  # times of the article so far that are handed on as context


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The time expressions of each row's text, sentence by sentence, against the row's article date."""
    return [{"doc_id": row["doc_id"], "dct": row.get("dct"), "timexes": _timexes(row)} for row in rows]


def _timexes(row: dict[str, Any]) -> list[dict[str, Any]]:
    published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    context: tuple[TimeInterval, ...] = ()
    found = []
    for offset, sentence in _sentences(row["text"]):
        times = read_times(sentence, published, context)
        context = (*context, *times)[-MEMORY:]
        found += [
            {"start": offset + time.span.start, "end": offset + time.span.end, "type": time.type, "value": time.value}
            for time in times
        ]
    return found


def _sentences(text: str) -> Iterator[tuple[int, Sentence | str]]:
    """The offset of each paragraph with its sentences, parsed where a pipeline is installed."""
    found = list((BLOCK if "\n\n" in text else LINE).finditer(text))
    paragraphs = [paragraph[0] for paragraph in found]
    try:
        parsed: Iterable[Iterable[Sentence | str]] = list(parse(paragraphs))
    except ModelMissing:
        parsed = [[paragraph] for paragraph in paragraphs]
    for paragraph, sentences in zip(found, parsed, strict=True):
        yield from ((paragraph.start(), sentence) for sentence in sentences)
