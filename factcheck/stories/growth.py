"""Parts that grow article by article into the very parts that all articles at once give, in whatever order they come.

The part of an article is what pairs at a level's bar connect it with, at the lowest level where that is no crowd. A new
article can only join parts, or make a crowd of them; then those that it joined are cut at the next level, once and for
all. So nothing is touched but the parts of the articles that the new one is close to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from attrs import frozen

from factcheck.config import Stories
from factcheck.stories.closeness import Floats, Ints
from factcheck.stories.division import Part, bar, cut

Pairs = Callable[[Sequence[str]], tuple[Ints, Ints, Floats]]


@frozen
class Growth:
    """What a new article changes.

    Attributes:
        gone: the parts that are no more.
        made: the parts that stand for them, with the new article in one.
    """

    gone: tuple[Part, ...]
    made: tuple[Part, ...]


def grow(article: str, near: Mapping[str, float], home: Mapping[str, Part], pairs: Pairs, numbers: Stories) -> Growth:
    """What a new article does to the parts.

    Args:
        article: the new article.
        near: the closeness of each article that it is close to.
        home: the part of each of these.
        pairs: gives the close pairs among some articles, as places in them, and their closeness.
        numbers: the numbers.
    """
    parts = {part.articles: part for part in home.values()}
    where = {one: part for part in parts.values() for one in part.articles}
    level = 0
    while True:
        joined = {where[one].articles for one, close in near.items() if close >= bar(level, numbers)}
        touched = [parts[key] for key in sorted(joined)]
        is_crowd = any(part.level > level for part in touched)
        union = tuple(sorted((article, *(one for part in touched for one in part.articles))))
        if not is_crowd and len(union) <= numbers.crowd:
            for part in touched:
                del parts[part.articles]
            parts[union] = Part(union, level)
            break
        for part in touched:
            if part.level == level:
                del parts[part.articles]
                for piece in cut(part.articles, *pairs(part.articles), numbers, level + 1):
                    parts[piece.articles] = piece
                    where.update(dict.fromkeys(piece.articles, piece))
        level += 1
    known = set(home.values())
    return Growth(
        tuple(sorted(known - set(parts.values()), key=lambda part: part.articles)),
        tuple(sorted(set(parts.values()) - known, key=lambda part: part.articles)),
    )


def places(pairs: Iterable[tuple[str, str, float]], articles: Sequence[str]) -> tuple[Ints, Ints, Floats]:
    """Pairs given by ids as `cut` wants them: places in the sorted `articles`; pairs with others are left out."""
    at = {article: place for place, article in enumerate(articles)}
    inside = [(at[one], at[other], close) for one, other, close in pairs if one in at and other in at]
    left, right, close = zip(*inside, strict=True) if inside else ((), (), ())
    return np.array(left, np.int64), np.array(right, np.int64), np.array(close, np.float64)
