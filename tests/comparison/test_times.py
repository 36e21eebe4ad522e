"""When it happened: closer, another hour, another day, or left open."""

from datetime import date

import pytest

from factcheck.comparison import compare
from factcheck.comparison.times import are_disjoint
from factcheck.model import Difference, Fact, Kind, Pair

DAY = date(2024, 3, 15)


def of_times(findings):
    return [(each.relation, [span.text for span in each.evidence]) for each in findings if each.kind is Kind.TIME]


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (
            "The council of Oruva elected Ines Carrow as its speaker on Wednesday.",
            "Ines Carrow was elected speaker by the council of Oruva on Wednesday morning after a long debate.",
            {"Wednesday", "Wednesday morning"},
        ),
        (
            "The miners of Oruva left the pit over the weekend, their union told reporters in Brack.",
            "After a long strike the miners of Oruva left the pit on Saturday.",
            {"the weekend", "Saturday"},
        ),
    ],
)
def test_a_time_inside_the_other_is_only_closer(find, left, right, shown):
    ((relation, words),) = of_times(find(left, right, days=(DAY, DAY)))
    assert relation is Difference.REFINEMENT and set(words) == shown


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The train derailed at 6 a.m. on Tuesday.", "The train derailed on Tuesday afternoon."),
        (
            "Ines Carrow will make the announcement today at 11 a.m. from her house in Oruva, Brack.",
            "Ines Carrow made a public announcement on Friday evening in Oruva, Brack, near the school.",
        ),
    ],
)
def test_two_hours_of_one_day_are_two(find, left, right):
    assert [relation for relation, _ in of_times(find(left, right, days=(DAY, DAY)))] == [Difference.CONFLICT]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("XXXX-WXX-2", "XXXX-WXX-6", True),
        ("XXXX-WXX-2", "2022-10-11", False),  # which was a Tuesday
        ("2022-10-12", "XXXX-WXX-2", True),
        ("2022-10-11", "2022-10-11T06:00", False),
        ("XXXX-05", "XXXX-06", True),
        ("P3D", "P4D", False),
    ],
)
def test_days_of_which_not_all_is_known(left, right, expected):
    assert are_disjoint(left, right) is expected and are_disjoint(right, left) is expected


@pytest.mark.parametrize(
    ("likeness", "expected"),
    [(0.95, [(Difference.CONFLICT, ["January 1", "February"])]), (0.6, [])],
)
def test_two_words_for_one_deed_are_dated_alike_where_the_claims_surely_are_one(read, likeness, expected):
    corpus = read(
        "Ines Carrow will leave the council of Oruva on January 1, weeks before the vote.",
        "Speaker Ines Carrow of the council of Oruva will be retiring in February.",
        days=(DAY, DAY),
    )
    left, right = (next(c for c in corpus.claims.values() if c.article == key and c.times) for key in "ab")
    fact = Fact("f", (left.id, right.id), "", pairs=(Pair(left.id, right.id, likeness),))
    assert of_times(compare([fact], corpus)) == expected


@pytest.mark.parametrize(
    ("days", "is_update"),
    [
        ((date(2024, 3, 11), date(2024, 3, 14)), True),
        ((date(2024, 3, 14), date(2024, 3, 11)), True),
        ((date(2024, 3, 14), date(2024, 3, 14)), False),
        ((date(2024, 3, 14), None), False),
        ((date(2024, 3, 24), date(2024, 3, 29)), False),
    ],
)
def test_what_lay_ahead_may_have_been_put_off_by_the_later_article(find, days, is_update):
    left = "The council of Oruva will reopen the old bridge on March 18, the mayor said."
    right = "Engineers need more time: the council of Oruva is to reopen its ailing bridge for lorries on March 22."
    (finding,) = [each for each in find(left, right, days=days) if each.kind is Kind.TIME]
    assert finding.is_update is is_update
    assert finding.relation is (Difference.REFINEMENT if is_update else Difference.CONFLICT)
    assert ("the plan may have changed" in finding.explanation) is is_update
    if is_update:  # the older version first
        assert finding.evidence[0].article == ("a" if days[0] < days[1] else "b")
