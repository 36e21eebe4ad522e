"""The graph as a picture: where articles come from, and which facts they state, contradict or add to."""

from collections.abc import Sequence

from attrs import frozen

from factcheck.model import Article, Fact, Origin
from factcheck.reporting.matrix import Row, Stand
from factcheck.reporting.view import View

# Beyond so many nothing can be made out; the tables tell the rest.
# Three columns and no layout of a graph library: every label can be read, and each line has two ends that are named.
MOST_FACTS, MOST_ARTICLES = 28, 24
WIDTH = 1000
_ROW, _MARGIN = 27, 18
_ORIGIN_END, _ARTICLE_START, _ARTICLE_END, _FACT_START = 150, 200, 400, 566


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
    """A curve between two columns, as an SVG path, with what it joins; an origin is joined where there is no fact."""

    path: str
    stand: Stand
    article: Article
    fact: Fact | None = None


@frozen
class Picture:
    """What is to be drawn, in units of the view box."""

    height: int
    origins: tuple[Node, ...]
    articles: tuple[Node, ...]
    facts: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw(view: View, rows: Sequence[Row]) -> Picture | None:
    """The picture of these facts and the articles of their cells; None where there are none, or it would be a tangle.

    Facts are put beside the articles that state them, so that few lines cross; of those with the same middle the
    ones in conflict come first, so that lines of one kind run together.
    """
    articles = [article for article, _ in rows[0].cells] if rows else []
    if not articles or len(articles) > MOST_ARTICLES:
        return None
    kept = {article.id for article in articles}
    origin_of = {id_: origin for origin in view.results.origins.origins for id_ in origin.articles if id_ in kept}
    origins = sorted({origin.id: origin for origin in origin_of.values()}.values(), key=lambda origin: origin.articles)
    order = sorted(articles, key=lambda article: (_rank(origins, origin_of.get(article.id)), article.id))
    place = {article.id: number for number, article in enumerate(order)}
    weight = {stand: rank for rank, stand in enumerate(Stand)}
    shown = sorted(rows[:MOST_FACTS], key=lambda row: (_middle(row, place), weight[row.weightiest], row.fact.id))
    height = max(len(shown), len(order)) * _ROW + 2 * _MARGIN

    facts = tuple(
        Node(row.fact.gist, _FACT_START, _y(number, len(shown), height), fact=row.fact, stand=row.weightiest)
        for number, row in enumerate(shown)
    )
    nodes = {a.id: Node(a.outlet, _ARTICLE_END, _y(place[a.id], len(order), height), article=a) for a in order}
    # An outlet that is its own origin needs no line from itself to itself.
    named = []
    for origin in origins:
        printed = [id_ for id_ in origin.articles if id_ in kept]
        if len(printed) > 1 or (origin.name and origin.name != nodes[printed[0]].label):
            named.append((origin, printed))
    sources = tuple(
        Node(origin.name or "one text", 0, round(sum(nodes[id_].y for id_ in printed) / len(printed), 1))
        for origin, printed in named
    )
    edges = [
        Edge(_curve(_ARTICLE_END + 6, nodes[article.id].y, _FACT_START - 14, node.y), stand, article, row.fact)
        for row, node in zip(shown, facts, strict=True)
        for article, stand in row.cells
        if stand is not Stand.SILENT
    ]
    for (_, printed), source in zip(named, sources, strict=True):
        edges += [
            Edge(_curve(_ORIGIN_END, source.y, _ARTICLE_START, nodes[id_].y), Stand.COPIED, view.articles[id_])
            for id_ in printed
        ]
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
