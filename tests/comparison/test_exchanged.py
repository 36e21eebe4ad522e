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
    ],
)
def test_a_number_in_the_place_of_a_year_and_a_name_read_as_a_noun_are_told(read, left, right, kind):
    assert conflicts(read, left, right) in ([kind], [Kind.NAME])
