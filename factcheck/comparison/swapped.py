"""Who did it and to whom it was done, exchanged: "Acton sues Brightwave", "Acton was sued by Brightwave".

A claim knows who "he" is, so deeds are read from claims, and from the words where a verb only says on whose word
something is told ("accused"). A verb may stand for a near one; one that tells the same from the other end ("lost to",
"beat") is turned round first.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product

from attrs import frozen

from factcheck.comparison.denial import denied_words
from factcheck.comparison.nearness import NEAR, nearness
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_values import Rival
from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import load, words
from factcheck.model import Claim, Kind, MentionForm, Severity
from factcheck.span import Span

ROLES = {"nsubj": "agent", "dobj": "patient", "nsubjpass": "patient"}


@frozen
class Party:
    """One of the two of a deed.

    Attributes:
        index: the word that stands for it, by its number.
        entity: who that is, or "".
    """

    index: int
    entity: str


@frozen
class Deed:
    """What one does to another.

    Attributes:
        verb: its verb, with its particle, as it is compared.
        index: the verb's number.
        did: who does it.
        undergone: to whom it is done.
    """

    verb: str
    index: int
    did: Party
    undergone: Party


def find_swaps(retelling: Retelling) -> Iterator[Rival]:
    """A deed that both tell, done here by the one and there by the other."""
    for mine, yours in _told_by_both(retelling):
        is_turned = _are_one(retelling, mine.did, yours.undergone) and _are_one(retelling, mine.undergone, yours.did)
        if is_turned and not _are_one(retelling, mine.did, yours.did):
            left, right = _shown(retelling.left, mine), _shown(retelling.right, yours)
            yield Kind.ROLE, Severity.HIGH, left, right, (left.text, right.text)
            return


def find_same(retelling: Retelling) -> set[tuple[int, int]]:
    """The verbs by which both tell that the one did it to the other: "beat him" is "lost to her"."""
    return {
        (mine.index, yours.index)
        for mine, yours in _told_by_both(retelling)
        if _are_one(retelling, mine.did, yours.did) and _are_one(retelling, mine.undergone, yours.undergone)
    }


def _told_by_both(retelling: Retelling) -> Iterator[tuple[Deed, Deed]]:
    """The deeds that are one by their verbs."""
    for mine, yours in product(_deeds(retelling.left), _deeds(retelling.right)):
        if mine.verb == yours.verb or nearness(mine.verb, yours.verb) >= NEAR:
            yield mine, yours


def _deeds(side: Side) -> Iterator[Deed]:
    """The deeds of one side that somebody does to somebody else, and that are told as done."""
    barred = words("comparison", "mutual") | words("comparison", "light_verbs")
    denied = denied_words(side)
    roles = _roles_of_words(side)
    entities: dict[int, str] = {}
    for claim in side.claims:
        index, found = _roles_of_claim(side, claim)
        entities |= {party.index: party.entity for party in found.values() if party.entity}
        roles[index] = {**roles.get(index, {}), **found}
    for index in sorted(roles):
        if index == NOWHERE or index in denied or side.claim_at(side.words.places[index]).modality.is_open:
            continue
        verb = side.lemma(index)
        parties = {role: Party(each.index, entities.get(each.index, "")) for role, each in roles[index].items()}
        if "agent" not in parties:
            continue
        verb, parties = _supported(side, index, verb, parties)
        for other, end, means, is_same_end in _converses():
            if verb == other and end in parties:
                both = (parties["agent"], parties[end]) if is_same_end else (parties[end], parties["agent"])
                yield Deed(means, index, *both)
        if "patient" in parties and verb not in barred:
            yield Deed(verb, index, parties["agent"], parties["patient"])


def _supported(side: Side, index: int, verb: str, parties: dict[str, Party]) -> tuple[str, dict[str, Party]]:
    """A verb with its parties; one that only serves a noun is turned into what is meant: "bring an action against"."""
    tokens, heads = side.words.tokens, side.words.heads
    for told in load("comparison")["support"]:
        if tokens[index].lemma.lower() not in told["verbs"]:
            continue
        done_to = parties.get("patient")
        for binder, token in enumerate(tokens[:-1]):
            if done_to is None or token.lemma.lower() != told["before"] or index not in _above(side, binder):
                continue
            behind = [i for i, head in enumerate(heads) if head == binder and tokens[i].dep == "pobj"]
            if tokens[behind[0] if behind else binder + 1].lemma.lower() in told["nouns"]:
                return told["means"], parties
            if behind and tokens[done_to.index].lemma.lower() in told["nouns"]:
                return told["means"], {**parties, "patient": Party(behind[0], _entity_at(side, behind[0]))}
    return verb, parties


def _above(side: Side, index: int) -> set[int]:
    """The words that a word hangs on, up to the main verb."""
    found: set[int] = set()
    while (index := side.words.heads[index]) >= 0 and index not in found:
        found.add(index)
    return found


def _entity_at(side: Side, index: int) -> str:
    """Who is meant by a word, as the claims have it, or ""."""
    place = side.words.places[index]
    return next(
        (each.entity for c in side.claims for each in c.arguments if each.entity and each.span.contains(place)), ""
    )


def _roles_of_words(side: Side) -> dict[int, dict[str, Party]]:
    """Who does what to whom, as the words are bound."""
    found: dict[int, dict[str, Party]] = defaultdict(dict)
    tokens, heads = side.words.tokens, side.words.heads
    for index, token in enumerate(tokens):
        head = heads[index]
        if token.dep == "pobj" and head >= 0 and heads[head] >= 0:
            role = "agent" if tokens[head].dep == "agent" else tokens[head].lemma.lower()
            found[heads[head]].setdefault(role, Party(index, ""))
        elif head >= 0 and token.dep in ROLES:
            found[head][ROLES[token.dep]] = Party(index, "")
        elif token.dep == "acl" and token.tag == "VBN" and head >= 0:
            found[index].setdefault("patient", Party(head, ""))  # "Veyron, beaten by Olmo"
    return {index: roles for index, roles in found.items() if tokens[index].pos == "VERB"}


def _roles_of_claim(side: Side, claim: Claim) -> tuple[int, dict[str, Party]]:
    """The verb of a claim, and who fills a role that has just one."""
    if claim.predicate is None:
        return NOWHERE, {}
    first = side.words.within(claim.predicate.span)[0]
    if first >= len(side.words.tokens) or side.words.tokens[first].lemma.lower() != claim.predicate.lemma.lower():
        return NOWHERE, {}
    roles = [each.role for each in claim.arguments]
    filled = {
        each.role: Party(_head(side, each.span), each.entity) for each in claim.arguments if roles.count(each.role) == 1
    }
    return first, {role: party for role, party in filled.items() if party.index != NOWHERE}


@cache
def _converses() -> tuple[tuple[str, str, str, bool], ...]:
    """Verbs that bind the other one by a preposition, with that, the plain verb, and whether the same one acts."""
    return tuple(
        (verb, preposition, told["means"], told["same_end"])
        for told in load("comparison")["converse"]
        for verb in told["verbs"]
        for preposition in told["before"]
    )


def _are_one(retelling: Retelling, left: Party, right: Party) -> bool:
    """Whether two parties are one: one entity, or words that stand for each other."""
    if left.entity and left.entity == right.entity:
        return True
    if _is_named(retelling, left) and _is_named(retelling, right):
        return False
    if not _names_of(retelling.left, left.index).isdisjoint(_names_of(retelling.right, right.index)):
        return True
    if retelling.aligned.get(left.index, (NOWHERE, 0.0))[0] in _called(retelling.right, right.index):
        return True
    return retelling.counterparts.get(right.index, NOWHERE) in _called(retelling.left, left.index)


def _names_of(side: Side, index: int) -> set[str]:
    """The names that stand in what somebody is called: "its competitor Brightwave"."""
    tokens = side.words.tokens
    return {tokens[i].text.casefold() for i in _called(side, index) if tokens[i].pos == "PROPN"}


def _called(side: Side, index: int) -> set[int]:
    """A word with the others of what somebody is called: "the jockey Ray Coll"."""
    tokens, heads = side.words.tokens, side.words.heads
    found = {i for i, head in enumerate(heads) if head == index and tokens[i].dep == "appos"}
    if tokens[index].pos == "PROPN":
        found |= {i for i, head in enumerate(heads) if head == index and tokens[i].dep == "compound"}
    return found | {index}


def _is_named(retelling: Retelling, party: Party) -> bool:
    """Whether it is known by name who it is."""
    known = retelling.scene.corpus.mentions.values()
    return bool(party.entity) and any(each.form is MentionForm.NAME and each.entity == party.entity for each in known)


def _head(side: Side, span: Span) -> int:
    """The word of some words that governs the others."""
    inside = range(*side.words.within(span))
    return next((i for i in inside if side.words.heads[i] not in inside), NOWHERE)


def _shown(side: Side, deed: Deed) -> Span:
    """The words from the first of the two and the verb to the last."""
    tokens, heads = side.words.tokens, side.words.heads
    parties = (deed.did.index, deed.undergone.index)
    names = {i for i, head in enumerate(heads) if head in parties and tokens[i].dep in ("compound", "appos")}
    places = {deed.index, *parties, *names}
    return side.words.slice(min(places), max(places) + 1)
