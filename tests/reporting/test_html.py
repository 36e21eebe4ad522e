"""The page: one file that shows everything, asks nobody for anything, and trusts no article."""

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest

from factcheck.model import BlockKind, Copying, Difference, Problem
from factcheck.reporting import render
from factcheck.reporting.board import LONGEST, WIDEST, WORDY
from factcheck.reporting.html import ARTICLES, FACTS, anchor, web_address
from factcheck.reporting.matrix import Stand, Stands
from factcheck.reporting.timeline import tracks
from factcheck.reporting.view import View
from factcheck.reporting.worddiff import diff_quotations

VOID = {"meta", "br", "input", "img", "link", "hr"}


class Page(HTMLParser):
    """Every element with its attributes and text, and whether tags are balanced."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.text = [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        where = self.open[-1] if self.open else ""
        self.text.setdefault(where, []).append(data)

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module")
def page(results):
    return Page(render(results, "html"))


@pytest.fixture(scope="module")
def hostile_page(hostile):
    return Page(render(hostile, "html"))


def test_links_inside_the_page_lead_somewhere(page, hostile_page):
    for one in (page, hostile_page):
        ids = [attributes["id"] for _, attributes in one.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        inside = {a["href"][1:] for a in one.all("a") if a["href"].startswith("#")}
        assert inside <= set(ids)


def test_the_page_asks_nobody_for_anything(page, hostile_page):
    for one in (page, hostile_page):
        for tag, attributes in one.elements:
            assert tag not in {"img", "iframe", "object", "embed", "link", "base", "video", "audio", "source"}
            assert not {name for name in attributes if name.startswith("on") or name in {"style", "src", "srcset"}}
        for link in one.all("a"):
            assert link["href"].startswith(("#", "https://"))
        assert len(one.all("script")) == len(one.all("style")) == 1


def test_the_policy_lets_its_own_style_and_script_through_and_nothing_else(page):
    (policy,) = [m["content"] for m in page.all("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    for tag in ("style", "script"):
        content = "".join(page.text[tag])
        assert f"{tag}-src 'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}';" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy and "*" not in policy


def test_a_hostile_article_changes_words_only(page, hostile_page):
    """The same elements in the same order: whatever an article says stays text."""
    dull = {
        "a",
        "p",
        "summary",
        "dt",
        "dd",
        "th",
        "td",
        "option",
        "li",
        "h3",
        "span",
        "code",
        "b",
        "q",
        "em",
        "time",
        "del",
        "ins",
    }
    assert [t for t, _ in hostile_page.elements if t not in dull] == [t for t, _ in page.elements if t not in dull]
    words = "".join("".join(texts) for texts in hostile_page.text.values())
    assert "<script>alert(1)</script>" in words and "{{ 7*7 }}" in words
    for control in "\x00\x1b\u202e":
        assert control not in words


def test_both_sentences_stand_with_their_deciding_words_marked(page):
    quantity, quotation, polarity = (
        ["Four", "Three"],
        ["all", "everybody", "everything", "everyone"],
        ["switched off", "denied"],
    )
    assert page.text["mark"] == [*quantity, *quotation, *polarity, "Three", "Five", "212", "more than 200"]
    assert (page.text["del"], page.text["ins"]) == (["all", "everybody"], ["everything", "everyone"])


def test_what_is_not_known_is_said(results):
    html = render(results, "html")
    assert "date unknown" in html and "outlet unknown" in html
    assert "“He” (who is meant is not resolved)" in html
    assert "For 1 claim it is not resolved who speaks" in html


def test_headings_landmarks_tables_and_language(page):
    assert page.all("html") == [{"lang": "en"}]
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("header")) == len(page.all("footer")) == 1
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("scope" in cell for cell in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


def test_only_web_addresses_become_links():
    assert web_address("https://a.example/x") and web_address("http://a.example")
    for url in (
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "data:text/html,x",
        "//a.example",
        "https:",
        "http://[",
        "https://a\n.example",
        "",
    ):
        assert web_address(url) == ""


def test_anchors_are_plain_and_differ():
    assert anchor("fact", "f-1") == "fact-f-1"
    odd = {anchor("fact", id_) for id_ in ("a b", "a\x00b", '"', "\ud800", "x" * 100)}
    assert len(odd) == 5 and all(re.fullmatch(r"fact-[0-9a-f]{16}", one) for one in odd)


def test_the_matrix_says_how_each_article_stands(results):
    view = View(results)
    rows = {row.fact.id: [str(stand) for _, stand in row.cells] for row in Stands(view).rows(results.facts)}
    assert rows == {
        "f-dead": ["conflicts", "conflicts", "updates"],
        "f-aboard": ["refines", "refines", "silent"],
        "f-quote": ["conflicts", "conflicts", "silent"],
        "f-alarm": ["disputed", "disputed", "silent"],
        "f-port": ["silent", "copied", "copied"],
    }
    apart = attrs.evolve(results, origins=attrs.evolve(results.origins, copyings=()))
    assert [str(stand) for _, stand in Stands(View(apart)).rows(results.facts[-1:])[0].cells] == [
        "silent",
        "states",
        "states",
    ]
    assert len({stand.symbol for stand in Stand}) == len(Stand)


def test_values_in_the_order_of_publication_undated_last(results):
    found = {
        track.fact.id: [(entry.article.id, entry.value) for entry in track.entries] for track in tracks(View(results))
    }
    assert found["f-dead"] == [("courier", "4"), ("times", "5"), ("gazette", "3")]


def test_a_word_diff_needs_two_versions_of_one_utterance(results):
    view = View(results)
    exhibits = {finding.id: view.exhibit(finding) for finding in results.findings}
    changes = diff_quotations(exhibits["d-quote"])
    assert "".join(c.left for c in changes) == "We did all we could to bring everybody home,"
    assert "".join(c.right for c in changes) == "We did everything we could to bring everyone home,"
    assert diff_quotations(exhibits["d-dead"]) == []
    other = attrs.evolve(exhibits["d-dead"], finding=exhibits["d-quote"].finding)
    assert diff_quotations(other) == []


def many(results, count):
    """The same results, with copies of the first article and of the findings."""
    first = results.articles[0]
    copies = tuple(attrs.evolve(first, id=f"copy-{n:03}", source=f"Outlet {n}") for n in range(count))
    findings = tuple(attrs.evolve(results.findings[0], id=f"d-{n:03}") for n in range(count))
    return attrs.evolve(results, articles=(*results.articles, *copies), findings=(*results.findings, *findings))


def test_long_lists_are_folded_and_wide_tables_hold_the_most_telling(results):
    page = Page(render(many(results, ARTICLES + 20), "html"))
    assert [table for table in page.all("table") if table.get("class") == "matrix narrow"]
    assert len([cell for cell in page.all("th") if cell.get("class") == "one"]) == WIDEST
    assert len([d for d in page.all("details") if d.get("class") == "more"]) > 3
    assert not [d for d in page.all("details") if d.get("class") == "article" and "open" in d]


def test_a_table_of_few_articles_has_the_word_in_every_cell(results):
    assert 'class="matrix"' in render(many(results, WORDY - 3), "html")
    wide = render(many(results, WORDY - 2), "html")
    assert 'class="matrix narrow"' in wide and '<span class="heard">conflicts</span>' in wide


def test_articles_without_blocks_problems_or_findings(results):
    bare = attrs.evolve(results, blocks={}, findings=(), problems=(), facts=results.facts[-1:])
    html = render(bare, "html")
    assert "The articles agree in all 1 facts" in html
    assert "What could not be read" not in html
    assert "No fact is stated by more than one article." in render(attrs.evolve(bare, facts=()), "html")
    none = dict.fromkeys(("facts", "claims", "mentions"), ())
    alone = attrs.evolve(bare, articles=bare.articles[:1], origins=type(bare.origins)((), ()), **none)
    assert "nothing to compare it with" in render(alone, "html")


def test_furniture_is_shown_as_what_it_is(results):
    assert results.blocks["gazette"][-1].kind is BlockKind.CREDIT
    assert '<p class="credit"><span class="kind">credit</span>' in render(results, "html")


def test_one_dispatch_is_named(results):
    same = Copying("gazette", "times", "same", 1.0, results.origins.copyings[0].passages)
    html = render(attrs.evolve(results, origins=attrs.evolve(results.origins, copyings=(same,))), "html")
    assert "100% of the shorter text; one dispatch" in html


def test_a_notebook_gets_a_small_safe_table(results, hostile):
    fragment = render(results, "notebook")
    assert fragment.startswith("<div>") and len(fragment) < 6000
    Page(fragment)
    evil = render(hostile, "notebook")
    assert "<script" not in evil and "<img" not in evil and "<style" not in evil


def test_a_long_word_and_a_strange_id_do_no_harm(results):
    long = attrs.evolve(
        results,
        articles=tuple(attrs.evolve(a, title="w" * 10_000) for a in results.articles),
        problems=(Problem("x" * 10_000, "y"),),
    )
    assert len(render(long, "html")) < 120_000
    refinements = tuple(attrs.evolve(f, relation=Difference.REFINEMENT) for f in results.findings)
    assert "<b>0</b> conflicts" in render(attrs.evolve(results, findings=refinements), "html")


def test_facts_are_folded_beyond_what_one_reads(results):
    copies = tuple(attrs.evolve(results.facts[-1], id=f"f-{n:03}") for n in range(FACTS + LONGEST))
    html = render(attrs.evolve(results, facts=(*results.facts, *copies)), "html")
    assert f'<details class="all"><summary>1–{FACTS} of' in html and html.count('<details class="all">') == 3
    assert f"each article stands to the first {LONGEST} of the {len(copies) + len(results.facts)} facts" in html


def test_a_very_large_set_is_not_told_twice(results):
    """Beyond some hundred facts each names the places of its claims, whose words stand in the articles."""
    fact = results.facts[0]
    many = attrs.evolve(results, facts=(*results.facts, *(attrs.evolve(fact, id=f"f-{n}") for n in range(301))))
    small, large = Page(render(results, "html")), Page(render(many, "html"))
    claims = [f"#claim-{id_}" for id_ in fact.claims]
    for page in (small, large):
        assert set(claims) <= {a.get("href") for a in page.all("a")}
    assert small.all("q") and not large.all("q")
    assert "2 claims: " in render(many, "html") and "2 claims: " not in render(results, "html")
