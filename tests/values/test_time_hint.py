"""The cheap look for times misses none that the grammar finds."""

import pytest

from factcheck.values.time_hint import can_hold_time
from factcheck.values.time_reading import read_times

TIMES = [
    "on Monday",
    "in mid-January",
    "last fall",
    "the first of May",
    "two hrs later",
    "at noon",
    "now",
    "so far",
    "every time",
    "in the twenties",
    "half a century",
    "three o'clock",
    "Christmas Eve",
    "recently",
    "a while ago",
    "in '82",
    "at 5 p.m.",
    "a yearlong siege",
    "a quarter of an hour",
    "next weekend",
    "at dawn",
    "the day before yesterday",
    "once a week",
]


@pytest.mark.parametrize("words", TIMES)
def test_a_sentence_with_a_time_is_read(words):
    assert can_hold_time(f"The dam broke {words}.")


@pytest.mark.parametrize("sentence", ["The ministers agreed on a plan.", "The market for salt has collapsed.", ""])
def test_a_sentence_that_is_not_read_holds_no_time(sentence):
    assert not can_hold_time(sentence)
    assert read_times(sentence) == ()
