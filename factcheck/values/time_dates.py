"""Explicit times: days, months, years, decades, holidays and clock times that the words themselves name."""

import re
from calendar import monthrange
from datetime import date, timedelta

from attrs import evolve
from dateutil.easter import easter

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import is_day
from factcheck.values.time_frame import Frame, Groups, Reading, nearest, squeezed, with_open_year, year_of


def words_of(table: str) -> dict[str, int]:
    """A table of lexicon/en/time.toml."""
    return dict(lexicon.load("time")[table])


def ordinal(text: str) -> int | None:
    """The number of "third" or "3rd"; None for other words."""
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else words_of("ordinals").get(re.sub(r"[\s‐–]+", "-", text.lower()))


def month_of(text: str) -> int:
    """The number of a month that the pattern has let through."""
    return words_of("months")[text.lower()]


def modifier(text: str | None) -> str:
    """The TIMEX3 mod of "early", "the end of", ...; "" for none."""
    return str(lexicon.load("time")["modifiers"].get(re.sub(r"\s+", " ", text.lower()), "")) if text else ""


def read_iso(groups: Groups, frame: Frame) -> Reading | None:
    """2022-10-16, 2022-10-16T10:35."""
    year, month, day = (int(groups[key] or 0) for key in "ymd")
    if not is_day(year, month, day):
        return None
    value = f"{year:04d}-{month:02d}-{day:02d}"
    if groups["h"] is None:
        return Reading("DATE", value)
    if int(groups["h"]) > 23 or int(groups["min"] or 0) > 59:
        return None
    return Reading("TIME", f"{value}T{groups['h']}:{groups['min']}{groups['zone'] or ''}")


def read_numeric(groups: Groups, frame: Frame) -> Reading | None:
    """17/10/2022, 7/8/07: day or month first; where both would do, the one nearer to the article's date."""
    first, second, last = re.split(r"[/.-]", groups["all"] or "")
    year = year_of(last)
    if year is None:
        return None
    days_first = [(int(second), int(first))] if "." in (groups["all"] or "") else []
    orders = days_first or [(int(first), int(second)), (int(second), int(first))]
    candidates = sorted({date(year, month, day) for month, day in orders if is_day(year, month, day)})
    if not candidates:
        return None
    if len(candidates) == 1:
        return Reading("DATE", candidates[0].isoformat())
    if frame.published is not None:
        candidates.sort(key=lambda day: abs((day - frame.published).days))  # type: ignore[operator]
    elif candidates[0] != date(year, int(first), int(second)):
        candidates.reverse()
    return Reading("DATE", candidates[0].isoformat(), alternatives=(candidates[1].isoformat(),))


def read_day_of_month(groups: Groups, frame: Frame) -> Reading | None:
    """Oct. 4, 2022; 17 October; April 2nd."""
    words = groups["d"] or ""
    day, month = ordinal(words), month_of(groups["m"] or "")
    if day is None or (not words[0].isdigit() and day > 31):
        return None
    if groups.get("y"):
        year = int(groups["y"] or 0)
        return Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}") if is_day(year, month, day) else None
    if day > monthrange(2000, month)[1]:
        return None
    weekday = words_of("weekdays").get((groups.get("wd") or "").lower())
    chosen, others = with_open_year(frame, month, day, weekday)
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", Anchor.UNKNOWN)
    return Reading(
        "DATE", chosen.isoformat(), Anchor.ARTICLE, alternatives=tuple(d.isoformat() for d in others), is_named=True
    )


def read_month_year(groups: Groups, frame: Frame) -> Reading | None:
    """October 2007, late March '08."""
    year = year_of(groups["y"] or groups["yy"])
    if year is None:
        return None
    return Reading("DATE", f"{year:04d}-{month_of(groups['m'] or ''):02d}", mod=modifier(groups["mod"]))


def read_year(groups: Groups, frame: Frame) -> Reading | None:
    """1998, fiscal 2013, late 2006, '82."""
    year = year_of(groups.get("y") or groups.get("yy"))
    if year is None or not is_year(frame):
        return None
    if groups.get("fiscal"):
        return fiscal_year(year)
    return Reading("DATE", f"{year:04d}", mod=modifier(groups.get("mod")))


LED = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|before|after|during|around|about|between|and|year|early|late|for|through"
    r"|circa|c\.)\s+(?:the\s+)?$"
)
LONG_AGO = re.compile(r"\b(?:in|since|until|by)\s+$")
NUMBER_GOES_ON = re.compile(r"[.,:]\d|%|['’]?s\b|-?(?:mm|cm|km|kg|seat|foot|mile|meter|metre)\b|/\d")


def is_year(frame: Frame) -> bool:
    """Whether a bare number of four digits is a year; what stands around it tells."""
    if len(frame.words) != 4:
        return True
    if NUMBER_GOES_ON.match(frame.after):
        return False
    following = re.match(r"\s+([a-z]+)", frame.text[frame.end : frame.end + 30])
    counted = lexicon.load("time")["counted"]
    if following and following[1] in counted["nouns"]:
        return False
    if frame.before.split()[-1:] and frame.before.split()[-1] in counted["numbered"]:
        return False  # "Resolution 1973"
    year = int(frame.words)
    if not 1800 <= year <= 2100:
        return 1400 <= year <= 2100 and LONG_AGO.search(frame.before) is not None
    return year % 100 != 0 or following is None or LED.search(frame.before) is not None


def fiscal_year(year: int, anchor: Anchor = Anchor.EXPLICIT) -> Reading:
    """A fiscal year: it begins as early as in the year before and ends as late as in the year after."""
    return Reading("DATE", f"{year:04d}", anchor, "APPROX", alternatives=(f"{year - 1:04d}", f"{year + 1:04d}"))


def read_year_range(groups: Groups, frame: Frame) -> Reading | None:
    """The 58 of 1957-58."""
    first = int(frame.text[frame.start - 5 : frame.start - 1])
    year = first - first % 100 + int(groups["yy"] or 0)
    return Reading("DATE", f"{year:04d}") if first < year < first + 30 else None


def read_decade(groups: Groups, frame: Frame) -> Reading | None:
    """The 1960s, the '60s, the sixties."""
    if groups["y"]:
        digits = groups["y"][:3]
    elif groups["dd"]:
        digits = "19" + groups["dd"][0] if groups["dd"][0] > "2" else "20" + groups["dd"][0]
    else:
        if "the" not in frame.words.lower().split() and not groups["mod"]:
            return None  # "in his fifties" is an age
        digits = f"19{words_of('decade_words')[(groups['w'] or '').lower()]}"
    return Reading("DATE", digits + "X", mod=modifier(groups["mod"]), start=_after_article(frame))


def read_century(groups: Groups, frame: Frame) -> Reading | None:
    """The 20th century."""
    number = ordinal(groups["n"] or "")
    if number is None or not 11 <= number <= 22:
        return None
    return Reading("DATE", f"{number - 1:02d}", mod=modifier(groups["mod"]), start=_after_article(frame))


def _after_article(frame: Frame) -> int:
    """Decades and centuries are marked without "the"."""
    return frame.start + 4 if frame.words.lower().startswith("the ") else frame.start


def read_season_year(groups: Groups, frame: Frame) -> Reading | None:
    """Spring 2009, the winter of 2013."""
    code, year = lexicon.load("time")["seasons"][(groups["s"] or "").lower()], int(groups["y"] or 0)
    others = (f"{year - 1:04d}-WI",) if code == "WI" else ()  # January to March, for those who count so
    return Reading("DATE", f"{year:04d}-{code}", mod=modifier(groups["mod"]), alternatives=others)


def read_holiday(groups: Groups, frame: Frame) -> Reading | None:
    """Christmas Eve, Election Day, Easter week."""
    words = re.sub(r"\s+", " ", (groups["w"] or "").lower()).replace("’", "'")
    rule = str(lexicon.load("time")["holidays"][words])
    if (groups["w"] or "")[0].islower() or re.match(r"\s[A-Z]", frame.text[frame.end : frame.end + 2]):
        return None  # "Easter Island"
    if groups["y"]:
        chosen: date | None = holiday(rule, int(groups["y"]))
        anchor = Anchor.EXPLICIT
    elif frame.published is None:
        return Reading("DATE", f"XXXX-{rule}" if re.match(r"\d\d-", rule) else "XXXX-XX-XX", Anchor.UNKNOWN)
    else:
        days = [holiday(rule, year) for year in range(frame.published.year - 1, frame.published.year + 2)]
        chosen, anchor = _which_holiday(days, (groups["rel"] or "").lower(), frame), Anchor.ARTICLE
    tail = (groups["eve"] or "").lower().strip()
    if tail == "week":
        year, week, _ = chosen.isocalendar()
        return Reading("DATE", f"{year:04d}-W{week:02d}", anchor)
    if tail == "weekend":
        year, week, _ = chosen.isocalendar()
        return Reading("DATE", f"{year:04d}-W{week:02d}-WE", anchor)
    day = chosen - timedelta(days=1) if tail == "eve" else chosen
    return Reading("DATE", day.isoformat(), anchor, is_named=True)


def _which_holiday(days: list[date], rel: str, frame: Frame) -> date:
    """The holiday before or after the article's date, as "last" and "next" or else the tense say."""
    past = [day for day in days if frame.published and day < frame.published]
    if rel in ("last", "this past"):
        return past[-1]
    if rel in ("next", "this coming"):
        return days[len(past)]
    return nearest(days, frame)[0]


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


def read_clock(groups: Groups, frame: Frame) -> Reading | None:
    """10:35 a.m., 14:48 UTC, 5 o'clock in the afternoon, noon; the day comes from a neighbour or the article's date."""
    if word := groups.get("w"):
        if frame.before.endswith("high "):
            return None
        clock = words_of("clock_words")[word.lower()]
    else:
        spoken = (groups["h"] or "").lower()
        hour = int(spoken) if spoken.isdigit() else words_of("numbers").get(spoken, 99)
        half = (groups.get("ap") or "").lower()[:1]
        if half and not 1 <= hour <= 12:
            return None
        if half == "p" or ((groups.get("pod") or "").lower() in ("afternoon", "evening") and hour <= 12):
            hour = hour % 12 + 12
        elif half == "a":
            hour %= 12
        if hour > 23 or (not half and not _is_clock(groups, frame)):
            return None
        clock = f"{hour:02d}:{groups.get('min') or '00'}"
    spoken_zone = squeezed(groups.get("zone")).replace(".", "")
    reading = at_clock(f"T{clock}{lexicon.load('time')['zones'].get(spoken_zone, '')}", frame)
    return evolve(reading, follows_day=False) if " this " in squeezed(frame.words) else reading


def at_clock(clock: str, frame: Frame) -> Reading:
    """A time of day whose day is not told: that of the article, unless a neighbour tells it; others stay open."""
    if frame.published is None:
        return Reading("TIME", f"XXXX-XX-XX{clock}", Anchor.UNKNOWN, follows_day=True)
    days = {frame.published - timedelta(days=1), frame.narrative or frame.published} - {frame.published}
    if clock == "T00:00":  # the midnight after that day, for those who count so
        days.add(frame.published + timedelta(days=1))
    others = tuple(f"{day}{clock}" for day in sorted(days))
    return Reading("TIME", f"{frame.published}{clock}", Anchor.ARTICLE, alternatives=others, follows_day=True)


def _is_clock(groups: Groups, frame: Frame) -> bool:
    """Whether bare digits with a colon are a time of day and not a score or a ratio."""
    if groups.get("zone") or "clock" in frame.words.lower() or "h" in frame.words.lower():
        return True
    return bool(re.search(r"\b(?:at|by|until|till|from|around|about|before|after|since)\s+$", frame.before))


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
    candidates = [date(year, months * number - months // 2, 15) for year in around]
    chosen, _ = nearest(candidates, frame, slack=45)
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
    year, week, _ = thursday.isocalendar()
    return Reading("DATE", f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else ""), anchor)


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
