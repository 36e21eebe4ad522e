"""From an article to the document that a machine can read: blocks, repaired readings, sentences."""

from collections.abc import Sequence

from factcheck.config import Settings
from factcheck.extraction.document_language import guess
from factcheck.extraction.document_quotes import marked
from factcheck.extraction.layout import split
from factcheck.extraction.parsing import parse
from factcheck.extraction.repair import repair
from factcheck.extraction.repair_words import Names
from factcheck.model import Article, Document, Reading


def read_documents(articles: Sequence[Article], settings: Settings) -> list[Document]:
    """The documents of the articles, in order; names seen in one article help to repair the others.

    An article in another language than English keeps its blocks and has no sentences: the pipeline would read nonsense
    out of it.
    """
    blocks = [split(article.text, article.id) for article in articles]
    languages = [guess(article.text) for article in articles]
    names = Names.of([b.span.text for b in those if b.kind.is_prose and b.copy_of is None] for those in blocks)
    readings: list[dict[int, Reading]] = [
        {i: repair(b, names) for i, b in enumerate(those) if b.kind.is_prose and b.copy_of is None} for those in blocks
    ]
    is_english = [language in ("en", "") for language in languages]
    texts = (r.text for those, english in zip(readings, is_english, strict=True) if english for r in those.values())
    parsed = parse(texts, settings.model, settings.workers)
    return [
        Document(
            article=article,
            blocks=blocks[n],
            readings=readings[n],
            sentences={i: next(parsed) for i in readings[n]} if is_english[n] else {},
            quotations=marked(article, blocks[n]),
            language=languages[n],
        )
        for n, article in enumerate(articles)
    ]
