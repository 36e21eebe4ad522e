"""Exact copies in large facts: what forty outlets print word for word is compared once and told of all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import evolve, frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.verdict import Verdict
from factcheck.model import Claim
from factcheck.span import Span

# Exact copies that stand for all of them.
COPIES = 2


@frozen
class Verbatim:
    """What two claims that are prints of one to the letter have in common: words, their place, what they were read as.

    Stricter than `model.Print`, which folds quotation marks and blanks: a verdict is carried over by its offsets.

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
    def of(cls, claim: Claim) -> "Verbatim":
        """What decides whether another claim is a print of this one."""
        holder = "" if claim.holder.is_outlet else claim.holder.entity or claim.holder.name
        times = tuple(str(each.value.start) for each in claim.times)
        return cls(claim.sentence.text, claim.span.start - claim.sentence.start, claim.text, holder, times)


def first_copies(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims, of exact copies the first ones: one may stand in the article of what it is held against."""
    seen: Counter[Verbatim] = Counter()
    for claim in claims:
        key = Verbatim.of(claim)
        seen[key] += 1
        if seen[key] <= COPIES:
            yield claim


def once(pairs: Iterable[tuple[Claim, Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """The first pair of each two prints."""
    seen: set[tuple[Verbatim, Verbatim]] = set()
    for left, right in pairs:
        key = Verbatim.of(left), Verbatim.of(right)
        if key not in seen and key[::-1] not in seen:
            seen.add(key)
            yield left, right


def spread(rulings: Iterable[Ruling], claims: Iterable[Claim]) -> list[Ruling]:
    """The rulings, and the same on every other print of either side; whatever stands in other sentences is left alone.

    Args:
        rulings: what was found in pairs of different prints.
        claims: all claims of the fact.
    """
    copies: dict[Verbatim, list[Claim]] = defaultdict(list)
    for claim in claims:
        copies[Verbatim.of(claim)].append(claim)
    found: list[Ruling] = []
    for ruling in rulings:
        found += [ruling, *_on_copies(ruling, copies)]
    return found


def _on_copies(ruling: Ruling, copies: Mapping[Verbatim, list[Claim]]) -> Iterator[Ruling]:
    """A ruling on each further print of its left side, then of its right side."""
    pairing = ruling.pairing
    ends = (pairing.left, pairing.right)
    for own, is_left in ((pairing.left, True), (pairing.right, False)):
        for claim in copies.get(Verbatim.of(own), ()):
            verdict = _moved(ruling.verdict, own, claim, is_left=is_left)
            if verdict is None or claim.article in (ends[0].article, ends[1].article):
                continue
            left, right = (claim, ends[1]) if is_left else (ends[0], claim)
            moved = Pairing(left, right, pairing.scene, pairing.likeness, pairing.fellows)
            yield evolve(ruling, pairing=moved, verdict=verdict)


def _moved(verdict: Verdict, claim: Claim, other: Claim, *, is_left: bool) -> Verdict | None:
    """A verdict with what it says of one claim said of another print of it."""
    span = verdict.left if is_left else verdict.right
    if not claim.sentence.contains(span):
        return None
    step = other.sentence.start - claim.sentence.start

    def move(each: Span) -> Span:
        if not claim.sentence.contains(each):
            return each
        return Span(other.article, each.start + step, each.end + step, each.text)

    added = tuple(move(each) for each in verdict.added)
    return evolve(verdict, left=move(span), added=added) if is_left else evolve(verdict, right=move(span), added=added)
