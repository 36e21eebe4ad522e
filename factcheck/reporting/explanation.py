"""Why a finding was made: the sentences, the values, the relation, the scores and the rule."""

from collections.abc import Iterator
from difflib import get_close_matches

from factcheck.errors import UnknownName
from factcheck.model import Finding, Results
from factcheck.reporting.exhibit import Exhibit, Part
from factcheck.reporting.standing import standing
from factcheck.reporting.text import Line, paint, side_lines, wrap
from factcheck.reporting.view import View
from factcheck.reporting.visible import visible


def explain(results: Results, finding_id: str, width: int = 100, color: bool = False) -> str:
    """Both sentences with carets under the deciding words, and what led to the finding.

    Args:
        results: the results that hold it.
        finding_id: its id, or the beginning of it where that is enough.
        width: columns of the terminal.
        color: whether to use terminal colours.

    Raises:
        UnknownName: where there is no such finding, or several begin so.
    """
    return paint(_lines(View(results).exhibit(_find(results, finding_id), is_whole=True), max(40, width)), color)


def _find(results: Results, wanted: str) -> Finding:
    by_id = {finding.id: finding for finding in results.findings}
    begin = [id_ for id_ in by_id if wanted and id_.startswith(wanted)]
    if wanted in by_id:
        return by_id[wanted]
    if len(begin) != 1:
        raise UnknownName("finding", wanted, begin or get_close_matches(wanted, by_id, n=5, cutoff=0))
    return by_id[begin[0]]


def _lines(exhibit: Exhibit, width: int) -> Iterator[Line]:
    finding = exhibit.finding
    yield ((f"{finding.kind} {finding.relation}, {finding.severity}", "bold"), (f"  [{visible(finding.id)}]", "dim"))
    yield from wrap([Part(finding.explanation)], width)
    yield ()
    for side in exhibit.sides:
        yield from side_lines(side, width, "")
    yield ()
    for name, words in _reasons(exhibit):
        first, *others = list(wrap([Part(words)], width, " " * 12)) or [()]
        yield ((f"{name:<12}", "bold"), *first[1:])
        yield from others


def _reasons(exhibit: Exhibit) -> Iterator[tuple[str, str]]:
    finding, fact = exhibit.finding, exhibit.fact
    yield "values", " against ".join(finding.values) if finding.values else "none: the words themselves differ"
    yield "relation", str(finding.value_relation) if finding.value_relation else "none between values"
    yield "between", _BETWEEN[finding.between]
    if finding.is_update:
        yield "update", "the later article gives a newer value of something that changes"
    yield "rule", f"{finding.rule} (certainty {finding.score:.2f})"
    if exhibit.pair:
        weights = exhibit.pair.features.items()
        told = ", ".join(f"{name} {weight:+.2f}" for name, weight in weights)
        yield "matched", f"with probability {exhibit.pair.score:.2f} the same fact; log-odds: {told or 'not kept'}"
    counts = f"{len(fact.articles)} articles, {len(fact.outlets)} outlets, {fact.origins} independent origins"
    yield "fact", f"[{fact.id}] {fact.gist} ({fact.status}; {counts})"
    if counts := standing(finding):
        yield "sides", counts
    for reason in fact.reasons:
        yield "origins", reason


_BETWEEN = {
    "outlets": "outlets: each tells it in its own voice, or quotes the same speaker otherwise",
    "speakers": "speakers: the people quoted disagree, not the outlets",
    "within": "within: one article against itself",
}
