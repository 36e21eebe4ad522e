"""What an article is about, as a bag of weighted words: enough to tell which articles tell of one event."""

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log, sqrt

from attrs import frozen

from factcheck.lexicon.frequency import rarity
from factcheck.model import Document

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
LEAD = 4  # sentences that open an article and count twice: they say what it is about


@frozen(eq=False)
class Sketch:
    """What is kept of an article to compare it with others; it depends on nothing but the article.

    Attributes:
        article: id of the article.
        day: day of publication as an ordinal, or 0 where it is not known.
        words: number of content words.
        weights: weight of each lemma: how rare it is in English, times 1 + log of how often it stands here.
    """

    article: str
    day: int
    words: int
    weights: Mapping[str, float]

    @cached_property
    def unit(self) -> Mapping[str, float]:
        """The weights in the order of the words, scaled to a Euclidean length of 1."""
        length = sqrt(sum(weight * weight for _, weight in sorted(self.weights.items()))) or 1.0
        return {lemma: weight / length for lemma, weight in sorted(self.weights.items())}

    @cached_property
    def likeness(self) -> bytes:
        """Equal for articles that this stage cannot tell apart: copies of one text, of one day.

        Without words an article is like no other.
        """
        told = [self.day, self.words, sorted(self.weights.items()) or self.article]
        return hashlib.sha256(json.dumps(told).encode("ascii")).digest()

    def keys(self, count: int) -> tuple[str, ...]:
        """The lemmas that weigh most, at most `count`, by which an article finds those that it may be close to."""
        return tuple(sorted(self.weights, key=lambda lemma: (-self.weights[lemma], lemma))[:count])


def sketch(document: Document) -> Sketch:
    """The sketch of a parsed document."""
    counts: Counter[str] = Counter()
    words = 0
    sentences = [s for _, those in sorted(document.sentences.items()) for s in those]
    for number, sentence in enumerate(sentences):
        lemmas = [token.lemma.lower() for token in sentence.tokens if token.pos in CONTENT and token.text[:1].isalnum()]
        words += len(lemmas)
        counts.update(lemmas)
        if number < LEAD:
            counts.update(lemmas)
    weights = {lemma: rarity(lemma) * (1.0 + log(count)) for lemma, count in counts.items()}
    published = document.article.published
    return Sketch(
        document.article.id,
        published.toordinal() if published else 0,
        words,
        {lemma: weight for lemma, weight in weights.items() if weight > 0.0},
    )


def copies(sketches: Iterable[Sketch]) -> dict[str, Sequence[str]]:
    """The articles of each likeness, sorted, under the first of them, which stands for all."""
    alike: dict[bytes, list[str]] = defaultdict(list)
    for each in sketches:
        alike[each.likeness].append(each.article)
    groups = sorted(sorted(those) for those in alike.values())
    return {those[0]: those for those in groups}
