"""Amounts told away from their noun: "the number of dead stands at 23", "a death toll of 40", "her 90th birthday"."""

import re
from functools import cache

from factcheck.lexicon import load, words
from factcheck.span import Span
from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.quantity_counting import Counted, singular

AGE = "year of age"
OLDEST = 120  # years from which on a number is nobody's age

_BIRTHDAY = re.compile(r"\b(?P<age>\d{1,3})(?:st|nd|rd|th)\s+birthday\b", re.ASCII)
AHEAD = 110  # characters before a number in which its total is looked for


@cache
def _total() -> re.Pattern[str]:
    """What is totalled, then words without a number or a sign, then the word that binds the number to it."""
    told = load("numbers_counted")
    totals, tolls, binding = ("|".join(told[key]) for key in ("totals", "tolls", "totalling"))
    return re.compile(
        rf"\b(?:(?:{totals}) of (?:the )?(?P<noun>[a-z]+(?: [a-z]+)?)|(?P<toll>{tolls}))\b"
        rf"[^\d.;:!?,]{{0,60}}?\b(?:{binding})\s(?:now\s)?$",
        re.IGNORECASE,
    )


def totalled(text: str, start: int, end: int) -> Counted | None:
    """What a number at [start, end), hedges included, is the total of: "the number of visitors rose to"."""
    ahead = text[max(0, start - AHEAD) : start]
    found = _total().search(ahead)
    if found is None:
        return None
    noun = "dead" if found["toll"] else _noun(found["noun"].lower().split())
    return Counted(noun, (noun,), end, is_plural=True) if noun else None


def _noun(phrase: list[str]) -> str:
    """The noun in one or two words behind "number of": "dead", "people killed", "new cases", "visitors rose"."""
    befallen = [word for word in phrase if word in words("numbers_counted", "states_alone")]
    if befallen:
        return befallen[0]
    plural = [word for word in phrase if word.endswith("s") and not word.endswith("ss")]
    return singular(plural[0]) if plural else ""


def birthdays(text: str, offset: int, whole: str, article: str) -> list[Quantity]:
    """The ages that birthdays tell: "celebrated her 90th birthday".

    Args:
        text: the sentence.
        offset: where it begins in `whole`.
        whole: the text that offsets point into.
        article: id of the article.
    """
    if "birthday" not in text:
        return []
    return [
        _aged(match, offset, whole, article) for match in _BIRTHDAY.finditer(text) if 0 < int(match["age"]) < OLDEST
    ]


def _aged(match: re.Match[str], offset: int, whole: str, article: str) -> Quantity:
    age = float(match["age"])
    span = Span.of(whole, match.start() + offset, match.end() + offset, article)
    number = Span.of(whole, match.start("age") + offset, match.end("age") + offset, article)
    exact = Interval(age, age)
    return Quantity(
        low=age,
        high=age,
        hard=exact,
        soft=exact,
        bound=Bound.EXACT,
        unit=AGE,
        dimension="age",
        counted="",
        concepts=(),
        span=span,
        number=number,
    )
