"""The calendar: which stretch of time a TIMEX3 value names, and how long a TIMEX3 period lasts."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from functools import lru_cache

from attrs import frozen
from dateutil.relativedelta import relativedelta

FIRST_YEAR, LAST_YEAR = 1000, 2199  # years outside are more likely misread numbers than dates in the news

DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
MONTH = re.compile(r"(\d{4})-(\d\d)$")
YEAR = re.compile(r"(\d{4})$")
WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?$")
PART_OF_YEAR = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)$")
DECADE = re.compile(r"(\d{3})X$")
CENTURY = re.compile(r"(\d\d)$")
CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d(?::?\d\d)?)?$")
PART_OF_DAY = re.compile(r"(\d{4}-\d\d-\d\d)T(MO|AF|EV|NI|DT)$")
PERIOD = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)(WE|[SMHDWQY])$")

SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
# Hours of the parts of the day, as generously as people use them; a night runs into the next morning.
DAY_PARTS = {"MO": (0, 13), "AF": (12, 19), "EV": (16, 25), "NI": (17, 32), "DT": (5, 22)}
UNIT_DAYS = {
    "S": (1 / 86400, 1 / 86400), "TM": (1 / 1440, 1 / 1440), "H": (1 / 24, 1 / 24), "D": (1, 1), "W": (7, 7),
    "WE": (2, 2), "M": (28, 31), "Q": (90, 92), "Y": (365, 366),
}  # fmt: skip
UNIT_NAMES = {
    "S": "second", "TM": "minute", "H": "hour", "D": "day", "W": "week", "WE": "weekend", "M": "month",
    "Q": "quarter", "Y": "year",
}  # fmt: skip


@frozen
class Stretch:
    """A stretch of the calendar.

    Attributes:
        start: its first moment.
        end: the first moment after it.
        granularity: the unit in which it is told ("day", "month", ...; see `TimeInterval`).
    """

    start: datetime
    end: datetime
    granularity: str


@lru_cache(maxsize=4096)  # an article names the same days again and again
def stretch_of(value: str) -> Stretch | None:
    """The stretch that a TIMEX3 value names, or None where it names none (open year, PRESENT_REF, a period, ...)."""
    for pattern, read in READERS:
        if match := pattern.match(value):
            try:
                return read(match)
            except (ValueError, OverflowError):  # a day that no month has, a year beyond the calendar
                return None
    return None


def _day(match: re.Match[str]) -> Stretch:
    start = datetime(int(match[1]), int(match[2]), int(match[3]))
    return Stretch(start, start + timedelta(days=1), "day")


def _month(match: re.Match[str]) -> Stretch:
    start = datetime(int(match[1]), int(match[2]), 1)
    return Stretch(start, start + relativedelta(months=1), "month")


def _year(match: re.Match[str]) -> Stretch:
    start = datetime(int(match[1]), 1, 1)
    return Stretch(start, start + relativedelta(years=1), "year")


def _week(match: re.Match[str]) -> Stretch:
    start = datetime.fromisocalendar(int(match[1]), int(match[2]), 1)
    if match[3]:
        return Stretch(start + timedelta(days=5), start + timedelta(days=7), "weekend")
    return Stretch(start, start + timedelta(days=7), "week")


def _part_of_year(match: re.Match[str]) -> Stretch:
    year, part = int(match[1]), match[2]
    if part[0] == "Q":
        start, months, name = datetime(year, 3 * int(part[1]) - 2, 1), 3, "quarter"
    elif part[0] == "H":
        start, months, name = datetime(year, 6 * int(part[1]) - 5, 1), 6, "half"
    else:
        start, months, name = datetime(year, SEASON_STARTS[part], 1), 3, "season"
    return Stretch(start, start + relativedelta(months=months), name)


def _decade(match: re.Match[str]) -> Stretch:
    start = datetime(int(match[1]) * 10, 1, 1)
    return Stretch(start, start + relativedelta(years=10), "decade")


def _century(match: re.Match[str]) -> Stretch:
    start = datetime(int(match[1]) * 100, 1, 1)
    return Stretch(start, start + relativedelta(years=100), "century")


def _clock(match: re.Match[str]) -> Stretch:
    start = datetime.fromisoformat(match[1]) + timedelta(hours=int(match[2])) - _offset(match[5])
    if match[3] is None:
        return Stretch(start, start + timedelta(hours=1), "hour")
    start += timedelta(minutes=int(match[3]), seconds=int(match[4] or 0))
    return Stretch(start, start + timedelta(minutes=1), "minute")


def _offset(zone: str | None) -> timedelta:
    """How far a zone ("Z", "+03:00") is ahead of UTC; clock times without one stay as told."""
    if zone is None or zone == "Z":
        return timedelta()
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)


def _part_of_day(match: re.Match[str]) -> Stretch:
    day, (first, last) = datetime.fromisoformat(match[1]), DAY_PARTS[match[2]]
    return Stretch(day + timedelta(hours=first), day + timedelta(hours=last), "part of day")


READERS = (
    (DATE, _day), (MONTH, _month), (YEAR, _year), (WEEK, _week), (PART_OF_YEAR, _part_of_year), (DECADE, _decade),
    (CENTURY, _century), (CLOCK, _clock), (PART_OF_DAY, _part_of_day),
)  # fmt: skip


def has_zone(value: str) -> bool:
    """Whether a TIMEX3 clock time says in which time zone it is told."""
    match = CLOCK.match(value)
    return bool(match and match[5])


def unit_of(value: str) -> str:
    """The unit that a TIMEX3 period is told in ("day" for P3D and PXD), or ""."""
    match = PERIOD.match(value)
    return UNIT_NAMES[_code(match)] if match else ""


def _code(match: re.Match[str]) -> str:
    return "TM" if match[1] and match[3] == "M" else match[3]


def span_of_days(value: str, mod: str = "", is_rounded: bool = False) -> tuple[float, float] | None:
    """How many days a TIMEX3 period lasts, least and most; None where the value is no period.

    Args:
        value: the period; an open one ("PXD", several days) lasts from two to a hundred of its units.
        mod: its TIMEX3 mod, which widens it.
        is_rounded: whether it is held against one told in another unit: then up to half of its unit, or a quarter of
            the whole where that is less, may have been lost in rounding.
    """
    found = PERIOD.match(value)
    if found is None:
        return None
    least, most = UNIT_DAYS[_code(found)]
    if found[2] == "X":
        return 2 * least, 100 * most
    count = float(found[2])
    slack = min(most / 2, count * most / 4) if is_rounded else 0.0
    low, high = count * least - slack, count * most + slack
    match mod:
        case "APPROX":
            return 0.9 * low, 1.1 * high
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return 0.0, high
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return low, float("inf")
        case _:
            return low, high


# ------------------------------------------------------------------------------------------------- dates to values


def week_value(day: date) -> str:
    """The TIMEX3 value of the ISO week that `day` lies in."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    """The TIMEX3 value of the month that `day` lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def season_value(day: date) -> str:
    """The TIMEX3 value of the season that `day` lies in; January belongs to the winter that began the year before."""
    if day.month < 3:
        return f"{day.year - 1:04d}-WI"
    return f"{day.year:04d}-{('SP', 'SU', 'FA', 'WI')[day.month // 3 - 1]}"


def period_value(day: date, unit: str) -> str:
    """The TIMEX3 value of the day, week, month, quarter, year, decade or century that `day` lies in."""
    match unit:
        case "day" | "night":
            return day.isoformat()
        case "week" | "fortnight":
            return week_value(day)
        case "weekend":
            return week_value(day) + "-WE"
        case "month":
            return month_value(day)
        case "quarter":
            return f"{day.year:04d}-Q{(day.month + 2) // 3}"
        case "year":
            return f"{day.year:04d}"
        case "decade":
            return f"{day.year // 10:03d}X"
        case "century":
            return f"{day.year // 100:02d}"
        case _:
            return ""


def shifted(day: date, unit: str, count: int) -> date | None:
    """The day `count` units after `day` (before, where negative); None beyond the years that are read."""
    years = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
    months = {"month": 1, "quarter": 3}
    if abs(count) > 10_000:
        return None
    try:
        if unit in days:
            there = day + timedelta(days=count * days[unit])
        elif unit in months:
            there = day + relativedelta(months=count * months[unit])
        elif unit in years:
            there = day + relativedelta(years=count * years[unit])
        else:
            return None
    except (ValueError, OverflowError):
        return None
    return there if FIRST_YEAR <= there.year <= LAST_YEAR else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
