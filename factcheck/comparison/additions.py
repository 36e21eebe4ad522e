"""What one of two claims adds to the other: a time, an amount, somebody named, a reason, another thing."""

from collections.abc import Iterator

from attrs import frozen

from factcheck.comparison.adding import APART, CONTENT, LONGEST, THINGS, candidates
from factcheck.comparison.deeds import hangs_on_common_deed
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.words import Words
from factcheck.lexicon import words
from factcheck.lexicon.senses import are_near, are_synonyms
from factcheck.model import Claim
from factcheck.span import Span
from factcheck.values.relation import Relation

# Letters of a word that says something; "D" or "al" is what a list or an abbreviation left over.
SHORTEST = 2
SMALL = ("DET", "ADP", "CCONJ", "SCONJ", "PART", "PRON", "AUX")
# What a number may be by itself.
VALUED = ("DATE", "TIME", "MONEY", "PERCENT")


@frozen
class _Said:
    """What the other side says.

    Attributes:
        here: the words of its sentences in the fact.
        anywhere: those of its article.
    """

    here: frozenset[str]
    anywhere: frozenset[str]


@frozen
class Addition:
    """What one claim adds to another.

    Attributes:
        span: the words.
        is_firm: whether they say more about a deed that the other tells of, and something that its article nowhere has.
    """

    span: Span
    is_firm: bool


def find_addition(pairing: Pairing, claim: Claim, other: Claim) -> Addition | None:
    """The words in which `claim` says something nameable that `other` does not, firm ones before others; None if none.

    They have to hang on a word that the other sentence has as well: what is said of something else adds nothing to it.
    A name that the other article has anywhere is known there.
    """
    found = None
    for addition in _additions(pairing, claim, other):
        if addition.is_firm:
            return addition
        found = found or addition
    return found


def _additions(pairing: Pairing, claim: Claim, other: Claim) -> Iterator[Addition]:
    """Whatever one claim adds to another."""
    scene = pairing.scene
    own, known = scene.words_of(claim), scene.words_of(other)
    fellows = [known, *(scene.words_of(each) for each in pairing.fellows if each.article == other.article)]
    said = _Said(frozenset().union(*(each.said for each in fellows)), scene.said_in(other.article))
    rivals = [*_rivals(pairing, claim, other)]
    for span in candidates(pairing, claim, other):
        if any(span.overlaps(rival) for rival in rivals):
            continue
        first, last = as_whole(own, *own.within(span))
        if not first < last <= first + LONGEST or not says_something(own, first, last):
            continue
        if _is_new(own, said, first, last) and _hangs_on_known(own, known, first, last):
            is_unsaid = _is_unsaid(own, said, first, last) and _is_another(own, known, first, last)
            is_firm = is_unsaid and hangs_on_common_deed(pairing, claim, other, first, last)
            yield Addition(own.slice(first, last), is_firm)


def as_whole(own: Words, first: int, last: int) -> tuple[int, int]:
    """Some words without small ones at the end, and with what a hyphen or a noun behind them belongs to."""
    while first < last and own.tokens[last - 1].pos in ("DET", "ADP", "CCONJ", "SCONJ", "PART"):
        last -= 1
    while 0 < first < last and own.is_glued(first - 1):
        first -= 1
    while first < last < len(own.tokens) and (own.is_glued(last - 1) or _is_compound(own, last)):
        last += 1
    return first, last


def _is_compound(own: Words, index: int) -> bool:
    """Whether a word and the one before it are one noun: "safety report"."""
    return own.tokens[index].pos in ("NOUN", "PROPN") and own.heads[index - 1] == index


def _is_only_named(own: Words, first: int, last: int) -> bool:
    """Whether some words are a bare name, or a part of one, that is no object and stands behind no preposition."""
    if any(token.pos not in ("PROPN", "DET", "PART") for token in own.tokens[first:last]):
        return False
    return own.tokens[_main(own, first, last)].dep not in ("dobj", "nsubjpass", "dative", "attr")


def says_something(own: Words, first: int, last: int) -> bool:
    """Whether some words are a phrase that stands by itself, and no bare number."""
    tokens, end = own.tokens[first:last], own.heads[last - 1]
    is_cut = (
        end >= last
        or _is_only_named(own, first, last)
        or tokens[-1].tag == "POS"
        or (tokens[-1].pos == "VERB" and tokens[-1].dep in ("pcomp", "xcomp", "ccomp"))
    )
    return not is_cut and any(token.pos not in ("NUM", *SMALL) or token.ent in VALUED for token in tokens)


def _hangs_on_known(own: Words, known: Words, first: int, last: int) -> bool:
    """Whether what some words hang on stands in the other sentence, in the same words or near ones."""
    tops = {own.heads[i] for i in range(first, last)} - {*range(first, last), -1}
    for top in tops:
        if _is_in(own, known, top):
            return True
    return not tops


def _is_in(own: Words, known: Words, index: int) -> bool:
    """Whether a word, or where it says little itself what governs it, has a counterpart in the other sentence."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        token = own.tokens[index]
        if token.pos not in SMALL and token.lemma.lower() not in words("comparison", "light_verbs"):
            lemma = token.lemma.lower()
            return lemma in known.content or any(are_near(lemma, each) for each in known.content)
        index = own.heads[index] if own.heads[index] != index else -1
    return True


def _rivals(pairing: Pairing, claim: Claim, other: Claim) -> Iterator[Span]:
    """The amounts in whose place the other sentence has another amount that it does not share."""
    mine = [each.value for mate in pairing.scene.sentence_mates(claim) for each in mate.quantities]
    yours = [each.value for mate in pairing.scene.sentence_mates(other) for each in mate.quantities]
    free = [each for each in yours if all(each.relation_to(amount) in APART for amount in mine)]
    for amount in mine:
        if any(amount.relation_to(each) is Relation.CONFLICT for each in free):
            yield amount.span


def _is_new(own: Words, said: _Said, first: int, last: int) -> bool:
    """Whether some of the words that say something are none of those that are said; a name is known from anywhere."""
    telling = [i for i in range(first, last) if own.tokens[i].pos in CONTENT and len(own.keys[i]) >= SHORTEST]
    named = [i for i in telling if own.tokens[i].pos == "PROPN"]
    others = [] if own.tokens[_main(own, first, last)].pos == "PROPN" else [i for i in telling if i not in named]
    is_new_name = any(own.forms(i).isdisjoint(said.anywhere) for i in named)
    return is_new_name or any(own.forms(i).isdisjoint(said.here) for i in others)


def _is_unsaid(own: Words, said: _Said, first: int, last: int) -> bool:
    """Whether the other article nowhere has some word that says something, nor the parts of it: "134-to-63"."""
    return any(
        own.tokens[i].pos in CONTENT
        and len(own.keys[i]) >= SHORTEST
        and own.forms(i).isdisjoint(said.anywhere)
        and not said.anywhere.issuperset(own.keys[i].split("-"))
        for i in range(first, last)
    )


def _is_another(own: Words, known: Words, first: int, last: int) -> bool:
    """Whether some words name what the other sentence does not, or count or date it."""
    main = own.tokens[_main(own, first, last)]
    counted = {own.keys[i] for i in range(first, last) if own.tokens[i].pos == "NUM" or own.tokens[i].ent in VALUED}
    is_named = main.pos in THINGS and any(
        each.pos in THINGS and are_synonyms(main.lemma.lower(), each.lemma.lower()) for each in known.tokens
    )
    return not is_named or not counted <= known.vocabulary


def _main(own: Words, first: int, last: int) -> int:
    """The word that governs some words, prepositions passed over."""
    inside = range(first, last)
    top = next((i for i in inside if own.heads[i] not in inside or own.heads[i] == i), first)
    while own.tokens[top].pos in SMALL:
        below = [i for i in inside if own.heads[i] == top and i > top]
        if not below:
            break
        top = below[0]
    return top
