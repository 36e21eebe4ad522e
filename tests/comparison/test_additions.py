"""What one claim adds to another."""

import pytest

from factcheck.comparison import compare
from factcheck.model import Fact, Kind

CORE = "The council of Oruva closed the old bridge"


def details(findings):
    return [finding for finding in findings if finding.kind is Kind.DETAIL]


@pytest.mark.parametrize(
    ("more", "added"),
    [
        (" in 1993", "in 1993"),
        (" to 40 heavy trucks", "to 40 heavy trucks"),
        (" at the request of Ines Carrow", "Ines Carrow"),
        (" due to deep cracks near its northern pillar", "due to deep cracks near its northern pillar"),
    ],
)
def test_what_is_added_is_named(find, more, added):
    (finding,) = details(find(f"{CORE}{more}.", f"{CORE}."))
    assert finding.explanation.startswith("The A Post adds: ")
    assert added in finding.explanation
    assert finding.evidence[0].article == "a" and added in finding.evidence[0].text
    assert finding.evidence[1].text == CORE


def test_what_a_fact_adds_is_told_once(find):
    (finding,) = details(find(f"{CORE} in 1993.", f"{CORE}.", f"{CORE} in 1993 for good."))
    assert finding.explanation == "The A Post and The C Post add: “in 1993”."


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{CORE} recently.", f"{CORE}."),
        (f"{CORE}.", "The bridge of Oruva was closed by the council."),
        ("The dam cost nine million dollars.", "The dam cost 9 million dollars."),
        ("The choir of Lunden sang in Oruva on Monday.", "The mayor opened a new library."),
    ],
)
def test_nothing_is_made_of_other_words_or_of_another_event(find, left, right):
    assert details(find(left, right)) == []


def test_what_the_other_article_prints_as_well_is_no_detail(read):
    corpus = read(f"{CORE} in 1993.", f"{CORE}. {CORE} in 1993.")
    first, second, third = corpus.claims
    assert details(compare([Fact("f", (first, second), ""), Fact("g", (third,), "")], corpus)) == []
