"""A store knows at any time what one run over all its articles would find."""

import random
import sqlite3
from datetime import date, timedelta

import attrs
import pytest
from plain import Doubting, Plain, article, articles

from factcheck import Article, ArticleError, Store, StoreError, reconcile
from factcheck.config import Settings, Stories
from factcheck.errors import ConfigError
from factcheck.store import archive, grouping
from factcheck.stories import Squares, close_pairs, copies, sketch

DAY = date(2024, 3, 12)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.store"


@pytest.mark.parametrize("seed", range(3))
def test_one_by_one_in_any_order_is_one_run(path, seed):
    those = articles(36)
    expected = reconcile(those, extractor=Plain()).to_json()
    order = random.Random(seed).sample(those, len(those))
    with Store(path, extractor=Plain()) as store:
        for each in order:
            store.add([each])
        assert store.reconciliation().to_json() == expected


def test_all_at_once_is_one_run_also_where_crowds_are_cut(path, monkeypatch):
    small = attrs.evolve(Stories(), crowd=4)
    monkeypatch.setattr(archive, "Stories", lambda: small)
    monkeypatch.setattr("factcheck.stories.divide.__defaults__", (small,))
    those = articles(60, seed=2)
    expected = reconcile(those, extractor=Plain())
    texts = {each.id: each.text for each in those}
    assert max(len({texts[article] for article in story.articles}) for story in expected.stories) <= 4
    with Store(path, extractor=Plain()) as store:
        store.add(random.Random(5).sample(those, len(those)))
        assert store.reconciliation().to_json() == expected.to_json()


def test_real_articles_one_by_one_are_one_run(path, seeds, ferry):
    """The seeds are damaged, and repaired with the help of each other as soon as the second comes."""
    both = [*seeds.articles, *ferry.articles]
    with Store(path) as store:
        for each in both[::-1]:
            store.add([each])
        assert store.reconciliation().to_json() == reconcile(both).to_json()


def test_what_is_new_is_returned_and_nothing_twice(path):
    first, second = (article(name, DAY, (number, "landslide", "Marsk")) for name, number in (("a", 12), ("b", 14)))
    other = article("c", DAY, (3, "shipwreck", "Oster"))
    with Store(path, extractor=Plain()) as store:
        assert store.add([first]) == ()
        (finding,) = store.add([second])
        assert finding.relation == "conflict"
        assert store.add([other]) == ()
        third = article("d", DAY, (12, "landslide", "Marsk"))
        again = store.add([third])
        known = {each.id for each in store.reconciliation().findings}
        assert {each.id for each in again} == known - {finding.id}


def test_adding_twice_changes_nothing_and_reads_nothing(path):
    those = articles(20)
    with Store(path, extractor=Plain()) as store:
        store.add(those)
        before = store.reconciliation().to_json()
    with Store(path, extractor=(reader := Plain())) as store:
        assert store.add(those * 2) == ()
        assert len(store) == 20
        assert store.reconciliation().to_json() == before
    assert reader.read == []


def test_each_article_is_acknowledged_once_it_is_safe(path):
    those = articles(20)
    seen = []

    def acknowledge(each):
        with Store(path, extractor=Plain()) as other:
            assert each in other
        seen.append(each.id)

    with Store(path, extractor=Plain()) as store:
        store.add(those, acknowledge)
    assert seen == [each.id for each in those]


def test_another_article_of_the_same_id_is_refused_and_the_first_one_kept(path):
    with Store(path, extractor=Plain()) as store:
        store.add([article("a", DAY, (12, "landslide", "Marsk"))])
        with pytest.raises(ArticleError, match="another article with the id 'a'"):
            store.add([article("a", DAY, (13, "landslide", "Marsk"))])
        assert "12 people" in store.reconciliation().articles[0].text


def test_an_id_that_cannot_be_kept_is_refused(path):
    with Store(path, extractor=Plain()) as store, pytest.raises(ArticleError, match="cannot keep"):
        store.add([attrs.evolve(article("a", DAY, (12, "landslide", "Marsk")), id="a\udc80")])


def test_since_leaves_out_what_no_recent_article_says(path):
    late = DAY.replace(day=20)
    with Store(path, extractor=Plain()) as store:
        store.add(
            [
                article("a", DAY, (12, "landslide", "Marsk"), (31, "wildfire", "Velm")),
                article("b", DAY, (14, "landslide", "Marsk"), (35, "wildfire", "Velm")),
                article("c", late, (16, "landslide", "Marsk")),
            ]
        )
        store.add([article("old", date(2023, 1, 1), (3, "shipwreck", "Oster"))])
        whole = store.reconciliation()
        recent = store.reconciliation(since=date(2024, 3, 15))
    assert len(whole.articles) == 4
    assert [each.id for each in recent.articles] == ["a", "b", "c"]
    assert len(recent.findings) < len(whole.findings)
    assert all("c" in {span.article for span in finding.evidence} for finding in recent.findings)


def test_about_gives_what_one_run_narrowed_would_give(path, seeds):
    from factcheck.reporting import about

    with Store(path) as store:
        store.add(seeds.articles)
        for name in ("Belarus", "lukashenko"):
            assert store.reconciliation(about=name).to_json() == about(seeds, name).to_json()
        for asked, told in (
            ("Belarusk", "the nearest: Belarus\\b"),
            ("lukashenk", "the nearest: .*Lukashenko"),  # one word of a longer name
            ("Xqzvw", "'Xqzvw' names nothing here; nothing here has a name like it$"),
        ):
            with pytest.raises(ConfigError, match=told):
                store.reconciliation(about=asked)
            with pytest.raises(ConfigError, match=told):
                about(seeds, asked)


def test_an_excerpt_is_about_the_stories_of_some_findings(path):
    with Store(path, extractor=Plain()) as store:
        found = store.add(articles(45))
        first = found[0].evidence[0].article
        (story,) = [each for each in store.reconciliation().stories if first in each.articles]
        excerpt = store.excerpt(found[:1])
    assert excerpt.findings == (found[0],)
    assert excerpt.stories == (story,)


def test_what_was_not_told_before_a_kill_is_told_when_it_is_asked_for(path, monkeypatch):
    those = articles(30)
    with Store(path, extractor=Plain()) as store:
        monkeypatch.setattr(store, "_tell", lambda: ())
        store.add(those)
    with Store(path, extractor=Plain()) as store:
        assert store.reconciliation().to_json() == reconcile(those, extractor=Plain()).to_json()


def test_settings_are_those_the_store_was_begun_with(path):
    strict = Settings(min_confidence=0.9)
    with Store(path, settings=strict):
        pass
    with Store(path) as store:
        assert store.settings == strict
    with Store(path, settings=Settings(min_confidence=0.9, workers=2)) as store:
        assert store.settings.workers == 2
    with pytest.raises(ConfigError, match=r"0\.9, with which"):
        Store(path, settings=Settings(min_confidence=0.1))
    with pytest.raises(ConfigError, match="divides its articles"):
        Store(path, settings=Settings(one_story=True))


def test_a_store_is_added_to_with_the_judge_that_it_was_begun_with(path):
    those = articles(30)
    expected = reconcile(those, extractor=Plain(), judge=Doubting())
    assert expected.facts != reconcile(those, extractor=Plain()).facts
    with Store(path, extractor=Plain(), judge=Doubting()) as store:
        for each in those[:20]:
            store.add([each])
    with Store(path, extractor=Plain()) as store:
        assert len(store.reconciliation().articles) == 20  # a report needs no judge
        with pytest.raises(ConfigError, match="judge: None is not allowed here; allowed: doubting, with which"):
            store.add(those)
    with Store(path, extractor=Plain(), judge=Doubting()) as store:
        store.add(those)
        assert store.reconciliation().to_json() == expected.to_json()
    other = Doubting()
    other.name = "trusting"
    with pytest.raises(ConfigError, match="judge: 'trusting' is not allowed here; allowed: doubting, with which"):
        Store(path, judge=other)


def test_a_store_that_was_begun_without_a_judge_takes_none(path):
    with Store(path):
        pass
    with pytest.raises(ConfigError, match="judge: 'doubting' is not allowed here; allowed: none, with which"):
        Store(path, judge=Doubting())


def test_stories_that_a_kill_left_untold_wait_for_the_judge(path, monkeypatch):
    with Store(path, extractor=Plain(), judge=Doubting()) as store:
        monkeypatch.setattr(store, "_tell", lambda: ())
        store.add(articles(9))
    with Store(path, extractor=Plain()) as store, pytest.raises(ConfigError, match="allowed: doubting"):
        store.reconciliation()


@pytest.mark.parametrize("seed", range(4))
def test_beyond_the_window_the_order_of_days_is_one_run_and_another_knows_more(path, seed, monkeypatch):
    """A word in more articles than the window holds: the one bound of `docs/store.md`."""
    small = attrs.evolve(Stories(), window=3, threshold=0.1, apart=0.0)
    monkeypatch.setattr(archive, "Stories", lambda: small)
    chance = random.Random(seed)
    days = [DAY + timedelta(chance.randrange(12)) for _ in range(24)]
    told = [((12, "landslide", f"Marsk{n % 5}"), (n + 2, "landslide", f"Oster{n}")) for n in range(24)]
    those = [article(f"a{n:02}", day, *told[n]) for n, day in enumerate(days)]
    sketches = sorted((sketch(each.document) for each in Plain().extract(those)), key=lambda each: each.article)
    assert len(copies(sketches)) == len(sketches)
    left, right, _ = close_pairs(sketches, small)
    expected = {(sketches[one].article, sketches[other].article) for one, other in zip(left, right, strict=True)}
    assert 0 < len(expected) < 24 * 23 / 2

    def pairs(order, name):
        with Store(path.with_name(name), extractor=Plain()) as store:
            for each in order:
                store.add([each])
        with sqlite3.connect(path.with_name(name)) as connection:
            rows = connection.execute(
                "SELECT min(a.id, b.id), max(a.id, b.id) FROM pairs"
                " JOIN articles a ON a.number = one JOIN articles b ON b.number = other"
            )
            return set(rows)

    assert pairs(sorted(those, key=lambda each: (each.published, each.id)), "ordered.store") == expected
    assert pairs(chance.sample(those, len(those)), "mixed.store") > expected


def test_what_another_format_packed_is_read_again(path, monkeypatch):
    those = articles(25)
    with Store(path, extractor=Plain()) as store:
        store.add(those)
        before = store.reconciliation().to_json()
    monkeypatch.setattr("factcheck.packing.FORMAT", 2)
    with Store(path, extractor=(reader := Plain())) as store:
        assert len(reader.read) == 25
        assert store.reconciliation().to_json() == before
    with Store(path, extractor=(reader := Plain())):
        assert reader.read == []


def test_articles_read_with_other_versions_are_told(path, monkeypatch):
    with Store(path, extractor=Plain()) as store:
        store.add(articles(2))
    monkeypatch.setattr("factcheck.store.begun.versions", lambda: {"factcheck-reconcile": "99"})
    with Store(path, extractor=Plain()) as store:
        (told,) = [each for each in store.reconciliation().problems if "other versions" in each.reason]
    assert not told.is_loss


def test_little_memory_changes_nothing(path, monkeypatch):
    for module in (archive, grouping):
        monkeypatch.setattr(module, "KEPT", 2)
    monkeypatch.setattr("factcheck.store.grouping.Squares", lambda: Squares(room=0))
    those = articles(40)
    with Store(path, extractor=Plain()) as store:
        store.add(those)
        assert store.reconciliation().to_json() == reconcile(those, extractor=Plain()).to_json()


def test_what_was_not_written_is_not_remembered(path, monkeypatch):
    """An id whose transaction failed may come with another text, by way of another process."""
    those = [article(name, DAY, (number, "shipwreck", "Oster")) for name, number in (("a", 12), ("b", 14))]
    place = grouping.Grouping.place

    def stop(*arguments):
        place(*arguments)
        raise KeyboardInterrupt

    with Store(path, extractor=Plain()) as store:
        with monkeypatch.context() as patch:
            patch.setattr(grouping.Grouping, "place", stop)
            with pytest.raises(KeyboardInterrupt):
                store.add([article("a", DAY, (12, "landslide", "Marsk"))])
        assert len(store) == 0
        with Store(path, extractor=Plain()) as other:
            other.add(those[:1])
        store.add(those)
        assert store.reconciliation().to_json() == reconcile(those, extractor=Plain()).to_json()


def test_an_undated_article_without_words_is_kept(path):
    empty = Article("empty", "...")
    with Store(path) as store:
        assert store.add([empty]) == ()
        assert store.reconciliation().to_json() == reconcile([empty]).to_json()


def test_nothing_was_added(path):
    with Store(path) as store:
        assert len(store) == 0
        assert store.add([]) == ()
        assert store.reconciliation().articles == ()


def test_a_store_that_is_to_be_there_is_not_made(path):
    with pytest.raises(StoreError, match="no such store"):
        Store(path, create=False)
    assert not path.exists()


def test_an_empty_file_is_left_alone_by_who_only_reads(path):
    path.touch()
    with pytest.raises(StoreError, match="this file is empty, and no store"):
        Store(path, create=False)
    assert path.read_bytes() == b""
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with Store(path) as store:  # as mktemp leaves one
        assert len(store) == 0
