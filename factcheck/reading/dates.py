"""A date of publication as the input words it, understood or refused; never completed."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

# What crawlers write where they found nothing.
_ABSENT = frozenset({"", "none", "null", "nan", "nat", "n/a", "na", "-", "unknown"})
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:$|[T\s])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?$|\d{13}$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)")


class NoDateError(ValueError):
    """The words are no date, or leave open which."""


@lru_cache(maxsize=4096)
def parse_date(words: str) -> date | None:
    """The day that the words name, or None where they say that none is known.

    Raises:
        NoDateError: where they are no date, or fit several days ("10/11/2022", "October 2022").
    """
    words = words.strip()
    if words.lower() in _ABSENT:
        return None
    if len(words) > 80:
        raise NoDateError("this is no date")
    if match := _YEAR_FIRST.match(words):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _COMPACT.match(words):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if _EPOCH.match(words):
        seconds = float(words) / (1000 if len(words) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC).date()
    return _worded(words)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise NoDateError("there is no such day") from None


def _worded(words: str) -> date:
    """Read it with two different defaults and both orders: what the words do not say shows as a difference."""
    from dateutil.parser import parse

    if not _YEAR.search(words):
        raise NoDateError("this names no day with its year")
    readings = set()
    for default in (datetime(2001, 1, 28), datetime(2004, 3, 15)):
        for day_first in (False, True):
            try:
                readings.add(parse(words, default=default, dayfirst=day_first, ignoretz=True).date())
            except (ValueError, OverflowError):
                raise NoDateError("this is no date") from None
    if len(readings) > 1:
        raise NoDateError("this fits more than one day; write it as YYYY-MM-DD")
    return readings.pop()
