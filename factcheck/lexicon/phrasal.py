"""Which single verbs stand for a verb with its particle: "turned down" for "rejected", "took place" for "happened".

The table is made from WordNet by `benchmarks/make_phrasal.py`; synonyms.toml and opposites.toml may list such verbs
too, with the particle behind a blank.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    """The single verbs of each verb with a particle; loaded once, on first use."""
    file = resources.files(__package__).joinpath("en", "phrasal.txt")
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {verb: tuple(single.split()) for verb, single in rows}


def is_phrasal(verb: str) -> bool:
    """Whether a verb and a word behind it ("turn down") are one verb."""
    return verb in _table()


def single_verbs(verb: str) -> tuple[str, ...]:
    """The single verbs that stand for a verb with its particle, nearest first."""
    return _table().get(verb, ())
