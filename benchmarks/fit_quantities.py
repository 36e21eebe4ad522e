"""Fit the widths of the hedges (`factcheck.values.quantity_hedges.Widths`) on labelled pairs of amounts.

    python -m benchmarks.fit_quantities VERDICT_FILE RECONCILE_FOLDER

VERDICT_FILE has rows `text_a, text_b, types`: a planted other number ("number"), another way to write the same one
("numfmt"), or a vaguer way to say it ("approx"). RECONCILE_FOLDER has sets of articles with what two editors found.
Pairs of amounts that differ are taken from both; a grid of widths is scored by balanced accuracy: other numbers should
conflict, the same numbers should not.
"""

import argparse
import itertools
import json
from collections.abc import Iterator
from pathlib import Path

from factcheck.values import quantity_hedges
from factcheck.values.quantity import Quantity
from factcheck.values.quantity_hedges import Widths
from factcheck.values.quantity_reading import read_quantities
from factcheck.values.relation import Relation

KINDS = {"number": True, "numfmt": False, "approx": False}
GRID = {
    "about": (0.03, 0.05, 0.1, 0.15),
    "about_steps": (0.5, 1.0, 2.0, 1e9),
    "round": (0.01, 0.03, 0.05, 0.1),
    "place": (0.05, 0.1, 0.2, 0.3),
    "expected": (0.5,),
}


def labelled_texts(verdicts: Path, sets: Path) -> Iterator[tuple[str, str, bool]]:
    """Two texts and whether their amounts conflict."""
    for line in verdicts.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["types"] and row["types"][0] in KINDS:
            yield row["text_a"], row["text_b"], KINDS[row["types"][0]]
    for path in sorted(sets.glob("*/gold.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            if "quantity" in fact["types"] and fact["certain"]:
                for left, right in itertools.combinations(fact["evidence"], 2):
                    yield left["text"], right["text"], fact["verdict"] == "conflict"


def differing_amounts(left: str, right: str) -> tuple[Quantity, Quantity] | None:
    """The one pair of amounts, in order, whose words differ; None where there is none or more than one."""
    mine, theirs = read_quantities(left), read_quantities(right)
    pairs = [(a, b) for a, b in zip(mine, theirs, strict=False) if a.span.text != b.span.text]
    return pairs[0] if len(mine) == len(theirs) and len(pairs) == 1 else None


def score(texts: list[tuple[str, str, bool]], widths: Widths) -> tuple[float, int, int, int, int]:
    """Balanced accuracy in percent, conflicts found and in all, false ones and pairs without a conflict in all."""
    quantity_hedges.WIDTHS = widths
    found = {True: [0, 0], False: [0, 0]}
    for left, right, label in texts:
        pair = differing_amounts(left, right)
        if pair is not None and (relation := pair[0].relation_to(pair[1])) is not Relation.INCOMPARABLE:
            found[label][0] += relation is Relation.CONFLICT
            found[label][1] += 1
    (hits, conflicts), (wrong, others) = found[True], found[False]
    return round(50 * (hits / conflicts + 1 - wrong / others), 1), hits, conflicts, wrong, others


def main() -> None:
    """Print the grid, best first, and what the library uses now."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("verdicts", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--rows", type=int, default=12)
    args = parser.parse_args()
    texts = list(labelled_texts(args.verdicts, args.sets))
    print("now", quantity_hedges.WIDTHS, score(texts, quantity_hedges.WIDTHS))
    rows = [Widths(**dict(zip(GRID, values, strict=True))) for values in itertools.product(*GRID.values())]
    for result, widths in sorted(((score(texts, widths), str(widths)) for widths in rows), reverse=True)[: args.rows]:
        print(result, widths)


if __name__ == "__main__":
    main()
