"""Times told relative to the article's date, or to what the article told before."""

import re
from datetime import date, timedelta

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import month_value, period_value, season_value, shifted, week_value
from factcheck.values.time_dates import fiscal_year, modifier, month_of, words_of
from factcheck.values.time_frame import Frame, Groups, Reading, nearest, squeezed, with_open_year
from factcheck.values.time_lengths import count_of
from factcheck.values.time_story import in_story

BACK = frozenset(("last", "past", "this past", "the last", "the past", "last week's"))
AHEAD = frozenset(("next", "coming", "this coming", "the next", "the coming"))
STORY = {"following": 1, "the following": 1, "previous": -1, "the previous": -1, "same": 0, "the same": 0, "that": 0}
HERE = frozenset(("this", "current", "the current", "the present"))


def read_weekday(groups: Groups, frame: Frame) -> Reading | None:
    """Friday, last Friday, Friday morning, this Sunday."""
    number, rel = words_of("weekdays")[squeezed(groups["wd"])], squeezed(groups.get("rel"))
    part = str(lexicon.load("time")["parts_of_day"].get(squeezed(groups.get("pod")), ""))
    mod = modifier(groups.get("mod"))
    start = frame.start + len(groups["mod"]) + 1 if squeezed(groups.get("mod")) in ("earlier", "later") else None
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
    if groups.get("pl"):
        return Reading("SET", f"XXXX-WXX-{number}{tail}", Anchor.EXPLICIT)
    if frame.published is None:
        return Reading(kind, f"XXXX-WXX-{number}{tail}", Anchor.UNKNOWN, mod)
    if rel in STORY and frame.narrative is not None:
        chosen, others, anchor = _story_weekday(frame.narrative, number, STORY[rel]), (), Anchor.NARRATIVE
    else:
        chosen, others = _weekday(frame, number, rel)
        anchor = Anchor.ARTICLE
    values = tuple(day.isoformat() + tail for day in others)
    return Reading(kind, chosen.isoformat() + tail, anchor, mod, alternatives=values, start=start)


def _story_weekday(day: date, number: int, step: int) -> date:
    """The weekday after, before or nearest to the day that the story has reached."""
    if step < 0:
        return day - timedelta(days=(day.isoweekday() - number - 1) % 7 + 1)
    return day + timedelta(days=(number - day.isoweekday() - step) % 7 + step)


def _weekday(frame: Frame, number: int, rel: str) -> tuple[date, tuple[date, ...]]:
    """The weekday that is meant, and the other one where the words leave it open."""
    published = frame.published
    assert published is not None
    ahead = (number - published.isoweekday()) % 7
    today_or_next = published + timedelta(days=ahead)
    last = published - timedelta(days=7 - ahead)  # strictly before
    week = timedelta(days=7)
    if rel in BACK:
        return last, (last - week,) if rel == "last" and (published - last).days < published.isoweekday() else ()
    if rel in AHEAD:
        coming = today_or_next if ahead else today_or_next + week
        return coming, (coming + week,) if rel == "next" else ()
    if ahead == 0:
        return today_or_next, ()
    if rel == "this":
        past = frame.direction() == "past"
        return (last, (today_or_next,)) if past else (today_or_next, (last,))
    direction = frame.direction()
    if direction == "future":
        return today_or_next, ()
    return last, () if direction else (today_or_next,)


def read_day_word(groups: Groups, frame: Frame) -> Reading | None:
    """Yesterday, today, tonight, the day after tomorrow, yesterday morning."""
    word = squeezed(groups["w"])
    shift = {"yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    part = "NI" if word == "tonight" else str(lexicon.load("time")["parts_of_day"].get(squeezed(groups.get("pod")), ""))
    mod = modifier(groups.get("mod"))
    tail = f"T{part}" if part else ""
    moved = (shift, shift + 1)
    if frame.published is None:
        reference = "PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF"
        return Reading("TIME" if part else "DATE", reference, Anchor.UNKNOWN, mod, shift=moved)
    day = frame.published + timedelta(days=shift)
    return Reading("TIME" if part else "DATE", day.isoformat() + tail, Anchor.ARTICLE, mod, shift=moved)


def read_relative(groups: Groups, frame: Frame) -> Reading | None:
    """This week, last June, the end of next year, the same day, this morning, summer."""
    unit, rel, mod = squeezed(groups["u"]), squeezed(groups["rel"]), squeezed(groups["mod"])
    words = lexicon.load("time")
    if rel in ("each", "its", "the entire", "the whole", "the") and unit not in words["units"] and rel != "the":
        return None
    if groups.get("fiscal"):
        return _relative_fiscal(rel, unit, frame)
    if unit in words["months"]:
        return _relative_month(groups, frame, rel, unit)
    if unit in words["seasons"]:
        return _relative_season(groups, frame, rel, unit)
    if (
        unit in words["parts_of_day"]
        and unit != "night"
        or (unit == "night" and rel in ("last", "this", "that", "the", ""))
    ):
        return _relative_part(groups, frame, rel, unit)
    return _relative_unit(groups, frame, rel, unit)


def _relative_fiscal(rel: str, unit: str, frame: Frame) -> Reading | None:
    if unit != "year" or frame.published is None or rel in ("", "each", "its"):
        return None
    step = -1 if rel in BACK or rel in ("previous", "the previous") else 1 if rel in AHEAD else 0
    return fiscal_year(frame.published.year + step)


def _relative_month(groups: Groups, frame: Frame, rel: str, unit: str) -> Reading | None:
    """A month without a year."""
    if re.match(r"\.?\s*\d{1,2}\b", frame.after):
        return None  # "that Sept. 26" is a day
    if groups["post"] or rel in ("the", "each", "its") or not _is_month_word(frame, unit, rel, bool(groups["mod"])):
        return None
    month, mod = month_of(unit), modifier(groups["mod"])
    if frame.published is None:
        return Reading("DATE", f"XXXX-{month:02d}", Anchor.UNKNOWN, mod)
    here = frame.published
    others: tuple[date, ...] = ()
    if rel in BACK:
        chosen = date(here.year if month < here.month else here.year - 1, month, 1)
    elif rel in AHEAD:
        chosen = date(here.year if month > here.month else here.year + 1, month, 1)
    elif rel == "this":
        chosen = date(here.year, month, 1)
    else:
        found, others = with_open_year(frame, month, None)
        if found is None:
            return None
        chosen = found
    values = tuple(map(month_value, others))
    return Reading("DATE", month_value(chosen), Anchor.ARTICLE, mod, alternatives=values, is_named=True)


def _is_month_word(frame: Frame, unit: str, rel: str, has_modifier: bool) -> bool:
    """Whether "May", "March" or "August" is the month: capitals, and the words around where they do not tell."""
    word = frame.words.split()[-1] if not frame.words.endswith(unit) else unit
    if unit not in ("may", "march", "august"):
        return True
    is_capital = word[:1].isupper()
    told = bool(
        re.search(
            r"\b(?:in|of|since|until|till|by|through|from|to|for|between|before|after|during|and|on)\s+$", frame.before
        )
    )
    if not is_capital:
        return bool(rel in BACK or rel in AHEAD or has_modifier) and unit != "march"
    starts = not frame.before.strip() or frame.before.rstrip()[-1:] in '.!?"”“:'
    if unit == "may":
        return (
            told
            or bool(rel)
            or has_modifier
            or (not starts and not re.match(r"\s+(?:be|have|not|also|well)\b", frame.after))
        )
    return told or bool(rel) or has_modifier


def _relative_season(groups: Groups, frame: Frame, rel: str, unit: str) -> Reading | None:
    """Last fall, this summer, in the spring."""
    code, mod = str(lexicon.load("time")["seasons"][unit]), modifier(groups["mod"])
    bare = rel in ("", "the")
    if groups["post"] or rel in ("each", "its"):
        return None
    if (
        bare
        and not re.search(r"\b(?:in|since|until|by|through|during|for|of|before|after)\s+$", frame.before)
        and not mod
    ):
        return None
    if (
        unit in ("fall", "spring")
        and bare
        and rel == ""
        and not re.search(r"\b(?:in|since|until|by|through|during)\s+$", frame.before)
    ):
        return None
    if frame.published is None:
        return Reading("DATE", f"XXXX-{code}", Anchor.UNKNOWN, mod)
    month = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}[code]
    here = frame.published
    around = [date(year, month, 15) for year in range(here.year - 1, here.year + 2)]
    if rel in BACK:
        ended = [day for day in around if season_value(day) != season_value(here) and day < here]
        chosen, others = ended[-1], tuple(ended[-2:-1])
    elif rel in AHEAD:
        coming = [day for day in around if season_value(day) != season_value(here) and day > here]
        chosen, others = coming[0], tuple(coming[1:2])
    else:
        chosen, others = nearest(around, frame, slack=75)
    values = tuple(season_value(day) for day in others)
    return Reading("DATE", season_value(chosen), Anchor.ARTICLE, mod, alternatives=values, is_named=True)


def _relative_part(groups: Groups, frame: Frame, rel: str, unit: str) -> Reading | None:
    """This morning, last night, overnight, the next morning, in the evening."""
    part = str(lexicon.load("time")["parts_of_day"][unit])
    if rel in STORY or rel in ("the next", "next"):
        step = STORY.get(rel, 1)
        if frame.narrative is None:
            return Reading("TIME", f"XXXX-XX-XXT{part}", Anchor.UNKNOWN)
        return Reading("TIME", f"{frame.narrative + timedelta(days=step)}T{part}", Anchor.NARRATIVE)
    step = -1 if rel in BACK else 0
    if rel == "the" and not re.search(r"\b(?:in|during|through|of|into|by|for)\s+$", frame.before):
        return None
    if (
        rel == ""
        and unit != "overnight"
        and not re.search(r"\b(?:at|by|before|after|until|since|till)\s+$", frame.before)
    ):
        return None
    shift = (step, step + 1)
    if frame.published is None:
        return Reading("TIME", f"XXXX-XX-XXT{part}", Anchor.UNKNOWN, shift=shift)
    days = [frame.published + timedelta(days=step)]
    if step == 0 and unit in ("overnight",):
        days.append(frame.published - timedelta(days=1))
    values = [f"{day}T{part}" for day in days]
    return Reading("TIME", values[0], Anchor.ARTICLE, alternatives=tuple(values[1:]))


def _relative_unit(groups: Groups, frame: Frame, rel: str, unit: str) -> Reading | None:
    """This week, last month, next year, the same day, the past decade, the end of the year."""
    mod, post = modifier(groups["mod"]), squeezed(groups["post"])
    if unit in ("moment", "second", "minute", "hour", "millennium"):
        return None
    if rel in ("the entire", "the whole") and unit in ("week", "month", "quarter", "year"):
        return in_story(frame, unit, 0, mod) if frame.story else _span_of_one(unit, frame)
    if rel in ("", "the", "its", "each", "the entire", "the whole"):
        if not groups["mod"] or rel in ("its", "each") or unit in ("night",):
            return None
        rel = "last" if mod == "END" and _has_ended(unit, frame) else "this"
    elif unit == "day" and rel == "this":
        return None
    if (rel in ("the past", "past") or (rel == "the last" and unit in ("decade", "century"))) and not groups["mod"]:
        days = {"weekend": "WE"}.get(unit)
        return _weekend(frame, -1) if days else _span_of_one(unit, frame)
    if unit == "century" and rel == "this" and frame.published is None:
        return None
    step = STORY.get(rel, 0) + (-1 if rel in BACK else 1 if rel in AHEAD else 0)
    step += {"before last": -1, "after next": 1}.get(post, 0)
    if rel in STORY and (unit == "day" or frame.narrative is not None or rel not in ("that",)):
        return in_story(frame, unit, step, mod)
    if frame.published is None:
        reference = "PRESENT_REF" if step == 0 else "PAST_REF" if step < 0 else "FUTURE_REF"
        return Reading("DATE", reference, Anchor.UNKNOWN, mod, shift=(step, step + 1) if unit == "day" else None)
    if unit == "day" and rel in ("this", "next", "the next", "last", "the last", "the coming"):
        if rel == "this":
            return Reading("DATE", frame.published.isoformat(), Anchor.ARTICLE, mod, shift=(0, 1))
        return in_story(frame, unit, step, mod)
    there = shifted(frame.published, unit, step)
    if there is None:
        return None
    return Reading("DATE", period_value(there, unit), Anchor.ARTICLE, mod, alternatives=_rolling(frame, unit, rel))


def _has_ended(unit: str, frame: Frame) -> bool:
    """Whether "peaked by the end of the year" speaks of the year before: a past verb early in the present one."""
    if frame.published is None or frame.direction() != "past":
        return False
    passed = {"year": frame.published.timetuple().tm_yday / 365, "month": frame.published.day / 31}
    return passed.get(unit, 1.0) < 0.75


def _rolling(frame: Frame, unit: str, rel: str) -> tuple[str, ...]:
    """What else is meant by "the last month" (the days up to now) and, on a weekend, by "last week" and "this week"."""
    published = frame.published
    if published is None or unit not in ("week", "month", "quarter", "year"):
        return ()
    if rel in ("the last", "the past", "this past"):
        return (period_value(published, unit),)
    if unit == "week" and published.isoweekday() >= 6:
        return {
            "last": (week_value(published),),
            "this": (week_value(published + timedelta(days=7)),),
        }.get(rel, ())
    return ()


def _weekend(frame: Frame, step: int) -> Reading | None:
    if frame.published is None:
        return Reading("DATE", "PAST_REF" if step < 0 else "FUTURE_REF", Anchor.UNKNOWN)
    there = frame.published + timedelta(days=7 * step)
    return Reading("DATE", week_value(there) + "-WE", Anchor.ARTICLE)


def _span_of_one(unit: str, frame: Frame) -> Reading:
    """The past week, the past decade: a length that ends with the article's date."""
    return Reading("DURATION", count_of(1, 1, unit) or "PXD", Anchor.EXPLICIT)


def read_week_of(groups: Groups, frame: Frame) -> Reading | None:
    """The week of March 6."""
    chosen, _ = with_open_year(frame, month_of(groups["m"] or ""), int(groups["d"] or 0))
    if chosen is None:
        return Reading("DATE", "XXXX-WXX", Anchor.UNKNOWN)
    return Reading("DATE", week_value(chosen), Anchor.ARTICLE)


def read_weekend(groups: Groups, frame: Frame) -> Reading | None:
    """Over the weekend: the last one, or on a weekend the present one; the next where the tense says so."""
    if not re.search(r"\b(?:over|during|at|on|for|through|throughout|of|by|before|after|since)\s+$", frame.before):
        return None
    if frame.published is None:
        return Reading("DATE", "XXXX-WXX-WE", Anchor.UNKNOWN)
    is_now = frame.published.isoweekday() >= 6
    ahead = frame.direction() == "future"
    there = frame.published if is_now or ahead else frame.published - timedelta(days=7)
    other = there - timedelta(days=7) if ahead else there + timedelta(days=7)
    others = () if frame.direction() else (week_value(other) + "-WE",)
    return Reading("DATE", week_value(there) + "-WE", Anchor.ARTICLE, alternatives=others)


def read_year_end(groups: Groups, frame: Frame) -> Reading | None:
    """Year-end, the year's end."""
    unit = squeezed(groups["u"])
    if frame.published is None:
        return Reading("DATE", "XXXX", Anchor.UNKNOWN, "END")
    there = shifted(frame.published, unit, -1 if _has_ended(unit, frame) else 0)
    return Reading("DATE", period_value(there, unit), Anchor.ARTICLE, "END") if there else None
