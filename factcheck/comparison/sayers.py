"""Who said it: one statement in two mouths, told in other words.

Two people may well say the same. So the statement has to be alike in most of its words, each text has to give it to one
person only, and that person says it nowhere in the other text; or the other text has him say nothing.
"""

from collections.abc import Iterator
from itertools import product

from attrs import frozen

from factcheck.comparison.pairing import compare_speakers
from factcheck.comparison.retelling import Retelling, Side
from factcheck.comparison.rival_values import Rival
from factcheck.lexicon import words
from factcheck.model import Claim, Kind, MentionForm, Severity
from factcheck.span import Span

# How much of the shorter statement the other one tells, and the mass of it.
SHARE, MASS = 0.65, 0.9


@frozen(eq=False)
class Statement:
    """A claim on somebody's word.

    Attributes:
        claim: the claim.
        told: its content words, by their numbers.
    """

    claim: Claim
    told: frozenset[int]


def find_other_sayer(retelling: Retelling) -> Iterator[Rival]:
    """A statement that one text gives to one person, the other to another one."""
    mine, yours = _statements(retelling, retelling.left), _statements(retelling, retelling.right)
    alike = [(a, b) for a, b in product(mine, yours) if _are_alike(retelling, a, b)]
    if not alike or any(_speakers(retelling, a, b) != "different" for a, b in alike):
        return
    holders = [(a.claim.holder, b.claim.holder) for a, b in alike]
    if len({one.entity for one, _ in holders}) != 1 or len({other.entity for _, other in holders}) != 1:
        return
    left, right = (_name_of(retelling, holder.entity, holder.span) for holder in holders[0])
    if left is None or right is None:
        return
    if _is_silent_or_absent(retelling, alike[0][1].claim, retelling.left) or _is_silent_or_absent(
        retelling, alike[0][0].claim, retelling.right
    ):
        yield Kind.ATTRIBUTION, Severity.MEDIUM, left, right, (left.text, right.text)


def _speakers(retelling: Retelling, mine: Statement, yours: Statement) -> str:
    return compare_speakers(mine.claim.holder, yours.claim.holder, retelling.scene)


def _statements(retelling: Retelling, side: Side) -> list[Statement]:
    """The claims of a text that stand on the word of somebody who is known."""
    found = []
    for claim in side.claims:
        if claim.holder.is_outlet or claim.holder.is_anonymous or not claim.holder.entity:
            continue
        inside = range(*side.words.within(claim.span))
        found.append(Statement(claim, frozenset(i for i in side.content if i in inside)))
    return [statement for statement in found if statement.told]


def _are_alike(retelling: Retelling, mine: Statement, yours: Statement) -> bool:
    """Whether two statements tell most of each other, both denied or neither."""
    if mine.claim.is_negated != yours.claim.is_negated:
        return False
    pairs = [(i, near) for i, (j, near) in retelling.aligned.items() if i in mine.told and j in yours.told]
    mass = sum(retelling.left.weight(i) * near for i, near in pairs)
    here = sum(map(retelling.left.weight, mine.told))
    there = sum(map(retelling.right.weight, yours.told))
    return mass >= MASS and mass >= SHARE * max(0.1, min(here, there)) and mass >= SHARE * SHARE * max(here, there)


def _is_silent_or_absent(retelling: Retelling, claim: Claim, side: Side) -> bool:
    """Whether the one who holds a claim is not named in the other text, or says nothing in it."""
    known = retelling.scene.corpus.mentions
    told = [each for each in side.claims if _mentions(retelling, each, claim.holder.entity)]
    if not told:
        return not any(
            m.entity == claim.holder.entity and m.span.article == side.claims[0].article for m in known.values()
        )
    return any(_says_nothing(side, each) for each in told)


def _says_nothing(side: Side, claim: Claim) -> bool:
    """Whether a claim tells that somebody would not say anything."""
    tokens = side.words.tokens
    inside = range(*side.words.within(claim.span))
    negated = claim.is_negated or any(tokens[i].dep == "neg" for i in inside)
    declined = any(tokens[i].lemma.lower() in words("comparison", "refusals") for i in inside)
    return (negated or declined) and any(tokens[i].lemma.lower() in words("comparison", "commenting") for i in inside)


def _mentions(retelling: Retelling, claim: Claim, entity: str) -> bool:
    known = retelling.scene.corpus.mentions
    return any(known[each].entity == entity for each in claim.mentions if each in known)


def _name_of(retelling: Retelling, entity: str, place: Span | None) -> Span | None:
    """The holder as the text names him; by his name, where the words at hand are a pronoun."""
    if place is None:
        return None
    known = retelling.scene.corpus.mentions.values()
    named = [m for m in known if m.entity == entity and m.form is MentionForm.NAME and m.span.article == place.article]
    inside = [m.span for m in named if place.contains(m.span)]
    return min(inside or [m.span for m in named], default=None)
