"""Runs that two paragraphs share, and the index that proposes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.origins.alignment import Run, align, whole
from factcheck.origins.prose import Paragraph
from factcheck.origins.shingles import sharing


def paragraph(text):
    words = tuple(text.split())
    places = tuple(range(len(words)))
    own = tuple(not w.startswith("“") for w in words)
    return Paragraph(0, words, own, places, places, (0,) * len(words), (False,) * len(words), False)


def aligned(left, right, bridge=2):
    one, two = paragraph(left), paragraph(right)
    seeds = [(i, j) for *_, places in sharing([one.words, two.words], 3, 9, 2) for i, j in places.tolist()]
    return align(one, two, seeds, 3, bridge)


@pytest.mark.parametrize(
    ("left", "right", "runs"),
    [
        ("a b c d e", "x a b c d e", [Run((0, 5), (1, 6), 5)]),
        ("a b c x d e f", "a b c y z d e f", [Run((0, 7), (0, 8), 6)]),
        ("a b c x x x d e f", "a b c d e f", [Run((0, 3), (0, 3), 3), Run((6, 9), (3, 6), 3)]),
        ("a b c “q d e f", "a b c “r d e f", [Run((0, 3), (0, 3), 3), Run((4, 7), (4, 7), 3)]),
        ("a b c “q d e f", "a b c “q d e f", [Run((0, 7), (0, 7), 6)]),
        ("d e f a b c", "a b c d e f", [Run((0, 3), (3, 6), 3)]),
        ("a b", "a b", []),
    ],
)
def test_runs(left, right, runs):
    """Exact stretches, light edits bridged, other quotations and other order not."""
    assert aligned(left, right) == runs


def test_a_whole_paragraph_is_one_run():
    """Quotations are no own tokens; seen from the other side it is the same."""
    run = whole(paragraph("a “q b"))
    assert run == Run((0, 3), (0, 3), 2) == run.mirrored()


def test_what_many_print_is_held_against_the_first_few():
    """Beyond the limit each text goes with the first two only; the work grows with their number."""
    texts = [["a", "b", "c", str(i)] for i in range(6)]
    assert len(list(sharing(texts, 3, 6, 2))) == 15
    pairs = [(one, two) for one, two, _ in sharing(texts, 3, 5, 2)]
    assert pairs == [(0, n) for n in range(1, 6)] + [(1, n) for n in range(2, 6)]


@given(st.lists(st.lists(st.sampled_from("abc"), max_size=9), max_size=6))
def test_the_index_finds_what_comparing_everything_finds(texts):
    """The same places as the naive way, in order."""
    naive = [
        (one, i, two, j)
        for one in range(len(texts))
        for two in range(one + 1, len(texts))
        for i in range(len(texts[one]) - 2)
        for j in range(len(texts[two]) - 2)
        if texts[one][i : i + 3] == texts[two][j : j + 3]
    ]
    found = sharing(texts, 3, 10**6, 1)
    rows = [(one, i, two, j) for one, two, places in found for i, j in places.tolist()]
    assert sorted(rows) == sorted(naive)
    assert rows == sorted(rows, key=lambda row: (row[0], row[2], row[1], row[3]))
