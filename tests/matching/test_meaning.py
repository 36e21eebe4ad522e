"""An encoder of meaning: what it is asked, what is made of its vectors, and what it must not do."""

import hashlib
import json

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strike import STRIKE_A, STRIKE_B

from factcheck import Article, reconcile
from factcheck.config import Settings
from factcheck.errors import ConfigError, EncoderError
from factcheck.matching import match
from factcheck.matching.encoder import encode
from factcheck.matching.meaning import PREFIX, Space, make_meaning
from factcheck.matching.scoring import load_scorer
from factcheck.matching.view import view
from factcheck.reporting import render

OTHER_WORDS = {"walked": "strike", "stood": "strike", "drivers": "crews", "buses": "transport", "paid": "wages"}
CHESS = """Grandmaster Lena Holm won the chess final in Oslo after six hours of play.

Her opponent resigned in a rook ending that commentators called hopeless.

The winner takes home a silver cup and a place in the world championship."""


@attrs.define
class Words:
    """Sums of one fixed direction for each word; words of one meaning share theirs."""

    name: str = "words"
    asked: list = attrs.Factory(list)

    def encode(self, texts):
        self.asked.append(list(texts))
        return np.array([sum(self.direction(word) for word in text.lower().split()) for text in texts])

    @staticmethod
    def direction(word):
        word = word.strip('.,"')
        seed = hashlib.sha256(OTHER_WORDS.get(word, word).encode()).digest()
        return np.frombuffer(seed * 2, np.uint8).astype(float) - 127.5


@attrs.define
class Fixed:
    """Always the same array."""

    array: object
    name: str = "fixed"

    def encode(self, texts):
        return self.array


def pairs_of(facts):
    return [pair for fact in facts for pair in fact.pairs]


def test_every_text_is_asked_for_once(flood):
    words = Words()
    match(flood, encoder=words)
    [asked] = words.asked
    assert len(asked) == len(set(asked))
    assert {claim.text for claim in flood.claims.values()} <= set(asked)


def test_without_an_encoder_nothing_changes_and_no_pair_tells_of_one(flood):
    assert match(flood) == match(flood, Settings(meaning=""))
    assert not any(name.startswith(PREFIX) for pair in pairs_of(match(flood)) for name in pair.features)
    assert not any(name.startswith(PREFIX) for name in load_scorer().whole.weights)
    assert view(flood).meaning is None


def test_settings_are_told_with_the_encoder_only_where_there_is_one(flood):
    articles = [document.article for document in flood.documents.values()]
    assert "meaning" not in json.loads(render(reconcile(articles), "json"))["settings"]


def test_pairs_tell_what_the_encoder_says_of_them_in_plain_words(flood):
    seen = view(flood, encoder=Words())
    left, right = (side[:5] for side in np.triu_indices(len(seen.claims), 1))
    features = seen.features(left, right)
    scorer = load_scorer(True)
    told = {name for name in scorer.contributions(features, 0, False) if name.startswith(PREFIX)}
    assert "meaning: claims stand out" in told
    assert {name for name in features if name.startswith(PREFIX)} == {
        f"meaning: {part}"
        for what in ("claim", "sentence")
        for part in (f"{what}s stand out", f"each {what} the other's best", f"one {what} the other's best")
    }
    assert set(scorer.whole.weights) <= set(features)
    assert scorer.counterpart == load_scorer().counterpart


def test_what_is_near_in_meaning_scores_higher(corpus):
    strike = corpus(a=STRIKE_A, b=STRIKE_B)
    seen = view(strike, encoder=Words())
    texts = [claim.text for claim in seen.claims]
    walked, stood, race = (
        next(n for n, text in enumerate(texts) if word in text) for word in ("walked out", "stood still", "pigeon")
    )
    odds = seen.features(np.array([walked, walked]), np.array([stood, race]))
    for name in ("meaning: claims stand out", "meaning: each claim the other's best"):
        assert odds[name][0] > odds[name][1]
    assert odds["meaning: each claim the other's best"][0] > 0


def test_an_unrelated_article_changes_nothing(corpus, flood):
    more = corpus(**{key: document.article.text for key, document in flood.documents.items()}, c=CHESS)

    def told(those):
        seen = view(those, encoder=Words())
        kept = [n for n, claim in enumerate(seen.claims) if claim.article != "c"]
        left, right = (np.array(kept)[side] for side in np.triu_indices(len(kept), 1))
        return {n: v.tolist() for n, v in seen.features(left, right).items() if n.startswith(PREFIX)}

    assert told(flood) == told(more)


def test_the_order_of_articles_does_not_show(flood):
    articles = [*(document.article for document in flood.documents.values()), Article("c", CHESS)]
    one = reconcile(articles, encoder=Words())
    other = reconcile(articles[::-1], encoder=Words())
    assert one.to_json() == other.to_json()


def test_short_texts_and_copies_go_through(corpus):
    facts = match(corpus(a="The bridge fell.", b="The bridge fell.", c="A bridge collapsed in Marsk."), encoder=Words())
    assert any(len(fact.articles) > 1 for fact in facts)
    assert match(corpus(a=""), encoder=Words()) == ()


def test_an_engine_takes_its_encoder_from_the_settings():
    with pytest.raises(ConfigError, match=r"name it in the settings"):
        reconcile([Article("a", STRIKE_A)], engine="local", encoder=Words())


@pytest.mark.parametrize(
    ("array", "reason"),
    [
        (np.ones(3), r"shape \(3,\) for 2 texts"),
        (np.ones((3, 4)), r"shape \(3, 4\) for 2 texts"),
        (np.array([[1.0, np.nan], [0.0, 1.0]]), "nan or infinite"),
    ],
)
def test_vectors_that_cannot_be_used_are_told(array, reason):
    with pytest.raises(EncoderError, match=f"encoder fixed: .*{reason}"):
        encode(Fixed(array), ["a", "b"])


def test_vectors_of_any_length_become_units_and_nothing_stays_nothing():
    vectors = encode(Fixed(np.array([[3.0, 4.0], [0.0, 0.0]])), ["b", "a", "a"])
    assert vectors["a"] == pytest.approx([0.6, 0.8], abs=1e-3)
    assert vectors["b"].tolist() == [0.0, 0.0]
    assert encode(Fixed(None), []) == {}


def space(rows, starts):
    rows = np.array(rows, float)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    return Space((np.round(rows * 4096) / 4096).astype(np.float32), np.array(starts))


def test_a_pair_stands_out_by_what_it_has_before_its_neighbours():
    # Two articles of two texts: the first of each are alike, the second of each face elsewhere.
    two = space([[1, 0, 0], [0, 1, 0], [1, 0, 0], [0, 0, 1]], [0, 2, 4])
    out, lesser, greater = two.features(np.array([0, 0, 1]), np.array([2, 3, 3]))
    assert out.tolist() == [1.0, -0.5, 0.0]  # 2 - 1/2 - 1/2; 0 - 1/2 - 0; 0
    assert lesser.tolist() == [1.0, -1.0, 0.0]
    assert greater.tolist() == [1.0, 0.0, 0.0]


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(0, 5), min_size=2, max_size=4))
def test_features_are_symmetric_and_the_same_for_any_choice_of_pairs(seed, sizes):
    rng = np.random.default_rng(seed)
    starts = np.cumsum([0, *sizes])
    count = int(starts[-1])
    if not count:
        return
    texts = space(rng.normal(size=(count, 6)), starts)
    left, right = (side.ravel() for side in np.indices((count, count)))
    every = texts.features(left, right)
    turned = texts.features(right, left)
    some = rng.permutation(len(left))[:3]
    few = texts.features(left[some], right[some])
    for all_, other, part in zip(every, turned, few, strict=True):
        assert all_.tolist() == other.tolist()
        assert all_[some].tolist() == part.tolist()


def test_nothing_has_no_features():
    meaning = make_meaning(Words(), [[]], [[]])
    none = np.empty(0, np.int64)
    assert all(len(values) == 0 for values in meaning.features(none, none, (none, none)).values())
