"""How two times stand to each other: golden pairs, and laws that hold for all of them."""

from datetime import date, datetime, timedelta

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from factcheck.span import Span
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval
from factcheck.values.time_reading import read_times

WEDNESDAY = date(2022, 10, 19)
THURSDAY = date(2022, 10, 20)


def one(words: str, published: date | None = WEDNESDAY, article: str = "a") -> TimeInterval:
    """The one time of a sentence."""
    (time,) = read_times(words, published, article=article)
    return time


PAIRS = [
    ("He left on Tuesday.", "He left on October 18.", Relation.EQUAL),
    ("He left on Tuesday.", "He left this week.", Relation.NARROWER),
    ("He left last month.", "He left on Sept. 14.", Relation.BROADER),
    ("He left in 2022.", "He left on Sept. 14.", Relation.BROADER),
    ("He left on Tuesday morning.", "He left on Tuesday.", Relation.NARROWER),
    ("He left on Monday night.", "He left on Tuesday.", Relation.COMPATIBLE),
    ("He left on Tuesday.", "He left on Monday.", Relation.WEAK_CONFLICT),
    ("He left on Tuesday.", "He left on October 17.", Relation.WEAK_CONFLICT),
    ("He left on October 18.", "He left on October 17.", Relation.CONFLICT),
    ("He left on Tuesday.", "He left on Sunday.", Relation.CONFLICT),
    ("He left in September.", "He left on October 3.", Relation.CONFLICT),
    ("He left in 2019.", "He left in 2021.", Relation.CONFLICT),
    ("He left last year.", "He left in 2022.", Relation.CONFLICT),
    ("He left on Tuesday at 10:35 a.m. sharp.", "He left on Tuesday.", Relation.NARROWER),
    ("It was at 10:35 a.m. sharp.", "It was at 10:50 a.m. sharp.", Relation.WEAK_CONFLICT),
    ("It was at 10:35 a.m. sharp.", "It was at 3 p.m. sharp.", Relation.CONFLICT),
    ("It was at 10:35 a.m. sharp.", "It was at 0735 GMT.", Relation.COMPATIBLE),
    ("It was at 7:35 p.m. Moscow time.", "It was at 1635 GMT.", Relation.EQUAL),
    ("Friday: a protest", "He will protest on Friday.", Relation.COMPATIBLE),
    ("Friday: a protest", "He will protest on October 20.", Relation.WEAK_CONFLICT),
    ("He is there now.", "He was there in 2019.", Relation.COMPATIBLE),
    ("He stayed for three months.", "He stayed for 90 days.", Relation.COMPATIBLE),
    ("He stayed for three months.", "He stayed for four months.", Relation.CONFLICT),
    ("He stayed for two weeks.", "He stayed for a year.", Relation.CONFLICT),
    ("He stayed for two weeks.", "He stayed for weeks.", Relation.NARROWER),
    ("He stayed for five to seven days.", "He stayed for six days.", Relation.BROADER),
    ("He stayed for more than two weeks.", "He stayed for five weeks.", Relation.BROADER),
    ("He stayed for less than two weeks.", "He stayed for five weeks.", Relation.CONFLICT),
    ("He stayed about five weeks.", "He stayed for five weeks.", Relation.BROADER),
    ("They meet every day.", "They meet daily.", Relation.EQUAL),
    ("They meet every day.", "They meet every Monday.", Relation.COMPATIBLE),
    ("They meet every day.", "He stayed for a day.", Relation.INCOMPARABLE),
    ("He left on Tuesday.", "He stayed for a day.", Relation.INCOMPARABLE),
]


@pytest.mark.parametrize(("left", "right", "relation"), PAIRS)
def test_two_times_stand_to_each_other_as_a_reader_would_say(left: str, right: str, relation: Relation) -> None:
    mine = read_times(left, WEDNESDAY, article="a")[-1] if "at 10:35 a.m. sharp" not in left else one_clock(left)
    assert mine.relation_to(one(right, article="b")) is relation


def one_clock(words: str) -> TimeInterval:
    """The clock time of a sentence."""
    return next(time for time in read_times(words, WEDNESDAY, article="a") if time.type == "TIME")


def test_the_same_weekday_in_articles_of_different_weeks_is_another_day() -> None:
    later = one("He left on Tuesday.", date(2022, 10, 26), "b")
    assert one("He left on Tuesday.").relation_to(later) is Relation.CONFLICT


def test_yesterday_and_today_agree_across_a_day() -> None:
    assert one("He left yesterday.", THURSDAY).relation_to(one("He left today.", WEDNESDAY, "b")) is Relation.EQUAL


UNDATED = [
    ("He left yesterday.", "He left today.", Relation.CONFLICT),
    ("He left yesterday.", "He left yesterday.", Relation.EQUAL),
    ("He left on Tuesday.", "He left on Tuesday.", Relation.EQUAL),
    ("He left on Tuesday.", "He left on Friday.", Relation.COMPATIBLE),
    ("He left last week.", "He left this week.", Relation.COMPATIBLE),
]


@pytest.mark.parametrize(("left", "right", "relation"), UNDATED)
def test_without_a_date_days_compare_inside_the_article_and_nowhere_else(
    left: str, right: str, relation: Relation
) -> None:
    assert one(left, None).relation_to(evolve(one(right, None), anchor=Anchor.UNKNOWN)) in (relation, Relation.EQUAL)
    assert one(left, None).relation_to(one(right, None, "b")) is Relation.COMPATIBLE


OPEN_YEARS = [
    ("He left on October 16.", "He left on October 17.", Relation.CONFLICT),
    ("He left on October 16.", "He left in October.", Relation.COMPATIBLE),
    ("He left in May.", "He left in October.", Relation.CONFLICT),
    ("He left on Tuesday.", "He left in October.", Relation.COMPATIBLE),
]


@pytest.mark.parametrize(("left", "right", "relation"), OPEN_YEARS)
def test_days_with_a_name_exclude_each_other_in_any_year(left: str, right: str, relation: Relation) -> None:
    assert one(left, None).relation_to(one(right, None, "b")) is relation


def test_a_day_without_a_year_may_be_a_dated_one() -> None:
    undated = one("He left on October 16.", None, "b")
    assert one("He left on October 16, 2022.").relation_to(undated) is Relation.COMPATIBLE
    assert one("He left on October 18, 2022.").relation_to(undated) is Relation.CONFLICT
    assert one("He left in 2022.").relation_to(undated) is Relation.COMPATIBLE
    assert one("He left on Feb. 29.", None).relation_to(one("He left in 2024.", article="b")) is Relation.COMPATIBLE
    assert one("He left on Feb. 29.", None).relation_to(one("He left in 2023.", article="b")) is Relation.CONFLICT


# ---------------------------------------------------------------------------------------------------------- the laws

DAYS = st.dates(date(2000, 1, 1), date(2030, 12, 31))
TOLD = st.sampled_from(
    [
        "He left on Tuesday.", "He left last Friday.", "He will leave on Monday night.", "He left yesterday.",
        "He left last week.", "He left this month.", "He left in June.", "He left on Sept. 14.", "He left in 2014.",
        "He left at 10:35 a.m. sharp.", "He left at 0735 GMT.", "He left in the 1990s.", "He left three days ago.",
        "He stayed for three months.", "He stayed for several days.", "He stayed about a year.", "They meet every day.",
        "They meet on Mondays.", "He is there now.", "He left last summer.", "He left over the weekend.",
        "He stayed for more than two weeks.", "He stayed for five to seven days.", "The next day he left.",
    ]
)  # fmt: skip


@st.composite
def times(draw: st.DrawFn) -> TimeInterval:
    """A time as some article tells it, with or without a date."""
    found = read_times(draw(TOLD), draw(st.none() | DAYS), article=draw(st.sampled_from(["a", "b"])))
    return found[0]


@given(times())
def test_a_time_equals_itself(time: TimeInterval) -> None:
    assert time.relation_to(time) is Relation.EQUAL


@given(times(), times())
def test_the_relation_is_the_same_from_either_side(left: TimeInterval, right: TimeInterval) -> None:
    assert left.relation_to(right) is right.relation_to(left).mirrored


@given(times(), times(), st.integers(0, 400), st.integers(0, 400))
def test_widening_never_turns_agreement_into_conflict(
    left: TimeInterval, right: TimeInterval, before: int, after: int
) -> None:
    if left.start is None or left.end is None or left.relation_to(right).is_conflict:
        return
    wider = evolve(left, start=left.start - timedelta(days=before), end=left.end + timedelta(days=after))
    assert not wider.relation_to(right).is_conflict


@given(times(), times())
def test_a_time_that_no_anchor_holds_never_conflicts_across_articles(left: TimeInterval, right: TimeInterval) -> None:
    loose = evolve(left, span=evolve(left.span, article="c"))
    if loose.is_point and loose.start is None and not loose.value.startswith("XXXX-0"):
        assert not loose.relation_to(right).is_conflict


@given(DAYS, DAYS)
def test_two_days_conflict_unless_they_are_the_same(mine: date, theirs: date) -> None:
    left, right = day(mine), day(theirs)
    assert left.relation_to(right) is (Relation.EQUAL if mine == theirs else Relation.CONFLICT)


@given(DAYS, DAYS)
def test_a_day_told_relative_to_the_dateline_may_be_one_off(mine: date, theirs: date) -> None:
    left, right = day(mine, Anchor.ARTICLE), day(theirs)
    expected = {0: Relation.EQUAL, 1: Relation.WEAK_CONFLICT}.get(abs((mine - theirs).days), Relation.CONFLICT)
    assert left.relation_to(right) is expected


def day(which: date, anchor: Anchor = Anchor.EXPLICIT) -> TimeInterval:
    """A whole day."""
    start = datetime(which.year, which.month, which.day)
    words = which.isoformat()
    return TimeInterval("DATE", words, start, start + timedelta(days=1), "day", anchor, (), Span.of(words, 0, 10))


@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text_is_read_without_an_error_and_with_exact_spans(text: str, published: date | None) -> None:
    behind = 0
    for time in read_times(text, published):
        assert text[time.span.start : time.span.end] == time.span.text != ""
        assert time.span.start >= behind
        assert (time.start is None) is (time.end is None)
        behind = time.span.end


HEAP = """the last next this of in on at 1998 31 May March second week year day days
month ago later a few Friday 's , . -
' 10 : 35 p.m. quarter early half century fiscal every and to from 2022-10 '82 1960s night Feb. 30 99999 UTC weekend
Christmas o'clock before after Q3 first 3/4 between noon spring"""
WORDS = st.sampled_from(HEAP.split())


@given(st.lists(WORDS, max_size=12), st.none() | st.dates(), st.booleans())
def test_any_heap_of_calendar_words_is_read_without_an_error(
    words: list[str], published: date | None, glued: bool
) -> None:
    text = ("" if glued else " ").join(words)
    for time in read_times(text, published):
        assert text[time.span.start : time.span.end] == time.span.text
        if time.start is not None and time.end is not None:
            assert time.start < time.end


ANCHORED = [
    ("It changed in the past week.", "It changed on Monday.", Relation.BROADER),
    ("It changed in the past week.", "It changed in the past month.", Relation.NARROWER),
    ("It changed in recent days.", "It changed yesterday.", Relation.BROADER),
    ("It changed over the past two years.", "It changed in 2021.", Relation.BROADER),
    ("It will change in the next three weeks.", "It will change on Friday.", Relation.BROADER),
    ("It changed in the past week.", "It changed in 2014.", Relation.WEAK_CONFLICT),
    ("It changed in the past week.", "It lasted for a week.", Relation.EQUAL),
    ("It changed in the past week.", "They meet every week.", Relation.INCOMPARABLE),
]


@pytest.mark.parametrize(("left", "right", "relation"), ANCHORED)
def test_a_length_tied_to_the_article_says_when(left: str, right: str, relation: Relation) -> None:
    assert one(left).relation_to(one(right, article="b")) is relation
