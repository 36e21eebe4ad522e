"""Articles that come one by one make the very parts that all of them at once make."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.config import Stories
from factcheck.stories import Part, Sketch, close_pairs, closeness, cut, grow, places
from factcheck.stories.division import parts

WORDS = "abcdefghijkl"


class Archive:
    """Parts kept in memory, as the store keeps them in tables."""

    def __init__(self, numbers):
        self.numbers = numbers
        self.sketches, self.home, self.close = {}, {}, {}

    def add(self, new):
        near = {}
        for other in self.sketches.values():
            value = closeness(new, other, self.numbers)
            if value >= self.numbers.threshold:
                near[other.article] = value
                self.close[tuple(sorted((new.article, other.article)))] = value
        self.sketches[new.article] = new
        growth = grow(new.article, near, {one: self.home[one] for one in near}, self.pairs, self.numbers)
        for part in growth.made:
            self.home.update(dict.fromkeys(part.articles, part))
        return growth

    def pairs(self, articles):
        return places([(*pair, value) for pair, value in self.close.items()], articles)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 40), st.sets(st.sampled_from(WORDS), min_size=1, max_size=5)), max_size=12),
    st.integers(1, 6),
    st.randoms(use_true_random=False),
)
def test_one_by_one_in_any_order_is_all_at_once(rows, crowd, chance):
    numbers = Stories(threshold=0.25, crowd=crowd, keys=5)
    those = [Sketch(f"a{n:02}", day, 100, dict.fromkeys(sorted(words), 1.0)) for n, (day, words) in enumerate(rows)]
    archive = Archive(numbers)
    for each in chance.sample(those, len(those)):
        growth = archive.add(each)
        assert not set(growth.gone) & set(growth.made)
    assert sorted(set(archive.home.values()), key=lambda part: part.articles) == parts(those, numbers)


def test_a_new_article_touches_the_parts_that_it_is_close_to_and_no_other():
    numbers = Stories(threshold=0.25)
    archive = Archive(numbers)
    for name, words in (("a", "abc"), ("b", "abd"), ("x", "ijk"), ("y", "ijl")):
        archive.add(Sketch(name, 0, 100, dict.fromkeys(words, 1.0)))
    growth = archive.add(Sketch("c", 0, 100, dict.fromkeys("abe", 1.0)))
    assert growth.gone == (Part(("a", "b"), 0),)
    assert growth.made == (Part(("a", "b", "c"), 0),)


def test_a_crowd_is_cut_when_it_comes_about_and_stays_cut():
    numbers = Stories(threshold=0.25, crowd=3)
    archive = Archive(numbers)
    chance = random.Random(3)
    for number in range(30):
        archive.add(Sketch(f"a{number:02}", 0, 100, dict.fromkeys(chance.sample(WORDS, 4), 1.0)))
    found = set(archive.home.values())
    assert max(len(part.articles) for part in found) <= 3
    assert sum(len(part.articles) for part in found) == 30
    assert max(part.level for part in found) > 0


def test_cutting_begins_at_a_level():
    those = [Sketch(name, 0, 100, dict.fromkeys(words, 1.0)) for name, words in (("a", "abc"), ("b", "abd"))]
    pairs = close_pairs(those, Stories())
    assert cut(["a", "b"], *pairs, Stories()) == [Part(("a", "b"), 0)]
    assert cut(["a", "b"], *pairs, Stories(), level=40) == [Part(("a",), 40), Part(("b",), 40)]
