"""Pieces of an attribution: the candidate itself, and stretches of a sentence without loose ends."""

from attrs import define, field

from factcheck.extraction.cues import CueWord
from factcheck.tokens import Sentence, Token


@define(eq=False)
class Candidate:
    """A possible attribution, places as tokens of one sentence.

    Attributes:
        sentence: the parsed sentence.
        cue: indices of the tokens that attribute, the main word first.
        source: indices of the tokens that name the source, in order; empty where nobody is named.
        source_head: index of the source's head, or None.
        content: first and last token of each part of the content.
        construction: how the content hangs on the cue: "clause", "bare clause", "infinitive", "object", "topic", ...
        word: what the lexicon knows of the cue.
        features: what the scorer weighs, by name.
        score: log-odds that it is an attribution, from the scorer.
    """

    sentence: Sentence
    cue: list[int]
    source: list[int]
    source_head: int | None
    content: list[tuple[int, int]]
    construction: str
    word: CueWord
    features: dict[str, float] = field(factory=dict)
    score: float = 0.0


def phrase(sentence: Sentence, head: int, verb: int | None = None) -> list[int]:
    """The noun phrase of `head`, as far as it stands on the same side of the token `verb`."""
    subtree = sentence.subtree(head)
    if verb is not None:
        subtree = [i for i in subtree if (i < verb) == (head < verb)]
    part = trim(sentence, subtree[0], subtree[-1]) if subtree else None
    return list(range(part[0], part[1] + 1)) if part else [head]


def stretch(sentence: Sentence, indices: list[int]) -> tuple[int, int]:
    """First and last token of some tokens, punctuation at both ends left out."""
    part = trim(sentence, indices[0], indices[-1])
    return part if part is not None else (indices[0], indices[-1])


def trim(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """[first, last] without commas, dashes and conjunctions at its ends; None where nothing is left."""
    tokens = sentence.tokens
    while first <= last and (_is_edge(tokens[first]) or tokens[first].pos == "CCONJ"):
        first += 1
    while first <= last and (_is_edge(tokens[last]) or tokens[last].pos == "CCONJ"):
        last -= 1
    return (first, last) if first <= last else None


def _is_edge(token: Token) -> bool:
    return token.pos in ("PUNCT", "SPACE") and token.text not in ("“", "”", '"', "«", "»", "(", ")", "?", "!", "[", "]")
