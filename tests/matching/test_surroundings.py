"""Sentences as wholes: letters for forms that no lexicon knows, times by their stretch of the calendar, the opening."""

from datetime import date

import numpy as np
import pytest

from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching.view import view
from factcheck.model import Article


def compared(one, other, published="2024-05-06"):
    day = date.fromisoformat(published)
    articles = [Article("a", one, "", "", day, ""), Article("b", other, "", "", day, "")]
    seen = view(link(extract(articles)))
    return seen.surroundings.features(np.array([0]), np.array([1])), seen


def test_compounds_share_letters_though_no_word():
    features, _ = compared("The Marskbridge collapsed.", "Divers searched below Marskbridges.")
    other, _ = compared("The Marskbridge collapsed.", "Divers searched below the harbour.")
    assert features["letters shared"][0] > other["letters shared"][0]
    assert features["letters alike"][0] > 0.3


def test_common_words_weigh_little_by_their_letters():
    common, _ = compared("They said that this was good.", "They said that those were good.")
    rare, _ = compared("The avalanche buried chalets.", "The avalanche spared chalets.")
    assert rare["letters shared"][0] > common["letters shared"][0]


@pytest.mark.parametrize(("words", "is_shared"), [("on May 3", True), ("last Friday", True), ("on May 4", False)])
def test_times_are_shared_by_what_they_name_not_by_their_words(words, is_shared):
    _, seen = compared("The mill burned down on May 3, 2024.", f"A fire destroyed the factory {words}.")
    shared = seen.units.rows["times"].dots(np.array([0]), np.array([1]))[0]
    assert (shared > 0) == is_shared


def test_only_the_first_sentences_of_a_whole_article_lead(flood):
    seen = view(flood)
    firsts = np.flatnonzero(seen.sentences.article == 0)
    assert seen.surroundings.is_lead[firsts].tolist() == [True] * 3 + [False] * (len(firsts) - 3)
    assert seen.surroundings.share[firsts[-1]] == 1.0


def test_short_texts_have_no_opening():
    _, seen = compared("The mill burned down.", "A fire destroyed the mill.")
    assert not seen.surroundings.is_lead.any()
