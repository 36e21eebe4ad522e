"""How sure it is that the articles of a fact state the same thing."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Pair
from factcheck.origins.binding import binding

HOMES = {"a1": "a", "a2": "a", "b1": "b", "c1": "c"}


def test_one_article_needs_no_pair():
    """However unlike its own two claims are."""
    assert binding([Pair("a1", "a2", 0.1)], {"a1": "a", "a2": "a"}) == 1.0


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({("a1", "b1"): 0.9}, 0.9),
        ({("a1", "b1"): 0.3, ("a2", "b1"): 0.8}, 0.8),  # one of the ways in which an article puts it is enough
        ({("a1", "b1"): 0.9, ("b1", "c1"): 0.4, ("a1", "c1"): 0.2}, 0.4),
        ({("a1", "b1"): 0.9, ("b1", "c1"): 0.7, ("a1", "c1"): 0.1}, 0.7),  # bound through the second article
        ({("a1", "a2"): 0.1, ("a1", "b1"): 0.9}, 0.9),  # a pair inside one article binds nothing
    ],
)
def test_the_weakest_pair_that_is_needed_counts(scores, expected):
    """In whatever order the pairs are given."""
    pairs = [Pair(left, right, score) for (left, right), score in scores.items()]
    homes = {claim: HOMES[claim] for pair in pairs for claim in (pair.left, pair.right)}
    assert {binding(order, homes) for order in permutations(pairs)} == {expected}


@given(st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("vwxyz"), st.floats(0, 1)), max_size=12))
def test_a_further_pair_never_makes_bound_articles_less_sure(edges):
    """Between articles that are bound already it can only be another way round."""
    chain = [Pair(left, right, 0.5) for left, right in zip("abcdvwxy", "bcdvwxyz", strict=True)] + [Pair("d", "e", 0.5)]
    homes = {claim: claim for claim in "abcdevwxyz"}
    more = [Pair(left, right, score) for left, right, score in edges]
    assert binding(chain + more, homes) >= binding(chain, homes) == 0.5
