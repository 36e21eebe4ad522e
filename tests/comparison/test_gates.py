"""What stands between a difference and a conflict: the same event, the same role, the same speaker."""

from datetime import date

import attrs
import pytest
from desk import Desk

from factcheck.comparison import EACH_WITH_EACH, compare
from factcheck.config import Settings
from factcheck.model import Between, ClaimKind, Difference, EntityType, Fact, Kind, Modality, Pair


def found(desk: Desk, kind: Kind):
    return [finding for finding in compare([desk.fact()], desk.corpus()) if finding.kind is kind]


def blast(desk: Desk, article: str, number: int, governor: str = "kill", role: str = "patient"):
    text = f"The blast at the northern depot killed {number} dockers, the harbor office said"
    claim = desk.claim(article, text, predicate=("killed", "kill"), agent="blast")
    count = desk.count(article, f"{number}", number, "docker", governor, role)
    desk.claims[-1] = attrs.evolve(claim, quantities=(count,))


# --------------------------------------------------------------------------------------------------------- quantities


def test_a_count_of_the_same_thing_under_the_same_verb_is_a_conflict_of_high_severity():
    desk = Desk()
    blast(desk, "a", 12)
    blast(desk, "b", 15)
    (finding,) = found(desk, Kind.QUANTITY)
    assert (finding.relation, finding.severity.value, finding.between) == (Difference.CONFLICT, "high", Between.OUTLETS)
    assert [span.text for span in finding.evidence] == ["12", "15"]
    assert finding.explanation == "They differ in the amount: The A Post has “12”, The B Post has “15”."


@pytest.mark.parametrize(
    ("first", "second", "is_update"),
    [
        (date(2021, 3, 1), date(2021, 3, 2), True),
        (date(2021, 3, 2), date(2021, 3, 1), False),
        (date(2021, 3, 1), date(2021, 3, 1), False),
        (date(2021, 3, 1), None, False),
    ],
)
def test_a_later_and_higher_toll_is_an_update(first, second, is_update):
    desk = Desk({key: day for key, day in (("a", first), ("b", second)) if day})
    blast(desk, "a", 12)
    blast(desk, "b", 17)
    (finding,) = found(desk, Kind.QUANTITY)
    assert finding.is_update is is_update
    assert finding.relation is (Difference.REFINEMENT if is_update else Difference.CONFLICT)
    if is_update:
        assert "between the days of publication" in finding.explanation


def test_how_many_did_another_thing_is_another_count():
    desk = Desk()
    blast(desk, "a", 12, "hurt", "agent")
    blast(desk, "b", 15, "praise", "agent")
    assert found(desk, Kind.QUANTITY) == []


# ---------------------------------------------------------------------------------------------------------- attribution


def promise(desk: Desk, article: str, speaker: str, words: str = "we will open the gates before the winter"):
    desk.claim(article, f"{speaker} said: “{words}”", kind=ClaimKind.QUOTED, holder=speaker, quoted=words)


def test_the_same_words_in_another_mouth_are_a_conflict_of_attribution():
    desk = Desk()
    promise(desk, "a", "Ines Carrow")
    promise(desk, "b", "Paul Dreve")
    (finding,) = found(desk, Kind.ATTRIBUTION)
    assert finding.relation is Difference.CONFLICT
    assert [span.text for span in finding.evidence] == ["Ines Carrow", "Paul Dreve"]


@pytest.mark.parametrize("speaker", ["He", "Ines Carrow"])
def test_an_unresolved_pronoun_may_be_the_same_speaker(speaker):
    desk = Desk()
    promise(desk, "a", "Ines Carrow")
    promise(desk, "b", speaker)
    assert found(desk, Kind.ATTRIBUTION) == []


def test_other_words_of_another_speaker_are_no_conflict_of_attribution():
    desk = Desk()
    promise(desk, "a", "Ines Carrow")
    promise(desk, "b", "Paul Dreve", "nobody has asked the men of the harbor")
    assert found(desk, Kind.ATTRIBUTION) == []


def test_two_people_who_say_almost_the_same_are_not_misquoted():
    desk = Desk()
    promise(desk, "a", "Ines Carrow", "we will open the gates of the harbor before the winter comes")
    promise(desk, "b", "Paul Dreve", "we will shut the gates of the harbor before the winter comes")
    assert found(desk, Kind.QUOTE) == []


def test_short_words_of_one_speaker_are_held_against_each_other():
    desk = Desk()
    promise(desk, "a", "Ines Carrow", "utterly reckless")
    promise(desk, "b", "Ines Carrow", "wholly reckless")
    (finding,) = found(desk, Kind.QUOTE)
    assert [span.text for span in finding.evidence] == ["utterly reckless", "wholly reckless"]


def test_short_words_of_unknown_speakers_are_not():
    desk = Desk()
    desk.claim("a", "They called it “utterly reckless”", quoted="utterly reckless")
    desk.claim("b", "It was called “wholly reckless”", quoted="wholly reckless")
    assert found(desk, Kind.QUOTE) == []


def test_what_one_speech_repeats_on_purpose_is_no_difference():
    desk = Desk()
    promise(desk, "a", "Ines Carrow", "we will open the gates of the harbor before the winter comes")
    promise(desk, "a", "Ines Carrow", "we will open the doors of the harbor before the winter comes")
    assert found(desk, Kind.QUOTE) == []


# --------------------------------------------------------------------------------------------------- polarity, modality


def vote(desk: Desk, article: str, **fields):
    text = f"{fields.get('agent', 'Carrow')} supported the new levy for harbor dues in parliament"
    fields = {"predicate": ("supported", "support"), "agent": "Carrow", "patient": "levy", **fields}
    return desk.claim(article, text + (" indeed" if article == "b" else ""), **fields)


def test_did_and_did_not_conflict():
    desk = Desk()
    vote(desk, "a")
    vote(desk, "b", is_negated=True)
    (finding,) = found(desk, Kind.POLARITY)
    assert (finding.relation, finding.severity.value) == (Difference.CONFLICT, "high")


@pytest.mark.parametrize(
    "fields",
    [
        {"agent": "Dreve"},
        {"patient": "parliament"},
        {"modality": Modality.POSSIBLE},
        {"predicate": ("levy", "levy")},
    ],
)
def test_another_agent_patient_deed_or_firmness_is_no_denial(fields):
    desk = Desk()
    vote(desk, "a")
    vote(desk, "b", is_negated=True, **fields)
    assert found(desk, Kind.POLARITY) == []


def test_what_one_speaker_denies_of_another_is_a_dispute_between_speakers():
    desk = Desk()
    first = desk.claim("a", "the islanders plan raids against Ostan soon", holder="Ostan", predicate=("plan", "plan"))
    second = desk.claim(
        "b", "nobody plans raids against Ostan ever", holder="nobody", predicate=("plans", "plan"), is_negated=True
    )
    names = [desk.name("a", "Ostan", EntityType.PLACE), desk.name("b", "Ostan", EntityType.PLACE)]
    desk.claims = [
        attrs.evolve(first, mentions=(names[0].id,), holder=attrs.evolve(first.holder, entity="e-Carrow")),
        attrs.evolve(second, mentions=(names[1].id,), holder=attrs.evolve(second.holder, entity="e-Dreve")),
    ]
    desk.name("a", "plan", entity="e-Carrow")
    desk.name("b", "plans", entity="e-Dreve")
    (finding,) = found(desk, Kind.POLARITY)
    assert finding.between is Between.SPEAKERS
    assert "The A Post" in finding.explanation


def test_planned_and_done_is_a_refinement():
    desk = Desk()
    vote(desk, "a")
    vote(desk, "b", modality=Modality.PLANNED)
    (finding,) = found(desk, Kind.MODALITY)
    assert finding.relation is Difference.REFINEMENT
    assert finding.values == ("asserted", "planned")


# ----------------------------------------------------------------------------------------------- names, places, offices


def prize(desk: Desk, article: str, winner: str, place: str = "Lund"):
    desk.claim(
        article,
        f"{winner} won the golden chemistry medal of the northern academy in {place}" + " again" * (article == "b"),
        predicate=("won", "win"),
        agent=winner,
        patient="medal",
        **{"in": place},
    )


def test_another_person_in_the_same_role_is_a_conflict():
    desk = Desk()
    prize(desk, "a", "Anna Lindqvist")
    prize(desk, "b", "Maria Kovacs")
    (finding,) = found(desk, Kind.NAME)
    assert (finding.relation, finding.severity.value) == (Difference.CONFLICT, "high")


def test_another_place_of_the_same_event_is_a_conflict():
    desk = Desk()
    prize(desk, "a", "Anna Lindqvist", "Geneva")
    prize(desk, "b", "Anna Lindqvist", "Vienna")
    (finding,) = found(desk, Kind.PLACE)
    assert [span.text for span in finding.evidence] == ["Geneva", "Vienna"]


def test_a_place_inside_the_other_is_none():
    desk = Desk()
    prize(desk, "a", "Anna Lindqvist", "Paris")
    prize(desk, "b", "Anna Lindqvist", "France")
    assert found(desk, Kind.PLACE) == []


def identity(desk: Desk, article: str, name: str, role: str):
    claim = desk.claim(article, f"{name}, {role}", kind=ClaimKind.IDENTITY)
    mention = desk.name(article, name, entity="e-one", role=role, role_span=desk.span(article, role))
    desk.claims[-1] = attrs.evolve(claim, mentions=(mention.id,))


def test_two_offices_of_one_person_can_both_hold():
    desk = Desk()
    identity(desk, "a", "Viktor Tomas", "deputy commander of the coast guard")
    identity(desk, "b", "Victor Tomas", "spokesman for the coast guard")
    (role,) = found(desk, Kind.ROLE)
    (name,) = found(desk, Kind.NAME)
    assert {role.relation, name.relation} == {Difference.REFINEMENT}
    assert name.values == ("Viktor Tomas", "Victor Tomas")


def test_a_spelling_is_told_once():
    desk = Desk()
    identity(desk, "a", "Viktor Tomas", "deputy commander")
    identity(desk, "b", "Victor Tomas", "deputy commander")
    vote(desk, "a")
    vote(desk, "b", agent="levy")
    (one, two, three, four) = desk.claims
    desk.claims[2] = attrs.evolve(three, mentions=one.mentions)
    desk.claims[3] = attrs.evolve(four, mentions=two.mentions)
    assert len([finding for finding in found(desk, Kind.NAME) if finding.between is Between.OUTLETS]) == 1


# --------------------------------------------------------------------------------------------------------------- facts


def test_a_large_fact_is_compared_along_the_pairs_of_the_matcher():
    desk = Desk()
    for number in range(EACH_WITH_EACH):
        desk.claim("a", f"Nothing new was heard on day {number} of the talks")
    blast(desk, "a", 12)
    blast(desk, "b", 15)
    left, right = desk.claims[-2:]
    fact = attrs.evolve(desk.fact(), pairs=(Pair(right.id, left.id, 0.9),))
    assert [finding.kind for finding in compare([fact], desk.corpus())] == [Kind.QUANTITY]


def test_long_quotations_find_each_other_across_facts():
    desk = Desk()
    words = "we will open the gates of the harbor before the winter comes to the coast"
    promise(desk, "a", "Ines Carrow", words)
    promise(desk, "b", "Ines Carrow", words.replace("winter", "summer"))
    facts = [Fact("f1", (desk.claims[0].id,), "x"), Fact("f2", (desk.claims[1].id,), "y")]
    (finding,) = compare(facts, desk.corpus())
    assert (finding.kind, finding.fact) == (Kind.QUOTE, "f1")
    assert compare([], desk.corpus()) == ()


def test_many_outlets_with_the_same_words_differ_from_another_once():
    desk = Desk()
    for article in "abcd":
        blast(desk, article, 12)
    blast(desk, "e", 15)
    (finding,) = found(desk, Kind.QUANTITY)
    assert len(finding.evidence) == len(finding.claims) == 5
    assert "The A Post, The B Post, The C Post and The D Post have “12”, The E Post has “15”" in finding.explanation


def test_outlets_with_the_same_words_are_one_side_of_one_finding():
    desk = Desk()
    for article in "ab":
        blast(desk, article, 12)
    blast(desk, "c", 15)
    (finding,) = found(desk, Kind.QUANTITY)
    assert [(side.words, side.articles) for side in finding.sides] == [("12", ("a", "b")), ("15", ("c",))]
    assert [span.article for span in finding.evidence] == ["a", "b", "c"]
    assert finding.opposed == (("c0", "c2"), ("c1", "c2"))


def test_an_unresolved_pronoun_is_no_other_agent(find):
    days = (date(2024, 3, 12), date(2024, 3, 12))
    (finding,) = find(
        "The yard, Norbau, said it would halt all work on the frigate until Friday.",
        "Norbau, which owns the yard, will halt all work on the frigate until Sunday.",
        days=days,
    )
    assert (finding.kind, finding.relation) == (Kind.TIME, Difference.CONFLICT)
    assert [span.text for span in finding.evidence] == ["Friday", "Sunday"]


def test_what_is_less_sure_than_asked_for_is_left_out(read):
    corpus = read("The council of Oruva closed the old bridge in 1993.", "The council of Oruva closed the old bridge.")
    fact = Fact("f", tuple(corpus.claims), "")
    (finding,) = compare([fact], corpus)
    assert compare([fact], corpus, Settings(min_confidence=finding.score)) == (finding,)
    assert compare([fact], corpus, Settings(min_confidence=0.8)) == ()
