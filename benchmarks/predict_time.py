"""Adapter: times of a document for the benchmark data (task "time")."""

from datetime import date
from typing import Any

from factcheck.values.time import TimeInterval
from factcheck.values.time_reading import read_times


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The time expressions of each row's text, paragraph by paragraph, against the row's article date."""
    return [{"doc_id": row["doc_id"], "dct": row.get("dct"), "timexes": _timexes(row)} for row in rows]


def _timexes(row: dict[str, Any]) -> list[dict[str, Any]]:
    published = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
    context: tuple[TimeInterval, ...] = ()
    found = []
    offset = 0
    for line in row["text"].split("\n\n"):
        times = read_times(line, published, context)
        context = (*context, *times)[-20:]
        found += [
            {"start": offset + time.span.start, "end": offset + time.span.end, "type": time.type, "value": time.value}
            for time in times
        ]
        offset += len(line) + 2
    return found
