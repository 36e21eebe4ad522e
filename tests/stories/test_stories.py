"""Articles of different events are told apart before anything of them is compared."""

import importlib
import tracemalloc
from datetime import date
from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Stories
from factcheck.extraction import extract
from factcheck.model import Article
from factcheck.stories import Sketch, divide, divide_sketches
from factcheck.stories.blocks import close_pairs
from factcheck.stories.closeness import Shelf, closeness

FLOOD = (
    "The river Oster flooded the old town of Marsk on Sunday. Rescuers carried sandbags to the harbour, and the mayor "
    "of Marsk, Ida Brandt, asked residents to leave. The flood damaged two bridges over the Oster. {} More rain is due."
)
CHESS = (
    "Grandmaster Pavel Lind won the chess final in Oslo on Sunday. He beat Sofia Renner with a rook ending after six "
    "hours. {} The chess federation will publish the ratings of the players."
)
TEXTS = {
    "flood1": FLOOD.format("Brandt said that the sandbags would hold."),
    "flood2": FLOOD.format("A school in Marsk took in forty residents."),
    "flood3": FLOOD.format("The rescuers came from three towns."),
    "chess1": CHESS.format("Renner resigned on move ninety."),
    "chess2": CHESS.format("Lind thanked his coach."),
}


def documents(texts, published=date(2024, 5, 6)):
    return [each.document for each in extract([Article(key, text, published=published) for key, text in texts.items()])]


def sketches(days, words):
    """Sketches with the given words, each weighing 1."""
    return [
        Sketch(f"a{number}", day, 100, dict.fromkeys(those, 1.0))
        for number, (day, those) in enumerate(zip(days, words, strict=True))
    ]


def names(stories):
    return [story.articles for story in stories]


def test_two_events_are_two_stories():
    assert names(divide(documents(TEXTS))) == [("chess1", "chess2"), ("flood1", "flood2", "flood3")]


def test_the_order_of_the_articles_does_not_show():
    given_order = documents(TEXTS)
    expected = divide(given_order)
    for order in list(permutations(given_order))[::17]:
        assert divide(order) == expected


def test_an_article_of_another_event_changes_no_story():
    known = documents(TEXTS)
    other = documents(
        {"trade": "The ministers of finance signed a customs treaty in Lisbon after long talks on tariffs."}
    )
    assert set(divide(known)) < set(divide([*known, *other]))


def test_the_same_flood_a_year_later_is_another_story():
    later = documents({"later": TEXTS["flood2"].replace("forty", "ninety")}, date(2025, 5, 6))
    close, far = Stories(), Stories(apart=1.0)
    assert ("later",) in names(divide([*documents(TEXTS), *later], far))
    gap = [
        closeness(one, other, close)
        for one, other in (sketches((100, 100), ["ab", "ab"]), sketches((100, 465), ["ab", "ab"]))
    ]
    assert gap == pytest.approx([1.0, 0.8])


def test_a_headline_joins_the_story_that_it_is_about():
    brief = documents({"brief": "Flood damages bridges in Marsk"})
    assert ("brief", "flood1", "flood2", "flood3") in names(divide([*documents(TEXTS), *brief]))


def test_a_chain_of_events_is_no_one_story():
    # Each shares half of its words with the next one, and nothing with those after it.
    words = [range(n * 4, n * 4 + 8) for n in range(8)]
    chain = sketches([100] * 8, [[str(word) for word in those] for those in words])
    assert max(len(those) for those in names(divide_sketches(chain, Stories(threshold=0.4)))) < 4


def test_what_is_too_large_is_cut_at_its_weaker_pairs():
    common = [str(n) for n in range(10)]
    tight = [[*common, f"left{n}", "left"] for n in range(4)] + [[*common[:4], f"right{n}", *"rstuv"] for n in range(4)]
    stories = names(divide_sketches(sketches([100] * 8, tight), Stories(threshold=0.1, crowd=4)))
    assert stories == [("a0", "a1", "a2", "a3"), ("a4", "a5", "a6", "a7")]


def test_nothing_and_one_article():
    assert divide([]) == ()
    assert names(divide(documents({"alone": TEXTS["chess1"]}))) == [("alone",)]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.sets(st.sampled_from("abcdefghij"), min_size=1)), min_size=2, max_size=8),
    st.sampled_from([0, 200]),
)
def test_many_at_a_time_are_as_close_as_each_pair_alone(rows, brief):
    numbers = Stories(brief=brief)
    those = sketches(*zip(*rows, strict=True))
    shelf = Shelf(those, numbers)
    one, other = np.triu_indices(len(those), 1)
    alone = [closeness(those[i], those[j], numbers) for i, j in zip(one.tolist(), other.tolist(), strict=True)]
    assert shelf.of(one, other).tolist() == shelf.all()[one, other].tolist() == alone


def test_articles_that_share_none_of_their_telling_words_are_not_held_against_each_other():
    telling = [Sketch(name, 100, 100, {name: 2.0, "common": 1.0}) for name in "abc"]
    assert len(close_pairs(telling, Stories(threshold=0.1, keys=1))[0]) == 0
    assert len(close_pairs(telling, Stories(threshold=0.1, keys=2))[0]) == 3


def test_in_a_large_block_each_is_held_against_those_before_it():
    """Pairs grow with the articles and not with their square."""
    alike = sketches(range(100, 140), ["ab"] * 40)
    left, right, _ = close_pairs(sorted(alike, key=lambda each: each.article), Stories(window=3))
    assert len(left) == 39 + 38 + 37
    days = [each.day for each in sorted(alike, key=lambda each: each.article)]
    assert max(abs(days[i] - days[j]) for i, j in zip(left.tolist(), right.tolist(), strict=True)) == 3


@settings(deadline=None)
@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), max_size=9), st.integers(2, 9))
def test_each_article_is_in_exactly_one_story(words, crowd):
    stories = divide_sketches(sketches(range(100, 100 + len(words)), words), Stories(crowd=crowd))
    assert sorted(article for story in stories for article in story.articles) == sorted(
        f"a{n}" for n in range(len(words))
    )


def test_pairs_in_slices_are_as_close_as_each_alone(monkeypatch):
    module = importlib.import_module("factcheck.stories.closeness")
    monkeypatch.setattr(module, "SLICE", 4)
    monkeypatch.setattr(module, "STRIPE", 3)
    those = sketches([0, 1, 20, 40, 41, 42, 90], ["abc", "abd", "abe", "xyz", "xya", "q", "abcdef"])
    left, right = np.array(list(combinations(range(7), 2))).T
    each = [closeness(those[one], those[other], Stories()) for one, other in zip(left, right, strict=True)]
    assert Shelf(those, Stories()).of(left, right).tolist() == each
    square = Shelf(those, Stories()).all()
    assert square[left, right].tolist() == each
    assert (square == square.T).all()


def test_many_pairs_need_little_memory():
    words = [[f"w{(number * 7 + place) % 3000}" for place in range(300)] for number in range(400)]
    shelf = Shelf(sketches([1] * 400, words), Stories())
    left, right = np.array(list(combinations(range(400), 2))).T
    tracemalloc.start()
    shelf.of(left, right)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 100e6  # all 80,000 products side by side take some 600 MB
