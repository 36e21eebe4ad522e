"""Articles in, claims out: layout and noise, the parse, quotations, attribution, who "he" is."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from attrs import evolve

from factcheck.config import Settings
from factcheck.extraction.attribution import attribute, mark_nested
from factcheck.extraction.attribution_parts import Attribution
from factcheck.extraction.claims import build_claims
from factcheck.extraction.coreference import resolve
from factcheck.extraction.document import read_documents
from factcheck.extraction.mentions import find_namings, finish
from factcheck.extraction.quotations import find_quotations, merged
from factcheck.extraction.rereading import reread
from factcheck.model import Article, Document, Extraction, Problem

__all__ = ["Attribution", "Extractor", "attributions", "extract", "extract_each", "read_claims", "read_together"]


class Extractor(Protocol):
    """Anything that reads claims out of articles can stand in for this stage."""

    def extract(self, articles: Sequence[Article]) -> list[Extraction]:
        """One extraction for each article, in order."""
        ...


def extract(articles: Sequence[Article], settings: Settings = Settings()) -> list[Extraction]:
    """What can be read out of each article, in order; it depends on that article alone."""
    return list(extract_each(articles, settings))


def extract_each(articles: Sequence[Article], settings: Settings = Settings()) -> Iterator[Extraction]:
    """The same, one after the other as the parse goes on."""
    return map(read_claims, read_documents(articles, settings))


def read_together(extractions: Sequence[Extraction], settings: Settings = Settings()) -> list[Extraction]:
    """The extractions of one story's articles, in order; what is damaged in one is read with the help of the others."""
    again = reread([extraction.document for extraction in extractions], settings)
    return [read_claims(new) if new else old for new, old in zip(again, extractions, strict=True)]


def attributions(document: Document) -> list[Attribution]:
    """Who says what in an article: the attributions that its claims are built from, in the order of their cues."""
    found = attribute(document, find_quotations(document))
    mark_nested(found, document)
    return found


def read_claims(document: Document) -> Extraction:
    """Mentions and claims of one parsed article."""
    quotations = find_quotations(document)
    document = evolve(document, quotations=merged(document, quotations))
    namings = find_namings(document)
    found = attribute(document, quotations)
    mark_nested(found, document)
    resolve(document, namings, found)
    mentions = finish(document, namings)
    return Extraction(document, mentions, build_claims(document, namings, found), _problems(document))


def _problems(document: Document) -> tuple[Problem, ...]:
    """What keeps an article from being read: another language than English, or no sentence at all."""
    article = document.article
    if document.language not in ("", "en"):
        reason = f"its language seems to be {document.language!r}; only English is read, so it gives no claims"
        return (Problem(article.path or article.id, reason),)
    if not any(document.sentences.values()):
        return (Problem(article.path or article.id, "it holds no sentence, so it gives no claims"),)
    return ()
