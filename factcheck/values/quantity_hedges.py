"""Hedges: the words around a number that say how exactly it is meant, and the intervals that follow."""

import math
from enum import StrEnum
from functools import cache

from attrs import frozen

from factcheck import lexicon
from factcheck.values.numbers import Lexemes, lex
from factcheck.values.quantity import Bound, Interval


class Shape(StrEnum):
    """How an amount is meant: a row of the table of docs/values.md."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_OVER = "just_over"
    JUST_UNDER = "just_under"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"

    @property
    def bound(self) -> Bound:
        """The same in the four classes that readers know."""
        return _BOUNDS[self]


_BOUNDS = {
    Shape.EXACT: Bound.EXACT,
    Shape.ABOUT: Bound.ABOUT,
    Shape.NEARLY: Bound.ABOUT,
    Shape.JUST_OVER: Bound.ABOVE,
    Shape.JUST_UNDER: Bound.BELOW,
    Shape.OVER: Bound.ABOVE,
    Shape.AT_LEAST: Bound.ABOVE,
    Shape.UNDER: Bound.BELOW,
    Shape.AT_MOST: Bound.BELOW,
}


@frozen
class Widths:
    """How wide the intervals are, as shares of the number (benchmarks/ has the script that fits them).

    Attributes:
        about: the most around a number that is said to be approximate, each side.
        about_steps: the same for a round number, in places of its last telling digit: "about $3.6 billion" is not $3.5
            billion.
        round: the most that a round number may be off, each side.
        place: the same for a measure told to the unit or to decimals ("3 percent" for 2.7, "52 km" for 51.5).
        expected: how much "over n" is expected to be beyond n, and "up to n" short of it.
        smallest_round: plain counts below this are counted, not rounded.
    """

    about: float = 0.1
    about_steps: float = 0.5
    round: float = 0.05
    place: float = 0.2
    expected: float = 0.5
    smallest_round: float = 100.0


WIDTHS = Widths()


@frozen
class Hedge:
    """A hedge found beside a number.

    Attributes:
        shape: what it says.
        first: index of its first lexeme.
        last: index of its last lexeme.
    """

    shape: Shape
    first: int
    last: int


@cache
def _phrases(side: str) -> dict[tuple[str, ...], Shape]:
    """The phrases of lexicon/en/hedges.toml, split as the lexer splits them."""
    return {
        tuple(lexeme.lower for lexeme in lex(phrase)): Shape(shape)
        for shape, phrases in lexicon.load("hedges")[side].items()
        for phrase in phrases
    }


@cache
def _lengths(side: str) -> dict[str, tuple[int, ...]]:
    """For each word that ends (before) or begins (after) a phrase, the lengths of those phrases, longest first."""
    lengths: dict[str, set[int]] = {}
    for phrase in _phrases(side):
        lengths.setdefault(phrase[-1] if side == "before" else phrase[0], set()).add(len(phrase))
    return {word: tuple(sorted(sizes, reverse=True)) for word, sizes in lengths.items()}


@cache
def _changes() -> dict[str, Bound]:
    tables = lexicon.load("hedges")["change"]
    return {word: bound for bound, key in ((Bound.RISING, "up"), (Bound.FALLING, "down")) for word in tables[key]}


def hedge_before(lexemes: Lexemes, index: int, begin: int = 0) -> Hedge | None:
    """The hedges that end right before the lexeme at `index`; one that bounds wins over one that blurs.

    Args:
        lexemes: the sentence.
        index: index of the number's first lexeme.
        begin: index of the first lexeme that can belong to a hedge.
    """
    phrases, lengths, shape, here = _phrases("before"), _lengths("before"), None, index
    while here > begin:
        for size in lengths.get(lexemes.lower(here - 1), ()):
            found = phrases.get(lexemes.lowers(here - size, here)) if size <= here - begin else None
            if found is not None:
                shape = (
                    found
                    if shape is None or shape is Shape.EXACT or (shape is Shape.ABOUT and found is not Shape.EXACT)
                    else shape
                )
                here -= size
                break
        else:
            break
    return None if shape is None else Hedge(shape, here, index - 1)


def hedge_after(lexemes: Lexemes, index: int) -> Hedge | None:
    """The hedge that begins right behind the lexeme at `index` ("or more", "or so", "+")."""
    for size in _lengths("after").get(lexemes.lower(index + 1), ()):
        phrase = lexemes.lowers(index + 1, index + 1 + size)
        found = _phrases("after").get(phrase) if len(phrase) == size else None
        is_name = lexemes[index + 1].text.isupper() and not lexemes[index].text.isupper()  # "its 737 MAX"
        if found is not None and not is_name and not lexemes.has(index + 1 + size, "than"):  # "or more than 7%"
            return Hedge(found, index + 1, index + size)
    return None


def change_before(lexemes: Lexemes, index: int) -> Bound | None:
    """Whether the words before make the amount the size of a rise or a fall: "rose 3%", "fell by 92 points"."""
    here = index - 2 if lexemes.has(index - 1, "by", "another", "a", "further") else index - 1
    return _changes().get(lexemes.lower(here))


class Told(StrEnum):
    """What an amount is an amount of, as far as it decides how exactly a whole number is meant."""

    COUNTED = "counted"  # things: small numbers are exact
    MEASURED = "measured"  # metres, percent, dollars: rounded to the last place told
    EXACT = "exact"  # ages, multiples: what is told is meant


def intervals(
    low: float, high: float, shape: Shape, step: float, told: Told = Told.MEASURED, *, can_be_negative: bool = False
) -> tuple[Interval, Interval]:
    """The hard and the soft interval of an amount (the table of docs/values.md).

    Args:
        low: the lower number named.
        high: the upper one.
        shape: how it is meant.
        step: the place of the last telling digit; 0 for a whole number that is not round.
        told: what it is an amount of.
        can_be_negative: whether "below n" goes on under zero (temperatures).
    """
    size = max(abs(low), abs(high))
    if shape is Shape.EXACT:
        slack = _rounded(size, step, told)
        # half open: "$5.6 billion" and "$5.7 billion" are rounded to what they say and meet nowhere
        return Interval(low, high), Interval(low - slack, high + slack, opens_high=slack > 0)
    about, expected = WIDTHS.about * size, WIDTHS.expected * size
    if shape is Shape.ABOUT:
        slack = min(about, WIDTHS.about_steps * step if step else about / 2)
        hard = soft = Interval(low - slack, high + slack)
    elif shape in (Shape.NEARLY, Shape.JUST_UNDER):
        hard, soft = Interval(high - about, high, opens_high=True), Interval(high - about, high)
    elif shape is Shape.JUST_OVER:
        hard, soft = Interval(low, low + about, opens_low=True), Interval(low, low + about)
    elif shape in (Shape.OVER, Shape.AT_LEAST):
        hard, soft = Interval(low, math.inf, opens_low=shape is Shape.OVER), Interval(low, high + expected)
    else:
        bottom = -math.inf if can_be_negative or high < 0 else 0.0
        hard, soft = Interval(bottom, high, opens_high=shape is Shape.UNDER), Interval(high - expected, high)
    return hard, soft


def _rounded(size: float, step: float, told: Told) -> float:
    """How far a number without a hedge may be off, since it is told in round figures."""
    if told is Told.EXACT or (told is Told.COUNTED and size < WIDTHS.smallest_round):
        return 0.0
    place = step if step or told is Told.COUNTED else 1.0
    return min(place / 2, (WIDTHS.round if place > 1 else WIDTHS.place) * size)
