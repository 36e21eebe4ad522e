"""Texts of one sentence (headlines, alerts): a score of their own, where no article tells what is common in it.

Two short texts that share most of their words are the same statement unless one of them says something more; two that
share few are the same statement where those few name the same people, places and deeds. These are two questions, so
there are two logistic models (`Blend`), and how many words are shared decides gradually which of them speaks. Their
weights are in alone.toml.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen

from factcheck.matching.alone_features import text_features
from factcheck.matching.alone_texts import Sentence, Texts, make_sentences, make_texts
from factcheck.matching.marks import MarkedArticle
from factcheck.matching.rows import Floats, Ints
from factcheck.model import Claim, Mention

PREFIX = "text: "


@frozen(eq=False)
class Alone:
    """The sentences of the short texts of a corpus.

    Attributes:
        texts: these sentences, ready for comparison.
        places: for each sentence of the corpus its number in `texts`, -1 for the sentences of longer articles.
    """

    texts: Texts
    places: Ints

    def features(self, left: Ints, right: Ints) -> dict[str, Floats]:
        """Features of pairs of sentences, by name; 0 where one of them belongs to a longer article."""
        ends = self.places[left], self.places[right]
        known = np.flatnonzero((ends[0] >= 0) & (ends[1] >= 0))
        features = {}
        for name, value in text_features(self.texts, ends[0][known], ends[1][known]).items():
            features[PREFIX + name] = spread = np.zeros(len(left))
            spread[known] = value
        return features


def make_alone(
    articles: Sequence[MarkedArticle],
    is_short: Sequence[bool],
    claims: Mapping[str, Sequence[Claim]],
    mentions: Mapping[str, Sequence[Mention]],
) -> Alone | None:
    """The sentences of the short texts among some articles, or None where there is none.

    Args:
        articles: the articles; their sentences are numbered through.
        is_short: which of them are short texts.
        claims: those of each article, by its id.
        mentions: those of each article, by its id.
    """
    sentences: list[Sentence] = []
    places: list[int] = []
    for article, short in zip(articles, is_short, strict=True):
        found = make_sentences(article, claims[article.article], mentions[article.article]) if short else []
        places += range(len(sentences), len(sentences) + len(found)) if short else [-1] * len(article.sentences)
        sentences += found
    return Alone(make_texts(sentences), np.array(places, np.int64)) if sentences else None
