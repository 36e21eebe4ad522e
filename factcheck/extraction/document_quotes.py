"""The stretches of an article that stand inside quotation marks; unbalanced marks do no harm beyond their paragraph."""

import re
from collections.abc import Sequence

from factcheck.model import Article, Block
from factcheck.span import Span

_MARK = re.compile(
    r"""[“”„«»"″‘’'`](?:      # whatever can be a mark, so that all other characters are passed over at once
        (?<=[“”„«»"″])
        |(?<=‘)(?:‘|(?<!\w‘))
        |(?<=’)(?:’|(?<=[.,?!…]’)(?!\w))
        |(?<=')'|(?<=`)`
    )""",
    re.VERBOSE,
)
_OPENING, _CLOSING = frozenset(["“", "„", "«", "‘", "‘‘", "``"]), frozenset(["”", "»", "’", "’’"])


def marked(article: Article, blocks: Sequence[Block]) -> tuple[Span, ...]:
    """What stands inside quotation marks, marks left out, in order.

    A quotation that its paragraph does not close reaches to the paragraph's end, as it does where it runs over several
    paragraphs that each open again.
    """
    found = []
    for block in blocks:
        if block.kind.is_prose:
            found.extend(_stretches(block.span.text, block.span.start, article))
    return tuple(found)


def _stretches(text: str, offset: int, article: Article) -> list[Span]:
    """The quotations of one block."""
    found, start, opener = [], -1, ""
    for mark in _MARK.finditer(text):
        sign = mark.group()
        if start < 0:
            if _opens(text, mark.start(), mark.end(), sign):
                start, opener = mark.end(), sign
        elif _closes(text, mark.start(), sign, opener):
            found.append((start, mark.start()))
            start = -1
    if start >= 0 and text[start:].strip():
        found.append((start, len(text)))
    return [Span.of(article.text, offset + a, offset + b, article.id) for a, b in found if text[a:b].strip()]


def _opens(text: str, start: int, end: int, sign: str) -> bool:
    """Whether a mark can open a quotation: it does not stand at the end of a word."""
    if sign in _CLOSING:
        return False
    if sign in _OPENING:
        return True
    return end < len(text) and not text[end].isspace() and (start == 0 or not text[start - 1].isalnum())


def _closes(text: str, start: int, sign: str, opener: str) -> bool:
    """Whether a mark can close what `opener` opened: a single one closes a single one only."""
    if opener == "‘":
        return sign == "’"
    if sign in _OPENING or sign == "’":
        return False
    return sign in _CLOSING or start == 0 or not text[start - 1].isspace() or start + len(sign) == len(text)
