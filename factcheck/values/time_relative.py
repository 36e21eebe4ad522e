"""Days, weeks, months and years told relative to the article's date."""

import re
from datetime import date, timedelta

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import period_value, shifted, week_value
from factcheck.values.time_dates import fiscal_year, modifier, month_of, words_of
from factcheck.values.time_frame import Frame, Groups, Reading, squeezed, with_open_year
from factcheck.values.time_lengths import at_article, count_of
from factcheck.values.time_open import AHEAD, BACK, STORY, read_month, read_part_of_day, read_season
from factcheck.values.time_story import in_story

WEEK = timedelta(days=7)
OVER = re.compile(r"\b(?:over|during|at|on|for|through|throughout|of|by|before|after|since)\s+$")
LATE_IN_UNIT = 0.75  # from here on "the end of the year" is that of the present one, whatever the tense


def part_of_day(text: str | None) -> str:
    """The TIMEX3 code of a part of the day, "" for none."""
    return str(lexicon.load("time")["parts_of_day"].get(squeezed(text), ""))


# ------------------------------------------------------------------------------------------------- days and weekdays


def read_weekday(groups: Groups, frame: Frame) -> Reading | None:
    """Friday, last Friday, Friday morning, this Sunday."""
    number, rel = words_of("weekdays")[squeezed(groups["wd"])], squeezed(groups["rel"])
    part, mod = part_of_day(groups["pod"]), modifier(groups["mod"])
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
    if groups["pl"]:
        return Reading("SET", f"XXXX-WXX-{number}{tail}")
    if frame.published is None:
        return Reading(kind, f"XXXX-WXX-{number}{tail}", Anchor.UNKNOWN, mod)
    anchor = Anchor.ARTICLE
    others: tuple[date, ...] = ()
    if rel in STORY and frame.narrative is not None:
        chosen, anchor = _story_weekday(frame.narrative, number, STORY[rel]), Anchor.NARRATIVE
    else:
        chosen, others = _weekday(frame, frame.published, number, rel)
    # by convention "earlier" stays outside before a weekday
    start = frame.start + len(groups["mod"] or "") + 1 if squeezed(groups["mod"]) in ("earlier", "later") else None
    values = tuple(f"{day}{tail}" for day in others)
    return Reading(kind, f"{chosen}{tail}", anchor, mod, alternatives=values, start=start)


def _story_weekday(day: date, number: int, step: int) -> date:
    """The weekday after, before or on (or after) the day that the story has reached."""
    if step < 0:
        return day - timedelta(days=(day.isoweekday() - number - 1) % 7 + 1)
    return day + timedelta(days=(number - day.isoweekday() - step) % 7 + step)


def _weekday(frame: Frame, published: date, number: int, rel: str) -> tuple[date, tuple[date, ...]]:
    """The weekday that is meant, and the other one where the words leave it open."""
    ahead = (number - published.isoweekday()) % 7
    coming = published + timedelta(days=ahead)  # today, if it is one
    last = coming - WEEK
    if rel in BACK:
        # on a Thursday "last Tuesday" may be that of the week before
        return last, (last - WEEK,) if rel == "last" and last.isocalendar()[1] == published.isocalendar()[1] else ()
    if rel in AHEAD:
        coming = coming if ahead else coming + WEEK
        return coming, (coming + WEEK,) if rel == "next" else ()
    if ahead == 0:
        return coming, ()
    direction = frame.direction()
    if rel == "this":
        return (last, (coming,)) if direction == "past" else (coming, (last,))
    if direction == "future":
        return coming, ()
    return last, () if direction else (coming,)


DAYS = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}


def read_day_word(groups: Groups, frame: Frame) -> Reading | None:
    """Yesterday, today, tonight, the day after tomorrow, yesterday morning."""
    word = squeezed(groups["w"])
    part, mod = "NI" if word == "tonight" else part_of_day(groups["pod"]), modifier(groups["mod"])
    shift = DAYS.get(word, 0)
    if frame.published is None:
        value, anchor = _reference(shift), Anchor.UNKNOWN
    else:
        value, anchor = f"{frame.published + timedelta(days=shift)}{'T' if part else ''}{part}", Anchor.ARTICLE
    return Reading("TIME" if part else "DATE", value, anchor, mod, shift=(shift, shift + 1))


def _reference(step: int) -> str:
    """What a step from an article without a date comes to."""
    return "PRESENT_REF" if step == 0 else "PAST_REF" if step < 0 else "FUTURE_REF"


# ---------------------------------------------------------------------------------------------- weeks, months, years


def read_relative(groups: Groups, frame: Frame) -> Reading | None:
    """Last June, the end of next year, the same day, this morning, summer: what stands behind "this"."""
    unit, rel, words = squeezed(groups["u"]), squeezed(groups["rel"]), lexicon.load("time")
    if groups["fiscal"]:
        return _fiscal(rel, unit, frame)
    if unit in words["months"]:
        return read_month(groups, frame)
    if unit in words["seasons"]:
        return read_season(groups, frame)
    if unit in words["parts_of_day"] and not (unit == "night" and (rel in AHEAD or rel in STORY) and rel != "that"):
        return read_part_of_day(groups, frame)
    if unit in ("moment", "second", "minute", "hour", "millennium"):
        return None
    return _unit(groups, frame, unit, rel)


def _fiscal(rel: str, unit: str, frame: Frame) -> Reading | None:
    """The last school year, this fiscal year."""
    if unit != "year" or frame.published is None or rel in ("", "each", "its"):
        return None
    step = -1 if rel in BACK or rel in ("previous", "the previous") else 1 if rel in AHEAD else 0
    return fiscal_year(frame.published.year + step, Anchor.ARTICLE)


def _unit(groups: Groups, frame: Frame, unit: str, rel: str) -> Reading | None:
    """Last month, next year, the same day, the past decade, the end of the year."""
    mod = modifier(groups["mod"])
    if rel in ("its", "each") or (unit == "day" and rel == "this"):
        return None
    if rel in ("the entire", "the whole", "the full"):
        return in_story(frame, unit, 0, mod) if frame.story else _length_of_one(frame, unit)
    if rel in ("", "the"):
        if not groups["mod"] or unit == "night":
            return None
        rel = "last" if mod == "END" and _has_ended(unit, frame) else "this"
    elif not groups["mod"] and (rel in ("the past", "past") or (rel == "the last" and unit in ("decade", "century"))):
        return _last_weekend(frame) if unit == "weekend" else _length_of_one(frame, unit)
    step = -1 if rel in BACK else 1 if rel in AHEAD else STORY.get(rel, 0)
    step += {"before last": -1, "after next": 1}.get(squeezed(groups["post"]), 0)
    if rel in STORY or (unit == "day" and step != 0):
        return in_story(frame, unit, step, mod)
    return _stepped(frame, unit, step, mod, rel)


def _stepped(frame: Frame, unit: str, step: int, mod: str, rel: str) -> Reading | None:
    """So many units before or after that of the article's date."""
    shift = (step, step + 1) if unit == "day" else None
    if frame.published is None:
        return Reading("DATE", _reference(step), Anchor.UNKNOWN, mod, shift=shift)
    there = shifted(frame.published, unit, step)
    if there is None:
        return None
    others = _also(frame.published, unit, rel)
    return Reading("DATE", period_value(there, unit), Anchor.ARTICLE, mod, shift=shift, alternatives=others)


def _also(published: date, unit: str, rel: str) -> tuple[str, ...]:
    """What else is meant by "the last month" (the days up to now) and, on a weekend, by "last week" and "this week"."""
    if unit in ("week", "month", "quarter", "year") and rel in ("the last", "the past", "this past"):
        return (period_value(published, unit),)
    if unit == "week" and published.isoweekday() >= 6:  # for many a week begins on Sunday
        return {"last": (week_value(published),), "this": (week_value(published + WEEK),)}.get(rel, ())
    return ()


def _has_ended(unit: str, frame: Frame) -> bool:
    """Whether "peaked by the end of the year" speaks of the year before: a past verb early in the present one."""
    if frame.published is None or frame.direction() != "past":
        return False
    passed = {"year": frame.published.timetuple().tm_yday / 365, "month": frame.published.day / 31}
    return passed.get(unit, 1.0) < LATE_IN_UNIT


def _length_of_one(frame: Frame, unit: str) -> Reading | None:
    """The past week, the past decade: a length up to the article's date."""
    value = count_of(1, 1, unit)
    return at_article(Reading("DURATION", value), frame, unit, 1, "past") if value else None


# ------------------------------------------------------------------------------------------------ weekends, year-ends


def _last_weekend(frame: Frame) -> Reading:
    if frame.published is None:
        return Reading("DATE", "PAST_REF", Anchor.UNKNOWN)
    return Reading("DATE", week_value(frame.published - WEEK) + "-WE", Anchor.ARTICLE)


def read_weekend(groups: Groups, frame: Frame) -> Reading | None:
    """Over the weekend: the last one, or on a weekend the present one; the next where the tense says so."""
    if not OVER.search(frame.before):
        return None
    if frame.published is None:
        return Reading("DATE", "XXXX-WXX-WE", Anchor.UNKNOWN)
    direction = frame.direction()
    is_here = frame.published.isoweekday() >= 6 or direction == "future"
    there, other = (frame.published, frame.published - WEEK) if is_here else (frame.published - WEEK, frame.published)
    others = () if direction else (week_value(other) + "-WE",)
    return Reading("DATE", week_value(there) + "-WE", Anchor.ARTICLE, alternatives=others)


def read_year_end(groups: Groups, frame: Frame) -> Reading | None:
    """Year-end, the year's end."""
    unit = squeezed(groups["u"])
    if frame.published is None:
        return Reading("DATE", "XXXX", Anchor.UNKNOWN, "END")
    there = shifted(frame.published, unit, -1 if _has_ended(unit, frame) else 0)
    return Reading("DATE", period_value(there, unit), Anchor.ARTICLE, "END") if there else None


def read_week_of(groups: Groups, frame: Frame) -> Reading | None:
    """The week of March 6."""
    chosen, _ = with_open_year(frame, month_of(groups["m"] or ""), int(groups["d"] or 0))
    if chosen is None:
        return Reading("DATE", "XXXX-WXX", Anchor.UNKNOWN)
    return Reading("DATE", week_value(chosen), Anchor.ARTICLE, is_named=True)
