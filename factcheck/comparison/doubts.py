"""What may be a conflict: an amount, a denial, a deed or a speaker that does not fit, told of maybe one event.

These findings stand below all others in score, and the report leaves them out unless it is asked for them: they are for
a reader who would rather look at two pairs in vain than miss one.
"""

from collections.abc import Callable, Iterator
from itertools import product

from factcheck.comparison.denial import denied_words
from factcheck.comparison.naming import is_other_name
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_deeds import common_words
from factcheck.comparison.slots import own_names
from factcheck.comparison.stance import have_same_quotation
from factcheck.comparison.told import NOWHERE, Side
from factcheck.comparison.verdict import DOUBTFUL, Verdict
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_near, are_opposite, are_synonyms
from factcheck.lexicon.wordnet import family
from factcheck.model import Claim, Difference, Kind, MentionForm, Severity
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values import read_quantities
from factcheck.values.relation import Relation

# Share of the shorter sentence that the other tells before what is left can be in doubt.
ALIKE = 0.45
# Words from a deed to what is denied with it that are shown.
LONGEST = 8
# How near two words are that are one, or of one family.
ONE_WORD = 0.9
SETTLED = (Relation.EQUAL, Relation.COMPATIBLE, Relation.ROUNDING, Relation.NARROWER, Relation.BROADER)
COMPLEMENTS = ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep")
Doubt = tuple[Kind, Span, Span]


def find_doubts(retelling: Retelling) -> Iterator[tuple[Pairing, Verdict]]:
    """The first thing that does not fit between two sentences that are mostly about the same, and no near copies."""
    first = Pairing(retelling.left.claims[0], retelling.right.claims[0], retelling.scene)
    if first.is_near_copy or first.is_within:
        return
    is_alike = bool(retelling.mass) and max(retelling.covered()) >= ALIKE
    for look in LOOKS if is_alike else (_speakers,):
        for kind, left, right in look(retelling):
            pairing = retelling.pairing(left, right)
            if pairing.speakers != "different" and not pairing.is_denied_by_both:
                yield pairing, Verdict(kind, Difference.CONFLICT, Severity.LOW, left, right, DOUBTFUL)
                return


def _amounts(retelling: Retelling) -> Iterator[Doubt]:
    """Amounts of one dimension that cannot be one, none of which the other sentence repeats."""
    lefts, rights = retelling.left.amounts, retelling.right.amounts
    if any(a.value.relation_to(b.value) in SETTLED for a, b in product(lefts, rights)):
        return
    if own_names(retelling, is_right=False) and own_names(retelling, is_right=True):
        return  # each measures something else
    for mine, yours in product(lefts, rights):
        if mine.value.relation_to(yours.value) is Relation.CONFLICT:
            yield Kind.QUANTITY, mine.value.span, yours.value.span


def _counts(retelling: Retelling) -> Iterator[Doubt]:
    """Two numbers before one noun, neither of which the other sentence has."""
    mine, yours = retelling.left.words, retelling.right.words
    told = [{token.text.lower() for token in side.tokens if token.pos == "NUM"} for side in (mine, yours)]
    for i, (j, _) in sorted(retelling.aligned.items()):
        if not mine.tokens[i].pos == yours.tokens[j].pos == "NOUN":
            continue
        for a, b in product(_numbers(retelling.left, i), _numbers(retelling.right, j)):
            if _is_read(retelling.left, a) and _is_read(retelling.right, b):
                continue  # hedges and parts are known, and `_amounts` has seen them
            here, there = mine.tokens[a].text, yours.tokens[b].text
            if here.lower() not in told[1] and there.lower() not in told[0] and _are_two_numbers(here, there):
                yield Kind.QUANTITY, mine.slice(a, a + 1), yours.slice(b, b + 1)


def _is_read(side: Side, index: int) -> bool:
    """Whether a number is part of an amount of a claim."""
    return any(each.value.span.overlaps(side.words.places[index]) for each in side.amounts)


def _numbers(side: Side, noun: int) -> list[int]:
    """The numbers in front of a noun."""
    heads, tokens = side.words.heads, side.words.tokens
    return [i for i, token in enumerate(tokens) if heads[i] == noun and token.dep == "nummod"]


def _are_two_numbers(left: str, right: str) -> bool:
    """Whether two words are read as amounts that cannot be one."""
    mine, yours = read_quantities(left), read_quantities(right)
    return len(mine) == len(yours) == 1 and mine[0].relation_to(yours[0]) is Relation.CONFLICT


def _opposites(retelling: Retelling) -> Iterator[Doubt]:
    """A deed, and its opposite done by the same one or to the same one."""
    for mine, yours in product(retelling.left.claims, retelling.right.claims):
        if mine.predicate is None or yours.predicate is None:
            continue
        if mine.modality.is_open or yours.modality.is_open:
            continue
        if _is_denied(retelling.left, mine.predicate.span) != _is_denied(retelling.right, yours.predicate.span):
            continue  # "lost its majority", "failed to keep its majority"
        roles = [role for role in ("agent", "patient") if _heads(mine, role) and _heads(yours, role)]
        is_one = bool(roles) and all(_heads(mine, role) & _heads(yours, role) for role in roles)
        if is_one and are_opposite(mine.predicate.lemma, yours.predicate.lemma):
            yield Kind.EVENT, mine.predicate.span, yours.predicate.span


def _is_denied(side: Side, deed: Span) -> bool:
    """Whether a deed is denied, by a "not" or by what it hangs on."""
    return not denied_words(side).isdisjoint(range(*side.words.within(deed)))


def _heads(claim: Claim, role: str) -> set[str]:
    """Who or what fills a role of a claim."""
    return {each.entity or each.head.casefold() for each in claim.arguments if each.role == role}


def _part(claim: Claim, role: str) -> Span | None:
    """The words that fill a role of a claim."""
    return next((each.span for each in claim.arguments if each.role == role), None)


def _denials(retelling: Retelling) -> Iterator[Doubt]:
    """What both tell, denied on one side, and the main thing that the other says."""
    sides = (retelling.left, retelling.right)
    denied = [denied_words(side) for side in sides]
    for i, j in common_words(retelling):
        is_left = i in denied[0]
        if is_left == (j in denied[1]) or retelling.aligned.get(i, (j, 1.0))[1] < ONE_WORD:
            continue
        if any(map(_is_main, sides, (i, j))) and not _is_open(retelling, i, j):
            yield Kind.POLARITY, _with_deed(retelling.left, i), _with_deed(retelling.right, j)


def _with_deed(side: Side, index: int) -> Span:
    """A word, and all from the deed of its claim to it where that is short: "voted against the bridge"."""
    deed = side.claim_at(side.words.places[index]).predicate
    first, last = side.words.within(deed.span) if deed else (index, index + 1)
    first, last = min(first, index), max(last, index + 1)
    return side.words.slice(first, last) if last - first <= LONGEST else side.words.places[index]


def _is_main(side: Side, index: int) -> bool:
    """Whether a word is the main one of its sentence, or completes it."""
    token, head = side.words.tokens[index], side.words.heads[index]
    if token.dep == "ROOT":
        return True
    if head == NOWHERE:
        return False
    governor = side.words.tokens[head]
    if governor.lemma == "against":  # "voted against the bill"
        governor = side.words.tokens[max(side.words.heads[head], 0)]
    return governor.dep == "ROOT" and token.dep in (*COMPLEMENTS, "pobj")


def _is_open(retelling: Retelling, left: int, right: int) -> bool:
    """Whether one of two words stands in a claim that is only possible."""
    places = ((retelling.left, left), (retelling.right, right))
    return any(side.claim_at(side.words.places[index]).modality.is_open for side, index in places)


def _objects(retelling: Retelling) -> Iterator[Doubt]:
    """The same one does the same, and to another."""
    for mine, yours in product(retelling.left.claims, retelling.right.claims):
        if mine.predicate is None or yours.predicate is None or mine.is_negated != yours.is_negated:
            continue
        lemma = mine.predicate.lemma
        if lemma != yours.predicate.lemma or lemma in words("comparison", "light_verbs"):
            continue
        left, right = _part(mine, "patient"), _part(yours, "patient")
        is_one = _heads(mine, "agent") & _heads(yours, "agent")
        things = product(_heads(mine, "patient"), _heads(yours, "patient"))
        if left and right and is_one and not any(are_near(a, b) for a, b in things):
            yield Kind.EVENT, left, right


def _deeds(retelling: Retelling) -> Iterator[Doubt]:
    """Somebody does something to another, and of all this the other article tells everything but the deed."""
    for is_right, index, told in _untold(retelling):
        if not _is_done_to(retelling.right if is_right else retelling.left, index):
            continue
        there = _deed_of(retelling.left if is_right else retelling.right, told)
        yield _doubt(retelling, index, there, is_right=is_right)


def _subjects(retelling: Retelling) -> Iterator[Doubt]:
    """Something is said of one thing, and the other article tells everything but of what it is said."""
    for is_right, index, told in _untold(retelling):
        side, other = (retelling.right, retelling.left) if is_right else (retelling.left, retelling.right)
        if _is_subject(side, index):
            place = other.words.places[told[0]]
            yield _doubt(retelling, index, _part(other.claim_at(place), "agent") or place, is_right=is_right)


def _untold(retelling: Retelling) -> Iterator[tuple[bool, int, list[int]]]:
    """The only word of a sentence that the other article does not tell; with the other's words for those around it."""
    for is_right in (False, True):
        side, other = (retelling.right, retelling.left) if is_right else (retelling.left, retelling.right)
        rest = retelling.rest(is_right=is_right)
        if len(rest) != 1 or _is_told(retelling, side.words.tokens[rest[0]], other):
            continue
        known = retelling.counterparts if is_right else {i: j for i, (j, _) in retelling.aligned.items()}
        around = side.neighbours(rest[0])
        told = [known[i] for i in sorted(known, key=lambda i: (i not in around, i))]
        if told and not side.claim_at(side.words.places[rest[0]]).modality.is_open:
            yield is_right, rest[0], told


def _doubt(retelling: Retelling, index: int, there: Span, *, is_right: bool) -> Doubt:
    """The doubt that a word of one side and what the other side has make."""
    here = (retelling.right if is_right else retelling.left).words.slice(index, index + 1)
    return (Kind.EVENT, there, here) if is_right else (Kind.EVENT, here, there)


def _is_subject(side: Side, index: int) -> bool:
    """Whether a word is the noun that acts, or of which something is said."""
    token, head = side.words.tokens[index], side.words.heads[index]
    is_main = head != NOWHERE and side.words.tokens[head].dep == "ROOT"
    return (
        is_main and token.pos == "NOUN" and token.dep == "nsubj" and not _numbers(side, index)
    )  # "9 runners", "people"


def _titles(retelling: Retelling) -> Iterator[Doubt]:
    """One name with the title of a man and with that of a woman, and in neither sentence both."""
    mine, yours = retelling.left.words, retelling.right.words
    for i, (j, likeness) in sorted(retelling.aligned.items()):
        if likeness < 1.0 or not i or not j or not mine.tokens[i].pos == yours.tokens[j].pos == "PROPN":
            continue
        here, there = (side.tokens[k - 1].lemma.lower().rstrip(".") for side, k in ((mine, i), (yours, j)))
        if are_opposite(here, there) and here not in yours.vocabulary and there not in mine.vocabulary:
            yield Kind.NAME, mine.slice(i - 1, i + 1), yours.slice(j - 1, j + 1)


def _is_done_to(side: Side, index: int) -> bool:
    """Whether a word is the main verb, with a subject and an object."""
    token = side.words.tokens[index]
    parts = {t.dep for t, head in zip(side.words.tokens, side.words.heads, strict=True) if head == index}
    return token.pos == "VERB" and token.dep == "ROOT" and {"nsubj", "dobj"} <= parts


def _is_told(retelling: Retelling, word: Token, other: Side) -> bool:
    """Whether some word of the other article may stand for a word."""
    lemma = word.lemma.lower()
    told = (retelling.scene.words_of(claim).content for claim in retelling.scene.claims_of(other.claims[0].article))
    return any(are_synonyms(lemma, each) or family(lemma) == family(each) for content in told for each in content)


def _deed_of(side: Side, told: list[int]) -> Span:
    """What the claim says that holds the first of some words."""
    place = side.words.places[told[0]]
    claim = side.claim_at(place)
    return claim.predicate.span if claim.predicate else place


def _speakers(retelling: Retelling) -> Iterator[Doubt]:
    """The same words, which one article has from somebody and the other from one of another name, of whatever sort."""
    for mine, yours in product(retelling.left.claims, retelling.right.claims):
        left, right = mine.holder, yours.holder
        if left.span is None or right.span is None or not have_same_quotation(mine, yours):
            continue
        known = retelling.scene.corpus.mentions
        are_named = all(
            each.mention in known and known[each.mention].form is MentionForm.NAME for each in (left, right)
        )
        if are_named and left.entity != right.entity and is_other_name(left.name, right.name):
            yield Kind.ATTRIBUTION, left.span, right.span


LOOKS: tuple[Callable[[Retelling], Iterator[Doubt]], ...] = (
    _speakers,
    _amounts,
    _counts,
    _opposites,
    _denials,
    _titles,
    _deeds,
    _objects,
    _subjects,
)
