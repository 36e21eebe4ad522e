"""Three short articles about one fire on a ferry, and what a careful reader finds in them, put together by hand."""

from datetime import date, datetime
from itertools import combinations

import attrs
import pytest

from factcheck.model import (
    Argument,
    Article,
    Between,
    Block,
    BlockKind,
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
    Mention,
    MentionForm,
    Modality,
    Origin,
    Origins,
    Pair,
    Passage,
    Predicate,
    Problem,
    QuantityMention,
    Results,
    Severity,
    Standing,
    TimeMention,
)
from factcheck.span import Span
from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval

GAZETTE = """Fire on the ferry Astrid kills three

Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said. The ferry was carrying more than 200 \
passengers when the fire broke out in the engine room off Lunden.

“We did everything we could to bring everyone home,” said Captain Erik Dahlgren. He denied that the alarm had been \
switched off.

The port of Lunden will remain closed until Friday, the harbour office said.

(With information from Nordpress)
"""
COURIER = """Four people died in a fire on the ferry Astrid on Tuesday, police said.\r\n\r\nThe ferry was carrying 212 \
passengers when the fire broke out in the engine room off Lunden.\r\n\r\n\
“We did all we could to bring everybody home,” Captain Erik Dahlgren told reporters.\r\n\r\n\
The union said the alarm had been switched off for weeks.\r\n"""
TIMES = """LUNDEN, 14 March 2024 - Five people have now died after a fire on the ferry Astrid, the coast guard said. \
The port of Lunden will remain closed until Friday, the harbour office said.
"""
TEXTS = {"gazette": GAZETTE, "courier": COURIER, "times": TIMES}


def span(article, words, nth=0):
    """The nth place of the words in an article."""
    at = -1
    for _ in range(nth + 1):
        at = TEXTS[article].index(words, at + 1)
    return Span.of(TEXTS[article], at, at + len(words), article)


def claim(id_, article, words, sentence=None, holder=None, block=0, **more):
    place = span(article, words)
    return Claim(
        id=id_,
        span=place,
        sentence=span(article, sentence) if sentence else place,
        block=block,
        kind=more.pop("kind", ClaimKind.REPORTED),
        text=words,
        holder=holder or Holder(None, article, is_outlet=True),
        **more,
    )


def number(article, words, low, high, counted, bound=Bound.EXACT):
    return QuantityMention(
        Quantity(
            low=low,
            high=low,
            hard=Interval(low, high),
            soft=Interval(low, min(high, low * 1.5)),
            bound=bound,
            unit="",
            dimension="count",
            counted=counted,
            concepts=(counted,),
            span=span(article, words),
            number=span(article, words.split()[-1]),
        ),
        role="agent",
        governor="die",
    )


def tuesday(article):
    return TimeMention(
        TimeInterval(
            type="DATE",
            value="2024-03-12",
            start=datetime(2024, 3, 12),
            end=datetime(2024, 3, 13),
            granularity="day",
            anchor=Anchor.ARTICLE,
            alternatives=((datetime(2024, 3, 19), datetime(2024, 3, 20)),),
            span=span(article, "on Tuesday"),
        ),
        governor="die",
    )


def captain(article):
    return Holder(span(article, "Captain Erik Dahlgren"), "Erik Dahlgren", mention=f"m-{article}", entity="e-dahlgren")


def finding(id_, fact, kind, relation, severity, claims, evidence, explanation, **more):
    return Finding(
        id=id_,
        fact=fact,
        kind=kind,
        relation=relation,
        severity=severity,
        between=more.pop("between", Between.OUTLETS),
        claims=claims,
        evidence=evidence,
        values=more.pop("values", ()),
        value_relation=more.pop("value_relation", None),
        rule=more.pop("rule", f"compare_{kind}"),
        score=more.pop("score", 0.9),
        explanation=explanation,
        sides=tuple(sides_of(claims, evidence)),
        opposed=(tuple(sorted(claims)),),
        **more,
    )


def sides_of(claims, evidence):
    """A side for each article: two claims of two articles, in the order of their evidence."""
    for claim, article in zip(claims, dict.fromkeys(each.article for each in evidence), strict=True):
        own = tuple(each for each in evidence if each.article == article)
        yield Standing(" … ".join(each.text for each in own), (article,), 1, (claim,), own)


def build():
    """The reconciliation of the three articles."""
    guard = Holder(span("gazette", "the coast guard"), "the coast guard")
    unclear = Holder(span("gazette", "He"), "He", is_resolved=False)
    claims = (
        claim(
            "c-four",
            "courier",
            "Four people died in a fire on the ferry Astrid on Tuesday",
            "Four people died in a fire on the ferry Astrid on Tuesday, police said.",
            Holder(span("courier", "police"), "police", is_anonymous=True),
            quantities=(number("courier", "Four", 4, 4, "person"),),
            times=(tuesday("courier"),),
            predicate=Predicate(span("courier", "died"), "die", tense="past"),
            arguments=(Argument("in", span("courier", "the ferry Astrid"), "Astrid", entity="e-astrid"),),
            terms=("people", "die", "fire", "ferry", "Astrid"),
        ),
        claim(
            "c-212",
            "courier",
            "The ferry was carrying 212 passengers when the fire broke out in the engine room off Lunden",
            "The ferry was carrying 212 passengers when the fire broke out in the engine room off Lunden.",
            kind=ClaimKind.STATED,
            block=1,
            quantities=(number("courier", "212", 212, 212, "passenger"),),
        ),
        claim(
            "c-all",
            "courier",
            "We did all we could to bring everybody home,",
            "“We did all we could to bring everybody home,” Captain Erik Dahlgren told reporters.",
            captain("courier"),
            kind=ClaimKind.QUOTED,
            block=2,
            quotations=(span("courier", "We did all we could to bring everybody home,"),),
            cue=Cue(span("courier", "told"), "tell", "asserts"),
        ),
        claim(
            "c-off",
            "courier",
            "the alarm had been switched off for weeks",
            "The union said the alarm had been switched off for weeks.",
            Holder(span("courier", "The union"), "The union"),
            block=3,
        ),
        claim(
            "c-three",
            "gazette",
            "Three people died in a fire on the ferry Astrid on Tuesday",
            "Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said.",
            guard,
            block=1,
            quantities=(number("gazette", "Three", 3, 3, "person"),),
            times=(tuesday("gazette"),),
        ),
        claim(
            "c-200",
            "gazette",
            "The ferry was carrying more than 200 passengers when the fire broke out in the engine room off Lunden",
            "The ferry was carrying more than 200 passengers when the fire broke out in the engine room off Lunden.",
            kind=ClaimKind.STATED,
            block=1,
            quantities=(number("gazette", "more than 200", 200, float("inf"), "passenger", Bound.ABOVE),),
        ),
        claim(
            "c-everything",
            "gazette",
            "We did everything we could to bring everyone home,",
            "“We did everything we could to bring everyone home,” said Captain Erik Dahlgren.",
            captain("gazette"),
            kind=ClaimKind.QUOTED,
            block=2,
            quotations=(span("gazette", "We did everything we could to bring everyone home,"),),
        ),
        claim(
            "c-denied",
            "gazette",
            "the alarm had been switched off",
            "He denied that the alarm had been switched off.",
            unclear,
            block=2,
            is_negated=True,
            negation=span("gazette", "denied"),
            modality=Modality.ALLEGED,
        ),
        claim(
            "c-port-g",
            "gazette",
            "The port of Lunden will remain closed until Friday",
            "The port of Lunden will remain closed until Friday, the harbour office said.",
            block=3,
        ),
        claim(
            "c-five",
            "times",
            "Five people have now died after a fire on the ferry Astrid",
            "Five people have now died after a fire on the ferry Astrid, the coast guard said.",
            quantities=(number("times", "Five", 5, 5, "person"),),
        ),
        claim(
            "c-port-t",
            "times",
            "The port of Lunden will remain closed until Friday",
            "The port of Lunden will remain closed until Friday, the harbour office said.",
        ),
    )
    facts = (
        fact("f-dead", ("c-four", "c-three", "c-five"), "Three people died in a fire on the ferry Astrid", 2, claims),
        fact("f-aboard", ("c-212", "c-200"), "The ferry was carrying 212 passengers", 2, claims),
        fact("f-quote", ("c-all", "c-everything"), "We did everything we could to bring everyone home", 2, claims),
        fact("f-alarm", ("c-off", "c-denied"), "the alarm had been switched off for weeks", 2, claims),
        fact("f-port", ("c-port-g", "c-port-t"), "The port of Lunden will remain closed until Friday", 1, claims),
    )
    findings = (
        finding(
            "d-dead",
            "f-dead",
            Kind.QUANTITY,
            Difference.CONFLICT,
            Severity.HIGH,
            ("c-four", "c-three"),
            (span("courier", "Four"), span("gazette", "Three")),
            "courier says “Four”, gazette says “Three”.",
            values=("4", "3"),
            value_relation=Relation.CONFLICT,
        ),
        finding(
            "d-quote",
            "f-quote",
            Kind.QUOTE,
            Difference.CONFLICT,
            Severity.LOW,
            ("c-all", "c-everything"),
            (
                span("courier", "all"),
                span("courier", "everybody"),
                span("gazette", "everything"),
                span("gazette", "everyone"),
            ),
            "The words quoted from Erik Dahlgren differ: “all” and “everything”.",
        ),
        finding(
            "d-alarm",
            "f-alarm",
            Kind.POLARITY,
            Difference.CONFLICT,
            Severity.HIGH,
            ("c-off", "c-denied"),
            (span("courier", "switched off"), span("gazette", "denied")),
            "The union affirms what “He” denies.",
            between=Between.SPEAKERS,
        ),
        finding(
            "d-later",
            "f-dead",
            Kind.QUANTITY,
            Difference.REFINEMENT,
            Severity.MEDIUM,
            ("c-three", "c-five"),
            (span("gazette", "Three"), span("times", "Five")),
            "times, two days later, gives “Five” for “Three”.",
            values=("3", "5"),
            value_relation=Relation.CONFLICT,
            is_update=True,
        ),
        finding(
            "d-aboard",
            "f-aboard",
            Kind.QUANTITY,
            Difference.REFINEMENT,
            Severity.LOW,
            ("c-212", "c-200"),
            (span("courier", "212"), span("gazette", "more than 200")),
            "courier says “212”, which is inside “more than 200” of gazette.",
            values=("212", "(200, ∞)"),
            value_relation=Relation.NARROWER,
        ),
    )
    port = "The port of Lunden will remain closed until Friday, the harbour office said."
    passage = Passage(span("gazette", port), span("times", port), 13, "13 tokens run on word for word")
    return Results(
        articles=(
            Article(
                "courier", COURIER, "Lunden Courier", "", date(2024, 3, 12), "https://courier.example/astrid", "c.txt"
            ),
            Article("gazette", GAZETTE, "", "Fire on the ferry Astrid kills three", None, "", "g.txt"),
            Article("times", TIMES, "Coast Times", "", date(2024, 3, 14), "javascript:alert(1)", "t.txt"),
        ),
        blocks={id_: blocks(id_) for id_ in TEXTS},
        mentions=tuple(
            Mention(
                f"m-{id_}",
                span(id_, "Captain Erik Dahlgren"),
                "Erik Dahlgren",
                MentionForm.NAME,
                EntityType.PERSON,
                role="Captain",
                role_span=span(id_, "Captain"),
                entity="e-dahlgren",
            )
            for id_ in ("courier", "gazette")
        ),
        entities=(
            Entity("e-astrid", "Astrid", EntityType.OTHER, (), (), ()),
            Entity(
                "e-dahlgren",
                "Erik Dahlgren",
                EntityType.PERSON,
                ("Dahlgren",),
                ("Captain",),
                ("m-courier", "m-gazette"),
            ),
        ),
        claims=claims,
        facts=facts,
        findings=findings,
        origins=Origins(
            (
                Origin("o-1", "", ("courier",), (), "no copied passage joins it to another article"),
                Origin(
                    "o-2",
                    "Nordpress",
                    ("gazette", "times"),
                    (span("gazette", "(With information from Nordpress)"),),
                    "they share a passage",
                ),
            ),
            (Copying("gazette", "times", "partial", 0.4, (passage,)),),
        ),
        problems=(Problem("bad.txt", "this file is empty"),),
        settings={"model": "", "match_threshold": 0.5, "workers": 1},
        versions={"factcheck-reconcile": "0.1.0", "spacy": "3.8.0"},
    )


def blocks(article):
    text, found, at = TEXTS[article], [], 0
    for words in text.split("\n"):
        stripped = words.strip()
        if stripped:
            start = text.index(stripped, at)
            kind = BlockKind.CREDIT if stripped.startswith("(") else BlockKind.PARAGRAPH
            kind = BlockKind.HEADLINE if article == "gazette" and not found else kind
            found.append(Block(kind, Span.of(text, start, start + len(stripped), article)))
        at += len(words) + 1
    return tuple(found)


def fact(id_, claim_ids, gist, origins, claims):
    articles = tuple(sorted({c.article for c in claims if c.id in claim_ids}))
    return Fact(
        id=id_,
        claims=tuple(claim_ids),
        gist=gist,
        pairs=tuple(Pair(*two, 0.91, {"terms": 2.1, "numbers": -0.4}) for two in combinations(sorted(claim_ids), 2)),
        articles=articles,
        outlets=articles,
        origins=origins,
        reasons=("gazette and times share a passage",) if origins == 1 else (),
        status=FactStatus.SINGLE_ORIGIN if origins == 1 else FactStatus.DISPUTED,
    )


@pytest.fixture(scope="session")
def results():
    return build()


@pytest.fixture(scope="session")
def hostile(results):
    """The same, each text of an article replaced by an attack, place for place."""
    return attack(results)


ATTACK = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raw %}\"'`]]>--></style>\u202egnol\x1b[31m\x00"
)


def attack(results):
    """Results whose articles, names, explanations and ids are hostile."""
    articles = tuple(
        attrs.evolve(article, title=ATTACK, source=ATTACK, url='https://x.example/"onmouseover="alert(3)')
        for article in results.articles
    )
    return attrs.evolve(
        results,
        articles=articles,
        entities=tuple(attrs.evolve(entity, name=ATTACK) for entity in results.entities),
        claims=tuple(
            attrs.evolve(c, text=ATTACK, holder=attrs.evolve(c.holder, name=ATTACK, is_outlet=False))
            for c in results.claims
        ),
        facts=tuple(attrs.evolve(f, gist=ATTACK, reasons=(ATTACK,)) for f in results.facts),
        findings=tuple(
            attrs.evolve(f, explanation=ATTACK, values=(ATTACK, ATTACK * 2), rule=ATTACK) for f in results.findings
        ),
        problems=(Problem(ATTACK, ATTACK),),
        settings={ATTACK: ATTACK},
        versions={ATTACK: ATTACK},
    )
