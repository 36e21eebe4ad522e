"""How near two words are, and which of some words stands for which of others."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from factcheck.lexicon.phrasal import single_verbs
from factcheck.lexicon.senses import are_synonyms
from factcheck.lexicon.wordnet import family, near
from factcheck.tokens import Token

# Weight of a word that the other tells by a near one.
NEAR = 0.8
# What is kept at most: alignments of sentences, and how near two lemmas are.
ALIGNMENTS, NEARNESSES = 1 << 13, 1 << 17
# What of a word decides how near others are to it: lemma (with the particle of a verb), text, part of speech.
Form = tuple[str, str, str]


@lru_cache(maxsize=ALIGNMENTS)
def align(lefts: tuple[tuple[int, Form], ...], rights: tuple[tuple[int, Form], ...]) -> Mapping[int, tuple[int, float]]:
    """For each of some words its counterpart among others, the likest and nearest first; kept for further prints."""
    found = sorted(
        (-likeness, abs(i - j), i, j)
        for i, mine in lefts
        for j, yours in rights
        if (likeness := _likeness(mine, yours))
    )
    taken: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    for likeness, _, i, j in found:
        if i not in taken and j not in used:
            taken[i] = (j, -likeness)
            used.add(j)
    return taken


def liken(left: Token, right: Token) -> float:
    """How near two words are: 1 for one word or family, NEAR for words that may stand for one another, else 0."""
    return _likeness(form_of(left), form_of(right))


def form_of(token: Token) -> Form:
    """What of a word decides how near others are to it."""
    return token.lemma.lower(), token.text.lower(), token.pos


def _likeness(left: Form, right: Form) -> float:
    if left[0] == right[0] or left[1] == right[1]:
        return 1.0
    if "PROPN" in (left[2], right[2]):
        return 0.0
    if left[2] != right[2] and (" " in left[0] or " " in right[0]):
        return 0.0  # what a verb with its particle means is another verb
    return nearness(left[0], right[0])


@lru_cache(maxsize=NEARNESSES)
def nearness(mine: str, yours: str) -> float:
    """How near two different lemmas are, those of verbs with their particle among them."""
    if " " in mine or " " in yours:
        return NEAR * any(_are_one(a, b) for a, b in product(_meant(mine), _meant(yours)))
    if family(mine) == family(yours):
        return 0.95
    if are_synonyms(mine, yours) or yours in near(mine) or mine in near(yours):
        return NEAR
    return 0.0


def _meant(verb: str) -> tuple[str, ...]:
    """The single verbs that a verb with its particle stands for, and itself."""
    return (verb, *single_verbs(verb))


def _are_one(mine: str, yours: str) -> bool:
    return family(mine) == family(yours) or are_synonyms(mine, yours)
