"""How much a key weighs: by how rare it is in its own article, so that no count runs over the whole set."""

from collections import Counter
from collections.abc import Hashable, Sequence
from math import sqrt


def rarity_by_article(articles: Sequence[Hashable], bags: Sequence[set[Hashable]]) -> list[dict[Hashable, float]]:
    """The bags with weights 1 / sqrt(bags of the same article that hold the key), keys in a fixed order."""
    counts = Counter((article, key) for article, bag in zip(articles, bags, strict=True) for key in bag)
    return [
        {key: 1.0 / sqrt(counts[article, key]) for key in sorted(bag, key=str)}
        for article, bag in zip(articles, bags, strict=True)
    ]
