"""Nouns of which one is not the other: an arm and a leg, a final and a semifinal, a brother and a cousin."""

from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, tuple[str, frozenset[str]]]:
    """The sort of each noun, and what it may be called as well."""
    file = resources.files(__package__).joinpath("en", "sorts.txt")
    lines = file.read_text(encoding="utf-8").splitlines()
    fields = (line.split() for line in lines if not line.startswith("#"))
    return {noun: (sort, frozenset(others)) for noun, sort, *others in fields}


def are_apart(left: str, right: str) -> bool:
    """Whether two nouns name two things of one sort, of which neither is a kind or a part of the other."""
    mine, yours = _table().get(left), _table().get(right)
    if left == right or mine is None or yours is None or mine[0] != yours[0]:
        return False
    return left not in yours[1] and right not in mine[1]
