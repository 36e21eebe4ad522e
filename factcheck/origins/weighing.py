"""Which side of a difference has how many origins, and whether the difference came in while one text was copied."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from attrs import evolve

from factcheck.model import Claim, Corpus, Difference, Fact, Finding, Kind, Origins, Standing
from factcheck.origins.whence import Whence
from factcheck.span import Span

_ON_THE_WAY = frozenset({Kind.QUANTITY, Kind.TIME, Kind.PLACE, Kind.NAME, Kind.ROLE, Kind.POLARITY, Kind.QUOTE})


def weighed(
    findings: Sequence[Finding], facts: Sequence[Fact], corpus: Corpus, origins: Origins
) -> tuple[Finding, ...]:
    """The findings with their sides, and those marked that are a change made to one text."""
    fact_of = {fact.id: fact for fact in facts}
    whence = Whence(origins.copyings)
    homes = {finding.id: _homes(finding, corpus) for finding in findings}
    told = {
        finding.id: _told(finding, homes[finding.id]) for finding in findings if finding.relation is Difference.CONFLICT
    }
    said: dict[tuple[str, Kind, str], set[str]] = defaultdict(set)
    for finding in findings:
        for key, (_, articles) in told.get(finding.id, {}).items():
            said[finding.fact, finding.kind, key].update(articles)
    return tuple(
        evolve(
            finding,
            sides=_sides(finding, fact_of[finding.fact], told.get(finding.id, {}), said),
            is_changed_in_copying=_is_changed(finding, homes[finding.id], whence),
        )
        for finding in findings
    )


def _words(span: Span) -> str:
    """Some words, as sides are told apart by them."""
    return " ".join(span.text.casefold().split())


def _homes(finding: Finding, corpus: Corpus) -> list[Claim | None]:
    """For each piece of evidence the claim whose sentence holds it."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    for key in finding.claims:
        claims[corpus.claims[key].sentence.article].append(corpus.claims[key])
    return [
        next((claim for claim in claims[span.article] if claim.sentence.contains(span)), None)
        for span in finding.evidence
    ]


def _told(finding: Finding, homes: Sequence[Claim | None]) -> dict[str, tuple[str, set[str]]]:
    """The sides of a finding: the deciding words of each sentence, as shown, with the articles that have them."""
    by_home: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for span, home in zip(finding.evidence, homes, strict=True):
        by_home[span.article, str(home.sentence.start) if home else ""].append(span)
    sides: dict[str, tuple[str, set[str]]] = {}
    for (article, _), spans in by_home.items():
        shown = " … ".join(" ".join(span.text.split()) for span in spans)
        sides.setdefault(shown.casefold(), (shown, set()))[1].add(article)
    return sides


def _sides(
    finding: Finding,
    fact: Fact,
    told: Mapping[str, tuple[str, set[str]]],
    said: Mapping[tuple[str, Kind, str], set[str]],
) -> tuple[Standing, ...]:
    """The sides of a finding, each with all articles of the fact that are known to say so."""
    group = {article: number for number, one in enumerate(fact.known_from) for article in one.articles}
    sides = []
    for key, (shown, _) in told.items():
        articles = sorted(said[finding.fact, finding.kind, key])
        sides.append(Standing(shown, tuple(articles), len({group.get(article, article) for article in articles})))
    return tuple(sides) if len(sides) > 1 else ()


def _is_changed(finding: Finding, homes: Sequence[Claim | None], whence: Whence) -> bool:
    """Whether words that differ stand in two prints of one sentence."""
    if finding.kind not in _ON_THE_WAY:
        return False
    first = homes[0]
    return any(
        first is not None
        and home is not None
        and _words(finding.evidence[0]) != _words(span)
        and whence.is_one_text(first.sentence, home.sentence)
        for home, span in zip(homes, finding.evidence, strict=True)
    )
