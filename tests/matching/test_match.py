"""Facts out of articles: what must come together, what must not, and what must not matter."""

import pytest

from factcheck.config import Settings
from factcheck.matching import match, score_articles


def together(corpus, facts, one, other):
    """Whether some fact holds a claim of one article with the words `one` and a claim of another with `other`."""
    for fact in facts:
        claims = [corpus.claims[claim] for claim in fact.claims]
        left = {c.article for c in claims if one in c.text}
        right = {c.article for c in claims if other in c.text}
        if any(x != y for x in left for y in right):
            return True
    return False


def test_each_claim_is_in_exactly_one_fact(flood):
    claims = [claim for fact in match(flood) for claim in fact.claims]
    assert sorted(claims) == sorted(flood.claims)


def test_one_claim_in_other_words_and_another_day_is_one_fact(flood):
    assert together(flood, match(flood), "swept away the old bridge", "The old bridge of Marsk was swept away")


def test_active_and_passive_with_another_number_are_one_fact(flood):
    assert together(flood, match(flood), "240 residents", "310 residents")


def test_one_remark_with_and_without_an_auxiliary_is_one_fact(flood):
    assert together(flood, match(flood), "faster than anyone had feared", "faster than anyone feared")


def test_what_one_outlet_alone_says_stays_alone(flood):
    facts = [f for f in match(flood) if any("sandbags" in flood.claims[c].text for c in f.claims)]
    assert [f.articles for f in facts] == [("b",)] * len(facts)


def test_every_pair_explains_itself(flood):
    pairs = [pair for fact in match(flood) for pair in fact.pairs]
    assert pairs
    for pair in pairs:
        assert pair.left < pair.right
        assert 0.0 <= pair.score <= 1.0
        assert pair.features
        told = [weight for name, weight in pair.features.items() if name != "others"]
        assert told == sorted(told, key=abs, reverse=True)


def test_the_gist_is_one_of_the_claims(flood):
    for fact in match(flood):
        assert fact.gist in {flood.claims[claim].text for claim in fact.claims}


def test_facts_are_sorted_and_their_ids_differ(flood):
    ids = [fact.id for fact in match(flood)]
    assert ids == sorted(set(ids))


def test_the_order_of_the_articles_does_not_show(corpus, flood):
    texts = {name: flood.articles[name].text for name in ("b", "a")}
    assert match(corpus(**texts)) == match(flood)


def test_an_unrelated_article_changes_no_fact_of_the_others(flood, flood_and_chess):
    before = {fact.claims for fact in match(flood)}
    after = {fact.claims for fact in match(flood_and_chess) if "c" not in fact.articles}
    assert before == after


def test_an_unrelated_article_shares_no_fact(flood_and_chess):
    assert all(fact.articles == ("c",) for fact in match(flood_and_chess) if "c" in fact.articles)


def test_the_threshold_decides_what_comes_together(flood):
    loose = [fact for fact in match(flood) if len(fact.articles) > 1]
    assert loose
    assert not [fact for fact in match(flood, Settings(match_threshold=1.0)) if len(fact.articles) > 1]


def test_no_claims_no_facts(corpus):
    assert match(corpus(a="")) == ()


@pytest.mark.parametrize(
    ("one", "same", "changed"),
    [
        (
            "The minister opened 12 schools in the province of Tarn on Monday.",
            "The minister opened schools in the province of Tarn.",
            "The minister opened 19 schools in the province of Tarn on Friday.",
        ),
        (
            "The senate approved the fishing treaty.",
            "The senate approved the fishing treaty.",
            "The senate did not approve the fishing treaty.",
        ),
    ],
)
def test_a_conflicting_value_or_a_denial_never_makes_two_claims_look_less_alike(corpus, one, same, changed):
    """Another number or day counts no less than none at all, and a denial costs next to nothing."""
    plain, conflicting = score_articles(corpus(a=one, b=same)), score_articles(corpus(a=one, b=changed))
    assert conflicting >= plain - 0.05


def test_two_reports_of_one_thing_score_above_two_reports_of_two_things(corpus):
    one = "The mayor of Lind opened the new tram line to the harbour."
    same = "Lind's mayor opened a new tram line that leads to the harbour."
    other = "The harbour of Lind closed for repairs after the storm."
    assert score_articles(corpus(a=one, b=same)) > score_articles(corpus(a=one, b=other))


def test_one_article_alone_has_no_score(corpus):
    assert score_articles(corpus(a="The mayor of Lind opened the new tram line.")) == 0.0


def test_what_stands_around_brings_together_what_two_reports_of_a_few_sentences_say_in_other_words(corpus):
    made = corpus(
        a="A ferry with 80 people on board ran aground off Marsk on Monday. Two sailors were hurt. Its captain, Ana "
        "Petrow, had been asleep, the coast guard said.",
        b="The coast guard says that captain Ana Petrow was sleeping when her ferry struck a sandbank near Marsk on "
        "Monday. Eighty passengers were taken off. Two members of the crew suffered injuries.",
    )
    shared = [{made.claims[c].text[:6] for c in fact.claims} for fact in match(made) if len(fact.articles) == 2]
    assert any(len(texts) == 2 for texts in shared)
    assert len(shared) >= 2
