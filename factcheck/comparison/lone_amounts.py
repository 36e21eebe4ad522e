"""The one amount of a sort that each of two claims of a fact has, and that the other's article does not know.

Where the matcher takes two claims for one fact, and each has a single sum, length or count of one thing, the two are of
one thing, in whatever words the rest is told: "released six aid workers", "the five employees landed in Berlin".
"""

from collections.abc import Iterator
from itertools import product

from factcheck.comparison.amounts import are_of_other_times, is_circumstance, severity_of
from factcheck.comparison.describing import describe_quantity
from factcheck.comparison.later import has_risen
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.lexicon.senses import are_synonyms
from factcheck.model import Claim, Difference, Kind, QuantityMention, Severity
from factcheck.values.relation import Relation

# Probability of one fact from which the amounts of two claims are of one thing.
LIKELY_ONE = 0.7
# The lesser as a share of the larger, from which two amounts under two verbs may be one.
NEAR = 0.5
TOLD = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING, Relation.NARROWER, Relation.BROADER)
# In one fact there may be people of several ages.
APART = ("age",)
# What changes from day to day as it is counted, whichever way.
SHARES = ("ratio",)


def compare_lone_amounts(pairing: Pairing) -> list[Verdict]:
    """One amount on each side that cannot both hold, of things of one name; a later and higher count is an update."""
    if pairing.is_within or pairing.is_near_copy or (pairing.likeness or 0.0) < LIKELY_ONE:
        return []
    if are_of_other_times(pairing):
        return []
    lefts, rights = (list(_own(pairing, *claims)) for claims in _both_ways(pairing))
    found = []
    for mine, yours in product(lefts, rights):
        if not _are_of_one_thing(mine, yours) or not _may_be_one(pairing, mine, yours):
            continue
        if mine.value.dimension == "count" and _are_told_of_two_hours(pairing):
            continue
        if sum(_are_of_one_thing(each, yours) for each in lefts) > 1:
            continue
        if sum(_are_of_one_thing(mine, each) for each in rights) > 1:
            continue
        is_update = has_risen(pairing, mine, yours)
        found.append(
            Verdict(
                Kind.QUANTITY,
                Difference.REFINEMENT if is_update else Difference.CONFLICT,
                Severity.LOW if is_update else severity_of(mine, yours),
                mine.value.span,
                yours.value.span,
                POSSIBLE,
                (describe_quantity(mine.value), describe_quantity(yours.value)),
                mine.value.relation_to(yours.value),
                mine.value.counted,
                is_update=is_update,
            )
        )
    return found


def _are_told_of_two_hours(pairing: Pairing) -> bool:
    """Whether two claims have times of one day that cannot be one, be it of the saying: by night there may be more."""
    return any(
        mine.value.relation_to(yours.value) is Relation.CONFLICT
        and mine.value.start is not None
        and yours.value.start is not None
        and mine.value.start.date() == yours.value.start.date()
        for mine in pairing.left.times
        for yours in pairing.right.times
    )


def _both_ways(pairing: Pairing) -> tuple[tuple[Claim, Claim], tuple[Claim, Claim]]:
    return (pairing.left, pairing.right), (pairing.right, pairing.left)


def _own(pairing: Pairing, claim: Claim, other: Claim) -> Iterator[QuantityMention]:
    """The exact amounts in the words of a claim that the other's article does not know."""
    scene = pairing.scene
    told = [each.value for claim in scene.claims_of(other.article) for each in claim.quantities]
    amounts = {each.value.span: each for mate in scene.sentence_mates(claim) for each in mate.quantities}
    for span in sorted(amounts):
        each = amounts[span]
        if not claim.span.contains(span) or each.value.is_vague or each.value.dimension in APART:
            continue
        if not is_circumstance(claim, each) and not any(each.value.relation_to(value) in TOLD for value in told):
            yield each


def _are_of_one_thing(mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts measure alike, and count things of one name."""
    here, there = mine.value, yours.value
    if here.dimension != there.dimension or here.per != there.per:
        return False
    if here.dimension != "count":
        return here.unit == there.unit
    return bool(here.counted and there.counted) and are_synonyms(here.counted.lower(), there.counted.lower())


def _may_be_one(pairing: Pairing, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts are near enough to be one, or one deed is told with both."""
    here, there = mine.value.hard, yours.value.hard
    if here.low <= there.high and there.low <= here.high:
        return False
    days = [pairing.scene.day_of(claim.article) for claim in (pairing.left, pairing.right)]
    if mine.value.dimension in SHARES and days[0] != days[1]:
        return False
    low, high = sorted((abs(mine.value.low), abs(yours.value.low)))
    return NEAR * high <= low or (pairing.shares_predicate and mine.governor == yours.governor)
