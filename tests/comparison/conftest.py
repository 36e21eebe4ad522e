"""Two texts as two articles, read by the whole library, as one fact."""

from collections.abc import Callable
from datetime import date
from itertools import chain

import pytest

from factcheck.comparison import compare
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.model import Article, Corpus, Fact, Finding

Compare = Callable[..., tuple[Finding, ...]]


def one_fact(corpus: Corpus) -> Fact:
    """Every claim of a corpus as one fact."""
    return Fact("f", tuple(corpus.claims), "gist")


@pytest.fixture(scope="session")
def read() -> Callable[..., Corpus]:
    """The corpus of some texts, each an article of its own; with their days of publication where they are given."""

    def of(*texts: str, days: tuple[date | None, ...] = ()) -> Corpus:
        published = chain(days, [None] * len(texts))
        articles = [
            Article(f"{'abcdef'[i]}", text, source=f"The {'ABCDEF'[i]} Post", published=day)
            for i, (text, day) in enumerate(zip(texts, published, strict=False))
        ]
        return link(extract(articles))

    return of


@pytest.fixture(scope="session")
def find(read: Callable[..., Corpus]) -> Compare:
    """What is found between some texts that are taken for one fact."""

    def between(*texts: str, days: tuple[date | None, ...] = ()) -> tuple[Finding, ...]:
        corpus = read(*texts, days=days)
        return compare([one_fact(corpus)], corpus)

    return between
