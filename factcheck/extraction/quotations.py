"""Quotation marks: which stretches of an article stand inside them, also where marks are missing, mixed or reversed.

A small automaton over the characters, without a parse. Whether a mark opens or closes is told by what stands on its two
sides first and by its shape second, since pages mix the shapes up. A quotation that is not closed at the end of its
paragraph runs on where the next paragraph opens with a mark, as the press sets long quotations; elsewhere a mark was
lost and the quotation ends with its sentence.
"""

import re
from collections.abc import Iterator

from attrs import define

from factcheck.model import Document
from factcheck.span import Span

OPENING = "“„«"
CLOSING = "”»"
STRAIGHT = '"'
MARKS = frozenset({*OPENING, *CLOSING, STRAIGHT, "''", "``"})
DOUBLED = re.compile(r"''|``|‘‘|’’")
SENTENCE_END = re.compile(r"[.?!…][\s)]")
LONGEST = 2500  # characters; a longer stretch between two marks in one paragraph is two lost marks


@define(eq=False)
class Quotation:
    """A stretch inside quotation marks, as offsets into the readings of its blocks.

    Attributes:
        parts: block, start and end of each part, marks left out; more than one where it runs over paragraphs.
        opens: offset of the opening mark in the first block.
        closes: offset behind the closing mark in the last block.
        is_closed: whether a closing mark was found.
    """

    parts: list[tuple[int, int, int]]
    opens: int
    closes: int
    is_closed: bool

    @property
    def block(self) -> int:
        """The block in which it begins."""
        return self.parts[0][0]

    @property
    def last_block(self) -> int:
        """The block in which it ends."""
        return self.parts[-1][0]


def find_quotations(document: Document) -> list[Quotation]:
    """The quotations of an article, in the order of the text."""
    found: list[Quotation] = []
    running: Quotation | None = None
    for block in sorted(document.readings):
        text = document.readings[block].text
        quotations = list(_in_text(block, text))
        if running is not None and quotations and not text[: quotations[0].opens].strip():
            first = quotations.pop(0)
            running.parts.extend(first.parts)
            running.closes, running.is_closed = first.closes, first.is_closed
        elif running is not None:
            _cut(running, document)
        found.extend(quotations)
        last = quotations[-1] if quotations else running
        running = last if last is not None and not last.is_closed and last.last_block == block else None
    if running is not None:
        _cut(running, document)
    return found


def merged(document: Document, quotations: list[Quotation]) -> tuple[Span, ...]:
    """The quotations as the article's words, with those of the document that stand where none of them does."""
    text = document.article.text
    found = [document.readings[b].original(s, e, text) for q in quotations for b, s, e in q.parts]
    others = [span for span in document.quotations if not any(span.overlaps(own) for own in found)]
    return tuple(sorted([*found, *others]))


def _in_text(block: int, text: str) -> Iterator[Quotation]:
    """The quotations of one paragraph; the last may be open."""
    text = DOUBLED.sub(_single, text)
    opened: int | None = None
    for at in (m.start() for m in re.finditer(r"[“”„«»\"]", text)):
        opens = _opens(text, at, opened is not None)
        if opens and opened is None:
            opened = at
        elif opens and opened is not None:
            if (
                any(c in MARKS for c in text[at + 1 : at + LONGEST])
                and text[at] != STRAIGHT
                and _has_two_more(text, at)
            ):
                continue  # a quotation inside the quotation
            end = _sentence_end(text, opened, at)
            yield Quotation([(block, opened + 1, end)], opened, end, True)
            opened = at
        elif opened is not None:
            if at == opened + 1 and text[at + 1 : at + 2].isalnum():
                opened = at  # an opening mark that was printed twice
                continue
            if at > opened + 1 and at - opened <= LONGEST:
                yield Quotation([(block, opened + 1, at)], opened, at + 1, True)
            opened = None
    if opened is not None and text[opened + 1 :].strip():
        yield Quotation([(block, opened + 1, len(text))], opened, len(text), False)


def _single(match: re.Match[str]) -> str:
    """Two apostrophes that stand for one mark, as the mark on the side of the words and a space."""
    before = match.string[match.start() - 1] if match.start() else " "
    return ' "' if not before.isalnum() and before not in ".,?!…" else '" '


def _opens(text: str, at: int, is_open: bool) -> bool:
    """Whether the mark opens a quotation."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    free_left, free_right = before.isspace() or before in "([{—–-/", after.isspace() or after in ")]}.,;:!?—–"
    if free_left != free_right:
        if text[at] in OPENING and not free_left and is_open is False:
            return True  # glued to the word before it: 'said“We ...'
        return free_left
    if text[at] == STRAIGHT:
        return not is_open
    return text[at] in OPENING


def _has_two_more(text: str, at: int) -> bool:
    """Whether two closing marks follow, one for each of two quotations that are open."""
    rest = [i for i in range(at + 1, min(len(text), at + LONGEST)) if text[i] in MARKS][:2]
    return len(rest) == 2 and not any(_opens(text, i, True) for i in rest)


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Where a quotation that was never closed ends: behind its first sentence, at most at `limit`."""
    match = SENTENCE_END.search(text, start + 1, limit)
    return match.start() + 1 if match else limit


def _cut(quotation: Quotation, document: Document) -> None:
    """End a quotation that nothing closes behind its first sentence of the last paragraph."""
    block, start, _ = quotation.parts[-1]
    text = document.readings[block].text
    end = _sentence_end(text, start, len(text)) if len(quotation.parts) == 1 else len(text)
    quotation.parts[-1] = (block, start, end)
    quotation.closes = end
