"""A process that adds articles is killed at any moment: all it acknowledged is there, the rest is as in one run."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from plain import Plain, articles

from factcheck import Store, reconcile

KILLS, ARTICLES, TOGETHER = 50, 100, 30
ADDING = """
import sys
sys.path[:0] = [sys.argv[3]]
from factcheck import Store
from plain import Plain, articles
with Store(sys.argv[1], extractor=Plain()) as store:
    print("ready", flush=True)
    for each in articles(int(sys.argv[2])):
        store.add([each], lambda article: print(article.id, flush=True))
print("done", flush=True)
"""


def adding(path, count=ARTICLES):
    """A process of its own that adds all articles and prints the id of each that is acknowledged."""
    command = [sys.executable, "-c", ADDING, str(path), str(count), str(Path(__file__).parent)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path):
    path, chance = tmp_path / "news.store", random.Random(11)
    acknowledged, killed, is_done = set(), 0, False
    while killed < KILLS:
        if is_done:  # all were added between two kills: begin anew, since an idle process shows nothing
            check(path, {each.id for each in articles(ARTICLES)})
            for file in tmp_path.iterdir():
                file.unlink()
            acknowledged, is_done = set(), False
        process = adding(path)
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        time.sleep(chance.random() * 0.25)
        process.send_signal(signal.SIGKILL)
        told = process.communicate()[0].split()
        assert process.returncode == -signal.SIGKILL or "done" in told
        is_done = "done" in told
        killed += not is_done
        acknowledged.update(told)
        acknowledged.discard("done")
        with Store(path, extractor=Plain()) as store:
            there = {article.id for article in store.reconciliation().articles} if killed % 10 == 0 else None
            count = len(store)
        assert there is None or acknowledged <= there
        assert count >= len(acknowledged)
    check(path, acknowledged)
    with Store(path, extractor=Plain()) as store:
        store.add(articles(ARTICLES))
        assert store.reconciliation().to_json() == reconcile(articles(ARTICLES), extractor=Plain()).to_json()


def check(path, acknowledged):
    """Everything acknowledged is there, and what was found is what one run over what is there finds."""
    with Store(path, extractor=Plain()) as store:
        result = store.reconciliation()
    assert acknowledged <= {article.id for article in result.articles}
    assert result.to_json() == reconcile(result.articles, extractor=Plain()).to_json()


def test_one_kill_while_stories_are_told(tmp_path):
    path = tmp_path / "news.store"
    process = adding(path)
    while process.stdout.readline() not in ("a0020\n", ""):
        pass
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    check(path, {f"a{number:04}" for number in range(21)})


def test_two_processes_add_to_one_store_at_a_time(tmp_path):
    path = tmp_path / "news.store"
    one, other = adding(path, TOGETHER), adding(path, TOGETHER)
    told = [process.communicate()[0].split() for process in (one, other)]
    assert [one.returncode, other.returncode] == [0, 0]
    assert [lines[-1] for lines in told] == ["done", "done"]
    check(path, {each.id for each in articles(TOGETHER)})
