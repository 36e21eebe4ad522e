"""Neighbouring numbers joined: ranges, shares ("three in four"), scores and votes."""

import re

from attrs import evolve

from factcheck.values import quantity_guard as guard
from factcheck.values.numbers import Lexemes
from factcheck.values.quantity_hedges import change_before, hedge_before
from factcheck.values.quantity_measures import Measure
from factcheck.values.quantity_units import COUNT
from factcheck.values.quantity_units import unit as find_unit

COMPOUND_DIMENSIONS = ("length", "mass", "duration")

_RANGE = re.compile(r"-?\s*(?:(-|–|—|/|:)|(to|or|and|through)(?:\s+|-))\s*", re.IGNORECASE)

_PARTED = re.compile(r"\s*(?:(?:,|and)\s)?|-")
_PARTED_TIME = re.compile(r"\s*(?:and\s)?")  # no comma: "jailed for two years, six months of which he has served"
_LISTED = re.compile(r",?\s(?:and\s)?")


def join_neighbours(measures: list[Measure], text: str, lexemes: Lexemes) -> list[Measure]:
    """Neighbours joined into ranges ("5.5 to 7.5 tonnes", "15-20%") and shares ("three in four")."""
    joined: list[Measure] = []
    for measure in measures:
        listed = len(joined) > 1 and joined[-2].is_score and _LISTED.fullmatch(text[joined[-2].end : joined[-1].start])
        both = _join(joined[-1], measure, text, lexemes, follows_score=bool(listed)) if joined else None
        if both is None:
            joined.append(measure)
        else:
            joined[-1] = both
    return joined


def _join(left: Measure, right: Measure, text: str, lexemes: Lexemes, *, follows_score: bool = False) -> Measure | None:
    """The two as one, or None; a pair right behind a score is one too ("6-4, 3-6")."""
    between = text[left.end : right.start]
    if len(between) > 12 or left.is_range or left.number.is_vague or right.number.is_vague:
        return None
    joint = between.strip().lower()
    if joint in ("in", "out of", "in every", "out of every", "per"):
        return _share(left, right, largest=1_000_000 if left.low <= 1 or joint == "per" else 1_000)
    if left.unit is not COUNT and (compound := _compound(left, right, between)) is not None:
        return compound
    match = _RANGE.fullmatch(between)
    if match is None:
        return None
    word = (match[2] or match[1]).lower()
    opening = _opening(left, lexemes)
    if word == "or" and left.unit is COUNT and right.start < right.number.start:
        left.unit = right.unit  # "8 or $9"
        return None
    low = _scaled(left, right)
    is_bare = left.unit is COUNT and right.unit is COUNT
    is_score = is_bare and (
        guard.is_score(left.number, right.number, word, opening) or (follows_score and word in "-–")
    )
    if not is_score and not _is_range(left, right, low, word, opening, lexemes):
        return None
    number = evolve(right.number, start=left.number.start, first=left.number.first)
    step = 0.0 if left.step == 0 or right.step == 0 else min(left.step, right.step)
    unit = right.unit if right.unit is not COUNT else left.unit
    both = Measure(number, unit, low, right.high, left.start, right.end, left.first, right.last, step, right.number_end)
    both.per, both.is_range, both.is_score = right.per, not is_score, is_score
    both.is_years = is_bare and guard.is_recent_year(left.number) and guard.is_recent_year(right.number)
    if opening in ("between", "from") and lexemes[left.first - 1].lower == opening:
        both.opening = lexemes[left.first - 1].start
    return both


def _compound(left: Measure, right: Measure, between: str) -> Measure | None:
    """One amount told in two units, the smaller one second: "5 feet 10 inches", "two hours and 15 minutes"."""
    unit = right.unit
    pattern = _PARTED_TIME if left.unit.dimension == "duration" else _PARTED
    if left.unit.dimension not in COMPOUND_DIMENSIONS or pattern.fullmatch(between) is None:
        return None
    if unit is COUNT and left.unit.name == "foot" and between == "-" and right.number.is_plain:
        unit = find_unit("inch") or COUNT  # "a 6-foot-2 striker"
    is_whole = left.low % 1 == 0 and not (left.number.is_fraction or right.number.is_fraction or right.per)
    if not is_whole or unit.dimension != left.unit.dimension:
        return None
    rest = right.low * unit.factor / left.unit.factor
    if unit.factor >= left.unit.factor or not 0 <= rest < 1:
        return None
    number = evolve(right.number, start=left.number.start, first=left.number.first, digits=left.number.digits)
    amount, step = left.low + rest, right.step * unit.factor / left.unit.factor
    return Measure(
        number, left.unit, amount, amount, left.start, right.end, left.first, right.last, step, right.number_end
    )


def _opening(left: Measure, lexemes: Lexemes) -> str:
    """The word before the left number, hedges skipped."""
    hedge = hedge_before(lexemes, left.first)
    index = (hedge.first if hedge is not None else left.first) - 1
    return lexemes[index].lower if index >= 0 else ""


def _scaled(left: Measure, right: Measure) -> float:
    """The lower end, with the scale that only the upper one tells: "5 to 7 million"."""
    scale = right.number.scale
    if (
        left.number.scale == 1
        and scale > 1
        and left.low < right.low / scale
        and "," not in left.number.digits
        and left.low < 1000
    ):
        return left.low * scale
    return left.low


def _is_range(left: Measure, right: Measure, low: float, word: str, opening: str, lexemes: Lexemes) -> bool:
    """Whether two numbers with "to", "and", "or" or a dash between are the ends of one range."""
    high, bare = right.high, left.unit is COUNT and right.unit is COUNT
    if left.unit is not right.unit and COUNT not in (left.unit, right.unit):
        return False
    if word == "and":
        return opening == "between"
    if word == ":":
        return False
    if word == "/":
        return not bare and left.unit is right.unit and high > low
    if word == "or":
        return 0 < high - low <= max(1.0, 0.5 * low) and (left.unit is COUNT or left.unit is right.unit)
    if word in "-–—":
        return high > low or (not bare and left.unit is right.unit)
    if opening in ("from", "between"):
        return left.unit is COUNT or right.unit is not COUNT
    if left.unit is not COUNT and right.unit is COUNT:
        return False  # "lost 140 points to 6,310"
    if guard.is_yearlike(left.number) and left.unit is COUNT and guard.is_dated(left.number, lexemes):
        return False  # "in 2016 to 2.8 million"
    changes = change_before(lexemes, left.first) is not None
    if changes and left.unit.dimension.startswith("money"):
        return False  # "fell $2.45 to $4.15"
    if changes or opening == "by":
        return low < high <= 3 * low
    return True


def _share(left: Measure, right: Measure, largest: float) -> Measure | None:
    """As in "three in four" of something, "350 per 100,000 people"; `largest` is the most that the second may be."""
    if (
        not 0 < left.low < right.low <= largest
        or left.unit is not COUNT
        or right.unit is not COUNT
        or right.number.scale != 1
    ):
        return None
    if guard.is_yearlike(right.number):
        return None
    number = evolve(right.number, start=left.number.start, first=left.number.first, is_fraction=True)
    share = left.low / right.low
    return Measure(number, COUNT, share, share, left.start, right.end, left.first, right.last, 0.0, right.number_end)
