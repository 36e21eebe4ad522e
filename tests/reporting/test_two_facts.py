"""A claim that stands in two facts: every report knows both, and tells each thing with the fact that it belongs to."""

import pytest
from attrs import evolve

from factcheck.model import Fact, FactStatus
from factcheck.reporting.annotation import Annotator
from factcheck.reporting.changes import compare_runs
from factcheck.reporting.matrix import Stand, Stands
from factcheck.reporting.tables import tabulate
from factcheck.reporting.view import View


@pytest.fixture
def before(results):
    """One more claim of the Times, which no other article has."""
    claim = evolve(next(claim for claim in results.claims if claim.id == "c-five"), id="c-lone")
    lone = Fact("f-lone", (claim.id,), "Five people died", articles=("times",))
    return evolve(results, claims=(*results.claims, claim), facts=(*results.facts, lone))


@pytest.fixture
def both(before):
    """The same, but the claim of the 212 aboard stands in a second fact, beside the lone claim."""
    second = Fact(
        "f-second",
        ("c-212", "c-lone"),
        "The Astrid carried 212",
        articles=("courier", "times"),
        origins=2,
        status=FactStatus.CORROBORATED,
    )
    return evolve(before, facts=(*before.facts, second))


def test_the_table_of_claims_names_both_facts(both):
    facts = {row["id"]: row["fact"] for row in tabulate(both, "claims")}
    assert set(facts["c-212"].split()) == {"f-aboard", "f-second"}
    assert facts["c-200"] == "f-aboard"


def test_only_the_fact_that_a_finding_is_about_shows_that_its_claims_differ(both):
    rows = {row.fact.id: {a.id: stand for a, stand in row.cells} for row in Stands(View(both)).rows(both.facts)}
    assert rows["f-aboard"]["courier"] is Stand.REFINES
    assert rows["f-second"]["courier"] is Stand.STATES


def test_an_article_shows_a_claim_with_the_fact_in_which_most_is_to_be_told_of_it(both):
    view = View(both)
    annotator = Annotator(view, Stands(view))
    shown = [s for p in annotator.paragraphs(view.articles["courier"]) for s in p.segments if s.claim]
    assert {(s.fact.id, s.stand) for s in shown if s.claim.id == "c-212"} == {("f-aboard", Stand.REFINES)}


def test_what_stands_beside_another_article_in_any_fact_is_told_by_no_article_alone(before, both):
    assert len(View(before).alone()) - len(View(both).alone()) == 1


def test_a_fact_is_found_again_through_each_of_its_claims(both):
    changes = compare_runs(both, both).facts
    assert not changes.new
    assert not changes.gone
