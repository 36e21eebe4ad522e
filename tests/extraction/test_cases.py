"""Short texts and what a careful reader finds in them: the easy ones must be right, and no fewer hard ones than now."""

import pytest

from benchmarks.extraction_cases import groups, look, read

CASES = [case for cases in groups().values() for case in cases]
HARD_RIGHT = 33  # of the hard ones; raise it when more are


@pytest.fixture(scope="module")
def extractions():
    return read(CASES)


@pytest.mark.parametrize("case", [c for c in CASES if c["grade"] == "easy"], ids=lambda case: case["text"][:50])
def test_an_easy_case_is_right(case, extractions):
    assert look(case, extractions[case["text"]]) == []


def test_enough_hard_cases_are_right(extractions):
    right = [case for case in CASES if case["grade"] == "hard" and not look(case, extractions[case["text"]])]
    assert len(right) >= HARD_RIGHT
