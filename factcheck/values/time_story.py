"""Times told from where the story is ("the next day", "a year earlier"), counted back ("ago"), or left vague."""

import re
from datetime import date

from factcheck import lexicon
from factcheck.values.time import Anchor
from factcheck.values.time_calendar import period_value, shifted
from factcheck.values.time_frame import Frame, Groups, Reading, squeezed
from factcheck.values.time_lengths import number_of
from factcheck.values.time_patterns import unit_names

CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?)\"”]|$|and\b|but\b)")
GOES_ON = re.compile(r"\s+(?:after|before|[a-z]+ed\b|became|as\b|from\b|away\b|that\b|apart\b)")
CLOSING = re.compile(
    r"\b(?:end|ends|ended|ending|finish|finished|finishing|close|closed|closing|start|started|for|of)\s+$"
)
BACK = frozenset(("ago", "earlier", "before", "previously", "previous"))


def in_story(frame: Frame, unit: str, step: int, mod: str) -> Reading:
    """The next day, the same week, the following year: counted from what the story has reached."""
    origin = frame.narrative if unit in ("day", "night") else frame.story
    there = shifted(origin, unit, step) if origin else None
    if there is None or _is_beyond(there, unit, step, frame):
        return Reading("DATE", "XXXX-XX-XX" if unit in ("day", "night") else "XXXX", Anchor.UNKNOWN, mod)
    return Reading("DATE", period_value(there, unit), Anchor.NARRATIVE, mod)


def _is_beyond(there: date, unit: str, step: int, frame: Frame) -> bool:
    """Whether counting on leads past the article's date though the verb looks back: then the origin was another."""
    if frame.published is None or step <= 0:
        return False
    behind = shifted(frame.published, unit, 1) or frame.published
    return (there > behind or (there > frame.published and unit in ("day", "night"))) and frame.direction() == "past"


def read_ago(groups: Groups, frame: Frame) -> Reading | None:
    """Two years ago, days ago, a week earlier, three days later."""
    where = squeezed(groups["dir"])
    if where in ("before", "after") and not CLAUSE_ENDS.match(frame.after):
        return None  # "two days before the vote" is a length before an event
    from_article, number = where in ("ago", "hence", "from now"), groups.get("n")
    if number is None:
        return _vague_ago(where, from_article) if groups.get("vague") else None
    unit = unit_names()[squeezed(groups["u"])]
    if unit in ("hour", "minute", "second") and not from_article:
        return None  # "an hour later" is read as the length that it names
    mod = str(lexicon.load("time")["hedges"].get(squeezed(groups["hedge"]), ""))
    low, high = number_of(number)
    if low is None or high is None or low != high or not float(low).is_integer():
        return _vague_ago(where, from_article, mod)
    count = -int(low) if where in BACK else int(low)
    return _counted(frame, unit, count, from_article, mod)


def _vague_ago(where: str, from_article: bool, mod: str = "") -> Reading:
    """Days ago, several weeks later."""
    if not from_article:
        return Reading("DATE", "XXXX-XX-XX", Anchor.UNKNOWN, mod)
    return Reading("DATE", "PAST_REF" if where in BACK else "FUTURE_REF", Anchor.ARTICLE, mod)


def _counted(frame: Frame, unit: str, count: int, from_article: bool, mod: str) -> Reading:
    """So many units from the article's date, or from where the story is; told in that unit."""
    grain = {"decade": "year", "century": "year", "millennium": "year", "quarter": "month"}.get(unit, unit)
    if not from_article:
        origin = frame.narrative if unit in ("day", "night", "week") else frame.story
        there = shifted(origin, unit, count) if origin else None
        if there is None or _is_beyond(there, "day", count, frame):
            return Reading("DATE", "XXXX-XX-XX", Anchor.UNKNOWN, mod)
        return Reading("DATE", period_value(there, grain), Anchor.NARRATIVE, mod)
    reference = "PAST_REF" if count < 0 else "FUTURE_REF"
    shift = (count, count + 1) if unit == "day" else None
    if unit in ("hour", "minute", "second"):
        return Reading("TIME", reference, Anchor.ARTICLE, mod)
    there = shifted(frame.published, unit, count) if frame.published else None
    if there is None:
        return Reading("DATE", reference, Anchor.UNKNOWN, mod, shift=shift)
    others = (there.isoformat(),) if grain == "week" else ()
    return Reading("DATE", period_value(there, grain), Anchor.ARTICLE, mod, shift=shift, alternatives=others)


def read_unit_before(groups: Groups, frame: Frame) -> Reading | None:
    """The year before, the day after, the week previous: one unit from where the story is."""
    word = squeezed(groups["w"])
    if word in ("before", "after") and not CLAUSE_ENDS.match(frame.after):
        return None  # "the day before the vote" is dated by an event
    return in_story(frame, squeezed(groups["u"]), -1 if word in BACK else 1, "")


def read_close(groups: Groups, frame: Frame) -> Reading | None:
    """Ended the day, closed the week: the unit that the story is in."""
    if not CLOSING.search(frame.before):
        return None
    is_loose = frame.before.rstrip().endswith((" for", " of"))
    if is_loose and (groups["u"] != "day" or not re.match(r"\s*[,.;]", frame.after)):
        return None
    day, anchor = frame.published, Anchor.ARTICLE
    if frame.narrative and (day is None or abs((day - frame.narrative).days) <= 7):
        day, anchor = frame.narrative, Anchor.NARRATIVE
    return Reading("DATE", period_value(day, squeezed(groups["u"])), anchor) if day else None


def read_reference(groups: Groups, frame: Frame) -> Reading | None:
    """Now, recently, soon, the future."""
    word = squeezed(groups["w"])
    if word in ("soon", "shortly", "the past", "the present", "so far") and GOES_ON.match(frame.after):
        return None
    if re.search(r"\bas\s+$", frame.before):
        return None
    return Reading("DATE", str(lexicon.load("time")["references"][word]), Anchor.ARTICLE)
