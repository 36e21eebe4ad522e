"""What a later article counts more of is an update of what an earlier one had."""

from datetime import date

import pytest

from factcheck.model import Difference, Kind

DAYS = (date(2024, 8, 5), date(2024, 8, 6))


def amounts(find, left, right, days=DAYS):
    return [each for each in find(left, right, days=days) if each.kind is Kind.QUANTITY]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        pytest.param(
            "The fire in the hills of Olvar destroyed more than 120 homes, the rangers said.",
            "The fire in the hills of Olvar destroyed 140 homes, the rangers said.",
            id="a bound, then more",
        ),
        pytest.param(
            "Some rangers and 14 aircraft are fighting the fire in the hills of Olvar.",
            "Some rangers and 16 aircraft are fighting the fire in the hills of Olvar.",
            id="what goes on",
        ),
        pytest.param(
            "At least three people were killed by the fire in the hills of Olvar, the rangers said.",
            "Four people were killed by the fire in the hills of Olvar, the rangers said.",
            id="the dead",
        ),
    ],
)
def test_more_a_day_later_is_an_update(find, left, right):
    found = amounts(find, left, right)
    assert [(each.relation, each.is_update) for each in found] == [(Difference.REFINEMENT, True)]


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        pytest.param(
            "The rangers of Olvar bought 14 aircraft for the fight against fires in the hills.",
            "The rangers of Olvar bought 16 aircraft for the fight against fires in the hills.",
            DAYS,
            id="what was done once",
        ),
        pytest.param(
            "Some rangers and 16 aircraft are fighting the fire in the hills of Olvar.",
            "Some rangers and 14 aircraft are fighting the fire in the hills of Olvar.",
            DAYS,
            id="less",
        ),
        pytest.param(
            "Some rangers and 14 aircraft are fighting the fire in the hills of Olvar.",
            "Some rangers and 16 aircraft are fighting the fire in the hills of Olvar.",
            DAYS[:1] * 2,
            id="on one day",
        ),
    ],
)
def test_something_else_is_a_conflict(find, left, right, days):
    assert [each.relation for each in amounts(find, left, right, days)] == [Difference.CONFLICT]
