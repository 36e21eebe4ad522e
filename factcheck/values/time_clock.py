"""Times of day by the clock."""

import re
from datetime import timedelta

from attrs import evolve

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_dates import words_of
from factcheck.values.time_frame import Frame, Groups, Reading, squeezed


def read_clock(groups: Groups, frame: Frame) -> Reading | None:
    """10:35 a.m., 14:48 UTC, 5 o'clock in the afternoon, noon; the day comes from a neighbour or the article's date."""
    if word := groups.get("w"):
        if frame.before.endswith("high "):
            return None
        clock = str(lexicon.load("time")["clock_words"][word.lower()])
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
