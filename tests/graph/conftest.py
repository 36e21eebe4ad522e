"""A small reconciliation, built by hand, with one of everything that the graph shows."""

from datetime import date

import pytest

from factcheck.model import (
    Argument,
    Article,
    Between,
    Claim,
    ClaimKind,
    Copying,
    Cue,
    Difference,
    Entity,
    EntityType,
    Fact,
    FactStatus,
    Finding,
    Holder,
    Kind,
    Origin,
    Origins,
    Pair,
    Passage,
    Results,
    Severity,
    Standing,
    Witness,
)
from factcheck.span import Span

LEFT = "The mayor said 12 homes burned. The bridge is closed."
RIGHT = "Mayor Ana Ruiz said 15 homes burned. A school reopened."


def claim(key, article, text, start, end, holder=None, **more):
    span = Span.of(text, start, end, article)
    who = holder or Holder(None, article, is_outlet=True)
    return Claim(id=key, span=span, sentence=span, block=0, kind=ClaimKind.REPORTED, text=span.text, holder=who, **more)


@pytest.fixture
def results():
    mayor = Holder(Span.of(LEFT, 0, 9, "a"), "the mayor", entity="e1")
    burned = [
        claim("c1", "a", LEFT, 15, 30, mayor, cue=Cue(Span.of(LEFT, 10, 14, "a"), "say", "asserts")),
        claim(
            "c2", "b", RIGHT, 20, 35, mayor, arguments=(Argument("in", Span.of(RIGHT, 0, 5, "b"), "mayor", "", "e1"),)
        ),
    ]
    closed = claim("c3", "a", LEFT, 32, 53)
    opened = claim("c4", "b", RIGHT, 37, 55)
    finding = Finding(
        id="d1",
        fact="f1",
        kind=Kind.QUANTITY,
        relation=Difference.CONFLICT,
        severity=Severity.HIGH,
        between=Between.OUTLETS,
        claims=("c1", "c2"),
        evidence=(Span.of(LEFT, 15, 17, "a"), Span.of(RIGHT, 20, 22, "b")),
        values=("12", "15"),
        value_relation=None,
        rule="compare_quantities",
        score=0.9,
        explanation="a says 12, b says 15.",
        sides=(Standing("12", ("a",), 1), Standing("15", ("b",), 1)),
        opposed=(("c1", "c2"),),
    )
    passage = Passage(Span.of(LEFT, 32, 53, "a"), Span.of(RIGHT, 37, 55, "b"), 12, "word for word")
    return Results(
        articles=(
            Article("a", LEFT, source="Gazette", published=date(2024, 5, 2)),
            Article("b", RIGHT, title="Fire \x07 in town"),
        ),
        blocks={},
        mentions=(),
        entities=(Entity("e1", "Ana Ruiz", EntityType.PERSON, ("Ruiz", "Ana Ruíz"), ("mayor",), ()),),
        claims=(*burned, closed, opened),
        facts=(
            Fact(
                "f1",
                ("c1", "c2"),
                "12 homes burned",
                (Pair("c1", "c2", 0.8),),
                ("a", "b"),
                ("Gazette", "b"),
                2,
                (),
                FactStatus.DISPUTED,
                (Witness("o1", ("a",)), Witness("o2", ("b",))),
            ),
            Fact(
                "f2", ("c3",), "The bridge is closed", (), ("a",), ("Gazette",), 1, known_from=(Witness("o1", ("a",)),)
            ),
            Fact("f3", ("c4",), "A school reopened", (), ("b",), ("b",), 2, ("two agencies",), FactStatus.CORROBORATED),
        ),
        findings=(finding,),
        origins=Origins(
            (
                Origin("o1", "EFE", ("a",), (), "it credits EFE"),
                Origin("o2", "", ("b",), (), "no other article prints this text"),
            ),
            (Copying("a", "b", "partial", 0.4, (passage,)),),
        ),
        problems=(),
        settings={},
        versions={},
    )
