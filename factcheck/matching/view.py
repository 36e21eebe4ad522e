"""A corpus as matching sees it: its claims and sentences as units, and the features of their pairs."""

from collections.abc import Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.matching.alone import Alone, make_alone
from factcheck.matching.copies import Elsewhere
from factcheck.matching.encoder import Encoder
from factcheck.matching.features import pair_features
from factcheck.matching.marks import MarkedArticle, mark_article, person_names
from factcheck.matching.meaning import Meaning, make_meaning
from factcheck.matching.rows import Floats, Ints
from factcheck.matching.statements import Statements, make_statements
from factcheck.matching.surroundings import Surroundings, make_surroundings
from factcheck.matching.units import Place, Units, make_units, read_keys, weigh
from factcheck.model import Claim, Corpus, Mention
from factcheck.span import Span


@frozen(eq=False)
class View:
    """The claims of a corpus, ready for comparison in bulk.

    Attributes:
        claims: the claims, in the corpus's order; pairs are given by their numbers here.
        units: the claims as units.
        statements: what the claims say beyond their words.
        sentences: the sentences as units.
        surroundings: the sentences as wholes, and where they stand.
        homes: number of the sentence of each claim.
        alone: the sentences that are texts of their own, or None where there is none.
        elsewhere: where else the claims are printed.
        meaning: what an encoder makes of claims and sentences, or None.
    """

    claims: Sequence[Claim]
    units: Units
    statements: Statements
    sentences: Units
    surroundings: Surroundings
    homes: Ints
    alone: Alone | None
    elsewhere: Elsewhere
    meaning: Meaning | None = None

    def features(self, left: Ints, right: Ints) -> Mapping[str, Floats]:
        """Features of pairs of claims: what the claims share, and what the sentences around them share."""
        features = {f"claim: {name}": value for name, value in pair_features(self.units, left, right).items()}
        features |= {f"claim: {name}": value for name, value in self.statements.features(left, right).items()}
        count = len(self.sentences.article)
        keys, back = np.unique(self.homes[left] * count + self.homes[right], return_inverse=True)
        homes = keys // count, keys % count
        around = pair_features(self.sentences, *homes) | self.surroundings.features(*homes)
        features |= {f"sentence: {name}": value[back] for name, value in around.items()}
        if self.alone and self.is_alone(left, right).any():
            features |= {name: value[back] for name, value in self.alone.features(*homes).items()}
        if self.meaning:
            features |= self.meaning.features(left, right, (self.homes[left], self.homes[right]))
        return features

    def is_within(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs stand in one article; a claim with itself stands for it and a print of it elsewhere."""
        return np.equal(self.units.article[left], self.units.article[right]) & np.not_equal(left, right)

    def is_alone(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs come from texts of one sentence each, where nothing tells what is common in the story."""
        is_single = self.units.is_single
        return is_single[left] & is_single[right]

    def is_brief(self, left: Ints, right: Ints) -> NDArray[np.bool_]:
        """Which pairs come from texts of a few sentences that are not on their own."""
        is_short = self.units.is_short
        return is_short[left] & is_short[right] & ~self.is_alone(left, right)


def view(corpus: Corpus, further: Mapping[str, Sequence[Claim]] | None = None, encoder: Encoder | None = None) -> View:
    """The view of a corpus.

    Args:
        corpus: the corpus.
        further: the other prints of claims that stand for several, by their ids.
        encoder: asked for the meaning of claims and sentences; none is where None.
    """
    names = person_names(corpus.documents.values())
    mentions: dict[str, list[Mention]] = {article: [] for article in corpus.documents}
    for mention in corpus.mentions.values():
        mentions[mention.span.article].append(mention)
    told: dict[str, list[Claim]] = {article: [] for article in corpus.documents}
    claims = sorted(corpus.claims.values(), key=_place)
    for claim in claims:
        told[claim.article].append(claim)
    times = {article: [t.value for claim in told[article] for t in claim.times] for article in told}
    articles = [mark_article(corpus.documents[a], mentions[a], names, times[a]) for a in sorted(corpus.documents)]
    numbers = {marked.article: number for number, marked in enumerate(articles)}
    sentences = [[a.within(Span(a.article, start, end, "")) for start, end in a.sentences] for a in articles]
    firsts = np.concatenate([[0], np.cumsum([len(marked) for marked in sentences])])
    places, homes = [], []
    for claim in claims:
        number = numbers[claim.article]
        sentence = articles[number].position(claim.sentence)
        places.append(Place(number, sentence, articles[number].within(claim.span)))
        homes.append(int(firsts[number]) + sentence)
    rows = [Place(a, s, marks) for a, marked in enumerate(sentences) for s, marks in enumerate(marked)]
    sizes = [len(marked) for marked in sentences]
    keys = read_keys(rows)
    weights = weigh(keys, sizes)
    return View(
        claims,
        make_units(places, read_keys(places), weights, sizes),
        make_statements(claims, corpus.mentions),
        make_units(rows, keys, weights, sizes),
        make_surroundings(sentences, keys["telling"], weights["telling"]),
        np.array(homes, np.int64),
        make_alone(articles, [len(a.sentences) == 1 for a in articles], told, mentions),
        Elsewhere(claims, further or {}),
        _meaning(encoder, corpus, told, articles) if encoder else None,
    )


def _meaning(
    encoder: Encoder, corpus: Corpus, told: Mapping[str, Sequence[Claim]], articles: Sequence[MarkedArticle]
) -> Meaning:
    """What an encoder makes of the claims and the sentences, in the order of the view."""
    texts = {marked.article: corpus.documents[marked.article].article.text for marked in articles}
    sentences = [[texts[a.article][start:end] for start, end in a.sentences] for a in articles]
    return make_meaning(encoder, [[claim.text for claim in told[a.article]] for a in articles], sentences)


def _place(claim: Claim) -> tuple[str, int, int, str]:
    """Where a claim stands, to sort by: as its span and its id, but compared several times as fast."""
    return claim.article, claim.span.start, claim.span.end, claim.id
