"""Sentences of short texts as bags of keys: their words, strings of letters, names, values, and what each claim says.

In a whole article, how often a word is said there tells what is common in the story. A headline or an alert says every
word once, so here a word weighs by how rare it is in English alone, and much more is looked at: the order of the words,
the letters, and whether the one text leaves a whole claim of the other unsaid.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.lexicon.wordnet import near
from factcheck.matching.marks import Mark, MarkedArticle, stem
from factcheck.matching.rows import Floats, Ints, Rows, make_rows, make_rows_of_two
from factcheck.matching.units import plain
from factcheck.model import Claim, ClaimKind, EntityType, Mention, MentionForm
from factcheck.span import Span

Marks = Sequence[Mark]
Bag = Mapping[Hashable, float]
SPREAD = 4  # content words within which two of them form a pair
TELLING = 0.5  # mass from which a claim says something


@frozen
class Sentence:
    """One sentence of a short text.

    Attributes:
        marks: its words.
        claims: the marks of each claim in it; those that only say who someone is are left out where there are others.
        content: the marks of the claims without those that only say on whose word.
        entities: what is named in it, by type.
        names: offsets of the marks that belong to names.
        is_reported: whether some claim of it stands on someone's word.
    """

    marks: Marks
    claims: tuple[Marks, ...]
    content: Marks
    entities: Mapping[EntityType, frozenset[str]]
    names: frozenset[int]
    is_reported: bool


def make_sentences(article: MarkedArticle, claims: Sequence[Claim], mentions: Iterable[Mention]) -> list[Sentence]:
    """The sentences of one article."""
    named = [m for m in mentions if m.form is MentionForm.NAME]
    return [_sentence(article, Span(article.article, *place, ""), claims, named) for place in article.sentences]


def _sentence(article: MarkedArticle, place: Span, claims: Sequence[Claim], named: Sequence[Mention]) -> Sentence:
    """The sentence at a place."""
    marks = article.within(place)
    inside = [claim for claim in claims if place.start <= claim.span.start < place.end]
    spoken = [s for c in inside for s in (c.holder.span, c.cue.span if c.cue else None) if s]
    told = [c for c in inside if c.kind is not ClaimKind.IDENTITY] or inside
    said = [article.within(claim.span) for claim in inside]
    content = {m.start: m for part in said for m in part if not any(s.start <= m.start < s.end for s in spoken)}
    here = [m for m in named if place.start <= m.span.start < place.end]
    return Sentence(
        marks,
        tuple(article.within(claim.span) for claim in told),
        [content[start] for start in sorted(content)],
        {kind: frozenset(m.entity or m.name.lower() for m in here if m.type is kind) for kind in EntityType},
        frozenset(m.start for m in marks if any(n.span.start <= m.start < n.span.end for n in here)),
        any(claim.cue for claim in inside),
    )


def stream(marks: Marks) -> list[str]:
    """The lemmas in order; every number and every time is one word, auxiliaries and denials are none."""
    return [m.run for m in marks if m.run]


def words(marks: Marks) -> dict[Hashable, float]:
    """Content words by how rare they are in English, and people as they are written."""
    return plain(marks, is_linked=False)


def _grams(size: int) -> Callable[[Sentence], dict[Hashable, float]]:
    """A view of runs of so many words."""

    def view(sentence: Sentence) -> dict[Hashable, float]:
        row = stream(sentence.marks)
        return dict.fromkeys(zip(*(row[i:] for i in range(size)), strict=False), 1.0)

    return view


def _letters(size: int) -> Callable[[Sentence], dict[Hashable, float]]:
    """A view of strings of so many letters, spaces included."""

    def view(sentence: Sentence) -> dict[Hashable, float]:
        text = f" {' '.join(stream(sentence.marks))} "
        return {text[i : i + size]: 1.0 for i in range(len(text) - size + 1)}

    return view


def _couples(sentence: Sentence) -> dict[Hashable, float]:
    """Pairs of content words, or people, that stand close, in their order."""
    row = [m.word or m.run for m in sentence.marks if m.word or m.person]
    return {(a, b): 1.0 for i, a in enumerate(row, 1) for b in row[i : i + SPREAD] if a != b}


def _names(sentence: Sentence) -> dict[Hashable, float]:
    return words([m for m in sentence.marks if m.start in sentence.names])


def _verbs(sentence: Sentence) -> dict[Hashable, float]:
    return words([m for m in sentence.marks if m.is_verb])


def _nouns(sentence: Sentence) -> dict[Hashable, float]:
    return words([m for m in sentence.marks if not m.is_verb and m.start not in sentence.names])


def _quoted(sentence: Sentence) -> dict[Hashable, float]:
    return words([m for m in sentence.marks if m.is_quoted])


def _values(sentence: Sentence) -> dict[Hashable, float]:
    return dict.fromkeys((m.value for m in sentence.marks if m.value), 1.0)


VIEWS: Mapping[str, Callable[[Sentence], Bag]] = {
    "one word": _grams(1),
    "two words": _grams(2),
    "three words": _grams(3),
    "four words": _grams(4),
    "three letters": _letters(3),
    "four letters": _letters(4),
    "five letters": _letters(5),
    "couples": _couples,
    "quoted": _quoted,
    "values": _values,
}
# Views whose words may also be said by near synonyms.
COVERED: Mapping[str, Callable[[Sentence], Bag]] = {
    "words": lambda sentence: words(sentence.marks),
    "content": lambda sentence: words(sentence.content),
    "names": _names,
    "verbs": _verbs,
    "nouns": _nouns,
}
NAMED = {"people": EntityType.PERSON, "places": EntityType.PLACE, "bodies": EntityType.ORGANISATION}


@frozen(eq=False)
class Texts:
    """The sentences of short texts, ready for comparison in bulk; one entry for each unless said otherwise.

    Attributes:
        rows: the bags, by view.
        masses: sum of the weights of each bag, by view.
        covered: the bags of the views in COVERED and, under "claims", those of the claims, one row each.
        said: what the words of each sentence may stand for, by how near it is, for products with `covered`, by view.
        claims: where the claims of each sentence begin among the rows of "claims"; shape (n + 1,).
        named: the entities, by the names in NAMED.
        texts: the lemmas in order, as a string.
        codes: the same with one character for each lemma.
        has_quote, is_reported: whether something is quoted, and whether it stands on someone's word.
        times: number of words of dates and times.
    """

    rows: Mapping[str, Rows]
    masses: Mapping[str, Floats]
    covered: Mapping[str, Rows]
    said: Mapping[str, Rows]
    claims: Ints
    named: Mapping[str, Rows]
    texts: Sequence[str]
    codes: Sequence[str]
    has_quote: NDArray[np.bool_]
    is_reported: NDArray[np.bool_]
    times: Floats


def make_texts(sentences: Sequence[Sentence]) -> Texts:
    """The texts of some sentences."""
    bags = {name: [view(s) for s in sentences] for name, view in (*VIEWS.items(), *COVERED.items())}
    bags["claims"] = [bag for s in sentences for bag in _telling(s)]
    counts = [len(_telling(s)) for s in sentences]
    wanted = set().union(*bags["words"], *bags["claims"])
    akin = [_akin(sentence.marks, wanted) for sentence in sentences]
    turned = {name: make_rows_of_two(bags[name], akin) for name in (*COVERED, "claims")}
    streams = [stream(s.marks) for s in sentences]
    numbers = {lemma: 256 + n for n, lemma in enumerate(dict.fromkeys(lemma for row in streams for lemma in row))}
    return Texts(
        rows={name: make_rows(bags[name]) for name in (*VIEWS, *COVERED)},
        masses={name: np.array([sum(bag.values()) for bag in bag_list]) for name, bag_list in bags.items()},
        covered={name: pair[0] for name, pair in turned.items()},
        said={name: pair[1] for name, pair in turned.items()},
        claims=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        named={
            name: make_rows([dict.fromkeys(sorted(s.entities[kind]), 1.0) for s in sentences])
            for name, kind in NAMED.items()
        },
        texts=[" ".join(row) for row in streams],
        codes=["".join(chr(numbers[lemma]) for lemma in row) for row in streams],
        has_quote=np.array([any(m.is_quoted for m in s.marks) for s in sentences], bool),
        is_reported=np.array([s.is_reported for s in sentences], bool),
        times=np.array([sum(m.is_time for m in s.marks) for s in sentences], np.float64),
    )


def _telling(sentence: Sentence) -> list[dict[Hashable, float]]:
    """The words of each claim that says something; those of the sentence where none does."""
    bags = [bag for bag in map(words, sentence.claims) if sum(bag.values()) > TELLING]
    return bags or [words(sentence.marks)]


def _akin(marks: Marks, wanted: set[Hashable]) -> dict[Hashable, float]:
    """What the words of a sentence may stand for, by how near it is: themselves and near synonyms."""
    bag: dict[Hashable, float] = {}
    for mark in marks:
        if mark.person:
            bag[mark.run] = 1.0
        elif mark.word:
            bag[mark.word] = 1.0
            for other, nearness in near(mark.plain).items():
                key = stem(other)
                if key in wanted and nearness > bag.get(key, 0.0):
                    bag[key] = nearness
    return bag
