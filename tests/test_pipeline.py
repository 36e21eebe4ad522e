"""The whole path on real input: what a user would notice of it."""

import random
from datetime import date
from pathlib import Path

import pytest

from factcheck import Article, ArticleError, load, read_articles, reconcile
from factcheck.config import Settings
from factcheck.model import Between, Difference, FactStatus, Severity

ROOT = Path(__file__).parent.parent
FIRST = "Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said."
SECOND = "Four people died in a fire on the ferry Astrid on Tuesday, the coast guard said."


def article(key, text, **more):
    return Article(key, text, source=f"{key}.example", published=date(2024, 3, 12), **more)


def spans_of(result):
    for claim in result.claims:
        yield claim.span
        yield claim.sentence
        yield from claim.quotations
        yield from (found.value.span for found in (*claim.quantities, *claim.times))
        yield from (argument.span for argument in claim.arguments)
    for mention in result.mentions:
        yield mention.span
    for finding in result.findings:
        yield from finding.evidence
    for copying in result.origins.copyings:
        for passage in copying.passages:
            yield passage.left
            yield passage.right


@pytest.mark.parametrize("fixture", ["seeds", "ferry"])
def test_every_span_is_the_exact_slice_of_its_article(fixture, request):
    result = request.getfixturevalue(fixture)
    texts = {a.id: a.text for a in result.articles}
    spans = list(spans_of(result))
    assert len(spans) > 100
    assert [s for s in spans if texts[s.article][s.start : s.end] != s.text] == []


def test_a_planted_number_is_found_with_both_spans():
    result = reconcile([article("a", FIRST), article("b", SECOND)])
    (finding,) = [f for f in result.findings if f.relation is Difference.CONFLICT]
    assert finding.kind == "quantity"
    assert finding.severity is Severity.HIGH
    assert finding.between is Between.OUTLETS
    assert [("Three" in e.text, "Four" in e.text) for e in finding.evidence] == [(True, False), (False, True)]
    (fact,) = [f for f in result.facts if f.id == finding.fact]
    assert fact.status is FactStatus.DISPUTED


def test_what_may_not_be_the_same_is_no_agreement():
    """Two loosely alike sentences are told as agreed only where that is at least as sure as the settings ask."""
    texts = (
        "The heat was too much for many. Three elderly people collapsed. The town opened cooled halls.",
        "Cooled halls were opened for the public. Three old people had to be treated.",
    )
    articles = [article(name, text) for name, text in zip("ab", texts, strict=True)]
    loose, strict = (reconcile(articles, settings=Settings(min_confidence=sure)) for sure in (0.0, 1.0))
    shared = {fact.id: fact for fact in loose.facts if len(fact.articles) > 1}
    assert shared
    assert all(fact.confidence < 1.0 and fact.is_shared for fact in shared.values())
    doubtful = [fact for fact in strict.facts if fact.id in shared]
    assert {fact.status for fact in doubtful} == {FactStatus.UNCERTAIN}
    assert not any(fact.is_shared for fact in doubtful)


def test_an_article_against_a_copy_of_itself_has_no_finding_and_one_origin():
    text = " ".join(read_articles(ROOT / "examples" / "crawl")[0].text.split("\n\n"))
    result = reconcile([article("a", text), article("b", text)])
    assert [f.explanation for f in result.findings if f.between is not Between.WITHIN] == []
    shared = [f for f in result.facts if len(f.articles) == 2]
    assert len(shared) > 3
    assert {f.origins for f in shared} == {1}


@pytest.mark.parametrize("place", ["seeds", "examples/crawl"])
def test_the_order_of_the_articles_does_not_show(place):
    articles = read_articles(ROOT / place)
    expected = reconcile(articles).to_json()
    random.Random(1).shuffle(articles)
    assert reconcile(reversed(articles)).to_json() == expected
    assert reconcile(articles).to_json() == expected


def test_an_unrelated_article_changes_no_finding(ferry):
    other = article("z", "The city council approved a new library on Monday. It will open in 2026 and cost $3 million.")
    more = reconcile([*ferry.articles, other])
    assert {f.explanation for f in more.findings} == {f.explanation for f in ferry.findings}


def test_the_planted_differences_of_the_ferry_articles_are_found(ferry):
    conflicts = {f.kind.value for f in ferry.findings if f.relation is Difference.CONFLICT}
    assert {"quantity", "time", "quote", "polarity"} <= conflicts


def test_the_spelling_of_a_name_is_never_a_conflict(ferry):
    assert not [f for f in ferry.findings if f.kind == "name" and f.relation is Difference.CONFLICT]


def test_nothing_in_the_seeds_comes_from_page_furniture(seeds):
    furniture = ("height=", "src=", "KEEP READING", "infobae", "butcher of Syria", "REUTERS/")
    assert [c.span.text for c in seeds.claims if any(word in c.span.text for word in furniture)] == []


@pytest.mark.parametrize("person", ["Zelensky", "Tumar", "Stoltenberg", "Lukashenko", "Khrenin", "Revenko", "Putin"])
def test_everybody_in_the_seeds_is_one_entity(seeds, person):
    owners = [e.name for e in seeds.entities if any(person in name for name in (e.name, *e.aliases))]
    assert len(owners) == 1


def test_compatible_numbers_of_the_seeds_are_no_conflict(seeds):
    quantities = [f for f in seeds.findings if f.kind == "quantity" and f.relation is Difference.CONFLICT]
    assert [f.explanation for f in quantities if "9,000" in f.explanation or "thousand" in f.explanation.lower()] == []


@pytest.mark.parametrize("words", ["demanded before the G7", "complicity in the current Russian military campaign"])
def test_what_both_seeds_took_from_the_agency_has_one_origin(seeds, words):
    claims = {c.id: c for c in seeds.claims}
    facts = [f for f in seeds.facts if len(f.articles) > 1 and any(words in claims[c].text for c in f.claims)]
    assert facts
    assert {f.origins for f in facts} == {1}


def test_two_different_articles_with_one_id_are_an_error_that_says_so():
    with pytest.raises(ArticleError, match="'a'"):
        reconcile([article("a", FIRST), article("a", SECOND)])


def test_no_article_is_an_error():
    with pytest.raises(ArticleError, match="no article"):
        reconcile([])


def test_the_same_article_given_twice_is_used_once_and_said_so():
    result = reconcile([article("a", FIRST), article("a", FIRST)])
    assert len(result.articles) == 1
    assert any("more than once" in p.reason for p in result.problems)


def test_a_single_article_is_read_and_the_report_says_that_there_is_nothing_to_compare():
    result = reconcile([article("a", FIRST)])
    assert result.claims
    assert any("only one article" in p.reason for p in result.problems)


def test_an_article_in_another_language_is_named_and_the_others_are_still_reconciled():
    spanish = article(
        "c",
        "Tres personas murieron el martes en un incendio a bordo del transbordador Astrid, según la guardia costera. "
        "El ministro de Transporte anunció una investigación sobre las causas del incendio y dijo que el buque había "
        "pasado una inspección de seguridad en enero.",
    )
    result = reconcile([article("a", FIRST), article("b", SECOND), spanish])
    assert any(p.place == "c" and "English" in p.reason for p in result.problems)
    assert [f for f in result.findings if f.relation is Difference.CONFLICT]
    assert not [c for c in result.claims if c.article == "c"]


def test_an_article_without_a_sentence_costs_the_others_nothing():
    result = reconcile([article("a", FIRST), article("b", SECOND), article("c", "—\n***\n")])
    assert [f for f in result.findings if f.relation is Difference.CONFLICT]


def test_two_runs_give_the_same_ids(ferry):
    again = reconcile(ferry.articles)
    assert [f.id for f in again.findings] == [f.id for f in ferry.findings]
    assert [c.id for c in again.claims] == [c.id for c in ferry.claims]


def test_the_stages_are_told_as_they_begin():
    told = []
    reconcile([article("a", FIRST), article("b", SECOND)], progress=lambda *where: told.append(where))
    stages = [("extraction", 0, 2), ("extraction", 1, 2), ("extraction", 2, 2), ("stories", 0, 2), ("comparison", 0, 2)]
    assert told == stages


def test_what_was_saved_can_be_looked_at_in_all_ways_again(tmp_path):
    result = reconcile([article("a", FIRST), article("b", SECOND)])
    path = tmp_path / "run.json"
    path.write_text(result.to_json(), encoding="utf-8")
    again = load(path)
    assert again.to_json() == result.to_json()
    assert again.to_html() == result.to_html()
    assert again.explain(result.findings[0].id[:6]) == result.explain(result.findings[0].id)
    assert list(again.to_frame()["id"]) == [finding.id for finding in result.findings]
