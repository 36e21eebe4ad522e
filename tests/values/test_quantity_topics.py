"""Amounts of sports, disasters, health and translated news, and the words there that only look like one."""

import pytest

from factcheck.values.quantity_reading import read_quantities
from factcheck.values.relation import Relation


def brief(text: str) -> list[tuple[str, float, float, str]]:
    """Words, ends and unit (or dimension, or counted noun) of every quantity of a bare string."""
    return [
        (
            q.span.text,
            round(q.low, 3),
            round(q.high, 3),
            q.unit or (q.dimension if q.dimension != "count" else q.counted),
        )
        for q in read_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # one amount in two units
        ("The suspect is 5 feet 10 inches tall.", [("5 feet 10 inches", 5.833, 5.833, "foot")]),
        ("The goalkeeper, who is 6ft 2in tall, agreed.", [("6ft 2in", 6.167, 6.167, "foot")]),
        ("A 6-foot-2 striker arrived.", [("6-foot-2", 6.167, 6.167, "foot")]),
        ("The boxer weighs 12 stone 7 pounds.", [("12 stone 7 pounds", 12.5, 12.5, "stone")]),
        ("The crossing took two hours and 15 minutes.", [("two hours and 15 minutes", 2.25, 2.25, "hour")]),
        (
            "He got two years, six months of them suspended.",
            [("two years", 2, 2, "year"), ("six months", 6, 6, "month")],
        ),
        ("He drove 3 miles and 40 miles.", [("3 miles", 3, 3, "mile"), ("40 miles", 40, 40, "mile")]),
        # scores
        ("Ortega won 6-4, 3-6, 7-5.", [("6-4", 4, 6, "score"), ("3-6", 3, 6, "score"), ("7-5", 5, 7, "score")]),
        ("They lost 1-2 at home.", [("1-2", 1, 2, "score")]),
        ("It was a 0-3 defeat.", [("0-3", 0, 3, "score")]),
        ("Rovers beat United 4:2.", [("4:2", 2, 4, "score")]),
        ("The vote was 7 to 2.", [("7 to 2", 2, 7, "score")]),
        # disasters
        ("A 7.8-magnitude earthquake struck.", [("7.8-magnitude", 7.8, 7.8, "magnitude")]),
        ("A magnitude 5.9 earthquake struck.", [("5.9", 5.9, 5.9, "magnitude")]),
        ("It had a magnitude of about 6.1.", [("about 6.1", 6.1, 6.1, "magnitude")]),
        ("The tremor measured 4.4 on the Richter scale.", [("4.4", 4.4, 4.4, "magnitude")]),
        # ages
        ("Her husband, 73, survived.", [("73", 73, 73, "year of age")]),
        ("Voters aged over 65 stayed away.", [("over 65", 65, 65, "year of age")]),
        # translated English
        ("It took in 1 million 200 thousand refugees.", [("1 million 200 thousand", 1.2e6, 1.2e6, "refugee")]),
        ("Already 2,5 million persons are without light.", [("2,5 million", 2.5e6, 2.5e6, "person")]),
        ("Turnout was 43,5%.", [("43,5%", 43.5, 43.5, "percent")]),
        ("They lost 1.500 men.", []),
        # mixed forms
        ("The trial lasted three-and-a-half years.", [("three-and-a-half years", 3.5, 3.5, "year")]),
        ("It lasted two and a half years.", [("two and a half years", 2.5, 2.5, "year")]),
        ("It cut off a quarter of a million homes.", [("a quarter of a million", 250_000, 250_000, "home")]),
        ("It has 350 cases per 100,000 people.", [("350", 350, 350, "case")]),
        ("The rate is 350 per 100,000 people.", [("350 per 100,000", 0.004, 0.004, "ratio")]),
        # no amounts
        ("Turkey is one of the main allies.", []),
        ("Only one of the five was caught.", [("Only one", 1, 1, ""), ("five", 5, 5, "")]),
        ("The 5+1 talks resumed.", []),
        ("Emissions fell compared with 2010 levels.", []),
        ("Of the 24 candidates, 18 won.", [("24", 24, 24, "candidate"), ("18", 18, 18, "")]),
        ("It cost 5,000 won.", [("5,000 won", 5_000, 5_000, "krw")]),
    ],
)
def test_amounts_of_other_news(text, found):
    assert brief(text) == found


def test_what_befell_more_of_them_is_told_behind_more():
    killed, more = read_quantities("Two people were killed and 120 more were injured.")
    assert (killed.state, more.state) == ("dead", "injured")


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("It rose from 45 to 60 euros.", "It rose from 45 to 70 euros.", Relation.CONFLICT),
        ("It fell from 60 to 45 euros.", "It fell from 70 to 45 euros.", Relation.CONFLICT),
        ("It rose from 45 to 60 euros.", "It climbed from 45 euros to 60 euros.", Relation.EQUAL),
        ("It rose from $3.1 million to $5 million.", "It rose from $3.12 million to $5 million.", Relation.ROUNDING),
        ("It rose from 45 to 60 euros.", "It rose to 60 euros.", Relation.COMPATIBLE),
        ("It costs from 45 to 60 euros.", "It costs from 45 to 70 euros.", Relation.NARROWER),
        ("It rose from 45 to 60 euros.", "It fell from 60 to 45 euros.", Relation.CONFLICT),
    ],
)
def test_a_rise_and_a_fall_are_compared_end_by_end(left, right, relation):
    (mine,), (theirs,) = read_quantities(left), read_quantities(right)
    assert mine.relation_to(theirs) is relation
    assert theirs.relation_to(mine) is relation.mirrored


def test_none_of_them_befell_it():
    (passengers,) = read_quantities("None of the 83 passengers survived.")
    assert passengers.state == ""


@pytest.mark.parametrize(
    "text",
    [
        "It was in the year 99999.",
        "On 99999-01-01 it fell.",
        "It fell on Oct 45, 2022.",
        "It is 25:61 now.",
        "They play 5-3-2.",
        "It has 10^6 rows.",
        "It has 12\u200b345 rows.",
        "It has 12,34,5 rows.",
        "It has ٣٠٠ or 三百 rows.",
        "It has １２ rows.",
        "It has 1e400 rows.",
    ],
)
def test_what_is_not_well_formed_is_left_unread(text):
    assert brief(text) == []


def test_right_to_left_marks_stand_outside_the_amount():
    (amount,) = read_quantities("\u200f12 people\u200e, \u202eno dogs\u202c")
    assert (amount.low, amount.span.text, amount.counted) == (12, "12", "people")
