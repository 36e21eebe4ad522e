"""Two whole sentences of one speaker that share some words are two remarks, not one that was misquoted."""

import pytest

from factcheck import Article, reconcile
from factcheck.model import Kind


def test_two_remarks_on_one_topic_are_no_misquotation():
    left = "The new rule does not exclude anyone else. “The new rule does not exclude,” Anna Berg said on Monday."
    right = (
        "“It is not the purpose of the rule to exclude against reason, and it will not be allowed to exclude anyone,” "
        "chamber president Anna Berg said in a statement on the new rule on Monday."
    )
    result = reconcile([Article("a", left), Article("b", right)])
    assert [f.explanation for f in result.findings if f.kind == "quote"] == []


def test_a_fragment_in_other_words_still_is():
    left = "Anna Berg said on Monday in the capital that the new rule was a “purely technical” measure."
    right = "“The new rule is a strictly technical measure,” Anna Berg said on Monday in the capital."
    result = reconcile([Article("a", left), Article("b", right)])
    assert [f.kind for f in result.findings if f.relation == "conflict"] == ["quote"]


FILLER = "The ferry to Tarn runs twice a day."
FIRST = "“We will rebuild every pier of the old harbour before the autumn storms arrive,” Mina Okoro said."
AGAIN = "“We will rebuild each pier of the old harbour before the autumn storms arrive,” Mina Okoro said."


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [((FIRST, FILLER, FILLER, AGAIN), 1), ((FILLER, FILLER, FIRST, FILLER, FILLER, AGAIN), 0)],
)
def test_who_repeats_himself_in_a_text_is_not_misquoted_by_it(find, blocks, expected):
    found = find("\n\n".join(blocks), FILLER)
    assert sum(each.kind is Kind.QUOTE for each in found) == expected


def test_two_sentences_made_into_one_say_another_thing():
    left = "“We want peace, and it should not happen that he comes here with a smile,” Mina Okoro said on Monday."
    right = "“We want peace, and it should not happen. He comes here with a smile,” Mina Okoro said on Monday."
    (finding,) = [f for f in reconcile([Article("a", left), Article("b", right)]).findings if f.kind == "quote"]
    assert "that he" in finding.evidence[0].text


def test_a_run_of_common_words_and_what_follows_make_one_utterance(find):
    left = "The win gives her the chance to “choose between us and the government coming in January.”"
    right = (
        "“How we go on from here, to choose between us and the government that will come to Tarn in January, is the "
        "test,” Mina Okoro said."
    )
    (finding,) = [each for each in find(left, right) if each.kind is Kind.QUOTE]
    assert [span.text for span in finding.evidence] == ["government coming in", "government that will come to Tarn in"]


def test_a_few_words_in_the_middle_of_two_sentences_are_no_utterance(find):
    left = "“I accept the fact that the mayor is a farmer,” Mina Okoro said on Monday."
    right = "“I have repeatedly said that I believe the mayor’s farmer enough,” Mina Okoro said on Monday."
    assert [each.explanation for each in find(left, right) if each.kind is Kind.QUOTE] == []
