"""Facts in, findings out: the ordered list of comparers."""

from collections.abc import Sequence

from factcheck.config import Settings
from factcheck.model import Corpus, Fact, Finding


def compare(facts: Sequence[Fact], corpus: Corpus, settings: Settings = Settings()) -> tuple[Finding, ...]:
    """What the claims of each fact differ in; sorted by severity, kind and place."""
    raise NotImplementedError
