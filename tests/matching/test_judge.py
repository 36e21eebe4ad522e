"""A judge of meaning: whom it is asked about, how it is heard, and what it must not do."""

import attrs
import numpy as np
import pytest
from strike import STRIKE_A, STRIKE_B

from factcheck import Article, reconcile
from factcheck.config import Judging, Settings
from factcheck.errors import JudgeError
from factcheck.matching import match
from factcheck.matching.judge import Opinions, ask, shortlist


@attrs.define
class Fake:
    """A judge that answers by a rule, and remembers what it was asked."""

    rule: object
    name: str = "fake"
    asked: list = attrs.Factory(list)

    def probabilities(self, pairs):
        self.asked.extend(pairs)
        return [self.rule(*pair) for pair in pairs]


def is_strike(left, right):
    return 0.99 if "walked out" in left and "stood still" in right else 0.01


def together(corpus, facts, one, other):
    texts = [[corpus.claims[claim].text for claim in fact.claims] for fact in facts]
    return any(any(one in t for t in group) and any(other in t for t in group) for group in texts)


def test_without_a_judge_nobody_is_asked_and_one_that_cannot_tell_changes_nothing(flood):
    undecided = Fake(lambda left, right: 0.5)
    before = match(flood)
    assert undecided.asked == []
    assert match(flood, judge=undecided) == before
    assert undecided.asked


def test_a_judge_brings_together_what_the_features_leave_apart(corpus):
    strike = corpus(a=STRIKE_A, b=STRIKE_B)
    strict = Settings(match_threshold=0.6)
    assert not together(strike, match(strike, strict), "walked out", "stood still")
    assert together(strike, match(strike, strict, judge=Fake(is_strike)), "walked out", "stood still")


def test_a_judge_that_denies_takes_apart_what_is_not_certain(flood):
    def shared(judge):
        return [p for f in match(flood, Settings(match_threshold=0.9), judge=judge) for p in f.pairs]

    agreed = shared(Fake(lambda a, b: 0.99))
    denied = shared(Fake(lambda a, b: 0.01))
    assert sum(p.score for p in denied) < sum(p.score for p in agreed)


def test_its_part_of_a_score_is_told_under_its_name_in_order_of_size(flood):
    pairs = [pair for fact in match(flood, judge=Fake(lambda a, b: 0.98)) for pair in fact.pairs]
    told = [pair for pair in pairs if "judge: fake" in pair.features]
    assert told
    for pair in told:
        weights = [weight for name, weight in pair.features.items() if name != "others"]
        assert weights == sorted(weights, key=abs, reverse=True)


def test_a_higher_answer_gives_a_higher_score(corpus):
    strike = corpus(a=STRIKE_A, b=STRIKE_B)

    def best(answer):
        pairs = [p for f in match(strike, judge=Fake(lambda a, b: answer)) for p in f.pairs]
        return {(p.left, p.right): p.score for p in pairs if "judge: fake" in p.features}

    low, high = best(0.8), best(0.9)
    shared = low.keys() & high.keys()
    assert any(high[pair] > low[pair] for pair in shared)
    assert all(high[pair] >= low[pair] for pair in shared)


def test_it_is_asked_about_pairs_of_different_articles_and_about_each_once(flood):
    judge = Fake(lambda left, right: 0.5)
    match(flood, judge=judge)
    texts = {claim.text: claim.article for claim in flood.claims.values()}
    assert len(judge.asked) == len(set(judge.asked))
    assert all(texts[left] != texts[right] for left, right in judge.asked)


def test_the_order_of_the_articles_does_not_show(corpus, flood):
    turned = corpus(**{name: flood.articles[name].text for name in ("b", "a")})
    one, other = Fake(lambda a, b: 0.9), Fake(lambda a, b: 0.9)
    assert match(flood, judge=one) == match(turned, judge=other)
    assert one.asked == other.asked


def test_reconcile_hears_the_judge():
    articles = [Article("a", STRIKE_A), Article("b", STRIKE_B)]
    judge = Fake(is_strike)
    reconcile(articles, settings=Settings(one_story=True), judge=judge)
    assert judge.asked


def test_the_shortlist_takes_the_likeliest_and_no_claim_too_often():
    left, right = np.array([0, 0, 0, 1, 2]), np.array([5, 6, 7, 5, 6])
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5])
    assert shortlist(left, right, scores, most=2, each=9).tolist() == [0, 1]
    assert shortlist(left, right, scores, most=9, each=1).tolist() == [0, 4]
    assert shortlist(left, right, scores, most=9, each=2).tolist() == [0, 1, 3, 4]


def test_an_opinion_holds_for_its_pair_either_way_round_and_for_no_other():
    opinions = Opinions("judge: fake", np.array([1 * 10 + 4]), np.array([3.0]), 10)
    assert opinions.shifts(np.array([1, 4, 1]), np.array([4, 1, 5])).tolist() == [3.0, 3.0, 0.0]


def test_trust_and_doubt_bound_what_an_answer_can_do(flood):
    claims = list(flood.claims.values())
    pair = np.array([0]), np.array([len(claims) - 1])
    for answer, trust, shift in ((1.0, 1.0, np.log(9)), (0.0, 1.0, -np.log(9)), (1.0, 0.5, np.log(3)), (0.5, 1.0, 0.0)):
        limits = Judging(trust=trust, doubt=0.1)
        opinions = ask(Fake(lambda a, b, said=answer: said), claims, pair, np.array([0.5]), limits)
        assert opinions.shifts(*pair) == pytest.approx([shift])


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (lambda pairs: [0.5] * (len(pairs) + 1), "answers"),
        (lambda pairs: [1.5] * len(pairs), "1.5"),
        (lambda pairs: [float("nan")] * len(pairs), "nan"),
    ],
)
def test_answers_that_cannot_be_used_are_an_error_that_names_the_judge(flood, answers, told):
    class Wrong:
        name = "wrong"

        def probabilities(self, pairs):
            return answers(pairs)

    with pytest.raises(JudgeError, match=rf"judge wrong: .*{told}") as caught:
        match(flood, judge=Wrong())
    assert caught.value.name == "wrong"


def test_nobody_is_asked_where_there_is_nothing_to_ask(corpus, flood):
    judge = Fake(lambda left, right: 0.5)
    match(corpus(a="The mayor of Lind opened the new tram line."), judge=judge)
    assert judge.asked == []
    claims = list(flood.claims.values())
    nothing = np.array([0]), np.array([1])
    assert ask(judge, claims, nothing, np.array([0.5]), Judging(share=0.0)) is None
