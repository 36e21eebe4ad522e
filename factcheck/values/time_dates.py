"""Days, months, years, decades and centuries that the words themselves name."""

import re
from calendar import monthrange
from datetime import date, timedelta

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import is_day
from factcheck.values.time_frame import Frame, Groups, Reading, with_open_year, year_of


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


RANGE_YEAR = re.compile(
    r"\.?\s*(?:to|and|or|through|until|till|[-–])\s*(?:(?P<m>[a-z]+)\.?\s*)?(?:\d{1,2}(?:st|nd|rd|th)?)?,?\s+(?P<y>[12]\d{3})\b"
)
RANGE_DAY = re.compile(r"\s*(?:to|and|or|through|until|till|[-–])\s*(\d{1,2})(?:st|nd|rd|th)?\b(?![.:,]?\d|%)")


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


def told_year(groups: Groups, frame: Frame) -> tuple[int, Anchor] | None:
    """The year that stands beside a month, a day or a season ("2022", "'08", "of last year"), and what it hangs on."""
    if (year := year_of(groups.get("y") or groups.get("yy"))) is not None:
        return year, Anchor.EXPLICIT
    if (later := _year_of_range(groups, frame)) is not None:
        return later, Anchor.EXPLICIT
    step = {"last": -1, "this": 0, "next": 1}.get((groups.get("ry") or "").lower())
    return None if step is None or frame.published is None else (frame.published.year + step, Anchor.ARTICLE)


def _year_of_range(groups: Groups, frame: Frame) -> int | None:
    """The year told at the end of a range: "from March to May 2020", "Oct. 8-12, 2022"."""
    match = RANGE_YEAR.match(frame.after)
    months = words_of("months")
    if match is None or not groups.get("m") or (match["m"] and match["m"] not in months):
        return None
    turns = match["m"] is not None and months[match["m"]] < month_of(groups["m"] or "")
    return int(match["y"]) - turns


def read_day_of_month(groups: Groups, frame: Frame) -> Reading | None:
    """Oct. 4, 2022; 17 October; April 2nd."""
    words = groups["d"] or ""
    day, month = ordinal(words), month_of(groups["m"] or "")
    if day is None or (not words[0].isdigit() and day > 31):
        return None
    if told := told_year(groups, frame):
        year, anchor = told
        if not is_day(year, month, day):
            return None
        last = min(_last_of_range(frame, month, day), monthrange(year, month)[1])
        values = tuple(f"{year:04d}-{month:02d}-{other:02d}" for other in range(day + 1, last + 1))
        return Reading("DATE", f"{year:04d}-{month:02d}-{day:02d}", anchor, alternatives=values, is_named=True)
    if day > monthrange(2000, month)[1]:
        return None
    last = _last_of_range(frame, month, day)
    weekday = words_of("weekdays").get((groups.get("wd") or "").lower())
    chosen, others = with_open_year(frame, month, day, weekday)
    if chosen is None:
        return Reading("DATE", f"XXXX-{month:02d}-{day:02d}", Anchor.UNKNOWN)
    days = [*others, *(chosen + timedelta(days=step) for step in range(1, last - day + 1))]
    values = tuple(other.isoformat() for other in days)
    return Reading("DATE", chosen.isoformat(), Anchor.ARTICLE, alternatives=values, is_named=True)


def _last_of_range(frame: Frame, month: int, day: int) -> int:
    """The 12 of "Oct. 8-12": the days up to it are left open; the day itself where there is no range."""
    match = RANGE_DAY.match(frame.after)
    last = int(match[1]) if match else day
    return last if day < last <= monthrange(2000, month)[1] else day


def read_month_year(groups: Groups, frame: Frame) -> Reading | None:
    """October 2007, late March '08."""
    month, mod = f"{month_of(groups['m'] or ''):02d}", modifier(groups["mod"])
    told = told_year(groups, frame)
    if told is None:
        return Reading("DATE", f"XXXX-{month}", Anchor.UNKNOWN, mod) if groups["ry"] else None
    return Reading("DATE", f"{told[0]:04d}-{month}", told[1], mod, is_named=True)


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
AFTER_A_DAY = re.compile(r"[a-z]\.?\s+\d{1,2}(?:st|nd|rd|th)?\s?,?\s*$")  # "Feb. 30, 2022": no such day, no year
NUMBER_GOES_ON = re.compile(
    r"[.,:]\d|-\d\d-\d|%|['’]?s\b|-?(?:mm|cm|km|kg|seat|foot|mile|meter|metre)\b|/\d\d?/|/\d(?!\d\b)"
)


def is_year(frame: Frame) -> bool:
    """Whether a bare number of four digits is a year; what stands around it tells."""
    if len(frame.words) != 4:
        return True
    if NUMBER_GOES_ON.match(frame.after) or AFTER_A_DAY.search(frame.before):
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
    code, mod = lexicon.load("time")["seasons"][(groups["s"] or "").lower()], modifier(groups["mod"])
    told = told_year(groups, frame)
    if told is None:
        return Reading("DATE", f"XXXX-{code}", Anchor.UNKNOWN, mod)
    year, anchor = told
    others = (f"{year - 1:04d}-WI",) if code == "WI" else ()  # January to March, for those who count so
    return Reading("DATE", f"{year:04d}-{code}", anchor, mod, alternatives=others, is_named=True)
