"""The amounts and times of a sentence, bound to the clause, the role and the word that governs them."""

from bisect import bisect_right
from functools import partial

from attrs import define

from factcheck.extraction.arguments import Said
from factcheck.extraction.attribution_parts import Attribution
from factcheck.model import Document, QuantityMention, TimeMention
from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values.quantity import Quantity
from factcheck.values.quantity_reading import read_quantities
from factcheck.values.time import TimeInterval
from factcheck.values.time_hint import can_hold_time
from factcheck.values.time_reading import find_times, interval_of


@define(eq=False)
class Values:
    """What one sentence holds.

    Attributes:
        sentence: the sentence.
        amounts: each quantity with the token of its number.
        times: each time with the token that heads it.
        intervals: the times as read.
    """

    sentence: Sentence
    amounts: list[tuple[Quantity, int]]
    times: list[tuple[TimeInterval, int]]
    intervals: tuple[TimeInterval, ...]

    def quantities_of(self, own: list[int], said: Said) -> tuple[QuantityMention, ...]:
        """The amounts inside a clause, with the role of the phrase that they count."""
        if not self.amounts:
            return ()
        inside = set(own)
        return tuple(QuantityMention(amount, *self._place(at, said)) for amount, at in self.amounts if at in inside)

    def times_of(
        self, own: list[int], said: Said, attribution: Attribution | None, is_content: bool
    ) -> tuple[TimeMention, ...]:
        """The times of a clause, and those that date the saying of it."""
        if not self.times:
            return ()
        inside, found = set(own), []
        saying = attribution.cue[0] if attribution is not None and is_content else -1
        for interval, at in self.times:
            governor = self._governor(at)
            if at in inside:
                lemma = self.sentence.tokens[governor].lemma if governor is not None else said.lemma
                found.append(TimeMention(interval, lemma))
            elif saying >= 0 and governor == saying:
                found.append(TimeMention(interval, self.sentence.tokens[saying].lemma, True))
        return tuple(found)

    def _place(self, at: int, said: Said) -> tuple[str, str]:
        """Role and governor of the phrase around a number."""
        tokens, roles = self.sentence.tokens, {head: role for role, head in said.arguments}
        here = at
        for _ in range(8):
            if here in roles:
                return roles[here], said.lemma
            above = tokens[here].head
            if above == here or tokens[above].pos in ("VERB", "AUX"):
                return "", tokens[above].lemma
            if tokens[above].pos == "ADP" and tokens[above].head != above:
                noun = tokens[above].head
                if above not in roles and noun not in roles and tokens[noun].pos in ("NOUN", "PROPN"):
                    return tokens[above].lemma.lower(), tokens[noun].lemma
            here = above
        return "", said.lemma

    def _governor(self, at: int) -> int | None:
        """The verb or noun that a time dates."""
        tokens, here = self.sentence.tokens, at
        for _ in range(8):
            above = tokens[here].head
            if above == here:
                return here if tokens[here].pos in ("VERB", "AUX") else None
            if tokens[above].pos in ("VERB", "AUX") or (tokens[above].pos == "NOUN" and tokens[here].pos == "ADP"):
                return above
            here = above
        return None


def read_values(document: Document, block: int, sentence: Sentence, context: tuple[TimeInterval, ...]) -> Values:
    """The amounts and times of a sentence, their spans in the article."""
    article = document.article
    amounts = [
        (quantity.moved(partial(_original, document, block)), _token_at(sentence, quantity.number.start))
        for quantity in read_quantities(sentence, article.id)
    ]
    holds_time = can_hold_time(sentence.text[sentence.start : sentence.end])
    found = find_times(sentence, article.published, context) if holds_time else []
    original = document.readings[block].original
    times = [
        (interval_of(reading, original(start, end, article.text)), _head_of(sentence, start, end))
        for reading, start, end in found
    ]
    return Values(sentence, amounts, times, tuple(time for time, _ in times))


def _original(document: Document, block: int, span: Span) -> Span:
    return document.readings[block].original(span.start, span.end, document.article.text)


def _token_at(sentence: Sentence, offset: int) -> int:
    """Index of the token that covers or follows an offset."""
    found = bisect_right(sentence.tokens, offset, key=lambda token: token.end)
    return min(found, len(sentence.tokens) - 1)


def _head_of(sentence: Sentence, start: int, end: int) -> int:
    """Index of the token of a stretch that is governed from outside it."""
    inside = [i for i, token in enumerate(sentence.tokens) if token.start < end and token.end > start]
    for index in inside:
        if sentence.tokens[index].head not in inside or sentence.tokens[index].head == index:
            return index
    return inside[0] if inside else _token_at(sentence, start)
