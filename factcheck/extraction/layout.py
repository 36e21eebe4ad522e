"""From a text to its blocks: what a journalist wrote told apart from captions' credits, links, markup and the page."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from attrs import evolve

from factcheck.extraction import layout_lines as lines
from factcheck.model import Block, BlockKind
from factcheck.span import Span

Piece = tuple[BlockKind, int, int]

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_HIDDEN = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.S | re.I)
_WORD = re.compile(r"\w+")
_MOST_LINKS = 12  # a list of links is rarely longer; what follows is the story again
_COPY_WORDS = 5  # shorter blocks recur by chance ("He declined to comment.")
_BEGINNING = re.compile(rf"\W*+(?:\w++\W*+){{{_COPY_WORDS}}}")


def split(text: str, article: str = "") -> tuple[Block, ...]:
    """The blocks of a text, in order; nothing but white space lies outside them.

    A caption with its credit makes two blocks, so that no claim is read out of the credit; so does a paragraph with its
    dateline. A block that repeats an earlier one word for word names it in `copy_of`.
    """
    pieces: list[Piece] = []
    at = 0
    for hidden in _HIDDEN.finditer(text):
        pieces.extend(_pieces(text, at, hidden.start()))
        pieces.append((BlockKind.MARKUP, *_strip(text, hidden.start(), hidden.end())))
        at = hidden.end()
    pieces.extend(_pieces(text, at, len(text)))
    pieces = _captions(text, list(_links(text, pieces)))
    return tuple(_copies([Block(kind, Span.of(text, start, end, article)) for kind, start, end in pieces]))


def _pieces(text: str, low: int, high: int) -> Iterator[Piece]:
    """What the lines of one visible stretch are made of."""
    for start, end in _lines(text, low, high):
        yield from _visible(text, start, end)


def _lines(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line without its margins; lines that were wrapped at a fixed width are one."""
    found = [_strip(text, m.start(), m.end()) for m in _LINE.finditer(text, low, high)]
    found = [(start, end) for start, end in found if start < end]
    wrapped = _is_wrapped(text, found)
    first = 0
    for index, (_, end) in enumerate(found):
        if wrapped and index + 1 < len(found) and _goes_on(text, found[index], found[index + 1]):
            continue
        yield found[first][0], end
        first = index + 1


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """[start, end) without white space at its ends."""
    line = text[start:end]
    start += len(line) - len(line.lstrip())
    return start, start + len(line.strip())


def _is_wrapped(text: str, found: list[tuple[int, int]]) -> bool:
    """Whether the lines were broken at a fixed width: most adjoining ones go on in small letters."""
    near = [(a, b) for a, b in pairwise(found) if text.count("\n", a[1], b[0]) == 1 and a[1] - a[0] <= 100]
    small = sum(text[b[0]].islower() for _, b in near)
    return len(near) >= 4 and small * 2 >= len(near)


def _goes_on(text: str, one: tuple[int, int], next_: tuple[int, int]) -> bool:
    """Whether the second of two lines of a wrapped text belongs to the paragraph of the first."""
    return text.count("\n", one[1], next_[0]) == 1 and one[1] - one[0] >= 40


def _visible(text: str, start: int, end: int) -> Iterator[Piece]:
    """What one line is made of: the scraper's head, dateline, words, credit."""
    head = lines.metadata_head(text[start:end])
    if head and not text[:start].strip():
        yield BlockKind.METADATA, *_strip(text, start, start + head)
        start, end = _strip(text, start + head, end)
    line = text[start:end]
    if not line:
        return
    kind = lines.furniture(line)
    if kind is not None:
        yield kind, start, end
        return
    head, kind = lines.dateline(line)
    if head:
        yield kind, *_strip(text, start, start + head)
        start, end = _strip(text, start + head, end)
    tail, kind = lines.credit_tail(text[start:end])
    first, last = _strip(text, start, end - tail)
    if first < last:
        yield kind if tail else lines.prose(text[first:last]), first, last
    if tail:
        yield BlockKind.CREDIT, *_strip(text, end - tail, end)


def _links(text: str, pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, the lines below a heading such as KEEP READING marked as links."""
    left, is_video = 0, False
    for kind, start, end in pieces:
        line = text[start:end]
        if kind is BlockKind.RELATED and (lines.is_related_heading(line) or lines.is_video_heading(line)):
            is_video = lines.is_video_heading(line)
            left = 0 if is_video else _MOST_LINKS
        elif is_video and kind.is_prose:
            kind, is_video = BlockKind.RELATED, False
        elif left and kind in (BlockKind.HEADLINE, BlockKind.PARAGRAPH) and lines.is_link_like(line):
            left, kind = left - 1, BlockKind.RELATED
        elif kind.is_prose or kind is BlockKind.SOURCE:
            left = 0
        yield kind, start, end


def _captions(text: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces, a paragraph next to the line that credits its picture marked as a caption.

    So is, below the first paragraph, a line that ends as no sentence does and with a bare agency in brackets.
    """
    credited = [kind is BlockKind.CREDIT and lines.is_picture_credit(text[start:end]) for kind, start, end in pieces]
    found: list[Piece] = []
    has_begun = False
    for index, (kind, start, end) in enumerate(pieces):
        near = any(credited[max(0, index - 1) : index + 2])
        line = text[start:end]
        if kind is BlockKind.PARAGRAPH and ((near and lines.is_pictured(line)) or lines.is_gallery(line)):
            kind = BlockKind.CAPTION
        if kind is BlockKind.HEADLINE and has_begun and _is_credited(text, pieces[index + 1 : index + 2], end):
            kind = BlockKind.CAPTION
        has_begun = has_begun or kind is BlockKind.PARAGRAPH
        found.append((kind, start, end))
    return found


def _is_credited(text: str, behind: list[Piece], end: int) -> bool:
    """Whether a bare agency in brackets follows on the same line."""
    return any(
        kind is BlockKind.CREDIT and "\n" not in text[end:start] and lines.is_agency_tail(text[start:last])
        for kind, start, last in behind
    )


def _copies(blocks: list[Block]) -> Iterator[Block]:
    """The blocks, each that says an earlier one again word for word marked as its copy."""
    texts = [block.span.text.casefold() if block.kind.is_prose else "" for block in blocks]
    openings = [_opening(text) for text in texts]
    alike = Counter(openings)
    seen: dict[tuple[str, ...], int] = {}
    for index, block in enumerate(blocks):
        if openings[index] and alike[openings[index]] > 1:
            first = seen.setdefault(tuple(_WORD.findall(texts[index])), index)
            if first != index:
                block = evolve(block, copy_of=first)
        yield block


def _opening(text: str) -> tuple[str, ...]:
    """The first words of a text, which few blocks share; () where there are not enough of them for a copy."""
    match = _BEGINNING.match(text)
    return tuple(_WORD.findall(match.group())) if match else ()
