"""Short texts: what their sentences share, claim by claim, and the score that the library gives them."""

import numpy as np
import pytest

from factcheck.matching import match, score_articles
from factcheck.matching.models import Blend, Model
from factcheck.matching.scoring import load_scorer
from factcheck.matching.view import view


def features(corpus, one, other):
    """The features of two texts of one sentence each."""
    seen = view(corpus(a=one, b=other))
    return {name: float(value[0]) for name, value in seen.alone.features(np.array([0]), np.array([1])).items()}


def test_the_same_text_is_shared_in_full(corpus):
    found = features(corpus, "The mayor of Lind opened a new tram line.", "The mayor of Lind opened a new tram line.")
    for view_name in ("one word", "two words", "four letters", "in order"):
        assert found[f"text: {view_name}: of both"] == pytest.approx(1.0)
    for view_name in ("words", "verbs", "nouns"):
        assert found[f"text: {view_name}: more unsaid"] == pytest.approx(0.0, abs=1e-6)


def test_near_synonyms_and_word_families_cover(corpus):
    one = features(corpus, "The senate bought a harbour.", "The senate purchased a harbour.")
    other = features(corpus, "The senate bought a harbour.", "The senate painted a harbour.")
    assert one["text: verbs: less covered"] > other["text: verbs: less covered"] == 0.0


def test_a_claim_that_only_one_makes_is_seen_however_much_they_share(corpus):
    short = "The mayor of Lind opened a new tram line."
    same = features(corpus, short, "A new tram line was opened by the mayor of Lind.")
    more = features(corpus, short, "The mayor of Lind opened a new tram line and resigned from the council.")
    assert more["text: least claim: lower"] < same["text: least claim: lower"]
    assert more["text: unsaid of a claim: higher"] > same["text: unsaid of a claim: higher"]


def test_the_order_of_the_words_counts(corpus):
    one = features(corpus, "Police chased the dog.", "Police chased the dog on Friday.")
    other = features(corpus, "Police chased the dog.", "On Friday the dog chased police.")
    assert one["text: in order: of the shared"] > other["text: in order: of the shared"]


def test_another_number_or_day_or_a_denial_changes_no_overlap(corpus):
    one = "The minister opened 12 schools in Tarn on Monday."
    plain = features(corpus, one, "The minister opened 12 schools in Tarn on Monday.")
    other = features(corpus, one, "The minister did not open 19 schools in Tarn on Friday.")
    for name in (
        "text: one word: of both",
        "text: four letters: of both",
        "text: token sort",
        "text: words: less covered",
    ):
        assert other[name] == pytest.approx(plain[name], abs=1e-6), name
    assert plain["text: numbers: shared"] > other["text: numbers: shared"] == 0.0


def test_features_do_not_depend_on_the_side(corpus):
    seen = view(
        corpus(
            a='Ana Petrow, the governor, said on Tuesday: "240 people are safe." Boats helped.',
            b="Boats brought 310 people to safety in Marsk, Petrow told reporters.",
        )
    )
    left, right = np.array([0, 1, 0]), np.array([2, 2, 1])
    there, back = seen.alone.features(left, right), seen.alone.features(right, left)
    for name in there:
        assert there[name] == pytest.approx(back[name], abs=1e-6), name


def test_only_the_sentences_of_short_texts_are_known(corpus, flood):
    assert view(flood).alone is None
    mixed = corpus(a=flood.articles["a"].text, b="The old bridge of Marsk is gone.", c="The bridge of Marsk fell.")
    alone = view(mixed).alone
    assert (alone.places >= 0).sum() == 2
    pairs = alone.features(np.array([0, 7]), np.array([7, 8]))
    assert pairs["text: one word: of both"][0] == 0.0
    assert pairs["text: one word: of both"][1] > 0.0


def test_short_texts_are_scored_by_their_own_models_and_say_so(corpus):
    found = match(corpus(a="The old bridge of Marsk was swept away.", b="A flood swept away the old bridge of Marsk."))
    pairs = [pair for fact in found for pair in fact.pairs]
    assert pairs
    for pair in pairs:
        assert all(name.startswith("text: ") or name == "others" for name in pair.features)


def test_a_longer_article_is_scored_by_the_other_models(corpus, flood):
    facts = match(corpus(a=flood.articles["a"].text, b="The old bridge of Marsk was swept away."))
    names = {name for fact in facts if len(fact.articles) > 1 for pair in fact.pairs for name in pair.features}
    assert names
    assert not any(name.startswith("text: ") for name in names)


def test_an_unrelated_short_text_changes_no_score(corpus):
    texts = {"a": "The old bridge of Marsk was swept away.", "b": "A flood swept away the old bridge of Marsk."}
    before = [pair for fact in match(corpus(**texts)) for pair in fact.pairs]
    after = [pair for fact in match(corpus(**texts, c="A chess final drew few guests.")) for pair in fact.pairs]
    assert [p for p in after if {p.left, p.right} <= {q for x in before for q in (x.left, x.right)}] == before


@pytest.mark.parametrize(
    ("one", "same", "other"),
    [
        (
            "The parliament of Sarn approved the fishing treaty on Friday.",
            "Lawmakers in Sarn passed the fishing treaty.",
            "The parliament of Sarn elected a new speaker.",
        ),
        (
            "A fire destroyed the cinema of Lind on Sunday night.",
            "Lind's cinema burned down in a fire.",
            "The cinema of Lind shows a film on fire fighters.",
        ),
    ],
)
def test_one_event_in_other_words_scores_above_another_matter_of_the_same_place(corpus, one, same, other):
    assert score_articles(corpus(a=one, b=same)) > score_articles(corpus(a=one, b=other))


def test_both_models_know_the_same_features_which_are_those_that_are_computed(corpus):
    blend = load_scorer().alone
    assert list(blend.close.weights) == list(blend.loose.weights)
    assert set(blend.close.weights) == set(features(corpus, "Bees hum.", "Bees buzz."))


def test_a_blend_is_either_model_outside_the_gate_and_half_of_both_in_its_middle():
    blend = Blend(Model(1.0, {"x": 2.0, "g": 0.0}), Model(-1.0, {"x": 4.0, "g": 0.0}), "g", 0.2, 0.6)
    rows = {"g": np.array([0.0, 0.4, 0.9]), "x": np.array([1.0, 1.0, 1.0])}
    assert blend.log_odds(rows) == pytest.approx([3.0, 3.0, 3.0])
    assert blend.contributions(rows, 0) == {"x": 4.0}
    assert blend.contributions(rows, 1) == {"x": 3.0}
    assert blend.contributions(rows, 2) == {"x": 2.0}
