"""Parts of a year that are counted or have a name: quarters, halves, the nth week, holidays."""

import re
from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import easter

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import week_value
from factcheck.values.time_dates import month_of, ordinal
from factcheck.values.time_frame import STRETCH_DOUBT, Frame, Groups, Reading, nearest, with_open_year

HOLIDAY_DOUBT = 4  # a holiday is often told as a mark in the calendar, whatever the verb


def read_holiday(groups: Groups, frame: Frame) -> Reading | None:
    """Christmas Eve, Election Day, Easter week."""
    words = re.sub(r"\s+", " ", (groups["w"] or "").lower()).replace("’", "'")
    rule = str(lexicon.load("time")["holidays"][words])
    if (groups["w"] or "")[0].islower() or re.match(r"\s[A-Z]", frame.text[frame.end : frame.end + 2]):
        return None  # "Easter Island"
    if groups["y"]:
        chosen, anchor = holiday(rule, int(groups["y"])), Anchor.EXPLICIT
    elif frame.published is None:
        return Reading("DATE", f"XXXX-{rule}" if re.match(r"\d\d-", rule) else "XXXX-XX-XX", Anchor.UNKNOWN)
    else:
        days = [holiday(rule, year) for year in range(frame.published.year - 1, frame.published.year + 2)]
        chosen, anchor = _which_holiday(days, (groups["rel"] or "").lower(), frame, frame.published), Anchor.ARTICLE
    tail = (groups["eve"] or "").lower().strip()
    if tail == "week":
        return Reading("DATE", week_value(chosen), anchor, is_named=True)
    if tail == "weekend":  # that of a holiday on Monday lies before it
        return Reading("DATE", week_value(chosen - timedelta(days=2)) + "-WE", anchor, is_named=True)
    day = chosen - timedelta(days=1) if tail == "eve" else chosen
    return Reading("DATE", day.isoformat(), anchor, is_named=True)


def _which_holiday(days: list[date], rel: str, frame: Frame, published: date) -> date:
    """The holiday before or after the article's date, as "last" and "next" or else the tense say."""
    past = [day for day in days if day < published]
    if rel in ("last", "this past"):
        return past[-1]
    if rel in ("next", "this coming"):
        return days[len(past)]
    return nearest(days, frame, published, doubt=HOLIDAY_DOUBT)[0]


def holiday(rule: str, year: int) -> date:
    """The day of a holiday rule of lexicon/en/time.toml in a year."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:]))
    if "/" in rule:
        month, weekday, count = (int(part) for part in rule.rstrip("+").split("/"))
        if count < 0:
            last = date(year, month, monthrange(year, month)[1])
            return last - timedelta(days=(last.isoweekday() - weekday) % 7)
        first = date(year, month, 2 if rule.endswith("+") else 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))
    month, day = (int(part) for part in rule.split("-"))
    return date(year, month, day)


def read_part(groups: Groups, frame: Frame) -> Reading | None:
    """The third quarter of 2009, the second half of last year, Q3 2022."""
    words, code = (groups["o"] or "").lower(), (groups.get("q") or groups.get("part") or "")[:1].upper()
    if groups.get("q") and not frame.words[0].isupper():
        return None
    last = 4 if code == "Q" else 2
    number = last if words in ("final", "last") else ordinal(words)
    if number is None or number > last:
        return None
    year = _year_of_part(groups, frame)
    if year is None and words == "last" and frame.published:
        return None
    if year is None and frame.published is None:
        return Reading("DATE", f"XXXX-{code}{number}", Anchor.UNKNOWN)
    mod = "APPROX" if "fiscal" in frame.words.lower() else ""
    if year is not None:
        anchor = Anchor.EXPLICIT if groups.get("y") else Anchor.ARTICLE
        others = (f"{year - 1:04d}", f"{year:04d}") if mod else ()
        return Reading("DATE", f"{year:04d}-{code}{number}", anchor, mod, alternatives=others)
    if code == "H" and not re.search(r"\bthe\s", frame.words.lower()):
        return None
    assert frame.published is not None
    months = 12 // last
    around = range(frame.published.year - 1, frame.published.year + 2)
    candidates = [date(year, months * (number - 1) + 1, 1) for year in around]
    if "-" in frame.words:  # "third-quarter results" are there once the quarter is over, whatever the verb says
        chosen = max(day for day in candidates if day <= frame.published)
    else:
        chosen, _ = nearest(candidates, frame, frame.published, 31 * months, STRETCH_DOUBT)
    return Reading("DATE", f"{chosen.year:04d}-{code}{number}", Anchor.ARTICLE, mod, is_named=True)


def _year_of_part(groups: Groups, frame: Frame) -> int | None:
    """The year that a part of a year or an nth week belongs to, as far as the words tell."""
    if year := groups.get("y") or groups.get("y2"):
        return int(year)
    rel = (groups.get("rel") or "").lower()
    if not rel or frame.published is None:
        return None
    return frame.published.year + {"last": -1, "the previous": -1, "next": 1}.get(rel, 0)


def read_nth(groups: Groups, frame: Frame) -> Reading | None:
    """The last week of March, the first day of next month."""
    words, unit = (groups["o"] or "").lower(), (groups["u"] or "").lower()
    number = {"last": -1, "final": -1, "opening": 1}.get(words) or ordinal(words)
    if number is None:
        return None
    first = _container(groups, frame)
    if first is None:
        return Reading("DATE", "XXXX-XX-XX", Anchor.UNKNOWN)
    start, end, anchor = first
    if unit == "month":
        if end - start < timedelta(days=300):
            return None
        month = 12 if number == -1 else number
        return Reading("DATE", f"{start.year:04d}-{month:02d}", anchor) if month <= 12 else None
    if unit == "day":
        day = end - timedelta(days=1) if number == -1 else start + timedelta(days=number - 1)
        return Reading("DATE", day.isoformat(), anchor) if day < end else None
    # the nth week is the nth one that has its Thursday inside, as ISO counts weeks of a year
    thursday = start + timedelta(days=(4 - start.isoweekday()) % 7 + 7 * (number - 1))
    if number == -1:
        last = end - timedelta(days=1)
        thursday = last - timedelta(days=(last.isoweekday() - 4) % 7)
    if not start <= thursday < end:
        return None
    return Reading("DATE", week_value(thursday) + ("-WE" if unit == "weekend" else ""), anchor)


def _container(groups: Groups, frame: Frame) -> tuple[date, date, Anchor] | None:
    """First day and first day behind the month or year that an nth week or day is counted in."""
    year = _year_of_part(groups, frame)
    anchor = Anchor.EXPLICIT if groups.get("y") or groups.get("y2") else Anchor.ARTICLE
    if groups["m"]:
        month = month_of(groups["m"])
        if year is None:
            chosen, _ = with_open_year(frame, month, None)
            if chosen is None:
                return None
            year = chosen.year
    elif (groups.get("u2") or "").lower() == "month" and frame.published:
        back = {"last": -1, "next": 1}.get((groups["rel"] or "").lower(), 0)
        months = frame.published.year * 12 + frame.published.month - 1 + back
        year, month = months // 12, months % 12 + 1
    elif year is None:
        return None
    else:
        return date(year, 1, 1), date(year + 1, 1, 1), anchor
    if not 1000 <= year <= 9000:
        return None
    start = date(year, month, 1)
    return start, start + timedelta(days=monthrange(year, month)[1]), anchor
