"""The terminal report: carets under the deciding words, at any width, harmless whatever articles say."""

import re

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.errors import ConfigError
from factcheck.model import Problem, Standing
from factcheck.reporting import explain, render, render_claims
from factcheck.reporting.exhibit import Part
from factcheck.reporting.text import wrap
from factcheck.reporting.visible import visible
from factcheck.span import Span

CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def test_both_sentences_stand_with_carets_under_the_deciding_words(results):
    assert """ 1. HIGH  quantity  courier says “Four”, gazette says “Three”.  [d-dead]
    Lunden Courier · police (not named further)
      Four people died in a fire on the ferry Astrid on Tuesday, police said.
      ^^^^
    gazette · the coast guard
      Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said.
      ^^^^^
""" in render(results, "text")


def test_the_parts_of_the_report_come_in_order(results):
    report = render(results, "text", width=140)
    assert report.startswith(
        "2 conflicts, 1 dispute between speakers, 1 update, 1 refinement, 1 agreement; "
        "3 articles, 3 outlets, 2 independent origins.\n"
    )
    titles = re.findall(r"^([A-Z ]{7,}) \((\d)\)", report, re.MULTILINE)
    assert titles == [
        ("CONFLICTS BETWEEN OUTLETS", "2"),
        ("DISPUTES BETWEEN SPEAKERS", "1"),
        ("UPDATES", "1"),
        ("REFINEMENTS", "1"),
        ("AGREEMENTS", "1"),
        ("PROBLEMS", "1"),
    ]
    assert "“He” (who is meant is not resolved)" in report
    assert "gazette · outlet unknown · date unknown" in report


def test_nothing_in_common_is_said(results):
    alone = attrs.evolve(results, facts=(), findings=(), problems=())
    assert "No fact is stated by more than one article." in render(alone, "text")


@pytest.mark.parametrize("width", [40, 72, 100])
def test_no_line_is_wider_than_asked(results, width):
    assert max(map(cell_len, render(results, "text", width=width).splitlines())) <= width


def test_colour_only_where_asked(results):
    assert "\x1b[" not in render(results, "text")
    coloured = render(results, "text", color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured).splitlines() == render(results, "text").splitlines()


@pytest.mark.parametrize("color", [False, True])
def test_hostile_articles_cannot_steer_the_terminal(hostile, color):
    reports = [
        render(hostile, "text", color=color),
        explain(hostile, "d-dead", color=color),
        render_claims(hostile, "text"),
    ]
    for report in reports:
        assert not CONTROLS.search(re.sub(r"\x1b\[[0-9;]*m", "", report) if color else report)


@given(
    st.lists(st.tuples(st.text(st.characters(codec="utf-8"), max_size=30), st.booleans()), max_size=8),
    st.integers(12, 60),
)
def test_every_word_is_kept_and_carets_stand_under_deciding_ones(pieces, width):
    parts = [Part(text, is_deciding) for text, is_deciding in pieces]
    lines = ["".join(words for words, _ in line) for line in wrap(parts, width)]
    whole = visible("".join(text for text, _ in pieces))
    shown = [line for line in lines if set(line) - set("^ ")]
    if "^" not in whole:
        assert "".join("".join(shown).split()) == "".join(whole.split())
        decided = visible("".join(text for text, is_deciding in pieces if is_deciding))
        carets = sum(line.count("^") for line in lines if line not in shown)
        assert carets >= cell_len("".join(decided.split()))
    assert all(cell_len(line) <= width + 1 for line in lines)


def test_a_long_word_is_broken_and_a_long_sentence_cut_around_the_deciding_words(results):
    claim = results.claims[0]
    text = "Before. " + "x" * 10_000 + " Four " + "y" * 10_000
    article = attrs.evolve(results.articles[0], text=text)
    span = attrs.evolve(claim.span, start=0, end=len(text), text=text)
    four = attrs.evolve(span, start=10_009, end=10_013, text="Four")
    long = attrs.evolve(
        results,
        articles=(article, *results.articles[1:]),
        claims=(attrs.evolve(claim, span=span, sentence=span), *results.claims[1:]),
        findings=(attrs.evolve(results.findings[0], evidence=(four, results.findings[0].evidence[1])),),
    )
    report = render(long, "text")
    assert len(report) < 4000
    assert re.search(r"\n +… Four …\n +\^{4}\n", report)
    assert re.search(r"\n +x+ Four\n +\^{4}\n", explain(long, "d-dead"))


def test_explain_tells_values_relation_scores_and_rule(results):
    told = explain(results, "d-dead")
    assert told.count("^^^^") == 2
    for line in (
        "values      4 against 3",
        "relation    conflict",
        "between     outlets: each",
        "rule        compare_quantity (certainty 0.90)",
        "matched     with probability 0.91 the same fact; log-odds: terms +2.10, numbers -0.40",
    ):
        assert line in told
    assert "update      the later article" in explain(results, "d-later")
    assert "values      none: the words themselves differ" in explain(results, "d-alarm")
    assert "origins     gazette and times" not in told


def test_explain_takes_the_beginning_of_an_id_where_that_is_enough(results):
    assert explain(results, "d-ab") == explain(results, "d-aboard")
    for wanted in ("d-", "nothing", ""):
        with pytest.raises(ConfigError, match="d-"):
            explain(results, wanted)


def test_an_unknown_format_is_told_with_those_that_are_known(results):
    with pytest.raises(ConfigError, match="markdown"):
        render(results, "docx")


def test_claims_are_listed_with_speaker_and_values(results):
    listed = render_claims(results, "text")
    assert "0-57  reported  police (not named further)" in listed
    assert "values: 'Four' of person; 'on Tuesday' = 2024-03-12" in listed
    assert "reported  “He” (who is meant is not resolved), denied, alleged" in listed
    assert "stated\n" in listed


def test_problems_are_wrapped(results):
    many = attrs.evolve(results, problems=(Problem("x.txt", "words " * 40),))
    assert "  - x.txt: words" in render(many, "text", width=60)


def evidence_at(results, finding, number):
    """Evidence that no finding with another number has: one character of each article."""
    texts = {article.id: article.text for article in results.articles}
    return tuple(Span.of(texts[s.article], number, number + 1, s.article) for s in finding.evidence)


def test_the_same_words_again_are_told_in_brief_right_behind_the_first(results):
    """Another article with the words of the first makes another finding, and nothing that one has to read again."""
    first = results.findings[0]
    again = attrs.evolve(first, id="d-again", score=0.5, explanation="the times says so too")
    twice = attrs.evolve(results, findings=(*results.findings, again))
    assert "CONFLICTS BETWEEN OUTLETS (3)" in render(twice, "text")
    assert "\n 2. quantity, again  the times says so too  [d-again]\n" in render(twice, "text")
    assert render(twice, "text").count("Four people died in a fire") == render(results, "text").count(
        "Four people died"
    )
    assert "The same words again: the times says so too <sub>d-again</sub>" in render(twice, "markdown")
    assert f'href="#finding-{first.id}">the same words again</a>' in render(twice, "html")
    other = attrs.evolve(again, evidence=evidence_at(results, first, 0))
    assert ", again" not in render(attrs.evolve(results, findings=(*results.findings, other)), "text")
    assert render(twice, "csv").count("d-again") == 1


@pytest.mark.parametrize(("asked", "told"), [(0.4, False), (0.0, True)])
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_weak_findings_are_counted_in_reports_for_reading_and_told_to_those_who_ask(results, asked, told, form):
    weak = attrs.evolve(results.findings[-1], id="d-weak", score=0.4, explanation="Here the times also has so")
    settings = {**results.settings, "min_confidence": asked}
    shown = render(attrs.evolve(results, findings=(*results.findings, weak), settings=settings), form)
    assert ("d-weak" in shown) is told
    assert ("weaker" in shown) is not told
    assert "d-weak" in render(attrs.evolve(results, findings=(weak,), settings=settings), "json")


def test_agreements_beyond_what_one_reads_are_counted(results):
    fact = attrs.evolve(next(f for f in results.facts if f.status != "disputed"), claims=results.facts[-1].claims)
    shared = [attrs.evolve(fact, id=f"f{n:02}", articles=("courier", "gazette"), origins=1 + n % 2) for n in range(20)]
    told = render(attrs.evolve(results, findings=(), facts=tuple(shared)), "text")
    assert told.count(". 2 origins: ") == 8 and "1 origin: " not in told
    assert "    and 12 more, 10 of them known from one origin only; -o report.html shows all.\n" in told
    alone = render(attrs.evolve(results, findings=(), facts=tuple(shared[::2])), "text")
    assert "    and 2 more, known from one origin only; -o report.html shows all.\n" in alone


def test_small_refinements_are_told_in_one_sentence_that_the_page_unfolds(results):
    small = results.findings[-1]
    places = [evidence_at(results, small, n) for n in range(20)]
    many = attrs.evolve(
        results, findings=tuple(attrs.evolve(small, id=f"d-{n:02}", evidence=at) for n, at in enumerate(places))
    )
    told = render(many, "text")
    assert "    Lunden Courier" not in told
    assert all(re.search(rf"{n + 1:>2}\. quantity  courier says “212”[^[]*\[d-{n:02}]", told) for n in (0, 8, 19))
    folded = render(many, "markdown")
    assert "> **Lunden Courier**" not in folded
    assert folded.count("\n- quantity: courier") == 20 and "<details><summary>12 more</summary>\n\n- quantity" in folded
    page = render(many, "html")
    assert page.count('class="finding brief refines"') == 20 and page.count("<details><summary dir") == 20


def printed_again(results, *ids):
    """The same with more prints of the gazette, all in the finding about the dead."""
    gazette = {article.id: article for article in results.articles}["gazette"]
    first = results.findings[0]
    claim = next(c for c in results.claims if c.article == "gazette" and c.id in first.claims)
    mark = next(span for span in first.evidence if span.article == "gazette")

    def move(span, article):
        return attrs.evolve(span, article=article)

    claims = [
        attrs.evolve(claim, id=f"c-{id_}", span=move(claim.span, id_), sentence=move(claim.sentence, id_))
        for id_ in ids
    ]
    marks = tuple(move(mark, id_) for id_ in ids)
    with_more = attrs.evolve(first.sides[1], claims=("c-three", *(c.id for c in claims)), evidence=(mark, *marks))
    more = attrs.evolve(
        first,
        claims=(*first.claims, *(c.id for c in claims)),
        evidence=(*first.evidence, *marks),
        sides=(first.sides[0], with_more),
    )
    articles = [attrs.evolve(gazette, id=id_, source=f"{id_}.example") for id_ in ids]
    return attrs.evolve(
        results,
        articles=(*results.articles, *articles),
        claims=(*results.claims, *claims),
        findings=(more, *results.findings[1:]),
    )


def test_articles_that_print_one_sentence_share_a_side(results):
    printed = printed_again(results, "p1", "p2", "p3", "p4", "p5", "p6")
    report = render(printed, "text", width=140)
    assert report.count("Three people died in a fire on the ferry Astrid on Tuesday") == 2  # the finding, the agreement
    assert "gazette · the coast guard · also p1.example, p2.example, p3.example, p4.example and 2 more" in report
    assert "also p1.example, p2.example" in render(printed, "markdown")
    html = render(printed, "html")
    assert '<br>also <a href="#claim-c-p1">p1.example</a>, ' in html


def test_evidence_without_a_claim_beside_it_is_left_out(results):
    first = results.findings[0]
    odd = attrs.evolve(results, findings=(attrs.evolve(first, claims=first.claims[:1]),))
    told = render(odd, "text")
    assert told.count("^^^^") == 1 and "    gazette ·" not in told
    assert render(odd, "csv") and render(odd, "html") and render(odd, "markdown")


def test_sides_and_changes_on_the_way_are_told_in_every_report(results):
    """Where a side has several articles its origins are told, and that a copy was changed."""
    sides = (Standing("12 <homes>", ("gazette", "times"), 1), Standing("15", ("herald",), 1))
    finding = attrs.evolve(results.findings[0], sides=sides, is_changed_in_copying=True)
    told = attrs.evolve(results, findings=(finding, *results.findings[1:]))
    for format_ in ("text", "markdown", "html"):
        shown = " ".join(render(told, format_).split())
        assert "the change came in on the way" in shown, format_
        assert "2 articles, 1 origin; “15”: 1 article." in shown, format_
        assert "the change came in" not in render(results, format_)
    assert "<homes>" not in render(told, "html")


def test_an_agreement_of_one_origin_says_why(results):
    assert "2 articles, 1 origin: The port of Lunden" in render(results, "text")
    assert "gazette and times share a passage" in render(results, "markdown")
