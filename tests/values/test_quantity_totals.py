"""Amounts that stand away from what they count."""

import pytest

from factcheck.values import read_quantities
from factcheck.values.quantity import Bound

TOTALS = [
    ("The number of dead in the accident on the lake stands at 23.", "", "dead"),
    ("He put the number of people killed at 29.", "", "dead"),
    ("The death toll rose to at least 40 on Monday.", "", "dead"),
    ("The number of visitors rose to 12,000.", "visitor", ""),
    ("The number of new cases is five.", "case", ""),
]


@pytest.mark.parametrize(("text", "counted", "state"), TOTALS)
def test_a_total_counts_what_its_noun_names(text, counted, state):
    (quantity,) = read_quantities(text)
    assert (quantity.counted, quantity.state, quantity.dimension) == (counted, state, "count")


@pytest.mark.parametrize(
    "text", ["The number of talks is known. 40 came.", "The music of 12 was loud.", "Trains leave at 9."]
)
def test_a_number_behind_another_noun_is_no_total(text):
    assert not any(quantity.state or quantity.counted for quantity in read_quantities(text))


def test_a_birthday_tells_an_age():
    (quantity,) = read_quantities("On Sunday Ida Moor celebrated her 104th birthday.")
    assert (quantity.low, quantity.dimension, quantity.span.text) == (104, "age", "104th birthday")
    assert read_quantities("It was the 250th birthday of the town.") == ()


def test_what_goes_up_to_an_amount_is_that_amount():
    (quantity,) = read_quantities("The duty goes up to 25 percent.")
    assert (quantity.bound, quantity.span.text) == (Bound.EXACT, "25 percent")
    (quantity,) = read_quantities("They ask for up to 25 percent.")
    assert quantity.bound is Bound.BELOW
