"""Amounts: the same thing counted or measured, and values that cannot both hold."""

from collections.abc import Iterator
from itertools import product

from factcheck.comparison.describing import describe_quantity
from factcheck.comparison.later import has_risen
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import DOUBTFUL, LIKELY, SURE, Verdict, exchanged
from factcheck.comparison.wording import Change, is_number
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_near
from factcheck.model import Claim, Difference, Kind, QuantityMention, Severity
from factcheck.tokens import Token
from factcheck.values import read_quantities
from factcheck.values.quantity import Bound, Quantity
from factcheck.values.relation import Relation

# A gap over this share of the larger amount is grave.
GRAVE_GAP = 0.10
# Digits that tell an amount from every other, and content lemmas that the claims share besides.
SLIP = 5
SLIP_TERMS = 2
# Content lemmas that two claims share before their amounts are held against each other.
SHARED_TERMS = 3
# Content lemmas that their sentences share where both count the dead, or the injured, of one fact.
SHARED_CONTEXT = 4
# Sums of one fact that are as near as this, as the share of the larger, are one sum in two sizes and not two sums.
NEAR_SUM = 0.8
# Words before and after an amount that tell what it is of.
BESIDE = 6
# Words behind an adjective in which the name of what it describes may stand ("town of Olvar").
NAME_BEHIND = 3
# An amount that stands in one of these relations to one of the other claim has its counterpart there.
SETTLED = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING)
BOUNDS = (Relation.NARROWER, Relation.BROADER)
ROUNDED = (Relation.COMPATIBLE, Relation.ROUNDING, *BOUNDS)
# Probability of one fact from which an amount near another one is the same.
ALIKE = 0.5
Amounts = tuple[QuantityMention, QuantityMention]


def compare_quantities(pairing: Pairing) -> list[Verdict]:
    """Same counted noun in the same role, amounts that cannot both hold.

    "About 9,000 soldiers" and "just under 9,000" are compatible; "9,000" and "12,000" are not; "several thousand" is
    only vaguer than both. A later and higher count of what keeps rising is an update.
    """
    found = []
    for mine, yours in _quantities_in_one_slot(pairing):
        relation = mine.value.relation_to(yours.value)
        change = _change_of(pairing, mine.value, yours.value)
        if change and _is_one_number(change):
            continue  # "between 10 and 20 million", "between 10 and 20,000,000"
        is_exchanged = pairing.is_exchanged(mine.value.number, yours.value.number)
        differs = relation is Relation.CONFLICT or (
            is_exchanged and not _is_hedged(change) and _is_other_number(mine.value, yours.value, relation)
        )
        if not differs and relation in (Relation.EQUAL, Relation.COMPATIBLE, Relation.INCOMPARABLE):
            continue
        is_update = (differs or relation in BOUNDS) and has_risen(pairing, mine, yours)
        is_conflict = differs and not is_update and not (is_exchanged and _has_other_scope(pairing))
        found.append(
            Verdict(
                kind=Kind.QUANTITY,
                relation=Difference.CONFLICT if is_conflict else Difference.REFINEMENT,
                severity=severity_of(mine, yours) if is_conflict else Severity.LOW,
                left=mine.value.span,
                right=yours.value.span,
                score=_score(mine.value, yours.value, is_exchanged=is_exchanged),
                values=(describe_quantity(mine.value), describe_quantity(yours.value)),
                value_relation=relation,
                topic=mine.value.counted,
                is_update=is_update,
            )
        )
    return found or _exchanged_numbers(pairing) or _rounded_amounts(pairing)


def _rounded_amounts(pairing: Pairing) -> list[Verdict]:
    """Amounts of which one is rounded, or only a bound: "$716 billion", "more than $700 billion"."""
    if pairing.is_near_copy or pairing.is_within or (pairing.likeness or 0.0) < ALIKE:
        return []
    lefts, rights = ([each for each in side if not each.value.is_vague] for side in pairing.quantities)
    pairs = {(mine, yours): mine.value.relation_to(yours.value) for mine, yours in product(lefts, rights)}
    told = {each for pair, relation in pairs.items() if relation is Relation.EQUAL for each in pair}
    return [
        Verdict(
            Kind.QUANTITY,
            Difference.REFINEMENT,
            Severity.LOW,
            mine.value.span,
            yours.value.span,
            DOUBTFUL if _is_only_blurred(mine.value, yours.value) else LIKELY,
            (describe_quantity(mine.value), describe_quantity(yours.value)),
            relation,
            mine.value.counted,
            is_update=relation in BOUNDS and has_risen(pairing, mine, yours),
        )
        for (mine, yours), relation in pairs.items()
        if relation in ROUNDED and not {mine, yours} & told
    ]


def _score(mine: Quantity, yours: Quantity, *, is_exchanged: bool) -> float:
    """How sure it is that two amounts differ in a way that anybody wants to know."""
    if _is_only_blurred(mine, yours):
        return DOUBTFUL
    return SURE if is_exchanged else LIKELY


def _is_only_blurred(mine: Quantity, yours: Quantity) -> bool:
    """Whether both name one number, and only one of them says that it is about so: "about 19", "19"."""
    is_one = (mine.low, mine.high) == (yours.low, yours.high)
    return is_one and Bound.ABOUT in (mine.bound, yours.bound) and Bound.EXACT in (mine.bound, yours.bound)


def _has_other_scope(pairing: Pairing) -> bool:
    """Whether a near copy also puts another word behind a preposition: "in the capital", "in the country"."""
    return any(
        _is_bound(pairing.left_words, change.edit.left[0])
        and _is_bound(pairing.right_words, change.edit.right[0])
        and not _is_of_one_name(pairing, change)
        for change in pairing.changes_of(Kind.EVENT, Kind.PLACE, Kind.NAME)
    )


def _is_of_one_name(pairing: Pairing, change: Change) -> bool:
    """Whether only what describes a place of one name is exchanged: "in the southern town of Olvar"."""
    if any(token.pos != "ADJ" for token in (*change.left, *change.right)):
        return False
    behind = (
        sentence.tokens[last : last + NAME_BEHIND]
        for sentence, last in ((pairing.left_words, change.edit.left[1]), (pairing.right_words, change.edit.right[1]))
    )
    mine, yours = ([token.text for token in side if token.pos == "PROPN"][:1] for side in behind)
    return bool(mine) and mine == yours


def _is_bound(sentence: Words, index: int) -> bool:
    """Whether a preposition stands before a token, an article between them or not."""
    before = [token.pos for token in sentence.tokens[max(0, index - 2) : index]]
    return before[-1:] == ["ADP"] or before == ["ADP", "DET"]


def _change_of(pairing: Pairing, mine: Quantity, yours: Quantity) -> Change | None:
    """The change between near copies that puts one amount in the place of the other."""
    changes = (change for change in pairing.changes_of(*Kind) if change.is_exchange)
    return next((c for c in changes if c.left_span.overlaps(mine.number) and c.right_span.overlaps(yours.number)), None)


def _is_one_number(change: Change) -> bool:
    """Whether a change only writes a number in another way: "4", "four"; "20 million", "20,000,000"."""
    lefts, rights = read_quantities(change.left_span.text), read_quantities(change.right_span.text)
    if len(lefts) != 1 or len(rights) != 1:
        return False
    return lefts[0].relation_to(rights[0]) is Relation.EQUAL


def _is_hedged(change: Change | None) -> bool:
    """Whether a change brings other words than numbers on one side: "100", "more than 95"."""
    if change is None:
        return False
    return all(map(is_number, change.left)) != all(map(is_number, change.right))


def _is_other_number(mine: Quantity, yours: Quantity, relation: Relation) -> bool:
    """Whether near copies put the same hedge before another number: "more than 100" and "more than 115".

    Both can hold, but one sentence cannot have been written with both.
    """
    if (mine.bound, mine.unit, mine.dimension) != (yours.bound, yours.unit, yours.dimension):
        return False
    if relation in (Relation.EQUAL, Relation.ROUNDING):
        return False
    return (mine.low, mine.high) != (yours.low, yours.high)


def _exchanged_numbers(pairing: Pairing) -> list[Verdict]:
    """Numbers that stand for each other in near copies and are no amounts: "No. 20" and "No. 28", "part 2"."""
    found = []
    for change in pairing.changes_of(Kind.QUANTITY):
        if len(change.left) != 1 or len(change.right) != 1 or pairing.are_measured(change.left_span, change.right_span):
            continue
        if _are_other_numbers(change.left[0], change.right[0]):
            found.append(exchanged(Kind.QUANTITY, change, Severity.MEDIUM, SURE))
    return found


def _are_other_numbers(left: Token, right: Token) -> bool:
    """Whether two words are two numbers in figures, two magnitudes ("millions"), or two ranks ("fourth")."""
    mine, yours = left.text.lower().replace(",", ""), right.text.lower().replace(",", "")
    if mine.isdigit() and yours.isdigit():
        return int(mine) != int(yours)
    magnitudes = words("comparison", "magnitudes")
    if left.lemma.lower() in magnitudes and right.lemma.lower() in magnitudes:
        return left.lemma.lower() != right.lemma.lower()
    are_ranks = left.ent == right.ent == "ORDINAL"
    return are_ranks and mine[0].isdigit() == yours[0].isdigit() and mine != yours


def _quantities_in_one_slot(pairing: Pairing) -> Iterator[tuple[QuantityMention, QuantityMention]]:
    """Pairs of amounts that fill the same slot; an amount that the other claim repeats has found its own."""
    lefts, rights = pairing.quantities
    settled_left, settled_right = set(), set()
    settling = (Relation.EQUAL,) if pairing.is_near_copy else SETTLED
    for i, mine in enumerate(lefts):
        for j, yours in enumerate(rights):
            if mine.value.relation_to(yours.value) in settling:
                settled_left.add(i)
                settled_right.add(j)
    open_left = [each for i, each in enumerate(lefts) if i not in settled_left]
    open_right = [each for j, each in enumerate(rights) if j not in settled_right]
    in_one_role = []
    for mine, yours in product(open_left, open_right):
        if pairing.is_exchanged(mine.value.number, yours.value.number):
            yield mine, yours
        elif _same_role(pairing, mine, yours):
            in_one_role.append((mine, yours))
    yield from _best_fitting(pairing, in_one_role)


def _best_fitting(pairing: Pairing, pairs: list[Amounts]) -> Iterator[Amounts]:
    """Of amounts that may be one, each with the other that fits it best: one of two sums is that of something else."""
    fits = {pair: _fit(pairing, *pair) for pair in pairs}
    for pair in pairs:
        if fits[pair] == max(fit for other, fit in fits.items() if pair[0] in other or pair[1] in other):
            yield pair


def _fit(pairing: Pairing, mine: QuantityMention, yours: QuantityMention) -> tuple[int, float, int]:
    """How many words stand beside both, how near the amounts are, and how early they come."""
    lefts, rights = _beside(pairing.left_words, mine), _beside(pairing.right_words, yours)
    low, high = sorted((abs(mine.value.low), abs(yours.value.low)))
    nearness = round(low / high, 1) if high else 1.0
    return len(lefts & rights), nearness, -mine.value.span.start - yours.value.span.start


def _beside(sentence: Words, amount: QuantityMention) -> set[str]:
    """The words that say something close to an amount."""
    first, last = sentence.within(amount.value.span)
    near = (*sentence.tokens[max(0, first - BESIDE) : first], *sentence.tokens[last : last + BESIDE])
    return {token.lemma.lower() for token in near} & sentence.content


def _same_role(pairing: Pairing, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether two amounts of one dimension measure the same thing in claims of one event."""
    if mine.value.dimension != yours.value.dimension or pairing.is_near_copy or pairing.is_within:
        return False
    circumstances = [is_circumstance(pairing.left, mine), is_circumstance(pairing.right, yours)]
    if circumstances[0] != circumstances[1] or (all(circumstances) and mine.value.dimension == "ratio"):
        return False  # "with 71 percent counted, she had 43", "with 94 percent counted, she had 44"
    if mine.value.dimension == "count" and is_allowed(pairing.left) != is_allowed(pairing.right):
        return False  # "was allowed to carry 180", "carried 212"
    if is_slip(mine.value, yours.value):
        return len(pairing.shared_terms) >= SLIP_TERMS
    if are_of_other_times(pairing):
        return False
    if mine.value.state and mine.value.state == yours.value.state:  # to die and to be killed leave people in one state
        return len(pairing.shared_context) >= SHARED_CONTEXT
    if mine.value.dimension == "money" and are_near_sums(mine.value, yours.value):
        return pairing.speakers == "same" or len(pairing.shared_terms) >= SHARED_TERMS
    if not pairing.shares_agent or len(pairing.shared_terms) < SHARED_TERMS:
        return False
    same_deed = bool(mine.governor and yours.governor) and are_near(mine.governor, yours.governor)
    if mine.value.dimension != "count":
        return same_deed and bool(
            set(mine.value.concepts) & set(yours.value.concepts) or mine.governor == yours.governor
        )
    if not mine.value.counted or mine.value.counted != yours.value.counted:
        return False
    return same_deed


def is_circumstance(claim: Claim, amount: QuantityMention) -> bool:
    """Whether an amount only tells how things stood when it happened: "with 71 percent of the votes counted"."""
    roles = {each.role for each in claim.arguments if each.span.contains(amount.value.span)}
    return bool(roles) and roles <= words("comparison", "circumstances")


def is_allowed(claim: Claim) -> bool:
    """Whether a claim tells what somebody may do, and not what he does."""
    return claim.predicate is not None and claim.predicate.lemma in words("comparison", "allowing")


def are_near_sums(mine: Quantity, yours: Quantity) -> bool:
    """Whether two exact sums are near each other."""
    low, high = sorted((abs(mine.low), abs(yours.low)))
    return mine.unit == yours.unit and NEAR_SUM * high <= low


def are_of_other_times(pairing: Pairing) -> bool:
    """Whether the two claims tell of different times, so that what they count may differ."""
    return any(
        mine.value.relation_to(yours.value) is Relation.CONFLICT
        for mine in pairing.left.times
        for yours in pairing.right.times
        if not mine.of_saying and not yours.of_saying
    )


def is_slip(mine: Quantity, yours: Quantity) -> bool:
    """Whether two exact amounts of many digits are the same but for one: a slip of the pen, no other amount."""
    left, right = (f"{each.low:.2f}".rstrip("0").rstrip(".") for each in (mine, yours))
    if mine.unit != yours.unit or len(left) != len(right) or min(len(left.strip("0")), len(right.strip("0"))) < SLIP:
        return False
    return sum(a != b for a, b in zip(left, right, strict=True)) == 1


def severity_of(mine: QuantityMention, yours: QuantityMention) -> Severity:
    """High for casualties and for wide gaps."""
    for each in (mine, yours):
        if each.value.counted in words("comparison", "casualties"):
            return Severity.HIGH
        if each.governor in words("comparison", "casualty_verbs"):
            return Severity.HIGH
    low, high = sorted((mine.value.low, yours.value.low))
    return Severity.HIGH if high and (high - low) / abs(high) > GRAVE_GAP else Severity.MEDIUM
