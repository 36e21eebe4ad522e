"""Synthetic claims with known groups, as many as wanted: one fact in several wordings, in a world with skewed names.

A world is events; an event has a few articles, some people, bodies, places, numbers and words of its topic. Each fact
of an event fills one of the templates in scale_phrases.toml, and each article that tells it picks a wording, may call
people by their role, may leave out a detail and may print another number. Five in a hundred claims are nothing but
boilerplate, another quarter ends in some. The words of the topics are those of the frequency table, taken at random;
three names in ten are among the twenty that everybody writes about.
"""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path

from attrs import frozen

from factcheck import lexicon
from factcheck.extraction.parsing import parse
from factcheck.lexicon.frequency import classes
from factcheck.matching.marks import CONTENT, NUMBER, Mark, stem

PHRASES = Path(__file__).with_name("scale_phrases.toml")
ROLES = ("commander", "minister", "owner", "lawyer", "leader", "official", "manager", "candidate", "witness", "driver")
FILLERS = {"p": "Anna", "q": "Peter", "o": "Siemens", "r": "Boeing", "c": "Prague", "d": "Vienna", "n": "14"}
FILLERS |= {"x": "bridge", "y": "school"}
FACTS = 14  # of an event
TOPICS, TOPIC_WORDS, EVENT_WORDS = 300, 80, 18
FAMOUS, IS_FAMOUS = 20, 0.3
TAIL, ALONE = 0.25, 0.05  # claims that end in boilerplate, claims that are nothing else
Word = tuple[str, str, str]  # text, lemma and part of speech, or slot, "" and ""
Wording = Sequence[Word]


@frozen
class Phrases:
    """The sentences taken apart: wordings of each template, and boilerplate."""

    templates: Sequence[Sequence[Wording]]
    boilerplate: Sequence[Wording]


@frozen
class Told:
    """A claim of the synthetic world.

    Attributes:
        article: its number.
        group: number of its fact; claims of one number state one fact.
        marks: its words as matching sees them.
        text: its words.
    """

    article: int
    group: int
    marks: tuple[Mark, ...]
    text: str


def parse_phrases() -> Phrases:
    """All wordings, parsed by the pipeline with stand-ins in the slots."""
    slots = {word: slot for slot, word in FILLERS.items()}
    data = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    rows, plain = [fact["wordings"] for fact in data["fact"]], data["boilerplate"]
    texts = [wording.format(**FILLERS) for row in rows for wording in row]
    parsed = parse([*(text + "." for text in texts), *(text + "." for text in plain)])
    wordings: Iterator[Wording] = (
        [
            (slots[t.text], "", "") if t.text in slots else (t.text, t.lemma.lower(), t.pos)
            for sentence in sentences
            for t in sentence.tokens
            if t.pos != "PUNCT"
        ]
        for sentences in parsed
    )
    return Phrases([[next(wordings) for _ in row] for row in rows], [next(wordings) for _ in plain])


def tell(claims: int, phrases: Phrases, seed: int = 5) -> Iterator[Told]:
    """About `claims` claims of a world as large as they need, article by article."""
    world = _World(claims, phrases, seed)
    articles, groups, told = count(), count(), 0
    while told < claims:
        for claim in world.event(articles, groups):
            told += 1
            yield claim


class _World:
    """Names, topics and chance; the names grow with the world, the topics do not."""

    def __init__(self, claims: int, phrases: Phrases, seed: int) -> None:
        self._chance = random.Random(seed)
        self._phrases = phrases
        words = sorted(word for word, number in classes().items() if number <= 1 and len(word) > 4)
        self._topics = [self._chance.sample(words, TOPIC_WORDS) for _ in range(TOPICS)]
        self._pools = {"p": 200 + claims // 40, "o": 200 + claims // 100, "c": 200 + claims // 200}
        self._empty = lexicon.words("matching", "empty")

    def event(self, articles: Iterator[int], groups: Iterator[int]) -> Iterator[Told]:
        """The claims of all articles on one event."""
        chance = self._chance
        words = chance.sample(chance.choice(self._topics), EVENT_WORDS)
        cast = {kind: [self._name(kind) for _ in range(number)] for kind, number in (("p", 4), ("o", 3), ("c", 3))}
        facts = [(next(groups), self._fact(cast, words)) for _ in range(FACTS)]
        for article in (next(articles) for _ in range(chance.randint(2, 6))):
            for group, (wordings, slots) in facts:
                if chance.random() < ALONE:
                    yield self._claim(article, -1, chance.choice(self._phrases.boilerplate), {}, words)
                if chance.random() < 0.6:
                    yield self._claim(article, group, chance.choice(wordings), slots, words)

    def _name(self, kind: str) -> str:
        """A name of a person, a body or a place; some are everywhere."""
        famous = self._chance.random() < IS_FAMOUS
        return f"{kind.upper()}{self._chance.randrange(FAMOUS if famous else self._pools[kind])}"

    def _fact(
        self, cast: Mapping[str, Sequence[str]], words: Sequence[str]
    ) -> tuple[Sequence[Wording], Mapping[str, str]]:
        """The wordings of a fact and what fills their slots."""
        chance = self._chance
        (p, q), (o, r), (c, d) = (chance.sample(cast[kind], 2) for kind in "poc")
        x, y, z = chance.sample(words, 3)
        number = str(chance.randint(2, 900))
        slots = {"p": p, "q": q, "o": o, "r": r, "c": c, "d": d, "n": number, "x": x, "y": y, "detail": z}
        return chance.choice(self._phrases.templates), slots

    def _claim(
        self, article: int, group: int, wording: Wording, slots: Mapping[str, str], words: Sequence[str]
    ) -> Told:
        """One telling of a fact, with what this outlet changes."""
        chance = self._chance
        marks, texts = [], []
        details = [(word, word, "NOUN") for word in ([slots["detail"]] if slots and chance.random() < 0.5 else [])]
        if slots and chance.random() < 0.2:
            details.append((*[chance.choice(words)] * 2, "NOUN"))
        tail = chance.choice(self._phrases.boilerplate) if slots and chance.random() < TAIL else ()
        for text, lemma, pos in (*wording, *details, *tail):
            mark, text = self._mark(text, slots) if not lemma else (self._word(lemma, pos), text)
            marks.append(mark)
            texts.append(text)
        return Told(article, group, tuple(marks), " ".join(texts))

    def _mark(self, slot: str, slots: Mapping[str, str]) -> tuple[Mark, str]:
        """What this outlet puts into a slot."""
        chance, filled = self._chance, slots[slot]
        if slot == "n":
            value = filled if chance.random() > 0.2 else str(int(filled) + chance.randint(1, 9))
            return Mark(0, 0, value=value, run=NUMBER), value
        if slot in "pq" and chance.random() < 0.2:
            role = chance.choice(ROLES)
            return self._word(role, "NOUN"), f"the {role}"
        if slot in "pq":
            return Mark(0, 0, person=filled, run=filled), filled
        return self._word(filled.lower(), "PROPN"), filled

    def _word(self, lemma: str, pos: str) -> Mark:
        """A word as matching sees it."""
        if pos in CONTENT and lemma not in self._empty:
            return Mark(0, 0, stem(lemma), lemma, run=lemma, is_verb=pos == "VERB")
        return Mark(0, 0, run=lemma)
