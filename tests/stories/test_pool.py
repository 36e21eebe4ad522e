"""What a pool says of many articles at a time is what each pair says alone, whatever it had to forget."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Stories
from factcheck.stories import Pool, Sketch, closeness

WORDS = st.dictionaries(st.sampled_from("abcdefghij"), st.floats(0.1, 9.0), max_size=8)
DAYS = st.sampled_from([0, *range(date(2024, 3, 1).toordinal(), date(2024, 5, 1).toordinal(), 9)])
SKETCHES = st.lists(st.tuples(DAYS, st.integers(1, 120), WORDS), min_size=1, max_size=9)


def sketches(rows):
    return [Sketch(f"a{number}", *row) for number, row in enumerate(rows)]


@settings(deadline=None)
@given(SKETCHES)
def test_many_at_a_time_are_as_close_as_each_pair_alone(rows):
    new, *others = sketches(rows)
    pool = Pool(Stories())
    for each in others:
        pool.put(each)
    found = pool.closeness(new, [each.article for each in others])
    assert found.tolist() == [closeness(each, new, Stories()) for each in others]


def test_what_it_forgot_is_told_as_missing():
    chance = random.Random(5)
    those = sketches([(0, 9, {chance.choice("abc"): 1.0, "d": 2.0}) for _ in range(9)])
    ids = [each.article for each in those]
    pool = Pool(Stories(), most=4)
    assert pool.missing(ids) == ids
    for each in those[:4]:
        pool.put(each)
    assert pool.missing(ids) == ids[4:]
    pool.put(those[4])
    assert pool.missing(ids) == ids
    for each in those:
        pool.put(each)
    assert pool.closeness(those[0], ids).tolist() == [closeness(those[0], each, Stories()) for each in those]
