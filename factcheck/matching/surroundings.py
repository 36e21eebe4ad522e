"""Sentences as wholes: their letters, what stands around them, and where in the article they stand."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, pairwise
from math import sqrt

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.lexicon.frequency import rarity
from factcheck.matching.rows import Floats, Ints, Rows, make_rows
from factcheck.matching.units import SHORT, Bag, Keys, Marks

LEAD = 3  # sentences that open an article
LETTERS = 4  # letters, or the blank before or behind a word, that make up a piece of it
SHORTEST = 3  # letters of the shortest word that is cut into pieces


@frozen(eq=False)
class Surroundings:
    """Sentences as wholes; all arrays have one entry for each.

    Attributes:
        letters: the pieces of the words, so that forms and compounds of a word are alike where no lexicon knows them.
        context: the words of the sentence with the one before and the one after.
        share: number of the sentence in its article as a share, 0..1.
        is_lead: whether it belongs to the opening of an article long enough to have one.
    """

    letters: Rows
    context: Rows
    share: Floats
    is_lead: NDArray[np.bool_]

    def features(self, left: Ints, right: Ints) -> dict[str, Floats]:
        """Features of pairs of sentences, by name."""
        product, cosine = self.letters.cosines(left, right)
        return {
            "letters shared": np.log1p(product),
            "letters alike": cosine,
            "context alike": self.context.cosines(left, right)[1],
            "both lead": (self.is_lead[left] & self.is_lead[right]).astype(np.float64),
            "place apart": np.abs(self.share[left] - self.share[right]),
        }


def make_surroundings(
    articles: Sequence[Sequence[Marks]], told: Sequence[Keys], weights: Sequence[Mapping[Hashable, float]]
) -> Surroundings:
    """The sentences of some articles.

    Args:
        articles: the marks of each sentence of each article.
        told: the telling words and people of all these sentences.
        weights: of the telling words and people of each article.
    """
    sizes = np.array([len(sentences) for sentences in articles], np.int64)
    position = np.concatenate([np.arange(size) for size in sizes] or [np.empty(0, np.int64)])
    size = np.repeat(sizes, sizes)
    parts = [told[first:last] for first, last in pairwise(accumulate(map(len, articles), initial=0))]
    return Surroundings(
        make_rows([bag for sentences in articles for bag in _letters(sentences)]),
        make_rows([b for part, known in zip(parts, weights, strict=True) for b in _contexts(part, known)]),
        position / np.maximum(1, size - 1),
        (position < LEAD) & (size >= SHORT),
    )


def _letters(sentences: Sequence[Marks]) -> list[Bag]:
    """The pieces of the words of each sentence, weighed by how rare the words are in English, the pieces here."""
    bags: list[Bag] = []
    for marks in sentences:
        bag: Bag = {}
        for word in dict.fromkeys([mark.run for mark in marks]):  # in the order of the text: sums come out alike
            pieces, weight = _pieces(word)
            for piece in pieces:
                if weight > bag.get(piece, 0.0):
                    bag[piece] = weight
        bags.append(bag)
    counts = Counter(chain.from_iterable(bags))
    return [{piece: weight / sqrt(counts[piece]) for piece, weight in bag.items()} for bag in bags]


@cache
def _pieces(word: str) -> tuple[tuple[str, ...], float]:
    """Every few letters of a word on end, and how rare the word is in English."""
    if len(word) < SHORTEST:
        return (), 0.0
    framed = f" {word} "
    return tuple(framed[i : i + LETTERS] for i in range(len(framed) - LETTERS + 1)), rarity(word)


def _contexts(told: Sequence[Keys], weights: Mapping[Hashable, float]) -> list[Bag]:
    """Words and people of each sentence of an article with the one before and the one after."""
    weighed = [{key: weights.get(key, 1.0) for key in keys} for keys in told]
    alone: Bag = {}
    return [
        {**before, **here, **after}
        for before, here, after in zip([alone, *weighed], weighed, [*weighed[1:], alone], strict=False)
    ]
