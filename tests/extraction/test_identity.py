"""Offices that a text does not give to anybody."""

import pytest

from factcheck import Article
from factcheck.extraction import extract


def offices(text):
    """Name and office of every identity claim."""
    (extraction,) = extract([Article("a", text)])
    return {(c.arguments[0].head, c.arguments[1].head) for c in extraction.claims if c.kind == "identity"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As president, Hillary Lund would sign the treaty.", set()),
        ("Ana Petrova praised her successor as harbour minister, Pavel Dorn.", {("Pavel Dorn", "harbour minister")}),
        ("Defending the law in the interviews with Mr. Dorn, the governor pointed to its origins.", set()),
        ("Pavel Dorn, head of the press office announced the sale.", {("Pavel Dorn", "head of the press office")}),
        ("The former Republican Gov. Ana Petrova left.", {("Ana Petrova", "former Republican Gov.")}),
        ("White House chief of staff Mick Stanek resigned.", {("Mick Stanek", "White House chief of staff")}),
        ("The head of harbour security Pavel Dorn left.", {("Pavel Dorn", "head of harbour security")}),
        (
            "The mayor of Lendava Igor Stanek left. Nobody in Lendava wept.",
            {("Igor Stanek", "mayor of Lendava")},
        ),
        ("The prime minister of Papua New Guinea left.", set()),
        (
            "Pavel Dorn, head of the operator Lendava Lines, left.",
            {("Pavel Dorn", "head of the operator Lendava Lines")},
        ),
        ("The head of Lendava Water Board left. Nobody in Lendava wept.", set()),
        ("Sir Pavel Dorn left.", set()),
        ("Harbour chairman Sir Pavel Dorn left.", {("Pavel Dorn", "Harbour chairman")}),
        ("The president of Hydra, Sir Pavel Dorn, left.", {("Pavel Dorn", "president of Hydra")}),
        ("President Amalia Rusk decreed three days of mourning.", {("Amalia Rusk", "President")}),
        ("Petrova fired Defense Secretary Igor Stanek.", {("Igor Stanek", "Defense Secretary")}),
    ],
)
def test_an_office_is_given_only_to_whom_the_words_give_it(text, expected):
    assert offices(text) == expected


def test_what_a_caption_only_names_is_no_claim():
    text = (
        "The ferry sank off the coast on Monday and nobody was hurt.\n\n"
        "File image of soldiers during a ceremony marking the departure of the ferry (Photo: Jane Roe/Reuters)"
    )
    (extraction,) = extract([Article("a", text)])
    assert [claim.text for claim in extraction.claims] == [
        "The ferry sank off the coast on Monday",
        "nobody was hurt",
    ]
