"""Every engine finds what one run in this process finds."""

import hashlib
import random
import sys
from datetime import date, timedelta

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from plain import Doubting, Plain, article, articles

from factcheck import ArticleError, EngineError, reconcile
from factcheck.config import Settings, Stories
from factcheck.engines import plan, reconcile_parquet
from factcheck.engines.local import Local
from factcheck.engines.primitives import apply_to_groups
from factcheck.errors import ConfigError, ExtraMissing
from factcheck.model import Problem
from factcheck.reporting import tabulate
from factcheck.stories import blocks

DAY = date(2024, 3, 12)
NUMBERS = pa.schema([("key", pa.string()), ("value", pa.int64())])


def digest(result):
    return hashlib.sha256(result.to_json().encode()).hexdigest()


@pytest.fixture(scope="module")
def those():
    return random.Random(3).sample(articles(60), 60)


@pytest.fixture(scope="module")
def expected(those):
    return digest(reconcile(those, extractor=Plain()))


def test_the_local_engine_finds_the_same(those, expected):
    assert digest(reconcile(those, engine="local", extractor=Plain())) == expected


def test_beyond_its_memory_too(those, expected, tmp_path):
    with Local(budget=50_000, folder=str(tmp_path)) as engine:
        assert digest(reconcile(those, engine=engine, extractor=Plain())) == expected
        assert list(tmp_path.rglob("*.parquet"))
    assert list(tmp_path.iterdir()) == []


def test_spark_finds_the_same(those, expected, spark):
    assert digest(reconcile(those, engine=spark, extractor=Plain())) == expected


def test_a_judge_is_heard_in_this_process(those, expected, tmp_path):
    told = reconcile(those, extractor=Plain(), judge=Doubting())
    assert digest(told) != expected
    assert digest(reconcile(those, engine="local", extractor=Plain(), judge=(judge := Doubting()))) == digest(told)
    assert judge.asked
    rows = [{"id": each.id, "text": each.text, "published": each.published, "source": each.source} for each in those]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    reconcile_parquet(
        str(tmp_path / "in.parquet"), str(tmp_path / "out"), engine="local", extractor=Plain(), judge=Doubting()
    )
    found = pq.read_table(tmp_path / "out" / "facts").to_pylist()
    assert sorted(map(str, found)) == sorted(map(str, tabulate(told, "facts")))


@pytest.mark.slow
def test_real_articles_on_spark(ferry, spark):
    """Extraction on the workers of Spark, each with a pipeline of its own, in their own order."""
    assert digest(reconcile(ferry.articles, engine=spark)) == digest(ferry)


def test_real_articles(seeds):
    assert digest(reconcile(seeds.articles, engine="local")) == digest(seeds)


def test_crowds_are_cut_alike(those, monkeypatch):
    small = attrs.evolve(Stories(), crowd=4)
    monkeypatch.setattr(plan, "Stories", lambda: small)
    monkeypatch.setattr("factcheck.stories.divide.__defaults__", (small,))
    assert digest(reconcile(those, engine="local", extractor=Plain())) == digest(reconcile(those, extractor=Plain()))


def hot(count, share=0.3):
    """Articles, a share of which have the same words on top of their own."""
    chance = random.Random(9)
    made = []
    for number in range(count):
        told = [(12, f"landslide{number // 3}", f"Marsk{number // 3}")]
        if chance.random() < share:
            told.append((99, "subscription", "Newsletter"))
        made.append(article(f"h{number:04}", DAY + timedelta(number // 30), *told))
    return made


def test_a_hot_word_is_survived(spark):
    """Three articles in ten share words; the engines still agree, and pairs grow with the articles."""
    many = hot(90)
    found = reconcile(many, extractor=Plain())
    assert digest(reconcile(many, engine=spark, extractor=Plain())) == digest(found)


def test_the_pairs_of_a_hot_word_grow_with_the_articles():
    numbers = attrs.evolve(Stories(), window=20)

    def proposed(count):
        sketches = sorted((plan.sketch(each.document) for each in Plain().extract(hot(count))), key=lambda s: s.article)
        return sum(len(left) for left, _ in blocks._proposed(sketches, numbers))

    assert proposed(800) < 2.3 * proposed(400)


def test_a_stretch_of_a_large_group_is_given_what_stands_before_it(monkeypatch):
    monkeypatch.setattr("factcheck.engines.primitives.STRETCH", 5)
    table = pa.table([["a"] * 17 + ["b"] * 2 + ["c"], list(range(20))], NUMBERS)
    seen = []

    def look(group, fresh):
        values = group.column("value").to_pylist()
        seen.append((values[:fresh], values[fresh:]))
        return group.slice(fresh)

    again = pa.Table.from_batches(apply_to_groups(iter(table.to_batches(4)), "key", look, NUMBERS, overlap=3))
    assert again == table
    assert [new for _, new in seen if new] == [[*range(8)], [*range(8, 16)], [16], [17, 18], [19]]
    assert [before for before, _ in seen] == [[], [5, 6, 7], [13, 14, 15], [], []]


def test_the_pairs_of_a_stretched_block_are_those_of_the_whole():
    sketches = [plan.sketch(each.document) for each in Plain().extract(hot(40, share=1.0))]
    numbers = attrs.evolve(Stories(), window=6)
    whole = set(blocks.pairs_in_block(sketches, numbers))
    parts = [
        set(blocks.pairs_in_block(sketches[max(0, first - 6) : first + 10], numbers, min(first, 6)))
        for first in range(0, 40, 10)
    ]
    assert set().union(*parts) == whole
    assert sum(map(len, parts)) == len(whole)


@pytest.mark.parametrize("budget", [1 << 30, 1])
def test_the_primitives_of_the_local_engine(budget, tmp_path):
    table = pa.table([["b", "a", "b", "a"], [3, 2, 3, 1]], NUMBERS)
    with Local(budget=budget) as engine:
        data = engine.load(table)
        assert sorted(engine.collect(engine.distinct(data)).to_pylist(), key=str) == [
            {"key": "a", "value": 1},
            {"key": "a", "value": 2},
            {"key": "b", "value": 3},
        ]
        right = engine.load(pa.table([["a"], [7]], pa.schema([("key", pa.string()), ("more", pa.int64())])))
        joined = sorted(engine.collect(engine.join(data, right, "key")).to_pylist(), key=str)
        assert joined == [{"key": "a", "value": 1, "more": 7}, {"key": "a", "value": 2, "more": 7}]
        grouped = engine.group(data, "key", ["value"], lambda group, _: group.slice(0, 1), NUMBERS)
        assert engine.collect(grouped).to_pydict() == {"key": ["a", "b"], "value": [1, 3]}
        engine.write(data, str(tmp_path / "out"))
        engine.write(data, str(tmp_path / "out"))
        assert engine.collect(engine.read(str(tmp_path / "out"))) == table
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("name", ["local", "spark"])
def test_parquet_in_and_parquet_out(name, tmp_path, those, request):
    engine = request.getfixturevalue("spark") if name == "spark" else name
    source, target = tmp_path / "articles.parquet", tmp_path / "out"
    columns = ("id", "text", "source", "published")
    rows = [{name: getattr(each, name) for name in columns} for each in (*those, those[0])]
    pq.write_table(pa.Table.from_pylist(rows), source)
    reconcile_parquet(str(source), str(target), engine=engine, extractor=Plain())
    result = reconcile(those, extractor=Plain())
    for table in plan.TABLES:
        found = pq.read_table(target / table).to_pylist()
        assert sorted(map(str, found)) == sorted(map(str, tabulate(result, table)))


def test_parquet_that_cannot_be_read(tmp_path):
    with pytest.raises(ArticleError, match="no such Parquet"):
        reconcile_parquet(str(tmp_path / "none"), str(tmp_path / "out"), engine="local")
    pq.write_table(pa.table({"name": ["a"], "text": ["b"]}), tmp_path / "bad.parquet")
    with pytest.raises(ArticleError, match="no column 'id'"):
        reconcile_parquet(str(tmp_path / "bad.parquet"), str(tmp_path / "out"), engine="local")
    pq.write_table(pa.table({"id": ["a", "a"], "text": ["b", "c"]}), tmp_path / "two.parquet")
    with pytest.raises(ArticleError, match="two different articles have the id 'a'"):
        reconcile_parquet(str(tmp_path / "two.parquet"), str(tmp_path / "out"), engine="local", extractor=Plain())


def test_days_are_read_in_any_form():
    from factcheck.engines.parquet import to_articles

    rows = [
        {"id": str(n), "text": "x", "published": day} for n, day in enumerate(("2024-03-12T10:00:00", "soon", None))
    ]
    given = [
        plan.packing.unpack_article(row)
        for row in to_articles(pa.Table.from_pylist(rows)).column("content").to_pylist()
    ]
    assert [each.published for each in given] == [DAY, None, None]


def test_problems_and_repeated_articles_are_told(those):
    problem = Problem("x.txt", "empty")
    again = attrs.evolve(those[0])
    result = reconcile([*those, again], engine="local", extractor=Plain(), problems=[problem])
    assert problem in result.problems
    assert any("more than once" in each.reason for each in result.problems)


def test_wrong_use(those, monkeypatch):
    with pytest.raises(ConfigError, match="'sparc' is not allowed here; allowed: local, spark"):
        reconcile(those, engine="sparc")
    with pytest.raises(ConfigError, match="one_story"):
        reconcile(those, engine="local", settings=Settings(one_story=True))
    with pytest.raises(ConfigError, match="judge: 'doubting' is not allowed here; allowed: none with Spark"):
        reconcile(those, engine="spark", judge=Doubting())
    with pytest.raises(ArticleError, match="no article"):
        reconcile([], engine="local")


def test_java_is_missing(monkeypatch, tmp_path):
    pytest.importorskip("pyspark")
    from factcheck.engines import spark as module

    monkeypatch.setattr("pyspark.sql.SparkSession.getActiveSession", lambda: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError, match="Java is not installed; Spark 4 needs Java 17"):
        module.Spark()
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(EngineError, match="Java is not installed"):
        module.Spark()


@pytest.mark.parametrize(("package", "engine"), [("pyspark", "spark"), ("pyarrow", "local")])
def test_a_package_is_missing(monkeypatch, package, engine, those):
    monkeypatch.setitem(sys.modules, package, None)
    if package == "pyspark":
        monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(ExtraMissing, match=package):
        reconcile(those, engine=engine)


def test_duckdb_is_missing(monkeypatch, those):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with Local(budget=1) as engine, pytest.raises(ExtraMissing, match="duckdb"):
        reconcile(those, engine=engine, extractor=Plain())
