"""Articles in, claims out: layout and noise, the parse, quotations, attribution, who "he" is."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

from factcheck.config import Settings
from factcheck.extraction.document import read_documents
from factcheck.model import Article, Claim, ClaimKind, Extraction, Holder


class Extractor(Protocol):
    """Anything that reads claims out of articles can stand in for this stage."""

    def extract(self, articles: Sequence[Article]) -> list[Extraction]:
        """One extraction for each article, in order."""
        ...


def extract(articles: Sequence[Article], settings: Settings = Settings()) -> list[Extraction]:
    """What can be read out of each article, in order."""
    extractions = []
    for document in read_documents(articles, settings):
        text, claims = document.article.text, []
        for index, sentences in document.sentences.items():
            for sentence in sentences:
                span = document.readings[index].original(sentence.start, sentence.end, text)
                terms = tuple(t.lemma for t in sentence.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ", "NUM"))
                key = f"{span.article}:{span.start}:{span.end}"
                claims.append(
                    Claim(
                        id="c" + hashlib.sha256(key.encode()).hexdigest()[:12],
                        span=span,
                        sentence=span,
                        block=index,
                        kind=ClaimKind.STATED,
                        text=sentence.text[sentence.start : sentence.end],
                        holder=Holder(None, document.article.outlet, is_outlet=True),
                        terms=terms,
                    )
                )
        extractions.append(Extraction(document, (), tuple(claims)))
    return extractions
