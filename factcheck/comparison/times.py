"""Times: of one event, and apart."""

import re
from collections.abc import Iterator, Sequence

from factcheck.comparison.pairing import SHARED_TERMS, Pairing
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.verdict import LIKELY, SURE, Verdict, exchanged
from factcheck.lexicon import load, words
from factcheck.model import Difference, Kind, Severity, TimeMention
from factcheck.tokens import Token
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval

MONTH_AND_DAY = re.compile(r"[\dX]{4}-\d\d(?:-\d\d)?")


def compare_times(pairing: Pairing) -> list[Verdict]:
    """Times of one event that cannot both be right.

    When somebody spoke is apart from when it happened; a time that nothing anchors is never in conflict; a weekday
    inside the week that the other gives is only more exact.
    """
    found = []
    for mine, yours in _times_in_one_slot(pairing):
        relation = _relation(mine.value, yours.value)
        is_exchanged = pairing.is_exchanged(mine.value.span, yours.value.span)
        if relation in (Relation.EQUAL, Relation.COMPATIBLE, Relation.INCOMPARABLE, Relation.ROUNDING):
            if not (is_exchanged and are_disjoint(mine.value.value, yours.value.value)):
                continue
            relation = Relation.CONFLICT
        is_conflict = relation is Relation.CONFLICT or (is_exchanged and relation is Relation.WEAK_CONFLICT)
        if is_conflict and not is_exchanged and Anchor.UNKNOWN in (mine.value.anchor, yours.value.anchor):
            continue
        found.append(
            Verdict(
                kind=Kind.TIME,
                relation=Difference.CONFLICT if is_conflict else Difference.REFINEMENT,
                severity=_time_severity(relation) if is_conflict else Severity.LOW,
                left=mine.value.span,
                right=yours.value.span,
                score=SURE if is_exchanged else LIKELY,
                values=(mine.value.value, yours.value.value),
                value_relation=relation,
            )
        )
    return found or _exchanged_days(pairing)


def _relation(mine: TimeInterval, yours: TimeInterval) -> Relation:
    """How two times stand to each other; where a year is inferred, the month and day that are named decide.

    "will come in May" is next May and "announced a visit on May 14" may be read as last May: both are one date.
    """
    relation = mine.relation_to(yours)
    if relation is not Relation.CONFLICT or Anchor.EXPLICIT is mine.anchor is yours.anchor:
        return relation
    if not (_is_month_and_day(mine) and _is_month_and_day(yours)):
        return relation
    left, right = mine.value[4:], yours.value[4:]
    if left == right:
        return Relation.EQUAL
    return Relation.BROADER if right.startswith(left) else Relation.NARROWER if left.startswith(right) else relation


def _is_month_and_day(time: TimeInterval) -> bool:
    """Whether it names a month, and maybe the day of it: "2024-05", "2024-05-14"."""
    return time.is_named and MONTH_AND_DAY.fullmatch(time.value) is not None


def are_disjoint(left: str, right: str) -> bool:
    """Whether two TIMEX3 values with open parts cannot name one day: "XXXX-WXX-2" and "XXXX-WXX-6"."""
    mine, yours = left.split("-"), right.split("-")
    if len(mine) != len(yours) or left[:1] == "P" or right[:1] == "P":
        return False
    fields = [(a, b) for a, b in zip(mine, yours, strict=True) if "X" not in a and "X" not in b]
    return len(left) == len(right) and any(a != b for a, b in fields)


def _exchanged_days(pairing: Pairing) -> list[Verdict]:
    """Days and months that stand for each other in near copies where no time was read."""
    found = []
    for change in pairing.changes_of(Kind.TIME):
        for key in ("weekdays", "months"):
            mine, yours = (_calendar(side, key) for side in (change.left, change.right))
            if mine and yours and mine != yours:
                found.append(exchanged(Kind.TIME, change, Severity.HIGH, SURE))
        if not found and any(relate(a, b) is Sense.OPPOSITE for a in change.left for b in change.right):
            found.append(exchanged(Kind.TIME, change, Severity.HIGH, LIKELY))  # "evening", "fourth", "last"
    return found


def _calendar(tokens: Sequence[Token], key: str) -> set[int]:
    """The days of the week or the months that some words name."""
    names = load("time")[key]
    return {names[t.text.lower()] for t in tokens if t.text.lower() in names}


def _times_in_one_slot(pairing: Pairing) -> Iterator[tuple[TimeMention, TimeMention]]:
    """Pairs of times that date the same: exchanged for one another, or under the same telling verb."""
    lefts, rights = pairing.times
    for mine in lefts:
        for yours in rights:
            if mine.of_saying != yours.of_saying:
                continue
            if pairing.is_exchanged(mine.value.span, yours.value.span) or (
                not pairing.is_near_copy and not mine.of_saying and _dates_one_event(pairing, mine, yours)
            ):
                yield mine, yours


def _dates_one_event(pairing: Pairing, mine: TimeMention, yours: TimeMention) -> bool:
    """Whether both date the shared predicate, and no other pair of times in the two claims agrees."""
    if mine.value.type not in ("DATE", "TIME") or yours.value.type not in ("DATE", "TIME"):
        return False
    if pairing.is_within or not mine.governor or mine.governor != yours.governor:
        return False
    if mine.governor in words("comparison", "light_verbs"):
        return False
    if not pairing.shares_agent or len(pairing.shared_terms) < SHARED_TERMS:
        return False
    return not any(
        _agrees(here.value, there.value)
        for here in pairing.left.times
        for there in pairing.right.times
        if (here, there) != (mine, yours)
    )


def _agrees(mine: TimeInterval, yours: TimeInterval) -> bool:
    """Whether two times are one, or one holds the other."""
    return mine.relation_to(yours) in (Relation.EQUAL, Relation.NARROWER, Relation.BROADER)


def _time_severity(relation: Relation) -> Severity:
    """One day apart is a slip of the calendar."""
    return Severity.LOW if relation is Relation.WEAK_CONFLICT else Severity.HIGH
