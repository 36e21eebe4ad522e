"""An article's text cut up so that every claim in it can be marked and linked."""

from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from factcheck.by_place import ByPlace
from factcheck.model import Article, Block, BlockKind, Claim, Fact, facts_by_claim
from factcheck.reporting.matrix import Stand, Stands
from factcheck.reporting.view import View
from factcheck.span import Span

_ORDER = {stand: rank for rank, stand in enumerate(Stand)}


@frozen
class Segment:
    """Some words that the same claims cover.

    Attributes:
        text: the words.
        begins: the claims that begin here.
        claim: the claim to show, or None where no claim covers the words.
        stand: how that claim stands to other articles.
        fact: the fact of that claim, where it has several the one of that stand, or None.
    """

    text: str
    begins: tuple[Claim, ...] = ()
    claim: Claim | None = None
    stand: Stand = Stand.SILENT
    fact: Fact | None = None


@frozen
class Paragraph:
    """One block of an article, in segments."""

    kind: BlockKind
    segments: tuple[Segment, ...]


class Annotator:
    """Cuts articles up."""

    def __init__(self, view: View, stands: Stands) -> None:
        self._view = view
        self._stands = stands
        self._facts_of = facts_by_claim(view.results.facts)
        self._claims_of: dict[str, list[Claim]] = {}
        for claim in view.results.claims:
            self._claims_of.setdefault(claim.article, []).append(claim)

    def paragraphs(self, article: Article) -> list[Paragraph]:
        """The article's blocks, in order; its lines where the blocks are not known."""
        claims = ByPlace(self._claims_of.get(article.id, []), lambda claim: claim.span)
        found = []
        for block in self._view.results.blocks.get(article.id) or _lines(article):
            inside = claims.overlapping(block.span.start, block.span.end)
            found.append(Paragraph(block.kind, tuple(self._segments(article, block.span, inside))))
        return found

    def _segments(self, article: Article, place: Span, claims: list[Claim]) -> Iterator[Segment]:
        cuts = {place.start, place.end}
        for claim in claims:
            cuts |= {max(place.start, claim.span.start), min(place.end, claim.span.end)}
        bounds = sorted(cuts)
        for start, end in pairwise(bounds):
            over = [claim for claim in claims if claim.span.start < end and start < claim.span.end]
            yield self._segment(article.text[start:end], start, over)

    def _segment(self, text: str, start: int, claims: list[Claim]) -> Segment:
        if not claims:
            return Segment(text)
        told = {claim.id: self._weightiest(claim) for claim in claims}
        shown = min(claims, key=lambda claim: (_ORDER[told[claim.id][0]], len(claim.span), claim.id))
        begins = tuple(claim for claim in claims if claim.span.start == start)
        return Segment(text, begins, shown, *told[shown.id])

    def _weightiest(self, claim: Claim) -> tuple[Stand, Fact | None]:
        """How a claim stands to other articles, in that of its facts where it matters most."""
        facts = self._facts_of.get(claim.id) or (None,)
        stands = [(self._stands.of_claim(claim, fact), fact) for fact in facts]
        return min(stands, key=lambda stand: _ORDER[stand[0]])


def _lines(article: Article) -> Iterator[Block]:
    at = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            yield Block(BlockKind.PARAGRAPH, Span.of(article.text, at, at + len(line), article.id))
        at += len(line)
