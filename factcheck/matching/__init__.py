"""Claims in, facts out: candidates without comparing all with all, scores that explain themselves, grouping."""

from factcheck.config import Settings
from factcheck.model import Corpus, Fact


def match(corpus: Corpus, settings: Settings = Settings()) -> tuple[Fact, ...]:
    """The facts that the claims state, each claim in exactly one; sorted by id."""
    raise NotImplementedError
