"""One remark of one speaker, quoted in other words, is found whatever facts its claims are in."""

import attrs
import pytest

from factcheck.comparison import compare
from factcheck.model import Fact, Kind

LEFT = "The harbour board met on Monday. “Why would Tarn not sell that?” Mina Okoro said after the meeting."
RIGHT = "Mina Okoro was asked about the fleet. “Why would Tarn not sell it?” Mina Okoro said."


def apart(corpus):
    """Every claim of a corpus as a fact of its own."""
    return [Fact(f"f{number}", (claim,), "gist") for number, claim in enumerate(corpus.claims)]


def quotes(findings):
    return [finding for finding in findings if finding.kind is Kind.QUOTE]


def test_a_remark_is_compared_where_no_fact_holds_both_claims(read):
    corpus = read(LEFT, RIGHT)
    (finding,) = quotes(compare(apart(corpus), corpus))
    said = {span.article: span.text for span in finding.evidence}
    assert said == {"a": "Why would Tarn not sell that", "b": "Why would Tarn not sell it"}


@pytest.mark.parametrize(
    "right",
    [
        RIGHT.replace("Mina Okoro", "Jonas Wirth"),
        "“Why would Tarn buy a hotel?” Mina Okoro said.",
        RIGHT.replace("sell it", "sell that"),
    ],
)
def test_another_speaker_another_remark_and_the_same_words_are_no_difference(read, right):
    corpus = read(LEFT, right)
    assert quotes(compare(apart(corpus), corpus)) == []


@pytest.mark.parametrize(("few", "articles"), [(24, ["a", "b", "c", "d"]), (1, ["a", "b", "c"])])
def test_of_many_prints_the_first_are_compared(read, monkeypatch, few, articles):
    monkeypatch.setattr("factcheck.comparison.EACH_WITH_EACH", few)
    corpus = read(LEFT, RIGHT, RIGHT, RIGHT)
    (finding,) = quotes(compare(apart(corpus), corpus))
    assert [span.article for span in finding.evidence] == articles


def test_a_remark_in_one_fact_is_told_once(read):
    corpus = read(LEFT, RIGHT)
    whole = [attrs.evolve(apart(corpus)[0], claims=tuple(corpus.claims))]
    assert len(quotes(compare(whole, corpus))) == 1


def test_a_manner_of_speaking_is_no_remark(read, monkeypatch):
    monkeypatch.setattr("factcheck.comparison.speeches.MANNER", 1)
    corpus = read(LEFT, RIGHT)
    assert quotes(compare(apart(corpus), corpus)) == []
