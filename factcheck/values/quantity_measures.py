"""Numbers with their unit and sign, as they follow each other in a sentence."""

import re

from attrs import define, evolve

from factcheck.lexicon import words
from factcheck.values import quantity_guard as guard
from factcheck.values.number_digits import read_digits
from factcheck.values.number_words import read_number
from factcheck.values.numbers import Lexemes, Number, number_words, openers
from factcheck.values.quantity_hedges import hedge_before
from factcheck.values.quantity_units import COUNT, Unit, UnitWords, currency_ahead, unit, unit_behind

STERLING, MAGNITUDE = "gbp", "magnitude"
WON, SMALLEST_WON = "krw", 100.0  # a tenth of a dollar; below it somebody "won" something
STRONGEST = 10.0  # no earthquake has been stronger

_RATED = (
    r"second|minute|hour|hr|day|night|week|month|year|person|head|share|capita|barrel|gallon|litre|liter|kilo|kilogram|tonne|ton|ounce|pound|unit|acre"
    r"|hectare|square\s(?:metre|meter|foot|mile|kilometre|kilometer)|household|game|cm2|m2|employee|student|child|family|vehicle|passenger|annum"
)
_PER = re.compile(
    rf"\s*(?:(?:per|each|every)\s+|(an?)\s+|/\s?)({_RATED})\b(?!\s+(?:ago|later|earlier|before|after|on\s+from)\b)",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:(?<=[\s(,;])(?<!or\s)|^)(?:[-−]|minus[\s-])$|(?<=[$€£])[-−]$")
_RICHTER = re.compile(r"\s(?:points\s)?on\sthe\s(?:open-ended\s)?Richter\sscale\b", re.IGNORECASE)
_NATIONAL = re.compile(r"\s(?:US|CAN|AUD|Canadian|Australian)\b")


@define
class Measure:
    """A number with its unit, before its hedges have been looked at.

    Attributes:
        number: the number; of a range the upper one, with the offsets of both.
        unit: its unit; COUNT for none.
        low: the value, sign included; of a range the one told first.
        high: the same, or the one told second.
        start: offset of the first character, currency included.
        end: offset behind the last, unit and rate included.
        first: index of the first lexeme.
        last: index of the last lexeme.
        step: the place of the last telling digit.
        number_end: offset behind the bare number.
        per: what a rate is told for, or "".
        is_range: whether two numbers have been joined.
        is_score: whether it is a result or a vote, one number for each side.
        is_years: whether both ends look like years.
        opening: offset of the word that opens a range ("between", "from"), or -1.
    """

    number: Number
    unit: Unit
    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    step: float
    number_end: int
    per: str = ""
    is_range: bool = False
    is_score: bool = False
    is_years: bool = False
    opening: int = -1


def rate_behind(text: str, offset: int, is_plain: bool) -> re.Match[str] | None:
    """The rate behind an amount ("per day", "a month", "/cm2"); group 2 is what it is told for.

    A plain count takes "a" before a time only: "three meals a day", not "two a game".
    """
    match = _PER.match(text, offset)
    if (
        match is not None
        and is_plain
        and match[1]
        and match[2].lower() not in ("day", "week", "month", "year", "hour", "minute", "second", "night")
    ):
        return None
    return match


def read_measures(text: str, lexemes: Lexemes) -> list[Measure]:
    """Every number of the sentence with its unit, in order, dates and codes left out."""
    masks, first = guard.masked(text), openers()
    found: list[Measure] = []
    behind = 0
    for index in lexemes.openings(first):
        if index < behind or (masks and guard.is_masked(lexemes.start(index), lexemes.end(index), masks)):
            continue
        number = read_number(lexemes, index, text)
        if number is None:
            continue
        behind = number.last + 1
        if guard.is_masked(number.start, number.end, masks) or _is_tail(number, lexemes):
            continue
        measure = _measure(number, text, lexemes)
        if measure is not None:
            found.append(measure)
            behind = max(behind, measure.last + 1)
    return found


def _is_tail(number: Number, lexemes: Lexemes) -> bool:
    """Whether a number word hangs on another that was left unread ("nineteen eighty-four", "hundred and one")."""
    if number.digits or number.first < 2:
        return False
    tables, joint = number_words(), lexemes[number.first - 1]
    if joint.text == "-":
        return joint.start == lexemes[number.first - 2].end and lexemes.lower(number.first - 2) in tables.tens
    return joint.lower == "and" and lexemes.lower(number.first - 2) in tables.scales


# ------------------------------------------------------------------------------------------------------------- units


def _measure(number: Number, text: str, lexemes: Lexemes) -> Measure | None:
    """The number with currency or unit, or None where it is no amount."""
    start, sign = _sign(text, number.start)
    money = currency_ahead(text, start)
    if money is not None and money.is_lost and not (number.scale > 1 or "," in number.digits):
        money = None
    number, behind = _unit(number, money, text, lexemes)
    if (
        money is None
        and number.digits
        and guard.is_glued_code(number, lexemes, text)
        and (behind is None or text[number.start - 1].isalnum())
    ):
        return None
    found = behind.unit if behind is not None else COUNT
    if money is not None:
        start = money.start
        found = money.unit if found is COUNT else found
        if text[start - 1 : start] in ("-", "−") and text[start - 2 : start - 1] in ("", " ", "("):
            start, sign = start - 1, -1.0
    end = behind.end if behind is not None else number.end
    if behind is None and (text[end : end + 1].isalpha() or (number.suffix in ("mm", "T", "B", "M") and money is None)):
        return None  # "787s", "3D"; "5T" is no trillion of anything
    first = _lexeme_at(lexemes, start, number.first)
    measure = Measure(
        number,
        found,
        sign * number.low,
        sign * number.high,
        start,
        end,
        first,
        _last_before(lexemes, end, number.last),
        number.step,
        number.end,
    )
    if rate := rate_behind(text, end, found is COUNT):
        measure.per, measure.end = re.sub(r"\s", " ", rate[2].lower()), rate.end()
        measure.last = _last_before(lexemes, measure.end, number.last)
    return measure


def _sign(text: str, start: int) -> tuple[int, float]:
    """Where the number begins with its minus sign, and the sign."""
    begin = max(0, start - 12)
    match = _MINUS.search(text[begin:start]) if start else None
    return (start, 1.0) if match is None else (begin + match.start(), -1.0)


def _unit(number: Number, money: UnitWords | None, text: str, lexemes: Lexemes) -> tuple[Number, UnitWords | None]:
    """The number and the unit behind it; a suffix that turns out to be metres is taken off the number."""
    if money is None and _is_magnitude(number, text, lexemes):
        return number, UnitWords(unit(MAGNITUDE) or COUNT, number.end, number.end)
    behind = unit_behind(text, number.end, is_worded=not number.digits)
    if money is not None:
        return number, _named_currency(money, behind, text, number.end)
    if behind is None and number.suffix == "m":
        return _metres(number, text, lexemes)
    if behind is not None and behind.unit.name == WON and number.low < SMALLEST_WON:
        return number, None
    if behind is not None and behind.unit.name == "pound" and _is_sterling(number, behind, text):
        return number, UnitWords(unit(STERLING) or behind.unit, behind.start, behind.end)
    return number, behind


def _is_magnitude(number: Number, text: str, lexemes: Lexemes) -> bool:
    """Whether the words around say that it is the strength of an earthquake; "6.4-magnitude" needs no help."""
    if not number.digits or number.low > STRONGEST:
        return False
    hedge = hedge_before(lexemes, number.first)
    before = (hedge.first if hedge is not None else number.first) - 1
    before -= lexemes.has(before, "of", "-")
    return lexemes.has(before, MAGNITUDE) or _RICHTER.match(text, number.end) is not None


def _named_currency(sign: UnitWords, behind: UnitWords | None, text: str, end: int) -> UnitWords | None:
    """The words behind a sum with a sign that name its currency again, or single it out: "$45 Australian", "$31 US"."""
    if behind is None or not behind.unit.dimension.startswith("money"):
        country = _NATIONAL.match(text, end)
        return None if country is None else UnitWords(sign.unit, country.start() + 1, country.end())
    named = behind.unit if sign.unit.name == "usd" else sign.unit  # "$" may be any dollar, "A$" only one
    return UnitWords(named, behind.start, behind.end)


def _metres(number: Number, text: str, lexemes: Lexemes) -> tuple[Number, UnitWords | None]:
    """The number as metres where what follows "30m" makes it a length; as it is, without a unit, otherwise."""
    is_last = number.last + 1 >= len(lexemes) or lexemes[number.last + 1].kind != "word"
    is_length = is_last or lexemes.lower(number.last + 1) in words("numbers_context", "behind_metres")
    value, metres = read_digits(number.digits), unit_behind(text, number.end - 1)
    if not is_length or value is None or metres is None:
        return number, None
    return evolve(number, low=value, high=value, scale=1.0, step=0.0, suffix="", end=number.end - 1), metres


def _is_sterling(number: Number, pounds: UnitWords, text: str) -> bool:
    """Whether pounds are money: millions of them that are not "of" something, or with a sum in another currency."""
    following = text[pounds.end :].lstrip()
    return (number.scale >= 1e6 and not following.startswith("of ")) or re.match(
        r"\((?:US)?[$€]", following
    ) is not None


def _lexeme_at(lexemes: Lexemes, start: int, index: int) -> int:
    """Index of the lexeme that holds the offset, at or before `index`."""
    while index > 0 and lexemes.start(index) > start:
        index -= 1
    return index


def _last_before(lexemes: Lexemes, end: int, index: int) -> int:
    """Index of the last lexeme that begins before the offset, at or behind `index`."""
    while index + 1 < len(lexemes) and lexemes.start(index + 1) < end:
        index += 1
    return index
