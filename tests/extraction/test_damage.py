"""Whatever scraping did to a text, extraction raises nothing and points at exact slices of it."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.extraction_cases import groups
from factcheck import Article
from factcheck.extraction import extract
from factcheck.extraction.document_language import guess
from tests.extraction.damage import DAMAGES

TEXTS = [case["text"] for cases in groups().values() for case in cases]


def spans_of(claim):
    yield from (claim.span, claim.sentence, *claim.quotations, *claim.copies)
    yield from (s for s in (claim.holder.span, claim.negation, claim.hedge) if s)
    yield from (a.span for a in claim.arguments)
    yield from (s for q in claim.quantities for s in (q.value.span, q.value.number))
    yield from (r.span for q in claim.quantities for r in q.value.renderings)
    yield from (t.value.span for t in claim.times)


@given(st.integers(0, 10**6), st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=3))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_text_is_read_without_an_error_and_spans_are_exact(seed, damages):
    chance = random.Random(seed)
    text = "\n\n".join(chance.sample(TEXTS, 6))
    for damage in damages:
        text = damage(text, chance)
    (found,) = extract([Article("a", text)])
    for claim in found.claims:
        for span in spans_of(claim):
            assert text[span.start : span.end] == span.text
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.span.text


def test_an_amount_given_twice_points_at_both_in_the_article():
    text = "Intro.\n\nThe road is 1,000 kilometres (621 miles) long."
    (found,) = extract([Article("a", text)])
    (value,) = {q.value for claim in found.claims for q in claim.quantities if q.value.renderings}
    assert [text[r.span.start : r.span.end] for r in value.renderings] == [r.span.text for r in value.renderings]
    assert "621" in value.renderings[0].span.text


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Der Damm ist am Montag gebrochen. Die Feuerwehr hat das Dorf mit Booten geräumt.", "de"),
        ("Die Regierung will die Steuer senken. Der Minister sprach von einem Erfolg für das Land.", "de"),
        ("La presa se rompió el lunes. Los bomberos evacuaron a los vecinos del pueblo.", "es"),
        ("Le barrage a cédé lundi. Les pompiers ont évacué les habitants du village avec des bateaux.", "fr"),
        ("Rio de la Plata floods after dam bursts", ""),
        ("Der Spiegel: Die Linke leaves the coalition", ""),
        ("Oscar de la Renta dies at 82", ""),
        ("Real Madrid y la Juventus", ""),
        ("Dam bursts in Lendava", ""),
    ],
)
def test_two_sentences_tell_their_language_and_foreign_names_do_not(text, language):
    assert guess(text) == language
