from collections import Counter

import pytest

from factcheck import lexicon

CONTEXT = lexicon.load("numbers_context")


def repeated(words):
    return [word for word, times in Counter(words).items() if times > 1]


@pytest.mark.parametrize("key", [key for key, value in CONTEXT.items() if isinstance(value, list)])
def test_no_word_stands_twice_in_a_list(key):
    assert repeated(CONTEXT[key]) == []


@pytest.mark.parametrize("key", ["words", "signs"])
def test_no_form_names_two_units(key):
    assert repeated(form for row in lexicon.load("units")["unit"] for form in row.get(key, [])) == []


@pytest.mark.parametrize("key", ["before", "words", "cents"])
def test_no_form_names_two_currencies(key):
    assert repeated(form for row in lexicon.load("currencies")["currency"] for form in row.get(key, [])) == []


@pytest.mark.parametrize("side", ["before", "after", "change"])
def test_no_hedge_has_two_shapes(side):
    assert repeated(phrase for phrases in lexicon.load("hedges")[side].values() for phrase in phrases) == []


def test_no_noun_stands_in_two_groups_of_equals():
    assert repeated(noun for group in lexicon.load("numbers_counted")["same"] for noun in group) == []
