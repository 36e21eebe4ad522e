"""Two short texts as wholes: one value of a sort left over on each side."""

from datetime import date

import pytest

from factcheck import Article, reconcile
from factcheck.model import Difference, Kind

DAY = date(2024, 3, 12)
FIRST = (
    "The zoo of Arden has two young lynxes. They were born on Friday night in the forest house, the keeper said. "
    "Visitors may see them from June."
)
SECOND = (
    "Visitors of the zoo of Arden may see two young lynxes from June. The forest house was quiet, the keeper said, "
    "when they were born on {day} night."
)


def conflicts(*texts):
    articles = [Article(name, text, source=name.upper(), published=DAY) for name, text in zip("ab", texts, strict=True)]
    findings = reconcile(articles).findings
    return [finding for finding in findings if finding.relation is Difference.CONFLICT]


@pytest.mark.parametrize(
    ("kind", "first", "second", "words"),
    [
        (
            Kind.QUANTITY,
            "The pianist Jonas Ferrer gave his first concert at the age of six. On Saturday he said farewell to the "
            "stage in Lima with Schubert and Liszt.",
            "With Schubert and Liszt the pianist Jonas Ferrer said farewell to the stage in Lima on Saturday. He was "
            "ten when he gave a first concert.",
            {"six", "ten"},
        ),
        (
            Kind.PLACE,
            "Smugglers of eels were caught by the police on Wednesday. It arrested nine men in Valencia and found eels "
            "worth a million euros.",
            "The police found eels worth a million euros on Wednesday. Smugglers, nine men, were caught in a raid in "
            "Alicante.",
            {"Valencia", "Alicante"},
        ),
    ],
)
def test_one_value_left_over_on_each_side_is_the_difference(kind, first, second, words):
    """Although the sentences are cut in another way."""
    (finding,) = conflicts(first, second)
    assert (finding.kind, finding.rule) == (kind, "find_leftovers")
    assert {span.text for span in finding.evidence} == words


def test_texts_that_leave_nothing_over_agree():
    """The same matter in other sentences, with another day and without."""
    assert conflicts(FIRST, SECOND.format(day="Friday")) == []


def test_two_things_left_over_are_two_events():
    """Another place, day and number: a report of the same sort."""
    first = "The bakers of Orlo went on strike on Monday. Three hundred of them marched to the market in the rain."
    second = "In the rain the bakers of Teva marched to the market. On strike since Thursday, they were eighty."
    assert conflicts(first, second) == []
