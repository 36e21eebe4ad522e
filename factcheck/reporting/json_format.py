"""JSON and JSON Lines: lossless, versioned, and the same bytes for the same results."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.errors import FormatError
from factcheck.model import Results
from factcheck.reporting.wire import FORMAT, LISTS, VERSION, from_data, to_data

_WANTED = "a reconciliation that was saved with --format json or to_json() is expected"
_HALVES = re.compile("[\ud800-\udfff]")


def to_json(results: Results) -> str:
    """The reconciliation as JSON, an element of each list on a line of its own, so that two of them can be compared."""
    parts = []
    for name, value in to_data(results).items():
        if isinstance(value, list) and value:
            body = "[\n" + ",\n".join("  " + _dump(item) for item in value) + "\n ]"
        else:
            body = _dump(value)
        parts.append(f' "{name}": {body}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def to_jsonl(results: Results) -> str:
    """The same, a record a line, each saying what it is in `record`."""
    return "".join(_dump(record) + "\n" for record in _records(results))


def claims_to_json(results: Results) -> str:
    """The claims alone, as a list."""
    lines = [_dump(claim) for claim in to_data(results)["claims"]]
    return "[\n" + ",\n".join(lines) + "\n]\n"


def claims_to_jsonl(results: Results) -> str:
    """The claims alone, one a line."""
    return "".join(_dump(claim) + "\n" for claim in to_data(results)["claims"])


def load(source: str | os.PathLike[str]) -> Results:
    """The results in a file that `to_json` wrote, or in such text itself.

    Raises:
        FormatError: where it is no reconciliation or a damaged one, with the place ("$.claims[3].start").
    """
    text, path = (source, "<text>") if isinstance(source, str) and source.lstrip().startswith("{") else _file(source)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError(path, "", f"this is no JSON ({error}); {_WANTED}") from None
    return from_data(data, path)


def _file(path: str | os.PathLike[str]) -> tuple[str, str]:
    name = os.fspath(path)
    try:
        return Path(path).read_text(encoding="utf-8"), name
    except OSError as error:
        raise FormatError(name, "", f"this file cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise FormatError(name, "", "this is no UTF-8 text") from None


def _records(results: Results) -> Iterator[dict[str, Any]]:
    data = to_data(results)
    yield {"record": "reconciliation", "format": FORMAT, "version": VERSION} | {
        name: data[name] for name in ("settings", "versions")
    }
    singular = {"entities": "entity"}
    for name in ("articles", *LISTS):
        for item in data[name]:
            yield {"record": singular.get(name, name.removesuffix("s"))} | item


def _dump(value: object) -> str:
    """Readable letters, but halves of surrogate pairs, which no UTF-8 file can hold, escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
