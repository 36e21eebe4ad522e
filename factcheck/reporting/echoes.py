"""Findings that say once more what another says: the same words against each other, between other articles."""

from collections.abc import Hashable, Sequence

from attrs import evolve

from factcheck.reporting.exhibit import Exhibit
from factcheck.span import Span


def gathered(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """The exhibits of one section in their order, but each echo right behind the finding that it repeats.

    One sentence may belong to several facts, and differ from another in each: findings of one kind, with the same words
    deciding, and with one piece of evidence in common. The second is an echo of the first.
    """
    groups: list[tuple[list[Exhibit], set[Span]]] = []
    alike: dict[Hashable, list[tuple[list[Exhibit], set[Span]]]] = {}
    for exhibit in exhibits:
        known = alike.setdefault(_words(exhibit), [])
        evidence = set(exhibit.finding.evidence)
        for group, spans in known:
            if evidence & spans:
                group.append(evolve(exhibit, echo_of=group[0].finding.id))
                spans |= evidence
                break
        else:
            known.append(([exhibit], evidence))
            groups.append(known[-1])
    return [exhibit for group, _ in groups for exhibit in group]


def _words(exhibit: Exhibit) -> Hashable:
    """What is set against what, whoever says it."""
    return (exhibit.finding.kind, frozenset(side.deciding for side in exhibit.sides))
