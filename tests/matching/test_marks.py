"""How words are seen: values and denials masked, people apart, families under one stem."""

import pytest

from factcheck.lexicon.frequency import rarity
from factcheck.lexicon.wordnet import family, near
from factcheck.matching.marks import mark_article, person_names, stem
from factcheck.span import Span


@pytest.fixture(scope="module")
def marks(corpus):
    text = 'Governor Ana Petrow did not open 12 schools on Monday. "The roof leaked," Petrow said of the building.'
    made = corpus(a=text)
    names = person_names(made.documents.values())
    return mark_article(made.documents["a"], made.mentions.values(), names), text


def test_numbers_and_times_are_masked_in_runs(marks):
    assert "open # school on @" in " ".join(mark.run for mark in marks[0].marks if mark.run)


def test_a_number_knows_itself_and_no_content_word_holds_it(marks):
    assert [mark.value for mark in marks[0].marks if mark.value] == ["12"]
    assert not any("12" in mark.word for mark in marks[0].marks)


def test_denials_stand_in_no_run(marks):
    assert "not" not in [mark.run for mark in marks[0].marks]


def test_people_are_no_content_words(marks):
    named = {mark.person for mark in marks[0].marks if mark.person}
    assert len(named) == 1
    assert not any(mark.word and mark.person for mark in marks[0].marks)


def test_quoted_words_are_known(marks):
    assert [mark.run for mark in marks[0].marks if mark.is_quoted] == ["the", "roof", "leak"]


def test_marks_are_exact_slices(marks):
    article, text = marks
    assert all(text[mark.start : mark.end].strip() == text[mark.start : mark.end] != "" for mark in article.marks)


def test_within_gives_the_marks_of_a_span(marks):
    article, text = marks
    start = text.index("The roof")
    inside = article.within(Span.of(text, start, start + len("The roof leaked"), "a"))
    assert [mark.run for mark in inside] == ["the", "roof", "leak"]
    assert article.position(Span.of(text, start, start + 3, "a")) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("decide", "decision"), ("arrive", "arrival"), ("defend", "defensive"), ("create", "creation")]
)
def test_verb_and_noun_share_a_stem(one, other):
    assert family(one) == family(other)
    assert stem(one) == stem(other)


def test_near_words_are_graded():
    assert 0.5 <= near("draw")["drag"] <= 0.9
    assert near("qwertz") == {}
    assert family("qwertz") == "qwertz"


def test_common_words_tell_less():
    assert 0.0 <= rarity("the") < rarity("say") < rarity("soldier") < rarity("qwertz") <= 1.0
