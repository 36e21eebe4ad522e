"""Amounts: what a number asserts, what a reader expects of it, and how two amounts stand to each other."""

import math
from enum import StrEnum

from attrs import frozen

from factcheck.span import Span
from factcheck.values.relation import Relation


class Bound(StrEnum):
    """What the words around a number do to it."""

    EXACT = "="
    ABOUT = "~"
    BELOW = "<"
    ABOVE = ">"
    RISING = "up"
    FALLING = "down"


@frozen
class Interval:
    """A closed interval of numbers; `high` may be infinity."""

    low: float
    high: float

    def overlaps(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def contains(self, other: "Interval") -> bool:
        """Whether every number of `other` lies inside."""
        return self.low <= other.low and other.high <= self.high

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return math.isclose(self.low, self.high)


@frozen
class Quantity:
    """An amount of something, as the text asserts it.

    Attributes:
        low: the lower number that the words name ("9,000" in "just under 9,000"), in `unit`.
        high: the upper one; equal to `low` unless the words name a range.
        hard: what is literally asserted, in `unit`.
        soft: what a reader expects, in the same unit.
        bound: whether the words say exactly, about, less, more, a rise or a fall.
        unit: canonical unit ("metre", "usd", "percent", ""), "" for plain counts.
        dimension: "length", "money", "duration", ...; "count" for plain counts.
        counted: lemma of the counted noun ("soldier"), or "".
        concepts: lemmas of what is measured or counted, with its modifiers ("russian", "soldier").
        span: the words, hedges included ("just under 9,000").
        number: the words of the bare number ("9,000").
    """

    low: float
    high: float
    hard: Interval
    soft: Interval
    bound: Bound
    unit: str
    dimension: str
    counted: str
    concepts: tuple[str, ...]
    span: Span
    number: Span

    def relation_to(self, other: "Quantity") -> Relation:
        """How this amount stands to another one (docs/values.md)."""
        raise NotImplementedError
