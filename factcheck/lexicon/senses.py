"""Which English words may be written for one another, and which say the opposite.

Both come from a small table out of WordNet; synonyms.toml and opposites.toml have those of news that WordNet lacks.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources

from factcheck.lexicon import load
from factcheck.lexicon.phrasal import single_verbs

_NONE: frozenset[str] = frozenset()


@cache
def _table() -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    """The near and the opposite words of each word; loaded once, on first use."""
    near: dict[str, set[str]] = defaultdict(set)
    opposite: dict[str, set[str]] = defaultdict(set)
    file = resources.files(__package__).joinpath("en", "senses.txt")
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        before, _, behind = line.partition(" ! ")
        word, *others = before.split()
        for table, found in ((near, others), (opposite, behind.split())):
            for other in found:
                table[word].add(other)
                table[other].add(word)
    return dict(near), dict(opposite)


def are_synonyms(left: str, right: str) -> bool:
    """Whether two lemmas share a sense, or one is a step more general or a derivation of the other."""
    return left == right or right in _near(left) or right in _grouped().get(left, _NONE)


def are_near(left: str, right: str) -> bool:
    """Whether two lemmas may stand for each other: they are synonyms, or both are so to a third word."""
    mine, yours = _near(left), _near(right)
    return are_synonyms(left, right) or not mine.isdisjoint(yours)


@lru_cache(maxsize=1 << 16)
def are_opposite(left: str, right: str) -> bool:
    """Whether one lemma is an antonym of the other, or of a word near to it, and both are not near to each other.

    A verb with its particle ("turn down") is so where its first single verb is.
    """
    if " " in left or " " in right:
        if right in _listed().get(left, _NONE):
            return True
        mine, yours = (next(iter(single_verbs(verb)), "") if " " in verb else verb for verb in (left, right))
        return bool(mine and yours) and are_opposite(mine, yours)
    if right in _table()[1].get(left, _NONE) or right in _listed().get(left, _NONE):
        return True
    return right in _turned(left) and not are_near(left, right)


@cache
def _turned(word: str) -> frozenset[str]:
    """The antonyms of the words near to a word, and the words near to its antonyms."""
    _, opposite = _table()
    found = {other for each in _near(word) for other in opposite.get(each, _NONE)}
    found.update(other for each in opposite.get(word, _NONE) for other in _near(each))
    return frozenset(found) if found else _NONE


@cache
def _grouped() -> Mapping[str, set[str]]:
    """The words that share a listed group with each word."""
    found: dict[str, set[str]] = defaultdict(set)
    for group in load("synonyms")["groups"]:
        for word in group:
            found[word] |= set(group) - {word}
    return dict(found)


def are_directions(left: str, right: str) -> bool:
    """Whether two lemmas name two quarters of the sky."""
    return any({left, right} <= set(group["words"]) for group in load("opposites")["one_of"] if "place" in group)


@cache
def _listed() -> Mapping[str, set[str]]:
    """The listed opposites of each word."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in load("opposites")["pair"]:
        here, there = pair["sides"]
        for mine, yours in ((here, there), (there, here)):
            for word in mine:
                found[word] |= set(yours) - set(mine)
    for group in load("opposites")["one_of"]:
        for word in group["words"]:
            found[word] |= set(group["words"]) - {word}
    return dict(found)


def _near(word: str) -> set[str] | frozenset[str]:
    return _table()[0].get(word, _NONE)
