"""The values that articles give for one thing, in the order in which they were published."""

from datetime import date

from attrs import frozen

from factcheck.model import Article, Fact, Kind
from factcheck.reporting.view import View

_KINDS = (Kind.QUANTITY, Kind.TIME)


@frozen
class Entry:
    """What one article gives."""

    article: Article
    words: str
    value: str


@frozen
class Track:
    """One fact whose value differs or changes, with what each article gives, undated ones last."""

    fact: Fact
    entries: tuple[Entry, ...]


def tracks(view: View) -> list[Track]:
    """The facts that have differing amounts or times, in the order of the findings."""
    found: dict[str, dict[tuple[str, str], Entry]] = {}
    for finding in view.results.findings:
        if finding.kind not in _KINDS or len(finding.values) != len(finding.sides):
            continue
        for side, value in zip(finding.sides, finding.values, strict=True):
            for span in side.evidence:
                entry = Entry(view.articles[span.article], span.text, value)
                found.setdefault(finding.fact, {}).setdefault((span.article, span.text), entry)
    return [
        Track(view.facts[fact], tuple(sorted(entries.values(), key=_when)))
        for fact, entries in found.items()
        if len({entry.value for entry in entries.values()}) > 1
    ]


def _when(entry: Entry) -> tuple[bool, date, str, str]:
    published = entry.article.published
    return (published is None, published or date.min, entry.article.id, entry.value)
