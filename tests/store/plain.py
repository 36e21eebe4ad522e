"""Articles of one kind of sentence, whose parse is known beforehand: everything behind the parse is the real thing.

So a process that adds them starts in a second and can be killed fifty times.
"""

import random
from datetime import date, timedelta

from factcheck.extraction import read_claims
from factcheck.model import Article, Block, BlockKind, Document, Reading
from factcheck.span import Span
from factcheck.tokens import Sentence, Token

# text, lemma, part of speech, tag, dependency, head
SHAPE = (
    ("{n}", "{n}", "NUM", "CD", "nummod", 1),
    ("people", "people", "NOUN", "NNS", "nsubj", 2),
    ("died", "die", "VERB", "VBD", "ROOT", 2),
    ("in", "in", "ADP", "IN", "prep", 2),
    ("the", "the", "DET", "DT", "det", 5),
    ("{x}", "{x}", "NOUN", "NN", "pobj", 3),
    ("near", "near", "ADP", "IN", "prep", 2),
    ("{c}", "{c}", "PROPN", "NNP", "pobj", 6),
    ("by", "by", "ADP", "IN", "prep", 7),
    ("{d}", "{d}", "PROPN", "NNP", "pobj", 8),
    (".", ".", "PUNCT", ".", "punct", 2),
)
DISASTERS = ("landslide", "avalanche", "shipwreck", "wildfire", "stampede", "derailment", "whirlwind", "collision")


def sentence(n, x, c):
    return f"{n} people died in the {x} near {c} by {c}berg."


def article(key, day, *told, source=""):
    """An article that tells of disasters: number of dead, what, where."""
    text = " ".join(sentence(*each) for each in told)
    return Article(key, text, source=source or f"{key}.example", published=day)


def articles(count, seed=1):
    """Articles on one disaster or two each, several on each disaster, whose numbers sometimes differ."""
    chance = random.Random(seed)
    first = date(2024, 3, 1)
    made = []
    for number in range(count):
        event = chance.randrange(max(1, count // 2))
        # now and then two events share their kind, so that chains of close pairs run over several of them
        place, what = f"Marsk{event}", f"{DISASTERS[event % len(DISASTERS)]}{event // 2 if event % 5 else ''}"
        told = [(chance.choice((12, 12, 14)), what, place)]
        if chance.random() < 0.3:
            told.append((chance.randint(20, 40), chance.choice(DISASTERS), f"Oster{event}"))
        made.append(article(f"a{number:04}", first + timedelta(event % 20 + chance.randrange(3)), *told))
    return made


class Plain:
    """An extractor for such articles."""

    def __init__(self):
        self.read = []

    def extract(self, articles):
        self.read.extend(article.id for article in articles)
        return [read_claims(_document(article)) for article in articles]


class Doubting:
    """A judge who takes nothing for the same fact that is not word for word the same."""

    name = "doubting"

    def __init__(self):
        self.asked = 0

    def probabilities(self, pairs):
        self.asked += len(pairs)
        return [0.5 if one == other else 0.01 for one, other in pairs]


def _document(article):
    text = article.text
    span = Span.of(text, 0, len(text), article.id)
    found, at = [], 0
    while at < len(text):
        end = text.index(".", at) + 1
        found.append(_sentence(text, at, end))
        at = end + 1
    return Document(
        article=article,
        blocks=(Block(BlockKind.PARAGRAPH, span),),
        readings={0: Reading(text, range(len(text) + 1), article.id)},
        sentences={0: tuple(found)},
        language="en",
    )


def _sentence(text, start, end):
    words = [*text[start : end - 1].split(), "."]
    tokens, at = [], start
    for word, (shown, lemma, pos, tag, dep, head) in zip(words, SHAPE, strict=True):
        at = text.index(word, at)
        is_place = shown in ("{c}", "{d}")
        tokens.append(
            Token(
                *(word, word if lemma.startswith("{") else lemma, pos, tag, dep, head, at, at + len(word)),
                ent="GPE" if is_place else "",
                ent_start=is_place,
            )
        )
        at += len(word)
    return Sentence(text, start, end, tuple(tokens))
