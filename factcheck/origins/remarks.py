"""Public remarks: words that some article quotes are nobody's prose, even where another prints them without marks."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from factcheck.model import BlockKind, Document
from factcheck.origins.prose import Paragraph, tokens

_WIDTH = 5  # words in a row; shorter quotations are phrases that anybody writes
_CLOSING = "”\"»’'“"


@frozen(eq=False)
class Remarks:
    """What the articles of a set quote.

    Attributes:
        shingles: every five words in a row of a quotation or of a tweet.
    """

    shingles: frozenset[str]

    def own(self, paragraph: Paragraph) -> tuple[bool, ...]:
        """Whether each token of a paragraph is the journalist's own and no article of the set quotes it."""
        own = list(paragraph.own)
        for start in range(len(own) - _WIDTH + 1):
            if " ".join(paragraph.words[start : start + _WIDTH]) in self.shingles:
                own[start : start + _WIDTH] = [False] * _WIDTH
        return tuple(own)


def remarks(documents: Sequence[Document]) -> Remarks:
    """The remarks that the articles quote."""
    found: set[str] = set()
    for document in documents:
        for text in _quoted(document):
            words = tokens(text)
            found.update(" ".join(words[i : i + _WIDTH]) for i in range(len(words) - _WIDTH + 1))
    return Remarks(frozenset(found))


def _quoted(document: Document) -> Iterator[str]:
    """The quotations of an article that are closed, and its tweets."""
    text = document.article.text
    yield from (q.text for q in document.quotations if text[q.end : q.end + 1] in _CLOSING and q.end < len(text))
    for block, after in zip(document.blocks, document.blocks[1:], strict=False):
        if block.kind.is_prose and after.kind is BlockKind.METADATA and "(@" in after.span.text:
            yield block.span.text
