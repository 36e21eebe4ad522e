"""Synthetic claims with known groups, as many as wanted: one fact in several wordings, in a world with skewed names.

A world is events; an event has a few articles, some people, bodies, places, numbers and words of its topic; each fact of
an event fills one of the templates below, and each article that tells it picks a wording, may call people by their role,
may leave out a detail and may print another number. Five in a hundred claims are nothing but boilerplate, another quarter
ends in some. The words of the topics are those of the frequency table, so that they are as rare as words are; three names
in ten are among the twenty that everybody writes about. All sentences are our own.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from attrs import frozen

from factcheck import lexicon
from factcheck.extraction.parsing import parse
from factcheck.lexicon.frequency import classes
from factcheck.matching.marks import CONTENT, NUMBER, Mark, stem

# One fact a line, its wordings side by side. p, q: people; o, r: bodies; c, d: places; n, m: numbers; x, y, z: words of
# the topic.
TEMPLATES = """
{p} visited the {x} in {c} | The {x} in {c} was seen by {p} during a trip | {p} toured a {x} near {c}
{n} people were killed when a {x} struck {c} | A {x} hit {c} and left {n} dead | The death toll of the {x} in {c} is {n}
{o} fired {p} over the {x} | {p} was dismissed by {o} because of the {x} | {p} lost the job at {o} after the {x}
{p} denied that {o} had paid for the {x} | {o} never financed the {x}, {p} insisted | The {x} was not funded by {o}, in the words of {p}
Police in {c} arrested {n} people at the {x} | {n} were detained by officers at the {x} in {c} | Officers took {n} into custody during the {x} in {c}
{o} plans to close its {x} in {c} with {n} jobs | The {x} of {o} in {c} will shut and {n} posts go | {n} workers of {o} in {c} lose their {x}
The {x} cost {o} {n} million dollars | {o} spent {n} million dollars on the {x} | The bill of {o} for the {x} is {n} million dollars
{p} and {q} met in {c} to discuss the {x} | Talks on the {x} between {p} and {q} were held in {c} | In {c}, {q} sat down with {p} about the {x}
{p} called the {x} of {o} a {y} | To {p}, the {x} that {o} wants is a {y} | What {o} does with the {x} is a {y}, {p} complained
A court in {c} sentenced {p} to {n} years for the {x} | {p} must go to prison for {n} years over the {x}, judges in {c} ruled | {n} years in jail for {p}, found guilty in {c} of the {x}
{o} bought the {x} maker {r} | {r}, which makes the {x}, was acquired by {o} | The takeover of {r} and its {x} by {o} is complete
The {x} between {c} and {d} reopened after {n} days | {c} and {d} are linked again by the {x}, shut for {n} days | Traffic on the {x} from {c} to {d} resumed after {n} days
{p} won the {x} with {n} percent of the vote | With {n} percent, {p} was elected in the {x} | Voters gave {p} {n} percent in the {x}
Scientists at {o} found {x} in the {y} of {c} | {x} was discovered by researchers of {o} in the {y} near {c} | The {y} around {c} holds {x}, a study by {o} shows
{o} accused {r} of the {x} | {r} is behind the {x}, {o} charged | The {x} was blamed on {r} by {o}
The {x} was built {n} years ago by {o} | {o} put up the {x} {n} years back | The {x}, a work of {o}, is {n} years old
{p} resigned as head of {o} over the {x} | The chief of {o}, {p}, stepped down after the {x} | {p} quit the top post at {o} in the row about the {x}
Thousands marched in {c} against the {x} | A crowd protested the {x} on the streets of {c} | The {x} drew demonstrators to the centre of {c}
{p} promised {n} new {x} for {c} | {c} will get {n} more {x}, {p} pledged | {n} additional {x} go to {c} under the plan of {p}
{o} recalled {n} {x} because of a faulty {y} | A defect in the {y} forces {o} to call back {n} {x} | {n} {x} of {o} return to the shop for the {y}
The {x} of {p} sold for {n} thousand dollars in {c} | A buyer in {c} paid {n} thousand dollars for the {x} of {p} | {n} thousand dollars was the price of the {x} that {p} owned, sold in {c}
{o} will send {n} {x} to {c} | {c} is to receive {n} {x} from {o} | {n} {x} promised by {o} are on the way to {c}
{p} told {o} about the {x} in a letter | In a letter to {o}, {p} described the {x} | {o} learned of the {x} from the letter that {p} wrote
The {x} spread to {n} villages around {c} | {n} villages near {c} have the {x} now | The {x} has reached {n} settlements close to {c}
{p} refuses to sign the {x} without {y} | Without {y}, {p} will not put a name under the {x} | No {y}, no signature of {p} under the {x}
{o} raised its forecast for the {x} to {n} percent | The {x} will grow by {n} percent, {o} now expects | {n} percent more {x} is the new outlook of {o}
{p} was born in {c} and studied {x} | A native of {c}, {p} has a degree in {x} | {p}, who comes from {c}, was trained in {x}
The {x} broke down {n} hours after it left {c} | {n} hours out of {c} the {x} failed | The {x} that departed from {c} stopped after {n} hours
{p} sued {o} for {n} million dollars over the {x} | {o} faces a claim of {n} million dollars by {p} about the {x} | In a lawsuit on the {x}, {p} demands {n} million dollars of {o}
{o} lifted the ban on {x} in {c} | {x} is allowed again in {c}, {o} decided | After the decision of {o}, {c} may use {x} once more
{p} scored {n} points against {c} with a {x} | {n} points by {p} and a {x} beat {c} | {c} lost to the {x} and {n} points of {p}
{n} tonnes of {x} were seized at the port of {c} | Customs in {c} confiscated {n} tonnes of {x} | The harbour of {c} gave up {n} tonnes of hidden {x}
{p} warned that the {x} could reach {c} | The {x} may come as far as {c}, {p} cautioned | {c} is within range of the {x}, according to {p}
{o} and {r} signed a deal on {x} worth {n} million dollars | A contract of {n} million dollars for {x} binds {o} and {r} | {r} will supply {x} to {o} for {n} million dollars
{n} {x} were damaged by the {y} in {c} | The {y} in {c} wrecked {n} {x} | In {c}, {n} {x} suffered from the {y}
{p} apologised to {q} for the {x} | {q} received an apology from {p} over the {x} | The {x} made {p} say sorry to {q}
"""
BOILERPLATE = """
Subscribe to our newsletter and never miss an important story
This is a developing story and will be updated
Our correspondents report around the clock from the region
The statement was published on the official website
All rights reserved by the news agency and its partners
Follow us on social media for the latest updates
The press office did not immediately reply to a request for comment
Additional reporting and editing by our staff
"""
ROLES = ("commander", "minister", "owner", "lawyer", "leader", "official", "manager", "candidate", "witness", "driver")
FILLERS = {"p": "Anna", "q": "Peter", "o": "Siemens", "r": "Boeing", "c": "Prague", "d": "Vienna", "n": "14", "m": "30"}
FILLERS |= {"x": "bridge", "y": "school", "z": "garden"}
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
    rows = [line.split(" | ") for line in TEMPLATES.strip().splitlines()]
    plain = BOILERPLATE.strip().splitlines()
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
        n, m = (str(chance.randint(2, 900)) for _ in range(2))
        slots = {"p": p, "q": q, "o": o, "r": r, "c": c, "d": d, "n": n, "m": m, "x": x, "y": y, "z": z}
        return chance.choice(self._phrases.templates), slots

    def _claim(
        self, article: int, group: int, wording: Wording, slots: Mapping[str, str], words: Sequence[str]
    ) -> Told:
        """One telling of a fact, with what this outlet changes."""
        chance = self._chance
        marks, texts = [], []
        details = [(word, word, "NOUN") for word in ([slots["z"]] if slots and chance.random() < 0.5 else [])]
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
        if slot in "nm":
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
