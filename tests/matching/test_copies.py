"""What several print word for word is matched once: copies outvote nobody and change nothing but who states a fact."""

from datetime import date

import pytest
from conftest import FLOOD_A, FLOOD_B
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import match
from factcheck.matching.copies import take_once
from factcheck.model import Article, Print

DAY = date(2024, 3, 13)


def told(*texts, day=DAY):
    """Facts as sets of (article, words) of some articles, given as (name, text)."""
    corpus = link(extract([Article(name, text, published=day) for name, text in texts]))
    return corpus, match(corpus)


def words(corpus, facts):
    return {frozenset((corpus.claims[key].article, corpus.claims[key].text) for key in fact.claims) for fact in facts}


def spread(facts, prints):
    """Facts with every article in the place of which stand its prints."""
    return {frozenset((name, text) for article, text in fact for name in prints[article]) for fact in facts}


@pytest.fixture(scope="module")
def once():
    return words(*told(("a", FLOOD_A), ("b", FLOOD_B)))


@settings(max_examples=6, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.booleans())
def test_articles_given_several_times_make_the_same_facts_with_the_copies_in_them(once, left, right, is_turned):
    prints = {"a": [f"a{n}" for n in range(left)], "b": [f"b{n}" for n in range(right)]}
    articles = [(name, {"a": FLOOD_A, "b": FLOOD_B}[key]) for key, names in prints.items() for name in names]
    assert words(*told(*(reversed(articles) if is_turned else articles))) == spread(once, prints)


def test_a_copy_is_paired_with_the_claim_that_stood_for_it_and_says_why():
    corpus, facts = told(("a", FLOOD_A), ("b", FLOOD_A), ("c", FLOOD_A))
    for fact in facts:
        assert len(fact.claims) == 3
        assert len(fact.pairs) == 2
        assert all(pair.left < pair.right and pair.features and pair.score > 0.5 for pair in fact.pairs)
        assert fact.articles == ("a", "b", "c")
    assert {key for fact in facts for key in fact.claims} == set(corpus.claims)


def test_the_print_that_most_have_stands_for_the_claims_of_an_edited_one():
    edited = FLOOD_A.replace("240", "24")
    corpus, _ = told(("a", edited), ("b", FLOOD_A), ("c", FLOOD_A))
    left = take_once(corpus).corpus
    assert {claim.article for claim in left.claims.values() if "240" in claim.sentence.text} == {"b"}
    assert {claim.sentence.text for claim in left.claims.values() if claim.article == "a"} == {
        sentence for sentence in edited.split("\n\n") if "24 " in sentence
    }
    assert set(left.documents) == {"a", "b"}


def test_an_edited_print_stands_in_the_facts_of_the_others():
    corpus, facts = told(("a", FLOOD_A), ("b", FLOOD_A), ("c", FLOOD_A.replace("240", "24")))
    assert {fact.articles for fact in facts} == {("a", "b", "c")}
    (amounts,) = [fact for fact in facts if any("residents" in corpus.claims[key].text for key in fact.claims)]
    assert {corpus.claims[key].quantities[0].value.low for key in amounts.claims} == {240.0, 24.0}


def test_many_prints_do_not_outvote_a_reporter(once):
    many = [(f"a{n:02}", FLOOD_A) for n in range(40)]
    corpus, facts = told(*many, ("b", FLOOD_B))
    assert words(corpus, facts) == spread(once, {"a": [name for name, _ in many], "b": ["b"]})


def prints_of(left, right, day=DAY, other_day=DAY):
    corpus = link(extract([Article("a", left, published=day), Article("b", right, published=other_day)]))
    return [
        {Print.of(claim, corpus) for claim in corpus.claims.values() if claim.article == article} for article in "ab"
    ]


SENTENCE = "The governor of the province Ana Petrow promised shopkeepers in Marsk emergency loans on Monday."


def test_other_quotation_marks_blanks_and_dashes_make_no_other_print():
    text = '"The water rose faster than anyone in Marsk had feared," governor Ana Petrow said.'
    mine, yours = prints_of(text, text.replace('"', "”").replace("”The", "“The").replace("anyone in", "anyone  in"))
    assert mine == yours


@pytest.mark.parametrize("other", [date(2024, 3, 12), date(2024, 3, 21)])
def test_one_sentence_on_two_days_is_a_print_where_it_means_one_monday(other):
    mine, yours = prints_of(SENTENCE, SENTENCE, other_day=other)
    assert (mine == yours) is (other == date(2024, 3, 12))


def test_he_is_another_person_in_another_article():
    end = "\n\nHe promised shopkeepers in the old town of Marsk emergency loans without any interest."
    mine, yours = prints_of(f"Mayor Paul Brandt spoke on television.{end}", f"Governor Karl Petrow arrived.{end}")
    assert not mine & yours


def test_a_short_sentence_is_a_print_only_where_the_text_around_it_is_the_same():
    mine, yours = prints_of(f"{SENTENCE}\n\nPolice closed the road.", "Snow fell.\n\nPolice closed the road.")
    assert not mine & yours
    mine, yours = prints_of(f"{SENTENCE}\n\nPolice closed the road.", f"{SENTENCE}\n\nPolice closed the road.")
    assert mine == yours
