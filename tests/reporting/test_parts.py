"""The parts of the page that are laid out before anything is drawn: dated events, choices, pages."""

import attrs

from factcheck.model import Predicate, TimeMention
from factcheck.reporting.choices import Choices
from factcheck.reporting.events import events
from factcheck.reporting.exhibit import Section
from factcheck.reporting.paging import at_once, folded, pages
from factcheck.reporting.view import View
from factcheck.reporting.worddiff import diff_quotations
from factcheck.values.time import Anchor


def dated(results, changes):
    """The claims with a date of their verb: of each the time as in the fixture, changed as told."""
    time = next(mention for claim in results.claims for mention in claim.times).value
    claims = []
    for claim in results.claims:
        if claim.id in changes:
            value = attrs.evolve(time, span=attrs.evolve(time.span, article=claim.article), **changes[claim.id])
            predicate = claim.predicate or Predicate(claim.span, "die")
            claim = attrs.evolve(claim, predicate=predicate, times=(TimeMention(value, governor=predicate.lemma),))
        claims.append(claim)
    return attrs.evolve(results, claims=tuple(claims))


def of_fact(results, fact):
    return [
        (event.value, len(event.tellers), event.is_given_otherwise)
        for event in events(View(results))
        if event.fact.id == fact
    ]


def test_a_fact_has_an_event_for_each_of_its_dates(results):
    left, right = next(fact for fact in results.facts if fact.id == "f-dead").claims[:2]
    time = next(mention for claim in results.claims for mention in claim.times).value
    day = time.end - time.start
    moved = {"value": "2024-03-13", "start": time.start + day, "end": time.end + day, "alternatives": ()}
    same = {"alternatives": ()}
    assert of_fact(dated(results, {left: same, right: same}), "f-dead") == [("2024-03-12", 2, False)]
    assert [e[:2] for e in of_fact(dated(results, {left: same, right: moved}), "f-dead")] == [
        ("2024-03-12", 1),
        ("2024-03-13", 1),
    ]


def test_a_clock_without_its_day_and_a_date_of_something_else_make_no_event(results):
    one = results.facts[0].claims[0]
    clock = {"value": "2024-03-12T06:00", "granularity": "minute"}
    assert of_fact(dated(results, {one: clock}), results.facts[0].id) == []
    assert of_fact(dated(results, {one: {**clock, "anchor": Anchor.EXPLICIT}}), results.facts[0].id) == [
        ("2024-03-12", 1, False)
    ]
    bare = attrs.evolve(results, claims=tuple(attrs.evolve(claim, predicate=None) for claim in results.claims))
    assert events(View(bare)) == []


def test_choices_are_numbered_and_every_finding_knows_its_own(results):
    view = View(results)
    choices = Choices.of(view)
    assert list(choices.outlets) == sorted(choices.outlets)
    assert [name for _, name in choices.entities] == sorted((name for _, name in choices.entities), key=str.casefold)
    for finding in results.findings:
        told = {view.articles[view.claims[id_].article].outlet for id_ in finding.claims}
        assert {choices.outlets[number] for number in choices.outlets_of(finding)} == told
        assert [choices.entities[n][0] for n in choices.entities_of(finding)] == sorted(
            view.entities_in(finding), key=lambda id_: [e for e, _ in choices.entities].index(id_)
        )


def test_pages_hold_everything_once_and_never_two_severities(results):
    many = tuple(
        attrs.evolve(finding, id=f"{finding.id}-{n:02}", is_update=False, relation="conflict", between="outlets")
        for n in range(30)
        for finding in results.findings
    )
    exhibits = View(attrs.evolve(results, findings=many)).sections()[Section.OUTLETS]
    rest = list(folded(exhibits))
    assert [
        each.exhibit for each in (*at_once(exhibits), *(entry for page in rest for entry in page.items))
    ] == exhibits
    assert all(len({entry.exhibit.finding.severity for entry in page.items}) == 1 for page in rest)
    assert [page.first for page in rest[1:]] == [page.last + 1 for page in rest[:-1]]
    assert [(page.items, page.first) for page in pages("abcde", 2)] == [(("a", "b"), 1), (("c", "d"), 3), (("e",), 5)]


def test_a_word_diff_begins_at_the_first_deciding_word(results):
    exhibit = next(View(results).exhibit(finding) for finding in results.findings if finding.id == "d-quote")
    changes = diff_quotations(exhibit)
    assert changes[0].is_same and any(not change.is_same for change in changes)
