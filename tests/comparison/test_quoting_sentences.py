"""Two whole sentences of one speaker that share some words are two remarks, not one that was misquoted."""

from factcheck import Article, reconcile


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
