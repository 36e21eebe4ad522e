"""One side of a retelling: the words of a sentence or of a short text, what they weigh and what they hang on."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from attrs import frozen

from factcheck.comparison.nearness import Form, form_of
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.frequency import rarity
from factcheck.lexicon.phrasal import is_phrasal, single_verbs
from factcheck.model import Claim, QuantityMention, TimeMention
from factcheck.span import Span

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
# How a particle may hang on its verb, and how many words behind it.
PARTICLE = ("prt", "advmod", "dobj", "prep")
FAR = 4
# Words that only bind others, and the head of a word whose governor is not in the sentence at hand.
SMALL = ("ADP", "PART", "SCONJ", "DET", "CCONJ")
NOWHERE = -1


@frozen(eq=False, slots=False)
class Side:
    """One sentence with what its claims hold.

    Attributes:
        words: its parsed words.
        claims: the claims in it.
    """

    words: Words
    claims: Sequence[Claim]

    @cached_property
    def amounts(self) -> tuple[QuantityMention, ...]:
        """The definite amounts of the claims, each once."""
        found = {each.value.span: each for claim in self.claims for each in claim.quantities if not each.value.is_vague}
        return tuple(found[span] for span in sorted(found))

    @cached_property
    def times(self) -> tuple[TimeMention, ...]:
        """When it happened, and not when it was said."""
        found = {each.value.span: each for claim in self.claims for each in claim.times if not each.of_saying}
        return tuple(found[span] for span in sorted(found) if found[span].value.type in ("DATE", "TIME"))

    @cached_property
    def content(self) -> tuple[int, ...]:
        """The words that say what happened: without values, and without those that say on whose word."""
        apart = [each.value.span for each in self.amounts]
        apart += [each.value.span for claim in self.claims for each in claim.times]
        for claim in self.claims:
            if claim.cue and self._is_refusal(claim.cue.span):
                continue  # "the union rejected what was offered" tells of a deed
            said = (claim.holder.span, claim.cue.span if claim.cue else None)
            apart += [span for span in said if span and not claim.span.overlaps(span)]
        outside = {i for span in apart for i in range(*self.words.within(span))}
        light = words("comparison", "light_verbs")
        return tuple(
            i
            for i, token in enumerate(self.words.tokens)
            if i not in outside
            and token.pos in CONTENT
            and i not in self.phrasal.values()
            and token.dep not in ("aux", "auxpass", "neg")
            and token.ent not in ("DATE", "TIME")
            and (token.lemma.lower() not in light or token.pos == "NOUN" or self._says_more(i))
        )

    def _is_refusal(self, cue: Span) -> bool:
        """Whether words that say on whose word something is told also say that it was turned down."""
        listed = words("comparison", "refusals") | words("comparison", "denying")
        return any(self.words.tokens[i].lemma.lower() in listed for i in range(*self.words.within(cue)))

    def _says_more(self, index: int) -> bool:
        """Whether a verb says with its particle what it does not say alone: "turn down", and not "take place"."""
        light = words("comparison", "light_verbs")
        return index in self.phrasal and light.isdisjoint(single_verbs(self.lemma(index)))

    @cached_property
    def phrasal(self) -> Mapping[int, int]:
        """The verbs that are one with a word behind them ("turn down"), each with the place of that word."""
        tokens, governing = self.words.tokens, set(self.words.heads)
        return {
            self.words.heads[i]: i
            for i, token in enumerate(tokens)
            if token.dep in PARTICLE
            and 0 <= i - self.words.heads[i] <= FAR
            and i not in governing
            and is_phrasal(f"{tokens[self.words.heads[i]].lemma.lower()} {token.text.lower()}")
        }

    def lemma(self, index: int) -> str:
        """The lemma of a word, of a verb with its particle."""
        found = self.words.tokens[index].lemma.lower()
        return f"{found} {self.words.tokens[self.phrasal[index]].text.lower()}" if index in self.phrasal else found

    def span(self, index: int) -> Span:
        """A word, a verb with its particle."""
        return self.words.slice(index, self.phrasal.get(index, index) + 1)

    @cached_property
    def forms(self) -> tuple[tuple[int, Form], ...]:
        """The content words as they are aligned."""
        tokens = self.words.tokens
        return tuple(
            (i, (self.lemma(i), self.lemma(i), tokens[i].pos) if i in self.phrasal else form_of(tokens[i]))
            for i in self.content
        )

    def weight(self, index: int) -> float:
        """How much a word says."""
        lemma = self.lemma(index)
        return rarity(next(iter(single_verbs(lemma)), lemma))

    def neighbours(self, index: int) -> frozenset[int]:
        """The words that govern a word or are governed by it, prepositions passed over.

        What a light verb only ties together ("the toll is 12") are neighbours as well, and so are the two halves of
        what somebody is called ("the engineer Raul Tamez").
        """
        governor = self.governor(index)
        found = {governor, *self._governed(index)}
        seen = {NOWHERE}
        while governor not in seen and self.words.tokens[governor].lemma.lower() in words("comparison", "light_verbs"):
            seen.add(governor)
            found |= self._governed(governor)
            governor = self.governor(governor)
        tokens = self.words.tokens
        found |= {self.governor(i) for i in found if i != NOWHERE and tokens[i].dep == "appos"}
        found |= {j for i in found if i != NOWHERE for j in self._governed(i) if tokens[j].dep == "appos"}
        found |= {j for i in found if i != NOWHERE for j in self._named_so(i)}
        return frozenset(found - {index, NOWHERE})

    def _named_so(self, index: int) -> set[int]:
        """What a kind of place is called: "the island of Salis"."""
        tokens = self.words.tokens
        if tokens[index].lemma.lower() not in words("comparison", "kinds_of_place"):
            return set()
        return {i for i in self._governed(index) if i > index and tokens[i].pos == "PROPN" and tokens[i].dep == "pobj"}

    def _governed(self, index: int) -> set[int]:
        """The words that a word governs."""
        return {i for i in range(len(self.words.tokens)) if i != index and self.governor(i) == index}

    def governor(self, index: int) -> int:
        """The word that governs another one, prepositions and nouns like "suspicion" passed over."""
        tokens, seen = self.words.tokens, {index}
        while True:
            index = self.words.heads[index]
            if index == NOWHERE or index in seen:
                return NOWHERE
            seen.add(index)
            is_bare = tokens[index].pos == "NOUN" and tokens[index].lemma.lower() in words("comparison", "see_through")
            if tokens[index].pos not in SMALL and not is_bare:
                return index

    def is_followed(self, index: int) -> bool:
        """Whether the next word stands right behind a word, without a sign between them."""
        places = self.words.places
        if index + 1 >= len(places):
            return False
        return not self.words.text[places[index].end : places[index + 1].start].strip()

    def claim_at(self, span: Span) -> Claim:
        """The shortest claim that holds some words, else the first one."""
        holding = [claim for claim in self.claims if claim.span.overlaps(span)]
        return min(holding, key=lambda claim: (len(claim.span), claim.id), default=self.claims[0])
