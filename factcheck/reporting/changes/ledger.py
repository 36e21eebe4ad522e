"""What changed between two runs, as values."""

from typing import Generic, TypeVar

from attrs import frozen

from factcheck.model import Difference, Fact, Finding, Results

T = TypeVar("T", Finding, Fact)


@frozen
class Edit:
    """One property that is another than before, in words.

    Attributes:
        name: the property ("severity", "origins").
        before: what it was.
        after: what it is.
    """

    name: str
    before: str
    after: str


@frozen
class Change(Generic[T]):
    """One thing as it was and as it is, and in what the two differ."""

    before: T
    after: T
    edits: tuple[Edit, ...]


@frozen
class Ledger(Generic[T]):
    """What became of the findings, or of the facts.

    Attributes:
        new: what is there only now, in the order of the newer run.
        gone: what was there only before, in the order of the older run.
        changed: what was there before and is another now.
        kept: how many are as they were.
    """

    new: tuple[T, ...]
    gone: tuple[T, ...]
    changed: tuple[Change[T], ...]
    kept: int


@frozen(eq=False)
class Changes:
    """What changed between two runs.

    Attributes:
        before: the older run.
        after: the newer one.
        added: ids of the articles that only the newer one has.
        removed: ids of those that only the older one has.
        edited: ids, in the newer one, of those whose text is another.
        findings: what became of the findings.
        facts: what became of the facts.
    """

    before: Results
    after: Results
    added: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    findings: Ledger[Finding]
    facts: Ledger[Fact]

    @property
    def news(self) -> tuple[Finding, ...]:
        """The findings of the newer run that the older one does not tell, in order.

        A finding is news too where a difference became a conflict, or where the two sides say something else now.
        """
        told = {change.after.id for change in self.findings.changed if _is_news(change)}
        told.update(finding.id for finding in self.findings.new)
        return tuple(finding for finding in self.after.findings if finding.id in told)


def _is_news(change: Change[Finding]) -> bool:
    edited = {edit.name for edit in change.edits}
    became_conflict = change.after.relation is Difference.CONFLICT and bool({"relation", "update"} & edited)
    # Where the finding has values, these say whether other words say something else.
    told = "values" if change.before.values and change.after.values else "words"
    return told in edited or became_conflict
