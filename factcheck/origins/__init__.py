"""Documents in, origins out: copied passages, agency credits, and how many really know a fact."""

from collections.abc import Sequence

from factcheck.config import CopyDetection, Settings
from factcheck.model import Corpus, Document, Fact, Finding, Origins
from factcheck.origins.clusters import clusters, spanning
from factcheck.origins.copying import copied
from factcheck.origins.counting import counted
from factcheck.origins.weighing import weighed


def trace(documents: Sequence[Document], settings: Settings = Settings()) -> Origins:
    """Which articles, or passages of them, come from one origin.

    Needs blocks, readings and quotations, no parse. The order of the documents does not show.
    """
    numbers = CopyDetection()
    documents = sorted(documents, key=lambda document: document.article.id)
    found = copied(documents, numbers)
    origins = clusters(documents, found, numbers)
    return Origins(origins, spanning(found.copyings, origins, numbers.crowd))


def count(facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Fact, ...]:
    """The facts with articles, outlets, number of independent origins and the reasons filled in."""
    return counted(facts, corpus, origins)


def weigh(findings: Sequence[Finding], facts: Sequence[Fact], corpus: Corpus, origins: Origins) -> tuple[Finding, ...]:
    """The findings with who stands on which side, from how many origins, and whether one text was changed on the way.

    Args:
        findings: what comparison found.
        facts: the facts, counted.
        corpus: where claims are looked up.
        origins: what was traced.
    """
    return weighed(findings, facts, corpus, origins)
