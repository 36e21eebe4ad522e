"""Where a difference belongs: with the fact whose claims hold its words, and told once.

Near copies are held against each other by whole sentences, and long quotations across whole articles, so that a pair of
claims may bring up what stands outside both. Here each ruling goes to the claims that it is about.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from factcheck.comparison.membership import Membership
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.scene import Scene
from factcheck.comparison.verdict import WEAK, Verdict
from factcheck.model import Claim, Difference, Kind
from factcheck.span import Span
from factcheck.values.quotation import fold

# Of two kinds that are about the same words the one that says most: a duration is an amount and no time besides.
TELLING = (
    Kind.QUOTE,
    Kind.POLARITY,
    Kind.QUANTITY,
    Kind.TIME,
    Kind.PLACE,
    Kind.NAME,
    Kind.ATTRIBUTION,
    Kind.ROLE,
    Kind.EVENT,
    Kind.MODALITY,
    Kind.DETAIL,
)


def settle(rulings: Iterable[Ruling], membership: Membership, scene: Scene) -> list[Ruling]:
    """The rulings, each with the claims that hold its words, and none about words that a more telling one is about."""
    homes = _Homes(scene, membership)
    return _add_once(_gather(_once([each for each in map(homes.bring_home, rulings) if each]), membership))


def _add_once(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings, those that only may add something without what a surer one of the fact adds already."""
    sure = {(each.fact, span) for each in rulings if each.verdict.score > WEAK for span in each.verdict.added}
    found = []
    for ruling in rulings:
        verdict = ruling.verdict
        rest = tuple(
            span
            for span in verdict.added
            if verdict.score > WEAK or not any(ruling.fact == fact and span.overlaps(told) for fact, told in sure)
        )
        if rest != verdict.added:
            left = verdict.left if verdict.left in rest else ruling.pairing.left.span
            right = verdict.right if verdict.right in rest else ruling.pairing.right.span
            ruling = attrs.evolve(ruling, verdict=attrs.evolve(verdict, left=left, right=right, added=rest))
        if rest or not verdict.added:
            found.append(ruling)
    return found


def _gather(rulings: Sequence[Ruling], membership: Membership) -> list[Ruling]:
    """The rulings, those on claims of two facts with the fact where one of their sentences is said to differ already.

    Who was fired here and stepped down there is told once, in however many facts the three sentences are.
    """
    known: dict[tuple[Kind, Difference, Span], str] = {}
    for ruling in rulings:
        if not _crosses(ruling, membership):
            for key in _sentences(ruling):
                known.setdefault(key, ruling.fact)
    found = []
    for ruling in rulings:
        if _crosses(ruling, membership):
            fact = next((known[key] for key in _sentences(ruling) if key in known), ruling.fact)
            for key in _sentences(ruling):
                known.setdefault(key, fact)
            ruling = attrs.evolve(ruling, fact=fact)
        found.append(ruling)
    return found


def _crosses(ruling: Ruling, membership: Membership) -> bool:
    """Whether the claims are of two facts."""
    return membership.shared(ruling.pairing.left, ruling.pairing.right) is None


def _sentences(ruling: Ruling) -> list[tuple[Kind, Difference, Span]]:
    """Both sentences with what is said of them."""
    verdict = ruling.verdict
    pairing = ruling.pairing
    return [(verdict.kind, verdict.relation, claim.sentence) for claim in (pairing.left, pairing.right)]


@attrs.frozen(eq=False)
class _Homes:
    """Looks up the claims that hold some words.

    Attributes:
        scene: the corpus.
        membership: the facts of each claim.
    """

    scene: Scene
    membership: Membership

    def bring_home(self, ruling: Ruling) -> Ruling | None:
        """The ruling on the two claims of one fact that hold its words; None where no fact has them both."""
        left, right = ruling.verdict.left, ruling.verdict.right
        if is_held(ruling.pairing.left, left) and is_held(ruling.pairing.right, right):
            return ruling
        lefts, rights = self._holders(left), self._holders(right)
        if not lefts or not rights:
            # No claim was read there: the sentence is the next best, as long as the claims at hand stand in it.
            near = ruling.pairing.left.sentence.overlaps(left) and ruling.pairing.right.sentence.overlaps(right)
            return ruling if near else None
        for mine, yours in sorted(((a, b) for a in lefts for b in rights), key=_length):
            fact = self.membership.shared(mine, yours)
            if mine is not yours and fact:
                return attrs.evolve(ruling, fact=fact, pairing=Pairing(mine, yours, self.scene))
        return None

    def _holders(self, span: Span) -> list[Claim]:
        """The claims of facts that hold some words."""
        return [each for each in self.scene.claims_at(span) if each in self.membership and is_held(each, span)]


def _length(pair: tuple[Claim, Claim]) -> tuple[int, str, str]:
    left, right = pair
    return len(left.span) + len(right.span), left.id, right.id


def is_held(claim: Claim, span: Span) -> bool:
    """Whether some words are a claim's own: its statement, its quotation, who takes part in it, or who says it how.

    What differs in a quotation may reach over the end of a clause.
    """
    taking_part = (argument.span for argument in claim.arguments)  # "A won, beating B": A stands outside what A did
    said = claim.cue.span if claim.cue else None
    own = (claim.span, claim.holder.span, said, claim.negation, claim.hedge, *taking_part)
    if any(part is not None and part.contains(span) for part in own):
        return True
    return any(part.overlaps(span) for part in claim.quotations)


def _once(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings without those about words of two articles that a graver or more telling one is about."""
    said: dict[tuple[str, str], list[Ruling]] = defaultdict(list)
    kept = set()
    for number, ruling in sorted(enumerate(rulings), key=lambda item: (*_rank(item[1]), item[0])):
        known = said[ruling.verdict.left.article, ruling.verdict.right.article]
        if not any(_is_about_same(ruling, each) for each in known):
            known.append(ruling)
            kept.add(number)
    return [ruling for number, ruling in enumerate(rulings) if number in kept]


def _is_conflict(verdict: Verdict) -> bool:
    return verdict.relation is Difference.CONFLICT


def _rank(ruling: Ruling) -> tuple[bool, int, float]:
    verdict = ruling.verdict
    surest = -verdict.score if verdict.added else 0.0
    return not _is_conflict(verdict), TELLING.index(verdict.kind), surest


def _is_about_same(ruling: Ruling, other: Ruling) -> bool:
    """Whether two rulings are about the same words on both sides, or add the same words to an article in two facts.

    Another amount inside quotation marks is two things where more of the words is another: not what was said, and not
    how many there were. Words that conflict with others of an article are no addition to it.
    """
    mine, yours = ruling.verdict, other.verdict
    if {mine.kind, yours.kind} == {Kind.QUOTE, Kind.QUANTITY} and not _is_only_amount(mine, yours):
        return False
    elsewhere = yours.added if ruling.fact != other.fact else ()
    told = (yours.left, yours.right) if _is_conflict(yours) else elsewhere
    if mine.added and all(_overlaps_any(each, told) for each in mine.added):
        return True
    return mine.left.overlaps(yours.left) and mine.right.overlaps(yours.right)


def _is_only_amount(mine: Verdict, yours: Verdict) -> bool:
    """Whether the words quoted differ in nothing but the amount."""
    quote, amount = (mine, yours) if mine.kind is Kind.QUOTE else (yours, mine)
    lefts, rights = (
        [word for word in fold(said.text).split() if word not in fold(number.text).split()]
        for said, number in ((quote.left, amount.left), (quote.right, amount.right))
    )
    return lefts == rights


def _overlaps_any(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)
