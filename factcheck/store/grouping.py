"""Which articles of a store tell of one event: changed article by article, with what is needed for that in memory."""

from collections.abc import Iterable, Sequence
from functools import partial

from factcheck.config import Stories
from factcheck.model import Story
from factcheck.store.recent import Recent
from factcheck.store.tables import Tables
from factcheck.stories import Floats, Ints, Part, Pool, Shelf, Sketch, Squares, grow, joined, linked, places

KEPT = 2000  # sketches that stay in memory as they are; the pool and the squares keep their own


class Grouping:
    """The parts and stories of a store.

    Everything is done inside a transaction of the caller's; where that fails, `forget` must be called, since what is
    remembered may be of an article that is not there.

    Args:
        tables: where they are kept.
        numbers: the numbers.
    """

    def __init__(self, tables: Tables, numbers: Stories) -> None:
        self._tables = tables
        self._numbers = numbers
        self.forget()

    def forget(self) -> None:
        """Read everything from the tables again."""
        self._pool = Pool(self._numbers)
        self._squares = Squares()
        self._sketches: Recent[Sketch] = Recent(KEPT)

    def place(self, new: Sketch) -> None:
        """Put a new article into the part and the story that it belongs to, and divide anew what that changes.

        A copy goes where the article goes that stands for it, without being held against any other.
        """
        first = self._tables.stand_in(new)
        if first != new.article:
            self._regroup((self._tables.parts_of([first])[first],), new)
            return
        near = self._near(new)
        homes = self._tables.parts_of(sorted(near))
        self._tables.add_keys(new, new.keys(self._numbers.keys))
        self._tables.add_pairs(new.article, near)
        self._sketches[new.article] = new
        made = grow(new.article, near, homes, self._pairs, self._numbers).made
        for part in made:
            self._tables.set_part(part)
        self._regroup(made, new)
        self._pool.put(new)

    def _near(self, new: Sketch) -> dict[str, float]:
        """The articles that a new one is close to, and how close."""
        others = self._tables.sharing(new, new.keys(self._numbers.keys), self._numbers.window)
        measured = zip(others, self._closeness(new, others).tolist(), strict=True)
        return {other: close for other, close in measured if close >= self._numbers.threshold}

    def _closeness(self, new: Sketch, others: Sequence[str]) -> Floats:
        for each in self._tables.sketches(self._pool.missing(others)):
            self._pool.put(each)
        return self._pool.closeness(new, others)

    def _pairs(self, articles: Sequence[str]) -> tuple[Ints, Ints, Floats]:
        return places(self._tables.pairs_among(articles), articles)

    def _regroup(self, parts: Sequence[Part], new: Sketch) -> None:
        """Write what a new article changes of the stories of these parts."""
        before = self._tables.stories_of([article for part in parts for article in part.articles])
        after = {story.id: story for part in parts for story in map(Story.of, self._divided(part, new))}
        for id_, story in after.items():
            if id_ not in before:  # the id of a story says which articles it has
                self._tables.set_story(story)
        self._tables.retire(before - after.keys())

    def _divided(self, part: Part, new: Sketch) -> Iterable[tuple[str, ...]]:
        """The stories of a part; of most of its articles it is known how close they are to each other."""
        printed = list(self._tables.printed(part).values())
        if len(printed) < 3:
            return (joined(printed),)
        square = self._squares.grown(part.articles, new.article, partial(self._closeness, new))
        if square is None:
            square = self._squares.keep(part.articles, Shelf(self._sketched(part.articles), self._numbers).all())
        return linked(printed, square, self._numbers)

    def _sketched(self, articles: Sequence[str]) -> list[Sketch]:
        """The sketches of these articles, in order, from memory as far as they are there."""
        found = {article: self._sketches.get(article) for article in articles}
        missing = [article for article, known in found.items() if known is None]
        for each in self._tables.sketches(missing):
            found[each.article] = self._sketches[each.article] = each
        return [each for each in found.values() if each is not None]
