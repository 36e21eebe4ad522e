"""The graph as a picture."""

import re

import attrs

from factcheck.reporting import render
from factcheck.reporting.matrix import Stand, Stands
from factcheck.reporting.picture import MOST_ARTICLES, MOST_FACTS, WIDTH, draw
from factcheck.reporting.view import View


def picture(results, facts=None):
    view = View(results)
    return draw(view, Stands(view).rows(results.facts if facts is None else facts))


def test_every_article_and_fact_has_a_place_of_its_own_inside(results):
    drawn = picture(results)
    for column in (drawn.origins, drawn.articles, drawn.facts):
        assert len({node.y for node in column}) == len(column)
        assert all(0 < node.y < drawn.height and 0 <= node.x < WIDTH for node in column)
    assert [node.article.id for node in drawn.articles] == ["courier", "gazette", "times"]
    assert {node.fact.id for node in drawn.facts} == {fact.id for fact in results.facts}


def test_an_edge_for_each_article_that_says_something_and_each_shared_origin(results):
    drawn = picture(results)
    stands = [edge.stand for edge in drawn.edges]
    assert (stands.count(Stand.CONFLICTS), stands.count(Stand.DISPUTED), stands.count(Stand.COPIED)) == (4, 2, 2 + 2)
    assert [node.label for node in drawn.origins] == ["Nordpress"]
    assert all(re.fullmatch(r"M[\d. ]+C[\d. ]+", edge.path) for edge in drawn.edges)


def test_a_tangle_is_not_drawn(results):
    article = results.articles[0]
    crowd = tuple(attrs.evolve(article, id=f"a{n}") for n in range(MOST_ARTICLES + 1))
    assert picture(results, ()) is None
    assert picture(attrs.evolve(results, articles=(*results.articles, *crowd))) is None
    assert len(picture(results, [results.facts[0]] * (MOST_FACTS + 5)).facts) == MOST_FACTS
    assert "<svg" in render(results, "html")
    assert "<svg" not in render(attrs.evolve(results, facts=(), findings=()), "html")


def test_articles_of_unknown_origin_stand_last(results):
    known = attrs.evolve(results.origins, origins=results.origins.origins[1:])
    drawn = picture(attrs.evolve(results, origins=known))
    assert [node.article.id for node in drawn.articles] == ["gazette", "times", "courier"]
