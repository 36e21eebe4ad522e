"""What cannot be done is said in one sentence, and nothing that was added is lost."""

import shutil
import sqlite3
import subprocess
from pathlib import Path

import pytest
from attrs import evolve
from plain import Plain, articles

from factcheck import Store, StoreError, reconcile
from factcheck.store import schema


@pytest.fixture
def path(tmp_path):
    """A store with some articles in it."""
    path = tmp_path / "news.store"
    with Store(path, extractor=Plain()) as store:
        store.add(articles(12))
    return path


def refused(path, match, **more):
    with pytest.raises(StoreError, match=match) as caught:
        Store(path, extractor=Plain(), **more)
    assert str(caught.value).startswith(f"{path}: ")
    assert "\n" not in str(caught.value)


def count(path):
    with Store(path, extractor=Plain()) as store:
        return len(store)


def test_a_store_of_a_newer_version(path):
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version=99")
    refused(path, "version 99, made by a newer factcheck")
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA user_version={schema.VERSION}")
    assert count(path) == 12


def test_an_older_store_is_brought_up_to_date(path, monkeypatch):
    later = "CREATE TABLE more (x TEXT) STRICT;\nINSERT INTO about VALUES ('later', 'yes');\n"
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, later))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    assert count(path) == 12
    with sqlite3.connect(path) as connection:
        assert connection.execute("SELECT value FROM about WHERE name = 'later'").fetchone() == ("yes",)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_store_of_the_first_version_is_brought_up_to_date(path):
    with sqlite3.connect(path) as connection:
        connection.execute("DROP INDEX stories_retired")
        connection.executescript("DROP TABLE copies; DROP TABLE texts; DELETE FROM about WHERE name = 'division';")
        connection.execute("PRAGMA user_version=1")
    with Store(path, extractor=Plain()) as store:
        new = [evolve(each, id=f"b{each.id}") for each in articles(12, seed=2)]
        store.add(new)
        expected = reconcile([*articles(12), *new], extractor=Plain())
        assert store.reconciliation().to_json() == expected.to_json()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)


def test_a_migration_that_fails_leaves_everything_as_it_was(path, monkeypatch):
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x TEXT);\nnonsense;\n"))
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    refused(path, "syntax error")
    monkeypatch.undo()
    assert count(path) == 12


def test_a_file_that_is_no_store(tmp_path):
    text = tmp_path / "text.store"
    text.write_text("This is no database at all. " * 100)
    refused(text, "damaged or no store")
    assert text.read_text().startswith("This is no database")


def test_a_database_that_is_no_store(tmp_path):
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    refused(other, "no store of factcheck")


def test_a_damaged_store(path):
    data = bytearray(path.read_bytes())
    data[4096:-4096] = b"\xff" * (len(data) - 8192)
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError, match="damaged"), Store(path, extractor=Plain()) as store:
        store.reconciliation()


def test_a_folder_that_is_not_there(tmp_path):
    refused(tmp_path / "none" / "news.store", "there is no folder")


def test_a_folder_in_place_of_a_file(tmp_path):
    refused(tmp_path, "cannot be written")


def test_another_process_writes_for_too_long(path):
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Store(path, extractor=Plain(), wait=0.1) as store:
        with pytest.raises(StoreError, match="another process is writing"):
            store.add(articles(13))
        holder.execute("ROLLBACK")
        store.add(articles(13))
        assert len(store) == 13
    holder.close()


def test_a_full_disk(mounted):
    path, safe = mounted / "news.store", []
    with pytest.raises(StoreError, match="the disk is full"), Store(path, extractor=Plain()) as store:
        for each in articles(400):
            store.add([each], lambda article: safe.append(article.id))
    assert len(safe) > 3
    elsewhere = Path(mounted).parent / "news.store"
    for file in mounted.iterdir():
        if not file.name.endswith("-shm"):
            shutil.copy(file, elsewhere.parent)
    with Store(elsewhere, extractor=Plain()) as store:
        assert set(safe) <= {article.id for article in store.reconciliation().articles}
        store.add(articles(400)[: len(safe) + 2])
        assert len(store) >= len(safe) + 2


def test_a_folder_that_is_read_only(mounted):
    path = mounted / "news.store"
    with Store(path, extractor=Plain()) as store:
        store.add(articles(3))
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    with pytest.raises(StoreError, match="cannot be written"), Store(path, extractor=Plain()) as store:
        store.add(articles(4))
    with pytest.raises(StoreError, match="cannot be written"):
        Store(mounted / "new.store")
