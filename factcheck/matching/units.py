"""Claims and sentences as bags of weighted keys, one set of rows for each view of them.

A key weighs by how rare it is in its own article, 1 / sqrt(number of sentences there that hold it), so that the product
for a pair is 1 where each says the word once. No count runs over the whole set: another article changes no weight.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from math import sqrt

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.lexicon.frequency import rarity
from factcheck.lexicon.wordnet import near
from factcheck.matching.marks import Mark, stem
from factcheck.matching.rows import Floats, Ints, Rows, make_rows, make_rows_of_two

Marks = Sequence[Mark]
Bag = dict[Hashable, float]
Keys = dict[Hashable, None]  # a set that keeps the order of the text, so that sums come out alike in every run
Keyed = Mapping[str, Sequence[Keys]]  # by view, one set for each unit
Weights = Mapping[str, Sequence[Mapping[Hashable, float]]]  # by view and article
SHORT = 6  # sentences from which a text has an opening, and words that are common in it
SPREAD = 4  # content words within which two of them form a pair


def telling(marks: Marks) -> Keys:
    """Stems of the content words, and people."""
    return dict.fromkeys(m.word or m.person for m in marks if m.word or m.person)


def people(marks: Marks) -> Keys:
    """People named."""
    return dict.fromkeys(m.person for m in marks if m.person)


def values(marks: Marks) -> Keys:
    """Numbers."""
    return dict.fromkeys(m.value for m in marks if m.value)


def times(marks: Marks) -> Keys:
    """Times, by what stretch of the calendar they name."""
    return dict.fromkeys(m.time for m in marks if m.time)


def couples(marks: Marks) -> Keys:
    """Pairs of content words or people that stand close, in any order."""
    row = [m.word or m.person for m in marks if m.word or m.person]
    keys: Keys = {}
    for i, a in enumerate(row, 1):
        for b in row[i : i + SPREAD]:
            if a != b:
                keys[(a, b) if a < b else (b, a)] = None
    return keys


def runs(marks: Marks) -> Keys:
    """Every two words on end, function words included, values masked."""
    row = [m.run for m in marks if m.run]
    return dict.fromkeys(pairwise(row))


def quoted(marks: Marks) -> Keys:
    """Stems inside quotation marks."""
    return dict.fromkeys(m.word for m in marks if m.word and m.is_quoted)


def quoted_runs(marks: Marks) -> Keys:
    """Every three words on end inside quotation marks."""
    row = [m.run for m in marks if m.run and m.is_quoted]
    return dict.fromkeys(zip(row, row[1:], row[2:], strict=False))


VIEWS: Mapping[str, Callable[[Marks], Keys]] = {
    "people": people,
    "values": values,
    "times": times,
    "couples": couples,
    "runs": runs,
    "quoted": quoted,
    "quoted runs": quoted_runs,
    "telling": telling,
}
COMPARED = tuple(name for name in VIEWS if name != "telling")  # telling words are compared as "rare plain"


@frozen(eq=False)
class Units:
    """Claims, or sentences, in a form that can be compared in bulk; all arrays have one entry for each.

    Attributes:
        rows: the weighted keys, by view; "rare plain" holds content words and people, weighed by how rare they are in
            English as well.
        akin: the words of each and those that may stand for them, by how near they are; for products with "rare plain".
        masses: sum of the weights of "rare plain".
        article: number of the article.
        is_short: whether its article has a few sentences only.
        is_single: whether it has only one.
        has_number, has_time, has_person, has_quote: whether something stands in that slot.
        size: number of content words and people.
    """

    rows: Mapping[str, Rows]
    akin: Rows
    masses: Floats
    article: Ints
    is_short: NDArray[np.bool_]
    is_single: NDArray[np.bool_]
    has_number: NDArray[np.bool_]
    has_time: NDArray[np.bool_]
    has_person: NDArray[np.bool_]
    has_quote: NDArray[np.bool_]
    size: Floats


@frozen(eq=False)
class Place:
    """Where a unit stands: number of its article among `articles`, number of its sentence, and its marks."""

    article: int
    sentence: int
    marks: Marks


def read_keys(places: Sequence[Place]) -> Keyed:
    """The keys of the units at some places, by view."""
    return {name: [view(p.marks) for p in places] for name, view in VIEWS.items()}


def weigh(told: Keyed, sizes: Sequence[int]) -> Weights:
    """Weight of each key of each article, by view.

    Args:
        told: the keys of all sentences.
        sizes: how many of them each article has.
    """
    bounds = list(pairwise(accumulate(sizes, initial=0)))
    return {name: [weigh_keys(keys[first:last]) for first, last in bounds] for name, keys in told.items()}


def make_units(places: Sequence[Place], told: Keyed, weights: Weights, sizes: Sequence[int]) -> Units:
    """The units at some places.

    Args:
        places: where they stand.
        told: their keys.
        weights: what `weigh` says of all sentences.
        sizes: how many sentences each article has.
    """
    rows = {}
    for name in COMPARED:
        known = weights[name]
        bags = zip(places, told[name], strict=True)
        rows[name] = make_rows([{key: known[p.article].get(key, 1.0) for key in keys} for p, keys in bags])
    rare = [rare_plain(p.marks, weights["telling"][p.article]) for p in places]
    rows["rare plain"], akin = make_rows_of_two(rare, _akin(places, set().union(*rare)))
    article = np.array([p.article for p in places], np.int64)
    return Units(
        rows=rows,
        akin=akin,
        masses=np.array([sum(bag.values()) for bag in rare]),
        article=article,
        is_short=np.array(sizes)[article] < SHORT,
        is_single=np.array(sizes)[article] == 1,
        has_number=np.array([bool(keys) for keys in told["values"]], bool),
        has_time=np.array([any(m.is_time for m in p.marks) for p in places], bool),
        has_person=np.array([bool(keys) for keys in told["people"]], bool),
        has_quote=np.array([any(m.is_quoted for m in p.marks) for p in places], bool),
        size=np.array([len(keys) for keys in told["telling"]], np.float64),
    )


def weigh_keys(bags: Iterable[Keys]) -> dict[Hashable, float]:
    """Weight of each key of one article."""
    counts = Counter(chain.from_iterable(bags))
    return {key: 1.0 / sqrt(count) for key, count in counts.items()}


def plain(marks: Marks, *, is_linked: bool = True) -> Bag:
    """Content words weighed by how rare they are in English; people, or their names as written, like rare words."""
    bag: Bag = {}
    for mark in marks:
        if mark.word:
            bag[mark.word] = max(bag.get(mark.word, 0.0), rarity(mark.plain))
        elif mark.person:
            bag[mark.person if is_linked else mark.run] = 1.0
    return bag


def rare_plain(marks: Marks, weights: Mapping[Hashable, float]) -> Bag:
    """The same, weighed by the rarity in the article as well."""
    return {key: weight * weights.get(key, 1.0) for key, weight in plain(marks).items()}


def _akin(places: Sequence[Place], said: set[Hashable]) -> list[Bag]:
    """Words and people of each place, with what may stand for each word as far as some place says it."""
    stand_ins: dict[str, list[tuple[str, float]]] = {}
    bags = []
    for place in places:
        bag: Bag = {}
        for mark in place.marks:
            if mark.word:
                if mark.plain not in stand_ins:
                    stand_ins[mark.plain] = [pair for pair in _stand_ins(mark.plain) if pair[0] in said]
                for word, nearness in stand_ins[mark.plain]:
                    if nearness > bag.get(word, 0.0):
                        bag[word] = nearness
            elif mark.person:
                bag[mark.person] = 1.0
        bags.append(bag)
    return bags


@cache
def _stand_ins(lemma: str) -> tuple[tuple[str, float], ...]:
    """The stem of a word, and those of near synonyms."""
    return ((stem(lemma), 1.0), *((stem(other), nearness) for other, nearness in near(lemma).items()))
