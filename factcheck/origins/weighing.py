"""Which side of a difference has how many origins, and whether the difference came in while one text was copied."""

from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from factcheck.model import Corpus, Fact, Finding, Kind, Origins, Standing
from factcheck.origins.whence import Whence
from factcheck.span import Span

_ON_THE_WAY = frozenset({Kind.QUANTITY, Kind.TIME, Kind.PLACE, Kind.NAME, Kind.ROLE, Kind.POLARITY, Kind.QUOTE})


def weighed(
    findings: Sequence[Finding], facts: Sequence[Fact], corpus: Corpus, origins: Origins
) -> tuple[Finding, ...]:
    """The findings with the origins of their sides counted, and those marked that are a change made to one text."""
    fact_of = {fact.id: fact for fact in facts}
    whence = Whence(origins.copyings)
    return tuple(
        evolve(
            finding,
            sides=_counted(finding, fact_of[finding.fact]),
            is_changed_in_copying=_is_changed(finding, corpus, whence),
        )
        for finding in findings
    )


def _counted(finding: Finding, fact: Fact) -> tuple[Standing, ...]:
    """The sides of a finding, each with the number of origins that its articles have the fact from."""
    group = {article: number for number, one in enumerate(fact.known_from) for article in one.articles}
    return tuple(
        evolve(side, origins=len({group.get(article, article) for article in side.articles})) for side in finding.sides
    )


def _is_changed(finding: Finding, corpus: Corpus, whence: Whence) -> bool:
    """Whether two claims that differ stand in two prints of one sentence."""
    if finding.kind not in _ON_THE_WAY:
        return False
    pairs = [(corpus.claims[left].sentence, corpus.claims[right].sentence) for left, right in finding.opposed]
    often = Counter(sentence for pair in pairs for sentence in pair)  # what many are held against is followed once
    ordered = (sorted(pair, key=lambda sentence: -often[sentence]) for pair in pairs)
    return any(_words(left) != _words(right) and whence.is_one_text(left, right) for left, right in ordered)


def _words(sentence: Span) -> str:
    """A sentence without case and line breaks: the same one on two days may speak of two Mondays, unchanged."""
    return " ".join(sentence.text.casefold().split())
