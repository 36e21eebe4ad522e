"""What other programs read: annotations, claim reviews, data frames and Parquet hold to the rules of their kind."""

import io
import json
import re
import sys
from urllib.parse import urlparse

import attrs
import pytest

from factcheck.errors import ConfigError, ExtraMissing
from factcheck.model import Between
from factcheck.reporting import render, render_table, tabulate, to_frame
from factcheck.reporting.tables import TABLES, columns

# https://www.w3.org/TR/annotation-vocab/#named-individuals
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
# https://schema.org: the properties that each type may have, as far as they are used here.
THING = {"@type", "@id", "name", "url", "identifier"}
WORK = THING | {"text", "inLanguage", "author", "headline", "datePublished", "publisher", "creativeWorkStatus"}
SCHEMA_ORG = {
    "Claim": WORK | {"appearance", "firstAppearance", "claimInterpreter"},
    "ClaimReview": WORK | {"claimReviewed", "reviewBody", "reviewAspect", "itemReviewed"},
    "NewsArticle": WORK,
    "Organization": THING,
    "Person": THING,
}


@pytest.fixture(params=["results", "hostile"])
def either(request):
    return request.getfixturevalue(request.param)


def collection(results):
    return json.loads(render(results, "web-annotation"))


def things(value):
    """Every object with a type inside a JSON value."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        for part in value.values():
            yield from things(part)
    elif isinstance(value, list):
        for part in value:
            yield from things(part)


def test_annotations_have_what_the_recommendation_requires(either):
    data = collection(either)
    assert data["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (data["type"], data["total"]) == ("AnnotationCollection", len(either.findings))
    page = data["first"]
    assert (page["type"], page["partOf"], page["startIndex"]) == ("AnnotationPage", data["id"], 0)
    ids = [data["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids) and all(urlparse(id_).scheme == "urn" for id_ in ids)
    for item in page["items"]:
        assert item["type"] == "Annotation" and item["motivation"] in MOTIVATIONS and item["target"]
        for body in item["body"]:
            assert body["type"] == "TextualBody" and isinstance(body["value"], str) and body["purpose"] in MOTIVATIONS


def test_every_target_selects_the_evidence_by_its_words_and_by_its_place(either):
    texts = {article.id: article.text for article in either.articles}
    for finding, item in zip(either.findings, collection(either)["first"]["items"], strict=True):
        for span, target in zip(finding.evidence, item["target"], strict=True):
            text = texts[span.article]
            quote, position = target["selector"]
            assert (target["type"], target["source"]["type"]) == ("SpecificResource", "Text")
            assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert text[position["start"] : position["end"]] == quote["exact"] == span.text
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert text[position["start"] - len(quote["prefix"]) :].startswith(around)


def test_a_source_is_named_by_the_hash_of_its_text_and_only_a_web_address_is_passed_on(results):
    targets = [target for item in collection(results)["first"]["items"] for target in item["target"]]
    assert all(re.fullmatch(r"ni:///sha-256;[\w-]{43}", target["source"]["id"]) for target in targets)
    assert {target.get("scope") for target in targets} == {"https://courier.example/astrid", None}
    assert "javascript:" not in render(results, "web-annotation")


def test_no_finding_makes_an_empty_collection_without_a_page(results):
    data = collection(attrs.evolve(results, findings=()))
    assert data["total"] == 0 and "first" not in data


def test_drafts_keep_to_the_vocabulary_and_rate_nothing(either):
    data = json.loads(render(either, "claim-review"))
    assert data["@context"] == "https://schema.org"
    for thing in things(data["@graph"]):
        assert set(thing) <= SCHEMA_ORG[thing["@type"]], thing["@type"]
    assert not re.search("rating|bestRating|alternateName", render(either, "claim-review"), re.IGNORECASE)


def test_a_disputed_fact_is_a_draft_with_each_version_and_where_it_appears(results):
    graph = json.loads(render(results, "claim-review"))["@graph"]
    by_id = {thing["@id"]: thing for thing in graph}
    assert len(by_id) == len(graph)
    reviews = [thing for thing in graph if thing["@type"] == "ClaimReview"]
    assert [review["reviewAspect"] for review in reviews] == [["quantity"], ["quote"], ["polarity"]]
    for review in reviews:
        assert review["creativeWorkStatus"] == "Draft" and review["claimReviewed"]
        assert {by_id[item["@id"]]["@type"] for item in review["itemReviewed"]} == {"Claim"}
    dead = {by_id[item["@id"]]["text"]: by_id[item["@id"]] for item in reviews[0]["itemReviewed"]}
    four = dead["Four people died in a fire on the ferry Astrid on Tuesday"]
    (appearance,) = four["appearance"]
    assert appearance["publisher"] == {"@type": "Organization", "name": "Lunden Courier"}
    assert (appearance["datePublished"], appearance["url"]) == ("2024-03-12", "https://courier.example/astrid")
    assert "author" not in four, "police are nobody in particular"
    quoted = [by_id[item["@id"]] for item in reviews[1]["itemReviewed"]]
    assert {claim["author"]["name"] for claim in quoted} == {"Erik Dahlgren"}


def test_an_agreed_fact_is_one_claim_and_an_update_no_dispute(results):
    graph = json.loads(render(results, "claim-review"))["@graph"]
    (port,) = [thing for thing in graph if thing.get("text", "").startswith("The port")]
    assert {article["identifier"] for article in port["appearance"]} == {"gazette", "times"}
    updates = attrs.evolve(results, findings=tuple(f for f in results.findings if f.is_update))
    assert {thing["@type"] for thing in json.loads(render(updates, "claim-review"))["@graph"]} == {"Claim"}
    assert all(f.between is not Between.WITHIN for f in results.findings)


@pytest.mark.parametrize("table", TABLES)
def test_frames_and_parquet_hold_the_rows_of_the_table(results, table):
    polars, parquet = pytest.importorskip("polars"), pytest.importorskip("pyarrow.parquet")
    rows = tabulate(results, table)
    assert to_frame(results, table, "polars").to_dicts() == rows
    assert parquet.read_table(io.BytesIO(render_table(results, table, "parquet"))).to_pylist() == rows
    assert polars.read_parquet(io.BytesIO(render_table(results, table, "parquet"))).to_dicts() == rows
    frame = to_frame(results, table)
    assert frame.astype(object).where(frame.notna(), None).to_dict("records") == rows


@pytest.mark.parametrize("table", TABLES)
def test_an_empty_table_has_the_same_columns_and_types(results, table):
    pytest.importorskip("polars")
    parquet = pytest.importorskip("pyarrow.parquet")
    empty = attrs.evolve(results, findings=(), facts=(), claims=())
    assert to_frame(empty, table, "polars").schema == to_frame(results, table, "polars").schema
    read = [parquet.read_table(io.BytesIO(render_table(r, table, "parquet"))).schema for r in (empty, results)]
    assert read[0] == read[1]
    kinds = {str(name): str(kind) for name, kind in to_frame(empty, table).dtypes.items()}
    assert list(kinds) == list(columns(table))
    assert all(kinds[name] == kind.__name__ + "64" for name, kind in columns(table).items() if kind in (int, float))


def test_half_a_surrogate_pair_is_no_obstacle(results):
    pytest.importorskip("polars")
    half = attrs.evolve(results, findings=tuple(attrs.evolve(f, explanation="\ud800!") for f in results.findings))
    assert to_frame(half, "findings", "polars")["explanation"][0] == "\ufffd!"
    assert render_table(half, "findings", "parquet").startswith(b"PAR1")
    for format in ("web-annotation", "claim-review", "csv"):
        render(half, format).encode("utf-8")


def test_what_is_no_table_no_library_and_no_format(results):
    for call in (
        lambda: to_frame(results, "entities"),
        lambda: to_frame(results, "facts", "excel"),
        lambda: render_table(results, "facts", "xlsx"),
    ):
        with pytest.raises(ConfigError):
            call()


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_a_library_that_is_not_installed_is_an_import_error_that_names_the_extra(results, monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(ExtraMissing, match=rf'{library} is not installed; .*"factcheck-reconcile\[tables\]"'):
        to_frame(results, "findings", library)
    assert issubclass(ExtraMissing, ImportError)


def test_a_result_gives_its_tables_itself_and_findings_unless_told_otherwise(ferry):
    pytest.importorskip("polars")
    assert ferry.to_frame().to_dict("list")["id"] == [row["id"] for row in tabulate(ferry)]
    assert ferry.to_frame("claims", library="polars")["id"].to_list() == [claim.id for claim in ferry.claims]


def test_the_picture_in_a_notebook_is_small_and_runs_nothing(ferry, hostile):
    for html in (ferry._repr_html_(), render(hostile, "notebook")):
        assert len(html) < 60_000
        assert not re.search(r"<(script|iframe|img|link|object|embed)|javascript:|<[^>]+\son\w+=", html, re.IGNORECASE)
