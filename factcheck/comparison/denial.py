"""What a sentence denies: the verb with a "not", what hangs on it, and what hangs on words that deny by their sense."""

from collections import defaultdict
from collections.abc import Iterator

from factcheck.comparison.told import NOWHERE, Side
from factcheck.lexicon import words
from factcheck.tokens import Token

# What a denied word takes with it: its object, what it says of its subject, what hangs on a preposition.
TAKEN = ("dobj", "xcomp", "ccomp", "attr", "acomp", "prep", "pobj", "pcomp", "oprd", "nsubjpass", "agent", "conj")
# Words down from the denial that are still denied.
REACH = 3
COMPARED = ("JJR", "RBR")


def denied_words(side: Side) -> frozenset[int]:
    """The words of a sentence that it denies, by their numbers."""
    tokens, heads = side.words.tokens, side.words.heads
    governed = defaultdict(list)
    for index, head in enumerate(heads):
        if head not in (NOWHERE, index):
            governed[head].append(index)
    found: set[int] = set()
    for index, token in enumerate(tokens):
        head = heads[index]
        if _is_negation(token) and head != NOWHERE:
            if any(tokens[each].tag in COMPARED for each in (head, *governed[head])):
                continue  # "has never been higher"
            found.update(_below(head, tokens, governed))
            if tokens[head].pos in ("NOUN", "PROPN") and heads[head] != NOWHERE:
                found.add(heads[head])  # "no plan was made"
        elif _denies_by_sense(token, tokens[head] if head != NOWHERE else None):
            starts = [head] if token.pos == "ADV" and head != NOWHERE else governed[index]
            found.update(each for start in starts for each in _below(start, tokens, governed))
    return frozenset(found)


def _is_negation(token: Token) -> bool:
    """Whether a word denies its governor: "not", "no", "never"."""
    listed = words("comparison", "negations")
    return token.dep == "neg" or token.text.lower() in listed or token.lemma.lower() in listed


def _denies_by_sense(token: Token, governor: Token | None) -> bool:
    """Whether what hangs on a word is not so, or not wanted: "refused to", "without", "voted against"."""
    lemma = token.lemma.lower()
    if lemma == "against":
        return governor is not None and governor.pos == "VERB"
    return any(lemma in words("comparison", key) for key in ("refusals", "endings", "denying"))


def _below(start: int, tokens: tuple[Token, ...], governed: dict[int, list[int]]) -> Iterator[int]:
    """A word and what a denial of it takes along."""
    level = [start]
    for _ in range(REACH + 1):
        yield from level
        level = [each for index in level for each in governed[index] if _is_taken(tokens[each])]


def _is_taken(token: Token) -> bool:
    """Whether a denial of its governor is about a word, too; whom a denied "era for Milan" was for is not denied."""
    return token.dep in TAKEN and not (token.dep == "pobj" and token.pos == "PROPN")
