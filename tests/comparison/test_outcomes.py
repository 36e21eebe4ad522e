"""Ends that exclude each other, told of the same one."""

from factcheck.comparison import compare
from factcheck.model import Difference, Fact, Kind

FIRED = "The ferry line fired Paul Dreve in March."
LEFT = "Paul Dreve stepped down after the wreck of the Tern."


def apart(corpus):
    """Every claim as a fact of its own."""
    return [Fact(f"f{number}", (claim,), "") for number, claim in enumerate(corpus.claims)]


def events(findings):
    return [finding for finding in findings if finding.kind is Kind.EVENT]


def test_what_happens_once_is_found_in_whatever_facts_it_is_told(read):
    corpus = read(FIRED, LEFT)
    (finding,) = events(compare(apart(corpus), corpus))
    assert finding.relation is Difference.CONFLICT
    assert [span.text for span in finding.evidence] == ["fired", "stepped down"]


def test_one_end_in_three_facts_is_told_once(read):
    corpus = read(FIRED, LEFT, "For drinking on duty the owners fired Paul Dreve.")
    (finding,) = events(compare(apart(corpus), corpus))
    assert finding.explanation == (
        "They differ in what happened: The A Post and The C Post have “fired”, The B Post has “stepped down”."
    )


def test_whom_is_who_was_named_last(read):
    corpus = read("The town mourned with Paul Dreve, whom the ferry line fired in March.", LEFT)
    (finding,) = events(compare(apart(corpus), corpus))
    assert finding.evidence[0].text == "fired"


def test_one_article_may_tell_both(read):
    corpus = read(f"{FIRED} {LEFT}")
    assert events(compare(apart(corpus), corpus)) == []


def test_what_can_happen_more_than_once_needs_one_fact(find, read):
    won = "Ines Carrow won the seat of Oruva in the northern council on Sunday."
    lost = "By nine votes Ines Carrow lost the council race for the northern seat of Oruva."
    corpus = read(won, lost)
    assert not [each for each in events(compare(apart(corpus), corpus)) if each.rule == "compare_outcomes"]
    (finding,) = events(find(won, lost))
    assert [span.text for span in finding.evidence] == ["won", "lost"]
