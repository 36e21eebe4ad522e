"""What is read out of an article and found in a story, as compact bytes: a format number, then JSON, packed.

Stores keep these bytes and clusters send them around. JSON, since it can hold nothing but data: opening a store of
somebody else's runs none of their code, as a pickle would. When the model changes, everything is made again from the
articles, whose bytes stay as they are for ever. The parse is most of it, so tokens are written column by column.
"""

import json
import zlib
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import attrs
from cattrs.converters import Converter
from cattrs.preconf.json import make_converter

from factcheck.model import Article, Block, Chapter, Claim, Document, Extraction, Mention, Problem, Reading
from factcheck.span import Span
from factcheck.stories import Sketch
from factcheck.tokens import Sentence, Token
from factcheck.values.quantity import Quantity

FORMAT = 1  # raise it when what is packed below changes; the format of articles never does
LEVEL = 3  # of zlib: a tenth larger than the best, at a third of its time
COLUMNS = tuple(field.name for field in attrs.fields(Token))


def pack(data: object) -> bytes:
    """Plain data as bytes."""
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    return bytes([FORMAT]) + zlib.compress(text.encode("ascii"), LEVEL)


def unpack(packed: bytes) -> Any:
    """The data in the bytes."""
    return json.loads(zlib.decompress(memoryview(packed)[1:]))


def pack_article(article: Article) -> bytes:
    """An article; JSON in ASCII, since texts may hold halves of surrogate pairs, which have no UTF-8."""
    return pack(_converter().unstructure(article))


def unpack_article(packed: bytes) -> Article:
    """The article."""
    return _converter().structure(unpack(packed), Article)


def pack_extraction(extraction: Extraction) -> bytes:
    """An extraction without its article, which the store keeps beside it."""
    plain, document = _converter().unstructure, extraction.document
    return pack(
        {
            "blocks": plain(document.blocks),
            "readings": {index: _reading(reading) for index, reading in document.readings.items()},
            "sentences": {
                index: [_sentence(sentence) for sentence in those] for index, those in document.sentences.items()
            },
            "quotations": plain(document.quotations),
            "language": document.language,
            "mentions": plain(extraction.mentions),
            "claims": plain(extraction.claims),
            "problems": plain(extraction.problems),
        }
    )


def unpack_extraction(packed: bytes, article: Article) -> Extraction:
    """The extraction of an article."""
    data = unpack(packed)
    make = _converter().structure
    readings = {int(index): _to_reading(row) for index, row in data["readings"].items()}
    document = Document(
        article=article,
        blocks=make(data["blocks"], tuple[Block, ...]),
        readings=readings,
        sentences={
            int(index): tuple(_to_sentence(row, readings[int(index)].text) for row in those)
            for index, those in data["sentences"].items()
        },
        quotations=make(data["quotations"], tuple[Span, ...]),
        language=data["language"],
    )
    return Extraction(
        document,
        make(data["mentions"], tuple[Mention, ...]),
        make(data["claims"], tuple[Claim, ...]),
        make(data["problems"], tuple[Problem, ...]),
    )


def pack_chapter(chapter: Chapter) -> bytes:
    """What was found in a story."""
    return pack(_converter().unstructure(chapter))


def unpack_chapter(packed: bytes) -> Chapter:
    """What was found in a story."""
    return _converter().structure(unpack(packed), Chapter)


def pack_sketch(sketch: Sketch) -> bytes:
    """A sketch without the article's id, which the store keeps beside it."""
    return pack([sketch.day, sketch.words, dict(sorted(sketch.weights.items()))])


def unpack_sketch(packed: bytes, article: str) -> Sketch:
    """The sketch of an article."""
    return Sketch(article, *unpack(packed))


def pack_margin(blocks: Sequence[Block], problems: Sequence[Problem]) -> bytes:
    """What a report shows of an article beside its claims: it need not load the parse."""
    plain = _converter().unstructure
    return pack([plain(tuple(blocks)), plain(tuple(problems))])


def unpack_margin(packed: bytes) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """Blocks and problems of an article."""
    data = unpack(packed)
    make = _converter().structure
    return make(data[0], tuple[Block, ...]), make(data[1], tuple[Problem, ...])


def _reading(reading: Reading) -> list[Any]:
    """A reading; places that run on one by one are told by their first and last."""
    origins = reading.origins
    is_run = list(origins) == list(range(origins[0], origins[0] + len(origins)))
    where = [origins[0], len(origins)] if is_run else list(origins)
    return [reading.text, is_run, where, reading.article, list(reading.ends)]


def _to_reading(row: list[Any]) -> Reading:
    text, is_run, where, article, ends = row
    origins = range(where[0], where[0] + where[1]) if is_run else tuple(where)
    return Reading(text, origins, article, tuple(ends))


def _sentence(sentence: Sentence) -> list[Any]:
    return [sentence.start, sentence.end, [[getattr(t, name) for t in sentence.tokens] for name in COLUMNS]]


def _to_sentence(row: list[Any], text: str) -> Sentence:
    start, end, columns = row
    return Sentence(text, start, end, tuple(Token(*values) for values in zip(*columns, strict=True)))


@lru_cache(maxsize=1)
def _converter() -> Converter:
    attrs.resolve_types(Quantity)  # it names itself, which cattrs cannot resolve on its own
    converter = make_converter()
    converter.register_unstructure_hook(Span, lambda span: [span.article, span.start, span.end, span.text])
    converter.register_structure_hook(Span, lambda row, _: Span(*row))
    return converter
