"""What many outlets print word for word is compared once, and told of all of them."""

import factcheck.comparison as comparison
from factcheck import Article, reconcile
from factcheck.model import Difference

OTHERS = "The river Oster flooded the old town of Marsk on Sunday, and the mayor asked residents to leave."
TOLD = "Rescuers carried {} people from the flooded old town of Marsk to a school on Sunday."


def articles():
    """Twenty prints of one dispatch, and ten that print another number; each after an opening of its own length."""
    texts = {f"a{n:02}": f"Paper {'x' * n}.\n\n{TOLD.format('40' if n < 20 else '90')} {OTHERS}" for n in range(30)}
    return [Article(key, text, key) for key, text in texts.items()]


def conflicts(results):
    return [finding for finding in results.findings if finding.relation is Difference.CONFLICT]


def test_prints_are_compared_once_and_all_are_told_of(monkeypatch):
    cases = []
    compare = comparison._compare_pair

    def counted(fact, pairing):
        cases.append(pairing.left.text.startswith("Rescuers"))
        return compare(fact, pairing)

    monkeypatch.setattr(comparison, "_compare_pair", counted)
    results = reconcile(articles())
    (found,) = conflicts(results)
    assert 0 < sum(cases) < 10  # and not 200 pairs of the two versions
    assert {span.article for span in found.evidence} == {article.id for article in results.articles}
    texts = {article.id: article.text for article in results.articles}
    assert all(texts[span.article][span.start : span.end] == span.text for span in found.evidence)
    assert {side.words: len(side.articles) for side in found.sides} == {"40": 20, "90": 10}


def test_what_is_found_is_what_each_with_each_finds(monkeypatch):
    once = conflicts(reconcile(articles()))
    monkeypatch.setattr(comparison, "EACH_WITH_EACH", 1000)
    each = conflicts(reconcile(articles()))
    assert [set(finding.evidence) for finding in once] == [set(finding.evidence) for finding in each]
    assert [finding.sides for finding in once] == [finding.sides for finding in each]
