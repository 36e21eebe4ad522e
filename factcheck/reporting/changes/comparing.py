"""What changed between two runs."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from attrs import evolve

from factcheck.model import Difference, Fact, Finding, Results
from factcheck.reporting.changes.correspondence import (
    Pairs,
    pair_articles,
    pair_claims,
    pair_facts,
    pair_findings,
    words,
)
from factcheck.reporting.changes.ledger import Change, Changes, Edit, Ledger
from factcheck.reporting.exhibit import plural

R = TypeVar("R", bound=Results)
T = TypeVar("T", Finding, Fact)


def compare_runs(before: Results, after: Results) -> Changes:
    """What is new, gone and changed in the newer of two runs, the same things known again though their ids changed."""
    articles = pair_articles(before.articles, after.articles)
    texts = {articles.get(article.id): article.text for article in before.articles}
    unedited = [article.id for article in after.articles if texts.get(article.id) == article.text]
    claims = pair_claims(before.claims, after.claims, articles, unedited)
    findings = pair_findings(before.findings, after.findings, articles, claims)
    facts = pair_facts(before.facts, after.facts, claims)
    known = set(articles.values())
    return Changes(
        before,
        after,
        added=tuple(article.id for article in after.articles if article.id not in known),
        removed=tuple(article.id for article in before.articles if article.id not in articles),
        edited=tuple(sorted(known.difference(unedited))),
        findings=_ledger(
            before.findings, after.findings, findings, lambda old, new: _finding_edits(old, new, articles)
        ),
        facts=_ledger(before.facts, after.facts, facts, lambda old, new: _fact_edits(old, new, articles)),
    )


def only_news(results: R, baseline: Results) -> R:
    """The results with the findings that the baseline, an older run, does not tell."""
    news = {finding.id for finding in compare_runs(baseline, results).news}
    return evolve(results, findings=tuple(finding for finding in results.findings if finding.id in news))


def _ledger(
    before: Sequence[T], after: Sequence[T], pairs: Pairs, edits: Callable[[T, T], Iterator[Edit]]
) -> Ledger[T]:
    older = {each.id: each for each in before}
    former = {new: older[old] for old, new in pairs.items()}
    compared = [
        Change(former[each.id], each, tuple(edits(former[each.id], each))) for each in after if each.id in former
    ]
    return Ledger(
        new=tuple(each for each in after if each.id not in former),
        gone=tuple(each for each in before if each.id not in pairs),
        changed=tuple(change for change in compared if change.edits),
        kept=sum(1 for change in compared if not change.edits),
    )


def _finding_edits(before: Finding, after: Finding, articles: Pairs) -> Iterator[Edit]:
    """In what a finding is another one than before; how sure it is may move a little without that."""
    yield from _edits(
        ("relation", before.relation, after.relation),
        ("severity", before.severity, after.severity),
        ("between", before.between, after.between),
        ("update", _yes(before.is_update), _yes(after.is_update)),
        ("values", " / ".join(before.values), " / ".join(after.values)),
        ("articles", _who(before, articles), _who(after, {})),
        ("standing", _standing(before, after), _standing(after, before)),
    )
    told = [_said(finding) for finding in (before, after)]
    if set(told[0]) != set(told[1]):
        yield Edit("words", " / ".join(told[0].values()), " / ".join(told[1].values()))


def _said(finding: Finding) -> dict[str, str]:
    """The deciding words, each once however many say them, as they stand in the first."""
    said: dict[str, str] = {}
    for span in finding.evidence:
        said.setdefault(words(span.text), span.text)
    return said


def _who(finding: Finding, articles: Pairs) -> str:
    """The articles of each side, by their ids in the newer run."""
    return " / ".join(", ".join(sorted(articles.get(id_, id_) for id_ in side.articles)) for side in finding.sides)


def _fact_edits(before: Fact, after: Fact, articles: Pairs) -> Iterator[Edit]:
    yield from _edits(
        ("status", before.status, after.status),
        ("origins", str(before.origins), str(after.origins)),
        ("outlets", ", ".join(before.outlets), ", ".join(after.outlets)),
    )
    if sorted(articles.get(id_, id_) for id_ in before.articles) != sorted(after.articles):
        yield Edit("articles", ", ".join(before.articles), ", ".join(after.articles))


def _edits(*properties: tuple[str, str, str]) -> Iterator[Edit]:
    return (Edit(name, str(old), str(new)) for name, old, new in properties if old != new)


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _standing(finding: Finding, other: Finding) -> str:
    """Of what was and is a conflict, from how many origins each side has it."""
    if {finding.relation, other.relation} != {Difference.CONFLICT}:
        return ""
    return " / ".join(plural(side.origins, "origin") for side in finding.sides)
