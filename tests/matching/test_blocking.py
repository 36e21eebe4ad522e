"""Candidates among very many claims: found by rare keys, bounded by skew, whatever the order."""

import numpy as np
import pytest
import scipy.sparse  # noqa: F401 - on first use it takes longer than an example may
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config import Blocking, Matching
from factcheck.matching import blocking
from factcheck.matching.candidates import propose
from factcheck.matching.rows import distinct, make_rows

bags = st.lists(st.sets(st.sampled_from("abcdefghij"), max_size=5), min_size=1, max_size=14)


def rows_of(sets):
    return make_rows([dict.fromkeys(sorted(keys), 1.0) for keys in sets])


def pairs_of(sets, **limits):
    left, right = blocking.propose_many([rows_of(sets)], Blocking(**limits))
    return set(zip(left.tolist(), right.tolist(), strict=True))


def oracle(sets):
    """Every pair that shares a key."""
    return {(i, j) for j, other in enumerate(sets) for i, one in enumerate(sets[:j]) if one & other}


@given(bags)
def test_with_wide_limits_all_that_share_a_key_are_proposed(some):
    assert pairs_of(some, reach=100, shortlist=100, partners=100) == oracle(some)


@given(bags, st.integers(1, 4), st.integers(1, 3))
def test_what_is_proposed_shares_a_key_and_stands_in_order(some, reach, partners):
    assert pairs_of(some, reach=reach, partners=partners) <= oracle(some)


@given(bags, st.randoms(use_true_random=False))
def test_pairs_that_share_most_are_found_in_any_order(some, chance):
    order = list(range(len(some)))
    chance.shuffle(order)
    found = pairs_of([some[i] for i in order], reach=100, shortlist=100, partners=100)
    assert {tuple(sorted((order[i], order[j]))) for i, j in found} == pairs_of(
        some, reach=100, shortlist=100, partners=100
    )


def test_the_order_of_claims_shows_only_where_scores_are_equal():
    chance = np.random.default_rng(3)
    some = [{f"k{k}" for k in chance.zipf(1.3, 12) if k < 4000} for _ in range(600)]
    order = chance.permutation(len(some))
    found = pairs_of([some[i] for i in order], partners=5, reach=60)
    turned = {tuple(sorted((int(order[i]), int(order[j])))) for i, j in found}
    straight = pairs_of(some, partners=5, reach=60)
    assert len(turned & straight) > 0.9 * len(turned | straight)


def test_boilerplate_that_all_share_leads_nowhere_but_what_stands_beside_it_does():
    some = [{"all", "rights", "reserved", f"name{n // 2}", f"own{n}"} for n in range(400)]
    found = pairs_of(some, reach=20)
    assert {(n, n + 1) for n in range(0, 400, 2)} <= found
    assert len(found) <= 400 * 20


def test_common_keys_lead_to_others_in_pairs():
    """Each key stands in 40 claims, each two keys together in four."""
    some = [{f"a{i}", f"b{j}", f"own{i} {j} {n}"} for i in range(10) for j in range(10) for n in range(4)]
    found = pairs_of(some, reach=20, partners=3)
    together = {(i, j) for i, j in oracle(some) if len(some[i] & some[j]) == 2}
    assert together <= found


def test_copies_stand_for_each_other():
    some = [{"x", "y"}] * 5 + [{"x", "y", "z"}] + [{"z", "w"}] * 2
    assert {(i, j) for j in range(6) for i in range(j)} | {(5, 6), (5, 7), (6, 7)} <= pairs_of(some)


def test_a_thousand_copies_have_a_bounded_number_of_partners_and_hang_together():
    found = pairs_of([{"x", "y"}] * 1000, partners=8)
    assert len(found) <= 8000
    joined = {0}
    for i, j in sorted(found):
        joined |= {i, j} if joined & {i, j} else set()
    assert joined == set(range(1000))


def test_copies_are_numbered_by_their_first():
    matrix = blocking._join([rows_of([{"a", "b"}, {"b"}, {"a", "b"}, set(), set(), {"b"}])])
    heads, labels = blocking.copies(matrix)
    assert heads.tolist() == [0, 1, 3, 4]
    assert labels.tolist() == [0, 1, 0, 2, 3, 1]


def test_more_claims_than_one_chunk_give_the_same(monkeypatch):
    chance = np.random.default_rng(5)
    some = [{f"k{k}" for k in chance.integers(0, 300, 6)} for _ in range(200)]
    at_once = pairs_of(some)
    monkeypatch.setattr(blocking, "CHUNK", 16)
    assert pairs_of(some) == at_once


def test_keys_of_further_views_lead_to_partners():
    words, values = rows_of([{"a"}, {"b"}, {"a"}]), rows_of([{"12"}, {"12"}, set()])
    left, right = propose(words, Matching(), [values], Blocking(exact=1))
    assert set(zip(left.tolist(), right.tolist(), strict=True)) == {(0, 1), (0, 2)}


def test_few_claims_are_held_against_all():
    rows = rows_of([{"a"}, {"a"}, {"b"}])
    left, right = propose(rows, Matching(), (), Blocking(exact=3))
    assert (left.tolist(), right.tolist()) == ([0], [1])


@pytest.mark.parametrize("some", [[], [set()], [set(), set()]])
def test_no_keys_no_pairs(some):
    assert pairs_of(some) == set()


@given(st.lists(st.integers(0, 9)))
def test_distinct_sorts_and_drops_repeats(values):
    assert distinct(np.array(values, np.int64)).tolist() == sorted(set(values))
