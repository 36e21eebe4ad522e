"""Blocks: what the journalist wrote, told apart from what the page put around it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.layout import split
from factcheck.model import BlockKind as K

PAGE = """ date 2021-03-04 Volunteers stack sandbags along the quay (REUTERS / Ana Lopez)

RIVERTON, Norway (AP) _ The river rose by two metres on Monday, the mayor said.

“We were lucky,” she told reporters.

Soldiers fill sandbags in the town of Riverton, March 3, 2021. REUTERS/Ana Lopez/File Photo
Soldiers fill sandbags in the town of Riverton, March 3, 2021. REUTERS/Ana Lopez/File Photo (ANA LOPEZ/)

The mayor with <a class=Deputy Olsen at the quay. Ana Lopez via REUTERS” height=”2000″ src=”https://x.org/a.jpg” />

(With information from EFE and AP)

KEEP READING:

The flood has reached the cathedral of Riverton

Why the dam did not hold

Source-www.example.org"""


def kinds(text):
    return [(block.kind, block.span.text) for block in split(text)]


def test_a_page_falls_into_its_blocks():
    """Every kind of block of a scraped page is told from the others."""
    caption = "Soldiers fill sandbags in the town of Riverton, March 3, 2021."
    assert kinds(PAGE) == [
        (K.METADATA, "date 2021-03-04"),
        (K.CAPTION, "Volunteers stack sandbags along the quay"),
        (K.CREDIT, "(REUTERS / Ana Lopez)"),
        (K.CREDIT, "RIVERTON, Norway (AP) _"),
        (K.PARAGRAPH, "The river rose by two metres on Monday, the mayor said."),
        (K.PARAGRAPH, "“We were lucky,” she told reporters."),
        (K.CAPTION, caption),
        (K.CREDIT, "REUTERS/Ana Lopez/File Photo"),
        (K.CAPTION, caption),
        (K.CREDIT, "REUTERS/Ana Lopez/File Photo (ANA LOPEZ/)"),
        (
            K.MARKUP,
            "The mayor with <a class=Deputy Olsen at the quay. Ana Lopez via REUTERS” height=”2000″ "
            "src=”https://x.org/a.jpg” />",
        ),
        (K.CREDIT, "(With information from EFE and AP)"),
        (K.RELATED, "KEEP READING:"),
        (K.RELATED, "The flood has reached the cathedral of Riverton"),
        (K.RELATED, "Why the dam did not hold"),
        (K.SOURCE, "Source-www.example.org"),
    ]


def test_the_second_copy_of_a_caption_names_the_first():
    """Word for word is a copy, whatever the punctuation."""
    blocks = split(PAGE)
    assert [(i, b.copy_of) for i, b in enumerate(blocks) if b.copy_of is not None] == [(8, 6)]


def test_a_caption_that_differs_in_a_word_is_no_copy():
    """ "The city of" and "the town of" both stay readable: the difference is a finding."""
    text = (
        "Soldiers rest in the city of Riverton. REUTERS/A. Roe\n\nSoldiers rest in the town of Riverton. REUTERS/A. Roe"
    )
    assert [b.copy_of for b in split(text) if b.kind is K.CAPTION] == [None, None]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Photo: Ana Lopez, AP", K.CREDIT),
        ("Ana Lopez | Getty Images", K.CREDIT),
        ("ANA LOPEZ, AFP/Getty Images", K.CREDIT),
        ("(Ana Lopez/Lehtikuva via AP)", K.CREDIT),
        ("Reuters", K.CREDIT),
        ("The Associated Press", K.CREDIT),
        ("By ANA LOPEZ, AP Diplomatic Writer", K.CREDIT),
        ("By and large the flood did no harm.", K.PARAGRAPH),
        ("Ana Lopez and John Roe contributed to this report.", K.CREDIT),
        ("(Reporting by Ana Lopez; Editing by John Roe)", K.CREDIT),
        ("Related content", K.RELATED),
        ("READ MORE: The dam that did not hold", K.RELATED),
        ("https://example.org/story", K.SOURCE),
        ("Sign up for our morning newsletter", K.METADATA),
        ("Copyright 2021 by The Courier. All rights reserved.", K.METADATA),
        ("Updated July 15, 2018 at 6:01 AM ET", K.METADATA),
        ("9:20 a.m.", K.METADATA),
        ("— Ana Lopez (@analopez) March 4, 2021", K.METADATA),
        ("___", K.METADATA),
        ("Advertisement", K.METADATA),
        ("Mayor orders two villages to be cleared", K.HEADLINE),
        ("MAYOR ORDERS TWO VILLAGES TO BE CLEARED", K.HEADLINE),
        ("He resigned.", K.PARAGRAPH),
        ("Injured: 4,877", K.HEADLINE),
        ("• The bridge is closed until Friday.", K.PARAGRAPH),
        ("<b>Two</b> people were hurt when the <a href='x'>bridge</a> fell.", K.PARAGRAPH),
        ("<div class='ad'></div><img src=\"a.jpg\"/>", K.MARKUP),
        ("The agency AP reported that Reuters was wrong.", K.PARAGRAPH),
        ("“Two bridges fell,” he told The Associated Press.", K.PARAGRAPH),
    ],
)
def test_a_line_alone(line, kind):
    """One line each of what news pages are made of."""
    assert [kind] == [k for k, _ in kinds(line)]


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        ("The quay at dawn. (AP Photo/Ana Lopez, file) less", "The quay at dawn.", "(AP Photo/Ana Lopez, file) less"),
        ("The quay at dawn.Ana Lopez / Reuters", "The quay at dawn.", "Ana Lopez / Reuters"),
        ("The quay in March 2021 (File photo)", "The quay in March 2021", "(File photo)"),
        (
            "Said Rep. Ann Roe (D-Calif.). | John Poe/Getty Images",
            "Said Rep. Ann Roe (D-Calif.).",
            "| John Poe/Getty Images",
        ),
        (
            "The mayor on the phone on March 4, 2021. Press Service of the City/Handout via REUTERS/File (PRESS SER/)",
            "The mayor on the phone on March 4, 2021.",
            "Press Service of the City/Handout via REUTERS/File (PRESS SER/)",
        ),
    ],
)
def test_the_credit_is_cut_off_a_caption(line, words, credit):
    """No word of a picture's credit stays in the prose."""
    assert kinds(line) == [(K.CAPTION, words), (K.CREDIT, credit)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Reporting by Ana Lopez in Riverton; editing by John Roe", K.CREDIT),
        ("With additional reporting by our own correspondents in Riverton.", K.CREDIT),
        ("With information from EFE, AFP and regional broadcasters", K.CREDIT),
        ("By Ana Lopez, our correspondent in Riverton", K.CREDIT),
        ("Writing in the journal River Science, two engineers call the dam safe.", K.PARAGRAPH),
        ("Writing in River Science, Ana Lopez said so too.", K.PARAGRAPH),
        ("With reports of new floods coming in, the mayor closed the bridge.", K.PARAGRAPH),
        ("Based on reports from three villages, the council doubled the sum.", K.PARAGRAPH),
        ("With agencies warning of hunger, the convoy left on Monday.", K.PARAGRAPH),
        ("Signed in 1994, the treaty has never been put to the test.", K.PARAGRAPH),
        ("Signed in as Ana Lopez", K.METADATA),
        ("Published by the ministry on Monday, the list has forty names.", K.PARAGRAPH),
        ("Published by: Ana Lopez", K.METADATA),
        ("Copyright law was changed in March.", K.PARAGRAPH),
        ("Loading of the second ship was stopped on Friday.", K.PARAGRAPH),
        ("Loading comments...", K.METADATA),
    ],
)
def test_a_sentence_that_begins_like_a_line_of_the_page(line, kind):
    """What follows tells a credit or a button from a sentence."""
    assert kinds(line) == [(kind, line)]


@pytest.mark.parametrize(
    "line", ["The group wants new rules (NATO).", "He spoke to Reuters and AFP.", "She met Ana Lopez. She left."]
)
def test_a_sentence_about_an_agency_is_no_credit(line):
    """Names at the end of a sentence belong to it."""
    assert kinds(line) == [(K.PARAGRAPH, line)]


def test_links_end_where_the_story_goes_on():
    """Behind the headlines of a list of links the text is prose again."""
    text = "Related content\n\nThe dam that did not hold\n\nThe river fell again on Tuesday, officials said."
    assert [k for k, _ in kinds(text)] == [K.RELATED, K.RELATED, K.PARAGRAPH]


def test_a_hard_wrapped_text_keeps_its_paragraphs():
    """Lines broken at a fixed width are read as the paragraphs that they were."""
    one = (
        "The river rose by two metres on Monday, the mayor of\nthe town said, and two villages on the lower bank were\n"
        "cleared by the army before the bridge was closed for\nall but rescue workers."
    )
    two = "Nobody was hurt, she said, although several hundred\nhouses are dark and a school was flooded\non Monday."
    assert [(K.PARAGRAPH, one), (K.PARAGRAPH, two)] == kinds(one + "\n\n" + two)


def test_scripts_are_markup_even_over_several_lines():
    """Nothing inside a script is prose."""
    blocks = kinds("The bridge is closed. <script>\nvar x = 1;</script> It opens on Friday.")
    assert [text for kind, text in blocks if kind.is_prose] == ["The bridge is closed.", "It opens on Friday."]


@pytest.mark.parametrize(
    "part", ["1", "July 5 2018 ", "{a:", "<a ", " ", "(AP Photo/Ana ", "By Abc ", "“", "AB, Cd ", "-"]
)
def test_a_strange_line_takes_no_time(part):
    """No pattern runs wild on a line that repeats what it looks for."""
    text = part * (60_000 // len(part)) + "x"
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 1


TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=300) | st.lists(
    st.sampled_from(
        [*PAGE.split("\n"), "<script>", "</a>", "\u202eabc", "\x00", "KEEP READING", "( / )", "“", '"', "”"]
    ),
    max_size=8,
).map("\n".join)


@given(TEXT)
def test_blocks_are_exact_and_cover_the_text(text):
    """Whatever the text: exact slices, in order, and only white space between them."""
    blocks, at = split(text, "x"), 0
    for block in blocks:
        assert text[block.span.start : block.span.end] == block.span.text
        assert block.span.text == block.span.text.strip() != ""
        assert not text[at : block.span.start].strip()
        at = block.span.end
    assert not text[at:].strip()


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("MAREVO, March 15, 2023 (AFP) - ", K.CREDIT),
        ("Lorento, Nov 24 (EFE).- ", K.CREDIT),
        ("3 July 2024 (PA) - ", K.CREDIT),
        ("Berlin (dpa) - ", K.CREDIT),
        ("Berlin, 2 December 2023 - ", K.METADATA),
        ("Madrid, Nov. 5 – ", K.METADATA),
    ],
)
def test_datelines_with_a_date_or_in_small_letters(head, kind):
    """However the place is written, a date or an agency behind it makes it a dateline."""
    first, second = split(head + "The river rose by two metres on Monday, the mayor said.")
    assert (first.kind, first.span.text) == (kind, head.strip())
    assert second.span.text.startswith("The river")


def test_a_place_and_a_name_in_brackets_before_a_sentence_are_a_dateline_whoever_is_named():
    first, second = split("San Olmo (CoastWire) -- The river rose by two metres on Monday, the mayor said.")
    assert (first.kind, first.span.text) == (K.CREDIT, "San Olmo (CoastWire) --")
    assert second.span.text.startswith("The river")
    (block,) = split("San Olmo (pop. 900) - it lies on the river - wants a new tower for its bells.")
    assert block.kind is K.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "Paris, Texas - a town of twenty thousand people - wants a new tower.",
        "Rome, 3 people - all of them tourists - were hurt in a fire there.",
        "In May 2022 - the month of the vote - he said that he would go.",
        "The chief (CEO) - a man of forty years - said that he would go.",
    ],
)
def test_no_datelines(line):
    """A dash early in a sentence makes no dateline."""
    (block,) = split(line)
    assert block.span.text == line


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("By Newsroom Staff (With information from Reuters)", K.CREDIT),
        ("Reuters and EFE", K.CREDIT),
        ("© AFP", K.CREDIT),
        ("dpa/hk", K.CREDIT),
        ("[Norland: why bread is so dear]", K.RELATED),
        ("[The minister later denied it.]", K.PARAGRAPH),
        ("Read also > In Tarvik, the young vote with their feet", K.RELATED),
        ("More football: Who is buying whom this summer?", K.RELATED),
        ("More information: how to protect a house against fire", K.RELATED),
        ("More deaths: the ministry told of eleven on Monday.", K.PARAGRAPH),
        ("Follow us on our social networks: https://example.org/follow", K.METADATA),
    ],
)
def test_lines_of_the_page(line, kind):
    """Who sent the text, and what else there is to read."""
    assert [block.kind for block in split(f"The river rose by two metres.\n\n{line}")][-1] is kind


def test_a_bare_agency_behind_a_caption():
    """Below the first paragraph it credits a picture; at the head of the text it may credit the text."""
    caption = "An ambulance in front of the hospital of Riverton (EFE)"
    kinds = [block.kind for block in split(f"The river rose by two metres.\n\n{caption}\n\nIt fell again.")]
    assert kinds == [K.PARAGRAPH, K.CAPTION, K.CREDIT, K.PARAGRAPH]
    assert next(block.kind for block in split(f"{caption}\n\nThe river rose.")) is K.HEADLINE
