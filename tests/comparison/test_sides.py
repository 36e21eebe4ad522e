"""One difference is one finding, however many outlets and versions take part."""

import pytest

from factcheck import Article, reconcile
from factcheck.model import Kind

TOLD = "Rescuers carried {} people from the flooded old town of Marsk to a school on Sunday."


@pytest.fixture(scope="module")
def told():
    def find(*numbers):
        texts = {f"a{n:02}": f"Paper {'x' * (n + 1)}.\n\n{TOLD.format(each)}" for n, each in enumerate(numbers)}
        found = reconcile(Article(key, text, key) for key, text in texts.items()).findings
        return [finding for finding in found if finding.kind is Kind.QUANTITY]

    return find


def test_three_versions_are_three_sides_of_one_finding(told):
    (finding,) = told("40", "70", "90", "70")
    assert [(side.words, side.articles) for side in finding.sides] == [
        ("40", ("a00",)),
        ("70", ("a01", "a03")),
        ("90", ("a02",)),
    ]
    assert finding.explanation == "They differ in the amount: a00 has “40”, a01 and a03 have “70”, a02 has “90”."
    article = {claim: side.articles for side in finding.sides for claim in side.claims}
    assert len(finding.opposed) == 5 and all(article[left] != article[right] for left, right in finding.opposed)


def test_a_long_list_of_versions_ends(told):
    (finding,) = told(*range(41, 59, 2))
    assert len(finding.sides) == 9
    assert finding.explanation.endswith("a05 has “51”, and there are 3 more versions.")


def test_an_outlet_on_two_sides_has_each_of_its_versions_elsewhere():
    lead = TOLD.format("40")
    later = "By night the rescuers had carried 60 people from the flooded old town of Marsk to a school on Sunday."
    texts = (f"{lead}\n\nIt rained.\n\nIt blew.\n\n{later}", TOLD.format("90"))
    found = reconcile([Article("a", texts[0], "The A Post"), Article("b", texts[1], "The B Post")]).findings
    explained = [finding.explanation for finding in found if finding.kind is Kind.QUANTITY]
    assert explained == ["They differ in the amount: The A Post has “40” and elsewhere “60”, The B Post has “90”."]
