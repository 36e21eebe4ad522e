"""Copied passages, told from what only looks like copying."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extraction.document import outline
from factcheck.model import Article
from factcheck.origins import trace

# A dispatch, and a report of somebody else's on the same flood.
DISPATCH = [
    "RIVERTON, Norway (AP) — The river rose by two metres overnight and cut off three villages on its lower bank.",
    "Rescue workers carried more than forty people to a school on the hill while the rain went on.",
    "“We were lucky that the old bridge held through the whole of that night,” Marta Kvist told reporters.",
    "The council had been warned in the spring that the dam would not stand another winter without repairs.",
    "Nobody was hurt, but the road to the coast will stay closed until engineers have looked at the embankment.",
]
OWN = [
    "Three villages south of town were unreachable on Tuesday after the heaviest rain in a decade.",
    "A gym served as shelter for dozens; volunteers brought soup and dry clothes from as far as Halden.",
    "“We were lucky that the old bridge held through the whole of that night,” said Kvist, who leads the council.",
    "Critics recall that money for the dam was cut twice, and that two reports gathered dust in a drawer.",
]


def traced(*texts, sources=()):
    names = [*sources, *("" for _ in texts)]
    articles = [Article(id=f"a{i}", text=text, source=names[i]) for i, text in enumerate(texts)]
    return trace(outline(articles))


def relations(*texts, sources=()):
    return {(c.left, c.right): c.relation for c in traced(*texts, sources=sources).copyings}


def page(paragraphs):
    return "\n\n".join(paragraphs)


def test_two_prints_of_a_dispatch_are_one_origin():
    """Headline, order of paragraphs and marks may differ."""
    found = traced(
        page(["Flood cuts off villages in Norway", *DISPATCH]), page([*DISPATCH[3:], *DISPATCH[:3]]).replace("“", '"')
    )
    assert [(c.left, c.right, c.relation, c.share) for c in found.copyings] == [("a0", "a1", "same", 1.0)]
    (origin,) = found.origins
    assert (origin.name, origin.articles) == ("Associated Press", ("a0", "a1"))
    assert "print one text" in origin.reason and "credit Associated Press" in origin.reason
    assert [span.text for span in origin.credits] == ["RIVERTON, Norway (AP) —"] * 2


def test_a_shortened_and_lightly_edited_print_is_the_same():
    """An edit of tense and a cut of half the text leave one dispatch."""
    short = page(
        [DISPATCH[0].replace("rose", "had risen"), DISPATCH[1].replace("more than forty", "over forty"), "More soon."]
    )
    assert relations(page(DISPATCH), short) == {("a0", "a1"): "same"}


def test_one_headline_makes_a_small_share_a_version_of_the_dispatch():
    """A later version of a dispatch keeps its headline and little else; with another headline it is an own story."""
    early = page([*DISPATCH, *OWN]).replace("(AP) ", "")
    late = page([*DISPATCH[:2], *(line.replace("a", "ä") for line in [*OWN, *DISPATCH])]).replace("(AP) ", "")
    assert relations(early, late) == {("a0", "a1"): "partial"}
    head = "Flood cuts off three villages in Norway"
    assert relations(f"{head}\n\n{early}", f"{head} | The Courier\n\n{late}") == {("a0", "a1"): "same"}


def test_one_credit_makes_a_small_share_parts_of_one_dispatch():
    """Copied words and the agency that both name: neither would do alone, and the reason claims no more than that."""
    credit = "(With information from AP)"
    early = page([*DISPATCH, *OWN, *(line.replace("e", "ë").replace("o", "ö") for line in [*OWN, *OWN])])
    late = page([DISPATCH[1], DISPATCH[3], *(line.replace("a", "ä") for line in [*OWN, *DISPATCH, *OWN, *OWN]), credit])
    found = traced(early, late)
    assert [copying.relation for copying in found.copyings] == ["same"]
    (origin,) = found.origins
    assert "print parts of one dispatch" in origin.reason and "credit Associated Press" in origin.reason
    other = late.replace("AP", "Reuters")
    assert relations(early, other) == {("a0", "a1"): "partial"}


def test_an_origin_goes_by_the_agency_that_most_of_its_articles_credit():
    """What one print credits beside the common agency is not said of the other; of two that tie some credit each."""
    body = "\n\n".join(DISPATCH[1:])
    efe, both, other = (f"{body}\n\n(With information from {names})" for names in ("EFE", "EFE and AP", "AP"))
    (origin,) = traced(efe, both).origins
    assert origin.name == "EFE" and origin.reason.endswith("and 2 of them credit EFE.")
    (origin,) = traced(efe, other).origins
    assert origin.name == "Associated Press and EFE" and origin.reason.endswith("credit Associated Press or EFE.")


def test_an_own_story_with_a_copied_paragraph_is_partial():
    """One paragraph of an agency inside an own story does not make it the agency's."""
    found = traced(page(DISPATCH), page([*OWN, DISPATCH[3], *OWN[:1], *(line.replace("a", "ä") for line in OWN)]))
    (copying,) = found.copyings
    assert copying.relation == "partial"
    assert [passage.left.text for passage in copying.passages] == [DISPATCH[3].rstrip(".")]
    assert [origin.articles for origin in found.origins] == [("a0",), ("a1",)]
    assert found.origins[1].reason == "No other article of the set prints this text."
    assert found.origins[0].reason == "No other article of the set prints this text; it credits Associated Press."


def test_who_quotes_the_same_remark_has_not_copied():
    """The words of a person are nobody's prose."""
    assert relations(page(DISPATCH), page(OWN)) == {}


def test_a_remark_that_another_article_quotes_is_no_prose_even_without_marks():
    """A tweet that is printed as a paragraph is known by the article that quotes it."""
    tweet = "Nobody in this town will have to pay a single krone for what the water did to their houses"
    quoting = page([*OWN[:2], f"“{tweet},” Kvist wrote."])
    assert relations(page([DISPATCH[0], tweet + "."]), quoting) == {}
    embedded = page([tweet, "— Marta Kvist (@kvist) March 4, 2021"])
    assert relations(page([DISPATCH[0], embedded]), page([OWN[0], embedded])) == {}


def test_captions_and_furniture_are_no_copying():
    """Outlets share the agency's picture, and an outlet its own boilerplate."""
    caption = "Soldiers carry an old man out of a flooded house in the lower town on Tuesday, March 4, 2021."
    with_credit = f"{caption} (AP Photo/Ana Lopez)"
    assert relations(page([DISPATCH[0], with_credit]), page([OWN[0], with_credit])) == {}
    assert relations(page([DISPATCH[0], with_credit]), page([OWN[0], caption])) == {}
    line = "Our reporters depend on readers who pay a little every month so that all can read for free."
    texts = [page([line, text]) for text in (DISPATCH[0], OWN[0], OWN[1])]
    assert relations(*texts, sources=["The Courier"] * 3) == {}
    assert len(relations(*texts, sources=["A", "B", "C"])) == 3


def test_a_list_of_names_and_a_set_phrase_are_no_copying():
    """Offices and names recur in everybody's words."""
    names = "The ministers of Norway, Sweden, Denmark, Finland, Iceland, Estonia, Latvia, Poland and Germany met."
    phrase = "special counsel Ana Lopez’s investigation of Norwegian interference in the 2016 election"
    assert relations(f"{DISPATCH[0]} {names}", f"{OWN[0]} {names}") == {}
    assert relations(f"He spoke of {phrase} at length.", f"It was about {phrase}, she thought.") == {}


def test_a_page_of_news_in_brief_ties_no_two_dispatches():
    """An article that prints two dispatches joins one of them; the two stay two origins."""
    other = [line.replace("river", "glacier").replace("villages", "huts") for line in OWN] + [
        "The glacier above the pass lost a wall of ice the size of a church, hikers who heard it fall said.",
        "Wardens closed the path and led two school classes down to the lake before the evening.",
    ]
    found = traced(page(DISPATCH), page(DISPATCH), page(other), page(other), page([*DISPATCH, *other]))
    groups = sorted(origin.articles for origin in found.origins)
    assert len(groups) == 2 and {"a0", "a1"} <= set(groups[0]) and {"a2", "a3"} <= set(groups[1])


def test_passages_join_over_paragraphs_and_point_into_both():
    """What goes on in the next paragraph of both articles is one passage."""
    left, right = page(DISPATCH[3:]), "Kvist spoke.\n\n" + page(DISPATCH[3:])
    (copying,) = traced(left, right).copyings
    (passage,) = copying.passages
    assert passage.left.text == page(DISPATCH[3:]).rstrip(".") == passage.right.text
    assert right[passage.right.start : passage.right.end] == passage.right.text
    assert passage.reason == f"{passage.tokens} words outside quotations run on alike"


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["“Only a remark, nothing else.”"] * 2, ["One.", "One."]])
def test_little_or_nothing_to_trace(texts):
    """Empty and tiny articles are origins of their own."""
    found = traced(*texts)
    assert found.copyings == ()
    assert [origin.articles for origin in found.origins] == [(f"a{i}",) for i in range(len(texts))]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*DISPATCH, *OWN]), min_size=1, max_size=6),
    st.lists(st.sampled_from(DISPATCH), max_size=6),
    st.integers(),
)
def test_spans_are_exact_and_the_order_does_not_show(one, two, seed):
    """Any mixture: passages are slices, shares lie in 0..1, every article has one origin, order changes nothing."""
    articles = [Article(id=f"a{i}", text=page(lines)) for i, lines in enumerate((one, two, DISPATCH))]
    found = trace(outline(articles))
    texts = {article.id: article.text for article in articles}
    for copying in found.copyings:
        assert 0 < copying.share <= 1 and copying.left < copying.right and copying.passages
        for passage in copying.passages:
            for span, owner in ((passage.left, copying.left), (passage.right, copying.right)):
                assert span.article == owner and texts[owner][span.start : span.end] == span.text
    assert sorted(article for origin in found.origins for article in origin.articles) == ["a0", "a1", "a2"]
    random.Random(seed).shuffle(articles)
    again = trace(outline(articles))
    assert (again.origins, again.copyings) == (found.origins, found.copyings)
