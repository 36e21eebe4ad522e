"""A process that adds articles is killed at any moment: all it acknowledged is there, the rest is as in one run."""

import multiprocessing
import random
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from adding import add
from plain import Plain, articles

from factcheck import Store, reconcile

KILLS, ARTICLES, TOGETHER = 50, 100, 30


@pytest.fixture(scope="module")
def adding():
    """Starts a process of its own that adds articles; gives it, and where it tells the ids of those acknowledged."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["adding"])
    started = []

    def start(path, count=ARTICLES):
        reader, writer = context.Pipe(duplex=False)
        process = context.Process(target=add, args=(str(path), count, writer))
        process.start()
        writer.close()
        started.append(process)
        return process, reader

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent))  # older forkservers preload from nowhere else
        yield start
    for process in started:
        process.kill()
        process.join()


def rest(process, reader):
    """What a process told until its end."""
    told = []
    with suppress(EOFError):
        while True:
            told.append(reader.recv())
    process.join()
    reader.close()
    return told


@pytest.mark.slow
def test_fifty_kills_lose_nothing_that_was_acknowledged(tmp_path, adding):
    path, chance = tmp_path / "news.store", random.Random(11)
    acknowledged, killed, is_done = set(), 0, False
    while killed < KILLS:
        if is_done:  # all were added between two kills: begin anew, since an idle process shows nothing
            check(path, {each.id for each in articles(ARTICLES)})
            for file in tmp_path.iterdir():
                file.unlink()
            acknowledged, is_done = set(), False
        process, reader = adding(path)
        assert reader.recv() == "ready"
        time.sleep(chance.random() * 0.2)
        process.kill()
        told = rest(process, reader)
        assert process.exitcode == -signal.SIGKILL or "done" in told
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


def test_one_kill_while_stories_are_told(tmp_path, adding):
    path = tmp_path / "news.store"
    process, reader = adding(path)
    while reader.recv() != "a0020":
        pass
    process.kill()
    rest(process, reader)
    check(path, {f"a{number:04}" for number in range(21)})


def test_two_processes_add_to_one_store_at_a_time(tmp_path, adding):
    path = tmp_path / "news.store"
    both = adding(path, TOGETHER), adding(path, TOGETHER)
    told = [rest(*each) for each in both]
    assert [process.exitcode for process, _ in both] == [0, 0]
    assert [lines[-1] for lines in told] == ["done", "done"]
    check(path, {each.id for each in articles(TOGETHER)})
