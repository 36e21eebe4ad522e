"""Which way something went: "the price of coffee rose", "coffee was cheaper".

A trend has a sign, what it moves and, where the words say so, in what: in price or in number. Two trends exclude each
other where what they move is one, of one time, and no other trend of the text goes the other's way.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

from attrs import frozen

from factcheck.comparison.denial import denied_words
from factcheck.comparison.nearness import NEAR
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.times import are_disjoint
from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import load
from factcheck.model import Kind, Modality, Severity
from factcheck.span import Span
from factcheck.values.relation import Relation

OPEN = (Modality.POSSIBLE, Modality.CONDITIONAL, Modality.PLANNED)
SUBJECTS = ("nsubj", "nsubjpass")
THINGS = ("NOUN", "PROPN")
# Words in front of a verb among which its subject is looked for where the parse has none.
AHEAD = 4


@frozen
class Trend:
    """Something that went up or down.

    Attributes:
        index: the word that says so, by its number.
        is_up: which way.
        measure: in what: "price", "count", or "" where no word says so.
        head: what moves, by its number.
        theme: the content words of what moves.
        shown: the words.
    """

    index: int
    is_up: bool
    measure: str
    head: int
    theme: frozenset[int]
    shown: Span


def find_turned(retelling: Retelling) -> Iterator[Rival]:
    """A trend that the other text tells the other way round."""
    mine, yours = list(_trends(retelling.left)), list(_trends(retelling.right))
    pairs = [(a, b) for a, b in product(mine, yours) if _are_of_one_thing(retelling, a, b)]
    agreeing = [(a, b) for a, b in pairs if a.is_up == b.is_up]
    turned = [(a, b) for a, b in pairs if a.is_up != b.is_up]
    if not turned or any(a is here or b is there for a, b in turned for here, there in agreeing):
        return
    left, right = turned[0]
    yield Kind.EVENT, Severity.HIGH, left.shown, right.shown, (left.shown.text, right.shown.text)


def _are_of_one_thing(retelling: Retelling, mine: Trend, yours: Trend) -> bool:
    """Whether two trends are of one thing, in one measure, and at no two times."""
    if mine.measure and yours.measure and mine.measure != yours.measure:
        return False
    here, near = retelling.aligned.get(mine.head, (NOWHERE, 0.0))
    is_one_head = here == yours.head and (near > NEAR or mine.measure == yours.measure)
    is_one_theme = mine.measure == yours.measure != "" and any(
        retelling.aligned.get(i, (NOWHERE, 0.0))[0] in yours.theme for i in mine.theme
    )
    return (is_one_head or is_one_theme) and not _are_of_two_times(retelling, mine, yours)


def _are_of_two_times(retelling: Retelling, mine: Trend, yours: Trend) -> bool:
    """Whether the claims that hold two trends tell of times that cannot be one."""
    claims = (side.claim_at(each.shown) for side, each in ((retelling.left, mine), (retelling.right, yours)))
    here, there = ([time.value for time in claim.times if not time.of_saying] for claim in claims)
    return any(a.relation_to(b) is Relation.CONFLICT or are_disjoint(a.value, b.value) for a, b in product(here, there))


def _trends(side: Side) -> Iterator[Trend]:
    """What the words of one side say to have gone up or down, as a fact."""
    denied = denied_words(side)
    for index in range(len(side.words.tokens)):
        told = _told(side, index)
        if told is None or index in denied or side.claim_at(side.words.places[index]).modality in OPEN:
            continue
        is_up, measure = told
        thing = _moved(side, index)
        if thing == NOWHERE:
            continue
        measure, head = _measured(side, thing, measure)
        theme = {
            i for i in (head, *side.neighbours(head), *side.neighbours(thing)) if side.words.tokens[i].pos in THINGS
        }
        yield Trend(index, is_up, measure, head, frozenset(theme), _shown(side, thing, index))


def _told(side: Side, index: int) -> tuple[bool, str] | None:
    """Whether a word says that something went up or down, and in what."""
    token = side.words.tokens[index]
    if token.pos in ("VERB", "AUX"):
        way = _verbs().get(side.lemma(index))
        return None if way is None else (way, "")
    return _degrees().get(token.text.lower())


@cache
def _verbs() -> dict[str, bool]:
    """The verbs of going up and down, with whether it is up."""
    told = load("trends")
    return {verb: is_up for is_up, key in ((True, "up"), (False, "down")) for verb in told[key]}


@cache
def _degrees() -> dict[str, tuple[bool, str]]:
    """The words that compare, with whether they say more, and in what."""
    told = load("trends")["degrees"].items()
    return {word: (way == "up", measure) for measure, ways in told for way, each in ways.items() for word in each}


def _moved(side: Side, index: int) -> int:
    """The noun that goes up or down, by its number."""
    tokens, heads = side.words.tokens, side.words.heads
    token = tokens[index]
    if token.dep == "amod" and heads[index] >= 0 and tokens[heads[index]].pos in THINGS:
        return heads[index]
    verb = index if token.pos in ("VERB", "AUX") else heads[index]
    if verb < 0:
        return NOWHERE
    for deps in (("dobj",), SUBJECTS):  # "the ministry raised fees"
        if deps == ("dobj",) and token.pos not in ("VERB", "AUX"):
            continue
        found = [
            i for i, head in enumerate(heads) if head == verb and tokens[i].dep in deps and tokens[i].pos in THINGS
        ]
        if found and not _is_amount(side, found[0]):
            return found[0]
    ahead = [i for i in range(max(0, verb - AHEAD), verb) if tokens[i].pos in THINGS and tokens[i].dep == "pobj"]
    return ahead[-1] if ahead and tokens[verb].dep == "ROOT" else NOWHERE


def _is_amount(side: Side, index: int) -> bool:
    """Whether a word is the unit of an amount ("fell 4 percent")."""
    return any(each.value.span.overlaps(side.words.places[index]) for each in side.amounts)


def _measured(side: Side, thing: int, measure: str) -> tuple[str, int]:
    """In what something moves, and what: of "the price of coffee" coffee, in price."""
    tokens, heads = side.words.tokens, side.words.heads
    lemma = tokens[thing].lemma.lower()
    told = next((name for name, nouns in load("trends")["measures"].items() if lemma in nouns), None)
    if told is None:
        return measure, thing
    behind = [i for i, head in enumerate(heads) if head >= 0 and tokens[i].dep == "pobj" and heads[head] == thing]
    before = [i for i, head in enumerate(heads) if head == thing and tokens[i].dep == "compound"]
    return told, next(iter((*behind, *before)), thing)


def _shown(side: Side, thing: int, index: int) -> Span:
    """The words from what moves to the word that says so; that word alone where they are far apart."""
    first, last = min(thing, index), max(thing, index)
    last = max(last, side.phrasal.get(index, last))
    if last - first > 2 * AHEAD:
        return side.span(index)
    return side.words.slice(first, last + 1)
