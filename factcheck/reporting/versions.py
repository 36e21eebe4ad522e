"""The sentences of a finding as reports show them: each version once, with all who have it."""

from collections.abc import Callable, Hashable, Sequence

from attrs import evolve

from factcheck.model import Finding, Kind
from factcheck.reporting.exhibit import Side

# So many sentences of a finding are shown; nobody holds more against each other at a glance.
_SHOWN = 6


def told_once(sides: Sequence[Side], finding: Finding) -> tuple[Side, ...]:
    """The first sentence with each of the deciding words; other articles with the same words are named beside it."""
    numbers = {
        (span.article, span.start): number for number, side in enumerate(finding.sides) for span in side.evidence
    }

    def version(side: Side) -> Hashable:
        return (numbers.get((side.article.id, side.decides_at)), side.deciding, _day(side, finding))

    return _merged(sides, version)


def printed_once(sides: Sequence[Side], finding: Finding) -> tuple[Side, ...]:
    """The sentences, each once; other articles that print the same one are named beside it."""
    return _merged(sides, lambda side: (*side.parts, _day(side, finding)))


def first_of_each(sides: Sequence[Side]) -> tuple[Side, ...]:
    """The first sentences, those of one article that puts it in several ways behind those of the others."""
    if len(sides) <= _SHOWN:
        return tuple(sides)
    firsts = list({side.article.id: number for number, side in reversed(list(enumerate(sides)))}.values())
    others = (number for number in range(len(sides)) if number not in firsts)
    kept = sorted([*sorted(firsts), *others][:_SHOWN])
    return tuple(sides[number] for number in kept)


def _day(side: Side, finding: Finding) -> Hashable:
    """Where times are compared, one sentence of two days says two things ("on Tuesday")."""
    return side.article.published if finding.kind is Kind.TIME else None


def _merged(sides: Sequence[Side], key: Callable[[Side], Hashable]) -> tuple[Side, ...]:
    """The first side with each key, with the articles of the others beside it; as they are where only one is left."""
    found: dict[Hashable, Side] = {}
    for side in sides:
        first = found.setdefault(key(side), side)
        if side.article.id not in (first.article.id, *(article.id for article, _ in first.alike)):
            found[key(side)] = evolve(first, alike=(*first.alike, (side.article, side.claims[0])))
    return tuple(found.values()) if len(found) > 1 else tuple(sides)
