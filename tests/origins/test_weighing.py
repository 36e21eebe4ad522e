"""Sides of a conflict, and changes made while one text was copied."""

from itertools import combinations

from factcheck.extraction.document import outline
from factcheck.model import (
    Article,
    Between,
    Claim,
    ClaimKind,
    Corpus,
    Difference,
    Fact,
    Finding,
    Holder,
    Kind,
    Severity,
    Standing,
)
from factcheck.origins import count, trace, weigh
from factcheck.span import Span

SENTENCE = "Rescue workers carried {} people to a school on the hill while the rain went on and the river rose"
OWN = "At noon on Tuesday a school on the hill gave shelter to {} people whom firemen had brought"
REST = (
    "Ferries ran every hour, and the railway between Halden and the coast stayed closed because of a landslide there."
)


def weighed(lines, numbers, kind=Kind.QUANTITY, relation=Difference.CONFLICT):
    """The finding that the articles, one for each line, differ in their numbers."""
    articles, claims, evidence = [], [], []
    for key, line, number in zip("abcdef", lines, numbers, strict=False):
        words = line.format(number)
        article = Article(key, f"{words}.\n\nNews of {key * 3}.", f"Paper {key}")
        span = Span.of(article.text, 0, len(words), key)
        articles.append(article)
        claims.append(Claim(f"c{key}", span, span, 0, ClaimKind.STATED, words, Holder(None, key, is_outlet=True)))
        at = words.index(number)
        evidence.append(Span.of(article.text, at, at + len(number), key))
    documents = outline(articles)
    corpus = Corpus(
        {a.id: a for a in articles}, {d.article.id: d for d in documents}, {}, {}, {c.id: c for c in claims}
    )
    origins = trace(documents)
    facts = count([Fact("f", tuple(c.id for c in claims), "")], corpus, origins)
    sides = {number: [key for key, its in zip("abcdef", numbers, strict=False) if its == number] for number in numbers}
    finding = Finding(
        "d",
        "f",
        kind,
        relation,
        Severity.HIGH,
        Between.OUTLETS,
        facts[0].claims,
        tuple(evidence),
        (),
        None,
        "r",
        1.0,
        "",
        sides=tuple(Standing(number, tuple(keys), 0) for number, keys in sides.items()),
        opposed=tuple((f"c{a}", f"c{b}") for one, two in combinations(sides.values(), 2) for a in one for b in two),
    )
    return weigh([finding], facts, corpus, origins)[0]


def test_a_number_that_changed_in_a_copied_sentence_changed_on_the_way():
    """One origin stands behind both sides."""
    found = weighed([SENTENCE, SENTENCE], ["forty", "fifty"])
    assert found.is_changed_in_copying
    assert [(side.words, side.articles, side.origins) for side in found.sides] == [
        ("forty", ("a",), 1),
        ("fifty", ("b",), 1),
    ]


def test_two_texts_that_differ_were_not_changed_on_the_way():
    """Each tells it in a text of its own."""
    assert not weighed([SENTENCE, OWN], ["forty", "fifty"]).is_changed_in_copying


def test_a_side_counts_its_origins_and_not_its_prints():
    """Three prints of one sentence against an article of its own: three articles, one origin, against one."""
    found = weighed([SENTENCE, SENTENCE, SENTENCE, OWN], ["forty", "forty", "forty", "fifty"])
    assert [(side.words, len(side.articles), side.origins) for side in found.sides] == [
        ("forty", 3, 1),
        ("fifty", 1, 1),
    ]
    assert not found.is_changed_in_copying


def test_more_detail_is_no_change():
    """Who says more has changed nothing that another says."""
    found = weighed([SENTENCE, SENTENCE], ["forty", "fifty"], Kind.DETAIL, Difference.REFINEMENT)
    assert not found.is_changed_in_copying
