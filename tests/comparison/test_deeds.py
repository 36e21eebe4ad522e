"""What one claim adds counts where it hangs on a deed that the other tells of as well."""

import pytest

from factcheck.comparison import compare
from factcheck.config import READABLE, Settings
from factcheck.model import Fact, Kind

READING = Settings(min_confidence=READABLE)
ASKING = Settings(min_confidence=0.0)


def added(read, left, right, settings=READING):
    """What the first claim of each text is told to add to the other, as words."""
    corpus = read(left, right)
    firsts = [next(c.id for c in corpus.claims.values() if c.article == article) for article in ("a", "b")]
    findings = compare([Fact("f", tuple(firsts), "")], corpus, settings)
    return [side.words for each in findings if each.kind is Kind.DETAIL for side in each.sides if side.words]


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (
            "The senate restored voting rights to thousands of fishermen.",
            "Voting rights were restored by the senate.",
            "to thousands of fishermen",
        ),
        (
            "Mina Okoro resigned from the board on 4 May, after a quarrel about the harbour fees.",
            "Mina Okoro resigned from the board.",
            "4 May",
        ),
        (
            "The new act requires charities to name donors who gave more than $9,000.",
            "The new act requires charities to name donors.",
            "more than $9,000",
        ),
    ],
)
def test_what_hangs_on_a_common_deed_is_told(read, left, right, words):
    (found,) = added(read, left, right)
    assert words in found


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # another deed of the same people
        ("The mayor of Oruva praised the choir in a letter.", "The mayor of Oruva joined the choir."),
        # the place is taken
        ("Party officials won seats in Lunden.", "Party officials won seats in Oruva."),
        # done to another one
        ("The guard grabbed the camera after a few seconds.", "The guard grabbed the ladder."),
    ],
)
def test_the_rest_is_not_told(read, left, right):
    assert added(read, left, right) == []


def test_what_the_other_article_says_elsewhere_is_not_added(read):
    left = "The senate restored voting rights to thousands of fishermen."
    elsewhere = "Voting rights were restored by the senate. Thousands of fishermen had lost them."
    assert added(read, left, elsewhere) == []


def test_weak_additions_are_told_to_those_who_ask(read):
    left = "Mina Okoro opened the harbour fair in Lunden with a short speech about tariffs."
    right = "Mina Okoro visited the harbour fair."
    assert added(read, left, right) == []
    assert added(read, left, right, ASKING) != []


def test_who_somebody_is_and_what_another_clause_tells_of_is_not_told(read):
    left = "The former head of the ferry union, Mina Okoro was elected to the council in Lunden."
    right = "Mina Okoro was elected to the council."
    assert not any("former head" in words for words in added(read, left, right))


def test_of_a_weak_addition_only_that_it_stands_here_is_told(read):
    left = "The senate restored voting rights to thousands of fishermen."
    corpus = read(left, "Voting rights were restored by the senate. Thousands of fishermen had lost them.")
    firsts = tuple(next(c.id for c in corpus.claims.values() if c.article == article) for article in ("a", "b"))
    told = [f.explanation for f in compare([Fact("f", firsts, "")], corpus) if f.kind is Kind.DETAIL]
    assert told
    assert all(words.startswith("Here ") and " also has “" in words for words in told)
