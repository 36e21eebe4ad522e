"""Pairs of short reports in other words: as many changes are found as were found before, and no more false alarms."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from factcheck.comparison import compare
from factcheck.matching import match
from factcheck.model import Difference

PAIRS = tomllib.loads(Path(__file__).with_name("everyday.toml").read_text(encoding="utf-8"))
# What holds today of all pairs of the file; raise it with what is mended, and never lower it.
FOUND, FALSE_ALARMS = 53, 2

# Changes that a new reader tries first, each found by another rule.
SHOWN = [
    ("Two trams collided on Monday, injuring nine.", "Nineteen were hurt on Monday as trams crashed.", "quantity"),
    ("The bridge was closed by the mayor on 3 May.", "The mayor shut the bridge on 13 May.", "time"),
    ("The jury found the driver guilty of arson.", "The driver was acquitted of arson by the jury.", "event"),
    ("The barge carried 300 tonnes of coal to Linden.", "The barge had 300 tonnes of salt for Linden.", "event"),
    ("The guards attacked the miners.", "The guards were attacked by the miners.", "role"),
    ("Nobody warned the villagers of the flood.", "The villagers were warned of the flood.", "polarity"),
    ("Senator Ruth Hale will lead the inquiry.", "The inquiry will be headed by Senator Mark Doyle.", "name"),
]  # fmt: skip
# Pairs in which nothing is wrong, each stopped by another gate.
HARMLESS = [
    ("The storm damaged 40 barns in the valley.", "The storm damaged 90 barns in the province."),
    ("Ines Carrow met Paul Dreve in Oruva.", "Paul Dreve met Ines Carrow in Oruva."),
    ("The mill will stop grinding wheat.", "The mill will not grind wheat any more."),
    ("A count by the Gazette gives the mayor 41 percent.", "A count by the Herald gives the mayor 44 percent."),
]


@pytest.mark.parametrize(("one", "other", "kind"), SHOWN, ids=lambda text: text[:24])
def test_what_is_told_otherwise_in_other_words_is_found(one, other, kind, read):
    assert kind in {finding.kind.value for finding in _conflicts(one, other, read)}


@pytest.mark.parametrize(("one", "other"), HARMLESS, ids=lambda text: text[:24])
def test_two_matters_told_in_like_words_are_no_conflict(one, other, read):
    assert _conflicts(one, other, read) == []


def test_as_many_are_found_as_before(read):
    found = [bool(_conflicts(*pair, read)) for pairs in PAIRS["conflict"].values() for pair in pairs]
    alarms = [bool(_conflicts(*pair, read)) for pairs in PAIRS["none"].values() for pair in pairs]
    assert sum(found) >= FOUND
    assert sum(alarms) <= FALSE_ALARMS


def test_nothing_is_added_whose_place_the_other_fills(find):
    first = "The central bank of Ostan raised its key rate by 25 points to 4.5 percent on Thursday."
    second = "On Thursday the central bank of Ostan lifted its main interest rate to 4.75 percent."
    assert not [each for each in find(first, second) if "adds" in each.explanation and "4.75" in each.explanation]


def _conflicts(one, other, read):
    corpus = read(one, other, days=(date(2024, 3, 12), date(2024, 3, 12)))
    findings = compare(match(corpus), corpus)
    return [each for each in findings if each.relation is Difference.CONFLICT]
