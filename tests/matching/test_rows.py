"""Sparse rows against a dense oracle."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Matching
from factcheck.matching import rows as rows_module
from factcheck.matching.candidates import propose
from factcheck.matching.rows import make_rows, make_rows_of_two

weights = st.floats(0.125, 4.0, width=16)
bags = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), weights, max_size=5), min_size=1, max_size=9)


def dot(one, other):
    return sum(weight * other.get(key, 0.0) for key, weight in one.items())


@given(bags)
def test_dots_are_the_sums_over_shared_keys(some):
    left, right = (np.ravel(side) for side in np.indices((len(some), len(some))))
    apart = left != right
    left, right = left[apart], right[apart]
    expected = [dot(some[i], some[j]) for i, j in zip(left, right, strict=True)]
    assert make_rows(some).dots(left, right) == pytest.approx(expected)


@given(bags)
def test_cosines_lie_between_0_and_1(some):
    left, right = np.triu_indices(len(some), 1)
    cosines = make_rows(some).cosines(left, right)[1]
    assert ((cosines >= 0) & (cosines <= 1 + 1e-9)).all()


@given(bags, bags)
def test_rows_of_two_share_their_columns(some, others):
    count = min(len(some), len(others))
    one, other = make_rows_of_two(some[:count], others[:count])
    left, right = (np.ravel(side) for side in np.indices((count, count)))
    expected = [dot(some[i], others[j]) for i, j in zip(left, right, strict=True)]
    assert one.dots(left, right, other) == pytest.approx(expected)


def test_more_rows_than_one_chunk_give_the_same(monkeypatch):
    some = [{n % 7: 1.0, n % 5 + 10: 0.5} for n in range(40)]
    left, right = np.triu_indices(40, 1)
    at_once = make_rows(some).dots(left, right)
    monkeypatch.setattr(rows_module, "CHUNK", 3)
    assert make_rows(some).dots(left, right) == pytest.approx(at_once)


@given(bags)
def test_all_pairs_that_share_enough_are_proposed(some):
    limits = Matching(floor=0.5)
    left, right = propose(make_rows(some), limits)
    expected = {(i, j) for j in range(len(some)) for i in range(j) if dot(some[i], some[j]) >= 0.5}
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == expected


def test_each_row_keeps_its_best_partners():
    some = [{"x": 1.0 + n} for n in range(30)]
    left, right = propose(make_rows(some), Matching(partners=1))
    assert {(i, 29) for i in range(29)} == set(zip(left.tolist(), right.tolist(), strict=True))


def test_a_key_that_very_many_share_proposes_nothing():
    some = [{"boilerplate": 1.0} for _ in range(10)] + [{"rare": 1.0}, {"rare": 1.0}]
    left, right = propose(make_rows(some), Matching(common=5))
    assert (left.tolist(), right.tolist()) == ([10], [11])


@given(bags, st.integers(1, 4))
def test_each_row_proposes_its_best_partners_and_whatever_ties_with_the_last(some, partners):
    expected = set()
    for i, bag in enumerate(some):
        shared = {j: dot(bag, other) for j, other in enumerate(some) if j != i}
        ranked = sorted(shared.values(), reverse=True)
        bar = max(0.5, ranked[partners - 1] if len(ranked) >= partners else 0.0)
        expected |= {(min(i, j), max(i, j)) for j, product in shared.items() if product >= bar}
    left, right = propose(make_rows(some), Matching(floor=0.5, partners=partners))
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == expected
