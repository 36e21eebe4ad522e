"""What only may be a conflict is told to those who ask for it."""

import pytest

from factcheck.comparison import compare
from factcheck.comparison.verdict import DOUBTFUL
from factcheck.config import Settings
from factcheck.model import Fact, Kind


def doubts(read, *texts):
    """What is found of two texts at any score, and what the default leaves of it."""
    corpus = read(*texts)
    fact = Fact("f", tuple(corpus.claims), "")
    every = compare([fact], corpus, Settings(min_confidence=0.0))
    assert not [finding for finding in compare([fact], corpus) if finding.score == DOUBTFUL]
    return [finding for finding in every if finding.score == DOUBTFUL]


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The island will not take the plastic licence as proof of age.",
            "The island takes it as proof.",
            Kind.POLARITY,
        ),
        (
            "The baker refused to hand the council the recipe that his family has kept for a century.",
            "The baker handed the council the recipe.",
            Kind.POLARITY,
        ),
        (
            "The island's ferry line, founded in 1902, sells the old ships to a yard in Tarvik.",
            "The ferry line buys ships.",
            Kind.EVENT,
        ),
        (
            "The old mill is a branch of the timber company of Olvar, Reed and Sons.",
            "The old mill owns the timber company of Olvar.",
            Kind.EVENT,
        ),
        (
            "A letter of the guild shows that the widening of the club's 19 members has only hardened its resolve.",
            "The club has 16 members.",
            Kind.QUANTITY,
        ),
        (
            "The guild says Mrs. Lund's garden won the first prize in June, while her husband's came last.",
            "Mr. Lund's garden won the prize.",
            Kind.NAME,
        ),
        (
            "The harbour council banned the night ferries from the inner port of Tarvik in spring, an office said.",
            "The harbour council banned the open fires in spring.",
            Kind.EVENT,
        ),
        (
            "The ropewalk of Olvar, closed for ten years, belongs to the city again.",
            "The orchard belongs to the city of Olvar.",
            Kind.EVENT,
        ),
        (
            "Islanders voted against the new bridge, the mayor of Tarvik said after a long night of counting.",
            "The islanders approve the bridge.",
            Kind.POLARITY,
        ),
        (
            "“We will open the gates before the first snow falls,” Sonnvik said.",
            "“We will open the gates before the first snow falls,” the Harbour Authority of Olvar said.",
            Kind.ATTRIBUTION,
        ),
        ("The trial tested 240 sailors in ten towns.", "The trial is about 200 sailors.", Kind.QUANTITY),
    ],
)
def test_what_does_not_fit_between_claims_that_are_much_alike(read, left, right, kind):
    assert [finding.kind for finding in doubts(read, left, right)] == [kind]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The island will not take the plastic licence.", "The choir sang in the old church of Lund."),
        ("The trial tested 240 sailors in ten towns.", "In ten towns the trial was about sailors."),
        ("The island may not take the licence as proof.", "The island takes the licence as proof."),
        ("The fame of the painter Lund has never been higher.", "Lund is a painter."),
        ("At least eight sailors died in the storm off Tarvik.", "The storm off Tarvik killed 11 sailors."),
        ("The party of the baker lost its majority in June.", "In June the baker's party failed to keep its majority."),
        ("Exactly 10,312 people finished the race.", "More than 10,000 runners completed the race."),
        ("The council of Tarvik sold the old lighthouse to a baker.", "The old lighthouse went to a baker of Tarvik."),
    ],
)
def test_other_events_equal_amounts_and_open_deeds_leave_no_doubt(read, left, right):
    assert doubts(read, left, right) == []


def test_what_is_denied_is_shown_with_the_deed(read):
    (finding,) = doubts(
        read,
        "Islanders voted against the new bridge, the mayor of Tarvik said after a long night of counting.",
        "The islanders approve the bridge.",
    )
    assert {span.text for span in finding.evidence} == {"voted against the new bridge", "approve the bridge"}
