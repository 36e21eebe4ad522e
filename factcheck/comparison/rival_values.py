"""What a retelling has in the place of something else: another amount, time, name or thing.

In a retelling nothing but the rest of the sentence says that two values fill one slot. So a value counts as a rival of
another one only where the other article does not have it, and where each side has just one that is left over.
"""

from collections.abc import Callable, Iterator
from itertools import product

from factcheck.comparison.amounts import are_near_sums, severity_of
from factcheck.comparison.describing import describe_quantity
from factcheck.comparison.later import is_put_off
from factcheck.comparison.naming import are_apart, is_other_name
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.slots import fill_one_slot, own_names
from factcheck.comparison.times import are_disjoint
from factcheck.comparison.told import Side
from factcheck.lexicon import load, words
from factcheck.lexicon.senses import are_near
from factcheck.model import Kind, QuantityMention, Severity
from factcheck.span import Span
from factcheck.values.name_places import look_up
from factcheck.values.relation import Relation
from factcheck.values.time import TimeInterval

SETTLED = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING, Relation.NARROWER, Relation.BROADER)
Rival = tuple[Kind, Severity, Span, Span, tuple[str, ...]]


def _amounts(retelling: Retelling) -> Iterator[Rival]:
    """One amount on each side that the other article does not have, of things that are counted or measured alike."""
    lefts = unsettled(retelling, retelling.left, retelling.right)
    rights = unsettled(retelling, retelling.right, retelling.left)
    for mine in lefts:
        rivals = [each for each in rights if are_of_one_thing(mine, each) and _fill_one_measure(retelling, mine, each)]
        if len(rivals) == 1 and sum(are_of_one_thing(each, rivals[0]) for each in lefts) == 1:
            yours = rivals[0]
            if has_grown(retelling, mine, yours):
                continue
            values = (describe_quantity(mine.value), describe_quantity(yours.value))
            yield Kind.QUANTITY, severity_of(mine, yours), mine.value.span, yours.value.span, values


def unsettled(retelling: Retelling, side: Side, other: Side) -> list[QuantityMention]:
    """The amounts of one side that the other's article does not tell."""
    told = [each for claim in retelling.scene.claims_of(other.claims[0].article) for each in claim.quantities]
    return [each for each in side.amounts if not any(each.value.relation_to(there.value) in SETTLED for there in told)]


def are_of_one_thing(mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts that cannot both hold count or measure things of one name, or what befell people."""
    here, there = mine.value, yours.value
    if here.dimension != there.dimension or here.per != there.per:
        return False
    if here.relation_to(there) is Relation.CONFLICT:
        return here.dimension != "count" or bool(here.counted and there.counted) or here.state == there.state != ""
    if here.dimension != "count" or not (here.counted and there.counted) or _are_compatible(mine, yours):
        return False
    if here.state != there.state and here.state and there.state:
        return False
    return are_near(here.counted.lower(), there.counted.lower())


def has_grown(retelling: Retelling, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether the larger of two counts is told as what the number has risen to, so that it was smaller before."""
    if mine.value.dimension != "count":
        return False
    side, larger = (retelling.left, mine) if mine.value.low > yours.value.low else (retelling.right, yours)
    return any(side.lemma(i) in load("trends")["up"] for i in _governors(side, larger.value.span) if i >= 0)


def _are_compatible(mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether the bare numbers of two counts may both hold."""
    here, there = mine.value.hard, yours.value.hard
    return here.low <= there.high and there.low <= here.high


def _fill_one_measure(retelling: Retelling, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts hang on words that stand for each other: signed by eleven is not negotiated by twelve."""
    here, there = mine.value, yours.value
    if here.state and here.state == there.state:
        return True
    if here.dimension == "money" and are_near_sums(here, there):
        return True
    lefts, rights = _hangs_on(retelling.left, here.span), _hangs_on(retelling.right, there.span)
    if here.dimension == "count":  # what is counted is the same anyhow: what is said of it has to be
        return any(retelling.hang_together(i, j) for i, j in product(lefts, rights))
    if here.dimension == "money":  # a part and the whole of it are spent on one thing
        lefts, rights = _governors(retelling.left, here.span), _governors(retelling.right, there.span)
        return any(retelling.aligned.get(i, (-1, 0.0))[0] == j for i, j in product(lefts, rights))
    return any(retelling.is_anchored(i, j) for i, j in product(lefts, rights))


def _times(retelling: Retelling) -> Iterator[Rival]:
    """One day or hour on each side, that cannot be one."""
    pairs = [(mine.value, yours.value) for mine, yours in product(retelling.left.times, retelling.right.times)]
    if len(pairs) != 1:
        return
    ((mine, yours),) = pairs
    # "on Monday" and "on Thursday" are two days also where nobody knows the week.
    are_two = mine.relation_to(yours) is Relation.CONFLICT or are_disjoint(mine.value, yours.value)
    if (
        are_two
        and not are_said_alike(mine, yours)
        and is_exact(mine) == is_exact(yours)
        and _is_dated_alike(retelling, mine.span, yours.span)
        and not is_put_off(retelling.pairing(mine.span, yours.span), mine, yours)
    ):
        yield Kind.TIME, Severity.HIGH, mine.span, yours.span, (mine.value, yours.value)


def are_said_alike(mine: TimeInterval, yours: TimeInterval) -> bool:
    """Whether one time is put in words of the other: "on Monday", "Monday"; whoever reads them thinks of one day."""
    here, there = (
        frozenset(time.span.text.casefold().split()) - words("comparison", "time_binders") for time in (mine, yours)
    )
    return (here <= there or there <= here) and words("comparison", "shifts").isdisjoint(here | there)


def is_exact(time: TimeInterval) -> bool:
    """Whether a time names a day, and not a month or a year."""
    return len(time.value) >= len("2000-01-01")


def _is_dated_alike(retelling: Retelling, left: Span, right: Span) -> bool:
    """Whether two times hang on words that stand for each other, or that hang on such words themselves."""
    here = _hangs_on(retelling.left, left)
    there = _hangs_on(retelling.right, right)
    return any(retelling.is_anchored(i, j) for i in here for j in there)


def _hangs_on(side: Side, span: Span) -> set[int]:
    """The words outside some words that those hang on."""
    inside = set(range(*side.words.within(span)))
    return {i for index in inside for i in side.neighbours(index)} - inside


def _governors(side: Side, span: Span) -> set[int]:
    """The words outside some words that govern those."""
    inside = set(range(*side.words.within(span)))
    return {side.governor(index) for index in inside} - inside


def find_names(retelling: Retelling) -> Iterator[Rival]:
    """One name on each side that the other article does not have."""
    lefts, rights = (own_names(retelling, is_right=is_right) for is_right in (False, True))
    if len({retelling.left.words.slice(*run).text for run in lefts}) != 1:
        return
    if len({retelling.right.words.slice(*run).text for run in rights}) != 1:
        return
    mine, yours = retelling.left.words.slice(*lefts[0]), retelling.right.words.slice(*rights[0])
    are_places = look_up(mine.text) is not None and look_up(yours.text) is not None
    if not any(fill_one_slot(retelling, a, b, is_loose=are_places) for a, b in product(lefts, rights)):
        return
    if are_places and are_apart(mine.text, yours.text):
        yield Kind.PLACE, Severity.HIGH, mine, yours, (mine.text, yours.text)
    elif not are_places and is_other_name(mine.text, yours.text):
        yield Kind.NAME, Severity.HIGH, mine, yours, (mine.text, yours.text)


def _things(retelling: Retelling) -> Iterator[Rival]:
    """Another thing of which there is the same measure: "900 tonnes of rice", "900 tonnes of sugar"."""
    for mine in retelling.left.amounts:
        for yours in retelling.right.amounts:
            here, there = mine.value, yours.value
            if (
                here.dimension != there.dimension
                or here.dimension == "count"
                or (here.low, here.unit)
                != (
                    there.low,
                    there.unit,
                )
            ):
                continue
            left, right = _measured(retelling, mine, is_right=False), _measured(retelling, yours, is_right=True)
            if left and right and not are_near(*_lemmas(retelling, left, right)):
                yield Kind.EVENT, Severity.HIGH, left, right, (left.text, right.text)


def _lemmas(retelling: Retelling, left: Span, right: Span) -> tuple[str, str]:
    """The lemmas of a word of each side."""
    mine, yours = retelling.left.words, retelling.right.words
    return mine.tokens[mine.within(left)[0]].lemma.lower(), yours.tokens[yours.within(right)[0]].lemma.lower()


def _measured(retelling: Retelling, amount: QuantityMention, *, is_right: bool) -> Span | None:
    """The thing behind "of" that an amount measures, where the other sentence has nothing for it."""
    side = retelling.right if is_right else retelling.left
    last = side.words.within(amount.value.span)[1]
    tokens = side.words.tokens
    if last + 1 >= len(tokens) or tokens[last].lemma.lower() != "of" or tokens[last + 1].pos != "NOUN":
        return None
    return side.words.slice(last + 1, last + 2) if last + 1 in retelling.rest(is_right=is_right) else None


VALUES: tuple[Callable[[Retelling], Iterator[Rival]], ...] = (_amounts, _times, find_names, _things)
