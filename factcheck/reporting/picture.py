"""The graph as a picture: where articles come from, and which facts they state, contradict or add to."""

from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Article, Fact, Origin
from factcheck.reporting.matrix import Row, Stand
from factcheck.reporting.view import View

# Beyond so many nothing can be made out; the tables tell the rest.
MOST_FACTS, MOST_ARTICLES = 28, 24
WIDTH = 1000
_ROW, _MARGIN = 27, 18
_ORIGIN_END, _ARTICLE_START, _ARTICLE_END, _FACT_START = 150, 230, 390, 560


@frozen
class Node:
    """A labelled place; `y` is the middle of its row."""

    label: str
    x: int
    y: float
    article: Article | None = None
    fact: Fact | None = None
    stand: Stand = Stand.STATES


@frozen
class Edge:
    """A curve between two columns, as an SVG path."""

    path: str
    stand: Stand


@frozen
class Picture:
    """What is to be drawn, in units of the view box."""

    height: int
    origins: tuple[Node, ...]
    articles: tuple[Node, ...]
    facts: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw(view: View, rows: Sequence[Row]) -> Picture | None:
    """The picture of the first facts; None where it would be a tangle.

    Facts are put beside the articles that state them, so that few lines cross.
    """
    articles = view.results.articles
    if not rows or len(articles) > MOST_ARTICLES:
        return None
    origin_of = {id_: origin for origin in view.results.origins.origins for id_ in origin.articles}
    origins = sorted({origin.id: origin for origin in origin_of.values()}.values(), key=lambda origin: origin.articles)
    order = sorted(articles, key=lambda article: (_rank(origins, origin_of.get(article.id)), article.id))
    place = {article.id: number for number, article in enumerate(order)}
    shown = sorted(rows[:MOST_FACTS], key=lambda row: (_middle(row, place), row.fact.id))
    height = max(len(shown), len(order)) * _ROW + 2 * _MARGIN

    facts = tuple(
        Node(row.fact.gist, _FACT_START, _y(number, len(shown), height), fact=row.fact, stand=row.weightiest)
        for number, row in enumerate(shown)
    )
    nodes = {a.id: Node(a.outlet, _ARTICLE_END, _y(place[a.id], len(order), height), article=a) for a in order}
    # An outlet that is its own origin needs no line from itself to itself.
    named = [o for o in origins if len(o.articles) > 1 or (o.name and o.name != nodes[o.articles[0]].label)]
    sources = tuple(
        Node(origin.name or "one text", 0, sum(nodes[id_].y for id_ in origin.articles) / len(origin.articles))
        for origin in named
    )
    edges = [
        Edge(_curve(_ARTICLE_END + 6, nodes[article.id].y, _FACT_START - 14, node.y), stand)
        for row, node in zip(shown, facts, strict=True)
        for article, stand in row.cells
        if stand is not Stand.SILENT
    ]
    for origin, source in zip(named, sources, strict=True):
        ends = [nodes[id_].y for id_ in origin.articles]
        edges += [Edge(_curve(_ORIGIN_END, source.y, _ARTICLE_START, y), Stand.COPIED) for y in ends]
    return Picture(height, sources, tuple(nodes.values()), facts, tuple(edges))


def _rank(origins: Sequence[Origin], origin: Origin | None) -> int:
    """Articles of one origin stand together, those of unknown origin last."""
    return origins.index(origin) if origin is not None else len(origins)


def _middle(row: Row, place: dict[str, int]) -> float:
    """The middle of the articles that say something of a fact."""
    told = [place[article.id] for article, stand in row.cells if stand is not Stand.SILENT]
    return sum(told) / max(1, len(told))


def _y(number: int, count: int, height: int) -> float:
    """The rows of a column, spread evenly over the height."""
    return round(_MARGIN + (height - 2 * _MARGIN) * (number + 0.5) / count, 1)


def _curve(x1: int, y1: float, x2: int, y2: float) -> str:
    middle = (x1 + x2) // 2
    return f"M{x1} {y1:.1f}C{middle} {y1:.1f} {middle} {y2:.1f} {x2} {y2:.1f}"
