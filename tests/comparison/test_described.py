"""Amounts as reports print them."""

import pytest

from factcheck.comparison.describing import describe_quantity
from factcheck.values.quantity_reading import read_quantities


@pytest.mark.parametrize(
    ("words", "described"),
    [
        ("It took forty minutes.", "40 minutes"),
        ("It is one mile away.", "1 mile"),
        ("It is six feet high.", "6 feet"),
        ("It drove at 90 kilometres per hour.", "90 kilometres per hour"),
        ("It covers 25 square miles.", "25 square miles"),
    ],
)
def test_units_stand_in_the_plural_unless_it_is_one(words, described):
    assert [describe_quantity(quantity) for quantity in read_quantities(words)] == [described]
