"""One thing put in two ways is no conflict: a denial and a "not", a month and a day of it whose year is inferred."""

from datetime import date

import pytest

from factcheck.model import Between, Difference, Kind


def conflicts(findings):
    return [finding.kind for finding in findings if finding.relation is Difference.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The minister denied that she had received money from the company.",
            "The minister did not receive money from the company, she said.",
        ),
        (
            "The minister denied receiving money from the company.",
            "The minister did not receive money from the company.",
        ),
        (
            "The company rejected claims that it had bribed officials.",
            "The company said it had not bribed officials.",
        ),
    ],
)
def test_a_denial_is_what_the_other_says_did_not_happen(find, left, right):
    assert conflicts(find(left, right)) == []


def test_what_is_said_and_denied_is_a_conflict(find):
    said, denied = "The company said it had bribed officials.", "The company said it had not bribed officials."
    assert conflicts(find(said, denied)) == [Kind.POLARITY]


def test_a_month_and_a_day_of_it_are_one_date_whatever_year_is_inferred(find):
    month = "The king will visit Madrid in May, the palace said."
    day = "The palace announced a royal visit to Madrid on May 14."
    found = find(month, day, days=(date(2024, 3, 12), date(2024, 3, 12)))
    assert conflicts(found) == []
    assert Kind.TIME in {finding.kind for finding in found}


def test_two_days_of_a_month_are_a_conflict(find):
    found = find("The king will visit Madrid on May 14.", "The king will visit Madrid on May 16.")
    assert conflicts(found) == [Kind.TIME]


def test_who_a_pronoun_was_taken_for_makes_no_dispute_of_one_utterance(find):
    left = (
        "Paul Dreve came to Oruva on Monday.\n\n"
        "“The council will never again sell a single ship of the old harbour fleet,” he said."
    )
    right = "“The council will never again sell any single ship of the old harbour fleet,” Mina Okoro said on Monday."
    (finding,) = [each for each in find(left, right) if each.kind is Kind.QUOTE]
    assert finding.between is Between.OUTLETS
    assert "Dreve" not in finding.explanation
