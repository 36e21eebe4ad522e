"""Contradictions in one fact that the words alone do not show to be of one thing: the matcher has to be sure of it."""

from datetime import date
from itertools import combinations

import pytest

from factcheck.comparison import compare
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.times import compare_times
from factcheck.lexicon.sorts import are_apart
from factcheck.model import Difference, Fact, Kind, Pair

DAY, NEXT = date(2024, 3, 12), date(2024, 3, 13)


@pytest.fixture
def told(read):
    """What is found between the claims of some texts that the matcher takes for one fact, as sure as it is told."""

    def of(*texts, likeness=0.95, days=(), apart=False):
        corpus = read(*texts, days=days)
        claims = tuple(corpus.claims)
        pairs = tuple(Pair(left, right, likeness) for left, right in combinations(sorted(claims), 2))
        facts = [Fact("f", claims, "gist", pairs=pairs)]
        if apart:
            facts = [Fact(f"f{number}", (claim,), "gist") for number, claim in enumerate(claims)]
        return compare(facts, corpus)

    return of


def words(findings, *rules):
    """The deciding words of the conflicts that some rules found."""
    conflicts = (each for each in findings if each.relation is Difference.CONFLICT)
    return [[e.text for e in each.evidence] for each in conflicts if each.rule in rules]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Premier Costin Brate conceded defeat in a short speech at his party's office.",
            "In the night Premier Costin Brate refused to admit that he had lost and spoke of fraud.",
            [["conceded", "refused to admit"]],
        ),
        (
            "Bob Ethern told a reporter that he has not apologized to the young men.",
            "Bob Ethern said in a statement: I apologize to the young men.",
            [],
        ),
        (
            "Aalun said he would not seek a second term.",
            "Aalun said he would stand for a second term if asked.",
            [["not seek", "stand for"]],
        ),
        (
            "The source insisted that the office never offered Ines Carrow the job of harbour master.",
            "Many speculated that the office offered to appoint Ines Carrow as harbour master.",
            [],
        ),
        (
            "Harbour minister Oda Lund declined to comment on the ruling.",
            "Harbour minister Oda Lund did not want to comment on the ruling.",
            [],
        ),
        (
            "The outgoing premier, Ada Brell, refused to concede and spoke of fraud.",
            "Premier Ada Brell admitted defeat in a brief speech at the office of her party.",
            [["refused to concede", "admitted"]],
        ),
        (
            "She said there was no evidence that files had been stolen.",
            "The files were clearly stolen before the machines were locked.",
            [["no evidence that files had been stolen", "stolen"]],
        ),
        (
            "Oruva has not paid a ransom for the sailors.",
            "According to the weekly Lantern, a ransom of 3 million euros was paid.",
            [["not paid", "paid"]],
        ),
        (
            "The office did not offer Ines Carrow a full-time post.",
            "Ines Carrow was offered an unpaid post on a council.",
            [],
        ),
        (
            "Ines Carrow may have paid the fine by now.",
            "Ines Carrow has not paid the fine for the boat.",
            [],
        ),
    ],
)
def test_what_is_denied_in_other_words(told, left, right, expected):
    assert words(told(left, right), "compare_denials", "compare_polarity") == expected


def test_a_denial_needs_claims_that_likely_are_one_fact(told):
    left, right = "No evidence was found that files had been stolen.", "The files were stolen by a clerk of the bank."
    assert words(told(left, right, likeness=0.3), "compare_denials", "compare_polarity") == []


def test_sentenced_is_not_acquitted(told):
    acquitted = "The judges acquitted Teresa Olm of theft for lack of proof."
    (found,) = words(
        told(acquitted, "Teresa Olm was sentenced to 18 months for theft.", apart=True), "compare_outcomes"
    )
    assert found == ["acquitted", "sentenced"]
    assert not words(
        told(acquitted, "Teresa Olm was sentenced to 18 months for perjury.", apart=True), "compare_outcomes"
    )


def test_who_was_wounded_may_be_killed_later_on(told):
    wounded, killed = "The driver, Ali Sidu, was wounded.", "The driver, Ali Sidu, was killed."
    assert words(told(wounded, killed, days=(DAY, DAY)), "compare_outcomes") == [["wounded", "killed"]]
    assert words(told(wounded, killed, days=(NEXT, DAY)), "compare_outcomes") == [["wounded", "killed"]]
    (update,) = (each for each in told(wounded, killed, days=(DAY, NEXT)) if each.kind is Kind.EVENT)
    assert update.is_update
    assert "it went on" in update.explanation


def test_released_is_what_became_of_the_arrest(told):
    arrested = "Police arrested a baker on suspicion of arson."
    released = "The baker held since Saturday was released."
    (update,) = (each for each in told(arrested, released, days=(DAY, NEXT)) if each.kind is Kind.EVENT)
    assert update.is_update
    assert not [each for each in told(arrested, released, days=(DAY, DAY)) if each.kind is Kind.EVENT]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (
            "Gunmen have released six aid workers in the north.",
            "The five employees of the charity landed in Oruva on Saturday.",
            [["six", "five"]],
        ),
        (
            "The mill received 2.4 million euros in aid.",
            "The bridge was to cost 90 million euros.",
            [],
        ),
        (
            "The club signed Dan Kest for a record fee of 85 million euros.",
            "The other side will receive 78 million euros for the winger.",
            [["85 million euros", "78 million euros"]],
        ),
        (
            "The Greens had 8.1 percent.",
            "The Greens won 8.3 percent of the votes.",
            [["8.1 percent", "8.3 percent"]],
        ),
    ],
)
def test_the_one_amount_of_each(told, left, right, expected):
    assert words(told(left, right), "compare_lone_amounts") == expected


def test_shares_of_two_days_may_both_be_right(told):
    left, right = "The Greens had 8.1 percent.", "The Greens won 8.3 percent of the votes."
    assert words(told(left, right, days=(DAY, NEXT)), "compare_lone_amounts") == []


def test_a_higher_amount_of_a_later_article_is_an_update(told):
    left, right = "The fire had burned 9,400 hectares by noon.", "The blaze has consumed 11,000 hectares."
    (update,) = (each for each in told(left, right, days=(DAY, NEXT)) if each.kind is Kind.QUANTITY)
    assert update.is_update


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("arm", "leg", [["arm", "leg"]]),
        ("arm", "limb", []),
    ],
)
def test_one_noun_exchanged(told, left, right, expected):
    start = "The captain was among the saved, some of whom were taken to a hospital in the port of Salis by night, "
    one = f"{start}and he came ashore with a broken {left}."
    other = f"Two sailors of the lost ship were brought in as well. He came ashore with a broken {right}."
    assert words(told(one, other), "compare_one_word") == expected


def test_a_word_with_a_hyphen_is_one(told):
    one = "Her four goals helped Oruva to reach the semi-finals of the cup."
    other = "Her four goals helped Oruva to reach the final of the cup."
    assert ["semi-finals", "final"] in words(told(one, other), "compare_one_word")


def test_sorts_of_things():
    assert are_apart("brother", "cousin")
    assert not are_apart("dog", "animal")
    assert not are_apart("arm", "wheat")
    assert not are_apart("arm", "harbour")


def test_two_ages_of_one_person(told):
    opened = "Ines Carrow, a 51-year-old former engineer, opened the bridge."
    (found,) = words(told(opened, "The ribbon was cut by Ines Carrow, 53, at noon.", apart=True), "find_ages")
    assert found == ["51", "53"]
    assert not words(told(opened, "The ribbon was cut by Ines Carrow, 51, at noon.", apart=True), "find_ages")
    later = date(2025, 3, 12)
    cut = "The ribbon was cut by Ines Carrow, 53, at noon."
    assert not words(told(opened, cut, apart=True, days=(DAY, later)), "find_ages")


def test_an_article_that_has_both_ages_is_left_alone(told):
    one = "Ines Carrow, 51, opened the bridge. Years ago Ines Carrow, 53, had drawn it."
    assert not words(told(one, "The ribbon was cut by Ines Carrow, 53, at noon.", apart=True), "find_ages")


def test_a_day_in_a_clause_of_the_claim(read):
    one = "The fire, which broke out on Monday near the mill, had burned 900 hectares of wood."
    corpus = read(one, "The fire broke out on Thursday in the hills of Salis.", days=(date(2024, 3, 15),) * 2)
    claims = list(corpus.claims.values())
    (whole,) = (claim for claim in claims if claim.text.startswith("The fire, which"))
    for likeness, expected in ((0.95, [("Monday", "Thursday")]), (0.5, [])):
        found = compare_times(Pairing(whole, claims[-1], Scene(corpus), likeness))
        assert [(verdict.left.text, verdict.right.text) for verdict in found] == expected
