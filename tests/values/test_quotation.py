"""What counts as the same word in two renderings of one utterance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.span import Span
from factcheck.values.quotation import read_passages


def passages(text: str) -> list[tuple[str, ...]]:
    return [passage.keys for passage in read_passages(Span("a", 0, len(text), text))]


def words(text: str):
    return [word for passage in read_passages(Span("a", 0, len(text), text)) for word in passage.words]


def is_same(left: str, right: str) -> bool:
    mine, yours = words(left), words(right)
    return len(mine) == len(yours) and all(a.is_same(b) for a, b in zip(mine, yours, strict=True))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We don't want it", "we do not want it"),
        ("we’ve won", "We have won"),
        ("he's gone", "he is gone"),
        ("he's gone", "he has gone"),
        ("I'd go", "I would go"),
        ("Let's go", "let us go"),
        ("we cannot, we won't", "We can not; we will not"),
        ("The F.B.I. did it", "the FBI did it"),
        ("Peña and Gen. Müller", "Pena and General Muller"),
        ("the well-known seven", "the well known 7"),
        ("10,000 people", "10000 people"),
        ("that f***ing dam", "that freaking dam"),
        ("that s--- again", "that s*** again"),
        ("[W]e won", "we won"),
        ("nine per cent", "nine per cent"),
        ("5%", "5 percent"),
    ],
)
def test_typography_contractions_and_abbreviations_are_no_difference(left, right):
    assert is_same(left, right)


@pytest.mark.parametrize(
    ("left", "right"), [("we do", "we did"), ("an inch", "a meter"), ("he can", "he can't"), ("f***ing", "bloody")]
)
def test_other_words_stay_other_words(left, right):
    assert not is_same(left, right)


def test_an_ellipsis_parts_a_quotation():
    assert passages("We came … we saw. . . and we won...") == [("we", "came"), ("we", "saw"), ("and", "we", "won")]


def test_words_in_brackets_are_free():
    assert [word.is_free for word in words("members [of the council] voted (all)")] == [
        False,
        True,
        True,
        True,
        False,
        True,
    ]


def test_a_full_stop_behind_a_title_ends_no_sentence():
    assert [word.sentence for word in words("Gen. J. Ash left. He wept")] == [0, 0, 0, 0, 1, 1]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60))
def test_every_word_is_an_exact_slice(text):
    for passage in read_passages(Span("a", 5, 5 + len(text), text)):
        for index in range(len(passage.words)):
            span = passage.slice(index, index)
            assert span.text == text[span.start - 5 : span.end - 5]
            assert span.text
