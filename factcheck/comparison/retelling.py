"""Two sentences that tell one thing in other words: which word of the one stands for which of the other.

Near copies have their place in the sentence to go by; a retelling has not. Here words stand for one another that are
the same, of one family, or near in sense, and how much of both sentences is told by the other says how far they may be
trusted to be about one event.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from factcheck.comparison.nearness import Form, align, form_of
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.frequency import rarity
from factcheck.lexicon.phrasal import is_phrasal, single_verbs
from factcheck.model import Claim, QuantityMention, TimeMention
from factcheck.span import Span
from factcheck.values.relation import Relation

CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "ADV")
# Sentences of an article up to which each of them is held against each of another such article.
SHORT = 8
# How a particle may hang on its verb, and how many words behind it.
PARTICLE = ("prt", "advmod", "dobj", "prep")
FAR = 4
# Words that only bind others, and the head of a word whose governor is not in the sentence at hand.
SMALL = ("ADP", "PART", "SCONJ", "DET", "CCONJ")
NOWHERE = -1
# Amounts and times that are one count as this much of a sentence.
VALUE = 0.6


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


@frozen(eq=False, slots=False)
class Retelling:
    """Two sentences side by side.

    Attributes:
        left: the one.
        right: the other.
        scene: where things are looked up.
    """

    left: Side
    right: Side
    scene: Scene

    @cached_property
    def aligned(self) -> Mapping[int, tuple[int, float]]:
        """For each content word of the left sentence its counterpart on the right with how near it is."""
        return align(self.left.forms, self.right.forms)

    @cached_property
    def counterparts(self) -> dict[int, int]:
        """For each aligned word of the right sentence the one on the left."""
        return {j: i for i, (j, _) in self.aligned.items()}

    @cached_property
    def agreeing(self) -> int:
        """How many amounts and times are one."""
        amounts = sum(
            any(mine.value.relation_to(yours.value) is Relation.EQUAL for yours in self.right.amounts)
            for mine in self.left.amounts
        )
        times = sum(
            any(mine.value.relation_to(yours.value) is Relation.EQUAL for yours in self.right.times)
            for mine in self.left.times
        )
        return amounts + times

    @cached_property
    def mass(self) -> float:
        """How much both tell."""
        return sum(self.left.weight(i) * near for i, (_, near) in self.aligned.items()) + VALUE * self.agreeing

    def covered(self, *apart: Span) -> tuple[float, float]:
        """Share of the shorter and of the longer sentence that the other tells, the words `apart` left out."""
        without = {i for span in apart for i in range(*self.left.words.within(span))}
        without_right = {j for span in apart for j in range(*self.right.words.within(span))}
        mine = sum(self.left.weight(i) for i in self.left.content if i not in without)
        yours = sum(self.right.weight(j) for j in self.right.content if j not in without_right)
        told = sum(self.left.weight(i) * near for i, (_, near) in self.aligned.items() if i not in without)
        values = VALUE * self.agreeing
        shares = [(told + values) / max(side + values, 0.1) for side in (mine, yours)]
        return max(shares), min(shares)

    def is_anchored(self, left: int, right: int) -> bool:
        """Whether two words stand for each other, or hang on words that do."""
        return self.is_linked(left, right) or self.hang_together(left, right)

    def is_linked(self, left: int, right: int) -> bool:
        """Whether two words stand for each other, or one hangs on what stands for the other."""
        there, here = self.aligned.get(left, (NOWHERE, 0.0))[0], self.counterparts.get(right, NOWHERE)
        if there == right:
            return True
        return there in self.right.neighbours(right) or here in self.left.neighbours(left)

    def hang_together(self, left: int, right: int) -> bool:
        """Whether two words hang on words that stand for each other."""
        others = self.right.neighbours(right)
        return any(self.aligned[i][0] in others for i in self.left.neighbours(left) if i in self.aligned)

    def rest(self, *, is_right: bool) -> list[int]:
        """The content words of one side that the other has no counterpart for."""
        if is_right:
            return [j for j in self.right.content if j not in self.counterparts]
        return [i for i in self.left.content if i not in self.aligned]

    def pairing(self, left: Span, right: Span) -> Pairing:
        """The two claims that hold some words."""
        return Pairing(self.left.claim_at(left), self.right.claim_at(right), self.scene)


def retell(left: Claim, right: Claim, scene: Scene) -> Retelling:
    """The sentences of two claims side by side."""
    mine, yours = (Side(scene.words_of(claim), scene.sentence_mates(claim)) for claim in (left, right))
    return Retelling(mine, yours, scene)


def retell_texts(left: str, right: str, scene: Scene) -> Retelling:
    """Two whole texts of a few sentences side by side."""
    mine, yours = (Side(scene.words_in(article), scene.claims_of(article)) for article in (left, right))
    return Retelling(mine, yours, scene)


def retellings(pairs: Iterable[tuple[Claim, Claim]], scene: Scene) -> Iterator[Retelling]:
    """The sentences of different articles that tell most of each other, each with its best counterpart only.

    Args:
        pairs: claims whose sentences are held against each other.
        scene: where things are looked up.
    """
    sides: dict[Span, Side] = {}
    found: dict[tuple[Span, Span], Retelling] = {}
    for one, other in pairs:
        left, right = sorted((one, other), key=lambda claim: scene.rank[claim.id])
        key = (left.sentence, right.sentence)
        if left.article == right.article or key in found:
            continue
        for claim in (left, right):
            if claim.sentence not in sides:
                sides[claim.sentence] = Side(scene.words_of(claim), scene.sentence_mates(claim))
        if sides[left.sentence].words.content & sides[right.sentence].words.content:
            found[key] = Retelling(sides[left.sentence], sides[right.sentence], scene)
    best: dict[tuple[Span, str], float] = {}
    for (left_place, right_place), each in found.items():
        for place, article in ((left_place, right_place.article), (right_place, left_place.article)):
            best[place, article] = max(best.get((place, article), 0.0), each.mass)
    for (left_place, right_place), each in sorted(found.items()):
        ends = (best[left_place, right_place.article], best[right_place, left_place.article])
        if each.mass and each.mass >= max(ends):
            yield each
