"""Dates, times of day, durations and sets as intervals, and how two of them stand to each other (TIMEX3)."""

from datetime import datetime
from enum import StrEnum

from attrs import frozen

from factcheck.span import Span
from factcheck.values.relation import Relation


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
        start: first moment, or None where no anchor is known or the expression names no stretch of the calendar.
        end: first moment after it; None together with `start`.
        granularity: "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season", "half", "year",
            "decade", "century"; for a duration the unit in which it is told.
        anchor: what it was resolved against.
        alternatives: other stretches (start, end) that the text leaves open, such as a bare weekday's next occurrence.
        span: the words.
    """

    type: str
    value: str
    start: datetime | None
    end: datetime | None
    granularity: str
    anchor: Anchor
    alternatives: tuple[tuple[datetime, datetime], ...]
    span: Span

    def relation_to(self, other: "TimeInterval") -> Relation:
        """How this time stands to another one (docs/values.md)."""
        raise NotImplementedError
