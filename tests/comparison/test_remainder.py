"""What is left over of two claims that are likely one fact, in other words."""

import pytest

from factcheck.comparison import compare
from factcheck.config import Settings
from factcheck.model import Fact, Kind, Pair

LEFT = "Fishermen with old flags from the outer villages stopped the ferries."
RIGHT = "Protesters stopped the ferries."


@pytest.fixture(scope="module")
def details(read):
    """What is told between the first claims of two texts that are one fact with some probability."""

    def of(left, right, likeness=0.95):
        corpus = read(left, right)
        mine, yours = (next(c.id for c in corpus.claims.values() if c.article == article) for article in "ab")
        fact = Fact("f", (mine, yours), "gist", pairs=(Pair(mine, yours, likeness),))
        return [each for each in compare([fact], corpus, Settings()) if each.kind is Kind.DETAIL]

    return of


def test_what_one_has_and_the_other_lacks_is_kept_as_weak(details):
    (finding,) = details(LEFT, RIGHT)
    assert finding.score == 0.4
    assert "with old flags" in finding.explanation and "The A Post also has" in finding.explanation


def test_of_claims_that_may_be_two_facts_nothing_is_left_over(details):
    assert details(LEFT, RIGHT, 0.5) == []


def test_the_deed_itself_and_what_the_other_says_are_no_remainder(details):
    assert details("The port authority closed.", "The harbour office shut.") == []


def test_how_much_of_a_speech_is_quoted_is_no_remainder(details):
    left = "“The fierce protests of the fishermen moved us,” Mina Okoro said."
    right = "“We are moved,” Mina Okoro said."
    assert details(left, right) == []
