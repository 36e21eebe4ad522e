"""JSON: lossless, valid by its schema, the same bytes, and errors that say where."""

import json
from importlib.resources import files

import attrs
import jsonschema
import pytest

from factcheck.errors import ConfigError, FormatError
from factcheck.model import Pair, Severity
from factcheck.reporting import load, render, render_claims
from factcheck.reporting.changes import compare_runs, render_changes
from factcheck.reporting.schema import make_change_schema, make_schema


def shipped(name):
    return json.loads((files("factcheck.reporting") / name).read_text(encoding="utf-8"))


SCHEMA, CHANGES = shipped("schema.json"), shipped("schema-changes.json")


@pytest.fixture(params=["results", "hostile"])
def either(request):
    return request.getfixturevalue(request.param)


def test_the_shipped_schema_is_the_one_that_the_model_makes():
    assert make_schema() == SCHEMA, "python -m factcheck.reporting.schema > factcheck/reporting/schema.json"
    assert make_change_schema() == CHANGES, "python -m factcheck.reporting.schema changes > .../schema-changes.json"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(CHANGES)


def test_what_is_written_is_valid(either):
    jsonschema.validate(json.loads(render(either, "json")), SCHEMA)


def test_changes_are_valid_and_what_is_no_change_is_not(either, results):
    """New, gone and changed things among them; a schema that lets anything pass would say nothing."""
    fewer = attrs.evolve(either, findings=either.findings[1:], facts=either.facts[1:], articles=either.articles[1:])
    graver = attrs.evolve(either, findings=(attrs.evolve(either.findings[0], severity=Severity.LOW),))
    for old, new in ((results, either), (fewer, either), (either, fewer), (either, graver)):
        written = json.loads(render_changes(compare_runs(old, new), "json"))
        jsonschema.validate(written, CHANGES)
    assert written["findings"]["changed"] and written["findings"]["gone"]
    for place in ("news", "findings"):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**written, place: {"new": 1}}, CHANGES)


def test_a_report_of_nothing_is_valid(results):
    none = dict.fromkeys(("articles", "mentions", "entities", "claims", "facts", "findings", "problems"), ())
    empty = attrs.evolve(results, **none, blocks={}, origins=type(results.origins)((), ()))
    jsonschema.validate(json.loads(render(empty, "json")), SCHEMA)
    assert load(render(empty, "json")).claims == ()


def test_nothing_is_lost(either):
    again = load(render(either, "json"))
    for field in attrs.fields(type(either)):
        if field.name != "origins":
            assert getattr(again, field.name) == getattr(either, field.name), field.name
    assert again.origins.origins == either.origins.origins
    assert again.origins.copyings == either.origins.copyings
    assert render(again, "json") == render(either, "json")


def test_the_fields_that_others_read_are_flat(results):
    data = json.loads(render(results, "json"))
    texts = {article["id"]: article["text"] for article in data["articles"]}
    for claim in data["claims"]:
        assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["text"]
    for finding in data["findings"]:
        assert {"id", "fact", "kind", "relation", "severity", "claims", "evidence", "explanation"} <= set(finding)
        for span in finding["evidence"]:
            assert texts[span["article"]][span["start"] : span["end"]] == span["text"]
    assert [fact["origins"] for fact in data["facts"]] == [2, 2, 2, 2, 1]


def test_an_open_end_is_null_and_comes_back(results):
    data = json.loads(render(results, "json"))
    (hard,) = [q["value"]["hard"] for c in data["claims"] for q in c["quantities"] if q["value"]["low"] == 200]
    assert (hard["low"], hard["high"]) == (200, None)


def test_line_by_line_says_what_each_record_is(results):
    records = [json.loads(line) for line in render(results, "jsonl").split("\n") if line]
    kinds = [record["record"] for record in records]
    assert kinds[0] == "reconciliation" and kinds.count("article") == 3 and kinds.count("claim") == 11
    assert {"entity", "mention", "fact", "finding", "origin", "copying", "problem"} < set(kinds)


def test_claims_alone(results):
    assert [c["id"] for c in json.loads(render_claims(results, "json"))] == [c.id for c in results.claims]
    assert len(render_claims(results, "jsonl").splitlines()) == len(results.claims)
    with pytest.raises(ConfigError):
        render_claims(results, "html")


def test_load_reads_a_file(tmp_path, results):
    path = tmp_path / "r.json"
    path.write_text(render(results, "json"), encoding="utf-8")
    assert load(path).findings == results.findings


def broken(results, change):
    data = json.loads(render(results, "json"))
    change(data)
    return json.dumps(data)


@pytest.mark.parametrize(
    ("change", "where", "reason"),
    [
        (lambda d: d.pop("format"), "$.format", "no reconciliation"),
        (lambda d: d.update(version=99), "$.version", "99"),
        (lambda d: d.pop("claims"), "$.claims", "missing"),
        (lambda d: d["claims"][3].update(start="here"), "$.claims[3].start", "int"),
        (lambda d: d["claims"][3].pop("start"), "$.claims[3].start", "missing"),
        (lambda d: d["claims"][3].update(kind="rumour"), "$.claims[3].kind", "ClaimKind"),
        (lambda d: d["claims"][3].update(start=1), "$.claims[3]", "not what article"),
        (lambda d: d["claims"][3].update(article="nowhere"), "$.claims[3]", "not what article"),
        (lambda d: d["articles"][0].update(published="soon"), "$.articles[0].published", ""),
        (lambda d: d["articles"][0]["blocks"][0].update(kind="wall"), "$.articles[0].blocks", "wall"),
        (lambda d: d["facts"][1]["claims"].append("c-none"), "$.facts[1].claims", "c-none"),
        (lambda d: d["findings"][0].update(fact="f-none"), "$.findings[0]", "not there"),
        (lambda d: d["findings"][0].update(claims=[]), "$.findings[0]", "not there"),
        (lambda d: d["findings"][2]["evidence"][1].update(text="x"), "$.findings[2].evidence[1]", "'x'"),
        (lambda d: d.update(settings=3), "$.settings", ""),
    ],
)
def test_damage_is_told_with_its_place(results, change, where, reason):
    with pytest.raises(FormatError) as caught:
        load(broken(results, change))
    assert caught.value.where == where
    assert reason in caught.value.reason


@pytest.mark.parametrize("content", [b"{", b"[1]", b"\xff\xff", b"[" * 100_000])
def test_what_is_no_reconciliation_at_all(tmp_path, content):
    path = tmp_path / "r.json"
    path.write_bytes(content)
    with pytest.raises(FormatError, match=r"r\.json"):
        load(path)
    with pytest.raises(FormatError, match="cannot be read"):
        load(tmp_path / "none.json")


def test_of_what_made_a_score_the_weightiest_are_kept_and_the_rest_is_summed_up(results):
    """A pair holds no more than an explanation tells, and what is written comes back."""
    made = {f"feature {n}": n / 10 for n in range(-4, 5)}
    pair = Pair("a", "b", 0.9, made)
    assert list(pair.features) == [f"feature {n}" for n in (-4, 4, -3, 3, -2, 2)]
    pair = Pair("a", "b", 0.9, made | {"feature 9": 5.0})
    assert next(iter(pair.features.items())) == ("feature 9", 5.0)
    assert list(pair.features.items())[-1] == ("others", 0.2)
    assert sum(pair.features.values()) == pytest.approx(sum(made.values()) + 5)
    assert Pair("a", "b", 0.9, pair.features) == pair
    facts = tuple(attrs.evolve(f, pairs=tuple(attrs.evolve(p, features=made) for p in f.pairs)) for f in results.facts)
    assert load(render(attrs.evolve(results, facts=facts), "json")).facts == facts
