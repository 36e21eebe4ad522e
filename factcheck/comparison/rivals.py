"""What a retelling tells otherwise: one amount, day, name or outcome in the place of another.

In a retelling nothing but the rest of the sentence says that two values fill one slot. So a value counts as a rival of
another one only where the other article does not have it, where each side has just one that is left over, and where
everything else that can be held against each other agrees: two differences of two kinds are two events.
"""

from collections.abc import Callable, Iterator
from itertools import product

from factcheck.comparison.amounts import are_near_sums, severity_of
from factcheck.comparison.describing import describe_quantity
from factcheck.comparison.naming import are_apart, is_other_name
from factcheck.comparison.others import are_two_events
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import Retelling, Side, liken
from factcheck.comparison.scene import Words
from factcheck.comparison.slots import fill_one_slot, own_names
from factcheck.comparison.stance import firmness
from factcheck.comparison.times import are_disjoint
from factcheck.comparison.verdict import LIKELY, POSSIBLE, Verdict
from factcheck.comparison.wording import negations
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_directions, are_near, are_opposite
from factcheck.model import Difference, Kind, Modality, QuantityMention, Severity
from factcheck.span import Span
from factcheck.values.name_places import look_up
from factcheck.values.relation import Relation
from factcheck.values.time import TimeInterval

# What both sentences must tell before a difference between them is one: the mass of it, and the shares of the sentence
# that has less left over and of the one that has more.
MASS = 1.0
SHARE, LESSER_SHARE = 0.55, 0.4
# The same before the rivals are known and left out.
FIRST_SHARE, FIRST_LESSER_SHARE = 0.4, 0.25
# The share from which a difference is likely, and not only possible.
SURE_SHARE = 0.75
SETTLED = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING, Relation.NARROWER, Relation.BROADER)
OPEN = (Modality.POSSIBLE, Modality.CONDITIONAL)
Rival = tuple[Kind, Severity, Span, Span, tuple[str, ...]]


def find_rivals(retelling: Retelling) -> Iterator[tuple[Pairing, Verdict]]:
    """The one difference between two sentences that tell the same otherwise, with the claims that hold its words."""
    best, least = retelling.covered()
    if retelling.mass < MASS or best < FIRST_SHARE or least < FIRST_LESSER_SHARE:
        return
    found = [rival for look in LOOKS for rival in look(retelling) if is_told_alike(retelling, rival)]
    kinds = {rival[0] for rival in found}
    if len(kinds) != 1 or (Kind.QUANTITY in kinds and _has_other_scope(retelling)) or are_two_events(retelling):
        return
    for kind, severity, left, right, values in found:
        pairing = retelling.pairing(left, right)
        if kind is Kind.POLARITY and pairing.is_denied_by_both:
            continue
        score = LIKELY if min(retelling.covered(left, right)) >= SURE_SHARE else POSSIBLE
        yield pairing, Verdict(kind, Difference.CONFLICT, severity, left, right, score, values, Relation.CONFLICT)


def is_told_alike(retelling: Retelling, rival: Rival) -> bool:
    """Whether both sentences tell enough of one thing, the rivals left out."""
    apart = () if rival[0] is Kind.ROLE else (rival[2], rival[3])  # who is exchanged is told by both
    best, least = retelling.covered(*apart)
    return retelling.mass >= MASS and best >= SHARE and least >= LESSER_SHARE


def _amounts(retelling: Retelling) -> Iterator[Rival]:
    """One amount on each side that the other article does not have, of things that are counted or measured alike."""
    lefts = unsettled(retelling, retelling.left, retelling.right)
    rights = unsettled(retelling, retelling.right, retelling.left)
    for mine in lefts:
        rivals = [each for each in rights if are_of_one_thing(mine, each) and _fill_one_measure(retelling, mine, each)]
        if len(rivals) == 1 and sum(are_of_one_thing(each, rivals[0]) for each in lefts) == 1:
            yours = rivals[0]
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


def _has_other_scope(retelling: Retelling) -> bool:
    """Whether something else stands behind the same preposition: "in the capital", "in the country"."""
    mine, yours = retelling.left.words, retelling.right.words
    return any(
        mine.tokens[i].dep == yours.tokens[j].dep == "pobj"
        and mine.tokens[mine.heads[i]].lemma == yours.tokens[yours.heads[j]].lemma
        and liken(mine.tokens[mine.heads[mine.heads[i]]], yours.tokens[yours.heads[yours.heads[j]]]) > 0
        for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True))
    )


def _times(retelling: Retelling) -> Iterator[Rival]:
    """One day or hour on each side, that cannot be one."""
    pairs = [(mine.value, yours.value) for mine, yours in product(retelling.left.times, retelling.right.times)]
    if len(pairs) != 1:
        return
    ((mine, yours),) = pairs
    # "on Monday" and "on Thursday" are two days also where nobody knows the week.
    are_two = mine.relation_to(yours) is Relation.CONFLICT or are_disjoint(mine.value, yours.value)
    if are_two and is_exact(mine) == is_exact(yours) and _is_dated_alike(retelling, mine.span, yours.span):
        yield Kind.TIME, Severity.HIGH, mine.span, yours.span, (mine.value, yours.value)


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


def _names(retelling: Retelling) -> Iterator[Rival]:
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


def _opposites(retelling: Retelling) -> Iterator[Rival]:
    """A word that is left over on the one side, and its opposite that is left over on the other, of one thing."""
    mine, yours = retelling.left.words, retelling.right.words
    for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True)):
        here, there = mine.tokens[i].lemma.lower(), yours.tokens[j].lemma.lower()
        if not are_opposite(here, there) or here in yours.content or there in mine.content:
            continue
        is_bound = "prep" in (mine.tokens[i].dep, yours.tokens[j].dep)  # "as opposed to"
        if is_bound or not retelling.hang_together(i, j):
            continue
        are_things = mine.tokens[i].pos == yours.tokens[j].pos == "NOUN"  # a parent and a child may both be told of
        if are_things and not fill_one_slot(retelling, (i, i + 1), (j, j + 1)):
            continue
        if _is_asserted(retelling.left, i) and _is_asserted(retelling.right, j):
            left, right = mine.slice(i, i + 1), yours.slice(j, j + 1)
            kind = Kind.PLACE if are_directions(here, there) else Kind.EVENT
            yield kind, Severity.HIGH, left, right, (left.text, right.text)
            return


def _is_asserted(side: Side, index: int) -> bool:
    """Whether a word is neither denied nor only possible."""
    claim = side.claim_at(side.words.places[index])
    return not claim.is_negated and claim.modality not in OPEN


def _denials(retelling: Retelling) -> Iterator[Rival]:
    """What both tell, denied on one side."""
    if negations(retelling.left.words.tokens) == negations(retelling.right.words.tokens):
        return
    mine, yours = _denied(retelling.left), _denied(retelling.right)
    for i, j in common_words(retelling):
        if _is_given_up(retelling.left.words, i) or _is_given_up(retelling.right.words, j):
            continue  # "stops selling" is "will not sell"
        if (i in mine) == (j in yours) or not _are_as_firm(retelling, i, j):
            continue
        left = retelling.left.words.slice(min(i, mine.get(i, i)), max(i, mine.get(i, i)) + 1)
        right = retelling.right.words.slice(min(j, yours.get(j, j)), max(j, yours.get(j, j)) + 1)
        yield Kind.POLARITY, Severity.HIGH, left, right, (left.text, right.text)
        return


def common_words(retelling: Retelling) -> list[tuple[int, int]]:
    """The words that stand for each other, main verbs that say little among them where they are one."""
    mine, yours = (
        {t.lemma.lower(): i for i, t in enumerate(side.words.tokens) if t.pos == "VERB" and t.dep in ("ROOT", "ccomp")}
        for side in (retelling.left, retelling.right)
    )
    pairs = {(i, j) for i, (j, _) in retelling.aligned.items()}
    return sorted(pairs | {(mine[lemma], yours[lemma]) for lemma in mine.keys() & yours.keys()})


def _is_given_up(sentence: Words, index: int) -> bool:
    """Whether a word hangs on one that says that it is not done ("stop", "refuse")."""
    head = sentence.heads[index]
    return head >= 0 and sentence.tokens[head].lemma.lower() in words("comparison", "refusals") | words(
        "comparison", "endings"
    )


def _denied(side: Side) -> dict[int, int]:
    """The words that are denied, each with the word that denies it."""
    tokens, heads = side.words.tokens, side.words.heads
    found = {}
    for i, token in enumerate(tokens):
        denies = token.dep == "neg" or token.text.lower() in words("comparison", "negations")
        if denies and heads[i] >= 0 and heads[i] != i:
            found[heads[i]] = i
    return found


def _are_as_firm(retelling: Retelling, left: int, right: int) -> bool:
    """Whether the claims that hold two words put them alike: "may" and "may not" can both hold."""
    mine = retelling.left.claim_at(retelling.left.words.places[left])
    yours = retelling.right.claim_at(retelling.right.words.places[right])
    return firmness(mine) == firmness(yours) not in OPEN


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
            if left and right:
                yield Kind.EVENT, Severity.HIGH, left, right, (left.text, right.text)


def _measured(retelling: Retelling, amount: QuantityMention, *, is_right: bool) -> Span | None:
    """The thing behind "of" that an amount measures, where the other sentence has nothing for it."""
    side = retelling.right if is_right else retelling.left
    last = side.words.within(amount.value.span)[1]
    tokens = side.words.tokens
    if last + 1 >= len(tokens) or tokens[last].lemma.lower() != "of" or tokens[last + 1].pos != "NOUN":
        return None
    return side.words.slice(last + 1, last + 2) if last + 1 in retelling.rest(is_right=is_right) else None


def _sides(retelling: Retelling) -> Iterator[Rival]:
    """Who did it and to whom it was done, exchanged."""
    mine, yours = retelling.left.words, retelling.right.words
    for i, (j, _) in retelling.aligned.items():
        lemma = mine.tokens[i].lemma.lower()
        if mine.tokens[i].pos != "VERB" or lemma != yours.tokens[j].lemma.lower():
            continue
        did, was_done = _fillings(mine, i)
        other_did, other_was_done = _fillings(yours, j)
        if min(did, was_done, other_did, other_was_done) < 0 or lemma in words("comparison", "mutual"):
            continue
        exchanged = [retelling.aligned.get(each, (-1, 0.0))[0] for each in (did, was_done)]
        if exchanged == [other_was_done, other_did]:
            left, right = (
                words_.slice(min(places), max(places) + 1)
                for words_, places in ((mine, (i, did, was_done)), (yours, (j, other_did, other_was_done)))
            )
            yield Kind.ROLE, Severity.HIGH, left, right, (left.text, right.text)


def _fillings(sentence: Words, verb: int) -> tuple[int, int]:
    """Who does it and to whom it is done, -1 where that is not said."""
    did = was_done = -1
    for i, token in enumerate(sentence.tokens):
        head = sentence.heads[i]
        if head == verb and token.dep == "nsubj":
            did = i
        elif head == verb and token.dep in ("dobj", "nsubjpass"):
            was_done = i
        elif token.dep == "pobj" and head >= 0 and sentence.tokens[head].dep == "agent":
            did = i if sentence.heads[head] == verb else did
    return did, was_done


LOOKS: tuple[Callable[[Retelling], Iterator[Rival]], ...] = (
    _amounts,
    _times,
    _names,
    _opposites,
    _denials,
    _things,
    _sides,
)
