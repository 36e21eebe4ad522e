"""What is new, gone and changed between two runs, though ids may have changed a little."""

import json

import attrs
import pytest

from factcheck.errors import ConfigError
from factcheck.model import Article, Difference, FactStatus, Severity, Standing
from factcheck.reporting import load, render
from factcheck.reporting.changes import compare_runs, only_news, render_changes
from factcheck.span import Span


def renamed(results, prefix="x-"):
    """The same results with every id of a claim, a finding and a fact another one."""
    data = json.loads(render(results, "json"))
    names = {each["id"]: prefix + each["id"] for part in ("claims", "facts", "findings") for each in data[part]}

    def rename(value):
        if isinstance(value, dict):
            return {name: rename(part) for name, part in value.items()}
        if isinstance(value, list):
            return [rename(part) for part in value]
        return names.get(value, value) if isinstance(value, str) else value

    return load(json.dumps(rename(data)))


def moved(results, article, before):
    """The same results, but some words stand before the text of one article, and every id is another."""

    def move(value):
        if isinstance(value, Span) and value.article == article:
            return attrs.evolve(value, start=value.start + len(before), end=value.end + len(before))
        if isinstance(value, tuple):
            return tuple(move(part) for part in value)
        if isinstance(value, Article):
            return attrs.evolve(value, text=before + value.text) if value.id == article else value
        if isinstance(value, dict):
            return {name: move(part) for name, part in value.items()}
        if attrs.has(type(value)):
            return attrs.evolve(value, **{f.name: move(getattr(value, f.name)) for f in attrs.fields(type(value))})
        return value

    return renamed(move(results))


def with_finding(results, id_, **changes):
    return attrs.evolve(
        results, findings=tuple(attrs.evolve(f, **changes) if f.id == id_ else f for f in results.findings)
    )


def without(results, *ids):
    return attrs.evolve(results, findings=tuple(f for f in results.findings if f.id not in ids))


def ids(things):
    return [thing.id for thing in things]


def edits(changes):
    return [[(edit.name, edit.before, edit.after) for edit in change.edits] for change in changes]


@pytest.mark.parametrize(
    "again",
    [
        lambda results: results,
        renamed,
        lambda results: moved(results, "gazette", "Updated at noon.\n\n"),
        lambda results: moved(results, "courier", "By a reporter of ours in Lunden, with pictures.\n"),
    ],
    ids=["the same", "other ids", "a line above one article", "a line above another"],
)
def test_what_is_known_again_is_no_news(results, again):
    changes = compare_runs(results, again(results))
    for ledger, count in ((changes.findings, 5), (changes.facts, 5)):
        assert (ledger.new, ledger.gone, ledger.changed, ledger.kept) == ((), (), (), count)
    assert changes.news == () and changes.added == changes.removed == ()


def test_an_edited_article_is_told(results):
    assert compare_runs(results, moved(results, "times", "Updated. ")).edited == ("times",)


def test_new_and_gone_mirror_each_other(results):
    less = without(results, "d-dead", "d-later")
    there, back = compare_runs(less, results), compare_runs(results, less)
    assert ids(there.findings.new) == ids(back.findings.gone) == ids(there.news) == ["d-dead", "d-later"]
    assert there.findings.gone == back.findings.new == back.news == ()
    assert there.findings.kept == back.findings.kept == 3


def test_a_finding_that_weighs_more_is_changed_and_no_news(results):
    changes = compare_runs(results, renamed(with_finding(results, "d-quote", severity=Severity.HIGH)))
    assert edits(changes.findings.changed) == [[("severity", "low", "high")]]
    assert changes.news == ()


def test_a_refinement_that_became_a_conflict_is_news(results):
    after = renamed(with_finding(results, "d-aboard", relation=Difference.CONFLICT))
    changes = compare_runs(results, after)
    assert edits(changes.findings.changed) == [[("relation", "refinement", "conflict")]]
    assert ids(changes.news) == ["x-d-aboard"]


def test_an_update_that_became_a_conflict_is_news_and_not_the_other_way_round(results):
    conflict = with_finding(results, "d-later", relation=Difference.CONFLICT, is_update=False)
    assert ids(compare_runs(results, conflict).news) == ["d-later"]
    assert compare_runs(conflict, results).news == ()


def test_another_value_is_news_and_the_same_value_in_more_words_is_not(results):
    gazette = next(article.text for article in results.articles if article.id == "gazette")
    four, three = results.findings[0].evidence
    longer = Span.of(gazette, three.start, three.end + len(" people"), "gazette")
    same = renamed(with_finding(results, "d-dead", evidence=(four, longer)))
    changes = compare_runs(results, same)
    assert edits(changes.findings.changed) == [[("words", "Four / Three", "Four / Three people")]]
    assert changes.news == ()
    other = renamed(with_finding(results, "d-dead", evidence=(four, longer), values=("4", "30")))
    assert ids(compare_runs(results, other).news) == ["x-d-dead"]


def test_on_the_same_claims_but_other_words_is_another_finding(results):
    gazette = next(article.text for article in results.articles if article.id == "gazette")
    courier = next(article.text for article in results.articles if article.id == "courier")
    at = gazette.index("ferry Astrid", gazette.index("Three people")), courier.index("ferry Astrid")
    other = tuple(
        Span.of(text, start, start + len("ferry"), name)
        for text, start, name in ((courier, at[1], "courier"), (gazette, at[0], "gazette"))
    )
    changes = compare_runs(results, renamed(with_finding(results, "d-dead", evidence=other)))
    assert ids(changes.findings.new) == ["x-d-dead"] and ids(changes.findings.gone) == ["d-dead"]


def test_who_stands_behind_a_side_is_told(results):
    sides = [(Standing("Four", ("courier",), 1), Standing("Three", ("gazette",), n)) for n in (1, 2)]
    before, after = (with_finding(results, "d-dead", sides=side) for side in sides)
    changes = compare_runs(before, after)
    assert edits(changes.findings.changed) == [[("standing", "1 origin / 1 origin", "1 origin / 2 origins")]]


def test_facts_tell_their_status_and_who_states_them(results):
    facts = tuple(
        attrs.evolve(f, status=FactStatus.CORROBORATED, origins=2, outlets=("gazette", "post"))
        if f.id == "f-port"
        else f
        for f in results.facts
    )
    changes = compare_runs(results, renamed(attrs.evolve(results, facts=facts)))
    assert edits(changes.facts.changed) == [
        [
            ("status", "single origin", "corroborated"),
            ("origins", "1", "2"),
            ("outlets", "gazette, times", "gazette, post"),
        ]
    ]


def test_an_article_that_came_brings_its_facts_and_one_that_went_takes_them_along(results):
    def alone(keep):
        claims = tuple(c for c in results.claims if c.article in keep)
        names = set(ids(claims))
        facts = tuple(attrs.evolve(f, claims=tuple(c for c in f.claims if c in names), pairs=()) for f in results.facts)
        return attrs.evolve(
            results,
            articles=tuple(a for a in results.articles if a.id in keep),
            claims=claims,
            facts=tuple(f for f in facts if f.claims),
            findings=tuple(f for f in results.findings if names.issuperset(f.claims)),
        )

    changes = compare_runs(alone({"courier", "gazette"}), results)
    assert (changes.added, changes.removed) == (("times",), ())
    assert ids(changes.findings.new) == ["d-later"]
    changes = compare_runs(results, alone({"times"}))
    assert changes.removed == ("courier", "gazette")
    assert len(changes.facts.gone) == 3 and changes.findings.kept == 0


def test_an_article_under_another_id_is_known_by_its_text_or_its_address(results):
    text = render(results, "json").replace('"courier"', '"c-2024"')
    changes = compare_runs(results, renamed(load(text)))
    assert changes.added == changes.removed == () and changes.findings.kept == 5


def test_only_news_leaves_the_rest_of_the_results(results):
    less = without(results, "d-alarm")
    news = only_news(results, renamed(less))
    assert ids(news.findings) == ["d-alarm"]
    assert news.facts == results.facts and news.claims == results.claims
    assert only_news(results, results).findings == ()


def test_the_text_names_what_changed(results):
    before = without(results, "d-alarm")
    after = with_finding(without(results, "d-quote"), "d-dead", severity=Severity.MEDIUM)
    report = render_changes(compare_runs(before, after))
    lines = report.splitlines()
    assert lines[:2] == [
        "News:     1 conflict that the older run does not tell",
        "Findings: 1 new, 1 changed, 1 gone, 2 as before",
    ]
    assert "\n\n\n" not in report
    assert "New findings" in lines and "Findings that are gone" in lines and "Changed facts" not in lines
    assert "      severity: high → medium" in lines
    assert "The union affirms what “He” denies." in report and "[d-quote] low quote conflict" in report


@pytest.mark.parametrize("width", [40, 100])
def test_hostile_results_bring_no_control_character_into_the_text(hostile, width):
    report = render_changes(
        compare_runs(without(hostile, "d-dead"), with_finding(hostile, "d-alarm", values=("\x1b[2J",)))
    )
    assert "\x1b" not in report and "\u202e" not in report and "\x00" not in report


def test_json_holds_every_new_gone_and_changed_thing(results):
    after = renamed(with_finding(without(results, "d-quote"), "d-dead", severity=Severity.MEDIUM))
    data = json.loads(render_changes(compare_runs(results, after), "json"))
    assert (data["format"], data["version"]) == ("factcheck-changes", 1)
    assert [finding["id"] for finding in data["findings"]["gone"]] == ["d-quote"]
    (change,) = data["findings"]["changed"]
    assert (change["before"]["id"], change["after"]["id"]) == ("d-dead", "x-d-dead")
    assert change["edits"] == [{"name": "severity", "before": "high", "after": "medium"}]
    assert data["findings"]["kept"] == 3 and data["news"] == []
    with pytest.raises(ConfigError):
        render_changes(compare_runs(results, after), "html")


def test_pairing_does_not_hang_on_the_order_of_what_is_given(results):
    after = renamed(results)
    turned = attrs.evolve(
        after,
        claims=after.claims[::-1],
        facts=after.facts[::-1],
        findings=after.findings[::-1],
        articles=after.articles[::-1],
    )
    assert compare_runs(results, turned).findings.kept == compare_runs(turned, results).facts.kept == 5


def recut(results, id_, span):
    """The same results, one claim cut in another way."""
    claims = tuple(attrs.evolve(c, span=span) if c.id == id_ else c for c in results.claims)
    return renamed(attrs.evolve(results, claims=claims))


def test_a_claim_that_is_cut_in_another_way_is_the_same_claim_and_so_is_its_fact(results):
    claim = next(c for c in results.claims if c.id == "c-three")
    text = next(a.text for a in results.articles if a.id == "gazette")
    shorter = Span.of(text, claim.span.start, claim.span.end - len(" on Tuesday"), "gazette")
    changes = compare_runs(results, recut(results, "c-three", shorter))
    assert (changes.findings.kept, changes.facts.kept) == (5, 5)


def test_a_claim_of_an_edited_article_is_known_by_its_words(results):
    text = render(results, "json").replace("Tuesday", "Wednesday").replace(" 12 ", " 13 ")
    data = json.loads(text)
    shift = {article["id"]: article["text"] for article in data["articles"]}

    def place(value):
        """Spans found again in the edited text."""
        if isinstance(value, dict):
            if {"article", "start", "end", "text"} <= set(value):
                at = shift[value["article"]].index(value["text"])
                value = value | {"start": at, "end": at + len(value["text"])}
            return {name: place(part) for name, part in value.items()}
        return [place(part) for part in value] if isinstance(value, list) else value

    for article in data["articles"]:
        article["blocks"] = []
    changes = compare_runs(results, renamed(load(json.dumps(place(data)))))
    assert set(changes.edited) == {"courier", "gazette"}
    assert (changes.findings.new, changes.findings.gone) == ((), ())
    assert changes.facts.new == changes.facts.gone == ()


def test_an_article_that_joins_a_side_changes_the_finding_and_is_no_news(results):
    """The same two versions, one of them in one article more: nobody has to be called for that."""
    first = results.findings[0]
    mark = attrs.evolve(first.evidence[1], article="times")
    side = attrs.evolve(first.sides[1], articles=("gazette", "times"), evidence=(first.evidence[1], mark))
    joined = attrs.evolve(
        first,
        id="d-more",
        claims=(*first.claims, "c-five"),
        evidence=(*first.evidence, mark),
        sides=(first.sides[0], side),
    )
    changes = compare_runs(results, attrs.evolve(results, findings=(joined, *results.findings[1:])))
    assert edits(changes.findings.changed) == [[("articles", "courier / gazette", "courier / gazette, times")]]
    assert (changes.news, changes.findings.new, changes.findings.gone) == ((), (), ())
