"""Where the comparers look things up: the parsed words of a claim, entities, articles, near copies."""

from collections.abc import Sequence
from functools import cached_property

from attrs import Factory, define, frozen

from factcheck.comparison.diff import Edit, diff, shared_share
from factcheck.lexicon.senses import are_near
from factcheck.model import Article, Claim, Corpus, Entity
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.name_places import look_up
from factcheck.values.quotation import Passage, fold, read_passages

# A near copy: this share of the words of the longer sentence stand in both, and no more words than this are exchanged.
# From eight sets of three articles: looser gates alarm on most harmless pairs of one fact.
NEAR_COPY_SHARE = 0.6
NEAR_COPY_EXCHANGED = 5
SHORTEST = 4
# Words inside one pair of marks up to which all of them may be exchanged; where more are, it is another remark.
REMARK = 2
# Changes from which a sentence with another main verb tells something else.
REWRITTEN = 3
# What the parser cuts contractions into.
CLITICS = {
    "n't": "not",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "'ll": "will",
    "'re": "are",
    "'ve": "have",
    "'m": "am",
}


@frozen(eq=False, slots=False)
class Words:
    """The parsed words of one sentence, with their places in the article.

    Attributes:
        text: the article's text.
        tokens: the tokens without punctuation and white space.
        places: for each of them the span in the article.
        quoted: for each of them whether it stands inside quotation marks.
        governors: for each of them the token that governs it, itself where it is the main one.
    """

    text: str
    tokens: tuple[Token, ...]
    places: tuple[Span, ...]
    quoted: tuple[bool, ...]
    governors: tuple[Token | None, ...] = ()

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words in the form in which they are compared."""
        return tuple(_normalise(token) for token in self.tokens)

    @cached_property
    def root(self) -> str:
        """Lemma of the main verb, or ""."""
        return next((t.lemma.lower() for t in self.tokens if t.dep == "ROOT" and t.pos in ("VERB", "AUX")), "")

    def may_copy(self, other: "Words") -> bool:
        """Whether enough different words are common for a near copy; quick, and never wrongly no."""
        longer = max(len(self.keys), len(other.keys))
        spare = len(self.keys) - len(self.vocabulary)
        return len(self.vocabulary & other.vocabulary) + spare >= NEAR_COPY_SHARE * longer

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """For each token the number of its governor, -1 where that is none of them."""
        known = {id(token): number for number, token in enumerate(self.tokens)}
        return tuple(known.get(id(governor), -1) if governor else -1 for governor in self.governors)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.keys)

    @cached_property
    def content(self) -> frozenset[str]:
        """The lemmas of the words that say something, numbers apart."""
        return frozenset(t.lemma.lower() for t in self.tokens if t.pos in ("NOUN", "PROPN", "VERB", "ADJ"))

    @cached_property
    def unquoted(self) -> tuple[str, ...]:
        """The words outside quotation marks."""
        return tuple(key for key, quoted in zip(self.keys, self.quoted, strict=True) if not quoted)

    def forms(self, index: int) -> frozenset[str]:
        """A word as it stands, as a lemma, and as the place that it means ("Mass.")."""
        return _forms(self.tokens[index])

    @cached_property
    def said(self) -> frozenset[str]:
        """The forms of all words."""
        return frozenset().union(*map(_forms, self.tokens))

    def is_glued(self, index: int) -> bool:
        """Whether the next word follows a token with nothing, or a hyphen, between them: "same-sex"."""
        if index + 1 >= len(self.places):
            return False
        return self.text[self.places[index].end : self.places[index + 1].start] in ("", "-")

    def slice(self, first: int, last: int) -> Span:
        """The article's words from token `first` up to, not including, `last`."""
        return Span.of(self.text, self.places[first].start, self.places[last - 1].end, self.places[first].article)

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens [first, last) that lie in `span`; empty where none does."""
        inside = [i for i, place in enumerate(self.places) if place.overlaps(span)]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)


def _forms(token: Token) -> frozenset[str]:
    place = look_up(token.text.removeprefix("D-").removeprefix("R-"))
    return frozenset((_normalise(token), token.lemma.lower(), *([f"in {place.name}"] if place else ())))


def _normalise(token: Token) -> str:
    """A word without case, accents and the full stops of an abbreviation; a number without its separators."""
    text = fold(token.text)
    if text[:1].isdigit():
        return text.replace(",", "")
    return CLITICS.get(text) or text.replace(".", "") or text


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
            self._said[article] = frozenset().union(*(_forms(token) for each in sentences for token in each.tokens))
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

    def edits(self, left: Words, right: Words) -> tuple[Edit, ...] | None:
        """What turns one sentence into the other, or None where they are no near copies of each other."""
        key = (left.keys, left.quoted, right.keys, right.quoted)
        if key not in self._edits:
            self._edits[key] = _near_copy(left, right)
        return self._edits[key]


def _near_copy(left: Words, right: Words) -> tuple[Edit, ...] | None:
    """The edits between near copies; None where the sentences are too different, or too short to tell.

    Two outlets that quote the same words need not tell the same around them: outside the quotation marks the sentences
    are held to the same measure once more.
    """
    if min(len(left.keys), len(right.keys)) < SHORTEST or not left.may_copy(right):
        return None
    if shared_share(left.keys, right.keys) < NEAR_COPY_SHARE:
        return None
    edits = diff(left.keys, right.keys)
    if any(left.quoted) or any(right.quoted):
        edits = _outside_or_inside(left, right, edits)
    if sum(edit.size for edit in edits) > NEAR_COPY_EXCHANGED or _tells_otherwise(left, right, edits):
        return None
    return edits or (None if left.keys != right.keys else ())


def _outside_or_inside(left: Words, right: Words, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits of the part that is a near copy: what is quoted, what stands around it, or both."""

    def is_quoted(edit: Edit) -> bool:
        return all(left.quoted[slice(*edit.left)]) and all(right.quoted[slice(*edit.right)])

    same_frame = _is_near(left.unquoted, right.unquoted)
    mine, yours = (tuple(k for k, q in zip(w.keys, w.quoted, strict=True) if q) for w in (left, right))
    same_remark = _is_near(mine, yours) or (same_frame and max(len(mine), len(yours)) <= REMARK)
    same_remark = same_remark or (same_frame and shared_share(mine, yours) > 0)
    return tuple(edit for edit in edits if (same_remark if is_quoted(edit) else same_frame))


def _is_near(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two sequences of words are long enough and mostly the same."""
    return min(len(left), len(right)) >= SHORTEST and shared_share(left, right) >= NEAR_COPY_SHARE


def _tells_otherwise(left: Words, right: Words, edits: tuple[Edit, ...]) -> bool:
    """Whether much is changed, the main verb with it."""
    mine, yours = left.root, right.root
    return len(edits) >= REWRITTEN and bool(mine and yours) and not are_near(mine, yours)
