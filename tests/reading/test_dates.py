"""Dates of publication, understood or refused, never completed."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.reading.dates import NoDateError, parse_date


@pytest.mark.parametrize(
    "words",
    [
        "2022-10-17",
        "2022-10-17T23:59:59+02:00",
        "2022-10-17 08:00:00",
        "2022/10/17",
        "2022.10.17",
        "20221017",
        "17 October 2022",
        "October 17, 2022",
        "Oct. 17, 2022 10:30 AM ET",
        "Mon, 17 Oct 2022 10:00:00 GMT",
        "17.10.2022",
        "10/17/2022",
        "1665999000",
        "1665999000000",
    ],
)
def test_days_in_many_forms(words):
    assert parse_date(words) == date(2022, 10, 17)


@pytest.mark.parametrize("words", ["", " ", "None", "null", "N/A", "NaT"])
def test_what_says_that_no_date_is_known(words):
    assert parse_date(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "soon",
        "2022",
        "October 2022",
        "Tuesday",
        "17 October",
        "10/11/2022",
        "2022-13-45",
        "2022-02-30",
        "x" * 200,
        "99/99/2022",
    ],
)
def test_what_is_no_day_is_refused(words):
    with pytest.raises(NoDateError):
        parse_date(words)


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)))
def test_iso_dates_and_worded_ones_come_back(day):
    assert parse_date(day.isoformat()) == day
    assert parse_date(f"{day.day} {day.strftime('%B')} {day.year}") == day


@given(st.text(max_size=40) | st.from_regex(r"[0-9A-Za-z ,:/.-]{1,30}", fullmatch=True))
def test_no_words_break_it(words):
    with contextlib.suppress(NoDateError):
        assert parse_date(words) is None or isinstance(parse_date(words), date)
