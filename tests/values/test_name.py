"""Names: what makes two of them one, and what keeps them apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.values.name import compare_names

SAME = [
    ("Volodymyr Zelensky", "Volodimir Zelensky", "person"),  # transliteration
    ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj", "person"),
    ("Viktor Tumar", "Victor Tumar", "person"),
    ("Oleksandr Lysenko", "Aleksandr Lysenko", "person"),
    ("Dmytro Hrytsenko", "Dmitry Gritsenko", "person"),
    ("Khalid al-Rashidi", "Khaled el-Rashidi", "person"),
    ("Zhang Wei-min", "Zhang Weimin", "person"),
    ("A. Lukashenko", "Alexander Lukashenko", "person"),  # initials
    ("J.-P. Moreau", "Jean-Pierre Moreau", "person"),
    ("Mr. Peter Hallam", "Peter Hallam", "person"),  # titles
    ("Gen. Jens Brandt", "Jens Brandt", "person"),
    ("Bob Whitfield", "Robert Whitfield", "person"),  # nicknames
    ("Whitfield, Robert", "Robert Whitfield", "person"),  # order
    ("petra lindqvist", "Petra Lindqvist", "person"),  # case
    ("PetraLindqvist", "Petra Lindqvist", "person"),  # glued
    ("Müller", "Jürgen Mueller", "person"),  # last name alone
    ("Владимир Иванов", "Vladimir Ivanov", "person"),  # another script
    ("Nordwind Aktiengesellschaft", "Nordwind AG", "organisation"),  # legal forms
    ("Baltic Timber Ltd.", "Baltic Timber Limited", "organisation"),
    ("OOO Severny Les", "Severny Les", "organisation"),
    ("Brigade Forty-Four", "Brigade 44", "organisation"),  # numbers
    ("1st Harbour Bank", "First Harbor Bank", "organisation"),
    ("NATO", "North Atlantic Treaty Organization", "organisation"),  # acronyms
    ("U.N.", "United Nations", "organisation"),
    ("USFS", "US Forest Service", "organisation"),
    ("Kyiv", "Kiev", "place"),  # places
    ("kyiv", "Kyiv", ""),
    ("Britain", "United Kingdom", "place"),
]

DIFFERENT = [
    ("Viktor Tumar", "Vladislav Tumar", "person"),  # one last name, two people
    ("Maria Orlova", "Marina Orlova", "person"),
    ("Oleg Baranenko", "Olga Baranenko", "person"),
    ("Peter Hallam", "Peter Brandt", "person"),  # a first name is no evidence
    ("Nadia", "Nadia Brandt", "person"),
    ("Robert Whitfield Jr.", "Robert Whitfield Sr.", "person"),  # generations
    ("B. Lukashenko", "Alexander Lukashenko", "person"),
    ("Hans J. Keller", "Hans B. Keller", "person"),
    ("Karim bin Yusuf al-Hadi", "Yusuf bin Karim al-Hadi", "person"),  # father and son
    ("Oleksandr Bondar", "Ihor Oleksandrovych Bondar", "person"),  # a patronymic is the father's name
    ("Nordwind AG", "Sudwind AG", "organisation"),
    ("Harbour Bank", "Harbour Foundation Trust for Children", "organisation"),
    ("Brigade 44", "Brigade 45", "organisation"),
    ("ANO Severny Les", "Severny Les OOO", "organisation"),
    ("Bank of Chad", "Bank of China", "organisation"),
    ("Belarus", "Ukraine", "place"),
    ("Niger", "Nigeria", "place"),
    ("", "Peter Hallam", ""),
]


@pytest.mark.parametrize(("left", "right", "kind"), SAME)
def test_one_and_the_same(left: str, right: str, kind: str) -> None:
    match = compare_names(left, right, kind)
    assert match.same, match
    assert match.score > 0.5
    assert match.relation != "different"


@pytest.mark.parametrize(("left", "right", "kind"), DIFFERENT)
def test_two_of_them(left: str, right: str, kind: str) -> None:
    match = compare_names(left, right, kind)
    assert not match.same, match
    assert match.relation == "different"


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        ("Jens Brandt", "JENS BRANDT", "equal"),
        ("Brandt, Jens Olaf", "Olaf Jens Brandt", "equal"),
        ("Volodymyr Shevchuk", "Volodymyr Shewtschuk", "spelling"),
        ("Bill Harker", "William Harker", "form"),
        ("Harker", "William Harker", "partial"),
        ("European Union", "EU", "place"),
        ("IMF", "International Monetary Fund", "acronym"),
        ("Belarus", "Belarusians", "people"),
        ("Belarus", "Poland", "different"),
        ("Jens Brandt", "Petra Lindqvist", "different"),
    ],
)
def test_the_relation_says_how(left: str, right: str, relation: str) -> None:
    assert compare_names(left, right).relation == relation


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("Harker", "William Harker", "william"),
        ("Viktor Tumar", "Vladislav Tumar", "vladislav"),
        ("Robert Whitfield Jr.", "Robert Whitfield Sr.", "generations"),
        ("Harbour Bank of Trondheim", "Harbour Bank", "trondheim"),
    ],
)
def test_the_reason_names_what_decided(left: str, right: str, words: str) -> None:
    assert words in compare_names(left, right).reason


def test_legal_forms_are_no_part_of_a_person() -> None:
    assert compare_names("Karl Ag", "Karl Ag", "person").same
    assert not compare_names("Karl Ag", "Karl Berger", "person").same


def test_names_without_letters_are_one_only_where_they_are_equal() -> None:
    assert compare_names("—", "—").same
    assert not compare_names("—", "?").same


PIECES = [
    "Viktor",
    "Tumar",
    "al-",
    "Bank",
    "of",
    "Jr.",
    "AG",
    "44",
    "U.S.",
    "Кузнецов",
    "von",
    "Li",
    "Belarus",
    ",",
    "-",
]
NAMES = st.one_of(st.text(max_size=30), st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join))


@given(NAMES, NAMES, st.sampled_from(["person", "organisation", "place", ""]))
@settings(max_examples=300)
def test_any_two_strings_compare_and_the_order_does_not_matter(left: str, right: str, kind: str) -> None:
    match = compare_names(left, right, kind)
    assert 0.0 <= match.score <= 1.0
    assert match == compare_names(right, left, kind)
    assert match.same == (match.relation != "different")


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert compare_names(name, name).same or not name.strip()
