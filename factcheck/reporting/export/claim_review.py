"""Drafts of schema.org ClaimReview (https://schema.org/ClaimReview) for an editor to finish.

Every version of a fact on which articles differ is a Claim with its appearances; the fact is a ClaimReview with the
status Draft. There is no rating in it: which version holds is for a person to find out, and the library does not know.
"""

from collections.abc import Iterable
from typing import Any

from factcheck.model import Article, Claim, Difference, Fact, Finding, Results
from factcheck.reporting.export.naming import dump, text_iri, thing_iri, web_address


def to_claim_review(results: Results) -> str:
    """The facts that several articles state, as Claims, and those in conflict as drafts of a ClaimReview; JSON-LD."""
    return dump({"@context": "https://schema.org", "@graph": list(_Draft(results).things())})


class _Draft:
    """The results by id, while they are put into the words of schema.org."""

    def __init__(self, results: Results) -> None:
        self.results = results
        self.articles = {article.id: article for article in results.articles}
        self.claims = {claim.id: claim for claim in results.claims}
        self.entities = {entity.id: entity for entity in results.entities}
        self.conflicts: dict[str, list[Finding]] = {}
        for finding in results.findings:
            if finding.relation is Difference.CONFLICT and not finding.is_update:
                self.conflicts.setdefault(finding.fact, []).append(finding)

    def things(self) -> Iterable[dict[str, Any]]:
        """Claims and reviews, in the order of the facts."""
        for fact in self.results.facts:
            if fact.id in self.conflicts:
                versions = self._versions(fact)
                yield from versions
                yield self._review(fact, self.conflicts[fact.id], versions)
            elif fact.is_shared:
                yield self._claim(thing_iri("fact", fact.id), fact.gist, [self.claims[id_] for id_ in fact.claims])

    def _versions(self, fact: Fact) -> list[dict[str, Any]]:
        """The claims of a disputed fact by their words; claims of the same words are one version."""
        versions: dict[str, list[Claim]] = {}
        for id_ in fact.claims:
            versions.setdefault(self.claims[id_].text, []).append(self.claims[id_])
        return [self._claim(thing_iri("version", fact.id, text), text, said) for text, said in versions.items()]

    def _claim(self, iri: str, text: str, claims: list[Claim]) -> dict[str, Any]:
        articles = sorted({claim.article for claim in claims})
        speakers = [speaker for claim in claims if (speaker := self._speaker(claim))]
        same = {str(speaker) for speaker in speakers}
        return {
            "@type": "Claim",
            "@id": iri,
            "text": text,
            "inLanguage": "en",
            "appearance": [_news_article(self.articles[id_]) for id_ in articles],
            # An author only where all name the same one: whom one article leaves open, it has not named.
            **({"author": speakers[0]} if len(same) == 1 and len(speakers) == len(claims) else {}),
        }

    def _speaker(self, claim: Claim) -> dict[str, Any] | None:
        entity = self.entities.get(claim.holder.entity)
        if entity is None:
            return None
        kind = {"person": "Person", "organisation": "Organization"}.get(entity.type.value, "Thing")
        return {"@type": kind, "@id": thing_iri("entity", entity.id), "name": entity.name} if kind != "Thing" else None

    def _review(self, fact: Fact, findings: list[Finding], versions: list[dict[str, Any]]) -> dict[str, Any]:
        return {
            "@type": "ClaimReview",
            "@id": thing_iri("review", fact.id),
            "creativeWorkStatus": "Draft",
            "claimReviewed": fact.gist,
            "inLanguage": "en",
            "reviewBody": " ".join(finding.explanation for finding in findings),
            "reviewAspect": sorted({finding.kind.value for finding in findings}),
            "itemReviewed": [{"@id": version["@id"]} for version in versions],
        }


def _news_article(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "NewsArticle", "@id": text_iri(article), "identifier": article.id}
    if article.title:
        told["headline"] = article.title
    if article.published:
        told["datePublished"] = article.published.isoformat()
    if article.source:
        told["publisher"] = {"@type": "Organization", "name": article.source}
    if page := web_address(article):
        told["url"] = page
    return told
