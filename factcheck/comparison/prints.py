"""Exact copies in large facts: what forty outlets print word for word is compared once and told of all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from factcheck.comparison.findings import Ruling
from factcheck.comparison.pairing import Pairing
from factcheck.model import Claim
from factcheck.span import Span


@frozen
class Print:
    """What two claims have in common that are prints of one: the words, where they stand, and what they were read as.

    Attributes:
        sentence: the words of the sentence.
        start: where the claim begins in it.
        text: the words of the claim.
        holder: who says it, as far as it is known.
        times: when each time in it begins: one sentence printed on two days may mean two Mondays.
    """

    sentence: str
    start: int
    text: str
    holder: str
    times: tuple[str, ...]

    @classmethod
    def of(cls, claim: Claim) -> "Print":
        """What decides whether another claim is a print of this one."""
        holder = "" if claim.holder.is_outlet else claim.holder.entity or claim.holder.name
        times = tuple(str(each.value.start) for each in claim.times)
        return cls(claim.sentence.text, claim.span.start - claim.sentence.start, claim.text, holder, times)


def once(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """The first pair of each two prints."""
    seen: set[tuple[Print, Print]] = set()
    for left, right in pairs:
        key = Print.of(left), Print.of(right)
        if key not in seen and key[::-1] not in seen:
            seen.add(key)
            yield left, right


def spread(rulings: Iterable[Ruling], claims: Iterable[Claim]) -> list[Ruling]:
    """The rulings, and the same on every other print of either side; whatever stands in other sentences is left alone.

    Args:
        rulings: what was found in pairs of different prints.
        claims: all claims of the fact.
    """
    copies: dict[Print, list[Claim]] = defaultdict(list)
    for claim in claims:
        copies[Print.of(claim)].append(claim)
    found: list[Ruling] = []
    for ruling in rulings:
        found += [ruling, *_on_copies(ruling, copies)]
    return found


def _on_copies(ruling: Ruling, copies: Mapping[Print, list[Claim]]) -> Iterator[Ruling]:
    """A ruling on each further print of its left side, then of its right side."""
    pairing, verdict = ruling.pairing, ruling.verdict
    for claim in copies.get(Print.of(pairing.left), ()):
        place = _moved(verdict.left, pairing.left, claim)
        if place and claim.article not in (pairing.left.article, pairing.right.article):
            moved = Pairing(claim, pairing.right, pairing.scene, pairing.likeness, pairing.fellows)
            yield evolve(ruling, pairing=moved, verdict=evolve(verdict, left=place))
    for claim in copies.get(Print.of(pairing.right), ()):
        place = _moved(verdict.right, pairing.right, claim)
        if place and claim.article not in (pairing.left.article, pairing.right.article):
            moved = Pairing(pairing.left, claim, pairing.scene, pairing.likeness, pairing.fellows)
            yield evolve(ruling, pairing=moved, verdict=evolve(verdict, right=place))


def _moved(span: Span, claim: Claim, other: Claim) -> Span | None:
    """Where some words of the sentence of a claim stand in that of another print of it."""
    if not claim.sentence.contains(span):
        return None
    step = other.sentence.start - claim.sentence.start
    return Span(other.article, span.start + step, span.end + step, span.text)
