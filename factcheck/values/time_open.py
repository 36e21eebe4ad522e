"""Months, seasons and parts of the day whose year or day is not told: "in June", "last fall", "the next morning"."""

import re
from datetime import date, timedelta

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import month_value, season_value
from factcheck.values.time_clock import at_clock
from factcheck.values.time_dates import modifier, month_of, told_year
from factcheck.values.time_frame import STRETCH_DOUBT, Frame, Groups, Reading, nearest, squeezed, with_open_year

# What the word before a unit does: back from the article's date, ahead of it, or from where the story is.
BACK = frozenset(("last", "past", "this past", "the last", "the past", "the latest"))
AHEAD = frozenset(("next", "coming", "this coming", "the next", "the coming"))
STORY = {"following": 1, "the following": 1, "previous": -1, "the previous": -1, "same": 0, "the same": 0, "that": 0}

LED = re.compile(r"\b(?:in|of|since|until|till|by|through|from|between|before|after|during|mid|early|late)\s+$")
LEADS_SEASON = re.compile(r"\b(?:in|since|until|till|by|through|during|before|after|for|of)\s+$")
LEADS_PART = re.compile(r"\b(?:at|by|before|after|until|since|till)\s+$")
LEADS_THE_PART = re.compile(r"\b(?:in|during|through|of|into|by|for|throughout)\s+$")
NAMESAKES = frozenset(("april", "may", "june", "august", "march"))  # first names, surnames, verbs
MID_SEASON = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}


def read_month(groups: Groups, frame: Frame) -> Reading | None:
    """June, in May, last June, late October, next March."""
    unit, rel = squeezed(groups["u"]), squeezed(groups["rel"])
    if re.match(r"\.?\s*\d{1,2}\b", frame.after) or re.search(r"\d\s+$", frame.before):
        return None  # "that Sept. 26" is a day, "31 November" is none
    if groups["post"] or rel in ("the", "each", "its") or not _is_month(frame, unit, bool(rel or groups["mod"])):
        return None
    month, mod = month_of(unit), modifier(groups["mod"])
    if not rel and (told := told_year(groups | {"m": unit}, frame)) is not None:
        return Reading("DATE", f"{told[0]:04d}-{month:02d}", told[1], mod, is_named=True)
    if frame.published is None:
        return Reading("DATE", f"XXXX-{month:02d}", Anchor.UNKNOWN, mod)
    year = frame.published.year
    others: tuple[date, ...] = ()
    if rel in BACK:
        chosen: date | None = date(year if month < frame.published.month else year - 1, month, 1)
    elif rel in AHEAD:
        chosen = date(year if month > frame.published.month else year + 1, month, 1)
    elif rel == "this":
        chosen = date(year, month, 1)
    else:
        chosen, others = with_open_year(frame, month, None)
    if chosen is None:
        return None
    values = tuple(map(month_value, others))
    return Reading("DATE", month_value(chosen), Anchor.ARTICLE, mod, alternatives=values, is_named=True)


def _is_month(frame: Frame, unit: str, is_modified: bool) -> bool:
    """Whether "may", "March" or "April" is the month, and neither a verb nor a name."""
    if unit not in NAMESAKES:
        return True
    is_capital = frame.words[len(frame.words) - len(unit)].isupper()
    if unit in ("may", "march", "august") and not is_capital:
        return unit == "may" and squeezed(frame.words).startswith(("last ", "next ", "early ", "late ", "mid"))
    if is_modified or LED.search(frame.before) or unit == "march":
        return is_modified or LED.search(frame.before) is not None
    before = frame.text[max(0, frame.start - 30) : frame.start].split()
    begins = not before or before[-1][-1] in ".!?:\"”“'"
    is_named = begins or before[-1][0].isupper() or re.match(r"\s[A-Z]", frame.text[frame.end : frame.end + 2])
    return not is_named  # "Theresa May", "April Jones"; a sentence may begin with either


def read_season(groups: Groups, frame: Frame) -> Reading | None:
    """Last fall, this summer, in the spring."""
    unit, rel = squeezed(groups["u"]), squeezed(groups["rel"])
    code, mod = str(lexicon.load("time")["seasons"][unit]), modifier(groups["mod"])
    if (
        groups["post"]
        or rel in ("each", "its")
        or (rel in ("", "the") and not mod and not LEADS_SEASON.search(frame.before))
    ):
        return None
    if (
        rel == ""
        and not mod
        and (unit in ("fall", "spring") and frame.before.endswith(("for ", "of ", "to ", "after ")))
    ):
        return None  # "after fall" and "of spring" are seldom seasons
    if frame.published is None:
        return Reading("DATE", f"XXXX-{code}", Anchor.UNKNOWN, mod)
    here = frame.published
    around = [date(year, MID_SEASON[code], 15) for year in range(here.year - 1, here.year + 2)]
    apart = [day for day in around if season_value(day) != season_value(here)]
    if rel in BACK:
        ordered = sorted((day for day in apart if day < here), reverse=True)
    elif rel in AHEAD:
        ordered = [day for day in apart if day > here]
    else:
        starts = [date(day.year - (code == "WI"), (day.month - 1) or 12, 1) for day in around]
        chosen, others = nearest(starts, frame, here, 92, STRETCH_DOUBT)
        ordered = [chosen, *others]
    values = tuple(season_value(day) for day in ordered[1:2])
    return Reading("DATE", season_value(ordered[0]), Anchor.ARTICLE, mod, alternatives=values, is_named=True)


def read_part_of_day(groups: Groups, frame: Frame) -> Reading | None:
    """In the evening, at dawn, last night, this morning, overnight, the next morning."""
    unit, rel = squeezed(groups["u"]), squeezed(groups["rel"])
    tail = f"T{lexicon.load('time')['parts_of_day'][unit]}"
    if rel in STORY or rel in ("the next", "next"):
        if frame.narrative is None:
            return Reading("TIME", f"XXXX-XX-XX{tail}", Anchor.UNKNOWN)
        day = frame.narrative + timedelta(days=STORY.get(rel, 1))
        return Reading("TIME", f"{day}{tail}", Anchor.NARRATIVE)
    if rel in BACK or rel == "this":
        step = -1 if rel in BACK else 0
        if frame.published is None:
            return Reading("TIME", f"XXXX-XX-XX{tail}", Anchor.UNKNOWN, shift=(step, step + 1))
        return Reading("TIME", f"{frame.published + timedelta(days=step)}{tail}", Anchor.ARTICLE)
    leads = {"": LEADS_PART, "the": LEADS_THE_PART}.get(rel)
    if leads is None or (unit != "overnight" and not leads.search(frame.before)):
        return None
    return at_clock(tail, frame)
