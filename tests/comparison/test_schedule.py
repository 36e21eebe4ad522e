"""What lies ahead by both accounts is put alike, and so is a refusal."""

import pytest

from factcheck.model import Kind


def told(find, left, right):
    return [each for each in find(left, right) if each.kind is Kind.MODALITY]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The next session of the harbour council is on August 17 in Lunden.",
            "The next session of the harbour council will be on August 17 in Lunden.",
        ),
        (
            "Norland is sending two planes and forty divers to the harbour of Lunden.",
            "Norland will send two planes and forty divers to the harbour of Lunden.",
        ),
        (
            "The head of the mission is due to present her report to the council on Monday.",
            "The head of the mission will present her report to the council on Monday.",
        ),
        (
            "Mina Okoro steers the ferry out of the harbour of Lunden, May 11, 2024.",
            "Mina Okoro steers the ferry out of the harbour of Lunden.",
        ),
        (
            "Harbour Minister Mina Okoro declined to comment on the decision about the fees.",
            "Harbour Minister Mina Okoro did not want to comment on the decision about the fees.",
        ),
    ],
)
def test_an_appointment_told_in_the_present_is_as_firm_as_one_in_the_future(find, left, right):
    assert told(find, left, right) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The old bridge over the harbour of Lunden is safe for the lorries.",
            "The old bridge over the harbour of Lunden will be safe for the lorries.",
        ),
        (
            "Norland will send two planes and forty divers to the harbour of Lunden.",
            "Norland may send two planes and forty divers to the harbour of Lunden.",
        ),
        (
            "Norland sent two planes and forty divers to the harbour of Lunden.",
            "Norland will send two planes and forty divers to the harbour of Lunden.",
        ),
    ],
)
def test_a_state_a_doubt_and_a_deed_that_is_done_are_not(find, left, right):
    assert len(told(find, left, right)) == 1
