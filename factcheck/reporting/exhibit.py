"""A finding as reports show it: its part of the report, its sides, and the words that decide."""

from enum import StrEnum

from attrs import frozen

from factcheck.model import Article, Between, Claim, Difference, Fact, Finding, Pair, Severity

# So many findings of a section are shown at once, and so many told with their sentences; nobody reads more one by one.
SHOWN, TOLD = 8, 200
# Of the outlets that have the same sentence so many are named.
_NAMED = 4


class Section(StrEnum):
    """The parts of a report, in order."""

    OUTLETS = "Conflicts between outlets"
    WITHIN = "Conflicts within one article"
    SPEAKERS = "Disputes between speakers"
    UPDATES = "Updates"
    REFINEMENTS = "Refinements"


@frozen
class Part:
    """Some words of a sentence; `is_deciding` where the finding rests on them."""

    text: str
    is_deciding: bool = False


@frozen
class Side:
    """One article's side of a finding.

    Attributes:
        article: the article.
        claims: the claims of it that take part, in order.
        speaker: who says it, in words.
        parts: the sentence, cut at the deciding words.
        start: offset of the first part in the article.
        alike: other articles that have the same deciding words, each with its first claim.
    """

    article: Article
    claims: tuple[Claim, ...]
    speaker: str
    parts: tuple[Part, ...]
    start: int
    alike: tuple[tuple[Article, Claim], ...] = ()

    @property
    def also(self) -> str:
        """The outlets of the other articles in words, or ""."""
        names = sorted({article.outlet for article, _ in self.alike})
        shown = ", ".join(names[:_NAMED])
        return f"{shown} and {len(names) - _NAMED} more" if len(names) > _NAMED else shown

    @property
    def deciding(self) -> tuple[str, ...]:
        """The deciding words."""
        return tuple(" ".join(part.text.casefold().split()) for part in self.parts if part.is_deciding)

    @property
    def decides_at(self) -> int:
        """Offset of the first deciding words in the article; of the sentence where there are none."""
        at = self.start
        for part in self.parts:
            if part.is_deciding:
                return at
            at += len(part.text)
        return self.start

    @property
    def published(self) -> str:
        """The date of publication in words; that it is unknown is said."""
        return published(self.article)


@frozen
class Exhibit:
    """A finding with everything that a reader needs beside it.

    Attributes:
        finding: the finding.
        fact: its fact.
        sides: the articles' sides, in the order of the evidence; of those that have the same deciding words the first.
        left_out: how many more sentences there are.
        echo_of: id of the finding that has told the same words against each other already, or "".
        pair: the pair of claims that the finding is about, where matching kept it, or None.
    """

    finding: Finding
    fact: Fact
    sides: tuple[Side, ...]
    pair: Pair | None
    left_out: int = 0
    echo_of: str = ""

    @property
    def is_small(self) -> bool:
        """Whether one sentence is enough to begin with: a refinement, unless it weighs much."""
        return section_of(self.finding) is Section.REFINEMENTS and self.finding.severity is not Severity.HIGH


def section_of(finding: Finding) -> Section:
    """The part of the report that a finding belongs to."""
    if finding.is_update:
        return Section.UPDATES
    if finding.relation is Difference.REFINEMENT:
        return Section.REFINEMENTS
    return {Between.SPEAKERS: Section.SPEAKERS, Between.WITHIN: Section.WITHIN}.get(finding.between, Section.OUTLETS)


def published(article: Article) -> str:
    """When the article was published, or that this is not known."""
    return article.published.isoformat() if article.published else "date unknown"


def plural(count: int, noun: str) -> str:
    """The count with its noun, in the plural unless it is one."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
