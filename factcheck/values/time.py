"""Dates, times of day, durations and sets as intervals, and how two of them stand to each other (TIMEX3)."""

from datetime import datetime, timedelta
from enum import StrEnum

from attrs import frozen

from factcheck.span import Span
from factcheck.values.relation import Relation
from factcheck.values.time_calendar import days_of, has_zone

ONE_DAY = timedelta(days=1)
ZONES_APART = timedelta(hours=14)  # the clocks of two places differ by no more, seen from one of them
CLOCK_SLACK = timedelta(hours=1)   # reports of one moment seldom agree better than that

# Units from fine to coarse; the length is that of half a unit in days: what rounding to it can hide.
HALF_UNIT = {
    "second": 0.5 / 86400, "minute": 0.5 / 1440, "hour": 0.5 / 24, "day": 0.5, "weekend": 1.0, "week": 3.5,
    "month": 15.5, "quarter": 46.0, "year": 183.0,
}  # fmt: skip


class Anchor(StrEnum):
    """What a time was resolved against."""

    EXPLICIT = "explicit"
    ARTICLE = "article date"
    NARRATIVE = "narrative"
    UNKNOWN = "unknown"

    @property
    def is_relative(self) -> bool:
        """Whether the stretch moves with the article's date or with what the article told before."""
        return self in (Anchor.ARTICLE, Anchor.NARRATIVE)


@frozen
class TimeInterval:
    """A time expression and the stretch of the calendar that it names.

    Attributes:
        type: TIMEX3 type: "DATE", "TIME", "DURATION" or "SET".
        value: TIMEX3 value ("2022-10-16", "2022-W41", "P3M", "PRESENT_REF", "XXXX-10-16" where the year is open).
        start: first moment, or None where no anchor is known or the expression names no stretch of the calendar.
        end: first moment after it; None together with `start`.
        granularity: "minute", "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season", "half",
            "year", "decade", "century"; for a duration the unit in which it is told; "" where neither applies.
        anchor: what it was resolved against.
        alternatives: other stretches (start, end) that the text leaves open, such as a bare weekday's next occurrence.
        span: the words.
        mod: TIMEX3 "mod" ("START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", ...), or "".
        quant: TIMEX3 "quant" of a set ("EVERY", "EACH"), or "".
        freq: TIMEX3 "freq" of a set ("2X"), or "".
        shift: days from the article's day, (first, behind the last), of a day told relative to it ("yesterday" is
            (-1, 0)); None for everything else.
    """

    type: str
    value: str
    start: datetime | None
    end: datetime | None
    granularity: str
    anchor: Anchor
    alternatives: tuple[tuple[datetime, datetime], ...]
    span: Span
    mod: str = ""
    quant: str = ""
    freq: str = ""
    shift: tuple[int, int] | None = None

    def relation_to(self, other: "TimeInterval") -> Relation:
        """How this time stands to another one (docs/values-time.md)."""
        if self == other:
            return Relation.EQUAL
        if self.is_point and other.is_point:
            return _relate_points(self, other)
        if self.type != other.type:
            return Relation.INCOMPARABLE
        if self.type == "DURATION":
            return _relate_durations(self, other)
        return _relate_sets(self, other)

    @property
    def is_point(self) -> bool:
        """Whether it says when (a date or a time of day), not how long or how often."""
        return self.type in ("DATE", "TIME")

    @property
    def stretches(self) -> tuple[tuple[datetime, datetime], ...]:
        """The stretch and its alternatives; empty where it is not anchored."""
        if self.start is None or self.end is None:
            return ()
        return ((self.start, self.end), *self.alternatives)


def _relate_points(left: TimeInterval, right: TimeInterval) -> Relation:
    """Two dates or times of day."""
    if left.start is None or left.end is None or right.start is None or right.end is None:
        return _relate_unanchored(left, right)
    if has_zone(left.value) != has_zone(right.value):
        return _relate_clocks_apart(left.start, right.start, ZONES_APART)
    relation = _relate_stretches(left.start, left.end, right.start, right.end)
    if relation is not Relation.CONFLICT:
        return relation
    if any(_overlap(mine, theirs) for mine in left.stretches for theirs in right.stretches):
        return Relation.COMPATIBLE
    gap = max(left.start, right.start) - min(left.end, right.end)
    if "minute" in (left.granularity, right.granularity) and gap < CLOCK_SLACK:
        return Relation.WEAK_CONFLICT
    if gap < ONE_DAY and (left.anchor.is_relative or right.anchor.is_relative):
        return Relation.WEAK_CONFLICT
    return Relation.CONFLICT


def _relate_unanchored(left: TimeInterval, right: TimeInterval) -> Relation:
    """At least one has no place in the calendar: comparable inside one article only, and only where days are told."""
    if left.span.article == right.span.article and left.shift is not None and right.shift is not None:
        epoch = datetime(2000, 1, 1)
        mine, theirs = ([epoch + timedelta(days=day) for day in shift] for shift in (left.shift, right.shift))
        return _relate_stretches(*mine, *theirs)
    return Relation.COMPATIBLE


def _relate_stretches(start: datetime, end: datetime, other_start: datetime, other_end: datetime) -> Relation:
    """Two stretches of the calendar, with no regard to how they were told."""
    if (start, end) == (other_start, other_end):
        return Relation.EQUAL
    if other_start <= start and end <= other_end:
        return Relation.NARROWER
    if start <= other_start and other_end <= end:
        return Relation.BROADER
    if _overlap((start, end), (other_start, other_end)):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def _relate_clocks_apart(left: datetime, right: datetime, slack: timedelta) -> Relation:
    """One says its time zone, the other does not: they conflict only where no two zones explain the difference."""
    return Relation.COMPATIBLE if abs(left - right) <= slack + ONE_DAY else Relation.CONFLICT


def _overlap(mine: tuple[datetime, datetime], theirs: tuple[datetime, datetime]) -> bool:
    return mine[0] < theirs[1] and theirs[0] < mine[1]


def _relate_durations(left: TimeInterval, right: TimeInterval) -> Relation:
    """Two lengths of time."""
    if (left.value, left.mod) == (right.value, right.mod):
        return Relation.EQUAL
    mine, theirs = _length(left), _length(right)
    if mine is None or theirs is None:
        return Relation.COMPATIBLE
    if mine[0] <= theirs[1] and theirs[0] <= mine[1]:
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def _length(duration: TimeInterval) -> tuple[float, float] | None:
    """Least and most days that it may last, rounding and hedges taken in; None where it is left open."""
    known = days_of(duration.value)
    if known is None:
        return None
    low, high, unit = known
    if unit != "day":  # "two months" says little about days; "60 days" says a lot
        low, high = low - HALF_UNIT[unit] * 0.99, high + HALF_UNIT[unit] * 0.99
        if low + HALF_UNIT[unit] * 1.98 > high:
            low, high = min(low, high), max(low, high)
    match duration.mod:
        case "APPROX":
            return 0.9 * low, 1.1 * high
        case "LESS_THAN" | "EQUAL_OR_LESS":
            return 0.0, high
        case "MORE_THAN" | "EQUAL_OR_MORE":
            return low, float("inf")
        case _:
            return low, high


def _relate_sets(left: TimeInterval, right: TimeInterval) -> Relation:
    """Two rhythms: the same, or told too loosely to exclude each other ("every day" and "every Monday")."""
    same = (left.value, left.freq) == (right.value, right.freq)
    return Relation.EQUAL if same else Relation.COMPATIBLE
