"""What two descriptions of one person say about each other."""

import pytest

from factcheck.comparison.offices import are_alike, are_rival, office_words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("House Speaker", "Speaker"),
        ("U.N. Ambassador", "the ambassador to the United Nations"),
        ("Senator", "Senate Majority Leader"),
        ("a Democrat", "the mayor of Lund"),
        ("then-director of the yard", "the director of the yard at the time"),
        ("former President", "President"),
        ("former harbour adviser", "the mayor’s first harbour adviser"),
        ("Senate Democratic Leader", "Senate Minority Leader"),
        ("a spokesman for the Orlov office", "a spokesman for the special envoy"),
        ("police spokeswoman", "police spokesman"),
        ("Lunden coach", "the manager of Lunden"),
        ("the outgoing prime minister", "Prime Minister"),
        ("an economist at Norbank", "economist at Norrbank"),
    ],
)
def test_a_form_of_address_an_abbreviation_or_one_word_more_is_the_same_office(left, right):
    assert are_alike(left, right) and are_alike(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("former director of the yard", "director of the yard"),
        ("his former aide", "his former head of press"),
        ("deputy commander of the fleet", "representative of the admiralty"),
        ("the spokesman", "the deputy spokesman for the northern fleet"),
    ],
)
def test_a_past_office_another_office_or_much_more_is_told(left, right):
    assert not are_alike(left, right) and not are_alike(right, left)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("NRB CEO", "the rowing union’s executive director", True),
        ("chief executive of Norbau", "Norbau president", True),
        ("chief executive", "the president", True),
        ("chief executive of Norbau", "president of the rowing club", False),
        ("president and chief executive of Norbau", "chief executive of Norbau", False),
        ("former president of Norbau", "chief executive of Norbau", False),
        ("chairman of Norbau", "chief executive of Norbau", False),
    ],
)
def test_two_posts_at_the_head_of_one_body_are_for_two_people(left, right, expected):
    assert are_rival(left, right) is expected and are_rival(right, left) is expected


def test_which_country_an_office_is_of_says_nothing():
    assert office_words("the Ukrainian defence minister") == {"defence", "minister"}
