"""Pairs of sentences with what an editor finds between them."""

import tomllib
from pathlib import Path

import pytest

from factcheck.model import Between, Difference, Finding, Kind

PAIRS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text(encoding="utf-8"))["pair"]


def said(findings: tuple[Finding, ...]) -> str:
    relations = {finding.relation for finding in findings}
    if Difference.CONFLICT in relations:
        return "conflict"
    return "refinement" if relations else "agree"


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['a'][:30]}... {pair['expect']}")
def test_what_is_found_is_what_an_editor_finds(pair, find):
    findings = find(pair["a"], pair["b"])
    if pair["expect"] == "not conflict":
        assert said(findings) != "conflict", [finding.explanation for finding in findings]
    else:
        assert said(findings) == pair["expect"]
    if "kind" in pair:
        assert pair["kind"] in {finding.kind.value for finding in findings}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["b"][:30])
def test_the_order_of_the_articles_changes_no_verdict(pair, find):
    there = [(f.kind, f.relation, f.severity) for f in find(pair["a"], pair["b"])]
    back = [(f.kind, f.relation, f.severity) for f in find(pair["b"], pair["a"])]
    assert sorted(there) == sorted(back)


def test_a_caption_printed_twice_with_another_word_is_told_of_one_article(find):
    caption = "A fisherman mends his nets after the storm in the {} of Tarvik, on the coast of Ostan"
    findings = find(caption.format("city") + "\n\n" + caption.format("town") + "\n\n" + caption.format("town"))
    (finding,) = [each for each in findings if each.between is Between.WITHIN]
    assert (finding.kind, finding.relation) == (Kind.DETAIL, Difference.REFINEMENT)
    assert [span.text for span in finding.evidence] == ["city", "town"]


def test_an_article_does_not_differ_from_its_copy(find):
    text = "The fire killed 12 miners in Oruva on Monday. “We could not reach them in time,” Ines Carrow said."
    assert find(text, text) == ()
    assert find(text + "\n\n" + text) == ()
