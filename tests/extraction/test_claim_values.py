"""Amounts and times of a claim: the role of what is counted, the verb that a time dates, the names set at the end."""

import pytest

from factcheck import Article
from factcheck.extraction import extract
from factcheck.extraction.arguments import Said
from factcheck.extraction.claim_values import Values, _head_of
from tests.extraction.trees import tree


@pytest.mark.parametrize(
    ("written", "number", "arguments", "role", "governor"),
    [
        ("9/NUM/nummod/1 men/NOUN/nsubj/2 left|leave/VERB/ROOT/2", 0, [("agent", 1)], "agent", "rest"),
        ("9/NUM/nummod/1 men/NOUN/dep/2 left|leave/VERB/ROOT/2", 0, [], "", "leave"),
        ("group/NOUN/ROOT/0 of/ADP/prep/0 9/NUM/nummod/3 men/NOUN/pobj/1", 2, [], "of", "group"),
        ("9/NUM/nummod/1 men/NOUN/ROOT/1", 0, [], "", "men"),
    ],
)
def test_an_amount_has_the_role_of_the_phrase_that_it_counts(written, number, arguments, role, governor):
    values = Values(tree(written), [], [], ())
    assert values._place(number, Said([0], 0, "rest", arguments=arguments)) == (role, governor)


@pytest.mark.parametrize(
    ("written", "time", "governor"),
    [
        ("left|leave/VERB/ROOT/0 on/ADP/prep/0 Monday/PROPN/pobj/1", 2, 0),
        ("talks|talk/NOUN/ROOT/0 on/ADP/prep/0 Monday/PROPN/pobj/1", 2, 0),
        ("Monday/PROPN/ROOT/0 again/ADV/advmod/0", 0, None),
        ("dated|date/VERB/ROOT/0", 0, 0),
    ],
)
def test_a_time_dates_the_verb_or_noun_above_it(written, time, governor):
    assert Values(tree(written), [], [], ())._governor(time) == governor


def test_a_time_between_the_tokens_takes_the_next_one():
    sentence = tree("left|leave/VERB/ROOT/0 early/ADV/advmod/0")
    assert _head_of(sentence, 4, 5) == 1


def test_the_time_of_the_saying_is_told_from_the_time_of_what_is_said():
    (found,) = extract([Article("a", "Lund said on Monday that the dam burst in March 2019.")])
    (claim,) = [c for c in found.claims if "dam burst" in c.text]
    assert {(t.value.span.text, t.governor) for t in claim.times} == {("Monday", "say"), ("March 2019", "burst")}


def test_a_name_set_at_the_end_is_the_subject_s():
    (found,) = extract([Article("a", "The spokesman said in a post on Sunday, Ivan Marek.")])
    (name,) = [m for m in found.mentions if m.name == "Ivan Marek"]
    assert name.role == "spokesman"
