"""Where the comparers look things up: the parsed words of a claim, entities, articles, near copies."""

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from attrs import Factory, define

from factcheck.comparison.diff import Edit, shared_share
from factcheck.comparison.near_copies import NEAR_COPY_SHARE, are_reworded, near_copy
from factcheck.comparison.words import Words, forms_of
from factcheck.model import Article, Claim, Corpus, Entity
from factcheck.span import Span
from factcheck.values.quotation import Passage, read_passages


@define(eq=False, slots=False)
class Scene:
    """The corpus as the comparers see it; what is looked up is kept for the next comparer.

    Attributes:
        corpus: the corpus.
    """

    corpus: Corpus
    _claims: dict[str, list[Claim]] = Factory(dict)
    _passages: dict[str, tuple[Passage, ...]] = Factory(dict)
    _words: dict[tuple[str, int, int], Words] = Factory(dict)
    _printed: dict[str, frozenset[str]] = Factory(dict)
    _said: dict[str, frozenset[str]] = Factory(dict)
    _by_article: dict[str, list[Words]] = Factory(dict)
    _days: dict[str, date | None] = Factory(dict)
    _reworded: dict[tuple[str, str], bool] = Factory(dict)
    _edits: dict[tuple[tuple[object, ...], ...], tuple[Edit, ...] | None] = Factory(dict)

    @cached_property
    def rank(self) -> dict[str, int]:
        """For each claim its number in the order of article and place."""
        return {claim: number for number, claim in enumerate(self.corpus.claims)}

    def article(self, claim: Claim) -> Article:
        """The article that a claim stands in."""
        return self.corpus.articles[claim.article]

    def entity(self, key: str) -> Entity | None:
        """The entity with this id, or None."""
        return self.corpus.entities.get(key)

    def claims_at(self, span: Span) -> list[Claim]:
        """The claims that hold the words at `span`, those whose quotations hold them first, the shortest first."""
        claims = self.claims_of(span.article)
        near = [claim for claim in claims if claim.span.overlaps(span)]
        if not near:
            near = [claim for claim in claims if claim.sentence.overlaps(span)]
        return sorted(near, key=lambda c: (not any(q.overlaps(span) for q in c.quotations), len(c.span)))

    def claims_of(self, article: str) -> list[Claim]:
        """The claims of an article."""
        if not self._claims:
            for claim in self.corpus.claims.values():
                self._claims.setdefault(claim.article, []).append(claim)
        return self._claims.get(article, [])

    def passages_of(self, claim: Claim) -> tuple[Passage, ...]:
        """The passages of the quotations that a claim takes words from, as long as they are in the article."""
        return tuple(
            passage
            for passage in self._quoted(claim.article)
            if any(part.overlaps(passage.place) for part in claim.quotations)
        )

    def _quoted(self, article: str) -> tuple[Passage, ...]:
        """Every passage that an article quotes, each sentence for itself."""
        if article not in self._passages:
            self._passages[article] = tuple(
                sentence
                for quotation in self.corpus.documents[article].quotations
                for passage in read_passages(quotation)
                for sentence in passage.sentences
            )
        return self._passages[article]

    def has_copy(self, passage: Passage, other: Passage) -> bool:
        """Whether the other's article quotes a passage word for word."""
        return any(passage.keys == each.keys for each in self._quoted(other.span.article) if each.span != passage.span)

    def is_best_counterpart(self, passage: Passage, other: Passage) -> bool:
        """Whether no passage of the other's article has more words of `passage` than `other` has."""

        def common(each: Passage) -> int:
            return len(words & each.forms)

        words = passage.forms
        best = common(other)
        return all(common(each) <= best for each in self._quoted(other.span.article) if each.span != passage.span)

    def sentence_mates(self, claim: Claim) -> list[Claim]:
        """The claims that stand in the same sentence, the claim itself among them."""
        return [each for each in self.claims_of(claim.article) if each.sentence == claim.sentence]

    def join(self, claim: Claim, parts: Sequence[Span]) -> Span:
        """The stretch of the claim's article from the first to the last of some spans."""
        start, end = min(part.start for part in parts), max(part.end for part in parts)
        return Span.of(self.article(claim).text, start, end, claim.article)

    def words_of(self, claim: Claim) -> Words:
        """The parsed sentence that a claim stands in."""
        key = (claim.article, claim.sentence.start, claim.sentence.end)
        if key not in self._words:
            self._words[key] = self._read(claim)
        return self._words[key]

    def _read(self, claim: Claim) -> Words:
        document = self.corpus.documents[claim.article]
        text = document.article.text
        reading = document.readings.get(claim.block)
        tokens, places, governors = [], [], []
        for sentence in document.sentences.get(claim.block, ()) if reading else ():
            assert reading is not None
            if not reading.original(sentence.start, sentence.end, text).overlaps(claim.sentence):
                continue
            for token in sentence.tokens:
                place = reading.original(token.start, token.end, text)
                if token.pos not in ("PUNCT", "SPACE") and place.overlaps(claim.sentence):
                    tokens.append(token)
                    places.append(place)
                    governors.append(sentence.tokens[token.head])
        near = [each for each in document.quotations if each.overlaps(claim.sentence)]
        quoted = tuple(any(each.contains(place) for each in near) for place in places)
        return Words(text, tuple(tokens), tuple(places), quoted, tuple(governors))

    def words_in(self, article: str) -> Words:
        """The parsed words of all sentences of an article in which a claim stands."""
        each = {claim.sentence: claim for claim in self.claims_of(article)}
        found = [self.words_of(each[place]) for place in sorted(each)]
        return Words(
            found[0].text,
            tuple(token for words in found for token in words.tokens),
            tuple(place for words in found for place in words.places),
            tuple(quoted for words in found for quoted in words.quoted),
            tuple(governor for words in found for governor in words.governors),
        )

    def is_printed(self, claim: Claim, article: str) -> bool:
        """Whether an article has the words of a claim from elsewhere, word for word."""
        if article not in self._printed:
            self._printed[article] = frozenset(each.text for each in self.claims_of(article))
        return claim.text in self._printed[article]

    def said_in(self, article: str) -> frozenset[str]:
        """The forms of every word of an article."""
        if article not in self._said:
            sentences = (each for block in self.corpus.documents[article].sentences.values() for each in block)
            self._said[article] = frozenset().union(*(forms_of(token) for each in sentences for token in each.tokens))
        return self._said[article]

    def is_closest(self, left: Claim, right: Claim) -> bool:
        """Whether neither sentence has more words in common with another sentence of the other's article."""
        mine, yours = self.words_of(left), self.words_of(right)
        common = len(mine.vocabulary & yours.vocabulary)
        return not (self._has_closer(mine, yours, common) or self._has_closer(yours, mine, common))

    def _has_closer(self, words: Words, known: Words, common: int) -> bool:
        """Whether a sentence of the known one's article is a near copy with more than `common` of some words."""
        return any(
            len(words.vocabulary & other.vocabulary) > common
            and shared_share(words.keys, other.keys) >= NEAR_COPY_SHARE
            and other.places not in (words.places, known.places)
            for other in self._sentences(known.places[0].article)
        )

    def _sentences(self, article: str) -> list[Words]:
        """The words of every sentence of an article that a claim stands in."""
        if article not in self._by_article:
            each = {claim.sentence: claim for claim in self.claims_of(article)}
            self._by_article[article] = [self.words_of(claim) for claim in each.values()]
        return self._by_article[article]

    def day_of(self, article: str) -> date | None:
        """When an article was published; one without a date is as old as the first article that it rewords."""
        articles = self.corpus.articles
        if articles[article].published is not None:
            return articles[article].published
        if article not in self._days:
            dated = {key: each.published for key, each in articles.items() if each.published is not None}
            days = [day for key, day in dated.items() if self.are_reworded(article, key)]
            self._days[article] = min(days, default=None)
        return self._days[article]

    def are_reworded(self, article: str, other: str) -> bool:
        """Whether one article is the other in other words."""
        one, two = sorted((article, other))
        if (one, two) not in self._reworded:
            self._reworded[one, two] = are_reworded(self._sentences(one), self._sentences(two))
        return self._reworded[one, two]

    def edits(self, left: Words, right: Words) -> tuple[Edit, ...] | None:
        """What turns one sentence into the other, or None where they are no near copies of each other."""
        key = (left.keys, left.quoted, right.keys, right.quoted)
        if key not in self._edits:
            self._edits[key] = near_copy(left, right)
        return self._edits[key]
