"""add, report and watch, as somebody types them."""

import json
import shutil

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.cli.watch import settled


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [str(each) for each in arguments])


@pytest.fixture
def crawl(request, tmp_path):
    return shutil.copytree(request.config.rootpath / "examples" / "crawl", tmp_path / "crawl")


def test_add_reports_what_is_new_and_report_everything(run, crawl, ferry):
    added = run("add", "news.store", crawl)
    assert (added.exit_code, added.stderr) == (
        1,
        f"{len(ferry.articles)} of {len(ferry.articles)} articles added to news.store\n",
    )
    assert "CONFLICTS" in added.stdout
    again = run("add", "news.store", crawl)
    assert (again.exit_code, again.stdout) == (0, "")
    report = run("report", "news.store", "--format", "json")
    assert report.exit_code == 1
    told = json.loads(report.stdout)
    assert [each["id"] for each in told["findings"]] == [each.id for each in ferry.findings]


def test_report_is_narrowed(run, crawl):
    run("add", "-q", "news.store", crawl)
    whole = json.loads(run("report", "news.store", "-f", "json").stdout)["findings"]
    late = run("report", "news.store", "-f", "json", "--since", "2999-01-01")
    assert (late.exit_code, json.loads(late.stdout)["findings"]) == (0, [])
    sure = json.loads(run("report", "news.store", "-f", "json", "--min-confidence", "0.9").stdout)["findings"]
    assert sure == [each for each in whole if each["score"] >= 0.9]
    high = json.loads(run("report", "news.store", "-f", "json", "--min-severity", "high").stdout)["findings"]
    assert high == [each for each in whole if each["severity"] == "high"]
    assert run("report", "news.store", "--since", "soon").exit_code == 2
    assert "Nobody" in run("report", "news.store", "--about", "Nobody").stderr


def test_report_of_no_store(run, tmp_path):
    result = run("report", "none.store")
    assert result.exit_code == 2
    assert (
        result.stderr == "factcheck: none.store: there is no such store; begin one with: factcheck add STORE PATH...\n"
    )
    assert not (tmp_path / "none.store").exists()


def test_one_article_that_changed_costs_no_other(run, tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(
            "The ferry Astrid sank near the port of Marsk on Tuesday, the police said."
        )
    run("add", "-q", "news.store", "a.txt")
    (tmp_path / "a.txt").write_text("The ferry Astrid was saved.")
    result = run("add", "news.store", "a.txt", "b.txt")
    assert result.exit_code == 2
    assert "another article with the id 'a'" in result.stderr
    assert "1 of 2 articles added" in result.stderr


def test_watch_adds_what_is_there(run, crawl, ferry):
    result = run("watch", "--once", "news.store", crawl)
    assert result.exit_code == 0
    assert f"{len(ferry.articles)} of {len(ferry.articles)} articles added" in result.stderr
    assert "CONFLICTS" in result.stdout
    again = run("watch", "--once", "news.store", crawl)
    assert (again.stdout, again.stderr.split(",")[1]) == ("", " 0 new findings\n")


def test_watch_takes_a_file_when_it_is_written_no_more(tmp_path, monkeypatch):
    file, hidden = tmp_path / "a.txt", tmp_path / ".b.txt"
    looks = iter(("The ferry", "The ferry sank", "The ferry sank.", None, "The ferry was saved.", None))

    def write(_):
        text = next(looks)
        if text is not None:
            file.write_text(text)
        hidden.write_text("unfinished")
        (tmp_path / "notes.xyz").write_text("no article")

    monkeypatch.setattr("factcheck.cli.watch.time.sleep", write)
    seen = settled(tmp_path, 1.0, once=False)
    assert next(seen) == [file]
    assert file.read_text() == "The ferry sank."
    assert next(seen) == [file]
    assert file.read_text() == "The ferry was saved."


def test_a_store_divides_its_articles_itself_and_offers_nothing_else(run, crawl):
    assert "--one-story" not in run("add", "--help").stdout
    assert run("add", "news.store", crawl, "--one-story").exit_code == 2
    assert "--one-story" in run("reconcile", "--help").stdout
