"""Settings out of a file: `factcheck.toml`, or `[tool.factcheck]` of a `pyproject.toml`.

What is allowed there is what the settings classes declare: every attribute is a key, with hyphens or underscores. What
is not is an error that names the file and the key and suggests the right one.
"""

import os
import tomllib
import typing
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import frozen

from factcheck.errors import ConfigFileError

OWN_FILE, SHARED_FILE = "factcheck.toml", "pyproject.toml"
T = TypeVar("T")
_TYPES = {str: "a string", bool: "true or false", int: "a whole number", float: "a number", list: "a list"}


@frozen
class Table:
    """The settings of one file, as they stand there.

    Attributes:
        path: the file; "" where there is none.
        prefix: what stands before a key in messages: "tool.factcheck." or "".
        values: the values by key.
    """

    path: str = ""
    prefix: str = ""
    values: Mapping[str, Any] = attrs.Factory(dict)

    def error(self, key: str, value: object, reason: str, allowed: Sequence[str] = ()) -> ConfigFileError:
        """The error about one of the keys."""
        return ConfigFileError(self.path, self.prefix + key, value, reason, allowed)


def read_table(path: str | os.PathLike[str] | None = None, start: str | os.PathLike[str] = ".") -> Table:
    """The settings in a file, or, where none is named, in the nearest one of the folder `start` and those above it.

    A `factcheck.toml` goes before a `pyproject.toml` beside it; a `pyproject.toml` without `[tool.factcheck]` is passed
    over, unless it is named.

    Raises:
        ConfigFileError: where the named file cannot be read, a file is no TOML, or `tool.factcheck` is no table.
    """
    if path is not None:
        return _read(Path(path)) or Table(os.fspath(path))
    for folder in (Path(start).resolve(), *Path(start).resolve().parents):
        for name in (OWN_FILE, SHARED_FILE):
            if (folder / name).is_file() and (found := _read(folder / name)) is not None:
                return found
    return Table()


def _read(path: Path) -> Table | None:
    """The table of a file; None where a pyproject.toml has none."""
    name = path.as_posix()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigFileError(name, "", None, f"this file cannot be read: {error.strerror}") from None
    except ValueError as error:  # no UTF-8, or no TOML
        raise ConfigFileError(name, "", None, f"this is no TOML: {error}") from None
    if path.name != SHARED_FILE:
        return Table(name, "", data)
    tools = data.get("tool", {})
    if not isinstance(tools, dict) or "factcheck" not in tools:
        return None
    if not isinstance(tools["factcheck"], dict):
        raise ConfigFileError(name, "tool.factcheck", tools["factcheck"], "this is no table")
    return Table(name, "tool.factcheck.", tools["factcheck"])


def fill(table: Table, *kinds: type[Any]) -> list[Any]:
    """An instance of each settings class, with what the table says and their defaults for the rest.

    Raises:
        ConfigFileError: for a key that none of the classes has, a key given twice, or a value that it does not take.
    """
    homes = {field.name: kind for kind in kinds for field in attrs.fields(kind)}
    given: dict[str, Any] = {}
    for key, value in table.values.items():
        name = key.replace("-", "_")
        if name not in homes:
            raise _unknown(table, key, value, [home.replace("_", "-") for home in homes])
        if name in given:
            raise table.error(key, value, "this setting stands here twice, with a hyphen and with an underscore")
        given[name] = _convert(table, key, value, typing.get_type_hints(homes[name])[name])
    return [
        _build(table, kind, {name: value for name, value in given.items() if homes[name] is kind}) for kind in kinds
    ]


def _unknown(table: Table, key: str, value: object, allowed: list[str]) -> ConfigFileError:
    hint = _hint(key.replace("_", "-"), allowed)
    return table.error(key, value, f"there is no such setting{hint}; there are: {', '.join(allowed)}", allowed)


def _convert(table: Table, key: str, value: object, wanted: Any) -> Any:
    """The value as the type that the setting has."""
    if typing.get_origin(wanted) is tuple:
        if not isinstance(value, list):
            raise _wrong_type(table, key, value, "a list")
        return tuple(_convert(table, key, item, typing.get_args(wanted)[0]) for item in value)
    if typing.get_origin(wanted) is typing.Literal:
        return _word(table, key, value, typing.get_args(wanted))
    # True is an int in Python, but "workers = true" is no number; a whole number is a number.
    is_right = isinstance(value, (int, float) if wanted is float else wanted)
    if not is_right or (isinstance(value, bool) and wanted is not bool):
        raise _wrong_type(table, key, value, _TYPES[wanted])
    return float(typing.cast(float, value)) if wanted is float else value


def _word(table: Table, key: str, value: object, allowed: Sequence[str]) -> str:
    if not isinstance(value, str):
        raise _wrong_type(table, key, value, f"one of {', '.join(allowed)}")
    if value not in allowed:
        hint = _hint(value, allowed)
        raise table.error(key, value, f"{value!r} is not allowed here{hint}; allowed: {', '.join(allowed)}", allowed)
    return value


def _hint(word: str, allowed: Sequence[str]) -> str:
    near = get_close_matches(word.lower(), allowed, n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _wrong_type(table: Table, key: str, value: object, expected: str) -> ConfigFileError:
    found = next((words for kind, words in _TYPES.items() if type(value) is kind), "something else")
    return table.error(key, value, f"{value!r} is {found}; {expected} is expected")


def _build(table: Table, kind: type[T], values: dict[str, Any]) -> T:
    """The instance; what its validators refuse is told with the file and the key."""
    for name, value in values.items():
        try:
            kind(**{name: value})
        except ValueError as error:
            raise table.error(name.replace("_", "-"), value, str(error)) from None
    return kind(**values)
