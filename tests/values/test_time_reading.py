"""Golden cases: what a careful reader makes of a time, told with TIMEX3 values."""

from datetime import date, datetime

import pytest

from factcheck.values.time import Anchor, TimeInterval
from factcheck.values.time_reading import read_times

SUNDAY = date(2022, 10, 16)
WEDNESDAY = date(2022, 10, 19)


def told(
    sentence: str, published: date | None = WEDNESDAY, context: tuple[TimeInterval, ...] = ()
) -> list[tuple[str, str]]:
    """The words and the value of each time."""
    return [(time.span.text, time.value) for time in read_times(sentence, published, context)]


CALENDAR = [
    ("It began on October 4, 2022 at sea.", "October 4, 2022", "2022-10-04"),
    ("It began on Oct. 4,2022 at sea.", "Oct. 4,2022", "2022-10-04"),
    ("It began on 4 October 2022.", "4 October 2022", "2022-10-04"),
    ("It began on the 4th of October, 2022.", "the 4th of October, 2022", "2022-10-04"),
    ("It began on Tuesday, Oct. 4, and goes on.", "Tuesday, Oct. 4", "2022-10-04"),
    ("It was signed on 17/10/2022 in Minsk.", "17/10/2022", "2022-10-17"),
    ("It was signed on 10/17/22 in Minsk.", "10/17/22", "2022-10-17"),
    ("It was signed on 17.10.2022 in Minsk.", "17.10.2022", "2022-10-17"),
    ("It was signed on 2022-10-17 in Minsk.", "2022-10-17", "2022-10-17"),
    ("The log says 2022-10-17T08:15Z for it.", "2022-10-17T08:15Z", "2022-10-17T08:15Z"),
    ("They met in October 2007 for the first time.", "October 2007", "2007-10"),
    ("It lasted from March to May 2020.", "March", "2020-03"),
    ("It lasted from November to May 2020.", "November", "2019-11"),
    ("It lasted from March 3 to May 5, 2020.", "March 3", "2020-03-03"),
    ("It lasted Oct. 8-12, 2021.", "Oct. 8", "2021-10-08"),
    ("It was signed on 3-Jan-2012 in Minsk.", "3-Jan-2012", "2012-01-03"),
    ("It was signed on 2012/01/03 in Minsk.", "2012/01/03", "2012-01-03"),
    ("They met in late October 2007.", "late October 2007", "2007-10"),
    ("They met in March '08.", "March '08", "2008-03"),
    ("It was founded in 1998.", "1998", "1998"),
    ("It was founded in mid-2005.", "mid-2005", "2005"),
    ("The budget of fiscal 2013 was cut.", "fiscal 2013", "2013"),
    ("It was rebuilt in the 1960s.", "1960s", "196X"),
    ("It was rebuilt in the '60s.", "'60s", "196X"),
    ("It was rebuilt in the early 1990s.", "early 1990s", "199X"),
    ("It was rebuilt in the nineties.", "nineties", "199X"),
    ("The 20th century saw two of them.", "20th century", "19"),
    ("The nineteenth-century bridge fell.", "nineteenth-century", "18"),
    ("It opened in spring 2009.", "spring 2009", "2009-SP"),
    ("It opened in the winter of 2013.", "the winter of 2013", "2013-WI"),
    ("Sales fell in the third quarter of 2009.", "the third quarter of 2009", "2009-Q3"),
    ("Sales fell in Q3 2009.", "Q3 2009", "2009-Q3"),
    ("Sales fell in the first half of 2009.", "the first half of 2009", "2009-H1"),
    ("It came in the last week of March 2009.", "the last week of March 2009", "2009-W13"),
    ("It came on the first day of May 2009.", "the first day of May 2009", "2009-05-01"),
    ("It came on Christmas Eve 2014.", "Christmas Eve 2014", "2014-12-24"),
    ("It came on Easter Monday 2021.", "Easter Monday 2021", "2021-04-05"),
    ("It came on Thanksgiving 2020.", "Thanksgiving 2020", "2020-11-26"),
    ("It came on Election Day 2016.", "Election Day 2016", "2016-11-08"),
    ("It came on Memorial Day 2022.", "Memorial Day 2022", "2022-05-30"),
]

RELATIVE = [
    ("He arrived on Tuesday.", "Tuesday", "2022-10-18"),
    ("He arrived on tuesday.", "tuesday", "2022-10-18"),
    ("He will arrive on Tuesday.", "Tuesday", "2022-10-25"),
    ("He is expected to arrive on Tuesday.", "Tuesday", "2022-10-25"),
    ("He arrived on Wednesday.", "Wednesday", "2022-10-19"),
    ("He arrived last Friday.", "last Friday", "2022-10-14"),
    ("He arrives next Friday.", "next Friday", "2022-10-21"),
    ("The talks resume this Sunday.", "this Sunday", "2022-10-23"),
    ("He arrived on Monday night.", "Monday night", "2022-10-17TNI"),
    ("He arrived early Tuesday.", "early Tuesday", "2022-10-18"),
    ("He arrived earlier Tuesday.", "Tuesday", "2022-10-18"),
    ("The talks were put off until Friday.", "Friday", "2022-10-21"),
    ("He has been there since Friday.", "Friday", "2022-10-14"),
    ("He arrived today.", "today", "2022-10-19"),
    ("He arrived yesterday morning.", "yesterday morning", "2022-10-18TMO"),
    ("He arrives the day after tomorrow.", "the day after tomorrow", "2022-10-21"),
    ("He speaks tonight.", "tonight", "2022-10-19TNI"),
    ("He spoke last night.", "last night", "2022-10-18TNI"),
    ("He spoke this morning.", "this morning", "2022-10-19TMO"),
    ("He spoke this week.", "this week", "2022-W42"),
    ("He spoke last week.", "last week", "2022-W41"),
    ("He speaks next week.", "next week", "2022-W43"),
    ("He spoke late last month.", "late last month", "2022-09"),
    ("He speaks early next year.", "early next year", "2023"),
    ("He speaks later this year.", "later this year", "2022"),
    ("It must be done by the end of this year.", "the end of this year", "2022"),
    ("It must be done by year-end.", "year-end", "2022"),
    ("It was cut this fiscal year.", "this fiscal year", "2022"),
    ("He spoke over the weekend.", "the weekend", "2022-W41-WE"),
    ("He will speak at the weekend.", "the weekend", "2022-W42-WE"),
    ("He spoke last weekend.", "last weekend", "2022-W41-WE"),
    ("He spoke in June.", "June", "2022-06"),
    ("He will speak in June.", "June", "2023-06"),
    ("He spoke last June.", "last June", "2022-06"),
    ("He speaks next March.", "next March", "2023-03"),
    ("He spoke on Sept. 14 at sea.", "Sept. 14", "2022-09-14"),
    ("It will begin on November 3.", "November 3", "2022-11-03"),
    ("He spoke on Dec. 28.", "Dec. 28", "2021-12-28"),
    ("He spoke last summer.", "last summer", "2022-SU"),
    ("He speaks this winter.", "this winter", "2022-WI"),
    ("He was born two years ago.", "two years ago", "2020"),
    ("He left three days ago.", "three days ago", "2022-10-16"),
    ("He left two months ago.", "two months ago", "2022-08"),
    ("He left a week ago.", "a week ago", "2022-W41"),
    ("He left days ago.", "days ago", "PAST_REF"),
    ("He left several weeks ago.", "several weeks ago", "PAST_REF"),
    ("The week of October 3 was calm.", "The week of October 3", "2022-W40"),
    ("He lives there now.", "now", "PRESENT_REF"),
    ("He recently left.", "recently", "PAST_REF"),
    ("Nine have died so far.", "so far", "PRESENT_REF"),
    ("Nobody knows the future.", "the future", "FUTURE_REF"),
    ("It is this century that counts.", "this century", "20"),
    ("Sales fell in the third quarter.", "the third quarter", "2022-Q3"),
    ("Sales fell in the first quarter of last year.", "the first quarter of last year", "2021-Q1"),
    ("He spoke last Christmas.", "last Christmas", "2021-12-25"),
    ("He will speak next Easter.", "next Easter", "2023-04-09"),
    ("He spoke in Easter week.", "Easter week", "2022-W15"),
    ("He spoke on Labor Day weekend.", "Labor Day weekend", "2022-W35-WE"),
    ("He spoke in the second week of March.", "the second week of March", "2022-W10"),
    ("He spoke on the last day of last month.", "the last day of last month", "2022-09-30"),
    ("He spoke in the final month of last year.", "the final month of last year", "2021-12"),
    ("He spoke on the first weekend of October.", "the first weekend of October", "2022-W40-WE"),
    ("He spoke in the fiscal third quarter.", "the fiscal third quarter", "2022-Q3"),
    ("It is to report third-quarter earnings.", "third-quarter", "2022-Q3"),
    ("Sales fell in the latest quarter.", "the latest quarter", "2022-Q3"),
    ("It must be ready by March of next year.", "March of next year", "2023-03"),
    ("He spoke in June last year.", "June last year", "2021-06"),
    ("He spoke on 4 October last year.", "4 October last year", "2021-10-04"),
    ("He spoke on Oct. 4 of this year.", "Oct. 4 of this year", "2022-10-04"),
    ("He spoke in the spring of last year.", "the spring of last year", "2021-SP"),
    ("Sales will fall in the second half.", "the second half", "2022-H2"),
    ("He spoke last May.", "last May", "2022-05"),
    ("He speaks this May.", "this May", "2022-05"),
    ("He speaks next summer.", "next summer", "2023-SU"),
    ("He speaks two weeks from now.", "two weeks from now", "2022-W44"),
    ("He spoke hours ago.", "hours ago", "PAST_REF"),
    ("He spoke two hours ago.", "two hours ago", "PAST_REF"),
    ("He spoke this past weekend.", "this past weekend", "2022-W41-WE"),
]

CLOCKS = [
    ("It fell at 10:35 a.m. on land.", "10:35 a.m.", "2022-10-19T10:35"),
    ("It fell at 3pm.", "3pm", "2022-10-19T15:00"),
    ("It fell at 12 a.m. sharp.", "12 a.m.", "2022-10-19T00:00"),
    ("It fell at 0735 GMT.", "0735 GMT", "2022-10-19T07:35Z"),
    ("It fell at 14:48 UTC.", "14:48 UTC", "2022-10-19T14:48Z"),
    ("It fell at 8 p.m. Moscow time.", "8 p.m. Moscow time", "2022-10-19T20:00+03:00"),
    ("It fell at 10 a.m. Tuesday.", "10 a.m. Tuesday", "2022-10-18T10:00"),
    ("It fell at noon.", "noon", "2022-10-19T12:00"),
    ("It fell at 5 o'clock in the afternoon.", "5 o'clock in the afternoon", "2022-10-19T17:00"),
    ("It fell at 20:15.", "20:15", "2022-10-19T20:15"),
    ("It fell overnight.", "overnight", "2022-10-19TNI"),
    ("It fell at dawn.", "dawn", "2022-10-19TMO"),
]

LENGTHS = [
    ("He stayed for three months.", "three months", "P3M"),
    ("He has a 27-year contract.", "27-year", "P27Y"),
    ("He stayed for a month.", "a month", "P1M"),
    ("He stayed for half an hour.", "half an hour", "PT30M"),
    ("He stayed for two and a half years.", "two and a half years", "P2.5Y"),
    ("He stayed for 90 minutes.", "90 minutes", "PT90M"),
    ("He stayed about five hours.", "five hours", "PT5H"),
    ("He stayed nearly five months.", "nearly five months", "P5M"),
    ("He stayed for more than a decade.", "more than a decade", "P10Y"),
    ("He stayed for several years.", "several years", "PXY"),
    ("He stayed for hours.", "hours", "PTXH"),
    ("In recent days he stayed away.", "recent days", "PXD"),
    ("It changed in the past week.", "the past week", "P1W"),
    ("It changed over the past nine days.", "the past nine days", "P9D"),
    ("It will change in the next few months.", "the next few months", "PXM"),
    ("He stayed for five to seven days.", "five to seven days", "P5D"),
    ("The decades-long war is over.", "decades-long", "PXY"),
    ("He spoke in the past decade.", "the past decade", "P10Y"),
    ("He stayed for 1-1/2 years.", "1-1/2 years", "P1.5Y"),
    ("The weeklong strike is over.", "weeklong", "P1W"),
    ("He stayed a fortnight longer, for a fortnight.", "a fortnight", "P2W"),
]

SETS = [
    ("They meet every day.", "every day", "P1D"),
    ("They meet every two years.", "every two years", "P2Y"),
    ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
    ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
    ("They meet twice a week.", "twice a week", "P1W"),
    ("They meet annually.", "annually", "P1Y"),
    ("They pump 900 barrels a day.", "a day", "P1D"),
    ("They meet each summer.", "each summer", "XXXX-SU"),
]


@pytest.mark.parametrize(("sentence", "words", "value"), CALENDAR + RELATIVE + CLOCKS + LENGTHS + SETS)
def test_the_words_and_their_value_are_read(sentence: str, words: str, value: str) -> None:
    assert (words, value) in told(sentence)


@pytest.mark.parametrize(("sentence", "words", "value"), CALENDAR)
def test_what_the_words_name_needs_no_article_date(sentence: str, words: str, value: str) -> None:
    if words != "Tuesday, Oct. 4":
        assert (words, value) in told(sentence, None)


@pytest.mark.parametrize(
    ("cases", "types"),
    [
        (CALENDAR, {"DATE", "TIME"}),
        (RELATIVE, {"DATE", "TIME"}),
        (CLOCKS, {"TIME"}),
        (LENGTHS, {"DURATION"}),
        (SETS, {"SET"}),
    ],
)
def test_the_type_follows_the_kind_of_expression(cases: list[tuple[str, str, str]], types: set[str]) -> None:
    for sentence, words, _ in cases:
        assert next(time.type for time in read_times(sentence, WEDNESDAY) if time.span.text == words) in types, sentence


UNDATED = [
    ("He arrived on Sunday.", "XXXX-WXX-7"),
    ("He arrived on Sunday night.", "XXXX-WXX-7TNI"),
    ("He arrived on October 16.", "XXXX-10-16"),
    ("He arrived in October.", "XXXX-10"),
    ("He arrived last week.", "PAST_REF"),
    ("He arrives next year.", "FUTURE_REF"),
    ("He arrived today.", "PRESENT_REF"),
    ("He arrived two days ago.", "PAST_REF"),
    ("He arrived over the weekend.", "XXXX-WXX-WE"),
    ("He arrived last summer.", "XXXX-SU"),
    ("He arrived in June last year.", "XXXX-06"),
    ("He arrived in spring last year.", "XXXX-SP"),
    ("He arrived at 10 a.m. alone.", "XXXX-XX-XXT10:00"),
    ("He arrived this morning.", "XXXX-XX-XXTMO"),
    ("He arrived on Christmas Eve.", "XXXX-12-24"),
    ("He arrived on Election Day.", "XXXX-XX-XX"),
    ("Sales fell in the third quarter.", "XXXX-Q3"),
    ("It must be done by year-end.", "XXXX"),
    ("The week of October 3 was calm.", "XXXX-WXX"),
    ("It came in the last week of March.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("sentence", "value"), UNDATED)
def test_without_an_article_date_a_relative_time_stays_open(sentence: str, value: str) -> None:
    (time,) = read_times(sentence)
    assert (time.value, time.start, time.end, time.anchor) == (value, None, None, Anchor.UNKNOWN)


NOTHING = [
    "",
    "May they march, if they may, and fall.",
    "Theresa May and August Wilson met April Jones.",
    "He has a second chance, the third second.",
    "Some 1984 people and 2000 dollars went.",
    "Flight 1984 and Resolution 1973 and $2015 and 1,998.",
    "He is 45 years old, a 12-year-old boy, aged six months.",
    "The score was 3:2 and the ratio 10:35.",
    "On Bloody Sunday and Black Friday.",
    "It fell as soon as possible.",
    "A quarter of the vote and the fall of Saigon.",
    "He reads the Daily Telegraph.",
    "Easter Island lies far away.",
    "CBS showed ''60 Minutes''.",
    "The day before the summit.",
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_what_is_no_time_is_left_alone(sentence: str) -> None:
    assert told(sentence) == []


MALFORMED = [
    "in the year 99999",
    "on Feb. 30, 2022",
    "on 31 November",
    "on 31/31/2022",
    "on 2022-13-45",
    "at 25:61 GMT",
    "at 13:00 a.m.",
    "the 45th of Octember",
    "for 99999999999999999999 years",
    "9" * 400,
    "9" * 400 + " years",
    "the 99th century",
    "‮2202 rebotcO",
    "в октябре",
    "99/99/9999",
    "12345-10-16",
]


@pytest.mark.parametrize("sentence", MALFORMED)
def test_what_cannot_be_is_left_unread(sentence: str) -> None:
    assert told(sentence) == []


def test_a_date_in_another_script_is_read_where_it_is_plain() -> None:
    assert told("הגיע ב-16 Oct 2022 مساء") == [("16 Oct 2022", "2022-10-16")]


def test_ranges_of_years_are_two_times() -> None:
    assert told("In 1957-58 and in 2009-2010.") == [
        ("1957", "1957"),
        ("58", "1958"),
        ("2009", "2009"),
        ("2010", "2010"),
    ]


def test_a_clock_time_takes_the_day_of_its_neighbour() -> None:
    assert told("It fell at about 10:35 a.m. (0735 GMT) on Friday.") == [
        ("10:35 a.m.", "2022-10-14T10:35"),
        ("0735 GMT", "2022-10-14T07:35Z"),
        ("Friday", "2022-10-14"),
    ]


def test_the_story_is_counted_from_the_times_before() -> None:
    context = read_times("The fleet sailed on March 3, 2014.", WEDNESDAY)
    sentence = "The next day it turned; two days later it sank, and the following year it was raised."
    assert told(sentence, WEDNESDAY, context) == [
        ("The next day", "2014-03-04"),
        ("two days later", "2014-03-06"),
        ("the following year", "2015"),
    ]


def test_the_day_before_and_that_day_are_counted_inside_one_sentence_too() -> None:
    assert told("On March 3, 2014 it sailed; that day it rained, as it had the day before.") == [
        ("March 3, 2014", "2014-03-03"),
        ("that day", "2014-03-03"),
        ("the day before", "2014-03-02"),
    ]


def test_parts_of_days_and_weekdays_are_counted_in_the_story_too() -> None:
    context = read_times("The fleet sailed on Monday, March 3, 2014.", WEDNESDAY)
    sentence = "It sank the next morning; that evening it was found, and the following Friday it was raised."
    assert told(sentence, WEDNESDAY, context) == [
        ("the next morning", "2014-03-04TMO"),
        ("that evening", "2014-03-04TEV"),
        ("the following Friday", "2014-03-07"),
    ]
    assert told("The previous Friday it was new.", WEDNESDAY, context) == [("The previous Friday", "2014-02-28")]
    assert told("It sank the next morning.") == [("the next morning", "XXXX-XX-XXTMO")]


def test_the_whole_year_is_that_of_the_story_or_a_length() -> None:
    context = read_times("Sales fell in the first quarter of 2005.", WEDNESDAY)
    assert told("They fell for the entire year.", WEDNESDAY, context) == [("the entire year", "2005")]
    assert told("They fell for the entire year.") == [("the entire year", "P1Y")]


def test_an_article_from_the_ends_of_the_calendar_has_no_date() -> None:
    assert told("It fell on Monday.", date.max) == told("It fell on Monday.", None)


def test_a_story_without_an_origin_stays_open() -> None:
    assert told("The next day it sank.") == [("The next day", "XXXX-XX-XX")]
    assert told("Two days later it sank.") == [("Two days later", "XXXX-XX-XX")]


def test_a_step_that_leads_past_the_article_into_the_future_is_not_taken() -> None:
    context = read_times("He spoke on Tuesday.", WEDNESDAY)
    assert told("A month later he was gone.", WEDNESDAY, context) == [("A month later", "XXXX-XX-XX")]


def test_the_close_of_trading_is_that_of_the_article_or_of_a_day_just_told() -> None:
    assert told("The index ended the day at 8,017.") == [("the day", "2022-10-19")]
    context = read_times("It fell on Monday.", WEDNESDAY)
    assert told("The index ended the day at 8,017.", WEDNESDAY, context) == [("the day", "2022-10-17")]
    assert told("The index ended the day at 8,017.", None) == []


def test_a_weekday_whose_tense_is_open_keeps_its_other_reading() -> None:
    (time,) = read_times("Friday: a protest in Minsk", WEDNESDAY)
    assert time.value == "2022-10-14"
    assert time.alternatives == ((datetime(2022, 10, 21), datetime(2022, 10, 22)),)


def test_the_weekday_told_with_a_day_settles_the_year() -> None:
    assert told("It began on Friday, Sept. 14.", date(2013, 5, 15)) == [("Friday, Sept. 14", "2012-09-14")]


def test_a_day_in_figures_that_could_be_two_days_keeps_both() -> None:
    (time,) = read_times("It was signed on 10/11/2022.", date(2022, 11, 12))
    assert time.value == "2022-11-10"
    assert time.alternatives == ((datetime(2022, 10, 11), datetime(2022, 10, 12)),)


def test_the_days_of_a_range_stay_open() -> None:
    time = read_times("It lasted from Oct. 8 to 11.", WEDNESDAY)[0]
    assert (time.value, [start.day for start, _ in time.alternatives]) == ("2022-10-08", [9, 10, 11])
    time = read_times("It lasted Oct. 8-10, 2021.", WEDNESDAY)[0]
    assert (time.value, [start.day for start, _ in time.alternatives]) == ("2021-10-08", [9, 10])


def test_modifiers_hedges_and_rhythms_are_kept() -> None:
    early, nearly, twice, every = (
        read_times(sentence, WEDNESDAY)[0]
        for sentence in (
            "In early May 2020",
            "It took nearly five months",
            "They met twice a week",
            "They met every day",
        )
    )
    assert (early.mod, nearly.mod, twice.freq, every.quant) == ("START", "LESS_THAN", "2X", "EVERY")


def test_a_range_of_lengths_keeps_its_upper_end() -> None:
    (time,) = read_times("It takes five to seven days.")
    assert (time.value, time.most, time.granularity) == ("P5D", "P7D", "day")


def test_a_past_end_of_the_year_told_in_spring_is_that_of_the_year_before() -> None:
    assert told("Cases peaked by the end of the year.", date(2013, 3, 22)) == [("the end of the year", "2012")]


def test_on_a_weekend_last_week_may_be_the_one_that_ends() -> None:
    (time,) = read_times("He left last week.", SUNDAY)
    assert time.value == "2022-W40"
    assert (datetime(2022, 10, 10), datetime(2022, 10, 17)) in time.alternatives


def test_spans_carry_the_article_and_the_exact_words() -> None:
    text = "On Tuesday,  early in\nMay 2020, he left."
    for time in read_times(text, WEDNESDAY, article="a1"):
        assert time.span.article == "a1"
        assert text[time.span.start : time.span.end] == time.span.text
