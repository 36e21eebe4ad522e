"""The JSON Schemas of both formats, made from the model itself; the two files beside this one are what it makes.

python -m factcheck.reporting.schema > factcheck/reporting/schema.json
python -m factcheck.reporting.schema changes > factcheck/reporting/schema-changes.json
"""

import json
import re
import sys
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

import attrs

from factcheck.model import Article, Fact, Finding
from factcheck.reporting.changes import Edit
from factcheck.reporting.changes import writing as changes
from factcheck.reporting.wire import FLAT, FORMAT, LISTS, VERSION
from factcheck.values.quantity import Interval, Quantity

_SIMPLE: Mapping[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    object: {},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}
_PLACE = {
    "article": {"type": "string", "description": "Id of the article."},
    "start": {"type": "integer", "minimum": 0, "description": "Offset of the first character in the article's text."},
    "end": {"type": "integer", "minimum": 0, "description": "Offset behind the last character."},
    "text": {"type": "string", "description": "Exactly the slice [start, end) of the article's text."},
}
_BLOCK = {
    "type": "object",
    "required": ["kind", "start", "end", "copy_of"],
    "properties": {
        "kind": {"type": "string", "description": "What the block is."},
        "start": _PLACE["start"],
        "end": _PLACE["end"],
        "copy_of": {"type": ["integer", "null"], "description": "Index of the earlier block that it repeats."},
    },
}
_NUMBER_OR_OPEN = {"type": ["number", "null"], "description": "null where that end is open."}


def make_schema() -> dict[str, Any]:
    """The schema of the JSON format, with the model's own words as descriptions."""
    definitions: dict[str, Any] = {}
    parts = {name: {"type": "array", "items": _schema_of(kind, definitions)} for name, kind in LISTS.items()}
    _schema_of(Article, definitions)
    article = definitions["Article"]
    article["properties"] |= {
        "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 of the text in UTF-8."},
        "blocks": {"type": "array", "items": _BLOCK, "description": "The blocks of the text, in order."},
    }
    article["required"] += ["sha256", "blocks"]
    properties = {
        "format": {"const": FORMAT},
        "version": {"const": VERSION},
        "articles": {"type": "array", "items": {"$ref": "#/$defs/Article"}},
        **parts,
        "settings": {"type": "object", "description": "The settings that were used."},
        "versions": {"type": "object", "additionalProperties": {"type": "string"}},
    }
    return _document("A reconciliation of articles", properties, definitions)


def make_change_schema() -> dict[str, Any]:
    """The schema of what `factcheck diff --format json` writes."""
    definitions: dict[str, Any] = {}
    edit = _schema_of(Edit, definitions)
    ids = {"type": "array", "items": {"type": "string"}}
    properties = {
        "format": {"const": changes.FORMAT},
        "version": {"const": changes.VERSION},
        "articles": _object(dict.fromkeys(("added", "removed", "edited"), ids)),
        "news": ids | {"description": "Ids of the findings of the newer run that the older one does not tell."},
        "findings": _ledger(_schema_of(Finding, definitions), edit),
        "facts": _ledger(_schema_of(Fact, definitions), edit),
    }
    return _document("What changed between two reconciliations", properties, definitions)


def _ledger(thing: dict[str, Any], edit: dict[str, Any]) -> dict[str, Any]:
    change = _object({"before": thing, "after": thing, "edits": {"type": "array", "items": edit, "minItems": 1}})
    kept = {"type": "integer", "minimum": 0, "description": "How many are as they were."}
    lists = {"new": thing, "gone": thing, "changed": change}
    return _object({name: {"type": "array", "items": kind} for name, kind in lists.items()} | {"kept": kept})


def _object(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": dict(properties)}


def _document(title: str, properties: Mapping[str, Any], definitions: Mapping[str, Any]) -> dict[str, Any]:
    """A whole schema; `definitions` are what it refers to."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **_object(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _schema_of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """The schema of a type; classes go to the definitions."""
    if kind in _SIMPLE:
        return dict(_SIMPLE[kind])
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if a is type(None) else _schema_of(a, definitions) for a in arguments]}
    if origin is tuple and arguments[-1] is Ellipsis:
        return {"type": "array", "items": _schema_of(arguments[0], definitions)}
    if origin is tuple:
        items = [_schema_of(argument, definitions) for argument in arguments]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "maxItems": len(items)}
    if origin is not None:
        return {"type": "object", "additionalProperties": _schema_of(arguments[1], definitions)}
    if issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}  # held first, so that a class that holds itself ends
        definitions[kind.__name__] = _schema_of_class(kind, definitions)
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _schema_of_class(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    told = _descriptions(kind)
    properties: dict[str, Any] = {}
    for name, type_ in typing.get_type_hints(kind).items():
        if name not in {field.name for field in attrs.fields(kind)}:
            continue
        if kind in FLAT and name == "span":
            properties |= _PLACE
        elif kind in (Interval, Quantity) and type_ is float:
            properties[name] = dict(_NUMBER_OR_OPEN)
        else:
            key = "reading" if kind in FLAT and name == "text" else name
            properties[key] = _schema_of(type_, definitions)
            if name in told:
                properties[key]["description"] = told[name]
    summary = (kind.__doc__ or "").strip().split("\n", 1)[0]
    return {"type": "object", "description": summary, "required": list(properties), "properties": properties}


def _descriptions(kind: type) -> dict[str, str]:
    """What the docstring says about each attribute."""
    _, _, listed = (kind.__doc__ or "").partition("Attributes:\n")
    found = re.findall(r"^ {8}(\w+): (.*(?:\n {12}.*)*)", listed, re.MULTILINE)
    return {name: " ".join(words.split()) for name, words in found}


if __name__ == "__main__":
    made = make_change_schema() if sys.argv[1:] == ["changes"] else make_schema()
    sys.stdout.write(json.dumps(made, indent=1, ensure_ascii=False) + "\n")
