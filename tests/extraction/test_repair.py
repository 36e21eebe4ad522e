"""Readings: damage repaired, every character with its place in the text as given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.layout import split
from factcheck.extraction.repair import repair
from factcheck.extraction.repair_words import Names, cuts
from factcheck.extraction.vocabulary import Vocabulary
from factcheck.model import Block, BlockKind
from factcheck.span import Span

# Another article of the set, which shows the names.
OTHER = ["Yesterday Olsen met Marta Kvist in Riverton. The mayor of Riverton, Kvist, thanked Olsen; Norway will pay."]


def read(text, *others):
    block = Block(BlockKind.PARAGRAPH, Span.of(text, 0, len(text), "x"))
    return repair(block, Names.of([[text], OTHER, *others]))


@pytest.mark.parametrize(
    ("damaged", "read_as"),
    [
        ("The mayor, Marta Kvistindicated that the dam holds.", "The mayor, Marta Kvist indicated that the dam holds."),
        ("Kvistrepresentative of the town, spoke first.", "Kvist, representative of the town, spoke first."),
        (
            "The minister, Jon Olsenquoted in a statement, agreed.",
            "The minister, Jon Olsen, quoted in a statement, agreed.",
        ),
        ("The deal with Norwayannounced days ago is off.", "The deal with Norway, announced days ago is off."),
        ("NorwayRiverton’s neighbour, will pay.", "Norway, Riverton’s neighbour, will pay."),
        ("Olsensaid he would resign.", "Olsen said he would resign."),
        ("The town tries to negotiateoffering to pay.", "The town tries to negotiate, offering to pay."),
        ("The end ofthe dam is near.", "The end of the dam is near."),
        ("The soldiersarrived at dawn.", "The soldiers arrived at dawn."),
        ("The mayor'sdecision was final.", "The mayor's decision was final."),
        ("It is over.The dam holds.", "It is over. The dam holds."),
        ("“The dam holds”the press service said.", "“The dam holds”, the press service said."),
        ("“The dam holds”Olsen said.", "“The dam holds”, Olsen said."),
        ("“The dam holds,”Olsen said.", "“The dam holds,” Olsen said."),
        ("The “special dam”in Riverton holds.", "The “special dam” in Riverton holds."),
        ('The "dam"in Riverton.', 'The "dam" in Riverton.'),
        ("He said“no” to it.", "He said “no” to it."),
        ("in the country. the norwegian mayor left.", "in the country. The Norwegian mayor left."),
        ("Troops left kyiv on Monday.", "Troops left Kyiv on Monday."),
        ("â€œItâ€™s overâ€\x9d, she said.", "“It’s over”, she said."),
        ("CafÃ© owners &amp; guests&nbsp;left.", "Café owners & guests left."),
        ("Two\u00a0people  were\u200b hurt\x00.", "Two people were hurt."),
        ("• Two people were hurt.", "Two people were hurt."),
        ("Two <b>people</b> were<br/>hurt.", "Two people were hurt."),
    ],
)
def test_damage_is_repaired(damaged, read_as):
    """One kind of damage each."""
    assert read_as == read(damaged).text


@pytest.mark.parametrize(
    "sound",
    [
        "Schoolteachers, lawmakers and whistleblowers met in Hammerfest.",
        "McKinley, DeVos and Fitzgerald left YouTube and PolitiFact.",
        "Cybersecurity and the counteroffensive worried Sunderland.",
        "Mr. Manning, Mr. Keating and Mrs. Pickering declined to comment.",
        "Lukashenko, Stoltenberg, Zelensky and Zaporizhzhia.",
        "Visit www.example.org/theend or write to info@example.org.",
        "The U.S. officials said approx. five people came.",
        "“Why not?” he asked, and “so what” she said.",
        'He quoted "the dam" and left.',
        "polish the shoes, said the turkey",
    ],
)
def test_what_is_sound_stays_as_it_is(sound):
    """Names, rare words, compounds and addresses are not read apart."""
    assert sound == read(sound).text


def test_a_beginning_that_goes_on_twice_is_a_name():
    """A name that is never seen alone is known by the two words glued to it."""
    one, two = "Next, Stoltenbakkcalled on the town to pay.", "Then Stoltenbakkasked the town to pay."
    assert read(one, [two]).text == "Next, Stoltenbakk called on the town to pay."


def test_a_word_of_two_articles_is_a_word():
    """What several articles write alike is not glued."""
    text = "They negotiateoffering to pay."
    assert text != read(text).text
    assert text == read(text, [text]).text


def test_a_span_of_a_reading_is_the_exact_slice():
    """One character may stand for several, and one that was put in for none."""
    text = "Itâ€™s Kvistindicated"
    reading = read(text)
    assert reading.text == "It’s Kvist indicated"
    assert [reading.original(a, b, text).text for a, b in ((0, 3), (5, 10), (10, 11), (11, 20), (9, 12))] == [
        "Itâ€™",
        "Kvist",
        "",
        "indicated",
        "ti",
    ]


def test_the_vocabulary_knows_its_groups():
    """Common words are frequent ones and more."""
    words = Vocabulary.load()
    assert words.frequent < words.common < words.known
    assert "announced" in words.frequent and "counteroffensive" in words.known - words.common


def test_cuts_are_in_order():
    """Two glued words of one block are both found."""
    text = "The mayor'sdecision and Kvistindicated it."
    assert [cut.offset for cut in cuts(text, Names.of([[text], OTHER]))] == [11, 29]


TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=200) | st.lists(
    st.sampled_from(
        [
            "Kvistindicated",
            "ofthe",
            "â€œ",
            "â€™",
            "Ã©",
            "&amp;",
            "&#0;",
            "&lt;",
            "<b>",
            "<br/>",
            "”the",
            '"',
            " ",
            "\u200b",
            "\x00",
            "olsen",
            "ß",
            "ŉ",
            "İ",
            ". the end ",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@given(TEXT)
def test_readings_lead_back_to_the_text(text):
    """Whatever the text: origins never fall, stay inside, and every span is an exact slice."""
    for block in split(text, "x"):
        reading = repair(block, Names.of([[block.span.text]]))
        origins = reading.origins
        assert len(reading.text) + 1 == len(origins)
        assert len(reading.ends) in (0, len(reading.text))
        assert list(origins) == sorted(origins)
        assert block.span.start <= origins[0] and origins[-1] == block.span.end
        for index in range(len(reading.text)):
            span = reading.original(index, index + 1, text)
            assert text[span.start : span.end] == span.text


@given(st.text(st.sampled_from("abcdeABC .,”“'’\n"), max_size=120))
def test_letters_keep_their_order(text):
    """A repair puts blanks and commas in and capitals right; it never loses or moves a letter."""
    block = Block(BlockKind.PARAGRAPH, Span.of(text, 0, len(text)))
    reading = repair(block, Names.of([[text]]))
    assert [c for c in text.casefold() if c.isalpha()] == [c for c in reading.text.casefold() if c.isalpha()]


@pytest.mark.parametrize(
    ("damaged", "read_as"),
    [
        ("Three of them voted against it, the bankreported.", "Three of them voted against it, the bank reported."),
        ("“It was easy,” Olsteintold the paper.", "“It was easy,” Olstein told the paper."),
        ("The gang, called GreyHeron, asked for money.", "The gang, called Grey Heron, asked for money."),
    ],
)
def test_a_verb_of_saying_glued_to_its_speaker(damaged, read_as):
    """A common noun, a name that is spelt so here only, and a name that stands in two words elsewhere."""
    assert read(damaged, ["They belong to a group known as Grey Heron."]).text == read_as


@pytest.mark.parametrize("text", ["Mr Olsteintold was there.", "The resaid words.", "A gang called BlueHeron."])
def test_what_is_in_doubt_stays_together(text):
    """An unknown name in no place for a speaker, a prefix, a name that is written so only."""
    assert read(text).text == text
