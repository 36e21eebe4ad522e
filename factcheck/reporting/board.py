"""One story laid out: its facts against its articles as a table, and both as a picture."""

from collections import Counter
from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Article, Fact
from factcheck.reporting.matrix import Row, Stand, Stands
from factcheck.reporting.picture import MOST_ARTICLES, MOST_FACTS, Picture, draw
from factcheck.reporting.view import View

# Up to so many articles the word stands beside the sign in every cell; beyond, in the legend and for screen readers.
WORDY = 8
# Beyond so many columns or rows nobody finds anything in a table: the list of facts goes on from there.
WIDEST, LONGEST = 40, 60
# Of each of many stories only what differs most is laid out.
_MANY, _LONGEST_OF_MANY = 12, 12
# So many stories are drawn; in a page of hundreds the tables of the others are enough.
_DRAWN = 6


@frozen
class Board:
    """One story.

    Attributes:
        title: what its first article is called.
        count: how many articles tell it.
        articles: those that get a column.
        rows: the facts that several of its articles state, those that differ most first, with a cell for each column.
        shared: how many such facts there are; the table holds the first of them.
        picture: the same drawn, or None.
    """

    title: str
    count: int
    articles: tuple[Article, ...]
    rows: tuple[Row, ...]
    shared: int
    picture: Picture | None

    @property
    def is_wordy(self) -> bool:
        """Whether there is room for the word in every cell."""
        return len(self.articles) <= WORDY


def boards(view: View, stands: Stands) -> list[Board]:
    """The stories of which several articles state a fact, those with most that differs first."""
    stories = [story.articles for story in view.results.stories] or [tuple(view.articles)]
    shared = [fact for fact in view.results.facts if fact.is_shared or fact.id in view.findings_of]
    home = {article: number for number, articles in enumerate(stories) for article in articles}
    facts_of: dict[int, list[Fact]] = {}
    for fact in shared:
        facts_of.setdefault(home[fact.articles[0]], []).append(fact)
    found = []
    for number, facts in facts_of.items():
        articles = [view.articles[id_] for id_ in stories[number]]
        found.append((stands.rows(facts, articles), articles))
    found.sort(key=lambda story: (-_weight(story[0]), -len(story[0]), story[1][0].id))
    longest = _LONGEST_OF_MANY if len(found) > _MANY else LONGEST
    return [_board(view, rows, articles, longest, place < _DRAWN) for place, (rows, articles) in enumerate(found)]


def _board(view: View, rows: Sequence[Row], articles: Sequence[Article], longest: int, is_drawn: bool) -> Board:
    shown = rows[:longest]
    columns = _most_telling(shown, articles, WIDEST)
    first = min(articles, key=lambda a: (not a.title, a.published is None, str(a.published), a.id))
    drawn = _narrowed(rows[:MOST_FACTS], _most_telling(rows[:MOST_FACTS], articles, MOST_ARTICLES))
    return Board(
        title=first.title or first.id,
        count=len(articles),
        articles=tuple(columns),
        rows=tuple(_narrowed(shown, columns)),
        shared=len(rows),
        picture=draw(view, drawn) if is_drawn else None,
    )


def _most_telling(rows: Sequence[Row], articles: Sequence[Article], most: int) -> list[Article]:
    """All articles where there are so few; else those that say something of most of the facts, in their order."""
    told = Counter(article.id for row in rows for article, stand in row.cells if stand is not Stand.SILENT)
    kept = {article.id for article in sorted(articles, key=lambda article: (-told[article.id], article.id))[:most]}
    return [article for article in articles if article.id in kept]


def _narrowed(rows: Sequence[Row], articles: Sequence[Article]) -> list[Row]:
    kept = {article.id for article in articles}
    return [Row(row.fact, tuple(cell for cell in row.cells if cell[0].id in kept)) for row in rows]


def _weight(rows: Sequence[Row]) -> int:
    """How many of the facts are in conflict or disputed."""
    return sum(row.weightiest in (Stand.CONFLICTS, Stand.DISPUTED) for row in rows)
