"""A square that grew by a row is the square of all articles at once, whatever had to be forgotten."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Stories
from factcheck.stories import Pool, Shelf, Sketch, Squares

WORDS = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.1, 9.0), min_size=1, max_size=8)
ROWS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 120), WORDS), min_size=2, max_size=7)


def whole(sketches):
    ordered = sorted(sketches, key=lambda each: each.article)
    return tuple(each.article for each in ordered), Shelf(ordered, Stories()).all()


@settings(deadline=None)
@given(ROWS, st.randoms(use_true_random=False), st.sampled_from([0, 9, 20, 1000]))
def test_article_by_article_is_all_at_once(rows, chance, room):
    those = [Sketch(f"a{number}", *row) for number, row in enumerate(rows)]
    squares, pool, known = Squares(room), Pool(Stories()), []
    for new in chance.sample(those, len(those)):
        known.append(new)
        articles, expected = whole(known)
        found = squares.grown(articles, new.article, lambda others, new=new: pool.closeness(new, others))
        if found is None:
            squares.keep(articles, expected)
        else:
            np.fill_diagonal(expected, 1.0)
            np.fill_diagonal(found, 1.0)
            assert found.tolist() == expected.tolist()
        pool.put(new)


def test_a_known_square_costs_a_row():
    squares, asked = Squares(), []

    def row(others):
        asked.append(others)
        return np.array([0.5, 0.25])

    squares.keep(("a", "c"), np.array([[1.0, 0.1], [0.1, 1.0]]))
    found = squares.grown(("a", "b", "c"), "b", row)
    assert found.tolist() == [[1.0, 0.5, 0.1], [0.5, 1.0, 0.25], [0.1, 0.25, 1.0]]
    assert squares.grown(("a", "c"), "b", row) is None  # it became the larger one
    assert squares.grown(("a", "b", "c"), "z", row) is found  # a part that was cut off the new article's
    assert asked == [("a", "c")]


def test_what_was_not_asked_for_lately_is_forgotten():
    squares = Squares(room=20)
    squares.keep(("a", "b", "c"), np.eye(3))
    squares.keep(("d", "e", "f"), np.eye(3))
    squares.keep(("x", "y"), np.eye(2))
    squares.keep(tuple("abcdefgh"), np.eye(8))  # too large to be kept at all
    known = [squares.grown(key, "z", None) is not None for key in (("a", "b", "c"), ("d", "e", "f"), ("x", "y"))]
    assert known == [False, True, True]
    assert squares.grown(tuple("abcdefgh"), "z", None) is None
