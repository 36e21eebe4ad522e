"""Documents in, origins out: copied passages, agency credits, and how many really know a fact."""

from collections.abc import Sequence

from attrs import evolve

from factcheck.config import Settings
from factcheck.model import Corpus, Document, Fact, Origins


def trace(documents: Sequence[Document], settings: Settings = Settings()) -> Origins:
    """Which articles, or passages of them, come from one origin."""
    return Origins((), ())


def count(facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Fact, ...]:
    """The facts with articles, outlets, number of independent origins and the reasons filled in."""
    counted = []
    for fact in facts:
        articles = sorted({corpus.claims[claim].article for claim in fact.claims})
        outlets = sorted({corpus.articles[article].outlet for article in articles})
        counted.append(evolve(fact, articles=tuple(articles), outlets=tuple(outlets), origins=len(articles)))
    return tuple(counted)
