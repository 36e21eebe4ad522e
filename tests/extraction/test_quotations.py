"""Quotation marks: what stands inside them, also where marks are missing, mixed or reversed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extraction.quotations import find_quotations
from factcheck.model import Article, Document, Reading


def document_of(*paragraphs):
    """A document whose readings are the paragraphs as they are."""
    readings, start = {}, 0
    for index, text in enumerate(paragraphs):
        readings[index] = Reading(text, tuple(range(start, start + len(text) + 1)), "a")
        start += len(text) + 1
    return Document(Article("a", "\n".join(paragraphs)), (), readings, {})


def inside(*paragraphs):
    """The text of each quotation, its parts joined by " / "."""
    document = document_of(*paragraphs)
    return [
        " / ".join(document.readings[block].text[start:end] for block, start, end in quotation.parts)
        for quotation in find_quotations(document)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The bridge is safe,” she said.", ["The bridge is safe,"]),
        ('"The bridge is safe," she said. "Go."', ["The bridge is safe,", "Go."]),
        ("”The bridge is safe,” she said.", ["The bridge is safe,"]),
        ("“The bridge is safe,“ she said.", ["The bridge is safe,"]),
        ("«The bridge is safe», she said.", ["The bridge is safe"]),
        ("„The bridge is safe“, she said.", ["The bridge is safe"]),
        ("“The bridge is safe”she said.", ["The bridge is safe"]),
        ("She said“the bridge is safe” and left.", ["the bridge is safe"]),
        ("She called it “a shame” and “a scandal”.", ["a shame", "a scandal"]),
        ("''The bridge is safe,'' she said.", ["The bridge is safe,"]),
        ('""The bridge is safe," she said. ""Go.""', ["The bridge is safe,", "Go."]),
        ('She wrote "". "Go," she said.', ["Go,"]),
        ("``The bridge is safe,'' she said.", ["The bridge is safe,"]),
        ("No marks at all.", []),
        ("“The bridge is safe. She left the room.", ["The bridge is safe."]),
        ("“One. “Two,” she said.", ["One.", "Two,"]),
        ("“He shouted “Stop” twice,” she said.", ["He shouted “Stop"]),
        ('A 6" pipe broke.', []),
        ("“”", []),
    ],
)  # fmt: skip
def test_what_stands_inside(text, expected):
    assert inside(text) == expected


def test_a_quotation_runs_on_where_the_next_paragraph_opens_with_a_mark():
    assert inside("She wrote: “The bridge is safe.", "“The tunnel is not.”", "Nobody came.") == [
        "The bridge is safe. / The tunnel is not."
    ]


def test_a_quotation_that_nothing_closes_ends_with_its_sentence():
    assert inside("She said: “The bridge is safe. The rest is ours", "Nobody came.") == ["The bridge is safe."]


@given(st.lists(st.text(alphabet="ab .,\"“”„«»'\n", max_size=40), min_size=1, max_size=4))
def test_parts_lie_in_order_inside_their_paragraphs(paragraphs):
    document = document_of(*paragraphs)
    for quotation in find_quotations(document):
        assert quotation.parts
        for block, start, end in quotation.parts:
            assert 0 <= start <= end <= len(document.readings[block].text)
        assert quotation.opens <= quotation.parts[0][1]
