"""Synthetic articles with their parse, as many as wanted: for measuring what comes after the parse at any size.

The sentences and the world of `scale_claims`, each template parsed once and its slots filled with names and numbers, so
that claims, values, stories and findings are those of the real stages. An event has two to six articles within a week;
events go on through the years, a fixed number a day.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import count

from benchmarks.scale_claims import FACTS, FILLERS, PHRASES, TOPIC_WORDS, TOPICS
from factcheck.extraction import read_claims
from factcheck.extraction.parsing import parse
from factcheck.lexicon.frequency import classes
from factcheck.model import Article, Block, BlockKind, Document, Extraction, Reading
from factcheck.span import Span
from factcheck.tokens import Sentence, Token

START = date(2000, 1, 1)
EVENTS_A_DAY = 5
SLOTS = {word: slot for slot, word in FILLERS.items()}
WORDS = 12  # of its topic that an event is told with


@cache
def _shapes() -> tuple[tuple[tuple[Sentence, ...], ...], tuple[Sentence, ...]]:
    """Each template's wordings, and the boilerplate, parsed with stand-ins in the slots."""
    phrases = tomllib.loads(PHRASES.read_text(encoding="utf-8"))
    rows, plain = [fact["wordings"] for fact in phrases["fact"]], phrases["boilerplate"]
    parsed = parse([*(f"{wording.format(**FILLERS)}." for row in rows for wording in row), *(f"{t}." for t in plain)])
    first = (sentences[0] for sentences in parsed)
    return tuple(tuple(next(first) for _ in row) for row in rows), tuple(next(first) for _ in plain)


def articles(number: int, seed: int = 7, boilerplate: float = 0.3) -> Iterator[Article]:
    """So many articles, event by event; the address of each says which sentences it is made of."""
    chance = random.Random(seed)
    words = sorted(word for word, commonness in classes().items() if commonness <= 1 and len(word) > 4)
    topics = [chance.sample(words, TOPIC_WORDS) for _ in range(TOPICS)]
    ids = count()
    for event in count():
        own = chance.sample(chance.choice(topics), WORDS)
        cast = {slot: f"{slot.upper()}{event}{chance.choice('abc')}" for slot in "pqorcd"}
        facts = [_fact(chance, own, cast) for _ in range(FACTS)]
        day = START + timedelta(event // EVENTS_A_DAY)
        for outlet in range(chance.randint(2, 6)):
            told = [_tell(chance, *fact) for fact in facts if chance.random() < 0.6]
            told += [f"b{chance.randrange(len(_shapes()[1]))}"] if chance.random() < boilerplate else []
            key = next(ids)
            if key == number:
                return
            recipe = "\n".join(told) or _tell(chance, *facts[0])
            text = " ".join(line for _, _, line in _lines(recipe))
            published = day + timedelta(chance.randrange(3))
            yield Article(f"a{key:07}", text, f"outlet{outlet}.example", published=published, url=recipe)


def _fact(chance: random.Random, words: Sequence[str], cast: dict[str, str]) -> tuple[int, dict[str, str]]:
    x, y, z = chance.sample(list(words), 3)
    slots = {**cast, "x": x, "y": y, "z": z, "n": str(chance.randint(2, 900)), "m": str(chance.randint(2, 900))}
    return chance.randrange(len(_shapes()[0])), slots


def _tell(chance: random.Random, template: int, slots: dict[str, str]) -> str:
    """One telling, as a line: the sentence, of which a number may differ."""
    wording = chance.randrange(len(_shapes()[0][template]))
    if chance.random() < 0.2:
        slots = {**slots, "n": str(int(slots["n"]) + chance.randint(1, 9))}
    return f"{template}.{wording} " + " ".join(f"{slot}={value}" for slot, value in sorted(slots.items()))


class Prepared:
    """An extractor that fills the parsed sentences and reads claims out of them, as if the text had been parsed."""

    def extract(self, articles: Sequence[Article]) -> list[Extraction]:
        """One extraction for each article, in order."""
        return [read_claims(_document(article)) for article in articles]


def _lines(recipe: str) -> Iterator[tuple[Sentence, list[str], str]]:
    """The sentences of an article: the parsed shape, the words that fill it, and the text."""
    for line in recipe.split("\n"):
        name, *given = line.split()
        slots = dict(each.split("=") for each in given)
        template, _, wording = name.partition(".")
        shape = _shapes()[0][int(template)][int(wording)] if wording else _shapes()[1][int(template[1:])]
        words = [slots.get(SLOTS.get(token.text, ""), token.text) for token in shape.tokens]
        yield shape, words, "".join(w + " " * t.space for w, t in zip(words, shape.tokens, strict=True)).strip()


def _document(article: Article) -> Document:
    text = article.text
    sentences: list[Sentence] = []
    at = 0
    for shape, words, told in _lines(article.url):
        sentences.append(_sentence(text, at, len(told), shape, words))
        at += len(told) + 1
    return Document(
        article=article,
        blocks=(Block(BlockKind.PARAGRAPH, Span.of(text, 0, len(text), article.id)),),
        readings={0: Reading(text, range(len(text) + 1), article.id)},
        sentences={0: tuple(sentences)},
        language="en",
    )


def _sentence(text: str, start: int, length: int, shape: Sentence, words: Sequence[str]) -> Sentence:
    tokens: list[Token] = []
    at = start
    for word, token in zip(words, shape.tokens, strict=True):
        is_filled = word != token.text
        tokens.append(
            Token(
                *(word, word if is_filled else token.lemma, token.pos, token.tag, token.dep, token.head),
                *(at, at + len(word), token.ent, token.ent_start, token.space),
            )
        )
        at += len(word) + token.space
    return Sentence(text, start, start + length, tuple(tokens))
