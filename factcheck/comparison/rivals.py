"""The one difference between two sentences that tell the same otherwise.

A rival of something counts only where everything else that can be held against each other agrees: two differences of
two kinds are two events.
"""

from collections.abc import Iterator
from itertools import product

from attrs import evolve

from factcheck.comparison.amounts import is_allowed
from factcheck.comparison.later import came_later, has_risen
from factcheck.comparison.nearness import liken
from factcheck.comparison.others import are_two_events
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import Retelling
from factcheck.comparison.rival_deeds import DEEDS
from factcheck.comparison.rival_values import VALUES, Rival
from factcheck.comparison.verdict import LIKELY, POSSIBLE, Verdict
from factcheck.model import Difference, Kind, Severity
from factcheck.span import Span
from factcheck.values.relation import Relation

# What both sentences must tell before a difference between them is one: the mass of it, and the shares of the sentence
# that has less left over and of the one that has more.
MASS = 1.0
SHARE, LESSER_SHARE = 0.55, 0.4
# The same before the rivals are known and left out.
FIRST_SHARE, FIRST_LESSER_SHARE = 0.4, 0.25
# The share from which a difference is likely, and not only possible.
SURE_SHARE = 0.75
# Kinds that say the same as another: what was upheld here and overturned there is also denied there, and who beat
# somebody here lost there.
SAME = {Kind.POLARITY: Kind.EVENT, Kind.ROLE: Kind.EVENT}
LOOKS = (*VALUES, *DEEDS)


def find_rivals(retelling: Retelling) -> Iterator[tuple[Pairing, Verdict]]:
    """The one difference between two sentences that tell the same otherwise, with the claims that hold its words."""
    best, least = retelling.covered()
    if retelling.mass < MASS or best < FIRST_SHARE or least < FIRST_LESSER_SHARE:
        return
    found = [rival for look in LOOKS for rival in look(retelling) if is_told_alike(retelling, rival)]
    found = [rival for rival in found if not is_later(retelling, rival)]
    kinds = {SAME.get(rival[0], rival[0]) for rival in found}
    if len(kinds) != 1 or (Kind.QUANTITY in kinds and _has_other_scope(retelling)) or are_two_events(retelling):
        return
    for kind, severity, left, right, values in found:
        pairing = retelling.pairing(left, right)
        if kind is Kind.POLARITY and pairing.is_denied_by_both:
            continue
        if kind is Kind.QUANTITY and is_allowed(pairing.left) != is_allowed(pairing.right):
            continue
        score = LIKELY if min(retelling.covered(left, right)) >= SURE_SHARE else POSSIBLE
        verdict = Verdict(kind, Difference.CONFLICT, severity, left, right, score, values, Relation.CONFLICT)
        if kind is Kind.QUANTITY and _has_risen(retelling, pairing, left, right):
            verdict = evolve(verdict, relation=Difference.REFINEMENT, severity=Severity.LOW, is_update=True)
        yield pairing, verdict


def _has_risen(retelling: Retelling, pairing: Pairing, left: Span, right: Span) -> bool:
    """Whether the later article gives the larger of two amounts of something that is counted while it grows."""
    amounts = ({each.value.span: each for each in side.amounts} for side in (retelling.left, retelling.right))
    mine, yours = (known.get(span) for known, span in zip(amounts, (left, right), strict=True))
    return mine is not None and yours is not None and has_risen(pairing, mine, yours)


def is_told_alike(retelling: Retelling, rival: Rival) -> bool:
    """Whether both sentences tell enough of one thing, the rivals left out."""
    apart = () if rival[0] is Kind.ROLE else (rival[2], rival[3])  # who is exchanged is told by both
    best, least = retelling.covered(*apart)
    return retelling.mass >= MASS and best >= SHARE and least >= LESSER_SHARE


def is_later(retelling: Retelling, rival: Rival) -> bool:
    """Whether a rival only tells what became of something later on."""
    if rival[0] not in (Kind.POLARITY, Kind.EVENT):
        return False
    return came_later(retelling.pairing(rival[2], rival[3]), rival[2], rival[3])


def _has_other_scope(retelling: Retelling) -> bool:
    """Whether something else stands behind the same preposition: "in the capital", "in the country"."""
    mine, yours = retelling.left.words, retelling.right.words
    return any(
        mine.tokens[i].dep == yours.tokens[j].dep == "pobj"
        and mine.tokens[mine.heads[i]].lemma == yours.tokens[yours.heads[j]].lemma
        and liken(mine.tokens[mine.heads[mine.heads[i]]], yours.tokens[yours.heads[yours.heads[j]]]) > 0
        for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True))
    )
