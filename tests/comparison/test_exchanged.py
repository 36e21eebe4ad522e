"""Near copies: what the exchanged words are, and what two ways to write one thing are not."""

import pytest

from factcheck.comparison import compare
from factcheck.matching import match
from factcheck.model import Difference, Kind


def conflicts(read, *texts):
    """The kinds of the conflicts between two texts."""
    corpus = read(*texts)
    return [each.kind for each in compare(match(corpus), corpus) if each.relation is Difference.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The forest loses between 10 and 30 million trees a year, the rangers of Olvar said.",
            "The forest loses between 10 and 30,000,000 trees a year, the rangers of Olvar said.",
        ),
        (
            "The council gave 300 dollars to every farmer whose barn had burnt in May.",
            "The council gave more than 290 dollars to every farmer whose barn had burnt in May.",
        ),
    ],
)
def test_another_way_to_write_a_number_or_a_hedge_that_only_one_has_is_no_conflict(read, left, right):
    assert conflicts(read, left, right) == []


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The oldest bones on the island were found in a cave as early as 1911, but little was dug up since.",
            "The oldest bones on the island were found in a cave as early as 3911, but little was dug up since.",
            Kind.QUANTITY,
        ),
        (
            "Kuwait becomes the third country on the gulf where fishermen may vote on quotas.",
            "Varna becomes the third country on the gulf where fishermen may vote on quotas.",
            Kind.PLACE,
        ),
        (
            "A Norwegian was found in the lake beside the old mill of Olvar on the first day of June.",
            "A Swedish man was found in the lake beside the old mill of Olvar on the first day of June.",
            Kind.PLACE,
        ),
        (
            "The locks let the captains pass the northern narrows and reach the town at night.",
            "The locks let the captains pass the northern narrows but prevent them from reaching the town at night.",
            Kind.POLARITY,
        ),
        (
            "The fever was no danger to horses until 1907, after an outbreak in the port of Tarvik.",
            "The fever was no danger to pigeons until a 1907 outbreak in the port of Tarvik.",
            Kind.EVENT,
        ),
    ],
)
def test_what_stands_in_the_place_of_something_else_is_told(read, left, right, kind):
    assert conflicts(read, left, right) in ([kind], [Kind.NAME])


def test_a_name_that_stands_twice_is_one_name(read):
    left = "On the eve of the feast the fishermen of Norway poured barrels of red paint on the road before the mill."
    right = (
        "On the eve of the feast the fishermen of Chile spilled barrels of red paint on the road before the mill "
        "in memory of the drowned people of Chile."
    )
    assert conflicts(read, left, right) == [Kind.PLACE]


def test_two_prints_of_one_text_that_differ_in_a_name_and_an_amount_are_about_one_event(read):
    more = "The yard is looking for buyers of its oldest ferry, which has lain in the port for a year."
    left = f"The yard sold two MV-4 boats to Lund for 300 crowns in May and built a new slip. {more}"
    right = f"The yard sold two MV-5 boats to Lund for 900 crowns in May and built a new slip. {more}"
    assert Kind.QUANTITY in conflicts(read, left, right)


def test_two_weekdays_of_no_known_week_are_two_days(read):
    left = "The council is printing bold plans Thursday for how it will raise the money to mend the sea wall of Olvar."
    right = "The council printed new sketches Monday of how it will raise the money to mend the sea wall of Olvar."
    assert conflicts(read, left, right) == [Kind.TIME]
