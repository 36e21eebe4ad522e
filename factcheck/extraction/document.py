"""From an article to the document that a machine can read: blocks, repaired readings, sentences."""

from collections.abc import Sequence

from attrs import evolve

from factcheck.config import Settings
from factcheck.extraction.document_language import guess
from factcheck.extraction.document_quotes import marked
from factcheck.extraction.layout import split
from factcheck.extraction.parsing import parse
from factcheck.extraction.repair import repair
from factcheck.extraction.repair_words import Names
from factcheck.model import Article, Document


def read_documents(articles: Sequence[Article], settings: Settings) -> list[Document]:
    """The documents of the articles, in order; names seen in one article help to repair the others.

    An article in another language than English keeps its blocks and has no sentences: the pipeline would read nonsense
    out of it.
    """
    outlines = outline(articles)
    english = [document.language in ("en", "") for document in outlines]
    texts = (r.text for doc, wanted in zip(outlines, english, strict=True) if wanted for r in doc.readings.values())
    parsed = parse(texts, settings.model, settings.workers)
    return [
        evolve(doc, sentences={i: next(parsed) for i in doc.readings} if wanted else {})
        for doc, wanted in zip(outlines, english, strict=True)
    ]


def outline(articles: Sequence[Article]) -> list[Document]:
    """The documents without sentences: what can be said of the articles before any is parsed."""
    blocks = [split(article.text, article.id) for article in articles]
    names = Names.of([b.span.text for b in those if b.kind.is_prose and b.copy_of is None] for those in blocks)
    return [
        Document(
            article=article,
            blocks=those,
            readings={i: repair(b, names) for i, b in enumerate(those) if b.kind.is_prose and b.copy_of is None},
            sentences={},
            quotations=marked(article, those),
            language=guess(article.text),
        )
        for article, those in zip(articles, blocks, strict=True)
    ]
