"""What happened in the end: deeds that exclude each other, told of the same one in other sentences."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from attrs import frozen

from factcheck.comparison.pairing import PRONOUNS, SHARED_TERMS, Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.lexicon import load
from factcheck.model import Argument, Claim, Difference, Kind, Mention, MentionForm, Modality, Severity
from factcheck.span import Span

# A deed that is only planned, possible, alleged or conditional excludes nothing.
OPEN = (Modality.PLANNED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.ALLEGED)
PARTICLES = ("prt", "advmod")
RELATIVE = ("who", "whom")
# Probability of one fact from which somebody is one who is only called by a noun ("the man").
LIKELY_ONE = 0.6


@frozen
class Side:
    """One side of two that exclude each other.

    Attributes:
        contrary: number of the two in the lexicon.
        number: 0 or 1.
        of: role of the one that it happens to.
        verbs: what is done, each verb with its particle.
        is_once: whether it happens to somebody once in a story.
        follows: whether it may follow on the other side.
        goes_with: whether it is no contradiction of the other side, but what became of it.
    """

    contrary: int
    number: int
    of: str
    verbs: frozenset[str]
    is_once: bool
    follows: bool
    goes_with: bool


@cache
def _sides() -> tuple[Side, ...]:
    """The sides of all contraries of the lexicon."""
    return tuple(
        Side(
            contrary,
            number,
            side["of"],
            frozenset(side["verbs"]),
            told["once"],
            told.get("then") == number,
            told.get("both", False),
        )
        for contrary, told in enumerate(load("comparison")["contrary"])
        for number, side in enumerate(told["sides"])
    )


@cache
def _first_words() -> frozenset[str]:
    """The verbs of all sides without their particles."""
    return frozenset(verb.split()[0] for side in _sides() for verb in side.verbs)


def compare_outcomes(pairing: Pairing) -> list[Verdict]:
    """Won or lost, approved or rejected: two ends of one matter, told of the same one in claims of one event."""
    if pairing.is_near_copy or pairing.is_within:
        return []
    is_likely = (pairing.likeness or 0.0) >= LIKELY_ONE
    if not is_likely and len(pairing.shared_terms) < SHARED_TERMS:
        return []
    lefts, rights = (_outcomes(pairing.scene, claim, is_likely) for claim in (pairing.left, pairing.right))
    for mine, yours in product(lefts, rights):
        if mine[0] == yours[0] and _exclude(mine[1], yours[1]) and not mine[1].is_once:
            return _verdict(pairing, mine[1], yours[1])
    return []


def find_outcomes(claims: Sequence[Claim], scene: Scene) -> Iterator[tuple[Pairing, Verdict]]:
    """Fired or stepped down, convicted or acquitted: what happens to somebody once, in whatever facts it is told."""
    told: dict[str, list[tuple[Side, Claim]]] = defaultdict(list)
    for claim in claims:
        for whom, side in _outcomes(scene, claim):
            if side.is_once:
                told[whom].append((side, claim))
    for whom in sorted(told):
        for (here, mine), (there, yours) in product(told[whom], told[whom]):
            if scene.rank[mine.id] < scene.rank[yours.id] and _exclude(here, there):
                pairing = Pairing(mine, yours, scene)
                if not pairing.is_within and not _are_of_other_charges(pairing):
                    yield from ((pairing, verdict) for verdict in _verdict(pairing, here, there))


def _exclude(mine: Side, yours: Side) -> bool:
    return mine.contrary == yours.contrary and mine.number != yours.number


def _verdict(pairing: Pairing, mine: Side, yours: Side) -> list[Verdict]:
    """The conflict, unless two people dispute it; what a later article tells of what became of it is an update."""
    if pairing.speakers == "different":
        return []
    is_update = _is_later(pairing, is_right=yours.follows) if mine.follows or yours.follows else False
    if mine.goes_with and not is_update:
        return []
    left, right = _shown(pairing.scene, pairing.left), _shown(pairing.scene, pairing.right)
    relation = Difference.REFINEMENT if is_update else Difference.CONFLICT
    severity = Severity.MEDIUM if is_update else Severity.HIGH
    return [Verdict(Kind.EVENT, relation, severity, left, right, POSSIBLE, is_update=is_update)]


def _is_later(pairing: Pairing, *, is_right: bool) -> bool:
    """Whether the article of one claim came out after that of the other."""
    left, right = (pairing.scene.day_of(claim.article) for claim in (pairing.left, pairing.right))
    if left is None or right is None:
        return False
    return right > left if is_right else left > right


def _are_of_other_charges(pairing: Pairing) -> bool:
    """Whether both name what somebody was tried for, and it is not one thing: cleared of murder, jailed for theft."""
    mine, yours = (_charges(pairing.scene, claim) for claim in (pairing.left, pairing.right))
    return bool(mine and yours) and not mine & yours


def _charges(scene: Scene, claim: Claim) -> set[str]:
    """The words behind "of" and "for" in a claim."""
    told = scene.words_of(claim)
    inside = range(*told.within(claim.span))
    return {
        told.tokens[i].lemma.lower()
        for i in inside
        if told.tokens[i].dep == "pobj" and told.tokens[told.heads[i]].lemma.lower() in ("of", "for")
    }


def _outcomes(scene: Scene, claim: Claim, is_named_by_kind: bool = False) -> list[tuple[str, Side]]:
    """To whom a claim says that which side of a contrary happened, by a noun only where asked ("the man")."""
    if claim.predicate is None or claim.is_negated or claim.modality in OPEN:
        return []
    lemma = claim.predicate.lemma
    if lemma not in _first_words():
        return []
    deeds = {lemma, f"{lemma} {_particle(scene, claim)}"}
    sides = [side for side in _sides() if deeds & side.verbs]
    found = set()
    for side, each in product(sides, claim.arguments):
        whom = _meant(scene, claim, each) or (each.head.casefold() if is_named_by_kind else "")
        if each.role == side.of and whom not in ("", *PRONOUNS):
            found.add((whom, side))
    return sorted(found, key=lambda item: (item[0], item[1].contrary))


def _particle(scene: Scene, claim: Claim) -> str:
    """The particle of the verb of a claim ("down"), or ""."""
    if claim.predicate is None:
        return ""
    words = scene.words_of(claim)
    first, last = words.within(claim.predicate.span)
    return next((t.text.lower() for t in words.tokens[first + 1 : last + 1] if t.dep in PARTICLES), "")


def _shown(scene: Scene, claim: Claim) -> Span:
    """The verb as it stands, with its particle."""
    assert claim.predicate is not None
    words = scene.words_of(claim)
    first, last = words.within(claim.predicate.span)
    if 0 < last < len(words.tokens) and words.tokens[last].dep in PARTICLES and _particle(scene, claim):
        last += 1
    return words.slice(first, last) if first < last else claim.predicate.span


def _meant(scene: Scene, claim: Claim, argument: Argument) -> str:
    """The entity that an argument names; for "whom" the one that was named last in the sentence; "" if nobody known."""
    if argument.entity or argument.head.casefold() not in RELATIVE:
        return argument.entity
    before = [each for each in _names(scene, claim) if each.span.end <= argument.span.start]
    return max(before, key=lambda mention: mention.span).entity if before else ""


def _names(scene: Scene, claim: Claim) -> list[Mention]:
    """The names in the sentence of a claim."""
    known = scene.corpus.mentions
    mentions = (known[each] for mate in scene.sentence_mates(claim) for each in mate.mentions if each in known)
    return [each for each in mentions if each.form is MentionForm.NAME and each.entity]
