"""What changed, as text for a terminal and as JSON."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import evolve

from factcheck.errors import ConfigError
from factcheck.model import Fact, Finding, Results
from factcheck.reporting.changes.ledger import Change, Changes, Edit, Ledger
from factcheck.reporting.exhibit import Part, Section, plural, section_of
from factcheck.reporting.text import Line, finding_lines, paint, wrap
from factcheck.reporting.view import View
from factcheck.reporting.visible import visible
from factcheck.reporting.wire import plain

CONFLICTS = (Section.OUTLETS, Section.WITHIN, Section.SPEAKERS)
CHANGE_FORMATS = ("text", "json")
FORMAT, VERSION = "factcheck-changes", 1


def render_changes(changes: Changes, format: str = "text", *, width: int = 100, color: bool = False) -> str:
    """What changed, as "text" or "json" (docs/json-format.md).

    Raises:
        ConfigError: for another format.
    """
    if format not in CHANGE_FORMATS:
        raise ConfigError("format", format, CHANGE_FORMATS)
    return _to_json(changes) if format == "json" else paint(list(_lines(changes, max(40, width))), color)


def _to_json(changes: Changes) -> str:
    data = {
        "format": FORMAT,
        "version": VERSION,
        "articles": {name: list(getattr(changes, name)) for name in ("added", "removed", "edited")},
        "news": [finding.id for finding in changes.news],
        "findings": _ledger_data(changes.findings),
        "facts": _ledger_data(changes.facts),
    }
    return json.dumps(data, ensure_ascii=True, indent=1, allow_nan=False) + "\n"


def _ledger_data(ledger: Ledger[Finding] | Ledger[Fact]) -> dict[str, Any]:
    return {
        "new": [plain(each) for each in ledger.new],
        "gone": [plain(each) for each in ledger.gone],
        "changed": [
            {
                "before": plain(change.before),
                "after": plain(change.after),
                "edits": [{"name": edit.name, "before": edit.before, "after": edit.after} for edit in change.edits],
            }
            for change in ledger.changed
        ],
        "kept": ledger.kept,
    }


def _lines(changes: Changes, width: int) -> Iterator[Line]:
    findings, facts = changes.findings, changes.facts
    conflicts = [finding for finding in changes.news if section_of(finding) in CONFLICTS]
    yield (("News:     ", "bold"), (f"{plural(len(conflicts), 'conflict')} that the older run does not tell", ""))
    yield (("Findings: ", "bold"), (_counts(findings), ""))
    yield (("Facts:    ", "bold"), (_counts(facts), ""))
    for name in ("added", "removed", "edited"):
        if ids := getattr(changes, name):
            yield from wrap([Part(f"{plural(len(ids), 'article')} {name}: {', '.join(ids)}")], width)
    yield from _section("New findings", _new(changes.after, findings.new, width))
    yield from _section("Changed findings", _changed(findings.changed, width))
    yield from _section("Findings that are gone", _gone(findings.gone, width))
    # A fact of one article only is told in the counts; every new article brings dozens.
    shared = [fact for fact in facts.new if fact.is_shared]
    yield from _section("New facts of several articles", _facts(shared, width))
    yield from _section("Changed facts", _changed(facts.changed, width))
    lost = [fact for fact in facts.gone if fact.is_shared]
    yield from _section("Facts of several articles that are gone", _facts(lost, width))


def _counts(ledger: Ledger[Finding] | Ledger[Fact]) -> str:
    return f"{len(ledger.new)} new, {len(ledger.changed)} changed, {len(ledger.gone)} gone, {ledger.kept} as before"


def _section(title: str, lines: Iterable[Line]) -> Iterator[Line]:
    body = list(lines)
    while body and not body[-1]:
        body.pop()
    if body:
        yield ()
        yield ((title, "bold"),)
        yield from body


def _new(results: Results, findings: tuple[Finding, ...], width: int) -> Iterator[Line]:
    """The findings in the order of a report, the weightiest first."""
    sections = View(evolve(results, findings=findings), is_for_reading=True).sections().values()
    for number, exhibit in enumerate((exhibit for section in sections for exhibit in section), 1):
        yield from finding_lines(exhibit, width, number)


def _gone(findings: Iterable[Finding], width: int) -> Iterator[Line]:
    for finding in findings:
        yield from _one(_title(finding), width)


def _changed(changed: Iterable[Change[Any]], width: int) -> Iterator[Line]:
    for change in changed:
        yield from _one(_title(change.after), width)
        for edit in change.edits:
            yield from wrap([Part(_edit(edit))], width, " " * 6)


def _facts(facts: Iterable[Fact], width: int) -> Iterator[Line]:
    for fact in facts:
        yield from _one(_title(fact), width)


def _title(thing: Finding | Fact) -> str:
    if isinstance(thing, Fact):
        return f"[{thing.id}] {thing.status}: {thing.gist}"
    relation = "update" if thing.is_update else thing.relation
    return f"[{thing.id}] {thing.severity} {thing.kind} {relation}: {thing.explanation}"


def _edit(edit: Edit) -> str:
    return f"{edit.name}: {visible(edit.before) or 'none'} → {visible(edit.after) or 'none'}"


def _one(words: str, width: int) -> Iterator[Line]:
    """A paragraph with a dash before it."""
    first, *others = wrap([Part(words)], width, "    ")
    yield (("  - ", ""), *first[1:])
    yield from others
