"""Documents in, origins out: copied passages, agency credits, and how many really know a fact."""

from collections.abc import Sequence

from factcheck.config import Settings
from factcheck.model import Corpus, Document, Fact, Origins


def trace(documents: Sequence[Document], settings: Settings = Settings()) -> Origins:
    """Which articles, or passages of them, come from one origin."""
    raise NotImplementedError


def count(facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Fact, ...]:
    """The facts with articles, outlets, number of independent origins and the reasons filled in."""
    raise NotImplementedError
