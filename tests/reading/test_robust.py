"""Whatever lies in a file: an article or a problem, never a crash, and never a changed text."""

import json
import string
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import read
from factcheck.reading.files import FORMATS

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["text", "maintext", "title", "date", "published", "source", "url", "id", "articles", "format"])
RECORDS = st.dictionaries(KEYS | st.text(max_size=5), VALUES, max_size=6)


def read_one(suffix, data):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{suffix}"
        path.write_bytes(data)
        return read([path])


@pytest.mark.parametrize("suffix", [s for s in FORMATS if FORMATS[s] != "html"])
@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=80) | st.text(string.printable, max_size=80).map(str.encode))
def test_any_bytes_give_an_article_or_a_problem(suffix, data):
    batch = read_one(suffix, data)
    assert batch.articles or batch.problems


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=60) | st.text("<>/abp \n&;!-=\"'", max_size=60).map(str.encode))
def test_any_page_gives_an_article_or_a_problem(data):
    batch = read_one(".html", b"<html><body>" + data)
    assert batch.articles or batch.problems


@settings(max_examples=150, deadline=None)
@given(RECORDS | st.lists(RECORDS, max_size=3) | VALUES)
def test_any_json_gives_an_article_or_a_problem(data):
    text = json.dumps(data)
    for suffix in (".json", ".jsonl"):
        batch = read_one(suffix, text.encode())
        assert batch.articles or batch.problems
        for article in batch.articles:
            article.text.encode("utf-8")
            assert article.id
            assert article.title.isprintable() and article.source.isprintable()


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200))
def test_a_text_comes_back_as_it_is(text):
    batch = read_one(".txt", text.encode("utf-8"))
    if text.strip().lstrip("\ufeff").strip():
        assert [article.text for article in batch.articles] == [text.removeprefix("\ufeff")]
