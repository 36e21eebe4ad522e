"""Who bears a fact out: claims kept together are of one thing, which is not yet saying the same.

Matching brings together what is to be compared: "refused to concede" stands beside "conceded defeat". Where no comparer
fires, such a pair must not be told as what two articles agree on. So the words that stand for a fact are held against
each article once more: is what they say, and not only what they are about, to be found there?
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from attrs import frozen

from factcheck import lexicon
from factcheck.config import Bearing
from factcheck.lexicon.senses import are_synonyms
from factcheck.lexicon.wordnet import family
from factcheck.model import Claim, ClaimKind, Corpus, MentionForm
from factcheck.span import Span
from factcheck.values.quantity import Quantity
from factcheck.values.relation import Relation
from factcheck.values.time import TimeInterval

_WORD = re.compile(r"\w+")
# How a value of the gist may stand to that of another article for the other to bear it out.
_BEARS = frozenset({Relation.EQUAL, Relation.ROUNDING, Relation.BROADER, Relation.COMPATIBLE})


@frozen
class Borne:
    """The words that stand for a fact, and the ids of the articles that say so, sorted."""

    gist: str
    articles: tuple[str, ...]


@frozen(eq=False)
class Content:
    """What some claims say, in words.

    Attributes:
        plain: content lemmas that belong to no name, amount or time.
        names: the words of its names, each with whom it names ("" where that is not known).
        words: all of these.
        families: the words that their families go by.
        entities: whom it names, speaks of or stands on the word of.
        quantities: its amounts, times left out.
        times: its times, but those of the saying.
    """

    plain: frozenset[str]
    names: frozenset[tuple[str, str]]
    words: frozenset[str]
    families: frozenset[str]
    entities: frozenset[str]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeInterval, ...]

    def has(self, word: str) -> bool:
        """Whether it says a word, another of its family or a synonym."""
        if word in self.words or family(word) in self.families:
            return True
        return any(are_synonyms(word, other) for other in self.words)

    def has_name(self, word: str, entity: str) -> bool:
        """Whether it names the same one, or has the word."""
        return bool(entity and entity in self.entities) or word in self.words


class Bearings:
    """Who says what the gist of a fact says.

    Args:
        corpus: where claims and mentions are looked up.
        numbers: the thresholds.
    """

    def __init__(self, corpus: Corpus, numbers: Bearing) -> None:
        self._corpus, self._numbers = corpus, numbers
        self._in_sentence: dict[Span, list[Claim]] = defaultdict(list)
        for claim in corpus.claims.values():
            self._in_sentence[claim.sentence].append(claim)
        self._said: dict[str, Content] = {}
        self._told: dict[Span, Content] = {}

    def of(self, gist: str, claims: Sequence[Claim], group_of: Mapping[str, int]) -> Borne:
        """The words that most know, of a claim of the fact, and who says so; the given gist where it is as good.

        Args:
            gist: the words that stand for the fact so far.
            claims: the claims of the fact.
            group_of: for each article the number of those that count once together.
        """
        distinct = {claim.text: claim for claim in reversed(claims)}
        ranked = sorted(distinct.values(), key=lambda claim: (claim.text != gist, -len(claim.terms), claim.id))
        best, most = Borne(gist, tuple(sorted(group_of))), (0, 0)
        for claim in ranked[: self._numbers.candidates]:
            articles = self._bearers(claim, claims)
            counts = len({group_of[article] for article in articles}), len(articles)
            if counts > most:
                best, most = Borne(claim.text, tuple(sorted(articles))), counts
            if len(articles) == len(group_of):
                break
        return best

    def _bearers(self, gist: Claim, claims: Iterable[Claim]) -> set[str]:
        """The articles that say what a claim says."""
        found = {gist.article}
        for claim in claims:
            if claim.article not in found and (claim.text == gist.text or self.bears_out(claim, gist)):
                found.add(claim.article)
        return found

    def bears_out(self, claim: Claim, gist: Claim) -> bool:
        """Whether one claim, read in its sentence, says what another says."""
        said, told = self._content(gist), self._sentence(claim)
        if not gist.terms or not claim.terms:
            return True  # there is nothing to be held against each other
        if gist.is_negated != claim.is_negated or _clash(said.times, self._content(claim).times):
            return False
        for quantity in said.quantities:
            if all(quantity.relation_to(other) not in _BEARS for other in told.quantities):
                return False
        plain = [told.has(word) for word in said.plain] + [True] * len(said.quantities)
        named = [told.has_name(word, entity) for word, entity in said.names]
        own, share = _share(plain), _share(plain + named)
        if gist.kind is ClaimKind.IDENTITY:
            return min(share, own) >= self._numbers.identity
        if self._has_deed(gist, told):
            return share > self._numbers.with_deed
        return min(share, own) >= self._numbers.without_deed

    def _has_deed(self, gist: Claim, told: Content) -> bool:
        """Whether what is done is said as well; a verb that says little alone counts for nothing."""
        deed = gist.predicate.lemma.casefold() if gist.predicate else ""
        return not deed or deed in lexicon.words("comparison", "light_verbs") or told.has(deed)

    def _content(self, claim: Claim) -> Content:
        if claim.id not in self._said:
            self._said[claim.id] = self._read([claim])
        return self._said[claim.id]

    def _sentence(self, claim: Claim) -> Content:
        """What the sentence of a claim says."""
        if claim.sentence not in self._told:
            self._told[claim.sentence] = self._read(self._in_sentence[claim.sentence] or [claim])
        return self._told[claim.sentence]

    def _read(self, claims: Collection[Claim]) -> Content:
        """What claims say."""
        known = self._corpus.mentions
        mentions = [known[key] for claim in claims for key in claim.mentions if key in known]
        names = {
            (word, mention.entity)
            for mention in mentions
            if mention.form is MentionForm.NAME
            for word in _WORD.findall(mention.name.casefold())
        }
        entities = {mention.entity for mention in mentions} | {claim.holder.entity for claim in claims}
        entities |= {argument.entity for claim in claims for argument in claim.arguments}
        quantities = tuple(q.value for claim in claims for q in claim.quantities if q.value.dimension != "duration")
        times = tuple(time.value for claim in claims for time in claim.times if not time.of_saying)
        figures = [quantity.number.text for quantity in quantities] + [time.span.text for time in times]
        valued = {word for figure in figures for word in _WORD.findall(figure.casefold())}
        terms = {term.casefold() for claim in claims for term in claim.terms}
        plain = frozenset(terms - {word for word, _ in names} - valued - lexicon.words("comparison", "light_verbs"))
        words = plain | {word for word, _ in names}
        families = frozenset(map(family, words))
        return Content(plain, frozenset(names), words, families, frozenset(entities - {""}), quantities, times)


def _clash(mine: Collection[TimeInterval], yours: Collection[TimeInterval]) -> bool:
    """Whether all that two claims date is dated otherwise."""
    relations = [time.relation_to(other) for time in mine for other in yours]
    return bool(relations) and all(relation.is_conflict for relation in relations)


def _share(found: Sequence[bool]) -> float:
    """The share of what was looked for that was found; 1.0 where nothing was looked for."""
    return sum(found) / len(found) if found else 1.0
