"""Verdicts on pairs of claims become findings on facts: each difference once, explained, with an id of its own."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from factcheck.comparison.explaining import explain
from factcheck.comparison.ruling import Ruling
from factcheck.comparison.sides import additions, differences, sides
from factcheck.comparison.voices import Voice
from factcheck.model import Between, Claim, ClaimKind, Difference, Finding, Kind, Severity, Standing
from factcheck.span import Span

SEVERITIES = tuple(Severity)
# Claims of a side up to which each is held against each of another side.
FEW_CLAIMS = 24


def assemble(rulings: Sequence[Ruling]) -> tuple[Finding, ...]:
    """The findings, sorted by relation, severity, kind and place."""
    groups: dict[tuple[object, ...], list[Ruling]] = defaultdict(list)
    for ruling in _once_per_name(rulings):
        groups[_topic(ruling)].append(ruling)
    findings = []
    for group in groups.values():
        is_added = bool(group[0].verdict.added)
        findings += [_finding(each) for each in ([group] if is_added else differences(group))]
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _topic(ruling: Ruling) -> tuple[object, ...]:
    """What the rulings of one finding have in common.

    What outlets add to each other is told once for the whole fact, whoever is quoted with it; what is surely added
    is not told with what may be.
    """
    verdict = ruling.verdict
    is_added = bool(verdict.added)
    is_of_speakers = ruling.between is Between.SPEAKERS and not is_added
    return (ruling.fact, verdict.kind, verdict.relation, verdict.is_update, is_of_speakers, is_added and verdict.score)


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


def _finding(rulings: Sequence[Ruling]) -> Finding:
    """One finding of the rulings about one difference."""
    first = min(rulings, key=_weight)
    verdict = first.verdict
    told = additions(rulings) if verdict.added else sides(rulings)
    if verdict.is_update:
        told = sorted(told, key=lambda side: _published(first, side))
    evidence = [span for side in told for voice in side for span in voice.spans]
    claims = dict.fromkeys(claim.id for side in told for claim in _claims(side))
    return Finding(
        id=_id(first, evidence),
        fact=first.fact,
        kind=verdict.kind,
        relation=verdict.relation,
        severity=verdict.severity,
        between=_between(rulings),
        claims=tuple(claims),
        evidence=tuple(evidence),
        values=_values(told),
        value_relation=verdict.value_relation,
        rule=first.rule,
        score=verdict.score,
        explanation=explain(first, told),
        is_update=verdict.is_update,
        sides=tuple(_standing(side) for side in told),
        opposed=_crossed(told) if verdict.added else _opposed(rulings),
    )


def _weight(ruling: Ruling) -> tuple[object, ...]:
    """By what rulings about one difference are ranked: the gravest, the surest and the first speaks for all."""
    verdict = ruling.verdict
    return (SEVERITIES.index(verdict.severity), -verdict.score, verdict.left, verdict.right)


def _id(first: Ruling, evidence: Iterable[Span]) -> str:
    places = "|".join(f"{span.article}:{span.start}:{span.end}" for span in sorted(evidence))
    key = f"{first.verdict.kind}|{first.verdict.relation}|{first.rule}|{places}"
    return "d" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _between(rulings: Iterable[Ruling]) -> Between:
    """Who differs; an article that has both versions takes part in what outlets differ in."""
    known = {ruling.between for ruling in rulings}
    return next(each for each in (Between.SPEAKERS, Between.OUTLETS, Between.WITHIN) if each in known)


def _published(ruling: Ruling, side: Sequence[Voice]) -> date:
    known = ruling.pairing.scene.corpus.articles
    days = (known[voice.spans[0].article].published for voice in side)
    return min((day for day in days if day), default=date.max)


def _values(told: Sequence[Sequence[Voice]]) -> tuple[str, ...]:
    """The value of each side, or () where the words speak for themselves."""
    values = tuple("; ".join(dict.fromkeys(voice.value for voice in side if voice.value)) for side in told)
    return values if all(values) else ()


def _standing(side: Sequence[Voice]) -> Standing:
    """One side; from how many origins it has what it says is counted later."""
    words: dict[str, str] = {}
    for voice in side:
        if voice.labels:
            words.setdefault(voice.words.casefold(), voice.words)
    return Standing(
        words=" / ".join(words.values()),
        articles=tuple(sorted({span.article for voice in side for span in voice.spans})),
        origins=0,
        claims=tuple(dict.fromkeys(claim.id for claim in _claims(side))),
        evidence=tuple(span for voice in side for span in voice.spans),
    )


def _opposed(rulings: Iterable[Ruling]) -> tuple[tuple[str, str], ...]:
    """The pairs of claims that were set against each other, sorted."""
    return tuple(sorted({(ruling.pairing.left.id, ruling.pairing.right.id) for ruling in rulings}))


def _crossed(told: Sequence[Sequence[Voice]]) -> tuple[tuple[str, str], ...]:
    """The pairs of claims of two articles on two sides: whoever adds something adds it to all who do not say it.

    What many print alike on one side is held against the first few of each print on the other, so that the number of
    pairs grows with that of the claims.
    """
    pairs = {
        (min(one.id, other.id), max(one.id, other.id))
        for side, another in combinations([list(_claims(side)) for side in told], 2)
        for those, others in ((side, _first_prints(another)), (another, _first_prints(side)))
        for one in those
        for other in others
        if one.article != other.article
    }
    return tuple(sorted(pairs))


def _first_prints(claims: Sequence[Claim]) -> list[Claim]:
    """A few of the claims: the first in each wording, then the second ones, and so on."""
    seen: Counter[str] = Counter()
    ranked = []
    for number, claim in enumerate(claims):
        ranked.append((seen[claim.text], number))
        seen[claim.text] += 1
    return [claims[number] for _, number in sorted(ranked)[:FEW_CLAIMS]]


def _claims(side: Iterable[Voice]) -> Iterator[Claim]:
    return (claim for voice in side for claim in voice.claims)
