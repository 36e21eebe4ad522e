import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.values.number_digits import read_digits
from factcheck.values.number_words import read_number
from factcheck.values.numbers import Number, lex


def first_number(text: str) -> Number | None:
    lexemes = lex(text)
    return read_number(lexemes, 0, text) if lexemes else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("9,000 men", 9_000),
        ("1,234,567.5", 1_234_567.5),
        ("1.234.567", 1_234_567),
        ("12,34,567 rupees", 1_234_567),
        ("25 000 men", 25_000),
        ("25\u202f130 men", 25_130),
        (".5", 0.5),
        ("1.6 million", 1_600_000),
        ("1.1 million", 1_100_000),
        ("4 hundred million", 400_000_000),
        ("9-billion-euro", 9_000_000_000),
        ("13bn", 13_000_000_000),
        ("25k", 25_000),
        ("1.6m", 1_600_000),
        ("2½", 2.5),
        ("½", 0.5),
        ("3/4", 0.75),
        ("5 1/2 months", 5.5),
        ("2 ½ servings", 2.5),
        ("5.6” billion", 5_600_000_000),
    ],
)
def test_digits_are_read_with_their_scale(text, value):
    number = first_number(text)
    assert number is not None
    assert (number.low, number.high) == (value, value)


@pytest.mark.parametrize(
    ("text", "value", "ends"),
    [
        ("one", 1, "one"),
        ("forty-two ships", 42, "forty-two"),
        ("forty two ships", 42, "forty two"),
        ("two hundred and six", 206, "two hundred and six"),
        ("twelve thousand three hundred forty-five", 12_345, "twelve thousand three hundred forty-five"),
        ("five million three hundred thousand", 5_300_000, "five million three hundred thousand"),
        ("a million", 1_000_000, "a million"),
        ("two and a half million", 2_500_000, "two and a half million"),
        ("one and three quarters", 1.75, "one and three quarters"),
        ("three point five million", 3_500_000, "three point five million"),
        ("two dozen eggs", 24, "two dozen"),
        ("a score of boats", 20, "a score"),
        ("half a million", 500_000, "half a million"),
        ("half a dozen", 6, "half a dozen"),
        ("half the crew", 0.5, "half"),
        ("two-thirds", 2 / 3, "two-thirds"),
        ("a quarter of", 0.25, "a quarter"),
        ("three quarters of a million", 750_000, "three quarters of a million"),
        ("ten and five", 10, "ten"),
        ("six seven", 6, "six"),
        ("one hundred two hundred", 102, "one hundred two"),
    ],
)
def test_words_are_read_as_far_as_they_are_one_number(text, value, ends):
    number = first_number(text)
    assert number is not None
    assert number.low == pytest.approx(value)
    assert text[number.start : number.end] == ends


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens of boats", 12, 120),
        ("thousands", 1_000, 10_000),
        ("tens of thousands of people", 10_000, 100_000),
        ("several boats", 3, 9),
        ("several thousand boats", 3_000, 10_000),
        ("a few boats", 2, 9),
        ("a couple of hundred", 200, 300),
    ],
)
def test_vague_words_leave_a_range(text, low, high):
    number = first_number(text)
    assert number is not None
    assert number.is_vague
    assert (number.low, number.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "1,0,0",
        "9" * 400,
        "0" * 30,
        "007",
        "12,34",
        "1.2.3",
        "١٢٣",
        "1٢3",
        "nineteen eighty-four",
        "twenty fifteen",
        "a couple who married",
        "the tens",
        "half-time",
        "a third man",
        "a dog",
        "7/3",
        "score",
        "9/11",
    ],
)
def test_what_is_no_well_formed_number_is_left_unread(text):
    assert first_number(text) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("9,000", 1_000),
        ("9,120", 10),
        ("17", 0),
        ("1.6 million", 100_000),
        ("3.25", 0.01),
        ("9.99", 0.01),
        ("two hundred", 100),
    ],
)
def test_the_place_of_the_last_telling_digit_is_known(text, step):
    number = first_number(text)
    assert number is not None
    assert number.step == pytest.approx(step)


@given(st.integers(min_value=1, max_value=999_999_999_999))
def test_grouping_does_not_change_a_number(value):
    assert read_digits(f"{value:,}") == read_digits(str(value)) == value


@given(st.text(alphabet="0123456789., \u202f٣x", max_size=40))
def test_any_cluster_of_digits_is_read_or_left(text):
    value = read_digits(text)
    assert value is None or value >= 0


UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(value: int) -> str:
    for size, name in ((1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            joint = " and " if 0 < rest < 100 else " "
            return f"{in_words(value // size)} {name}" + (joint + in_words(rest) if rest else "")
    if value < 20:
        return UNITS[value]
    return TENS[value // 10] + ("-" + UNITS[value % 10] if value % 10 else "")


@given(st.integers(min_value=0, max_value=999_999_999_999))
def test_a_number_spelled_out_is_read_back(value):
    number = first_number(in_words(value))
    assert number is not None
    assert number.low == value
    assert number.end == len(in_words(value))
