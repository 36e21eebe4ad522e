"""What one claim of a fact denies and another one tells, in other words: "refused to concede", "admitted defeat".

That the matcher takes both for one fact stands for what the words do not show, so the deed may be told by a synonym and
need not stand in one frame; who does it, or what it is done to, has to be the same.
"""

from collections.abc import Iterator
from itertools import product

from attrs import frozen

from factcheck.comparison.later import came_later
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.told import NOWHERE
from factcheck.comparison.verdict import POSSIBLE, Verdict
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_synonyms
from factcheck.model import Claim, Difference, Kind, Severity
from factcheck.span import Span
from factcheck.tokens import Token

# Probability of one fact from which a deed and its denial are about one thing.
LIKELY_ONE = 0.6
OBJECTS = ("dobj", "nsubjpass")
DOUBTED = ("accuses", "hedges")
SUBJECTS = ("nsubj", "nsubjpass")
PRESENT = ("VBZ", "VBP")
NARROWING = ("amod", "compound", "nummod")


@frozen
class Deed:
    """A verb of a claim as it is compared.

    Attributes:
        lemma: the verb.
        of: who does it and what it is done to: entities, or the lemmas of nouns.
        shown: the verb with what denies it.
        narrowed: the lemmas that narrow what it is done to ("a full-time position").
        is_denied: whether the claim denies it.
        is_so_far: whether it is told of all the time up to now ("has not apologized").
        is_now: whether it is told of now ("I apologize").
        objects: the lemmas of what it is done to or goes for, each with those that narrow it.
    """

    lemma: str
    of: frozenset[str]
    shown: Span
    narrowed: frozenset[str]
    is_denied: bool
    is_so_far: bool
    is_now: bool
    objects: frozenset[tuple[str, frozenset[str]]]


def compare_denials(pairing: Pairing) -> list[Verdict]:
    """What one of two claims of a fact denies and the other tells."""
    likeness = pairing.likeness or 0.0
    if pairing.is_within or pairing.is_near_copy or pairing.is_denied_by_both or likeness < LIKELY_ONE:
        return []
    if _is_open(pairing.left) or _is_open(pairing.right):
        return []
    for mine, yours in product(*(tuple(_deeds(pairing, claim)) for claim in (pairing.left, pairing.right))):
        if _exclude(mine, yours) and not came_later(pairing, mine.shown, yours.shown):
            return [Verdict(Kind.POLARITY, Difference.CONFLICT, Severity.HIGH, mine.shown, yours.shown, POSSIBLE)]
    return []


def _exclude(mine: Deed, yours: Deed) -> bool:
    """Whether one of two deeds is denied, and is the other one or a part of it.

    What goes for the same particular thing is one deed as well: "not seek a second term", "stand for a second term".
    "Was not offered a paid position" stands beside "was offered an unpaid one", and "he has not apologized" beside what
    he said next: "I apologize".
    """
    if mine.is_denied == yours.is_denied or not mine.of & yours.of:
        return False
    denied, told = (mine, yours) if mine.is_denied else (yours, mine)
    if told.lemma in words("comparison", "denying") or (denied.is_so_far and told.is_now):
        return False
    if any(narrowed for _, narrowed in mine.objects & yours.objects):
        return True
    return are_synonyms(mine.lemma, yours.lemma) and denied.narrowed <= told.narrowed


def _is_open(claim: Claim) -> bool:
    """Whether a claim leaves it open whether it is so."""
    if claim.predicate is None or claim.modality.is_open:
        return True
    # Who criticizes does not allege it.
    return claim.cue is not None and claim.cue.strength in DOUBTED and claim.cue.lemma != claim.predicate.lemma


def _deeds(pairing: Pairing, claim: Claim) -> Iterator[Deed]:
    """What a claim says was done, or that there is nothing to show for."""
    assert claim.predicate is not None
    sentence = pairing.scene.words_of(claim)
    first, last = sentence.within(claim.span)
    inside, told = range(first, last), range(*sentence.within(claim.predicate.span))
    light = words("comparison", "light_verbs")
    for index in inside:
        token = sentence.tokens[index]
        if token.pos != "VERB" or token.lemma.lower() in light:
            continue
        denial = _denial(sentence, index, inside)
        if index in told or denial:
            places = [sentence.places[i] for i in (index, *denial)]
            of = frozenset(_participants(pairing, claim, sentence, index))
            shown = pairing.scene.join(claim, places)
            is_so_far = any(sentence.heads[i] == index and _is_perfect(sentence.tokens[i]) for i in inside)
            narrowing, is_denied, is_now = _narrowing(sentence, index), len(denial) % 2 == 1, token.tag in PRESENT
            yield Deed(
                token.lemma.lower(), of, shown, narrowing, is_denied, is_so_far, is_now, _objects(sentence, index)
            )


def _denial(sentence: Words, verb: int, inside: range) -> list[int]:
    """The words of a claim that deny a verb: "not", "refused to", "no evidence that", each of which turns it round."""
    tokens, heads = sentence.tokens, sentence.heads
    found = [i for i in inside if heads[i] == verb and _is_negation(sentence, i)]
    above = heads[verb]
    if above == NOWHERE or above not in inside:
        return found
    lemma = tokens[above].lemma.lower()
    if tokens[verb].dep == "xcomp":  # who does not want to comment does not comment
        found += [i for i in inside if heads[i] == above and _is_negation(sentence, i)]
    if tokens[verb].dep in ("xcomp", "ccomp") and lemma in words("comparison", "refusals"):
        found.append(above)
    elif tokens[verb].dep in ("acl", "ccomp") and lemma in words("comparison", "proofs"):
        found += [i for i in inside if heads[i] == above and _is_negation(sentence, i)]
    return found


def _is_negation(sentence: Words, index: int) -> bool:
    token = sentence.tokens[index]
    return token.dep == "neg" or token.text.lower() in words("comparison", "negations")


def _is_perfect(token: Token) -> bool:
    return token.dep == "aux" and token.lemma.lower() == "have" and token.tag in PRESENT


def _narrowing(sentence: Words, verb: int) -> frozenset[str]:
    """The words that narrow what a deed is done to."""
    tokens, heads = sentence.tokens, sentence.heads
    things = {i for i, head in enumerate(heads) if head == verb and tokens[i].dep in OBJECTS}
    return frozenset(
        tokens[i].lemma.lower() for i, head in enumerate(heads) if head in things and _is_telling(tokens[i])
    )


def _objects(sentence: Words, verb: int) -> frozenset[tuple[str, frozenset[str]]]:
    """What a deed is done to, or what it goes for ("stand for a second term"), each with what narrows it."""
    tokens, heads = sentence.tokens, sentence.heads
    found = set()
    for index, token in enumerate(tokens):
        above = heads[index]
        if token.dep == "pobj" and above != NOWHERE and tokens[above].lemma.lower() == "for":
            above = heads[above]
        if above == verb and token.pos == "NOUN" and token.dep in ("dobj", "pobj"):
            narrowing = {
                tokens[i].lemma.lower() for i, head in enumerate(heads) if head == index and _is_telling(tokens[i])
            }
            found.add((token.lemma.lower(), frozenset(narrowing)))
    return frozenset(found)


def _is_telling(token: Token) -> bool:
    return token.dep in NARROWING and token.pos in ("ADJ", "NOUN", "VERB", "PROPN", "NUM")


def _participants(pairing: Pairing, claim: Claim, sentence: Words, verb: int) -> Iterator[str]:
    """Who does a deed and what it is done to; who does what hangs on another verb is the one who does that."""
    tokens, heads = sentence.tokens, sentence.heads
    known = [pairing.scene.corpus.mentions[each] for each in claim.mentions if each in pairing.scene.corpus.mentions]
    above = heads[verb] if tokens[verb].dep == "xcomp" else verb
    found = {i for i, head in enumerate(heads) if head == verb and tokens[i].dep in (*OBJECTS, *SUBJECTS)}
    found |= {i for i, head in enumerate(heads) if head == above and tokens[i].dep in SUBJECTS}
    found |= {i for i, head in enumerate(heads) if head in found and tokens[i].dep == "appos"}
    for index in sorted(found):
        named = {each.entity for each in known if each.entity and each.span.overlaps(sentence.places[index])}
        yield from named or ({tokens[index].lemma.lower()} if tokens[index].pos in ("NOUN", "PROPN") else ())
