"""What only may be a conflict is told to those who ask for it."""

import pytest

from factcheck.comparison import compare
from factcheck.comparison.verdict import DOUBTFUL
from factcheck.config import Settings
from factcheck.model import Fact, Kind


def doubts(read, *texts):
    """What is found of two texts at any score, and what the default leaves of it."""
    corpus = read(*texts)
    fact = Fact("f", tuple(corpus.claims), "")
    every = compare([fact], corpus, Settings(min_confidence=0.0))
    assert not [finding for finding in compare([fact], corpus) if finding.score == DOUBTFUL]
    return [finding for finding in every if finding.score == DOUBTFUL]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The island will not take the plastic licence as proof of age.",
            "The island takes it as proof.",
            Kind.POLARITY,
        ),
        (
            "The assembly of Tarvik passed the women's vote bill by 35 to 23.",
            "A women's vote bill was rejected by the assembly of Tarvik.",
            Kind.EVENT,
        ),
        ("The trial tested 240 sailors in ten towns.", "The trial is about 200 sailors.", Kind.QUANTITY),
    ],
)
def test_what_does_not_fit_between_claims_that_are_much_alike(read, left, right, kind):
    assert [finding.kind for finding in doubts(read, left, right)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The island will not take the plastic licence.", "The choir sang in the old church of Lund."),
        ("The trial tested 240 sailors in ten towns.", "In ten towns the trial was about sailors."),
        ("The island may not take the licence as proof.", "The island takes the licence as proof."),
    ],
)
def test_other_events_equal_amounts_and_open_deeds_leave_no_doubt(read, left, right):
    assert doubts(read, left, right) == []
