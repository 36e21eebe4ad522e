"""Times: of one event, and apart."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from factcheck.comparison.later import is_put_off
from factcheck.comparison.pairing import SHARED_TERMS, Pairing
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.verdict import LIKELY, SURE, Verdict, exchanged
from factcheck.lexicon import load, words
from factcheck.lexicon.senses import are_near
from factcheck.model import Claim, Difference, Kind, Severity, TimeMention
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval

# Probability of one fact from which a time inside the other's is the same one, and from which whatever is dated.
ALIKE, CERTAIN = 0.5, 0.8
# The same, from which two words for one deed are taken for it.
SURELY_ONE = 0.9
# Characters between a day and its hour (" at ").
BESIDE = 4
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-\d")
MONTH_AND_DAY = re.compile(r"[\dX]{4}-\d\d(?:-\d\d(?:T\w\w(?::\d\d)?)?)?")


def compare_times(pairing: Pairing) -> list[Verdict]:
    """Times of one event that cannot both be right.

    When somebody spoke is apart from when it happened; a time that nothing anchors is never in conflict; a weekday
    inside the week that the other gives is only more exact. What was planned for one day, and is told of another day by
    an article that came out later, is an update.
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
        is_open = pairing.is_agent_open or Anchor.UNKNOWN in (mine.value.anchor, yours.value.anchor)
        if is_conflict and not is_exchanged and is_open:
            continue
        is_update = is_conflict and not is_exchanged and is_put_off(pairing, mine.value, yours.value)
        differs = is_conflict and not is_update
        found.append(
            Verdict(
                kind=Kind.TIME,
                relation=Difference.CONFLICT if differs else Difference.REFINEMENT,
                severity=_time_severity(relation) if differs else Severity.LOW,
                left=mine.value.span if is_exchanged else _shown(pairing, pairing.left, mine),
                right=yours.value.span if is_exchanged else _shown(pairing, pairing.right, yours),
                score=SURE if is_exchanged else LIKELY,
                values=(mine.value.value, yours.value.value),
                value_relation=relation,
                is_update=is_update,
            )
        )
    return found or _exchanged_days(pairing) or _closer_times(pairing)


def _closer_times(pairing: Pairing) -> list[Verdict]:
    """A time inside the one that the other gives for the same: "Wednesday", "Wednesday morning"."""
    if pairing.is_near_copy or pairing.is_within or not pairing.shares_agent or not _are_alike(pairing):
        return []
    for is_saying in (False, True):
        pairs = list(product(*(_dating(pairing, claim, is_saying) for claim in (pairing.left, pairing.right))))
        told = {_relation(mine.value, yours.value): (mine, yours) for mine, yours in pairs}
        closer = told.keys() & {Relation.NARROWER, Relation.BROADER}
        if Relation.EQUAL not in told and len(closer) == 1:
            relation = closer.pop()
            mine, yours = told[relation]
            spans = (_shown(pairing, pairing.left, mine), _shown(pairing, pairing.right, yours))
            values = tuple(each.value.value for each in told[relation])
            return [Verdict(Kind.TIME, Difference.REFINEMENT, Severity.LOW, *spans, LIKELY, values, relation)]
    return []


def _are_alike(pairing: Pairing) -> bool:
    """Whether it is likely that both claims state one fact."""
    return pairing.likeness is None or pairing.likeness >= ALIKE


def _dating(pairing: Pairing, claim: Claim, is_saying: bool) -> list[TimeMention]:
    """The dates and hours at which a claim says that it happened, or was said, without those that hold another."""
    is_certain = (pairing.likeness or 0.0) >= CERTAIN
    found = [
        each
        for each in claim.times
        if each.value.type in ("DATE", "TIME")
        and any(map(str.isdigit, each.value.value))
        and each.of_saying == is_saying
        and (is_saying or is_certain or _is_dated(claim, each))
    ]
    return [each for each in found if not any(_holds(each, other) for other in found)]


def _holds(time: TimeMention, other: TimeMention) -> bool:
    """Whether another time is the same, told more exactly: "today at 11 a.m."."""
    is_beside = time.governor in (other.governor, *other.value.span.text.lower().split())
    return is_beside and time.value.relation_to(other.value) is Relation.BROADER


def _shown(pairing: Pairing, claim: Claim, time: TimeMention) -> Span:
    """A time with the day that it is an hour of, where that stands beside it: "June 28 at 2 p.m."."""
    place = time.value.span
    for each in claim.times:
        first, last = sorted((each.value.span, place))
        if _holds(each, time) and 0 <= last.start - first.end <= BESIDE:
            return pairing.scene.join(claim, (first, last))
    return place


def _is_dated(claim: Claim, time: TimeMention) -> bool:
    """Whether a time dates what the claim says at heart: "elected" what was "re-elected"."""
    return claim.predicate is not None and (claim.predicate.lemma.endswith(time.governor) or _is_only_put(claim, time))


def _is_only_put(claim: Claim, time: TimeMention) -> bool:
    """Whether a time hangs on a verb that says nothing itself: "make an announcement" is to announce."""
    if claim.predicate is None or claim.predicate.lemma == time.governor:
        return False
    return time.governor in words("comparison", "light_verbs")


def _are_put_alike(pairing: Pairing, mine: TimeMention, yours: TimeMention) -> bool:
    """Whether both times hang on a verb that says nothing beside one and the same deed."""
    left, right = pairing.left.predicate, pairing.right.predicate
    if left is None or right is None or left.lemma != right.lemma:
        return False
    return _is_only_put(pairing.left, mine) and _is_only_put(pairing.right, yours)


def _relation(mine: TimeInterval, yours: TimeInterval) -> Relation:
    """How two times stand to each other; where a year is inferred, the month and day that are named decide.

    "will come in May" is next May and "announced a visit on May 14" may be read as last May: both are one date. Whether
    "today" and "Tuesday" are one day may be open; two hours of what is one day are two.
    """
    relation = mine.relation_to(yours)
    day = mine.value[:10]
    if relation is Relation.WEAK_CONFLICT and DAY.fullmatch(day) and day == yours.value[:10]:
        return Relation.CONFLICT
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
    mine, yours = _fields(left, right), _fields(right, left)
    if [*map(len, mine)] != [*map(len, yours)] or left[:1] == "P" or right[:1] == "P":
        return False  # an hour, or a part of the day, is no other day
    return any(a != b for a, b in zip(mine, yours, strict=True) if "X" not in a and "X" not in b)


def _fields(value: str, other: str) -> list[str]:
    """The parts of a value; of a date only the day of the week, where the other one tells that."""
    if DAY.fullmatch(value) and WEEKDAY.fullmatch(other):
        return ["XXXX", "WXX", str(date.fromisoformat(value).isoweekday())]
    return value.split("-")


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
    if pairing.is_near_copy:
        lefts, rights = pairing.times
    else:
        lefts, rights = (_told(pairing, claim) for claim in (pairing.left, pairing.right))
    for mine in lefts:
        for yours in rights:
            if mine.of_saying != yours.of_saying:
                continue
            if pairing.is_exchanged(mine.value.span, yours.value.span) or (
                not mine.of_saying and _dates_one_event(pairing, mine, yours)
            ):
                yield mine, yours


def _dates_one_event(pairing: Pairing, mine: TimeMention, yours: TimeMention) -> bool:
    """Whether both date the shared predicate, and no other pair of times in the two claims agrees."""
    if mine.value.type not in ("DATE", "TIME") or yours.value.type not in ("DATE", "TIME"):
        return False
    if pairing.is_within or not mine.governor or not yours.governor:
        return False
    if mine.governor != yours.governor and not _are_put_nearly_alike(pairing, mine, yours):
        return False
    if mine.governor in words("comparison", "light_verbs") and not _are_put_alike(pairing, mine, yours):
        return False
    is_enough = len(pairing.shared_terms) >= SHARED_TERMS or _is_surely_dated(pairing, mine, yours)
    if not pairing.shares_agent or not is_enough:
        return False
    lefts, rights = (
        [each for each in times if not any(_holds(each, other) for other in times)]
        for times in (_told(pairing, pairing.left), _told(pairing, pairing.right))
    )
    if mine not in lefts or yours not in rights:
        return False
    return not any(
        _agrees(here.value, there.value) for here, there in product(lefts, rights) if (here, there) != (mine, yours)
    )


def _told(pairing: Pairing, claim: Claim) -> tuple[TimeMention, ...]:
    """The times of a claim, and where it surely is one fact those of its clauses: "the fire, which began on Friday"."""
    if (pairing.likeness or 0.0) < CERTAIN:
        return claim.times
    mates = pairing.scene.sentence_mates(claim)
    found = {each.value.span: each for mate in mates for each in mate.times if claim.span.contains(each.value.span)}
    return tuple(found[span] for span in sorted(found))


def _is_surely_dated(pairing: Pairing, mine: TimeMention, yours: TimeMention) -> bool:
    """Whether claims that surely are one fact date one deed by its very word, and somebody or something is in both."""
    is_one = (pairing.likeness or 0.0) >= CERTAIN
    return is_one and mine.governor == yours.governor and bool(pairing.shared_participants)


def _are_put_nearly_alike(pairing: Pairing, mine: TimeMention, yours: TimeMention) -> bool:
    """Whether claims that surely are one fact date their deeds, of one who is known, in two words for one deed."""
    left, right = pairing.left.predicate, pairing.right.predicate
    if left is None or right is None or (pairing.likeness or 0.0) < SURELY_ONE:
        return False
    if (left.lemma, right.lemma) != (mine.governor, yours.governor) or not are_near(left.lemma, right.lemma):
        return False
    agents = [{each.entity for each in c.arguments if each.role == "agent"} for c in (pairing.left, pairing.right)]
    return bool(agents[0] & agents[1] - {""})


def _agrees(mine: TimeInterval, yours: TimeInterval) -> bool:
    """Whether two times are one, or one holds the other."""
    return mine.relation_to(yours) in (Relation.EQUAL, Relation.NARROWER, Relation.BROADER)


def _time_severity(relation: Relation) -> Severity:
    """One day apart is a slip of the calendar."""
    return Severity.LOW if relation is Relation.WEAK_CONFLICT else Severity.HIGH
