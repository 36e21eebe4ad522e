"""From paths to articles."""

import csv
import json
import warnings
from datetime import date

import pytest

from factcheck import ArticleError, read, read_articles
from factcheck.model import Problem

TEXT = "A fire broke out on the ferry Astrid.\r\nNobody was hurt."


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path):
    batch = read([path])
    assert batch.problems == ()
    (article,) = batch.articles
    return article


# ------------------------------------------------------------------------------------------------------------ formats


def test_text_is_kept_verbatim(tmp_path):
    article = one(write(tmp_path, "ferry.txt", TEXT))
    assert (article.id, article.text, article.path) == ("ferry", TEXT, (tmp_path / "ferry.txt").as_posix())


@pytest.mark.parametrize(
    "record",
    [
        {"text": TEXT, "title": "Ferry", "source": "Gazette", "published": "2024-03-12", "url": "https://g.example/1"},
        {
            "maintext": TEXT,
            "title": "Ferry",
            "source_domain": "Gazette",
            "date_publish": "2024-03-12 10:00:00",
            "url": "https://g.example/1",
        },
        {
            "content": TEXT,
            "title": "Ferry",
            "source": {"id": None, "name": "Gazette"},
            "publishedAt": "2024-03-12T09:00:00Z",
            "url": "https://g.example/1",
        },
        {
            "articleBody": TEXT,
            "headline": "Ferry",
            "publisher": {"name": "Gazette"},
            "datePublished": "Tue, 12 Mar 2024 10:00:00 GMT",
            "url": "https://g.example/1",
        },
        {
            "BODY": TEXT,
            "Title": " Ferry\n",
            "Outlet": "Gazette",
            "Date": "12 March 2024",
            "link": "https://g.example/1",
        },
    ],
)
def test_fields_of_any_crawler_are_understood(tmp_path, record):
    article = one(write(tmp_path, "a.json", json.dumps(record)))
    assert (article.text, article.title, article.source) == (TEXT, "Ferry", "Gazette")
    assert (article.published, article.url) == (date(2024, 3, 12), "https://g.example/1")


def test_a_json_file_holds_one_article_a_list_or_an_object_with_articles(tmp_path):
    records = [{"id": name, "text": f"{name} burned."} for name in "ab"]
    for content in (records, {"status": "ok", "articles": records}):
        assert [a.id for a in read([write(tmp_path, "x.json", json.dumps(content))]).articles] == ["a", "b"]
    assert one(write(tmp_path, "x.json", json.dumps({"id": 7, "text": TEXT}))).id == "7"


def test_jsonl_lines_end_at_line_feeds_only(tmp_path):
    text = "One line.\u2028Another."
    lines = json.dumps({"id": "a", "text": text}, ensure_ascii=False) + "\n\n" + json.dumps({"id": "b", "text": TEXT})
    assert [a.text for a in read([write(tmp_path, "x.jsonl", lines)]).articles] == [text, TEXT]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_cells_keep_their_line_ends_and_may_be_long(tmp_path, delimiter):
    long = "Nobody was hurt. " * 20_000
    with (tmp_path / "x.csv").open("w", newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerows([["id", "date", "text"], ["a", "2024-03-12", TEXT], ["b", "", long]])
    limit = csv.field_size_limit()
    batch = read([tmp_path / "x.csv"])
    assert [(a.id, a.text, a.published) for a in batch.articles] == [("a", TEXT, date(2024, 3, 12)), ("b", long, None)]
    assert csv.field_size_limit() == limit


def test_a_page_gives_its_article_and_its_metadata(tmp_path):
    html = """<html><head><title>Ferry burns &lt;script&gt; | G</title><meta property="og:site_name" content="Gazette">
    <meta property="article:published_time" content="2024-03-12T10:00:00Z"><meta charset="iso-8859-1">
    <link rel="canonical" href="https://gazette.example/ferry"></head><body><nav>Home</nav><article>
    <h1>Ferry burns off Lund\xe9n</h1><p>Three people died in a fire on the ferry Astrid on Tuesday, police said.</p>
    <p>The ferry was carrying 212 passengers when it caught fire, a spokeswoman said on Tuesday evening.</p></article>
    <footer>Copyright 2019</footer></body></html>"""
    article = one(write(tmp_path, "page.html", html.encode("latin-1")))
    assert "Three people died" in article.text and "Copyright" not in article.text
    assert (article.source, article.published) == ("Gazette", date(2024, 3, 12))
    assert (article.title, article.url) == ("Ferry burns off Lundén", "https://gazette.example/ferry")


def test_a_page_without_metadata_gets_no_invented_date(tmp_path):
    html = (
        "<html><body><article>"
        + "<p>The port burned down in 2019, they said, and again now.</p>" * 9
        + "</article></body></html>"
    )
    assert one(write(tmp_path, "page.html", html)).published is None


def test_without_trafilatura_the_command_that_installs_it_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    (problem,) = read([write(tmp_path, "page.html", "<p>x</p>")]).problems
    assert "pip install 'factcheck-reconcile[html]'" in problem.reason


# -------------------------------------------------------------------------------------------------------------- paths


def test_folders_are_searched_and_hidden_and_foreign_files_left_out(tmp_path):
    for name in ("b/deep/x.txt", "a.md", ".git/y.txt", ".z.txt", "c.png"):
        write(tmp_path, name, f"{name} burned down.")
    assert [a.id for a in read([tmp_path]).articles] == ["a", "x"]


def test_globs_and_repeated_paths(tmp_path):
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        write(tmp_path, name, f"{name} burned down.")
    batch = read([str(tmp_path / "*.txt"), tmp_path / "a.txt", str(tmp_path / "s*"), str(tmp_path / "**")])
    assert [a.id for a in batch.articles] == ["a", "b", "c"]
    assert batch.problems == ()


@pytest.mark.parametrize("name", ["nowhere.txt", "*.nothing"])
def test_a_path_that_is_not_there_is_an_error(tmp_path, name):
    with pytest.raises(ArticleError, match=r"no such file|no article matches"):
        read([str(tmp_path / name)])


# ----------------------------------------------------------------------------------------------------------- problems


@pytest.mark.parametrize(
    ("name", "content", "place", "reason"),
    [
        ("x.txt", b"", "", "empty"),
        ("x.txt", b" \n\t\n", "", "empty"),
        ("x.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "", "binary"),
        ("x.txt", b"a\0b", "", "binary"),
        ("x.txt", "“Quoted” text".encode() + b"\xff.", "", "damaged UTF-8: byte 0xff at offset 17"),
        ("x.txt", b"\xff\xfea", "", "utf-16"),
        ("x.doc", b"text", "", ".doc"),
        ("x.json", b"{", ":1", "no JSON"),
        ("x.json", b"[" * 100_000, "", "cannot be read"),
        ("x.json", b"[]", "", "no article"),
        ("x.json", b'"words"', "", "a string"),
        ("x.json", b'[{"text": ""}]', " item 1", "no text"),
        ("x.json", b'{"format": "factcheck-reconciliation", "articles": []}', "", "saved reconciliation"),
        ("x.jsonl", b'{"text": "Fine."}\nnot json\n', ":2", "no JSON"),
        ("x.jsonl", b'{"text": "Fine."}\n[1]\n', ":2", "a list"),
        ("x.jsonl", b'{"text": "Fine."}\n{"title": "no text"}\n', ":2", "none of the fields text, maintext"),
        ("x.csv", b"name,price\na,1\n", ":1", "no column"),
        ("x.csv", b"id,text\n", "", "no article"),
        ("x.csv", b"id,text\na,\n", ":2", "no text"),
        ("x.html", b"<html><body></body></html>", "", "no article"),
        ("x.json", b'{"text": "Fine.", "date": "soon"}', "", "used without a date"),
        ("x.json", b'{"text": "Fine.", "date": "10/11/2022"}', "", "more than one day"),
        ("x.txt", b"date 2022-13-45 A fire broke out.", "", "no such day"),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_costs_nothing_else(tmp_path, name, content, place, reason):
    path = write(tmp_path, name, content)
    write(tmp_path, "good.txt", "The ferry burned.")
    batch = read([path, tmp_path])
    (problem,) = batch.problems
    assert problem.place == path.as_posix() + place
    assert reason in problem.reason
    assert problem.is_loss
    assert "good" in [article.id for article in batch.articles]


def test_a_folder_without_articles_is_told(tmp_path):
    assert read([tmp_path]).problems[0].place == tmp_path.as_posix()
    with pytest.raises(ArticleError, match="no article"):
        read_articles(tmp_path)


def test_a_file_that_may_not_be_read_is_told(tmp_path, monkeypatch):
    path = write(tmp_path, "x.txt", "words")

    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    assert read([path]).problems == (Problem(path.as_posix(), "this file cannot be read: Permission denied"),)


def test_read_articles_warns_for_each_problem(tmp_path):
    write(tmp_path, "good.txt", "The ferry burned.")
    write(tmp_path, "bad.txt", b"")
    with pytest.warns(UserWarning, match=r"bad.txt: this file is empty"):
        assert [article.id for article in read_articles(tmp_path)] == ["good"]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        read_articles(tmp_path / "good.txt")


# ----------------------------------------------------------------------------------------------------------- identity


def test_the_same_article_twice_is_told_and_used_once(tmp_path):
    write(tmp_path, "a.txt", TEXT)
    write(tmp_path, "b.txt", TEXT)
    batch = read([tmp_path / "b.txt", tmp_path / "a.txt"])
    assert [article.id for article in batch.articles] == ["a"]
    (problem,) = batch.problems
    assert problem.place.endswith("b.txt") and "the same article as" in problem.reason and not problem.is_loss


def test_the_same_words_in_two_outlets_are_two_articles(tmp_path):
    lines = "\n".join(json.dumps({"text": TEXT, "source": outlet}) for outlet in ("Gazette", "Courier"))
    assert len(read([write(tmp_path, "x.jsonl", lines)]).articles) == 2


def test_shared_ids_are_told_apart_in_any_order(tmp_path):
    for folder in "abc":
        write(tmp_path, f"{folder}/story.txt", f"The {folder} burned.")
    folders = [tmp_path / folder for folder in "abc"]
    ids = [article.id for article in read(folders).articles]
    assert len(set(ids)) == 3
    assert read(folders[::-1]) == read(folders)


def test_articles_of_one_file_get_ids_from_what_they_say(tmp_path):
    lines = [json.dumps({"text": f"The {name} burned."}) for name in "abc"]
    first = read([write(tmp_path, "x.jsonl", "\n".join(lines))]).articles
    again = read([write(tmp_path, "y.jsonl", "\n".join(lines[::-1]))]).articles
    assert [article.id for article in first] == [article.id for article in again]


def test_halves_of_surrogate_pairs_are_replaced_place_for_place(tmp_path):
    article = one(write(tmp_path, "x.json", '{"text": "a\\ud800b", "title": "t\\udc00\\u202e"}'))
    assert (article.text, article.title) == ("a\ufffdb", "t\ufffd")
