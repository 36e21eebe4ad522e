"""Tables, CSV and Markdown."""

import csv
import io
import re
from html import unescape

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ConfigError
from factcheck.reporting import render, render_claims, tabulate
from factcheck.reporting.markdown import escape
from factcheck.reporting.tables import harmless, to_csv


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_finding_is_a_row_with_both_sides(results):
    first = rows(render(results, "csv"))[0]
    assert (first["id"], first["relation"], first["words_a"], first["words_b"]) == (
        "d-dead",
        "conflict",
        "Four",
        "Three",
    )
    assert (first["published_a"], first["published_b"], first["value_b"]) == ("2024-03-12", "", "3")
    assert first["sentence_b"].endswith("the coast guard said.")


@pytest.mark.parametrize(("table", "count"), [("findings", 5), ("facts", 5), ("claims", 11)])
def test_every_table_has_its_rows_and_an_empty_one_its_columns(results, table, count):
    found = tabulate(results, table)
    empty = attrs.evolve(results, findings=(), facts=(), claims=())
    assert len(found) == count
    assert to_csv(empty, table).strip().split(",") == list(found[0])
    assert tabulate(empty, table) == []


def test_there_is_no_other_table(results):
    with pytest.raises(ConfigError, match="claims"):
        tabulate(results, "entities")


def test_pandas_reads_what_csv_reads(results):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO(render_claims(results, "csv")), dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == rows(render_claims(results, "csv"))


@pytest.mark.parametrize("table", ["findings", "facts", "claims"])
def test_every_reader_of_csv_finds_the_values_of_the_table(results, table):
    """Words, whole numbers and truth values as they are; what is missing is an empty cell."""
    pandas = pytest.importorskip("pandas")
    text = to_csv(results, table)
    told = [
        {name: "" if value is None else str(value) for name, value in row.items()} for row in tabulate(results, table)
    ]
    assert rows(text) == told
    frame = pandas.read_csv(io.StringIO(text), dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == told


@given(st.text(st.sampled_from(list("=+-@＝＠|'\"\t\r\n ,;aé0")), max_size=8))
def test_whatever_an_article_says_no_cell_begins_as_a_formula_and_rows_stay_rows(words):
    row = next(csv.reader(io.StringIO(cells(words), newline="")))
    assert len(row) == 2 and row[1] == "next"
    assert not row[0].lstrip().startswith(("=", "+", "-", "@", "＝", "＠"))


def cells(words):
    out = io.StringIO()
    csv.writer(out).writerow([harmless(words), "next"])
    return out.getvalue()


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "'=1", '"=1'])
def test_no_cell_is_taken_for_a_formula(results, evil):
    findings = tuple(attrs.evolve(f, explanation=evil, values=(evil, evil)) for f in results.findings)
    text = render(attrs.evolve(results, findings=findings), "csv")
    for row in rows(text):
        for cell in row.values():
            assert not cell.lstrip(" \t\r\n").startswith(("=", "+", "-", "@", "＝"))


def test_hostile_cells_stay_on_one_line(hostile):
    text = render(hostile, "csv")
    assert len(text.splitlines()) == 6
    assert "\x1b" not in text and "\u202e" not in text


def test_markdown_shows_both_sides_and_marks_the_words(results):
    report = render(results, "markdown")
    assert report.startswith(
        "# Discrepancy report\n\n**2 conflicts**, 1 dispute between speakers, 1 update, 1 refinement"
    )
    assert "> **Lunden Courier**, 2024-03-12, police (not named further):\n" in report
    assert "> <strong>Four</strong> people died" in report
    assert "## Agreements (1)" in report and "## Problems (1)" in report


@pytest.mark.parametrize(
    "evil",
    [
        "<script>",
        "[a](javascript:x)",
        "![a](b)",
        "**b**",
        "# h",
        "- l",
        "1. l",
        "`c`",
        "| a |",
        "&lt;",
        "@all",
        "http://a.b",
        "~~s~~",
        "$x$",
    ],
)
def test_markdown_of_an_article_is_not_markup(evil):
    markdown_it = pytest.importorskip("markdown_it")
    html = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render(escape(evil))
    shown = (
        html.replace("<!-- -->", "")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&amp;", "&")
    )
    assert shown == f"<p>{evil}</p>\n"


def test_hostile_articles_bring_no_tag_into_markdown(hostile):
    report = render(hostile, "markdown")
    for tag in ("<script", "<img", "</style"):
        assert tag not in report
    assert "\x1b" not in report and "\u202e" not in report


def test_a_set_without_agreements_or_problems(results):
    bare = attrs.evolve(results, facts=results.facts[:1], findings=results.findings[:1], problems=())
    report = render(bare, "markdown")
    assert "Agreements" not in report and "Problems" not in report


@given(st.text(st.sampled_from(list("ab1.-+#*_`~|<>&;:!()[]{}\\/\"'=$^@\n\t é…")), max_size=30))
def test_no_words_become_markup(words):
    markdown_it = pytest.importorskip("markdown_it")
    html = markdown_it.MarkdownIt("gfm-like", {"linkify": False}).render("> " + escape(words).strip())
    assert set(re.findall(r"<[^>]*>", html)) <= {"<blockquote>", "</blockquote>", "<p>", "</p>", "<!-- -->"}
    shown = unescape(re.sub(r"<[^>]*>", "", html))
    assert shown.split() == words.split()


def test_each_side_of_a_finding_has_a_row_for_each_place(results):
    rows = [row for row in tabulate(results, "sides") if row["finding"] == "d-dead"]
    told = [(row["side"], row["outlet"], row["value"], row["words"], row["speaker"]) for row in rows]
    assert told == [
        (1, "Lunden Courier", "4", "Four", "police (not named further)"),
        (2, "gazette", "3", "Three", "the coast guard"),
    ]
    texts = {article.id: article.text for article in results.articles}
    assert all(texts[row["article"]][row["start"] : row["end"]] == row["words"] for row in tabulate(results, "sides"))
    assert {row["finding"] for row in tabulate(results, "sides")} == {finding.id for finding in results.findings}
