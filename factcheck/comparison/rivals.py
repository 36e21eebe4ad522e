"""The one difference between two sentences that tell the same otherwise.

A rival of something counts only where everything else that can be held against each other agrees: two differences of
two kinds are two events.
"""

from collections.abc import Iterator
from itertools import product

from factcheck.comparison.nearness import liken
from factcheck.comparison.others import are_two_events
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import Retelling, Side
from factcheck.comparison.rival_deeds import DEEDS
from factcheck.comparison.rival_values import VALUES, Rival, is_exact
from factcheck.comparison.verdict import LIKELY, POSSIBLE, Verdict
from factcheck.lexicon import words
from factcheck.model import Difference, Kind
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
# How a verb is written that tells what is, or has been up to now.
ONGOING = ("VBZ", "VBP", "VBG")
LOOKS = (*VALUES, *DEEDS)


def find_rivals(retelling: Retelling) -> Iterator[tuple[Pairing, Verdict]]:
    """The one difference between two sentences that tell the same otherwise, with the claims that hold its words."""
    best, least = retelling.covered()
    if retelling.mass < MASS or best < FIRST_SHARE or least < FIRST_LESSER_SHARE:
        return
    found = [rival for look in LOOKS for rival in look(retelling) if is_told_alike(retelling, rival)]
    found = [rival for rival in found if not came_later(retelling, rival)]
    kinds = {SAME.get(rival[0], rival[0]) for rival in found}
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


def came_later(retelling: Retelling, rival: Rival) -> bool:
    """Whether one side tells how it still was, and the other what happened on a later day.

    "It has not erupted so far, they said on Tuesday" can stand beside "it erupted on Thursday".
    """
    if rival[0] not in (Kind.POLARITY, Kind.EVENT):
        return False
    days = [_days(side, span) for side, span in ((retelling.left, rival[2]), (retelling.right, rival[3]))]
    if not all(days):
        return False
    if max(days[0]) < min(days[1]):
        return _is_unfinished(retelling.left, rival[2])
    return max(days[1]) < min(days[0]) and _is_unfinished(retelling.right, rival[3])


def _days(side: Side, span: Span) -> set[str]:
    """The days in the sentence of some words, those on which it was said among them."""
    sentence = side.claim_at(span).sentence
    times = [each.value for claim in side.claims if claim.sentence == sentence for each in claim.times]
    return {time.value[: len("2000-01-01")] for time in times if is_exact(time) and time.value[0].isdigit()}


def _is_unfinished(side: Side, span: Span) -> bool:
    """Whether words tell of something that goes on, or that has not happened yet."""
    first, last = side.words.within(span)
    tokens = side.words.tokens
    near = {i for i in range(len(tokens)) if first <= side.words.heads[i] < last} | set(range(first, last))
    return any(tokens[i].tag in ONGOING or tokens[i].lemma.lower() in words("comparison", "still") for i in near)


def _has_other_scope(retelling: Retelling) -> bool:
    """Whether something else stands behind the same preposition: "in the capital", "in the country"."""
    mine, yours = retelling.left.words, retelling.right.words
    return any(
        mine.tokens[i].dep == yours.tokens[j].dep == "pobj"
        and mine.tokens[mine.heads[i]].lemma == yours.tokens[yours.heads[j]].lemma
        and liken(mine.tokens[mine.heads[mine.heads[i]]], yours.tokens[yours.heads[yours.heads[j]]]) > 0
        for i, j in product(retelling.rest(is_right=False), retelling.rest(is_right=True))
    )
