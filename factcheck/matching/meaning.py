"""What pairs of claims have in common in meaning, as far as an encoder tells: cosines against those of the neighbours.

A cosine says little by itself, since all sentences on one event are somewhat near. What tells is how far a pair stands
above the other sentences of the two articles. No third article is looked at, so an unrelated one changes nothing.
"""

from collections.abc import Sequence

import numpy as np
from attrs import frozen

from factcheck.matching.encoder import Encoder, Singles, encode
from factcheck.matching.rows import Floats, Ints

NEIGHBOURS = 3
CHUNK = 1 << 11  # rows that are held against an article at a time, and pairs multiplied: bounds the memory
PREFIX = "meaning: "


@frozen(eq=False)
class Space:
    """Texts as vectors.

    Attributes:
        vectors: the vectors; shape (n, dimensions).
        starts: number of the first text of each article, and the end of the last; texts stand in order of the articles.
    """

    vectors: Singles
    starts: Ints

    def features(self, left: Ints, right: Ints) -> tuple[Floats, Floats, Floats]:
        """How far pairs stand above their neighbourhoods: both together, and the lesser and greater lead of a side.

        The neighbourhood of a text in an article is the mean of its three highest cosines there; its lead is what it
        has before the best rival of the partner.
        """
        cosines = self._cosines(left, right)
        rows, count = np.concatenate([left, right]), max(1, len(self.vectors))
        partners = np.searchsorted(self.starts, np.concatenate([right, left]), side="right") - 1
        keys, back = np.unique(partners * count + rows, return_inverse=True)
        means, bests, seconds = self._tops(keys // count, keys % count)
        both = np.concatenate([cosines, cosines])
        leads = (both - np.where(both >= bests[back], seconds[back], bests[back])).reshape(2, -1)
        around = means[back].reshape(2, -1)
        return 2 * cosines - (around[0] + around[1]), leads.min(axis=0), leads.max(axis=0)

    def _cosines(self, left: Ints, right: Ints) -> Floats:
        """The cosines of the pairs; exact sums, since the vectors stand in steps."""
        found = np.empty(len(left))
        for at in range(0, len(left), CHUNK):
            one, other = (self.vectors[side[at : at + CHUNK]].astype(np.float64) for side in (left, right))
            found[at : at + CHUNK] = np.einsum("ij,ij->i", one, other)
        return found

    def _tops(self, articles: Ints, rows: Ints) -> tuple[Floats, Floats, Floats]:
        """Of each row's cosines with the texts of an article: the mean of the highest, the highest and the second.

        Args:
            articles: the articles, ascending.
            rows: the rows, one for each.
        """
        means, bests, seconds = np.zeros(len(rows)), np.zeros(len(rows)), np.zeros(len(rows))
        bounds = np.searchsorted(articles, np.arange(len(self.starts)))
        for article in np.unique(articles).tolist():
            texts = self.vectors[self.starts[article] : self.starts[article + 1]].astype(np.float64)
            for at in range(int(bounds[article]), int(bounds[article + 1]), CHUNK):
                part = slice(at, min(at + CHUNK, int(bounds[article + 1])))
                cosines = self.vectors[rows[part]].astype(np.float64) @ texts.T
                top = -np.sort(-cosines, axis=1)[:, :NEIGHBOURS]
                means[part], bests[part] = top.mean(axis=1), top[:, 0]
                if top.shape[1] > 1:
                    seconds[part] = top[:, 1]
        return means, bests, seconds


@frozen(eq=False)
class Meaning:
    """What an encoder makes of claims and of the sentences that they stand in.

    Attributes:
        claims: the claims.
        sentences: all sentences.
    """

    claims: Space
    sentences: Space

    def features(self, left: Ints, right: Ints, homes: tuple[Ints, Ints]) -> dict[str, Floats]:
        """Features of pairs of claims, by name.

        Args:
            left: the numbers of the claims,
            right: and of their partners.
            homes: the numbers of their sentences.
        """
        features: dict[str, Floats] = {}
        pairs = {"claim": self.claims.features(left, right), "sentence": self.sentences.features(*homes)}
        for what, found in pairs.items():
            names = (f"{what}s stand out", f"each {what} the other's best", f"one {what} the other's best")
            features |= {PREFIX + name: value for name, value in zip(names, found, strict=True)}
        return features


def make_meaning(encoder: Encoder, claims: Sequence[Sequence[str]], sentences: Sequence[Sequence[str]]) -> Meaning:
    """What an encoder makes of the claims and of the sentences of each article."""
    vectors = encode(encoder, (text for part in (claims, sentences) for texts in part for text in texts))
    return Meaning(*(_space([[vectors[text] for text in texts] for texts in part]) for part in (claims, sentences)))


def _space(articles: Sequence[Sequence[Singles]]) -> Space:
    """The vectors of the texts of each article."""
    rows = [vector for texts in articles for vector in texts]
    starts = np.cumsum([0, *map(len, articles)])
    return Space(np.array(rows, np.float32) if rows else np.zeros((0, 1), np.float32), starts.astype(np.int64))
