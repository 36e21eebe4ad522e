"""How firmly a deed is put: told where both tell of one deed of one person, and each in its own words."""

import pytest

from factcheck.comparison import compare
from factcheck.config import Settings
from factcheck.model import Fact, Kind


def told(read, left, right, settings=Settings()):
    corpus = read(left, right)
    claims = [next(c for c in corpus.claims.values() if c.article == key and c.predicate) for key in "ab"]
    findings = compare([Fact("f", tuple(c.id for c in claims), "")], corpus, settings)
    return [each for each in findings if each.kind is Kind.MODALITY]


def test_planned_by_one_and_done_in_the_other_is_told(read):
    left = "Mina Okoro will resign from the harbour board of Lunden over the fees."
    right = "After the quarrel over fees Mina Okoro resigned from the board of the harbour in Lunden."
    assert len(told(read, left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The Oruva council will impose a ban on travel to the island of Tarn.",
            "In the harbour towns the Lunden council imposed a ban on travel to the island of Tarn.",
        ),
        (
            "Mina Okoro will face a hard race against the mayor of Lunden.",
            "On the harbour front Mina Okoro faces a race with the mayor of Lunden.",
        ),
    ],
)
def test_two_who_act_or_a_deed_that_goes_on_are_not(read, left, right):
    assert told(read, left, right) == []
