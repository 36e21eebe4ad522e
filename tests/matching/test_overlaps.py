"""Facts that overlap: a claim that states two things stands in the fact of each, and in no fact for nothing."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Matching
from factcheck.matching import _facts
from factcheck.matching.links import Linker, Links
from factcheck.matching.overlaps import add_further
from factcheck.matching.scoring import load_scorer
from factcheck.matching.view import view

WORDS = ("The bridge collapsed.", "The ferry sank.", "The tower burned.")
LIMITS = Matching(further=0.5)


class Told(Linker):
    """A linker that is told the score of each pair; what is not told is unlikely."""

    def links(self, left, right):
        scores = np.array([self.scores.get((i, j), 0.01) for i, j in zip(left.tolist(), right.tolist(), strict=True)])
        within = self.seen.is_within(left, right)
        return Links(left, right, within, scores, np.full(len(scores), 2.0), ~within & (scores >= self.threshold))


@pytest.fixture(scope="module")
def seen(corpus):
    """Three articles of three sentences, each a claim: 0 to 2, 3 to 5 and 6 to 8."""
    made = view(corpus(**{article: "\n\n".join(WORDS) for article in "abc"}), {})
    assert [claim.article for claim in made.claims] == list("aaabbbccc")
    return made


def further(seen, groups, scores):
    linker = Told(seen, load_scorer(), 0.3, LIMITS)
    object.__setattr__(linker, "scores", scores)
    left, right = np.triu_indices(len(seen.claims), 1)
    return add_further(groups, linker.links(left, right), linker, LIMITS)


def alone(groups):
    """The groups, and each claim that is in none on its own."""
    return sorted([*groups, *([n] for n in range(9) if not any(n in members for members in groups))])


def test_a_claim_with_a_second_partner_stands_in_a_second_fact(seen):
    found = further(seen, alone([[0, 3]]), {(0, 3): 0.9, (0, 4): 0.6})
    assert found == alone([[0, 3], [0, 4]])


def test_what_is_left_over_has_to_be_likelier_than_what_makes_a_first_fact(seen):
    groups = alone([[0, 3]])
    assert further(seen, groups, {(0, 3): 0.9, (0, 4): 0.4}) == groups


def test_a_claim_joins_a_whole_fact_where_it_is_like_all_of_it(seen):
    found = further(seen, alone([[0, 3], [1, 6]]), {(0, 3): 0.9, (1, 6): 0.9, (0, 6): 0.6, (3, 6): 0.7})
    assert found == alone([[0, 3, 6], [1, 6]])


def test_a_claim_that_is_like_one_of_a_fact_makes_a_fact_with_that_one(seen):
    found = further(seen, alone([[0, 3], [1, 6]]), {(0, 3): 0.9, (1, 6): 0.9, (0, 6): 0.6})
    assert found == alone([[0, 3], [0, 6], [1, 6]])


def test_two_claims_of_one_article_share_no_second_fact(seen):
    found = further(seen, alone([[0, 3]]), {(0, 3): 0.9, (0, 4): 0.6, (0, 5): 0.6})
    assert found == alone([[0, 3], [0, 4]])


def test_nothing_is_left_over_where_every_likely_pair_stands_in_a_fact(seen):
    groups = alone([[0, 3, 6]])
    assert further(seen, groups, {(0, 3): 0.9, (0, 6): 0.9, (3, 6): 0.9}) == groups


tables = st.dictionaries(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda pair: pair[0] < pair[1]),
                         st.floats(0.0, 0.99), max_size=20)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(tables, st.lists(st.integers(0, 4), min_size=9, max_size=9))
def test_every_claim_keeps_a_fact_and_no_fact_holds_another(seen, scores, labels):
    groups = sorted([n for n in range(9) if labels[n] == label] for label in set(labels))
    found = further(seen, groups, scores)
    assert {claim for members in found for claim in members} == set(range(9))
    assert all(not set(one) <= set(other) for one in found for other in found if one is not other)
    assert all(any(set(members) <= set(other) for other in found) for members in groups)


def test_what_stands_for_a_fact_is_a_claim_of_this_fact_alone_where_there_is_one(seen):
    facts = _facts(seen, load_scorer(), [[0, 4], [0, 5]], LIMITS)
    assert [fact.gist for fact in facts] == [seen.claims[4].text, seen.claims[5].text]
