"""Short reports in other words: roles exchanged, verbs with a particle, decisions, and what only looks like these."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from factcheck.comparison import compare
from factcheck.comparison.nearness import NEAR, nearness
from factcheck.lexicon.phrasal import is_phrasal, single_verbs
from factcheck.lexicon.senses import are_opposite
from factcheck.matching import match
from factcheck.model import Difference

REPORTS = tomllib.loads(Path(__file__).with_name("everyday_reports.toml").read_text(encoding="utf-8"))
# What holds today of all pairs of the file; raise it with what is mended, and never lower it.
FOUND, FALSE_ALARMS = 46, 0

CHANGED = [
    (
        "The trainer Nils Arden struck the jockey Ray Coll after the race. Arden has to pay 500 euros.",
        "After the race in the rain the jockey Ray Coll hit the trainer Nils Arden. A fine of 500 euros was imposed.",
        "role",
    ),
    (
        "Petra Holm beat Ana Reyes in the final in Varna on Sunday. Four thousand people saw the match.",
        "Petra Holm lost to Ana Reyes in Varna on Sunday. Four thousand spectators saw the final match.",
        "event",
    ),
    (
        "Members of the rowing club of Aster approved the merger on Friday. It has 320 members and two boathouses.",
        "The rowing club of Aster, with 320 members and two boathouses, turned down the merger on Friday.",
        "event",
    ),
    (
        "The postman Ole Brandt was arrested for theft on Monday. Sixty parcels were found in his garage in Tolm.",
        "Sixty parcels lay in a garage in Tolm. The postman Ole Brandt was arrested on suspicion of arson on Monday.",
        "event",
    ),
    (
        "The council of Lundmark voted on Friday to ban fireworks. All 31 members were present in the old hall.",
        "On Friday the council of Lundmark, all 31 members in the old hall, decided against a ban on fireworks.",
        "polarity",
    ),
]
HARMLESS = [
    (  # one match from both ends
        "Petra Holm beat Ana Reyes in the final in Varna on Sunday. Four thousand people saw the match.",
        "Ana Reyes lost to Petra Holm in Varna on Sunday. Four thousand spectators saw the final match.",
    ),
    (  # the same, where the place runs into the name
        "Petra Holm beat Ana Reyes in the final in Varna on Sunday. Four thousand people saw the match.",
        "In Varna Ana Reyes lost to Petra Holm on Sunday. Four thousand spectators saw the final match.",
    ),
    (  # one refusal
        "Members of the rowing club of Aster rejected the merger on Friday. It has 320 members and two boathouses.",
        "The rowing club of Aster, with 320 members and two boathouses, turned down the merger on Friday.",
    ),
    (  # how it still was, and what came
        "The dam of Corvel has not broken so far, the mayor said on Sunday. Ninety families were warned.",
        "The dam of Corvel broke on Monday evening. Ninety families had been warned.",
    ),
    (  # one day, with and without its preposition
        "The court of Aldis hears the case of the baker Jon Weil on Monday. He sold bread with chalk in it.",
        "Monday is the day on which the court of Aldis will hear the baker Jon Weil. He sold bread with chalk in it.",
    ),
    (  # a denial, and a word that denies by its sense
        "The mare fell into a well at a farm near Torp on Monday. She was not hurt, the fire brigade said.",
        "At a farm near Torp a mare fell into a well on Monday. She came out without injuries, the fire brigade said.",
    ),
    (  # both were for the one, and against the other
        "The board of Elvin Mills voted on Tuesday to sell the dye works. The weaving hall was not for sale.",
        "The board of Elvin Mills decided against selling the weaving hall on Tuesday. The dye works will be sold.",
    ),
]


@pytest.mark.parametrize(("one", "other", "kind"), CHANGED, ids=lambda text: text[:24])
def test_what_two_reports_turn_round_is_found(one, other, kind, read):
    assert {each.kind.value for each in _conflicts(one, other, read)} == {kind}


@pytest.mark.parametrize(("one", "other"), HARMLESS, ids=lambda text: text[:24])
def test_what_can_stand_side_by_side_is_no_conflict(one, other, read):
    assert _conflicts(one, other, read) == []


def test_who_did_it_is_told_as_such(read):
    one, other, _ = CHANGED[0]
    assert all(
        each.explanation.startswith("They differ in who did it to whom") for each in _conflicts(one, other, read)
    )


def test_the_order_of_the_articles_does_not_matter(read):
    for one, other, kind in CHANGED:
        assert {each.kind.value for each in _conflicts(other, one, read)} == {kind}


def test_as_many_changes_are_found_in_the_reports_as_before(read):
    found = [bool(_conflicts(*pair, read)) for pairs in REPORTS["conflict"].values() for pair in pairs]
    alarms = [bool(_conflicts(*pair, read)) for pairs in REPORTS["none"].values() for pair in pairs]
    assert sum(found) >= FOUND
    assert sum(alarms) <= FALSE_ALARMS


def test_a_verb_with_its_particle_is_as_near_and_as_opposite_as_the_verbs_it_stands_for():
    assert is_phrasal("turn down") and not is_phrasal("turn green")
    assert "die" in single_verbs("pass away") and single_verbs("turn green") == ()
    assert nearness("turn down", "reject") == nearness("reject", "turn down") == NEAR
    assert nearness("pass away", "sing") == 0.0
    assert are_opposite("turn down", "accept") and are_opposite("settle", "go on")
    assert not are_opposite("turn down", "reject") and not are_opposite("turn green", "accept")


def _conflicts(one, other, read):
    corpus = read(one, other, days=(date(2024, 3, 12), date(2024, 3, 12)))
    findings = compare(match(corpus), corpus)
    return [each for each in findings if each.relation is Difference.CONFLICT]
