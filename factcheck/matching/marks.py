"""Each word of an article as matching sees it: a content word, a person, a value, a time, quoted or not."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from attrs import define

from factcheck import lexicon
from factcheck.lexicon.wordnet import family
from factcheck.model import Document, EntityType, Mention, MentionForm
from factcheck.span import Span
from factcheck.tokens import Sentence, Token
from factcheck.values.time import TimeInterval

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ", "X"})
TIMES = frozenset({"DATE", "TIME"})
DIGITS = re.compile(r"\d[\d.,:/-]*\d|\d")
NUMBER, TIME = "#", "@"  # stand for every number and every time in runs of words, so that another value breaks no run


class Mark(NamedTuple):
    """One word; a tuple, since an article has hundreds and tuples are made fastest.

    Attributes:
        start: offset in the article.
        end: offset behind it.
        word: its stem where it is a content word, else "".
        plain: the lemma that the stem was made of.
        person: whom it names (an entity, or the name as written), else "".
        value: the number as digits or word, else "".
        slot: lemma of what the number counts or measures, else "".
        is_time: whether it belongs to a date or time.
        time: which stretch of the calendar it belongs to the name of, else "".
        is_quoted: whether it stands inside quotation marks.
        run: what it is in a run of words, its lemma mostly; "" where it is left out of runs, as "did" and "not" are.
        is_verb: whether it is a full verb.
    """

    start: int
    end: int
    word: str = ""
    plain: str = ""
    person: str = ""
    value: str = ""
    slot: str = ""
    is_time: bool = False
    time: str = ""
    is_quoted: bool = False
    run: str = ""
    is_verb: bool = False


@define(eq=False)
class MarkedArticle:
    """The marks of one article in order, and the sentences that they stand in.

    Attributes:
        article: id of the article.
        marks: all marks.
        starts: their offsets, for look-ups.
        sentences: the sentences' places, in order of the text.
    """

    article: str
    marks: tuple[Mark, ...]
    starts: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]

    def within(self, span: Span) -> tuple[Mark, ...]:
        """The marks that lie inside a span."""
        first = bisect_left(self.starts, span.start)
        return self.marks[first : bisect_right(self.starts, span.end - 1)]

    def position(self, span: Span) -> int:
        """Number of the sentence that a span begins in."""
        return max(0, bisect_right(self.sentences, (span.start, span.start + 10**9)) - 1)


@cache
def stem(lemma: str) -> str:
    """What the inflections and derivations of a word share: the beginning of the word that its family goes by."""
    head = family(lemma)
    return head[:6] if len(head) > 7 else head[:5] if len(head) > 5 else head


def mark_article(
    document: Document, mentions: Iterable[Mention], people: Mapping[str, str], times: Iterable[TimeInterval] = ()
) -> MarkedArticle:
    """The marks of a document.

    Args:
        document: the document.
        mentions: its mentions.
        people: for each word that is a person's name somewhere in the set, the entity or name that it stands for.
        times: its times.
    """
    named, dated = _named(mentions), _dated(times)
    quoted = [(q.start, q.end) for q in document.quotations]
    marks, places = [], []
    for index, sentences in sorted(document.sentences.items()):
        reading = document.readings[index]
        for sentence in sentences:
            place = (reading.origins[sentence.start], reading.origins[sentence.end - 1] + 1)
            places.append(place)
            for number, token in enumerate(sentence.tokens):
                if token.text[:1].isalnum():
                    start = reading.origins[token.start]
                    inside = _inside(quoted, start)
                    mark = _mark(sentence, number, token, start, inside, named, people)
                    time = _at(dated, start)
                    marks.append(mark._replace(time=time) if time else mark)
    marks.sort(key=lambda mark: mark.start)
    return MarkedArticle(document.article.id, tuple(marks), tuple(m.start for m in marks), tuple(sorted(places)))


def person_names(documents: Iterable[Document]) -> dict[str, str]:
    """Words that name people more often than anything else, as the recogniser's votes in all articles say."""
    votes: dict[str, list[int]] = {}
    for document in documents:
        for sentences in document.sentences.values():
            for sentence in sentences:
                for token in sentence.tokens:
                    if token.pos == "PROPN":
                        tally = votes.setdefault(token.text, [0, 0])
                        tally[0] += 1
                        tally[1] += token.ent == "PERSON"
    return {word: word for word, (count, people) in votes.items() if 2 * people >= count and people}


def _named(mentions: Iterable[Mention]) -> list[tuple[int, int, str]]:
    """Places of the names of people, each with the entity."""
    return sorted(
        (m.span.start, m.span.end, m.entity)
        for m in mentions
        if m.form is MentionForm.NAME and m.type is EntityType.PERSON and m.entity
    )


def _dated(times: Iterable[TimeInterval]) -> list[tuple[int, int, str]]:
    """Places of the times, each with the stretch of the calendar that it names."""
    return sorted({(t.span.start, t.span.end, f"{t.type} {t.value}") for t in times if t.value})


def _at(stretches: list[tuple[int, int, str]], offset: int) -> str:
    """What the sorted stretch that holds an offset stands for, "" where none does."""
    at = bisect_right(stretches, (offset, 10**9, "")) - 1
    return stretches[at][2] if at >= 0 and offset < stretches[at][1] else ""


def _inside(stretches: list[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of the sorted stretches."""
    at = bisect_right(stretches, (offset, 10**9)) - 1
    return at >= 0 and offset < stretches[at][1]


def _mark(
    sentence: Sentence,
    number: int,
    token: Token,
    start: int,
    is_quoted: bool,
    named: list[tuple[int, int, str]],
    people: Mapping[str, str],
) -> Mark:
    """One word as matching sees it."""
    end = start + token.end - token.start
    lemma = token.lemma.lower()
    if token.ent in TIMES or lemma in lexicon.words("matching", "calendar"):
        return Mark(start, end, is_time=True, is_quoted=is_quoted, run=TIME)
    digits = DIGITS.search(token.text)
    if digits or token.pos == "NUM":
        value = digits.group().replace(",", "") if digits else lemma
        return Mark(start, end, value=value, slot=_counted(sentence, number), is_quoted=is_quoted, run=NUMBER)
    person = _at(named, start) or (people.get(token.text, "") if token.pos == "PROPN" else "")
    if person:
        return Mark(start, end, person=person, is_quoted=is_quoted, run=token.text.lower())
    run = "" if token.pos == "AUX" or lemma in lexicon.words("matching", "unheard") else lemma
    if token.pos in CONTENT and lemma not in lexicon.words("matching", "empty"):
        return Mark(start, end, stem(lemma), lemma, is_quoted=is_quoted, run=run, is_verb=token.pos == "VERB")
    return Mark(start, end, is_quoted=is_quoted, run=run)


def _counted(sentence: Sentence, number: int) -> str:
    """Lemma of what a number counts: the first governor that is no number or sign itself."""
    here = number
    for _ in range(4):
        token = sentence.tokens[here]
        if token.pos not in ("NUM", "SYM", "ADP", "ADV", "PUNCT"):
            return token.lemma.lower()
        if token.head == here:
            break
        here = token.head
    return ""
