"""The stretch of the calendar behind a TIMEX3 value, and the length of a period."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values import time_calendar as calendar

STRETCHES = [
    ("2022-10-16", (2022, 10, 16), (2022, 10, 17), "day"),
    ("2022-12", (2022, 12, 1), (2023, 1, 1), "month"),
    ("2022", (2022, 1, 1), (2023, 1, 1), "year"),
    ("2022-W41", (2022, 10, 10), (2022, 10, 17), "week"),
    ("2022-W41-WE", (2022, 10, 15), (2022, 10, 17), "weekend"),
    ("2022-Q3", (2022, 7, 1), (2022, 10, 1), "quarter"),
    ("2022-H2", (2022, 7, 1), (2023, 1, 1), "half"),
    ("2022-WI", (2022, 12, 1), (2023, 3, 1), "season"),
    ("199X", (1990, 1, 1), (2000, 1, 1), "decade"),
    ("19", (1900, 1, 1), (2000, 1, 1), "century"),
    ("2022-10-16T10:35", (2022, 10, 16, 10, 35), (2022, 10, 16, 10, 36), "minute"),
    ("2022-10-16T10", (2022, 10, 16, 10), (2022, 10, 16, 11), "hour"),
    ("2022-10-16T10:35+03:00", (2022, 10, 16, 7, 35), (2022, 10, 16, 7, 36), "minute"),
    ("2022-10-16T10:35-05", (2022, 10, 16, 15, 35), (2022, 10, 16, 15, 36), "minute"),
    ("2022-10-16TNI", (2022, 10, 16, 17), (2022, 10, 17, 8), "part of day"),
]


@pytest.mark.parametrize(("value", "start", "end", "granularity"), STRETCHES)
def test_a_value_names_its_stretch(value: str, start: tuple[int, ...], end: tuple[int, ...], granularity: str) -> None:
    expected = calendar.Stretch(datetime(*start), datetime(*end), granularity)  # type: ignore[arg-type, misc]
    assert calendar.stretch_of(value) == expected


@pytest.mark.parametrize("value", ["", "XXXX-10-16", "PRESENT_REF", "P3M", "2022-13", "2022-02-30", "2022-W60", "0000"])
def test_what_names_no_stretch_has_none(value: str) -> None:
    assert calendar.stretch_of(value) is None


@given(
    st.dates(date(1000, 1, 1), date(2199, 1, 1)),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]),
)
def test_the_period_of_a_day_holds_the_day(day: date, unit: str) -> None:
    stretch = calendar.stretch_of(calendar.period_value(day, unit))
    assert stretch is not None
    assert stretch.start.date() <= day < stretch.end.date()


@given(st.dates(date(1001, 1, 1), date(2199, 1, 1)))
def test_the_season_of_a_day_holds_the_day(day: date) -> None:
    stretch = calendar.stretch_of(calendar.season_value(day))
    assert stretch is not None
    assert stretch.start.date() <= day < stretch.end.date()


LENGTHS = [
    ("P3D", "", False, (3, 3)),
    ("P2M", "", False, (56, 62)),
    ("P1Y", "", False, (365, 366)),
    ("PXD", "", False, (2, 100)),
    ("P10D", "APPROX", False, (9, 11)),
    ("P10D", "LESS_THAN", False, (0, 10)),
    ("P10D", "EQUAL_OR_MORE", False, (10, float("inf"))),
    ("P4D", "", True, (3.5, 4.5)),
    ("PT12H", "", False, (0.5, 0.5)),
    ("PT1440M", "", False, (1, 1)),
]


@pytest.mark.parametrize(("value", "mod", "is_rounded", "days"), LENGTHS)
def test_a_period_lasts_its_days(value: str, mod: str, is_rounded: bool, days: tuple[float, float]) -> None:
    assert calendar.span_of_days(value, mod, is_rounded) == pytest.approx(days)


def test_what_is_no_period_has_no_length() -> None:
    assert calendar.span_of_days("2022") is None
    assert calendar.unit_of("2022") == ""


def test_units_are_told_in_words() -> None:
    assert [calendar.unit_of(value) for value in ("PT5M", "P5M", "PXW", "P1WE")] == [
        "minute",
        "month",
        "week",
        "weekend",
    ]


@pytest.mark.parametrize(
    ("unit", "count", "expected"),
    [
        ("day", -1, date(2024, 2, 28)),
        ("fortnight", 1, date(2024, 3, 14)),
        ("month", 12, date(2025, 2, 28)),
        ("decade", -2, date(2004, 2, 29)),
        ("year", 500, None),
        ("year", 10**9, None),
        ("day", -(10**4), date(1996, 10, 13)),
        ("hour", 3, None),
    ],
)
def test_a_day_is_shifted_by_units_inside_the_years_that_are_read(unit: str, count: int, expected: date | None) -> None:
    assert calendar.shifted(date(2024, 2, 29), unit, count) == expected


def test_an_unknown_unit_has_no_period() -> None:
    assert calendar.period_value(date(2022, 1, 1), "hour") == ""


def test_years_beyond_the_news_have_no_days() -> None:
    assert [calendar.is_day(year, 2, 29) for year in (2024, 2023, 999, 9999)] == [True, False, False, False]


def test_a_zone_is_seen() -> None:
    assert [calendar.has_zone(value) for value in ("2022-10-16T10:35Z", "2022-10-16T10:35", "2022")] == [
        True,
        False,
        False,
    ]
