"""Verdicts on pairs of claims become findings on facts: grouped, explained, with ids of their own."""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from attrs import frozen

from factcheck.comparison.explaining import explain, plain
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.model import ClaimKind, Difference, Finding, Kind, Severity
from factcheck.span import Span

SEVERITIES = tuple(Severity)
# Findings about the same words from which on they are told as one.
MANY = 3


@frozen(eq=False)
class Ruling:
    """A verdict with its case.

    Attributes:
        fact: id of the fact.
        pairing: the two claims.
        verdict: what was found.
        rule: name of the comparer.
    """

    fact: str
    pairing: Pairing
    verdict: Verdict
    rule: str

    @property
    def key(self) -> tuple[object, ...]:
        """What goes into one finding: one fact, kind and relation, in the same two sentences.

        What outlets add to each other is told once for the whole fact.
        """
        verdict, pairing = self.verdict, self.pairing
        places = () if verdict.added else (pairing.left.sentence, pairing.right.sentence)
        return (self.fact, verdict.kind, verdict.relation, pairing.between, verdict.is_update, self.rule, places)


def assemble(rulings: Sequence[Ruling]) -> tuple[Finding, ...]:
    """The findings, sorted by relation, severity, kind and place."""
    groups: dict[tuple[object, ...], list[Ruling]] = defaultdict(list)
    for ruling in _once_per_name(rulings):
        groups[ruling.key].append(ruling)
    alike: dict[tuple[object, ...], list[list[Ruling]]] = defaultdict(list)
    for key, group in groups.items():
        alike[(*key[:-1], _wording(group))].append(group)
    findings = [_finding(group) for same in alike.values() for group in _together(same)]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _together(groups: list[list[Ruling]]) -> list[list[Ruling]]:
    """Groups about the same words: a few are told one by one, so that each says who differs from whom; many as one."""
    return groups if len(groups) < MANY else [[ruling for group in groups for ruling in group]]


def _wording(group: Sequence[Ruling]) -> frozenset[frozenset[str]]:
    """The pairs of words that a group is about: nine outlets that print one dispatch differ from a tenth once."""
    return frozenset(frozenset((plain(r.verdict.left.text), plain(r.verdict.right.text))) for r in group)


def _once_per_name(rulings: Sequence[Ruling]) -> list[Ruling]:
    """The rulings with each pair of spellings of one name told once, where the claims say who someone is if they do."""
    best: dict[tuple[object, ...], Ruling] = {}
    for ruling in rulings:
        if _is_spelling(ruling):
            key = _spellings(ruling)
            best[key] = max(best.get(key, ruling), ruling, key=_says_who)
    return [ruling for ruling in rulings if not _is_spelling(ruling) or best[_spellings(ruling)] is ruling]


def _is_spelling(ruling: Ruling) -> bool:
    return ruling.verdict.kind is Kind.NAME and ruling.verdict.relation is Difference.REFINEMENT


def _spellings(ruling: Ruling) -> tuple[object, ...]:
    """Two spellings and the articles that have them."""
    verdict = ruling.verdict
    return (frozenset(verdict.values), verdict.left.article, verdict.right.article)


def _says_who(ruling: Ruling) -> int:
    """How many of the two claims say who someone is."""
    return sum(claim.kind is ClaimKind.IDENTITY for claim in (ruling.pairing.left, ruling.pairing.right))


def _finding(group: Sequence[Ruling]) -> Finding:
    """One finding of the rulings on one fact and kind in the same two sentences."""
    first = min(group, key=lambda ruling: (SEVERITIES.index(ruling.verdict.severity), ruling.verdict.left))
    verdicts = [first.verdict, *(ruling.verdict for ruling in group if ruling is not first)]
    evidence: list[Span] = []
    for verdict in verdicts:
        evidence += [span for span in (verdict.left, verdict.right) if span not in evidence]
    places = "|".join(f"{span.article}:{span.start}:{span.end}" for span in sorted(evidence))
    key = f"{first.verdict.kind}|{first.verdict.relation}|{first.rule}|{places}"
    claims = dict.fromkeys(claim.id for ruling in group for claim in (ruling.pairing.left, ruling.pairing.right))
    return Finding(
        id="d" + hashlib.sha256(key.encode()).hexdigest()[:12],
        fact=first.fact,
        kind=first.verdict.kind,
        relation=first.verdict.relation,
        severity=first.verdict.severity,
        between=first.pairing.between,
        claims=tuple(claims),
        evidence=tuple(evidence),
        values=first.verdict.values,
        value_relation=first.verdict.value_relation,
        rule=first.rule,
        score=first.verdict.score,
        explanation=explain(first.pairing, verdicts, evidence),
        is_update=first.verdict.is_update,
    )
