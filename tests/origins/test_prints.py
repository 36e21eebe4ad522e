"""One text printed by hundreds, and words followed from print to print."""

from factcheck.extraction.document import outline
from factcheck.model import Article, Copying, Passage
from factcheck.origins import trace
from factcheck.origins.whence import Whence
from factcheck.span import Span

WORDS = (
    "harbour quiet lantern marble copper window garden winter silver mason letter orchard pepper saddle thunder velvet"
)
PARAGRAPHS = [
    " ".join(f"{word}{number}{'s' * (place % 3)}" for place, word in enumerate(WORDS.split())) + "."
    for number in range(6)
]


def printed(number):
    """Print `number` of one dispatch: every paragraph has a word of its own, and the last ones may be cut."""
    lines = [line.replace("window", f"window{'abcdefghij'[number % 10]}{number}") for line in PARAGRAPHS]
    return "\n\n".join(lines[: 4 + number % 3])


def test_a_dispatch_of_two_hundred_prints_is_one_origin():
    """Though no two paragraphs are alike word for word; an article of somebody else's stays apart."""
    articles = [Article(f"a{n:03}", printed(n), f"outlet {n}") for n in range(200)]
    other = Article("z", "The ferry sails again on Monday, the company said, after nine days in dry dock.", "Post")
    found = trace(outline([*articles, other]))
    assert sorted(len(origin.articles) for origin in found.origins) == [1, 200]
    assert 200 <= len(found.copyings) + 1 <= 400
    assert {id_ for c in found.copyings for id_ in (c.left, c.right)} == {article.id for article in articles}
    assert {copying.relation for copying in found.copyings} == {"same"}


def test_a_page_that_prints_two_large_dispatches_ties_them_no_more_than_two_small_ones():
    """Eighty prints of either stay two origins."""
    second = [line.translate(str.maketrans("aeiou", "eioua")) for line in PARAGRAPHS]
    prints = [Article(f"a{n:03}", printed(n), f"outlet {n}") for n in range(80)]
    others = [Article(f"b{n:03}", "\n\n".join(second), f"paper {n}") for n in range(80)]
    both = Article("c", "\n\n".join([*PARAGRAPHS, *second]), "Brief")
    found = trace(outline([*prints, *others, both]))
    assert sorted(len(origin.articles) for origin in found.origins) == [80, 81]


def copying(left, right, *places):
    passages = tuple(
        Passage(Span(left, *one, "x" * (one[1] - one[0])), Span(right, *two, "x" * (two[1] - two[0])), 9, "")
        for one, two in places
    )
    return Copying(left, right, "partial", 0.5, passages)


def test_words_are_followed_through_a_third_article():
    """b and c were never held against each other; both share the passage with a."""
    whence = Whence([copying("a", "b", ((0, 100), (50, 150))), copying("a", "c", ((40, 100), (0, 60)))])
    span = Span("b", 100, 120, "x" * 20)
    assert whence.prints(span) == {"b": (100, 120), "a": (50, 70), "c": (10, 30)}
    assert whence.prints(Span("b", 60, 80, "x" * 20)) == {"b": (60, 80), "a": (10, 30)}
    assert whence.is_one_text(span, Span("c", 5, 30, "x" * 25))
    assert not whence.is_one_text(span, Span("c", 40, 60, "x" * 20))
    assert not whence.is_one_text(span, span)
    assert whence.shared(span, {"a"}) == (100, 120)
    assert whence.shared(span, {"c"}) is None
