"""What is read: articles, and what a machine makes of their layout."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from factcheck.span import Span
from factcheck.tokens import Sentence


@frozen
class Article:
    """One article as the reader gave it; its text is never changed.

    Attributes:
        id: unique in a set of articles; from the input, else from the file's name, else from the text.
        text: the text, verbatim; every offset anywhere points into it.
        source: the outlet, or "".
        title: the headline, or "".
        published: the day of publication, or None where it is not known; it is never invented.
        url: its address, or "".
        path: the file that it was read from, or "".
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""
    path: str = ""

    @property
    def outlet(self) -> str:
        """Who publishes it: the source, or the id where the source is not known."""
        return self.source or self.id


@frozen
class Problem:
    """Something that could not be read or used; it is reported, and the rest goes on.

    Attributes:
        place: the file (and line), or the article's id.
        reason: what is wrong and what to do about it.
        is_loss: whether something of the input was left out for it; False for a remark on input that was used in full.
    """

    place: str
    reason: str
    is_loss: bool = True


class BlockKind(StrEnum):
    """What a block of a page is; only the first three carry claims."""

    PARAGRAPH = "paragraph"
    HEADLINE = "headline"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    MARKUP = "markup"
    SOURCE = "source"
    METADATA = "metadata"

    @property
    def is_prose(self) -> bool:
        """Whether claims are read from such a block."""
        return self in (BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.CAPTION)


@frozen
class Block:
    """One block of an article: a paragraph, a caption, a credit line, ...

    Attributes:
        kind: what it is.
        span: its words in the article.
        copy_of: index of an earlier block of the same article that it repeats (a caption printed twice), or None.
    """

    kind: BlockKind
    span: Span
    copy_of: int | None = None


@frozen
class Reading:
    """The prose of one block with its damage repaired, and the way back.

    Attributes:
        text: the repaired text ("Stoltenberg called on Minsk").
        origins: for each character of `text` its offset in the article, followed by one more for the end; characters
            that the repair put in carry the offset of the next original one.
        article: id of the article.
        ends: for each character the offset behind what it stands for, where that is not simply the next one: one
            character may stand for several (mojibake, entities) and one that was put in stands for none; () else.
    """

    text: str
    origins: Sequence[int]
    article: str
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int, source: str) -> Span:
        """The span of the article's text `source` that the reading's [start, end) stands for."""
        first = last = self.origins[start]
        if end > start:
            last = self.ends[end - 1] if self.ends else self.origins[end - 1] + 1
            if last < first:
                last = first
        return Span(self.article, first, last, source[first:last])


@frozen(eq=False)
class Document:
    """An article as the machine reads it.

    Attributes:
        article: the article.
        blocks: every block, in order; nothing of the text but white space lies outside them.
        readings: the repaired prose by index of the block, for the blocks that are prose and no copy.
        sentences: the parsed sentences by index of the block, offsets pointing into that block's reading.
        quotations: the stretches inside quotation marks, marks left out, in order.
        language: ISO 639-1 code as far as it can be told, "" otherwise.
    """

    article: Article
    blocks: tuple[Block, ...]
    readings: Mapping[int, Reading]
    sentences: Mapping[int, tuple[Sentence, ...]]
    quotations: tuple[Span, ...] = ()
    language: str = ""
