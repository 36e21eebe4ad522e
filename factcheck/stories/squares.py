"""How close the articles of each part are to each other, kept in memory, so that one more of them costs a row."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from factcheck.stories.closeness import Floats

ROOM = 8_000_000  # numbers that stay, of 8 bytes each: two parts as large as they can be, or thousands of usual ones

Row = Callable[[Sequence[str]], Floats]
_Articles = tuple[str, ...]


class Squares:
    """The squares of the parts that grew last.

    Args:
        room: numbers that are kept, of all squares together.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._size = 0
        self._squares: OrderedDict[_Articles, Floats] = OrderedDict()

    def grown(self, articles: _Articles, new: str, row: Row) -> Floats | None:
        """The square of a part, where it is here, or where that of all but the new article is.

        Args:
            articles: the part, sorted.
            new: the new article, which need not be in it.
            row: gives the closeness of the new article with each of some.
        """
        others = tuple(article for article in articles if article != new)
        known = self._squares.get(others)
        if known is None or len(others) == len(articles):
            return known
        del self._squares[others]
        self._size -= known.size
        place = articles.index(new)
        square = np.ones((len(articles), len(articles)), np.float64)
        square[:place, :place], square[:place, place + 1 :] = known[:place, :place], known[:place, place:]
        square[place + 1 :, :place], square[place + 1 :, place + 1 :] = known[place:, :place], known[place:, place:]
        square[place, :place], square[place, place + 1 :] = np.split(row(others), [place])
        square[:, place] = square[place]
        return self.keep(articles, square)

    def keep(self, articles: _Articles, square: Floats) -> Floats:
        """Keep the square of a part, and forget those that were not asked for lately; returns it."""
        if square.size <= self._room:
            self._size += square.size
            self._squares[articles] = square
        while self._size > self._room:
            self._size -= self._squares.popitem(last=False)[1].size
        return square
