"""From an article to the document that a machine can read: blocks, repaired readings, sentences."""

from collections.abc import Iterator, Sequence

from attrs import evolve

from factcheck.config import Settings
from factcheck.extraction.document_language import guess
from factcheck.extraction.document_quotes import marked
from factcheck.extraction.layout import split
from factcheck.extraction.parsing import parse
from factcheck.extraction.repair import repair
from factcheck.extraction.repair_words import Names
from factcheck.model import Article, Document


def read_documents(articles: Sequence[Article], settings: Settings) -> Iterator[Document]:
    """The documents of the articles, in order and as the parse goes on, each read on its own.

    An article in another language than English keeps its blocks and has no sentences: the pipeline would read nonsense
    out of it.
    """
    return parsed(outline(articles), settings)


def parsed(documents: Sequence[Document], settings: Settings) -> Iterator[Document]:
    """The documents with the sentences of their readings, as far as they are English; as the parse goes on."""
    english = [document.language in ("en", "") for document in documents]
    texts = (r.text for doc, wanted in zip(documents, english, strict=True) if wanted for r in doc.readings.values())
    sentences = parse(texts, settings.model, settings.workers)
    for doc, wanted in zip(documents, english, strict=True):
        yield evolve(doc, sentences={i: next(sentences) for i in doc.readings} if wanted else {})


def outline(articles: Sequence[Article]) -> list[Document]:
    """The documents without sentences: what can be said of the articles before any is parsed."""
    return [_outline(article) for article in articles]


def _outline(article: Article) -> Document:
    blocks = split(article.text, article.id)
    prose = [i for i, block in enumerate(blocks) if block.kind.is_prose and block.copy_of is None]
    names = Names.of([[blocks[i].span.text for i in prose]])
    return Document(
        article=article,
        blocks=blocks,
        readings={i: repair(blocks[i], names) for i in prose},
        sentences={},
        quotations=marked(article, blocks),
        language=guess(article.text),
    )
