"""Groups: no chains, each claim once, the same whatever the order."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Matching
from factcheck.matching.grouping import cluster, group, neighbourhoods


def symmetric(size, pairs):
    gains = np.full((size, size), -0.2)
    np.fill_diagonal(gains, 0.0)
    for (one, other), gain in pairs.items():
        gains[one, other] = gains[other, one] = gain
    return gains


matrices = (
    st.integers(1, 8)
    .flatmap(
        lambda n: st.lists(st.floats(-0.5, 0.8), min_size=n * n, max_size=n * n).map(
            lambda values: np.triu(np.reshape(values, (n, n)), 1)
        )
    )
    .map(lambda upper: upper + upper.T)
)


def earned(gains, groups):
    return sum(gains[i, j] for members in groups for i in members for j in members if i < j)


def test_a_chain_of_likely_pairs_is_not_one_fact():
    chain = symmetric(5, {(0, 1): 0.15, (1, 2): 0.15, (2, 3): 0.15, (3, 4): 0.15})
    assert max(len(members) for members in cluster(chain)) == 2


def test_three_that_are_all_alike_are_one_fact():
    assert cluster(symmetric(4, {(0, 1): 0.6, (1, 2): 0.5, (0, 2): 0.4})) == [[0, 1, 2], [3]]


def test_one_unlike_pair_is_borne_where_the_others_carry_it():
    assert cluster(symmetric(3, {(0, 1): 0.7, (1, 2): 0.6, (0, 2): -0.1})) == [[0, 1, 2]]


@given(matrices)
def test_every_claim_is_in_one_group_and_no_group_costs(gains):
    groups = cluster(gains)
    assert sorted(i for members in groups for i in members) == list(range(len(gains)))
    assert all(earned(gains, [members]) >= -1e-9 for members in groups)


@given(matrices)
def test_no_claim_would_do_better_elsewhere(gains):
    groups = cluster(gains)
    for members in groups:
        for claim in members:
            here = gains[claim, members].sum()
            assert here >= -1e-6
            assert all(gains[claim, other].sum() <= here + 1e-6 for other in groups if other is not members)


@settings(max_examples=40)
@given(matrices)
def test_neighbourhoods_do_not_change_the_groups_of_those_that_no_pair_connects(gains):
    size = len(gains)
    both = np.full((2 * size, 2 * size), -0.3)
    both[:size, :size] = both[size:, size:] = gains
    left, right = np.triu_indices(2 * size, 1)
    groups = group(2 * size, (left, right, both[left, right]), lambda i, j: both[i, j], Matching())
    assert all((i < size) == (j < size) for members in groups for i in members for j in members)


def test_too_large_a_neighbourhood_is_cut_at_its_weakest_pairs():
    edges = np.array([0, 1, 2]), np.array([1, 2, 3]), np.array([0.5, 0.02, 0.5])
    assert neighbourhoods(4, edges, crowd=3) == [[0, 1], [2, 3]]
    assert neighbourhoods(4, edges, crowd=4) == [[0, 1, 2, 3]]
