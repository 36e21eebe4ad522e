"""What is left: another action in the same sentence, and one claim saying more than the other."""

from factcheck.comparison.additions import find_addition
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.remainder import find_remainder
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.verdict import LIKELY, POSSIBLE, WEAK, Verdict, exchanged
from factcheck.comparison.wording import Change, content
from factcheck.lexicon.senses import are_near
from factcheck.model import Difference, Kind, Severity
from factcheck.span import Span

THINGS = ("NOUN", "PROPN", "ADJ", "NUM")
PHRASE = 4  # content words; what is longer is a clause put in other words
# Content lemmas that two claims share before one adds to the other, and the share of the shorter one's.
CORE_TERMS = 2
CORE_SHARE = 0.25
# Probability of one fact from which one claim may add to the other, and from which it needs no core in words and what
# is left over of two rewordings is kept. Of the sentence pairs that are told for what is left over 15 of 38 are
# refinements to an editor, from 0.8 on 42 of 79; of those that are told below, 22 of 92 were. Of what hangs on a deed
# that both tell of every other one stood, of the rest one in six: it is WEAK.
LIKE, ALIKE = 0.4, 0.6


def compare_events(pairing: Pairing) -> list[Verdict]:
    """Another action or outcome in the same place of the sentence.

    Opposites conflict. One noun or adjective exchanged for another of another sense, in a sentence that is otherwise
    the same, was changed on purpose or by mistake; where more is changed, the sentence was put in other words, and
    verbs have too many near ones to tell. What one article prints twice in other words is told as a detail.
    """
    exchanges = [(each, _sense(each)) for each in pairing.changes_of(Kind.EVENT) if _is_told(pairing, each)]
    is_only_one = sum(not _is_form(change) for change in pairing.changes_of(*Kind)) == 1
    found = []
    for change, sense in exchanges:
        if sense is Sense.OPPOSITE:
            found.append(exchanged(Kind.EVENT, change, Severity.HIGH, LIKELY))
        elif sense is Sense.OTHER and is_only_one and not pairing.is_within:
            found.append(exchanged(Kind.EVENT, change, Severity.MEDIUM, POSSIBLE))
        elif pairing.is_within and is_only_one:
            left, right = change.left_span, change.right_span
            found.append(Verdict(Kind.DETAIL, Difference.REFINEMENT, Severity.LOW, left, right, LIKELY))
    return found


def _is_told(pairing: Pairing, change: Change) -> bool:
    """Whether a change is in what some claim says, and not only in where or to whom it was said ("told a briefing").

    Another verb is another deed: somebody "confirmed" or "denied" it.
    """
    scene = pairing.scene
    return any(token.pos == "VERB" for token in (*change.left, *change.right)) or any(
        any(claim.span.overlaps(span) for claim in scene.sentence_mates(side))
        for side, span in ((pairing.left, change.left_span), (pairing.right, change.right_span))
    )


def _is_form(change: Change) -> bool:
    """Whether a change only puts a word in another form: "pleaded", "pled"."""
    pairs = list(zip(change.left, change.right, strict=False))
    return len(change.left) == len(change.right) and all(relate(mine, yours) is Sense.SAME for mine, yours in pairs)


def _sense(change: Change) -> Sense:
    """How the words of a change stand to each other."""
    senses = {relate(mine, yours) for mine in change.left for yours in change.right}
    if Sense.OPPOSITE in senses:
        return Sense.OPPOSITE
    lefts, rights = content(change.left), content(change.right)
    are_things = max(len(lefts), len(rights)) <= PHRASE and all(token.pos in THINGS for token in (*lefts, *rights))
    others = {relate(mine, yours) for mine in lefts for yours in rights}
    return Sense.OTHER if are_things and others == {Sense.OTHER} else Sense.NEAR


def compare_detail(pairing: Pairing) -> list[Verdict]:
    """Claims with one core, of which one adds a time, an amount, a name, a reason or another thing."""
    scene = pairing.scene
    if pairing.is_within or scene.is_printed(pairing.left, pairing.right.article):
        return []  # nothing that the other article prints as well is more than it says
    if scene.is_printed(pairing.right, pairing.left.article) or not _share_core(pairing):
        return []
    if pairing.left.quotations and pairing.right.quotations:
        return _remainders(pairing)  # how much of a speech each quotes is its own choice
    sides = (pairing.left, pairing.right)
    found = [find_addition(pairing, claim, other) for claim, other in (sides, sides[::-1])]
    is_firm = any(each.is_firm for each in found if each)
    mine, yours = (each.span if each and each.is_firm == is_firm else None for each in found)
    if not mine and not yours:
        return _remainders(pairing)
    return _added(pairing, mine, yours, POSSIBLE if is_firm and _are_likely_one(pairing) else WEAK)


def _added(pairing: Pairing, mine: Span | None, yours: Span | None, score: float) -> list[Verdict]:
    """That one claim has some words more, or each of them has; nothing where neither has any."""
    added = tuple(each for each in (mine, yours) if each)
    left, right = mine or pairing.left.span, yours or pairing.right.span
    return [Verdict(Kind.DETAIL, Difference.REFINEMENT, Severity.LOW, left, right, score, added=added)] if added else []


def _remainders(pairing: Pairing) -> list[Verdict]:
    """What either claim has and the other has no word for, of two that are likely one fact, in other words."""
    if (pairing.likeness or 0.0) < ALIKE:
        return []
    sides = (pairing.left, pairing.right)
    mine, yours = (find_remainder(pairing, claim, other) for claim, other in (sides, sides[::-1]))
    return _added(pairing, mine, yours, WEAK)


def _are_likely_one(pairing: Pairing) -> bool:
    return pairing.likeness is None or pairing.likeness >= ALIKE


def _share_core(pairing: Pairing) -> bool:
    """Whether two claims say the same at heart: one deed and something else, or most of what the shorter one says."""
    if pairing.likeness is not None and pairing.likeness >= ALIKE:
        return True
    if (pairing.likeness is not None and pairing.likeness < LIKE) or len(pairing.shared_terms) < CORE_TERMS:
        return False
    left, right = pairing.left.predicate, pairing.right.predicate
    if left and right and are_near(left.lemma, right.lemma) and pairing.shared_participants:
        return True
    if sum(term.islower() for term in pairing.shared_terms) < CORE_TERMS:
        return False  # those who are named in both may be told of for any reason
    return len(pairing.shared_terms) >= CORE_SHARE * min(len(set(pairing.left.terms)), len(set(pairing.right.terms)))
