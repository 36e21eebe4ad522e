"""What one speaker says of somebody and another denies, in facts of their own."""

import pytest

from factcheck.comparison import compare
from factcheck.model import Between, Difference, Fact, Kind

SAID = "Mina Okoro said on Monday that Oruva is plotting to raid the port of Brack."
DENIED = "Jonas Wirth said on Tuesday that Oruva is not planning any raid on Brack."


@pytest.fixture(scope="module")
def disputes(read):
    """The conflicts of polarity between texts whose claims are each a fact of its own."""

    def of(*texts):
        corpus = read(*texts)
        facts = [Fact(f"f{number:02}", (claim,), "gist") for number, claim in enumerate(corpus.claims)]
        found = [each for each in compare(facts, corpus) if each.kind is Kind.POLARITY]
        return [(each, corpus.claims) for each in found]

    return of


@pytest.mark.parametrize("texts", [(SAID, DENIED), (f"{SAID} It rained. {DENIED}",)])
def test_what_another_denies_is_a_dispute_of_speakers(disputes, texts):
    ((finding, claims),) = disputes(*texts)
    assert (finding.relation, finding.between) == (Difference.CONFLICT, Between.SPEAKERS)
    assert [span.text for span in finding.evidence] == ["plotting", "not planning"]
    assert "Mina Okoro (in The A Post)" in finding.explanation and "Jonas Wirth" in finding.explanation
    assert claims[finding.claims[1]].is_negated


def test_it_is_told_with_what_denies_it(read):
    corpus = read(SAID, DENIED)
    facts = [Fact(f"f{number:02}", (claim,), "gist") for number, claim in enumerate(corpus.claims)]
    (finding,) = [each for each in compare(facts, corpus) if each.kind is Kind.POLARITY]
    (told,) = [fact for fact in facts if fact.id == finding.fact]
    assert all(corpus.claims[claim].is_negated for claim in told.claims)


def test_who_denies_that_it_is_so_disputes_it(disputes):
    ((finding, _),) = disputes(SAID, "Jonas Wirth denied on Tuesday that Oruva plotted a raid on Brack.")
    assert finding.between is Between.SPEAKERS


@pytest.mark.parametrize(
    "denied",
    [
        DENIED.replace("Oruva", "Lunden"),  # of another one
        DENIED.replace(" on Brack", ""),  # nobody else named
        DENIED.replace("Jonas Wirth", "Mina Okoro"),  # she may have changed her mind
        DENIED.replace("planning any raid", "buying a ship"),  # another deed
        DENIED.replace("is not planning", "may not plan"),
    ],
)
def test_another_deed_another_one_and_what_only_may_be_are_no_dispute(disputes, denied):
    assert disputes(SAID, denied) == []
