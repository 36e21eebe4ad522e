"""Times of other news, British and translated, and shares of a whole that only look like one."""

from datetime import date

import pytest

from factcheck.values.time_reading import read_times

WEDNESDAY = date(2022, 10, 19)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The siren sounded at 10:15 on Saturday morning.",
            ["10:15 2022-10-15T10:15", "Saturday morning 2022-10-15TMO"],
        ),
        ("He fell last Friday night at 11.30pm.", ["last Friday night 2022-10-14TNI", "11.30pm 2022-10-14T23:30"]),
        ("Polling day is 5 November.", ["5 November 2022-11-05"]),
        ("It opened on 5 Nov.", ["5 Nov. 2022-11-05"]),
        ("The talks will be held this Sunday.", ["this Sunday 2022-10-23"]),
        ("More than three quarters of voters agreed.", []),
        ("It shrank for three quarters.", ["three quarters P3Q"]),
    ],
)
def test_times_of_other_news(text, found):
    assert [f"{time.span.text} {time.value}" for time in read_times(text, WEDNESDAY)] == found
