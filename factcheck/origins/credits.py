"""Which agency an article credits for its text, and in which words."""

import re
from collections.abc import Iterator
from functools import cache

from factcheck import lexicon
from factcheck.model import Block, BlockKind, Document
from factcheck.span import Span

_SHORT = 300  # characters; a longer block is no credit line


def credits(document: Document) -> tuple[tuple[str, Span], ...]:
    """The agencies that an article names as where its text is from, each with the line that says so.

    Datelines, bylines and lines such as "(With information from EFE)" count; the credit of a picture does not.
    """
    return tuple(
        (agency, block.span)
        for before, block in zip((None, *document.blocks), document.blocks, strict=False)
        if block.kind is BlockKind.CREDIT and len(block.span.text) < _SHORT and not _is_picture(block.span.text)
        if not _ends_caption(document.article.text, before, block)
        for agency in _named(block.span.text)
    )


def _ends_caption(text: str, before: Block | None, credit: Block) -> bool:
    """Whether a credit stands behind a caption, on its line: it is that of the picture."""
    if before is None or before.kind is not BlockKind.CAPTION:
        return False
    return "\n" not in text[before.span.end : credit.span.start]


def _is_picture(line: str) -> bool:
    """Whether a line credits a picture: "REUTERS/Jane Doe", "Photo: ...", "Jane Doe, AP"."""
    agency = _pattern().pattern
    return (
        re.search(rf"(?i:photo|image|picture|getty|handout|\bpool\b|\bvia\b|\|)|{agency} ?/|/ ?{agency}|, AP\b", line)
        is not None
    )


def _named(line: str) -> Iterator[str]:
    """The agencies that a line names, each once, in order."""
    seen = set()
    for found in _pattern().finditer(line):
        agency = _names()[found.group()]
        if agency not in seen:
            seen.add(agency)
            yield agency


@cache
def _names() -> dict[str, str]:
    """What each way of writing an agency stands for; agencies of pictures are left out."""
    return {form: row["name"] for row in lexicon.load("agencies")["agency"] for form in row["forms"]}


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(map(re.escape, _names()), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")
