"""What may be a conflict: an amount, a denial or an opposite that does not fit, told of what need not be one event.

These findings stand below all others in score, and the report leaves them out unless it is asked for them: they are for
a reader who would rather look at two pairs in vain than miss one.
"""

from collections.abc import Iterator

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import DOUBTFUL, Verdict
from factcheck.lexicon.senses import are_opposite, are_synonyms
from factcheck.model import Claim, Difference, Kind, Modality, Severity
from factcheck.span import Span
from factcheck.values.relation import Relation

# Share of the shorter claim's content words that the other's sentence has before what is left can be in doubt.
ALIKE = 0.5
OPEN = (Modality.POSSIBLE, Modality.CONDITIONAL)
Doubt = tuple[Kind, Span, Span]


def compare_doubts(pairing: Pairing) -> list[Verdict]:
    """The first thing that does not fit between two claims that are mostly about the same."""
    if pairing.is_near_copy or pairing.is_within or pairing.speakers == "different" or not _is_alike(pairing):
        return []
    for doubts in (_amounts, _denials, _opposites):
        for kind, left, right in doubts(pairing):
            return [Verdict(kind, Difference.CONFLICT, Severity.LOW, left, right, DOUBTFUL)]
    return []


def _is_alike(pairing: Pairing) -> bool:
    """Whether most of what the shorter claim is about stands in the other's sentence."""
    mine, yours = set(pairing.left.terms), set(pairing.right.terms)
    shorter, other = (mine, pairing.right_words) if len(mine) <= len(yours) else (yours, pairing.left_words)
    known = {term.lower() for term in shorter} & (other.content | other.vocabulary)
    return bool(shorter) and len(known) >= ALIKE * len(shorter)


def _amounts(pairing: Pairing) -> Iterator[Doubt]:
    """Amounts of one dimension that cannot be one, none of which the other claim repeats."""
    lefts, rights = pairing.left.quantities, pairing.right.quantities
    if any(mine.value.relation_to(yours.value) is Relation.EQUAL for mine in lefts for yours in rights):
        return
    for mine in lefts:
        for yours in rights:
            if mine.value.relation_to(yours.value) is Relation.CONFLICT:
                yield Kind.QUANTITY, mine.value.span, yours.value.span


def _denials(pairing: Pairing) -> Iterator[Doubt]:
    """A deed that one side denies and the other, which denies nothing like it anywhere, does not."""
    left, right = pairing.left, pairing.right
    if left.is_negated == right.is_negated or not left.predicate or not right.predicate:
        return
    denied, said = (left, right) if left.is_negated else (right, left)
    if left.modality in OPEN or right.modality in OPEN or not are_synonyms(left.predicate.lemma, right.predicate.lemma):
        return
    if not any(_denies(each, denied) for each in pairing.scene.claims_of(said.article)):
        yield Kind.POLARITY, left.predicate.span, right.predicate.span


def _denies(claim: Claim, denied: Claim) -> bool:
    """Whether a claim denies a deed like that of another that is denied."""
    if not claim.is_negated or not claim.predicate or not denied.predicate:
        return False
    return are_synonyms(claim.predicate.lemma, denied.predicate.lemma)


def _opposites(pairing: Pairing) -> Iterator[Doubt]:
    """A deed, and its opposite done by the same one or to the same one."""
    left, right = pairing.left.predicate, pairing.right.predicate
    if not left or not right or pairing.left.is_negated != pairing.right.is_negated:
        return
    is_same = any(_heads(pairing.left, role) & _heads(pairing.right, role) for role in ("agent", "patient"))
    if is_same and are_opposite(left.lemma, right.lemma):
        yield Kind.EVENT, left.span, right.span


def _heads(claim: Claim, role: str) -> set[str]:
    """Who or what fills a role of a claim."""
    return {each.entity or each.head.casefold() for each in claim.arguments if each.role == role}
