"""How each article stands to each fact: states it, adds to it, contradicts, shares the words, or is silent."""

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from factcheck.model import Article, Claim, Fact, Finding
from factcheck.reporting.exhibit import Section, section_of
from factcheck.reporting.view import View
from factcheck.span import Span


class Stand(StrEnum):
    """How an article stands to a fact, the weightiest first."""

    CONFLICTS = "conflicts"
    DISPUTED = "disputed"
    UPDATES = "updates"
    REFINES = "refines"
    COPIED = "copied"
    STATES = "states"
    RELATED = "related"
    SILENT = "silent"

    @property
    def symbol(self) -> str:
        """A sign for it; reports always put the word beside it."""
        return _SYMBOLS[self]


_SYMBOLS = {
    Stand.CONFLICTS: "✕",
    Stand.DISPUTED: "⇄",
    Stand.UPDATES: "↻",
    Stand.REFINES: "±",
    Stand.COPIED: "≡",
    Stand.STATES: "●",
    Stand.RELATED: "○",
    Stand.SILENT: "–",
}
_STANDS = {
    Section.OUTLETS: Stand.CONFLICTS,
    Section.WITHIN: Stand.CONFLICTS,
    Section.SPEAKERS: Stand.DISPUTED,
    Section.UPDATES: Stand.UPDATES,
    Section.REFINEMENTS: Stand.REFINES,
}
_ORDER = {stand: rank for rank, stand in enumerate(Stand)}


@frozen
class Row:
    """One fact and how every article stands to it, in the order of the articles."""

    fact: Fact
    cells: tuple[tuple[Article, Stand], ...]

    @property
    def weightiest(self) -> Stand:
        """The weightiest stand of any article."""
        return min((stand for _, stand in self.cells), key=_ORDER.__getitem__, default=Stand.SILENT)


class Stands:
    """The stands of claims and articles, looked up once."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._copied: dict[str, list[Span]] = {}
        for copying in view.results.origins.copyings:
            for passage in copying.passages:
                for span in (passage.left, passage.right):
                    self._copied.setdefault(span.article, []).append(span)
        self._of_claim: dict[tuple[str, str], Stand] = {}
        for finding in view.results.findings:
            inside = set(view.facts[finding.fact].claims)
            for claim in finding.claims:
                key = (
                    claim,
                    finding.fact if claim in inside else "",
                )  # else it counts in all of its own
                self._of_claim[key] = min(self._found(*key), stand_in(finding), key=_ORDER.__getitem__)

    def _found(self, claim: str, fact: str) -> Stand:
        return self._of_claim.get((claim, fact), Stand.SILENT)

    def of_claim(self, claim: Claim, fact: Fact | None) -> Stand:
        """How a claim stands to the others of its fact; silent where no other article surely states it.

        Related is what tells of the same thing and does not say what the words say that stand for the fact.
        """
        places = ("", fact.id) if fact else ("",)
        found = min((self._found(claim.id, place) for place in places), key=_ORDER.__getitem__)
        if found is not Stand.SILENT or fact is None or not fact.is_shared:
            return found
        if claim.article not in fact.agreeing:
            return Stand.RELATED
        return Stand.COPIED if self._is_copied(claim.span) else Stand.STATES

    def rows(self, facts: Sequence[Fact], articles: Sequence[Article] | None = None) -> list[Row]:
        """The facts, each with the stand of these articles (of all where none are named); what differs most first."""
        rows = []
        for fact in facts:
            stands: dict[str, Stand] = {}
            for id_ in fact.claims:
                claim = self.view.claims[id_]
                stand = self.of_claim(claim, fact)
                stands[claim.article] = min(stands.get(claim.article, Stand.SILENT), stand, key=_ORDER.__getitem__)
            columns = self.view.results.articles if articles is None else articles
            rows.append(Row(fact, tuple((article, stands.get(article.id, Stand.SILENT)) for article in columns)))
        return sorted(rows, key=lambda row: (_ORDER[row.weightiest], -len(row.fact.articles), row.fact.id))

    def _is_copied(self, span: Span) -> bool:
        return any(passage.overlaps(span) for passage in self._copied.get(span.article, ()))


def stand_in(finding: Finding) -> Stand:
    """The stand that a finding gives to the claims in it."""
    return _STANDS[section_of(finding)]
