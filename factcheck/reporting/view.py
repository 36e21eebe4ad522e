"""What every report shows, before it is put into words and colours: who says what, and which words decide."""

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import combinations

from attrs import evolve

from factcheck.config import WIDE, readable_from
from factcheck.model import Claim, ClaimKind, Fact, FactStatus, Finding, Pair, Results, Severity
from factcheck.reporting.echoes import gathered
from factcheck.reporting.exhibit import Exhibit, Part, Section, Side, plural, section_of
from factcheck.reporting.versions import first_of_each, printed_once, told_once
from factcheck.span import Span

_SEVERITIES = {Severity.HIGH: 0, Severity.MEDIUM: 1, Severity.LOW: 2}
# How much of a sentence stands before and after the deciding words before it is cut.
_CONTEXT = 320


class View:
    """Results with everything looked up by id, and put into the order of a report.

    Args:
        results: what is shown.
        is_for_reading: whether weak findings are left out, as far as they were not asked for.

    Attributes:
        weaker: how many were.
    """

    def __init__(self, results: Results, *, is_for_reading: bool = False) -> None:
        kept = _readable(results) if is_for_reading else results.findings
        self.weaker = len(results.findings) - len(kept)
        self.results = results = evolve(results, findings=kept) if self.weaker else results
        self.articles = {article.id: article for article in results.articles}
        self.claims = {claim.id: claim for claim in results.claims}
        self.entities = {entity.id: entity for entity in results.entities}
        self.facts = {fact.id: fact for fact in results.facts}
        self.findings_of: dict[str, list[Finding]] = {}
        for finding in results.findings:
            self.findings_of.setdefault(finding.fact, []).append(finding)
        self._pairs: dict[str, dict[tuple[str, str], Pair]] = {}
        self._entity_of = {mention.id: mention.entity for mention in results.mentions}

    def entities_in(self, finding: Finding) -> list[str]:
        """Ids of the entities that its claims name, speak of or stand on the word of, sorted."""
        named: set[str] = set()
        for claim in (self.claims[id_] for id_ in finding.claims):
            named |= {claim.holder.entity, *(argument.entity for argument in claim.arguments)}
            named |= {self._entity_of.get(mention, "") for mention in claim.mentions}
        return sorted(named.intersection(self.entities))

    def sections(self) -> dict[Section, list[Exhibit]]:
        """The findings of each section, the weightiest first, each with its echoes behind it."""
        found: dict[Section, list[Exhibit]] = {section: [] for section in Section}
        for finding in sorted(self.results.findings, key=lambda f: (_SEVERITIES[f.severity], -f.score, f.id)):
            found[section_of(finding)].append(self.exhibit(finding))
        return {section: gathered(exhibits) for section, exhibits in found.items()}

    def agreements(self) -> list[Fact]:
        """The facts that several articles state and that nothing was found to differ in.

        What was said or done comes before who somebody is, then what most origins know comes first.
        Where a selection left findings out, the status still tells that a fact is disputed.
        """
        agreed = [
            fact
            for fact in self.results.facts
            if fact.is_shared and fact.id not in self.findings_of and fact.status is not FactStatus.DISPUTED
        ]
        return sorted(agreed, key=lambda f: (self._is_name(f), -f.agreed_origins, -len(f.agreeing), f.id))

    def alone(self) -> list[Fact]:
        """The facts that one article alone states, of whose claims none stands beside another article's in any fact."""
        shared = {claim for fact in self.results.facts if len(fact.articles) > 1 for claim in fact.claims}
        return [f for f in self.results.facts if len(f.articles) == 1 and shared.isdisjoint(f.claims)]

    def _is_name(self, fact: Fact) -> bool:
        """Whether all that is stated is who somebody is."""
        return all(self.claims[id_].kind is ClaimKind.IDENTITY for id_ in fact.claims)

    def counts(self) -> dict[str, int]:
        """What a header counts, by name."""
        sections = dict.fromkeys(Section, 0)
        for finding in self.results.findings:
            sections[section_of(finding)] += 1
        return {
            "conflicts": sections[Section.OUTLETS] + sections[Section.WITHIN],
            "disputes": sections[Section.SPEAKERS],
            "updates": sections[Section.UPDATES],
            "refinements": sections[Section.REFINEMENTS],
            "agreements": len(self.agreements()),
            "articles": len(self.results.articles),
            "outlets": len({article.outlet for article in self.results.articles}),
            "origins": len(self.results.origins.origins) or len(self.results.articles),
            "claims": len(self.results.claims),
            "facts": len(self.results.facts),
        }

    def summary(self) -> tuple[str, str]:
        """The counts in words: how many conflicts, and all else; no dispute and no update need no word."""
        counts = self.counts()
        weaker = f" (and {self.weaker} weaker, in JSON and tables)" if self.weaker else ""
        found = [plural(counts["refinements"], "refinement") + weaker, plural(counts["agreements"], "agreement")]
        if counts["updates"]:
            found.insert(0, plural(counts["updates"], "update"))
        if counts["disputes"]:
            found.insert(0, plural(counts["disputes"], "dispute") + " between speakers")
        of_what = [plural(counts[f"{noun}s"], noun) for noun in ("article", "outlet")]
        whence = plural(counts["origins"], "independent origin")
        return plural(counts["conflicts"], "conflict"), f"{', '.join(found)}; {', '.join((*of_what, whence))}."

    def exhibit(self, finding: Finding, *, is_whole: bool = False) -> Exhibit:
        """A finding with its sides: of each version one sentence, or with all sentences of all."""
        known = self._pairs_of(finding.fact)
        pairs = [known[two] for two in combinations(sorted(set(finding.claims)), 2) if two in known]
        pair = max(pairs, key=lambda p: (p.score, p.left, p.right), default=None)
        sides = self._sides(finding)
        told = printed_once(sides, finding) if is_whole else told_once(sides, finding)
        shown = told if is_whole else first_of_each(told)
        return Exhibit(finding, self.facts[finding.fact], shown, pair, len(told) - len(shown))

    def _pairs_of(self, fact: str) -> dict[tuple[str, str], Pair]:
        """The pairs of a fact by their claims, looked up once: there may be thousands."""
        if fact not in self._pairs:
            self._pairs[fact] = {(pair.left, pair.right): pair for pair in self.facts[fact].pairs}
        return self._pairs[fact]

    def side(self, claims: Sequence[Claim], evidence: Iterable[Span] = ()) -> Side:
        """The side of some claims of one article that share a sentence."""
        article = self.articles[claims[0].article]
        spans = [span for claim in claims for span in (claim.sentence, claim.span)]
        marks = sorted(evidence)
        start = min(span.start for span in (*spans, *marks))
        end = max(span.end for span in (*spans, *marks))
        parts, start = _cut(article.text, start, end, [(mark.start, mark.end) for mark in marks])
        return Side(article, tuple(claims), self.speaker(claims[0]), parts, start)

    def home_of(self, span: Span, claims: Iterable[str]) -> Claim | None:
        """Of some claims the one that holds these words, or stands next to them; None where none is of the article."""
        near = [claim for claim in map(self.claims.__getitem__, claims) if claim.article == span.article]
        return min(near, key=partial(_away, span), default=None)

    def speaker(self, claim: Claim) -> str:
        """Who says it; that it is not known who is meant is said, and who "he" is where that is known."""
        holder = claim.holder
        if holder.is_outlet:
            return "the outlet itself, with a quotation" if claim.quotations else "the outlet itself"
        if not holder.name.strip():
            return "who says it is not told"
        if not holder.is_resolved:
            return f"“{holder.name}” (who is meant is not resolved)"
        if holder.is_anonymous:
            return f"{holder.name} (not named further)"
        entity = self.entities.get(holder.entity)
        named = set(holder.name.casefold().split())
        if entity is None or named & set(entity.name.casefold().split()):
            return holder.name
        return f"{holder.name} ({entity.name})"

    def _sides(self, finding: Finding) -> tuple[Side, ...]:
        """The evidence by the claim that it belongs to; claims of one sentence make one side."""
        claims = [self.claims[id_] for id_ in finding.claims]
        groups: dict[tuple[str, int], tuple[list[Claim], list[Span]]] = {}
        for claim in claims:
            group = groups.setdefault((claim.article, claim.sentence.start), ([], []))
            group[0].append(claim)
        for span in finding.evidence:
            if home := self.home_of(span, finding.claims):
                groups[home.article, home.sentence.start][1].append(span)
        order = {span: number for number, span in reversed(list(enumerate(finding.evidence)))}
        ranked = [
            (min((order[span] for span in marks), default=len(order)), self.side(told, marks))
            for told, marks in groups.values()
        ]
        return tuple(side for _, side in sorted(ranked, key=lambda pair: (pair[0], pair[1].article.id, pair[1].start)))


def _readable(results: Results) -> tuple[Finding, ...]:
    """The findings that a report for reading tells."""
    asked = results.settings.get("min_confidence", WIDE)
    least = readable_from(float(asked) if isinstance(asked, int | float) else WIDE)
    return tuple(finding for finding in results.findings if finding.score >= least)


def _away(span: Span, claim: Claim) -> tuple[int, int]:
    """How far a piece of evidence lies from a claim: inside it, inside its sentence, or so many characters off."""
    if claim.span.contains(span):
        return (0, len(claim.span))
    if claim.sentence.contains(span):
        return (1, len(claim.sentence))
    return (2, max(claim.sentence.start - span.end, span.start - claim.sentence.end))


def _cut(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> tuple[tuple[Part, ...], int]:
    """The text from start to end in parts, far context left out with an ellipsis."""
    if marks:
        start = max(start, min(first for first, _ in marks) - _CONTEXT)
        end = min(end, max(last for _, last in marks) + _CONTEXT)
    else:
        end = min(end, start + 2 * _CONTEXT)
    parts, at = [], start
    for first, last in marks:
        first = max(first, at)
        if first > at:
            parts.append(Part(text[at:first]))
        if last > first:
            parts.append(Part(text[first:last], is_deciding=True))
            at = last
    if at < end:
        parts.append(Part(text[at:end]))
    return tuple(parts), start
