"""One amount, office or place that both sides put in their own way, and two events that only look like one."""

import pytest

from factcheck.comparison import compare
from factcheck.comparison.offices import are_alike, are_rival
from factcheck.config import Settings
from factcheck.model import Difference, Fact, Kind, Pair


def kinds(findings, relation):
    return [finding.kind for finding in findings if finding.relation is relation]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The two ministers met in Vienna to discuss grain.",
            "The two ministers met in the Austrian capital to discuss grain.",
        ),
        ("The storm killed three people in northern Italy.", "The storm killed three people in Genoa."),
    ],
)
def test_a_place_that_is_only_described_may_be_the_same(find, left, right):
    findings = find(left, right)
    assert kinds(findings, Difference.CONFLICT) == []
    assert kinds(findings, Difference.REFINEMENT) == [Kind.PLACE]


def test_a_place_described_as_in_another_country_is_another(find):
    left, right = (
        "The two ministers met in Vienna to discuss grain.",
        "The two ministers met in the Hungarian capital to discuss grain.",
    )
    assert kinds(find(left, right), Difference.CONFLICT) == [Kind.PLACE]


def test_three_things_exchanged_are_two_events(find):
    left = "Thieves stole a painting from a gallery in Lisbon on Monday."
    right = "Thieves stole a statue from a museum in Porto on Monday."
    assert kinds(find(left, right), Difference.CONFLICT) == []


def test_a_share_of_a_count_is_no_other_count(find):
    left = "More than half of the 120 passengers were children."
    right = "At least 70 of the 120 passengers were children."
    assert kinds(find(left, right), Difference.CONFLICT) == []


@pytest.mark.parametrize(
    ("amount", "settings"), [("more than $300", Settings()), ("about $313", Settings(min_confidence=0.0))]
)
def test_a_rounded_amount_is_told_where_both_are_one_fact(read, amount, settings):
    corpus = read(f"The couple spent {amount} on toys in the north.", "In the north $313 also went to toys.")
    left, right = (
        next(each for each in corpus.claims.values() if each.article == key and each.quantities) for key in "ab"
    )
    fact = Fact("f", (left.id, right.id), "gist", pairs=(Pair(left.id, right.id, 0.9),))
    findings = compare([fact], corpus, settings)
    assert [finding.kind for finding in findings if finding.relation is Difference.REFINEMENT] == [Kind.QUANTITY]
    if settings.min_confidence == 0.0:
        assert compare([fact], corpus) == ()  # nobody wants to know that it is only about so


def test_of_two_sums_that_may_be_one_the_better_fitting_is_told(find):
    left = "The decree lets the ministry divert $3 billion from the building budget of the army to the canal."
    right = (
        "The ministry can divert about $3.6 billion from the building budget of the army to the canal, along with "
        "another $2.6 billion that the ministry had kept for the fight against smugglers."
    )
    told = {span.text for each in find(left, right) if each.kind is Kind.QUANTITY for span in each.evidence}
    assert told and not any("2.6" in words for words in told)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("a spokesman for Norbau", "the spokesman"),
        ("the chief of staff", "Council chief of staff"),
        ("Defence Secretary", "a retired general"),
        ("Norbau's first director", "director of Norbau"),
    ],
)
def test_more_of_the_same_office_or_another_thing_altogether_is_not_told(left, right):
    assert are_alike(left, right) and are_alike(right, left)


def test_a_deputy_does_not_hold_the_office():
    assert are_rival("Mayor", "the deputy mayor") and are_rival("vice president", "president")


def test_who_acts_may_stand_outside_what_the_clause_says(find):
    left = "Rep. Lora Sandor won the race for vice chairman of the caucus, defeating Dana Lind of Oruva."
    right = "Rep. Linda Sandor of Brack defeated Dana Lind of Oruva in a close race for vice chairman of the caucus."
    assert Kind.NAME in kinds(find(left, right), Difference.CONFLICT)
