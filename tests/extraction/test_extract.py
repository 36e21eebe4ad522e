"""What must hold for every article, however damaged: no exception, exact slices, nothing lost, the same twice."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck import Article
from factcheck.extraction import attributions, extract
from factcheck.model import ClaimKind, MentionForm

NEWS = """Tunnel closed after flood

The mayor of Lendava, Igor Stanek, closed the tunnel on Monday after 40 pumps failed, the city said. “We could not
wait,” Stanek told reporters. “The pumps are old. And they were never tested.”

According to the Transport Ministry, three workers were injured; the ministry denied that it had been warned in March.
He accused the company Hydra of hiding a report and demanded an inquiry. "Nobody told us," said Maria Lund, a
spokeswoman for Hydra, who added that about 1,200 people may have to leave their homes.

(With information from EFE)
"""
MARKS = ["“", "”", '"', "’", "\n\n", "\ufffd", "â€œ", "<a href=x>", "said", ":", "\u202e", "—"]
PIECES = [*NEWS.replace("\n", " ").split(" "), *MARKS]


def check(article, extraction):
    """The properties that every extraction has."""
    text = article.text
    for claim in extraction.claims:
        spans = [claim.span, claim.sentence, *claim.quotations, *claim.copies, *(a.span for a in claim.arguments)]
        spans += [q.value.span for q in claim.quantities] + [t.value.span for t in claim.times]
        spans += [s for s in (claim.holder.span, claim.negation, claim.hedge) if s is not None]
        spans += [claim.cue.span] if claim.cue else []
        spans += [claim.predicate.span] if claim.predicate else []
        assert all(span.text == text[span.start : span.end] and span.article == article.id for span in spans)
        assert claim.span.text.strip()
    for mention in extraction.mentions:
        assert mention.span.text == text[mention.span.start : mention.span.end]
    ids = [claim.id for claim in extraction.claims] + [mention.id for mention in extraction.mentions]
    assert len(ids) == len(set(ids))
    known = {mention.id for mention in extraction.mentions}
    assert all(mention.antecedent in known for mention in extraction.mentions if mention.antecedent)
    assert all(m in known for claim in extraction.claims for m in claim.mentions)
    assert all(claim.holder.mention in known for claim in extraction.claims if claim.holder.mention)


def lost(extraction):
    """Sentences of prose that no claim touches."""
    document, spans = extraction.document, [claim.span for claim in extraction.claims]
    spans += [copy for claim in extraction.claims for copy in claim.copies]
    found = []
    for block, sentences in document.sentences.items():
        for sentence in sentences:
            span = document.readings[block].original(sentence.start, sentence.end, document.article.text)
            if sum(t.pos in ("NOUN", "PROPN", "VERB") for t in sentence.tokens) > 1 and not any(
                span.overlaps(s) for s in spans
            ):
                found.append(span.text)
    return found


@pytest.fixture(scope="module")
def news():
    article = Article("n", NEWS, source="The Paper")
    return article, extract([article])[0]


def test_news(news):
    check(*news)
    assert lost(news[1]) == []


def test_claims_of_one_sentence_are_no_near_duplicates(news):
    claims = [c for c in news[1].claims if c.kind is not ClaimKind.IDENTITY]
    for number, left in enumerate(claims):
        for right in claims[:number]:
            shared = min(left.span.end, right.span.end) - max(left.span.start, right.span.start)
            assert shared <= 0.8 * (max(left.span.end, right.span.end) - min(left.span.start, right.span.start))


def test_every_name_of_a_person_is_one_chain(news):
    mentions = {m.id: m for m in news[1].mentions}
    stanek = [m for m in mentions.values() if "Stanek" in m.name and m.form is MentionForm.NAME]
    assert {mentions[m.antecedent].name if m.antecedent else m.name for m in stanek} == {"Igor Stanek"}


def test_twice_gives_the_same(news):
    article, first = news
    again = extract([article])[0]
    assert [c.id for c in again.claims] == [c.id for c in first.claims]
    assert again.claims == first.claims and again.mentions == first.mentions


def test_no_claim_comes_from_a_credit_line(news):
    assert not any("EFE" in claim.span.text for claim in news[1].claims)


def test_a_saying_inside_a_quotation_is_nested():
    (extraction,) = extract(
        [Article("a", "“The minister said the bridge is safe, and we believed it,” said Maria Lund.")]
    )
    found = attributions(extraction.document)
    assert [a.is_nested for a in found if a.construction == "direct"] == [False]
    assert all(a.is_nested for a in found if a.construction != "direct")


def test_a_repeated_sentence_is_one_claim_with_a_copy():
    said = "The old bridge was closed on Monday by the city."
    text = f"{said}\n\nNobody came.\n\n{said}"
    (extraction,) = extract([Article("a", text)])
    (claim,) = [c for c in extraction.claims if "bridge" in c.text]
    assert [copy.text for copy in claim.copies] in ([claim.span.text], [claim.span.text + "."])


def test_a_time_of_saying_dates_the_saying():
    (extraction,) = extract([Article("a", "Maria Lund said on Friday that the ferry had sunk on Monday.")])
    (claim,) = [c for c in extraction.claims if "ferry" in c.text]
    assert {t.value.span.text: t.of_saying for t in claim.times} == {"Friday": True, "Monday": False}


def test_a_quantity_knows_its_role_and_governor():
    (extraction,) = extract([Article("a", "Rebels killed about 40 soldiers in the village.")])
    (claim,) = extraction.claims
    assert [(q.value.span.text, q.role, q.governor) for q in claim.quantities] == [("about 40", "patient", "kill")]


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "!!!", "“", "said", "He said:", "“” “” said", "1 2 3", "Said said said said.", "\x00\x01", "a" * 3000],
)
def test_scraps(text):
    article = Article("a", text)
    check(article, extract([article])[0])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=60), st.sampled_from([" ", "", "  "]))
def test_damaged_text(pieces, glue):
    article = Article("a", glue.join(pieces))
    check(article, extract([article])[0])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text(text):
    article = Article("a", text)
    check(article, extract([article])[0])
