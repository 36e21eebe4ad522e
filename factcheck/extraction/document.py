"""From an article to the document that a machine can read: blocks, repaired readings, sentences."""

import re
from collections.abc import Sequence

from factcheck.config import Settings
from factcheck.extraction.parsing import parse
from factcheck.model import Article, Block, BlockKind, Document, Reading
from factcheck.span import Span


def read_documents(articles: Sequence[Article], settings: Settings) -> list[Document]:
    """The documents of the articles, in order; names seen in one article help to repair the others."""
    drafts = []
    for article in articles:
        blocks = tuple(
            Block(BlockKind.PARAGRAPH, Span.of(article.text, m.start(), m.end(), article.id))
            for m in re.finditer(r"\S[^\n]*", article.text)
        )
        readings = {
            i: Reading(b.span.text, tuple(range(b.span.start, b.span.end + 1)), article.id)
            for i, b in enumerate(blocks)
        }
        drafts.append((article, blocks, readings))
    parsed = parse((r.text for _, _, readings in drafts for r in readings.values()), settings.model, settings.workers)
    return [
        Document(article, blocks, readings, {i: next(parsed) for i in readings}) for article, blocks, readings in drafts
    ]
