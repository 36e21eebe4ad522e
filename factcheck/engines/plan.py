"""The path from articles to chapters as functions over tables: written once, run by any engine.

    articles -> readings -> copies -> blocks -> close pairs -> spanning forests -> parts -> stories -> chapters

Everything that decides is in the stages; here is only what goes where. Of exact copies the first one stands for all
until stories are made, so that skew begins with texts and not with prints. A block holds the articles that share a
telling word, sorted by day and id, and each is held against a window of those before it, so that work is linear in a
block however many articles share a word. Close pairs become parts through their heaviest spanning forest: it connects
at every bar what all pairs connect, and has fewer edges than there are articles, so that forests of some of the pairs
are merged in rounds, on fewer and fewer machines, and the last one is cut as in `reconcile`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from attrs import frozen

from factcheck import packing
from factcheck.assembly import Reconciliation, assemble
from factcheck.config import Settings, Stories
from factcheck.engines.primitives import Dataset, Engine, Mapper
from factcheck.extraction import Extractor, extract
from factcheck.matching import Judge
from factcheck.model import Article, Problem, Story
from factcheck.pipeline import tell_story, troubles
from factcheck.reporting.tables import columns, tabulate
from factcheck.stories import Sketch, cut, pairs_in_block, places, sketch, stories_of

TEXT, WHOLE, REAL, BYTES = pa.string(), pa.int64(), pa.float64(), pa.binary()
ARTICLES = pa.schema([("article", TEXT), ("content", BYTES)])
READINGS = pa.schema(
    [
        *ARTICLES,
        ("likeness", BYTES),
        ("day", WHOLE),
        ("sketch", BYTES),
        ("extraction", BYTES),
        ("margin", BYTES),
    ]  # packing.py
)
COPIES = pa.schema([("article", TEXT), ("copy", TEXT), ("day", WHOLE), ("sketch", BYTES)])
BLOCKS = pa.schema([("word", TEXT), ("day", WHOLE), ("article", TEXT), ("sketch", BYTES)])
PAIRS = pa.schema([("one", TEXT), ("other", TEXT), ("closeness", REAL)])
FORESTS = pa.schema([("bucket", WHOLE), *PAIRS])
PARTS = pa.schema([("article", TEXT), ("part", TEXT)])
STORIES = pa.schema([("article", TEXT), ("story", TEXT)])
CHAPTERS = pa.schema([("story", TEXT), ("chapter", BYTES), ("findings", BYTES), ("facts", BYTES)])
OUTCOMES = pa.schema([("story", TEXT), ("findings", BYTES), ("facts", BYTES)])
ROUNDS = (64, 8, 1)  # buckets in which spanning forests are made of pairs, and of forests
TABLES = ("findings", "facts")  # what is written for all stories together
SELF = 2.0  # closeness of an article to itself: more than any other


@frozen
class Told:
    """What a run over articles gives.

    Attributes:
        readings: what was read out of each article.
        chapters: what was found in each story.
    """

    readings: Dataset
    chapters: Dataset


def run(
    engine: Engine,
    articles: Dataset,
    settings: Settings,
    extractor: Extractor | None = None,
    judge: Judge | None = None,
) -> Told:
    """The plan.

    Args:
        engine: where to run it.
        articles: rows of `ARTICLES`, each id once.
        settings: the settings.
        extractor: reads the claims in place of the built-in extraction.
        judge: asked about the meaning of the likeliest pairs of claims.
    """
    numbers = Stories()
    readings = engine.persist(engine.map(articles, partial(read, settings=settings, extractor=extractor), READINGS))
    alike = ("likeness", "article", "day", "sketch")
    sketches = engine.map(readings, select(*alike), pa.schema([READINGS.field(name) for name in alike]))
    copies = engine.persist(engine.group(sketches, "likeness", ["article"], collapse, COPIES))
    blocks = engine.map(copies, partial(block, numbers=numbers), BLOCKS)
    near = partial(pair, numbers=numbers)
    pairs = engine.distinct(engine.group(blocks, "word", ["day", "article"], near, PAIRS, overlap=numbers.window))
    for buckets in ROUNDS[:-1]:
        pairs = engine.group(
            engine.map(pairs, partial(spread, buckets=buckets), FORESTS), "bucket", ["one", "other"], span, PAIRS
        )
    last = engine.map(pairs, partial(spread, buckets=ROUNDS[-1]), FORESTS)
    parts = engine.group(last, "bucket", ["one", "other"], partial(divide, numbers=numbers), PARTS)
    stories = engine.group(
        engine.join(parts, copies, "article"), "part", ["copy"], partial(refine, numbers=numbers), STORIES
    )
    kept = ("article", "content", "extraction")
    extractions = engine.map(readings, select(*kept), pa.schema([READINGS.field(name) for name in kept]))
    telling = partial(tell, settings=settings, is_ours=extractor is None, judge=judge)
    chapters = engine.group(engine.join(stories, extractions, "article"), "story", ["article"], telling, CHAPTERS)
    return Told(readings, engine.persist(chapters))


def gather(engine: Engine, told: Told, problems: Iterable[Problem], settings: Settings) -> Reconciliation:
    """Everything in one reconciliation, here."""
    shown = pa.schema([READINGS.field(name) for name in ("content", "margin")])
    rows = engine.collect(engine.map(told.readings, select(*shown.names), shown)).to_pylist()
    articles = [packing.unpack_article(row["content"]) for row in rows]
    margins = [packing.unpack_margin(row["margin"]) for row in rows]
    chapters = engine.collect(engine.map(told.chapters, select("chapter"), pa.schema([CHAPTERS.field("chapter")])))
    return assemble(
        articles,
        {article.id: blocks for article, (blocks, _) in zip(articles, margins, strict=True)},
        [packing.unpack_chapter(row) for row in chapters.column("chapter").to_pylist()],
        (*problems, *(each for _, those in margins for each in those)),
        settings,
    )


def write(engine: Engine, told: Told, folder: str) -> None:
    """Findings and facts of all stories as Parquet, a folder each, columns as in every other table."""
    for table in TABLES:
        engine.write(engine.map(told.chapters, partial(unfold, table=table), _schema(table)), f"{folder}/{table}")


def pack_articles(articles: Sequence[Article]) -> pa.Table:
    """Articles as the plan takes them."""
    rows = [[article.id for article in articles], [packing.pack_article(article) for article in articles]]
    return pa.table(rows, ARTICLES)


# The functions that engines apply: tables in, tables out.


def read(table: pa.Table, settings: Settings, extractor: Extractor | None) -> pa.Table:
    """What can be read out of some articles."""
    articles = [packing.unpack_article(row) for row in table.column("content").to_pylist()]
    extractions = extractor.extract(articles) if extractor else extract(articles, settings)
    sketches = [sketch(extraction.document) for extraction in extractions]
    return pa.table(
        [
            table.column("article"),
            table.column("content"),
            [each.likeness for each in sketches],
            [each.day for each in sketches],
            [packing.pack_sketch(each) for each in sketches],
            [packing.pack_extraction(each) for each in extractions],
            [packing.pack_margin(each.document.blocks, troubles(each)) for each in extractions],
        ],
        READINGS,
    )


def collapse(table: pa.Table, _: int) -> pa.Table:
    """Articles that are copies, under the first of them."""
    first = table.column("article")[0].as_py()
    return pa.table([pa.array([first] * len(table), TEXT), *table.select(["article", "day", "sketch"]).columns], COPIES)


def block(table: pa.Table, numbers: Stories) -> pa.Table:
    """Each text in the block of each of its telling words, and in one of its own, so that none gets lost."""
    found: list[tuple[str, int, str, bytes]] = []
    for row in table.filter(pc.equal(table.column("article"), table.column("copy"))).to_pylist():
        words = packing.unpack_sketch(row["sketch"], row["article"]).keys(numbers.keys)
        for word in (f"\x00{row['article']}", *words):
            found.append((word, row["day"], row["article"], row["sketch"]))
    return _table(found, BLOCKS)


def pair(table: pa.Table, fresh: int, numbers: Stories) -> pa.Table:
    """The close pairs in a block, or in a stretch of one."""
    if table.column("word")[0].as_py().startswith("\x00"):
        article = table.column("article")[0].as_py()
        return _table([(article, article, SELF)], PAIRS)
    if len(table) < 2:
        return PAIRS.empty_table()
    rows = zip(table.column("sketch").to_pylist(), table.column("article").to_pylist(), strict=True)
    sketches = [packing.unpack_sketch(packed, article) for packed, article in rows]
    return _table(list(pairs_in_block(sketches, numbers, fresh)), PAIRS)


def spread(table: pa.Table, buckets: int) -> pa.Table:
    """The pairs with the number of the bucket that each goes to."""
    numbers = [crc32(one.encode("utf-8")) % buckets for one in table.column("one").to_pylist()]
    return pa.table([pa.array(numbers, WHOLE), *table.select(PAIRS.names).columns], FORESTS)


def span(table: pa.Table, _: int) -> pa.Table:
    """The heaviest spanning forest of the pairs in a bucket, and every article of its own."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import minimum_spanning_tree

    ids, left, right, close = _edges(table)
    count = len(ids)
    is_own = left == right
    # Light where close, and never 0, which would be no edge.
    weights = np.where(is_own, 0.0, SELF + 1.0 - close)
    edges = coo_array((weights[~is_own], (left[~is_own], right[~is_own])), shape=(count, count))
    tree = minimum_spanning_tree(edges.tocsr()).tocoo()
    one, other = np.minimum(tree.row, tree.col), np.maximum(tree.row, tree.col)
    known = dict(zip(zip(left.tolist(), right.tolist(), strict=True), close.tolist(), strict=True))
    kept = [*zip(one.tolist(), other.tolist(), strict=True), *((n, n) for n in left[is_own].tolist())]
    return _table([(ids[a], ids[b], known[a, b]) for a, b in kept], PAIRS)


def divide(table: pa.Table, _: int, numbers: Stories) -> pa.Table:
    """The parts, each named by its first article."""
    ids, left, right, close = _edges(table)
    is_pair = left != right
    found = cut(ids, left[is_pair], right[is_pair], close[is_pair], numbers)
    return _table([(article, part.articles[0]) for part in found for article in part.articles], PARTS)


def refine(table: pa.Table, _: int, numbers: Stories) -> pa.Table:
    """The stories of a part."""
    printed: dict[str, list[str]] = defaultdict(list)
    sketches: list[Sketch] = []
    for first, copy, sketched in zip(
        *(table.column(n).to_pylist() for n in ("article", "copy", "sketch")), strict=True
    ):
        printed[first].append(copy)
        if copy == first:
            sketches.append(packing.unpack_sketch(sketched, first))
    stories = [Story.of(articles) for articles in stories_of(sketches, printed, numbers)]
    return _table([(article, story.id) for story in stories for article in story.articles], STORIES)


def tell(table: pa.Table, _: int, settings: Settings, is_ours: bool, judge: Judge | None) -> pa.Table:
    """What is found in a story."""
    known = {}
    for row in table.select(["content", "extraction"]).to_pylist():
        article = packing.unpack_article(row["content"])
        known[article.id] = packing.unpack_extraction(row["extraction"], article)
    story = Story.of(known)
    chapter = tell_story(story, known, settings, is_ours=is_ours, judge=judge)
    articles = [extraction.document.article for extraction in known.values()]
    blocks = {name: extraction.document.blocks for name, extraction in known.items()}
    results = assemble(articles, blocks, [chapter], (), settings)
    tables = [packing.pack(tabulate(results, name)) for name in TABLES]
    return _table([(story.id, packing.pack_chapter(chapter), *tables)], CHAPTERS)


def unfold(chapters: pa.Table, table: str) -> pa.Table:
    """The rows of one table of some stories."""
    rows = [row for packed in chapters.column(table).to_pylist() for row in packing.unpack(packed)]
    return pa.Table.from_pylist(rows, _schema(table))


def _edges(table: pa.Table) -> tuple[list[str], Any, Any, Any]:
    """The articles in some pairs, sorted, and the pairs as places in them."""
    rows = list(zip(*(table.column(name).to_pylist() for name in PAIRS.names), strict=True))
    ids = sorted({name for one, other, _ in rows for name in (one, other)})
    return (ids, *places(rows, ids))


def select(*names: str) -> Mapper:
    """These columns of some rows."""
    return partial(_selected, names=names)


def _selected(table: pa.Table, names: Sequence[str]) -> pa.Table:
    return table.select(list(names))


def _table(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    """Rows as a table."""
    made = zip(*rows, strict=True) if rows else ((),) * len(schema)
    return pa.table([list(values) for values in made], schema)


def _schema(table: str) -> pa.Schema:
    kinds: Mapping[type, pa.DataType] = {str: TEXT, int: WHOLE, float: REAL, bool: pa.bool_()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns(table).items()])
