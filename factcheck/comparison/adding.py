"""The words of a claim that may add something to another one: times, amounts, names, reasons, things, circumstances."""

from collections.abc import Iterator

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_synonyms
from factcheck.model import Claim, MentionForm
from factcheck.span import Span
from factcheck.tokens import Token
from factcheck.values.relation import Relation

# Words of an addition that are shown; more would be the claim itself.
LONGEST = 12
# Content words that a reason, or another thing that has no name, brings.
OWN = 2
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
THINGS = ("NOUN", "PROPN", "ADJ")
APART = (Relation.CONFLICT, Relation.INCOMPARABLE)


def candidates(pairing: Pairing, claim: Claim, other: Claim) -> Iterator[Span]:
    """The words that may be an addition, what can be held against a value first."""
    own, known = pairing.scene.words_of(claim), pairing.scene.words_of(other)
    mates = pairing.scene.sentence_mates(other)
    yield from (_with_preposition(own, span) for span in _new_times(pairing, claim, mates))
    for amount in claim.quantities:
        counted = [each.value for mate in mates for each in mate.quantities]
        if (
            amount.role != "agent"
            and not amount.value.is_vague
            and all(amount.value.relation_to(each) in APART for each in counted)
        ):
            yield _counted(own, amount.value.span)
    yield from _named(pairing, claim, mates)
    yield from _reasons(own, known, claim)
    for argument in claim.arguments:
        is_known = bool(argument.entity) and any(argument.entity in _entities(pairing, mate) for mate in mates)
        if argument.role != "agent" and not is_known and _brings(own, known, argument.span):
            yield _with_preposition(own, argument.span)
    yield from _circumstances(own, known, claim)


def _circumstances(own: Words, known: Words, claim: Claim) -> Iterator[Span]:
    """Where, how and by what it was done: what stands behind a preposition and has no counterpart in the other."""
    first, last = own.within(claim.span)
    for index in range(first, last):
        token, top = own.tokens[index], own.heads[index]
        if token.dep != "pobj" or token.pos != "NOUN" or not first <= top < index:
            continue
        if own.tokens[own.heads[top]].pos == "VERB" and not _has_counterpart(known, token):
            end = index + 1
            while end < last and is_under(own, end, index):
                end += 1
            yield own.slice(top, end if end - top <= LONGEST else index + 1)


def _has_counterpart(known: Words, token: Token) -> bool:
    """Whether a word, one near it, or one that it is a part of ("court", "courtroom") stands in a sentence."""
    return any(relate(token, each) is not Sense.OTHER for each in known.tokens if each.pos in CONTENT)


def is_under(own: Words, index: int, top: int) -> bool:
    """Whether a word hangs on another one, by itself or over others."""
    seen = {-1}
    while index not in seen:
        if index == top:
            return True
        seen.add(index)
        index = own.heads[index]
    return False


def _new_times(pairing: Pairing, claim: Claim, mates: list[Claim]) -> Iterator[Span]:
    """The times of a claim, where the sentence of the other dates nothing and its fact not the same."""
    own = pairing.scene.words_of(claim)
    fellows = [*mates, *(each for each in pairing.fellows if each.article == mates[0].article)]
    known = [time for each in fellows for time in each.times]
    if any(not time.of_saying for time in known):
        return
    said = {key for each in fellows for key in pairing.scene.words_of(each).keys}
    for time in claim.times:  # "recently" says nothing to hold against
        first, last = own.within(time.value.span)
        is_said = first == last or own.keys[last - 1] in said  # "in the past week", "last week"
        is_said = is_said or any(time.value.relation_to(each.value) not in APART for each in known)
        if not time.of_saying and not is_said and any(map(str.isdigit, time.value.value)):
            yield time.value.span


def _named(pairing: Pairing, claim: Claim, mates: list[Claim]) -> Iterator[Span]:
    """Who or what is named in one claim, though not as the one who acts, and not in the sentence of the other."""
    known = pairing.scene.corpus.mentions
    told = {entity for mate in mates for entity in _entities(pairing, mate)}
    for each in claim.mentions:
        mention = known.get(each)
        if mention is None or mention.form is not MentionForm.NAME or mention.entity in told | {""}:
            continue
        if not any(mention.span.overlaps(each.span) for each in claim.arguments if each.role == "agent"):
            yield _whole(pairing.scene.words_of(claim), claim, mention.span)


def _entities(pairing: Pairing, claim: Claim) -> set[str]:
    """Whom a claim names, and who says it."""
    known = pairing.scene.corpus.mentions
    return {known[each].entity for each in claim.mentions if each in known} | {claim.holder.entity}


def _reasons(own: Words, known: Words, claim: Claim) -> Iterator[Span]:
    """The part of a claim that says why."""
    first, last = own.within(claim.span)
    for index in range(first, last):
        if own.tokens[index].lemma.lower() in words("comparison", "reasons"):
            span = own.slice(index, last)
            if _brings(own, known, span):
                yield span
            return


def _brings(own: Words, known: Words, span: Span) -> bool:
    """Whether most of the words that say something have no counterpart in the other sentence."""
    first, last = own.within(span)
    said = [token.lemma.lower() for token in own.tokens[first:last] if token.pos in CONTENT and token.pos != "NUM"]
    new = [lemma for lemma in said if lemma not in known.content]
    if len(new) < OWN or 2 * len(new) <= len(said):
        return False
    new = [lemma for lemma in new if not any(are_synonyms(lemma, each) for each in known.content)]
    return len(new) >= OWN and 2 * len(new) > len(said)


def _whole(own: Words, claim: Claim, span: Span) -> Span:
    """The participant of the claim that some words belong to, where it is short; else the words."""
    holding = [each.span for each in claim.arguments if each.span.contains(span)]
    best = min(holding, key=len, default=span)
    first, last = own.within(best)
    if last - first > LONGEST:
        first, last = own.within(span)
        while 0 < first < last and own.tokens[first - 1].pos == own.tokens[first].pos == "PROPN":
            first -= 1
        while 0 < last < len(own.tokens) and own.tokens[last].pos == own.tokens[last - 1].pos == "PROPN":
            last += 1
    return _with_preposition(own, own.slice(first, last)) if first < last else span


def _counted(own: Words, span: Span) -> Span:
    """An amount with the thing that is counted."""
    first, last = own.within(span)
    while 0 < last < len(own.tokens) and own.tokens[last].pos in THINGS:
        last += 1
    return _with_preposition(own, own.slice(first, last)) if first < last else span


def _with_preposition(own: Words, span: Span) -> Span:
    """Some words with the preposition in front of them."""
    first, last = own.within(span)
    if 0 < first < last and own.tokens[first - 1].pos in ("ADP", "SCONJ") and own.tokens[first - 1].dep != "prt":
        return own.slice(first - 1, last)
    return span
