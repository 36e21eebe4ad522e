"""Two whole sentences of one speaker that share some words are two remarks, not one that was misquoted."""

from factcheck import Article, reconcile


def test_two_remarks_on_one_topic_are_no_misquotation():
    left = "“The new rule does not harm farmers,” Anna Berg said on Monday in the capital."
    right = (
        "“It is not the purpose of the rule to harm anyone at all, and it will never be allowed to harm the poor,” "
        "Anna Berg said on Monday in the capital."
    )
    result = reconcile([Article("a", left), Article("b", right)])
    assert [f.explanation for f in result.findings if f.kind == "quote"] == []


def test_a_fragment_in_other_words_still_is():
    left = "Anna Berg said on Monday in the capital that the new rule was a “purely technical” measure."
    right = "“The new rule is a strictly technical measure,” Anna Berg said on Monday in the capital."
    result = reconcile([Article("a", left), Article("b", right)])
    assert [f.kind for f in result.findings if f.relation == "conflict"] == ["quote"]
