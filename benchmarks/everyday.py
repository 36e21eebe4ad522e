"""Short pairs of reports in other words, with one thing changed or nothing: what is found, by kind.

    python -m benchmarks.everyday [--half 1|2] [--show] [--pairs FILE]

Reads tests/comparison/everyday.toml. Prints for each half how many of the changes are found as a conflict, how many of
them under the right kind, how many of the harmless pairs raised an alarm, and the same by kind; with `--show` also each
pair that went wrong, with what was said of it. Rules are to be mended on the first half alone. `--pairs` takes another
file of the same form, as tests/comparison/everyday_fresh.toml, both halves of which are only there to be counted.
"""

import argparse
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs

from factcheck import Article, Reconciliation, reconcile
from factcheck.model import Difference, Finding, Kind

PAIRS = Path(__file__).parent.parent / "tests" / "comparison" / "everyday.toml"
DAY = date(2024, 3, 12)
# Kinds that an editor would take for one another: a name for a place of that name, an outcome for a yes or no.
ALIKE = {
    "name": {Kind.NAME, Kind.PLACE, Kind.DETAIL, Kind.EVENT},
    "place": {Kind.PLACE, Kind.NAME},
    "event": {Kind.EVENT, Kind.POLARITY, Kind.DETAIL},
    "polarity": {Kind.POLARITY, Kind.EVENT, Kind.MODALITY},
    "role": {Kind.ROLE, Kind.NAME, Kind.EVENT},
    "quote": {Kind.QUOTE, Kind.POLARITY, Kind.QUANTITY},
    "attribution": {Kind.ATTRIBUTION, Kind.NAME},
    "detail": {Kind.DETAIL, Kind.EVENT, Kind.NAME, Kind.ROLE},
}


@attrs.frozen
class Pair:
    """Two short texts and what is between them.

    Attributes:
        half: 1 for the pairs that rules may be mended on, 2 for those that are only counted.
        sort: the list of the file that it stands in.
        changed: whether one thing is changed, so that a conflict is to be found.
        first: one text.
        second: the other text.
    """

    half: int
    sort: str
    changed: bool
    first: str
    second: str


def read_pairs(half: int | None = None, path: Path = PAIRS) -> Iterator[Pair]:
    """The pairs of a file, of one half or of both."""
    for relation, lists in tomllib.loads(path.read_text(encoding="utf-8")).items():
        for sort, texts in lists.items():
            for place, (first, second) in enumerate(texts):
                pair = Pair(place % 2 + 1, sort, relation == "conflict", first, second)
                if half in (None, pair.half):
                    yield pair


def hold(pair: Pair) -> Reconciliation:
    """The two texts as articles of two outlets of one day."""
    return reconcile(
        [
            Article("a", pair.first, source="A", published=DAY),
            Article("b", pair.second, source="B", published=DAY),
        ]
    )


def conflicts(report: Reconciliation) -> list[Finding]:
    """The findings that say that not both can hold."""
    return [finding for finding in report.findings if finding.relation is Difference.CONFLICT]


def is_right_kind(pair: Pair, found: list[Finding]) -> bool:
    """Whether one of the findings is of the kind that the pair was written for."""
    kinds = ALIKE.get(pair.sort) or {Kind(pair.sort)}
    return any(finding.kind in kinds for finding in found)


def main() -> None:
    """Hold each pair against what was written for it and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--half", type=int, choices=(1, 2))
    parser.add_argument("--show", action="store_true", help="print what was said of each pair that went wrong")
    parser.add_argument("--pairs", type=Path, default=PAIRS, help="another file of pairs")
    arguments = parser.parse_args()
    counts: defaultdict[tuple[int, bool, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for pair in read_pairs(arguments.half, arguments.pairs):
        report = hold(pair)
        found = conflicts(report)
        right = is_right_kind(pair, found) if pair.changed else not found
        for sort in (pair.sort, ""):
            count = counts[pair.half, pair.changed, sort]
            count[0] += 1
            count[1] += bool(found)
            count[2] += right
        if arguments.show and not right:
            _show(pair, report)
    for (half, changed, sort), (pairs, alarms, right) in sorted(counts.items(), key=lambda item: item[0]):
        told = f"{alarms} found, {right} under the right kind" if changed else f"{alarms} false alarms"
        print(f"half {half}  {'changed' if changed else 'harmless':9}{sort or 'all':14}{pairs:4} pairs: {told}")


def _show(pair: Pair, report: Reconciliation) -> None:
    """One pair that went wrong."""
    print(f"* {pair.sort}\n    {pair.first}\n    {pair.second}")
    for finding in report.findings:
        print(f"      {finding.relation} {finding.kind} {finding.score:.2f} {finding.rule}: {finding.explanation}")
    if not report.findings:
        print("      nothing; together:", [fact.gist for fact in report.facts if len(fact.articles) > 1])


if __name__ == "__main__":
    main()
