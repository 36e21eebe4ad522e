"""A fact states one thing: a sentence that carries three claims takes part in three facts, not in one heap.

What decides whether two sentences share something (the fitted score) is one question; which claim of the one goes with
which claim of the other is a second one, answered by the claims' own words, predicate, participants and values.
"""

import pytest


def facts_of(result):
    claims = {claim.id: claim for claim in result.claims}
    return [[claims[claim] for claim in fact.claims] for fact in result.facts]


@pytest.mark.parametrize("fixture", ["seeds", "ferry"])
def test_different_claims_of_one_sentence_never_meet_in_one_fact(fixture, request):
    heaps = []
    for claims in facts_of(request.getfixturevalue(fixture)):
        for number, one in enumerate(claims):
            for other in claims[number + 1 :]:
                if one.sentence == other.sentence and not one.span.overlaps(other.span):
                    heaps.append((one.text, other.text))
    assert heaps == []


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Three people died", "Four people were killed"),
        ("carrying 212 passengers and 18 crew", "carrying 212 passengers"),
        ("until Friday", "until Sunday"),
        ("flames were seen", "Flames were seen"),
        ("proud of my crews", "proud of my crews"),
    ],
)
def test_each_claim_of_a_sentence_goes_with_its_counterpart(ferry, words, others):
    (texts,) = [
        [claim.text for claim in claims]
        for claims in facts_of(ferry)
        if any(words in claim.text and claim.article.startswith("206c") for claim in claims)
    ]
    assert any(others in text for text in texts)
    assert all(words in text or others in text for text in texts), texts
