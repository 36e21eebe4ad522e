"""Amounts: what a number asserts, what a reader expects of it, and how two amounts stand to each other."""

import math
from collections.abc import Callable
from enum import StrEnum

from attrs import evolve, frozen

from factcheck.span import Span
from factcheck.values.quantity_nouns import Likeness, compare_counted
from factcheck.values.quantity_units import COUNT, Unit, unit
from factcheck.values.relation import Relation

TOLERANCE = 1e-9  # relative; what converting to another unit and back may cost


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
    """An interval of numbers; `high` may be infinity.

    Attributes:
        low: the lower end.
        high: the upper end.
        opens_low: whether the lower end itself is shut out ("over 9,000").
        opens_high: whether the upper end itself is shut out ("just under 9,000").
    """

    low: float
    high: float
    opens_low: bool = False
    opens_high: bool = False

    def overlaps(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return self._begins_before_end(other) and other._begins_before_end(self)

    def contains(self, other: "Interval") -> bool:
        """Whether every number of `other` lies inside."""
        low = _less(self.low, other.low) or (_same(self.low, other.low) and (other.opens_low or not self.opens_low))
        high = _less(other.high, self.high) or (
            _same(self.high, other.high) and (other.opens_high or not self.opens_high)
        )
        return low and high

    def equals(self, other: "Interval") -> bool:
        """Whether both hold the same numbers, rounding errors of a conversion aside."""
        return self.contains(other) and other.contains(self)

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return _same(self.low, self.high)

    def _begins_before_end(self, other: "Interval") -> bool:
        if _same(self.low, other.high):
            return not (self.opens_low or other.opens_high)
        return self.low < other.high

    def __str__(self) -> str:
        if self.is_point:
            return f"{self.low:,.12g}"
        high = "infinity)" if math.isinf(self.high) else f"{self.high:,.12g}" + (")" if self.opens_high else "]")
        return f"{'(' if self.opens_low else '['}{self.low:,.12g}, {high}"


def _same(left: float, right: float) -> bool:
    return math.isclose(left, right, rel_tol=TOLERANCE, abs_tol=1e-12)


def _less(left: float, right: float) -> bool:
    return left < right and not _same(left, right)


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
        counted: lemma of the counted noun ("soldier"), or "" where none is said ("12 dead").
        concepts: lemmas of what is measured or counted, with its modifiers ("russian", "soldier").
        span: the words, hedges included ("just under 9,000").
        number: the words of the bare number ("9,000").
        per: what a rate is told for ("hour" in "40 dollars an hour", "square centimetre"), or "".
        state: what befell those who are counted: "dead", "injured", "missing", ... ("12 dead"), or "".
        is_vague: whether the words name no definite number ("several", "dozens").
        renderings: the same amount in other units, as the text itself gives it ("1,000-kilometre (621-mile)").
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
    per: str = ""
    state: str = ""
    is_vague: bool = False
    renderings: tuple["Quantity", ...] = ()

    @property
    def is_passage(self) -> bool:
        """Whether `low` and `high` are where a rise or a fall begins and ends: "rose from 45 to 60"."""
        moves = self.bound in (Bound.RISING, Bound.FALLING)
        return moves and self.low < self.high and self.span.text[:5].lower() == "from "

    def relation_to(self, other: "Quantity") -> Relation:
        """How this amount stands to another one (docs/values.md)."""
        pair = _in_one_unit(self, other)
        if pair is None:
            return Relation.INCOMPARABLE
        likeness = Likeness.SAME
        if self.state and other.state and self.state != other.state:
            return Relation.INCOMPARABLE
        if self.dimension == "count":
            likeness = compare_counted(self.counted, self.concepts, other.counted, other.concepts)
        if self.per != other.per:
            # "$36.45" may well be meant "a share"; two rates that both are told are no matter of comparison
            likeness = Likeness.OTHER if self.per and other.per else max(likeness, Likeness.PART)
        if likeness is Likeness.OTHER:
            return Relation.INCOMPARABLE
        relation = _relate(*pair)
        if likeness is Likeness.PART and (relation.is_conflict or relation is Relation.ROUNDING):
            return Relation.INCOMPARABLE  # a part may well be smaller than the whole
        return relation

    def moved(self, place: Callable[[Span], Span]) -> "Quantity":
        """The same quantity with `place` applied to every span, those of the renderings too."""
        renderings = tuple(other.moved(place) for other in self.renderings)
        return evolve(self, span=place(self.span), number=place(self.number), renderings=renderings)

    def converted(self, name: str) -> "Quantity":
        """The same amount in another unit of the same dimension.

        Raises:
            ValueError: where that is no unit of the dimension.
        """
        source, target = unit(self.unit), unit(name)
        if source is None or target is None or source.dimension != target.dimension:
            raise ValueError(f"{self.unit!r} cannot be converted into {name!r}")
        low, high = (target.from_base(source.to_base(end)) for end in (self.low, self.high))
        return evolve(
            self,
            unit=name,
            low=low,
            high=high,
            hard=_convert(self.hard, source, target),
            soft=_convert(self.soft, source, target),
        )


def _convert(interval: Interval, source: Unit, target: Unit) -> Interval:
    low, high = (target.from_base(source.to_base(end)) for end in (interval.low, interval.high))
    return Interval(low, high, interval.opens_low, interval.opens_high)


def _in_one_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two in one unit, by the renderings that agree best, or None where they measure different things."""
    forms = [(mine, theirs) for mine in (left, *left.renderings) for theirs in (right, *right.renderings)]
    for mine, theirs in forms:
        if mine.unit == theirs.unit and mine.dimension == theirs.dimension:
            return mine, theirs
    for mine, theirs in forms:
        source, target = unit(mine.unit), unit(theirs.unit)
        if source is None or target is None or source.dimension != target.dimension or COUNT in (source, target):
            continue
        name = min(mine.unit, theirs.unit)  # the same one from whichever side one looks
        return mine.converted(name), theirs.converted(name)
    return None


def _relate(left: Quantity, right: Quantity) -> Relation:
    """The relation of two amounts in one unit: the table of docs/values.md, first row that fits."""
    if left.dimension == "score":
        return Relation.EQUAL if left.hard.equals(right.hard) else Relation.CONFLICT
    if {left.bound, right.bound} == {Bound.RISING, Bound.FALLING}:
        return Relation.CONFLICT  # one rose by as much as the other fell: never the same
    if left.hard.equals(right.hard):
        return Relation.EQUAL
    if left.is_passage and right.is_passage:
        return _relate_ends(left, right)
    hard, soft = left.hard.overlaps(right.hard), left.soft.overlaps(right.soft)
    if not hard:
        return Relation.ROUNDING if soft else Relation.CONFLICT
    if not soft:
        return Relation.WEAK_CONFLICT
    inside, outside = right.soft.contains(left.soft), left.soft.contains(right.soft)
    if inside == outside:
        return Relation.COMPATIBLE
    return Relation.NARROWER if inside else Relation.BROADER


def _relate_ends(left: Quantity, right: Quantity) -> Relation:
    """The relation of two rises or falls: they begin and end alike, or differ; none lies inside the other."""
    mine, theirs = left.low - left.soft.low, right.low - right.soft.low  # how far the ends may be off
    for end, other in ((left.low, right.low), (left.high, right.high)):
        if not Interval(end - mine, end + mine).overlaps(Interval(other - theirs, other + theirs)):
            return Relation.CONFLICT
    return Relation.ROUNDING
