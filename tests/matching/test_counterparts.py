"""Which claim of one sentence goes with which of another."""

import numpy as np
import pytest

from factcheck.matching.counterparts import counterparts, is_apart, is_outdone
from factcheck.matching.view import view

TWO = "The bridge collapsed and the ferry sank. Ana Petrow, the mayor of Lind, resigned."


@pytest.fixture(scope="module")
def seen(corpus):
    return view(corpus(a=TWO, b=TWO))


def find(seen, article, words):
    return next(n for n, claim in enumerate(seen.claims) if claim.article == article and claim.text.startswith(words))


def test_the_likest_claims_find_each_other_and_leave_the_rest_to_each_other(seen):
    bridges, ferries = ([find(seen, a, words) for a in "ab"] for words in ("The bridge", "the ferry"))
    left = np.array([bridges[0], bridges[0], ferries[0], ferries[0]])
    right = np.array([bridges[1], ferries[1], bridges[1], ferries[1]])
    likeness = np.array([3.0, 2.5, 2.0, 0.5])
    assert counterparts(seen, left, right, np.ones(4, bool), likeness).tolist() == [True, False, False, True]


def test_what_is_not_likely_is_no_counterpart(seen):
    left, right = (np.array([find(seen, article, "The bridge")]) for article in "ab")
    assert counterparts(seen, left, right, np.zeros(1, bool), np.ones(1)).tolist() == [False]


def test_claims_side_by_side_in_one_sentence_are_apart(seen):
    bridge, ferry = find(seen, "a", "The bridge"), find(seen, "a", "the ferry")
    other = find(seen, "b", "The bridge")
    assert is_apart(seen, np.array([bridge, bridge]), np.array([ferry, other])).tolist() == [True, False]


def test_a_pair_far_behind_a_better_one_is_outdone(seen):
    bridges, ferries = ([find(seen, a, words) for a in "ab"] for words in ("The bridge", "the ferry"))
    left, right = np.array([bridges[0], bridges[0]]), np.array([bridges[1], ferries[1]])
    assert is_outdone(seen, left, right, np.array([6.0, 0.0]), 5.0).tolist() == [False, True]
    assert is_outdone(seen, left, right, np.array([6.0, 2.0]), 5.0).tolist() == [False, False]
