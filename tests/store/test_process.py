"""`factcheck add` as a process of its own: killed, on a full disk, in a folder that is read-only."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from factcheck import Store, read_articles, reconcile

ARTICLES = 48
KILLS = 3
TOWNS = ("Marsk", "Oster", "Vellin", "Karup", "Tresna", "Dorn")
THINGS = ("ferry", "train", "bridge", "mill", "school", "tower")


def start(*arguments, **more):
    command = [sys.executable, "-m", "factcheck", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)


def run(*arguments, **more):
    process = start(*arguments, **more)
    stdout, stderr = process.communicate()
    return process.returncode, stdout, stderr


@pytest.fixture
def folder(tmp_path):
    """Short articles, three or so on each of some accidents."""
    folder, chance = tmp_path / "incoming", random.Random(4)
    folder.mkdir()
    for number in range(ARTICLES):
        town, thing = TOWNS[number % 6], THINGS[number // 6 % 6]
        (folder / f"a{number:02}.txt").write_text(
            f"The old {thing} of {town} burned down on Sunday. {chance.choice((12, 12, 14))} people were hurt in the "
            f"{thing}, the mayor of {town} said. {' '.join(chance.choices(THINGS, k=3)).capitalize()} were closed."
        )
    return folder


def committed(path):
    """How many articles any other process sees in a store: so many are acknowledged at least."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        try:
            return connection.execute("SELECT count(*) FROM articles").fetchone()[0]
        except sqlite3.OperationalError:  # its tables are not there yet
            return 0


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="only POSIX kills so")
def test_the_command_is_killed_and_what_was_committed_is_there(folder, tmp_path):
    path, chance, acknowledged = tmp_path / "news.store", random.Random(2), 0
    for kill in range(KILLS):
        wanted = acknowledged + chance.randint(1, 10)
        process = start("add", "-q", path, folder)
        while committed(path) < wanted and process.poll() is None:
            time.sleep(0.002)
        acknowledged = committed(path)
        assert process.poll() is None, f"kill {kill} came too late"
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
        assert committed(path) >= acknowledged >= wanted
    before = committed(path)
    code, _, stderr = run("add", path, folder)
    assert (code, stderr) == (1, f"{ARTICLES - before} of {ARTICLES} articles added to {path}\n")
    with Store(path) as store:
        assert store.reconciliation().to_json() == reconcile(read_articles(folder)).to_json()


@pytest.mark.slow
def test_a_full_disk_is_told_and_what_is_there_stays(mounted, folder, tmp_path):
    path = mounted / "news.store"
    (mounted / "ballast").write_bytes(bytes(700_000))  # of a megabyte
    code, stdout, stderr = run("add", "-q", path, folder)
    assert (code, stdout) == (2, "")
    assert stderr == (
        f"factcheck: {path}: the disk is full; what was added before is safe, and adding goes on where there is room\n"
    )
    safe = committed(path)
    assert safe > 0
    subprocess.run(["mount", "-o", "remount,size=20m", mounted], check=True)
    code, _, stderr = run("add", path, folder)
    assert (code, stderr) == (1, f"{ARTICLES - safe} of {ARTICLES} articles added to {path}\n")


@pytest.mark.slow
def test_a_folder_that_is_read_only_is_told(mounted, folder):
    path = mounted / "news.store"
    assert run("add", "-q", path, folder / "a00.txt")[0] == 0
    subprocess.run(["mount", "-o", "remount,ro", mounted], check=True)
    told = f"factcheck: {path}: this store cannot be written: the file or its folder is read-only, or is no file\n"
    assert run("add", path, folder) == (2, "", told)
    new = mounted / "new.store"
    assert run("add", new, folder) == (2, "", told.replace(str(path), str(new)))
    subprocess.run(["mount", "-o", "remount,rw", mounted], check=True)
    assert run("add", "-q", path, folder / "a00.txt") == (0, "", "")


def test_reporting_on_an_empty_file_leaves_it_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.touch()
    told = f"factcheck: {path}: this file is empty, and no store; begin one with: factcheck add STORE PATH...\n"
    assert run("report", path) == (2, "", told)
    assert path.read_bytes() == b""
