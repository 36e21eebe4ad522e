"""Voting and the accuracy model on synthetic sources with known accuracy and known copying.

    python -m benchmarks.reliability

Ten independent sources between 60 and 90 % right, and from none to twelve that copy 80 % of what one bad source (45 %
right) says; 100 things in question, ten wrong values each; the mean of twenty draws. Printed: how often the value with
most weight is the right one, by the sources alone (vote), with the origin of each value known, as where copied passages
show it (vote by origin), and by the accuracy model that knows no origins (accu); and the mean error of the accuracies.
"""

import random

from factcheck.origins.reliability import Method, estimate, support

ITEMS, DRAWS, WRONG, COPIED = 100, 20, 10, 0.8


def draw(copiers: int, chance: random.Random) -> tuple[dict[str, dict[str, str]], dict[str, dict[str, str]]]:
    """The values given and their origins; "right" is the right value."""
    accuracy = {f"own{n}": 0.6 + 0.3 * n / 9 for n in range(10)} | {"bad": 0.45}
    votes: dict[str, dict[str, str]] = {}
    origins: dict[str, dict[str, str]] = {}
    for item in map(str, range(ITEMS)):
        given = {source: _value(share, chance) for source, share in accuracy.items()}
        origin = {source: source for source in given}
        for copier in (f"copy{n}" for n in range(copiers)):
            is_copied = chance.random() < COPIED
            given[copier] = given["bad"] if is_copied else _value(0.6, chance)
            origin[copier] = "bad" if is_copied else copier
        votes[item], origins[item] = given, origin
    return votes, origins


def _value(accuracy: float, chance: random.Random) -> str:
    return "right" if chance.random() < accuracy else f"wrong {chance.randrange(WRONG)}"


def main() -> None:
    """Print the table."""
    print("| copiers | method | right values, % | mean error of accuracy | copiers found | others suspected |")
    print("|---|---|---|---|---|---|")
    for copiers in (0, 3, 6, 12):
        for name, method, is_known in CONTENDERS:
            figures = [_measured(copiers, method, is_known, random.Random(seed)) for seed in range(DRAWS)]
            hits, error, found, false = (sum(column) / DRAWS for column in zip(*figures, strict=True))
            print(f"| {copiers} | {name} | {100 * hits:.1f} | {error:.3f} | {found:.1f} | {false:.1f} |")


def _measured(copiers: int, method: Method, is_known: bool, chance: random.Random) -> tuple[float, float, int, int]:
    """Share of values that are right, mean error of the accuracies, copiers found, others that are suspected."""
    votes, origins = draw(copiers, chance)
    known = origins if is_known else None
    asked = support(votes, method, known)
    hits = sum(max(weights, key=lambda value: (weights[value], value)) == "right" for weights in asked.values())
    true = {source: sum(given[source] == "right" for given in votes.values()) / ITEMS for source in votes["0"]}
    found = estimate(votes, method, known)
    error = sum(abs(each.score - true[each.source]) for each in found) / len(found)
    suspected = [each.source for each in found if each.copies]
    return (
        (hits + len(votes) - len(asked)) / len(votes),
        error,
        sum(source.startswith("copy") for source in suspected),
        sum(source.startswith("own") for source in suspected),
    )


CONTENDERS: tuple[tuple[str, Method, bool], ...] = (
    ("vote by source", "vote", False),
    ("vote by origin", "vote", True),
    ("accu, origins not known", "accu", False),
    ("accu, origins known", "accu", True),
)

if __name__ == "__main__":
    main()
