"""Who says what the gist of a fact says: being of one thing is not yet saying the same."""

import pytest

from factcheck import Article, reconcile
from factcheck.model import FactStatus

CONCEDED = "Premier Tomas Verhold conceded defeat in a short speech in Aldmark on Sunday."
REFUSED = "Premier Tomas Verhold refused to concede defeat on Sunday and spoke of fraud."
AGAIN = "In a brief speech in Aldmark on Sunday, Premier Tomas Verhold conceded that he was defeated."


def facts(*texts):
    """The facts of several articles that more than one of these articles is part of."""
    result = reconcile([Article(id=name, text=text, source=name) for name, text in zip("abc", texts, strict=False)])
    return [fact for fact in result.facts if len(fact.articles) > 1]


def agreed(*texts):
    """What is told as agreed, with who agrees."""
    told = (FactStatus.CORROBORATED, FactStatus.SINGLE_ORIGIN)
    return [(fact.gist, fact.agreeing) for fact in facts(*texts) if fact.status in told]


def test_the_opposite_is_no_agreement():
    """One conceded, the other refused to: whether or not that is told as a conflict, they do not agree."""
    assert all("concede" not in gist for gist, _ in agreed(CONCEDED, REFUSED))


def test_only_those_agree_who_say_so():
    """Two of three say it; the third tells of the same and says something else."""
    for fact in facts(CONCEDED, REFUSED, AGAIN):
        if "conceded" in fact.gist and fact.status is not FactStatus.DISPUTED:
            assert "b" not in fact.agreeing


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The judges acquitted his wife, Lena Moor, of tax fraud.", "His wife, Lena Moor, was jailed for tax fraud."),
        ("The Greens had 8.1 percent of the votes.", "The Greens came third with 9.6 percent of the votes."),
        ("The bridge has a main span of 90 metres.", "The bridge has two lanes and was painted in the spring."),
    ],
)
def test_what_is_of_one_thing_only_is_no_agreement(left, right):
    """Another deed, another amount, another attribute."""
    assert not [gist for gist, who in agreed(left, right) if len(who) > 1 and not gist.startswith(("his", "His"))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The ferry was licensed to carry 180 people.", "The ferry was allowed to carry 180 people."),
        ("Lena Moor heads the bank that lent the money.", "The bank that lent the money is headed by Moor, Lena Moor."),
        ("Some 400 firefighters battled the blaze in Orrin.", "About 400 firefighters fought the blaze in Orrin."),
    ],
)
def test_the_same_in_other_words_is_one(left, right):
    """Synonyms, another voice, the same amount."""
    assert any(who == ("a", "b") for _, who in agreed(left, right))


def test_the_gist_is_what_most_origins_bear_out():
    """Of the claims of a fact the one stands for it that the others say, too; the extra words of one do not."""
    long = "Miners at Karst Deep ended their strike on Monday after the owner promised new lifts and a doctor."
    short = "Miners at Karst Deep ended their strike on Monday."
    other = "On Monday the miners of Karst Deep ended a strike of nine weeks."
    found = [fact for fact in facts(long, short, other) if "strike" in fact.gist and len(fact.articles) == 3]
    assert all(len(fact.agreeing) == 3 or fact.status is FactStatus.DISPUTED for fact in found)


def test_it_does_not_depend_on_the_order():
    """The same articles under the same ids, given in another order."""
    texts = dict(zip("abc", (CONCEDED, REFUSED, AGAIN), strict=True))
    one, two = (
        reconcile([Article(id=name, text=texts[name], source=name) for name in order]).facts for order in ("abc", "cba")
    )
    assert one == two
