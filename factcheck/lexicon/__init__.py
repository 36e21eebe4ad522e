"""Words as data: commented TOML files, one folder a language, and the loader that every stage uses."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def load(name: str, language: str = "en") -> dict[str, Any]:
    """The content of `lexicon/<language>/<name>.toml`, read once.

    Raises:
        FileNotFoundError: where there is no such file; a mistake of the caller, never of the input.
    """
    file = resources.files(__name__).joinpath(language, f"{name}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str, language: str = "en") -> frozenset[str]:
    """The list `key` of a lexicon file, as a set.

    Raises:
        FileNotFoundError, KeyError: where there is no such file or list.
    """
    return frozenset(load(name, language)[key])


@cache
def title_words(language: str = "en") -> frozenset[str]:
    """What stands in front of a name and is none: courtesies, offices, ranks, as single words in lower case."""
    told = load("titles", language)
    return frozenset(word for key in ("courtesy", "office", "rank", "religious") for word in told[key])
