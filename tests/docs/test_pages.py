"""What the pages show is what happens: their Python runs, and their commands print what stands there."""

import re

import doc_pages
import pytest
from doc_pages import FENCED, PAGES, ROOT, blocks, make_folder, run_commands, run_python


def named(*pages):
    return [pytest.param(page, id=page.name) for page in pages]


@pytest.mark.parametrize("page", named(*(p for p in PAGES if blocks(p, "python") or ">>>" in p.read_text())))
def test_the_python_of_the_page_runs_and_shows_what_it_says(page, tmp_path, monkeypatch, seeds):
    make_folder(tmp_path)
    monkeypatch.chdir(tmp_path)
    differences = run_python(page, {"result": seeds})
    assert not differences, differences


@pytest.mark.parametrize("page", named(*(page for page in PAGES if blocks(page, "console"))))
def test_the_commands_of_the_page_print_what_it_says(page, tmp_path):
    make_folder(tmp_path)
    wrong = [
        f"$ {command}\n{printed}"
        for block in blocks(page, "console")
        for command, expected, printed in run_commands(block, tmp_path)
        if not doc_pages.is_same(expected, printed)
    ]
    assert not wrong, "python tests/docs/doc_pages.py writes what is printed now:\n" + "\n".join(wrong)


def test_a_block_that_is_not_to_be_run_and_other_languages_are_left_alone(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\nx = 1\n```\n\n<!-- not run -->\n\n```python\n1 / 0\n```\n\n```toml\ny = 2\n```\n")
    assert blocks(page, "python") == ["x = 1\n"]
    assert run_python(page, {}) == ""


def test_wrong_examples_and_wrong_output_are_noticed(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```python\n>>> 1 + 1\n3\n```\n\n    >>> 2 + 2\n    5\n")
    assert run_python(page, {}).count("Expected:") == 2
    (told,) = run_commands("$ echo one; echo two\none\n...\nthree\n", tmp_path)
    assert told == ("echo one; echo two", "one\n...\nthree\n", "one\ntwo\n")
    assert not doc_pages.is_same(*told[1:]) and doc_pages.is_same("one\n...\n", told[2])


def test_updating_writes_what_is_printed_and_keeps_what_is_right(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("A\n\n```console\n$ ls\n...\n$ echo new; echo 5 more\nold\n... more\n```\n\nZ\n")
    doc_pages.update(page)
    assert page.read_text() == "A\n\n```console\n$ ls\n...\n$ echo new; echo 5 more\nnew\n... more\n```\n\nZ\n"


def test_every_page_stands_in_the_navigation_and_every_link_leads_somewhere():
    listed = set(re.findall(r"[\w-]+\.md", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")))
    assert listed == {page.name for page in PAGES if page.parent.name == "docs"}
    for page in PAGES:
        text = FENCED.sub("", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([\w./-]+\.md)(?:#[\w-]+)?\)", text):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"
