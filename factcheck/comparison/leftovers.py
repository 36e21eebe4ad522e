"""Two short texts as wholes: what is left over on each side where all the rest says that they tell of one event.

Outlets cut one matter into other sentences, so the sentence with a value often has no counterpart. Where two texts of a
few sentences tell most of each other, no sentence needs one: if of all amounts, times and names just one of a sort is
left over here and one there, and both cannot hold, that is the difference. Two differences of two sorts are two events.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from factcheck.comparison.amounts import severity_of
from factcheck.comparison.bodies import find_other_body
from factcheck.comparison.causes import find_other_cause
from factcheck.comparison.denial import denied_words
from factcheck.comparison.describing import describe_quantity
from factcheck.comparison.naming import are_apart, is_other_name
from factcheck.comparison.order import find_reversed
from factcheck.comparison.others import are_two_events
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.pending import find_pending
from factcheck.comparison.ranks import find_other_office
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_deeds import find_denials
from factcheck.comparison.rival_values import (
    SETTLED,
    Rival,
    are_of_one_thing,
    are_said_alike,
    find_names,
    has_grown,
    is_exact,
    unsettled,
)
from factcheck.comparison.rivals import LOOKS, SAME, is_later
from factcheck.comparison.sayers import find_other_sayer
from factcheck.comparison.slots import own_names
from factcheck.comparison.swapped import find_swaps
from factcheck.comparison.told import NOWHERE, Side
from factcheck.comparison.trends import find_turned
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.lexicon import words
from factcheck.model import Difference, Kind, Severity, TimeMention
from factcheck.values.relation import Relation

# What both texts must tell: the mass of it, and the shares of the one that has less left over and of the other. Reports
# of two events of one sort stay below 0.4.
MASS, SHARE, LESSER_SHARE = 2.5, 0.55, 0.48
# The same for what hangs on words that stand for each other, by the names and values that both texts have: other sides
# of one event have them too, so that what is only left over there says nothing.
TIED_MASS = 2.0
TIED_SHARES = {4: (0.45, 0.3), 3: (0.5, 0.4), 0: (SHARE, LESSER_SHARE)}
# Counts up to this one are told of anything.
SMALL_COUNT = 3
# The share of both before the rivals are known and left out.
LEAST = 0.22
# How near words are that are one, or of one family.
ONE_WORD = 0.9
# How a word may complete a verb, and how far from the main verb it may stand.
COMPLETING = ("dobj", "xcomp", "ccomp", "pobj", "pcomp")
NEAREST = 3


def find_leftovers(texts: Retelling) -> Iterator[tuple[Pairing, Verdict]]:
    """The one difference between two short texts, with the claims that hold its words."""
    if texts.mass < TIED_MASS or min(texts.covered()) < LEAST:
        return
    found = {(r[2], r[3]): r for look in (*OWN, *LOOKS) for r in look(texts) if _are_of_one_matter(texts, r)}
    found |= {(r[2], r[3]): r for look in TIED for r in look(texts) if _are_surely_of_one_matter(texts, r)}
    found = {places: rival for places, rival in found.items() if not is_later(texts, rival)}
    if len({SAME.get(rival[0], rival[0]) for rival in found.values()}) != 1 or are_two_events(texts, are_texts=True):
        return
    for kind, severity, left, right, values in found.values():
        verdict = Verdict(kind, Difference.CONFLICT, severity, left, right, POSSIBLE, values, Relation.CONFLICT)
        yield texts.pairing(left, right), verdict


def _are_of_one_matter(texts: Retelling, rival: Rival) -> bool:
    """Whether both texts tell enough of each other, the rivals left out."""
    apart = () if rival[0] is Kind.ROLE else (rival[2], rival[3])
    best, least = texts.covered(*apart)
    return texts.mass >= MASS and best >= SHARE and least >= LESSER_SHARE


def _are_surely_of_one_matter(texts: Retelling, rival: Rival) -> bool:
    """The same for rivals that are tied to one thing by themselves, left out where that leaves more."""
    share, lesser = next(TIED_SHARES[least] for least in TIED_SHARES if particulars(texts) >= least)
    if rival[0] is Kind.ATTRIBUTION:  # the statement itself is told by both
        lesser = min(TIED_SHARES.values())[1]
    shares = (texts.covered(), texts.covered(rival[2], rival[3]))
    return any(best >= share and least >= lesser for best, least in shares)


def particulars(texts: Retelling) -> int:
    """How many names and values two texts have in common, small counts and whatever stands twice left out."""
    mine, yours = (_names_in(side) for side in (texts.left, texts.right))
    values = [(a.value, b.value) for a, b in product(texts.left.amounts, texts.right.amounts)]
    amounts = {
        (here.low, here.unit)
        for here, there in values
        if here.relation_to(there) is Relation.EQUAL and (here.dimension != "count" or here.low > SMALL_COUNT)
    }
    times = {
        a.value.value
        for a, b in product(texts.left.times, texts.right.times)
        if a.value.relation_to(b.value) is Relation.EQUAL
    }
    return len(mine & yours) + len(amounts) + len(times)


def _names_in(side: Side) -> set[str]:
    """The last words of the names in a text."""
    tokens = side.words.tokens
    return {
        token.text.casefold()
        for i, token in enumerate(tokens)
        if token.pos == "PROPN"
        and token.ent not in ("DATE", "TIME")
        and (i + 1 == len(tokens) or tokens[i + 1].pos != "PROPN")
    }


def _amounts(texts: Retelling) -> Iterator[Rival]:
    """One amount on each side of one thing, or of one measure."""
    lefts, rights = unsettled(texts, texts.left, texts.right), unsettled(texts, texts.right, texts.left)
    rivals = [(mine, yours) for mine, yours in product(lefts, rights) if are_of_one_thing(mine, yours)]
    if len(rivals) != 1:
        return
    mine, yours = rivals[0]
    if has_grown(texts, mine, yours):
        return
    values = (describe_quantity(mine.value), describe_quantity(yours.value))
    yield Kind.QUANTITY, severity_of(mine, yours), mine.value.span, yours.value.span, values


def _times(texts: Retelling) -> Iterator[Rival]:
    """One time on each side that goes with none of the other's, as exact as the other."""
    lefts, rights = _open_times(texts.left, texts.right), _open_times(texts.right, texts.left)
    if len(lefts) != 1 or len(rights) != 1:
        return
    mine, yours = lefts[0].value, rights[0].value
    are_two = mine.relation_to(yours) is Relation.CONFLICT and not are_said_alike(mine, yours)
    if are_two and is_exact(mine) == is_exact(yours):
        yield Kind.TIME, Severity.HIGH, mine.span, yours.span, (mine.value, yours.value)


def _open_times(side: Side, other: Side) -> Sequence[TimeMention]:
    """The times of one text that go with none of the other's."""
    return [
        mine
        for mine in side.times
        if not any(
            mine.value.relation_to(yours.value) in SETTLED or are_said_alike(mine.value, yours.value)
            for yours in other.times
        )
    ]


def _names(texts: Retelling) -> Iterator[Rival]:
    """One name on each side that the other text does not have, either both of where it was or neither."""
    lefts, rights = (own_names(texts, is_right=is_right) for is_right in (False, True))
    if len(lefts) != 1 or len(rights) != 1:
        return
    is_where = _is_where(texts.left, lefts[0])
    if is_where != _is_where(texts.right, rights[0]):
        return
    mine, yours = texts.left.words.slice(*lefts[0]), texts.right.words.slice(*rights[0])
    if is_where and are_apart(mine.text, yours.text):
        yield Kind.PLACE, Severity.HIGH, mine, yours, (mine.text, yours.text)
    elif not is_where and is_other_name(mine.text, yours.text):
        yield Kind.NAME, Severity.HIGH, mine, yours, (mine.text, yours.text)


def _is_where(side: Side, name: tuple[int, int]) -> bool:
    """Whether a name stands behind a preposition of place."""
    tokens, heads = side.words.tokens, side.words.heads
    governors = {heads[i] for i in range(*name)} - set(range(*name))
    return any(tokens[i].lemma.lower() in words("comparison", "where") for i in governors if i >= 0)


def _refusals(texts: Retelling) -> Iterator[Rival]:
    """A deed, or what it is done to, that the one text tells of and the other calls off: "ban", "against a ban"."""
    mine, yours = denied_words(texts.left), denied_words(texts.right)
    for i, (j, near) in sorted(texts.aligned.items()):
        if (i in mine) == (j in yours) or near < ONE_WORD:
            continue
        deeds = [_deed_above(side, index) for side, index in ((texts.left, i), (texts.right, j))]
        if NOWHERE in deeds or not _are_decided(texts, *deeds) or not _are_of_one_object(texts, i, j):
            continue  # for the sale of the one, against that of the other
        left, right = (
            side.words.slice(min(deed, index), max(deed, index) + 1)
            for side, deed, index in ((texts.left, deeds[0], i), (texts.right, deeds[1], j))
        )
        yield Kind.POLARITY, Severity.HIGH, left, right, (left.text, right.text)
        return


def _are_of_one_object(texts: Retelling, left: int, right: int) -> bool:
    """Whether what two words are said of is one, or one of them does not say of what."""
    mine, yours = (_objects(side, index) for side, index in ((texts.left, left), (texts.right, right)))
    return not mine or not yours or any(texts.aligned.get(i, (NOWHERE, 0.0))[0] in yours for i in mine)


def _objects(side: Side, index: int) -> set[int]:
    """The nouns that complete a word, prepositions passed over."""
    tokens = side.words.tokens
    return {i for i in side.neighbours(index) if i > index and tokens[i].dep in ("dobj", "pobj") and i in side.content}


def _deed_above(side: Side, index: int) -> int:
    """The main verb that a word completes, NOWHERE if it stands further away."""
    tokens, heads = side.words.tokens, side.words.heads
    for _ in range(NEAREST):
        head = heads[index]
        if head == NOWHERE or (tokens[index].dep not in COMPLETING and tokens[index].pos != "ADP"):
            return NOWHERE
        if tokens[head].dep == "ROOT":
            return head
        index = head
    return NOWHERE


def _are_decided(texts: Retelling, left: int, right: int) -> bool:
    """Whether both main verbs tell of a decision: "voted to", "decided against"."""
    deciding = words("comparison", "deciding")
    return texts.left.lemma(left) in deciding and texts.right.lemma(right) in deciding


def _tolls(texts: Retelling) -> Iterator[Rival]:
    """How many it befell, and how old somebody is: such amounts are of one thing wherever they stand."""
    for rival in _amounts(texts):
        mine = next(each.value for each in texts.left.amounts if each.value.span == rival[2])
        yours = next(each.value for each in texts.right.amounts if each.value.span == rival[3])
        if mine.state == yours.state != "" or mine.dimension == "age":
            yield rival


def _denials_of_one(texts: Retelling) -> Iterator[Rival]:
    """What one speaker says in the one text and denies in the other."""
    for rival in find_denials(texts):
        if texts.pairing(rival[2], rival[3]).speakers == "same":
            yield rival


Look = Callable[[Retelling], Iterator[Rival]]
OWN: tuple[Look, ...] = (_amounts, _times, _names, _refusals)
TIED: tuple[Look, ...] = (
    _tolls,
    _denials_of_one,
    find_names,
    find_swaps,
    find_turned,
    find_reversed,
    find_other_cause,
    find_other_body,
    find_pending,
    find_other_sayer,
    find_other_office,
)
