"""The journalist's own words of an article: its paragraphs without quotations, as tokens with their places."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from attrs import frozen

from factcheck.by_place import ByPlace
from factcheck.model import BlockKind, Document, Reading
from factcheck.span import Span

QUOTATION = "“"  # begins the token that stands for a whole quotation: who quotes the same remark has not copied it

_TEASER = 12  # tokens; above the article itself stand notices and teasers that are no longer
_SHORTEST_HEADLINE = 5  # tokens; "The latest news" heads anything

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_](?:\.[^\W\d_])+|[^\W\d_]+(?:['’][^\W\d_]+)?")
_STOP = re.compile(r"[.!?…](?=[\s”\"’)]|$)")


@frozen(eq=False)
class Paragraph:
    """One paragraph of an article.

    Attributes:
        article: number of the article.
        words: its tokens, lower case; a whole quotation is one token that begins with QUOTATION.
        own: whether each token is the journalist's own.
        starts: offset of each token in the article's text.
        ends: offset behind each.
        sentence: number of the sentence that each token stands in.
        names: whether each token has a capital where no sentence begins, or is a number.
        is_caption: whether it describes a picture; outlets share the agency's pictures.
    """

    article: int
    words: tuple[str, ...]
    own: tuple[bool, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentence: tuple[int, ...]
    names: tuple[bool, ...]
    is_caption: bool

    @property
    def size(self) -> int:
        """How many of the tokens are the journalist's own."""
        return sum(self.own)


def paragraphs(document: Document, number: int) -> Iterator[Paragraph]:
    """The paragraphs and captions of a document with at least one word of the journalist's own."""
    quotations = ByPlace(document.quotations, lambda quotation: quotation)
    for index, reading in document.readings.items():
        kind = document.blocks[index].kind
        if kind is not BlockKind.HEADLINE:  # headlines say the same in few words
            found = _paragraph(reading, quotations, number, kind is BlockKind.CAPTION)
            if found.size:
                yield found


def headlines(document: Document) -> list[list[str]]:
    """The tokens of the headlines above an article's first paragraph, and of its title."""
    found = [tokens(document.article.title)]
    for index, block in enumerate(document.blocks):
        words = tokens(block.span.text)
        if block.kind is BlockKind.HEADLINE:
            found.append(words)
        elif block.kind is BlockKind.PARAGRAPH and index in document.readings and len(words) > _TEASER:
            break
    return [words for words in found if len(words) >= _SHORTEST_HEADLINE]


def tokens(text: str) -> list[str]:
    """The tokens of some words, as they are compared: lower case, apostrophes straight."""
    return [word.replace("’", "'").lower() for word in _TOKEN.findall(text)]


def _paragraph(reading: Reading, quotations: ByPlace[Span], number: int, is_caption: bool) -> Paragraph:
    """The tokens of one reading, each quotation as one."""
    inside = quotations.overlapping(reading.origins[0], reading.origins[-1])
    begins = [q.start for q in inside]
    stops = [m.start() for m in _STOP.finditer(reading.text)]
    words: list[str] = []
    places: list[tuple[int, int, int, bool]] = []
    last = -1
    for match in _TOKEN.finditer(reading.text):
        place = reading.origins[match.start()]
        at = bisect_right(begins, place) - 1
        sentence = bisect_right(stops, match.start())
        if at >= 0 and place < inside[at].end:
            if at != last:
                words.append(QUOTATION + " ".join(tokens(inside[at].text)))
                places.append((inside[at].start, inside[at].end, sentence, False))
            last = at
            continue
        word = match.group()
        is_first = not places or places[-1][2] != sentence
        words.append(word.replace("’", "'").lower())
        places.append((place, _end(reading, match.end()), sentence, not word.islower() and not is_first))
    starts, ends, sentences, names = zip(*places, strict=True) if places else ((), (), (), ())
    own = tuple(not word.startswith(QUOTATION) for word in words)
    return Paragraph(number, tuple(words), own, starts, ends, sentences, names, is_caption)


def _end(reading: Reading, end: int) -> int:
    """Offset in the article behind the reading's character before `end`."""
    return reading.ends[end - 1] if reading.ends else reading.origins[end - 1] + 1
