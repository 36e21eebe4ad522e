"""The parts under comparing names: sounds, words, places, acronyms, the alignment."""

import pytest

from factcheck.lexicon import load
from factcheck.values.name_acronym import is_acronym_of
from factcheck.values.name_align import align, compare_words, is_given_name, is_patronymic
from factcheck.values.name_places import country_of, is_surely_place, look_up, place_of
from factcheck.values.name_sound import skeleton, sound
from factcheck.values.name_tokens import fold, number, parse_name, word


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("zelenskyy", "zelenskiy"),
        ("chaikin", "tchaikin"),
        ("schevchenko", "shevchenko"),
        ("wiktor", "viktor"),
        ("kossyk", "kosik"),
        ("nazarbayev", "nazarbaev"),
        ("tsikhanouski", "tikhanovsky"),
        ("philipp", "filip"),
        ("youssouf", "yusuf"),
    ],
)
def test_conventions_of_spelling_sound_alike(left: str, right: str) -> None:
    assert sound(left) == sound(right)


def test_a_skeleton_keeps_consonants_in_classes() -> None:
    assert skeleton("selenskyj") == skeleton("zelensky")
    assert skeleton("qadhafi") == skeleton("gaddafi")
    assert skeleton("tumar") != skeleton("tukan")
    assert skeleton("orlov")[0] == "a"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The O'Hara Bank's", ["the", "ohara", "bank"]),
        ("Jean-Luc Picot", ["jean", "luc", "picot"]),
        ("J.R.R. Tarvin", ["jrr", "tarvin"]),
        ("Sgt. Ivo Brandt", ["ivo", "brandt"]),
        ("Brandt, Ivo", ["ivo", "brandt"]),
        ("Ivo Brandt III", ["ivo", "brandt"]),
        ("Dr. Ivo Brandt, MD", ["ivo", "brandt"]),
        ("Justice Department", ["justice", "department"]),
        ("Staff Nadia Brandt", ["nadia", "brandt"]),
        ("General Staff", ["general", "staff"]),
        ("President", ["president"]),
        ("Åse Løvås", ["ase", "lovas"]),
        ("Nordwind GmbH & Co. KG", ["nordwind"]),
        ("Brigade Thirty Two", ["brigade", "32"]),
        ("Int'l Monetary Office", ["international", "monetary", "office"]),
        ("", []),
    ],
)
def test_a_name_is_taken_apart(text: str, words: list[str]) -> None:
    assert [w.text for w in parse_name(text).words] == words


def test_what_is_no_word_of_the_name_is_kept_beside_it() -> None:
    name = parse_name("Gen. Ivo Brandt Jr.")
    assert (name.titles, name.generation) == (("gen",), "jr")
    assert parse_name("Nordwind AG").form == "ag"
    assert parse_name("Nordwind AG", True).form == ""
    assert parse_name("Nordwind AG").is_organisation
    assert not parse_name("Ivo Brandt").is_organisation


def test_a_legal_form_alone_is_a_name() -> None:
    assert parse_name("Limited").folded == "limited"


@pytest.mark.parametrize(
    ("text", "value"),
    [("44", 44), ("twelve", 12), ("third", 3), ("22nd", 22), ("viii", 8), ("v", None), ("xi", None), ("abc", None)],
)
def test_numbers_in_names(text: str, value: int | None) -> None:
    assert number(text) == value


def test_digits_without_end_are_cut() -> None:
    assert number("9" * 400) == int("9" * 18)


def test_other_scripts_become_ascii() -> None:
    assert fold("Đoković Ивановъ 東京").isascii()


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("NATO", "North Atlantic Treaty Organization", True),
        ("MoD", "Ministry of Defence", True),
        ("MD", "Ministry of Defence", True),
        ("USFS", "US Forest Service", True),
        ("the FDA", "Food and Drug Administration", False),
        ("FDA", "Food and Drug Administration", True),
        ("FDA", "Food and Drink", False),
        ("GOP", "Republican Party", True),
        ("F", "Food and Drug Administration", False),
        ("Brandt", "Ivo Brandt", False),
        ("FDA", "Federal", False),
        ("US", "US Senate", False),
    ],
)
def test_acronyms(short: str, long: str, expected: bool) -> None:
    assert is_acronym_of(parse_name(short), parse_name(long)) == expected


def test_places_go_by_several_names() -> None:
    assert place_of("the Netherlands") == place_of("Holland") == "Netherlands"
    assert place_of("kiev") == "Kyiv"
    assert place_of("Ukrainian") == ""
    assert look_up("Ukrainians").how == "demonym"  # type: ignore[union-attr]
    assert look_up("Atlantis") is None


@pytest.mark.parametrize(
    ("text", "country"),
    [("Minsk", "Belarus"), ("Belarusian", "Belarus"), ("kiev", "Ukraine"), ("Lviv", ""), ("Atlantis", "")],
)
def test_capitals_and_peoples_point_to_a_country(text: str, country: str) -> None:
    assert country_of(text) == country


def test_what_people_are_called_too_is_no_sure_place() -> None:
    assert is_surely_place("Minsk")
    assert is_surely_place("Belarus")
    assert not is_surely_place("Jordan")
    assert not is_surely_place("Brandt")
    assert not is_surely_place("Belarusian")


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("bob", "robert", "form"),
        ("v", "viktor", "initial"),
        ("v", "wiktor", "initial"),
        ("44", "44", "equal"),
        ("russia", "russian", "form"),
        ("tumar", "tumer", "spelling"),
        ("maria", "marina", ""),
        ("chad", "china", ""),
        ("x", "viktor", ""),
        ("44", "45", ""),
        ("petrovich", "petrov", ""),
    ],
)
def test_two_words(left: str, right: str, how: str) -> None:
    score, found = compare_words(word(left), word(right))
    assert (found if score > 0.6 else "") == how


def test_given_names_and_patronymics_are_known() -> None:
    assert is_given_name(word("viktor"))
    assert not is_given_name(word("lindqvist"))
    assert is_patronymic("oleksandrovych")
    assert not is_patronymic("ovich")


def test_one_word_may_stand_for_two() -> None:
    (first, second) = sorted(align(parse_name("Kim Jong-nam"), parse_name("Kim Jongnam")), key=lambda m: m.left)
    assert (first.how, second.how) == ("equal", "joined")
    assert (second.left, second.right) == ((1, 2), (1,))


def test_no_given_name_is_listed_twice() -> None:
    given = load("nicknames")["given"]
    grouped = {name for key in ("short", "forms") for group in load("nicknames")[key] for name in group}
    assert len(given) == len(set(given))
    assert not grouped & set(given)
