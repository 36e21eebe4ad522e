"""Short reports as pasted in: trends, order, reasons, bodies, mouths, offices, what is weighed, and none of it."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from factcheck.comparison import compare
from factcheck.matching import match
from factcheck.model import Difference

REPORTS = tomllib.loads(Path(__file__).with_name("everyday_pasted.toml").read_text(encoding="utf-8"))
# What holds today of all pairs of the file; raise it with what is mended, and never lower it.
FOUND, FALSE_ALARMS = 14, 1

# Two reports, the kind of the difference, and the words that decide on both sides.
CHANGED = [
    (
        "The price of wheat fell at the exchange of Gorna on Tuesday. Dealers spoke of a good harvest in Ukraine.",
        "On Tuesday wheat became dearer in Gorna. A good harvest in Ukraine was the talk of dealers at the exchange.",
        "event",
        "price of wheat fell",
        "wheat became dearer",
    ),
    (
        "The number of visitors to the zoo of Halm grew last year, said its director, Eva Tross. A lynx was "
        "born there.",
        "Fewer visitors came to the zoo of Halm last year, according to its director, Eva Tross. A lynx was "
        "born there.",
        "event",
        "number of visitors to the zoo of Halm grew",
        "Fewer visitors",
    ),
    (
        "The ministry in Belm lowered the fees for students on Friday. The union of students welcomed the step.",
        "On Friday the ministry in Belm raised the fees for students. The students' union reacted to the step.",
        "event",
        "lowered",
        "raised",
    ),
    (
        "The pianist Ivo Hahn broke his arm before the concert in Lund on Sunday. A student of his played instead.",
        "After the concert in Lund the pianist Ivo Hahn broke an arm on Sunday. One of his students had played too.",
        "time",
        "before the concert",
        "After the concert",
    ),
    (
        "A mill in Tarn burnt down on Monday night because of a faulty oven. Twelve firemen fought the "
        "flames for hours.",
        "Lightning was the cause: on Monday night the mill in Tarn burnt down. Twelve firefighters were "
        "there for hours.",
        "detail",
        "a faulty oven",
        "Lightning",
    ),
    (
        "The blackout in Sorn on Friday was caused by a squirrel. For three hours 9,000 homes were without light.",
        "A storm caused the blackout in Sorn on Friday. Some 9,000 homes had no light for three hours.",
        "detail",
        "a squirrel",
        "A storm",
    ),
    (
        "An explosion after a gas leak destroyed a house in Odra on Sunday. A couple of 70 was pulled from the rubble.",
        "In Odra a house was destroyed on Sunday by an explosion after a lightning strike. A couple of 70 was rescued.",
        "detail",
        "a gas leak",
        "a lightning strike",
    ),
    (
        "The Institute of Geology in Varn warned on Monday of landslides on Mount Tol. Three villages may be cleared.",
        "Landslides threaten on Mount Tol, the Institute of Forestry in Varn warned on Monday; three villages may go.",
        "name",
        "Geology",
        "Forestry",
    ),
    (
        "The brewery Kalt will buy the hotel Adler in Steg for six million euros. Both have been in Steg since 1880.",
        "Kalt, a brewery, is considering buying the hotel Adler in Steg, for which six million euros are asked.",
        "modality",
        "will buy",
        "considering buying",
    ),
    (
        "The volcano on the island of Pell erupted on Sunday. Nine hundred people were brought to the port of Ress.",
        "Because they fear that the volcano will erupt, nine hundred people on the island of Pell went to "
        "the port of Ress.",
        "modality",
        "erupted",
        "fear that the volcano will erupt",
    ),
    (
        "The tunnel will be finished in May, said the engineer Ida Blom on Monday. It will be 4.2 kilometres long.",
        "The mayor of Trell, Jon Aske, said on Monday that the tunnel will be finished in May. It is 4.2 "
        "kilometres long.",
        "attribution",
        "the engineer Ida Blom",
        "The mayor of Trell, Jon Aske",
    ),
    (
        "The lake contains no mercury, according to the biologist Rosa Dahl. Mayor Uwe Fink would not comment. Bathing "
        "is allowed.",
        "Mayor Uwe Fink said that the lake contains no mercury. Bathing is allowed. The tests had cost 4,000 euros.",
        "attribution",
        "Rosa Dahl",
        "Mayor Uwe Fink",
    ),
    (
        "Major Tom Gale was freed in Bastia on Friday. His captors had held him for 40 days in a cellar.",
        "After 40 days in a cellar his captors let Colonel Tom Gale go in Bastia on Friday.",
        "role",
        "Major",
        "Colonel",
    ),
    (
        "The finance minister of Ostia, Vera Lund, opened the fair in Marl on Monday. It has 300 exhibitors.",
        "In Marl the fair with 300 exhibitors was opened on Monday by Vera Lund, culture minister of Ostia.",
        "role",
        "The finance minister of Ostia",
        "culture minister of Ostia",
    ),
    (
        "The painter Olaf Rehn sued the gallery Nord over three portraits. A court in Kiel will hear them in June.",
        "Over three portraits the gallery Nord took the painter Olaf Rehn to court. He is to be heard in Kiel in June.",
        "role",
        "painter Olaf Rehn sued the gallery Nord",
        "gallery Nord took the painter Olaf Rehn",
    ),
    (
        "Nineteen people died when a hall collapsed in Tirgu on Sunday. The roof could not bear the snow, police said.",
        "The number of dead in the collapse of a hall in Tirgu on Sunday stands at 29. Police said snow lay "
        "on the roof.",
        "quantity",
        "Nineteen",
        "29",
    ),
    (
        "The farmer Hedda Krog celebrated her 101st birthday in Vestby on Sunday. The choir of Vestby sang for her.",
        "For Hedda Krog, a farmer, the choir of Vestby sang on Sunday. She turned 103 years old.",
        "quantity",
        "101st birthday",
        "103 years old",
    ),
    (
        "The worst damage was done in the north of the island of Mirs when storm Ole came on Monday. A mast fell.",
        "Storm Ole came on Monday. It felled a mast. The worst damage is reported from the south of Mirs.",
        "place",
        "north",
        "south",
    ),
]
HARMLESS = [
    (  # two things, and two ways
        "The price of wheat fell at the exchange of Gorna on Tuesday. Rye was dearer. Dealers spoke of the harvest.",
        "On Tuesday rye became dearer in Gorna. The price of wheat at the exchange was low after the harvest.",
    ),
    (  # two times
        "The price of wheat fell at the exchange of Gorna on Tuesday. Dealers spoke of a good harvest in Ukraine.",
        "On Monday wheat had become dearer in Gorna. A good harvest in Ukraine was the talk of dealers at "
        "the exchange.",
    ),
    (  # a price and an amount
        "Exports of wheat from Gorna rose last year, the ministry said on Friday. Most of them went to Egypt.",
        "Wheat from Gorna was cheaper last year, according to the ministry on Friday. Most of it went to Egypt.",
    ),
    (  # two deeds
        "The pianist Ivo Hahn slept before the concert in Lund on Sunday. A student of his turned the pages.",
        "After the concert in Lund the pianist Ivo Hahn thanked a student on Sunday, who had turned the pages.",
    ),
    (  # one reason in two wordings
        "A mill in Tarn burnt down on Monday night because of a faulty oven. Twelve firemen fought the flames.",
        "The cause was an oven that was faulty: on Monday night the mill in Tarn burnt down. Twelve firemen "
        "were there.",
    ),
    (  # reasons of two things
        "The mill in Tarn burnt down on Monday because of a faulty oven. Twelve firemen came from Odd.",
        "Twelve firemen from Odd came late to the mill in Tarn on Monday because of a closed road. It burnt down.",
    ),
    (  # one body, told at length
        "The Ministry of Health in Corva recalled a drug on Tuesday. Three children had a rash.",
        "On Tuesday a drug was recalled in Corva by the Ministry of Health and Sport. A rash was seen on "
        "three children.",
    ),
    (  # both weigh it
        "The brewery Kalt is considering buying the hotel Adler in Steg for six million euros.  It was built in 1880.",
        "Kalt, a brewery, considers a purchase of the hotel Adler in Steg, built in 1880, for six million euros.",
    ),
    (  # another thing is weighed
        "The brewery Kalt will buy the hotel Adler in Steg for six million euros. Both have been there since 1880.",
        "Kalt will buy the hotel Adler in Steg for six million euros. The brewery is considering buying a farm too.",
    ),
    (  # both speak, and each text has both
        "The tunnel will be finished in May, said the engineer Ida Blom. Mayor Jon Aske said so too on Monday.",
        "Mayor Jon Aske and the engineer Ida Blom said on Monday that the tunnel will be finished in May.",
    ),
    (  # one speaks for the other
        "The tunnel will be finished in May, said mayor Jon Aske on Monday. It will be 4.2 kilometres long.",
        "Ida Blom, a spokeswoman for the mayor, said on Monday that the tunnel will be finished in May.",
    ),
    (  # one rank, told in full
        "Lieutenant Colonel Tom Gale was freed in Bastia on Friday. His captors had held him for 40 days.",
        "After 40 days his captors let Colonel Tom Gale go in Bastia on Friday.",
    ),
    (  # a former office
        "The former finance minister of Ostia, Vera Lund, opened the fair in Marl on Monday. It has 300 exhibitors.",
        "In Marl the fair with 300 exhibitors was opened on Monday by Vera Lund, culture minister of Ostia.",
    ),
    (  # one lawsuit from both ends
        "The painter Olaf Rehn sued the gallery Nord over three portraits. A court in Kiel will hear them in June.",
        "Over three portraits the gallery Nord was taken to court by the painter Olaf Rehn. They are heard "
        "in Kiel in June.",
    ),
    (  # a number that grows
        "Nineteen people died when a hall collapsed in Tirgu on Sunday. The roof could not bear the snow, police said.",
        "The number of dead in the collapse of a hall in Tirgu on Sunday has risen to 29. Snow lay on the "
        "roof, police said.",
    ),
    (  # a first name left out
        "The mayor, Ida Blom, opened the pool in Trell on Monday. It has cost three million crowns.",
        "In Trell mayor Blom opened the pool on Monday. Coach Nils Aske swam first. It cost three million crowns.",
    ),
]


@pytest.mark.parametrize(("left", "right", "kind", "mine", "yours"), CHANGED)
def test_one_change_in_other_words_is_found_with_its_words(left, right, kind, mine, yours, read):
    found = _conflicts(left, right, read)
    assert [each.kind for each in found] == [kind]
    words = {span.article: span.text for span in found[0].evidence}
    assert (words["a"], words["b"]) == (mine, yours)


@pytest.mark.parametrize(("left", "right", "kind", "mine", "yours"), CHANGED[::3])
def test_the_order_of_the_articles_changes_nothing(left, right, kind, mine, yours, read):
    assert [each.kind for each in _conflicts(right, left, read)] == [kind]


@pytest.mark.parametrize(("left", "right"), HARMLESS)
def test_what_can_stand_beside_the_other_is_no_conflict(left, right, read):
    assert _conflicts(left, right, read) == []


def test_the_pairs_of_the_file_are_found_as_often_as_before(read):
    found = sum(bool(_conflicts(*pair, read)) for pairs in REPORTS["conflict"].values() for pair in pairs)
    alarms = sum(bool(_conflicts(*pair, read)) for pairs in REPORTS["none"].values() for pair in pairs)
    assert found >= FOUND
    assert alarms <= FALSE_ALARMS


def _conflicts(one, other, read):
    corpus = read(one, other, days=(date(2024, 3, 12), date(2024, 3, 12)))
    findings = compare(match(corpus), corpus)
    return [each for each in findings if each.relation is Difference.CONFLICT]
