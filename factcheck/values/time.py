"""Dates, times of day, durations and sets as intervals, and how two of them stand to each other (TIMEX3)."""

import re
from datetime import datetime, timedelta
from enum import StrEnum

from attrs import frozen

from factcheck.span import Span
from factcheck.values.relation import Relation
from factcheck.values.time_calendar import has_zone, span_of_days, stretch_of

ONE_DAY = timedelta(days=1)
ZONES_APART = timedelta(hours=14)  # the clocks of two places differ by no more
CLOCK_SLACK = timedelta(hours=1)  # reports of one moment seldom agree better than that
DATELINE_GRAINS = frozenset(("minute", "hour", "part of day", "day", "weekend", "week"))
OPEN_YEAR = re.compile(r"XXXX-(\d\d(?:-\d\d)?)$")


class Anchor(StrEnum):
    """What a time was resolved against."""

    EXPLICIT = "explicit"
    ARTICLE = "article date"
    NARRATIVE = "narrative"
    UNKNOWN = "unknown"


@frozen
class TimeInterval:
    """A time expression and the stretch of the calendar that it names.

    Attributes:
        type: TIMEX3 type: "DATE", "TIME", "DURATION" or "SET".
        value: TIMEX3 value ("2022-10-16", "2022-W41", "P3M", "PRESENT_REF", "XXXX-10-16" where the year is open).
        start: first moment, or None where no anchor is known or the expression names no stretch of the calendar; a
            duration has one where it is tied to the article's date ("the past week").
        end: first moment after it; None together with `start`.
        granularity: "minute", "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season", "half",
            "year", "decade", "century"; for a duration the unit in which it is told; "" where neither applies.
        anchor: what it was resolved against.
        alternatives: other stretches (start, end) that the text leaves open, such as a bare weekday's next occurrence.
        span: the words.
        mod: TIMEX3 "mod" ("START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", ...), or "".
        quant: TIMEX3 "quant" of a set ("EVERY", "EACH"), or "".
        freq: TIMEX3 "freq" of a set ("2X"), or "".
        most: TIMEX3 value of the upper end of a duration told as a range ("five to seven days": P7D), or "".
        is_named: whether the words name the month or the day of it ("October 4"), so that only the year was inferred.
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
    most: str = ""
    is_named: bool = False
    shift: tuple[int, int] | None = None

    def relation_to(self, other: "TimeInterval") -> Relation:
        """How this time stands to another one (docs/values-time.md)."""
        if self == other:
            return Relation.EQUAL
        if self.is_point and other.is_point:
            return _relate_points(self, other)
        if "SET" in (self.type, other.type):
            return _relate_sets(self, other) if self.type == other.type else Relation.INCOMPARABLE
        if self.start is not None and other.start is not None:
            return _relate_anchored(self, other)
        return _relate_durations(self, other) if self.type == other.type else Relation.INCOMPARABLE

    @property
    def is_point(self) -> bool:
        """Whether it says when (a date or a time of day), not how long or how often."""
        return self.type in ("DATE", "TIME")

    @property
    def is_relative(self) -> bool:
        """Whether it moves with the article's date ("Tuesday", "last week"), so that it may be a day off."""
        return self.anchor in (Anchor.ARTICLE, Anchor.NARRATIVE) and not self.is_named

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
    relation = _relate_stretches((left.start, left.end), (right.start, right.end))
    if relation is not Relation.CONFLICT:
        return relation
    slack = ZONES_APART if has_zone(left.value) != has_zone(right.value) else timedelta()
    if any(_overlap(mine, theirs, slack) for mine in left.stretches for theirs in right.stretches):
        return Relation.COMPATIBLE
    mine, theirs = min(((a, b) for a in left.stretches for b in right.stretches), key=lambda pair: _gap(*pair))
    gap = _gap(mine, theirs)
    if "minute" in (left.granularity, right.granularity) and gap < CLOCK_SLACK:
        return Relation.WEAK_CONFLICT
    is_a_day_apart = gap < ONE_DAY and mine[0].date() != theirs[0].date()
    is_told_in_days = {left.granularity, right.granularity} <= DATELINE_GRAINS
    if is_a_day_apart and is_told_in_days and (left.is_relative or right.is_relative):
        return Relation.WEAK_CONFLICT
    return Relation.CONFLICT


def _gap(mine: tuple[datetime, datetime], theirs: tuple[datetime, datetime]) -> timedelta:
    """How far two disjoint stretches lie apart."""
    return max(mine[0], theirs[0]) - min(mine[1], theirs[1])


def _relate_unanchored(left: TimeInterval, right: TimeInterval) -> Relation:
    """At least one has no place in the calendar.

    Days told relative to an article without a date are comparable inside that article; "October 4" and "October 5"
    exclude each other in every year; everything else may be the same.
    """
    if left.span.article == right.span.article:
        if left.shift is not None and right.shift is not None:
            return _relate_stretches(_days_from_now(left.shift), _days_from_now(right.shift))
        if left.value == right.value and not left.value.endswith("_REF") and any(map(str.isdigit, left.value)):
            return Relation.EQUAL
    if OPEN_YEAR.match(left.value) or OPEN_YEAR.match(right.value):
        return _relate_open_years(left, right)
    return Relation.COMPATIBLE


def _relate_open_years(left: TimeInterval, right: TimeInterval) -> Relation:
    """At least one names a month or a day of it without a year: a conflict only where no year makes them meet."""
    if (
        left.start is None
        and right.start is None
        and not (OPEN_YEAR.match(left.value) and OPEN_YEAR.match(right.value))
    ):
        return Relation.COMPATIBLE
    years = {moment.year for time in (left, right) for stretch in time.stretches for moment in stretch} or {2000}
    mine, theirs = _in_years(left, years), _in_years(right, years)
    if not mine or not theirs or any(_overlap(here, there) for here in mine for there in theirs):
        return Relation.COMPATIBLE
    return Relation.CONFLICT


def _in_years(time: TimeInterval, years: set[int]) -> list[tuple[datetime, datetime]]:
    """The stretches of a time, where its year is open those of the given years and their neighbours."""
    if time.stretches:
        return list(time.stretches)
    match = OPEN_YEAR.match(time.value)
    near = sorted({year + step for year in years for step in (-1, 0, 1)}) if match else []
    found = [stretch_of(f"{year:04d}-{match[1]}") for year in near if match]
    return [(stretch.start, stretch.end) for stretch in found if stretch is not None]


def _days_from_now(shift: tuple[int, int]) -> tuple[datetime, datetime]:
    now = datetime(2000, 1, 1)
    return now + timedelta(days=shift[0]), now + timedelta(days=shift[1])


def _relate_stretches(mine: tuple[datetime, datetime], theirs: tuple[datetime, datetime]) -> Relation:
    """Two stretches of the calendar, with no regard to how they were told."""
    if mine == theirs:
        return Relation.EQUAL
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return Relation.NARROWER
    if mine[0] <= theirs[0] and theirs[1] <= mine[1]:
        return Relation.BROADER
    return Relation.COMPATIBLE if _overlap(mine, theirs) else Relation.CONFLICT


def _overlap(
    mine: tuple[datetime, datetime], theirs: tuple[datetime, datetime], slack: timedelta = timedelta()
) -> bool:
    return mine[0] < theirs[1] + slack and theirs[0] < mine[1] + slack


def _relate_anchored(left: TimeInterval, right: TimeInterval) -> Relation:
    """At least one is a length tied to the article's date ("in the past week"): it says when, if only roughly."""
    relation = _relate_points(left, right)
    return Relation.WEAK_CONFLICT if relation is Relation.CONFLICT else relation


def _relate_durations(left: TimeInterval, right: TimeInterval) -> Relation:
    """Two lengths of time; months and years are as long as the shortest and the longest of them."""
    if (left.value, left.mod, left.most) == (right.value, right.mod, right.most):
        return Relation.EQUAL
    is_rounded = left.granularity != right.granularity
    mine, theirs = _days(left, is_rounded), _days(right, is_rounded)
    if mine is None or theirs is None:
        return Relation.COMPATIBLE
    if mine[1] < theirs[0] or theirs[1] < mine[0]:
        return Relation.CONFLICT
    if is_rounded or mine == theirs:
        return Relation.COMPATIBLE
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return Relation.NARROWER
    return Relation.BROADER if mine[0] <= theirs[0] and theirs[1] <= mine[1] else Relation.COMPATIBLE


def _days(duration: TimeInterval, is_rounded: bool) -> tuple[float, float] | None:
    """Least and most days of a duration, of a range from its lower to its upper end."""
    low = span_of_days(duration.value, duration.mod, is_rounded)
    high = span_of_days(duration.most, duration.mod, is_rounded) if duration.most else low
    return None if low is None or high is None else (min(low[0], high[0]), max(low[1], high[1]))


def _relate_sets(left: TimeInterval, right: TimeInterval) -> Relation:
    """Two rhythms: the same, or told too loosely to exclude each other ("every day" and "every Monday")."""
    same = (left.value, left.freq) == (right.value, right.freq)
    return Relation.EQUAL if same else Relation.COMPATIBLE
