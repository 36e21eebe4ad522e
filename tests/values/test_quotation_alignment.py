"""When two quotations render one utterance, and where they part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.span import Span
from factcheck.values.quotation import read_passages
from factcheck.values.quotation_alignment import align
from factcheck.values.quotation_divergence import Weight, find_divergences, weigh
from factcheck.values.quotation_utterance import find_utterances, is_same_utterance

LONG = "the harbour will be closed until the last of the ships has left the bay for good"


def span(text: str, article: str = "a") -> Span:
    return Span(article, 0, len(text), text)


def part(left: str, right: str) -> list[tuple[str, str, str]]:
    """The places where two texts of two articles part."""
    return [
        (each.left.text, each.right.text, each.weight.value)
        for utterance in find_utterances([span(left, "a"), span(right, "b")])
        for each in utterance.divergences()
    ]


@pytest.mark.parametrize(
    ("left", "right", "parted"),
    [
        (LONG, LONG, []),
        (LONG, LONG.replace("the last of ", ""), [("until the last of the", "until the", "medium")]),
        (LONG, LONG.replace("will be", "will not be"), [("will be", "will not be", "high")]),
        (LONG, LONG.replace("the last of", "the last one of"), [("last of", "last one of", "low")]),
        (LONG, LONG.replace("ships", "boats"), [("the ships has", "the boats has", "medium")]),
        (LONG, LONG.replace("ships", "[fishing] ships"), []),
        (LONG, "Nobody doubts it: " + LONG + ", said the mayor's letter", []),
        (LONG + " 4 days", LONG + " 5 days", [("good 4 days", "good 5 days", "high")]),
        (LONG, LONG.replace("for good", "in peace"), [("bay for good", "bay in peace", "medium")]),
        (LONG, LONG.replace("will be", "would be"), [("harbour will be", "harbour would be", "medium")]),
    ],
)
def test_what_differs_inside_the_common_part_is_found(left, right, parted):
    assert part(left, right) == parted


def test_where_a_quotation_starts_and_stops_does_not_count():
    assert part(LONG, " ".join(LONG.split()[3:14])) == []


def test_a_new_sentence_is_more_of_the_speech_and_no_difference():
    assert part(LONG + ". We shall miss them", LONG + ". It is sad to see") == []


def test_words_in_common_are_not_enough_without_a_run():
    assert (
        part(
            "we all want a good deal for the men and the women of this town",
            "a deal we want for men is good for all women and the town",
        )
        == []
    )


def test_what_a_speaker_says_twice_is_compared_sentence_by_sentence():
    left = f"{LONG} and they wept"
    first, second = f"{LONG} and they wept", f"I say that {LONG} and you sang"
    spans = [Span("a", 0, len(left), left), Span("b", 0, len(first), first), Span("b", 200, 200 + len(second), second)]
    found = [each for utterance in find_utterances(spans) for each in utterance.divergences()]
    assert [each for each in found if each.left.article != each.right.article] == []


def test_prints_of_a_quotation_are_laid_beside_another_once_and_all_are_told_of():
    other = LONG.replace("ships", "boats")
    spans = [Span(f"a{n}", n, n + len(LONG), LONG) for n in range(6)]
    spans += [Span(f"b{n}", n, n + len(other), other) for n in range(3)] + [Span("a5", 900, 900 + len(other), other)]
    (utterance,) = find_utterances(spans)
    found = list(utterance.divergences())
    assert {(each.left.text, each.right.text) for each in found} == {("the ships has", "the boats has")}
    across = {(each.left.article, each.right.article) for each in found if each.left.article != each.right.article}
    assert {article for pair in across for article in pair} == {"a0", "a1", "a2", "a3", "a4", "b0", "b1", "b2"}
    assert len(across) == 5 + 3 - 1
    texts = {(each.article, each.start): each.text for each in spans}
    for each in (side for pair in found for side in (pair.left, pair.right)):
        (whole,) = [
            (start, text) for (a, start), text in texts.items() if a == each.article and 0 <= each.start - start < 200
        ]
        assert whole[1][each.start - whole[0] : each.end - whole[0]] == each.text


def test_a_fragment_is_laid_whole_beside_what_it_is_part_of():
    mine, yours = (
        read_passages(span("pull the town into the quarrel"))[0],
        read_passages(span("is trying to drag the town right into this quarrel", "b"))[0],
    )
    alignment = align(mine, yours, whole=True)
    assert alignment is not None
    assert [(d.left.text, d.right.text) for d in find_divergences(alignment, extend_it=False)] == [
        ("pull the town into the quarrel", "drag the town right into this quarrel")
    ]


def test_a_word_split_in_two_is_one_word():
    assert part(LONG.replace("harbour", "work force"), LONG.replace("harbour", "workforce")) == []


@pytest.mark.parametrize(
    ("left", "right", "weight"),
    [
        (["not"], [], Weight.HIGH),
        (["inch"], ["meter"], Weight.HIGH),
        (["may"], ["will"], Weight.MEDIUM),
        (["every"], ["the"], Weight.MEDIUM),
        (["friend"], [], Weight.MEDIUM),
        (["that"], ["which"], Weight.LOW),
        (["either", "with"], ["with", "either"], Weight.LOW),
    ],
)
def test_a_difference_weighs_what_it_does_to_the_sense(left, right, weight):
    assert weigh(left, right) is weight
    assert weigh(right, left) is weight


WORDS = ["we", "will", "not", "close", "the", "old", "mill", "gate", "in", "may", "or", "june", "ever"]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=20)


@given(SENTENCES, SENTENCES)
def test_alignment_is_symmetric_in_what_it_matches(left, right):
    mine, yours = read_passages(span(" ".join(left)))[0], read_passages(span(" ".join(right), "b"))[0]
    here, there = align(mine, yours), align(yours, mine)
    assert (here is None) == (there is None)
    if here and there:
        assert here.matched >= 1
        assert 2 * here.matched - len(here.columns) == pytest.approx(2 * there.matched - len(there.columns), abs=3)


@given(SENTENCES)
def test_a_quotation_does_not_differ_from_itself(words):
    mine, yours = read_passages(span(" ".join(words)))[0], read_passages(span(" ".join(words), "b"))[0]
    alignment = align(mine, yours)
    assert alignment is not None
    assert find_divergences(alignment) == ()
    assert is_same_utterance(alignment) or len(words) < 9
