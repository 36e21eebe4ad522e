"""A claim that states two things stands in two facts: what it differs in is told once, with the fact that says most."""

from factcheck.comparison import compare
from factcheck.comparison.membership import Membership
from factcheck.model import Fact, facts_by_claim

ONE = "The ferry Alma sank off Oruva with 40 people on board on Monday."
OTHER = "The ferry Alma sank off Oruva with 60 people on board on Monday."
BARE = "The ferry Alma sank off Oruva."


def whole(corpus, article):
    """The longest claim of an article."""
    return max((c for c in corpus.claims.values() if c.article == article), key=lambda claim: len(claim.span))


def test_what_two_claims_of_two_facts_differ_in_is_told_once_and_with_the_fact_of_more_articles(read):
    corpus = read(ONE, OTHER, OTHER)
    a, b, c = (whole(corpus, article) for article in "abc")
    small = Fact("f1", (a.id, b.id), "", articles=("a", "b"))
    large = Fact("f2", (a.id, b.id, c.id), "", articles=("a", "b", "c"))
    for facts in ([small, large], [large, small]):
        quantities = [finding for finding in compare(facts, corpus) if finding.kind.value == "quantity"]
        assert [(finding.fact, len(finding.claims)) for finding in quantities] == [("f2", 3)]


def test_what_a_claim_adds_to_an_article_in_two_facts_is_told_once(read):
    corpus = read(ONE, f"{BARE} The Alma, a ferry, sank near Oruva.")
    a, (first, second) = whole(corpus, "a"), [c for c in corpus.claims.values() if c.article == "b"][:2]
    facts = [
        Fact("f1", (a.id, first.id), "", articles=("a", "b")),
        Fact("f2", (a.id, second.id), "", articles=("a", "b")),
    ]
    told = [
        span for finding in compare(facts, corpus) for side in finding.sides if side.words for span in side.evidence
    ]
    assert told
    assert len(told) == len(set(told))


def test_the_facts_of_a_claim_come_with_that_of_most_articles_first():
    few, many = (
        Fact("f1", ("c1", "c2"), "", articles=("a", "b")),
        Fact("f2", ("c1", "c3"), "", articles=("a", "b", "c")),
    )
    assert facts_by_claim([few, many]) == {"c1": (many, few), "c2": (few,), "c3": (many,)}


def test_a_pair_that_no_fact_has_is_told_with_the_fact_of_its_left(read):
    corpus = read(ONE, OTHER)
    a, b = whole(corpus, "a"), whole(corpus, "b")
    membership = Membership([Fact("f1", (a.id,), ""), Fact("f2", (b.id,), "")])
    assert membership.shared(a, b) is None
    assert membership.of_pair(a, b) == "f1"
    assert a in membership
    assert list(membership.elsewhere(Fact("f2", (b.id,), ""), a)) == [a.id]
