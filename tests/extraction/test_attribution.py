"""Who says what in short texts: source, cue and content, as the article's own words."""

import pytest

from factcheck import Article
from factcheck.extraction import attributions, extract

# text: the attributions that must be among those found, as (source, cue, content parts)
CASES = {
    "“The pumps are old.” ― Maria Lund": [("Maria Lund", "―", ["“The pumps are old.”"])],
    "Maria Lund wrote in a letter to the council:\n\n“The pumps are old. They were never tested.”": [
        ("Maria Lund", "wrote", ["“The pumps are old. They were never tested.”"])
    ],
    "The pumps, Maria Lund said, will be replaced by the city.": [
        ("Maria Lund", "said", ["The pumps", "will be replaced by the city"])
    ],
    "Her call for an inquiry was rejected by the council.": [
        ("the council", "was rejected by", ["Her call for an inquiry"])
    ],
    "Maria Lund praised the firefighters for their courage and called the flood a catastrophe.": [
        ("Maria Lund", "praised", ["the firefighters for their courage"]),
        ("Maria Lund", "called", ["the flood a catastrophe"]),
    ],
    "The pumps, according to Maria Lund, were never tested.": [
        ("Maria Lund", "according to", ["The pumps", "were never tested"])
    ],
    "In the words of Maria Lund, the pumps are scrap.": [("Maria Lund", "In the words of", ["the pumps are scrap"])],
    "Maria Lund dismissed that notion in an interview on Sunday.": [("Maria Lund", "dismissed", ["that notion"])],
    "Maria Lund said that the pumps are old and warned that they could fail.": [
        ("Maria Lund", "said", ["that the pumps are old"]),
        ("Maria Lund", "warned", ["that they could fail"]),
    ],
    "Maria Lund said the pumps are old, adding that they were never tested.": [
        ("Maria Lund", "said", ["the pumps are old"]),
        ("Maria Lund", "adding", ["that they were never tested"]),
    ],
    "Maria Lund called the flood “a catastrophe for the city.” “Nobody was ready for it.”": [
        ("Maria Lund", "called", ["the flood “a catastrophe for the city.”", "“Nobody was ready for it.”"])
    ],
    "“I saw it,” said Lund. “It was awful.” Then the council met.": [
        ("Lund", "said", ["“I saw it,”", "“It was awful.”"])
    ],
    "“With old pumps we had no chance,” said Lund, “and nobody helped.”": [
        ("Lund", "said", ["“With old pumps we had no chance,”", "“and nobody helped.”"])
    ],
    "“Is it over?” Lund asked. The council did not answer.": [("Lund", "asked", ["“Is it over?”"])],
    "The council said on Monday that it will “rebuild every house. We do not leave anybody behind.”": [
        ("The council", "said", ["that it will “rebuild every house. We do not leave anybody behind.”"])
    ],
    "Maria Lund, 45, the head of the office, had said the pumps would fail.": [
        ("Maria Lund, 45, the head of the office", "had said", ["the pumps would fail"])
    ],
    "The pumps are old, Lund said, and they were never tested.": [
        ("Lund", "said", ["The pumps are old", "they were never tested"])
    ],
    "The mayor accused the company of hiding a report.": [("The mayor", "accused of", ["hiding a report"])],
    "The union urged the company to raise wages.": [("The union", "urged", ["the company to raise wages"])],
    "Maria Lund: “The pumps are old and nobody tested them.”": [
        ("Maria Lund", ":", ["“The pumps are old and nobody tested them.”"])
    ],
    "Lund added that the mood in the hall was, “We are done.”": [
        ("Lund", "added", ["that the mood in the hall was, “We are done.”"])
    ],
    "“The pumps are old and the tunnel is wet,” reads the letter.": [
        ("the letter", "reads", ["“The pumps are old and the tunnel is wet,”"])
    ],
    "Lund then asked the council, “Is it over?”": [("Lund", "asked", ["“Is it over?”"])],
    "Lund turned to the council and said, “It is over.”": [("Lund", "said", ["“It is over.”"])],
    "“We are done,” the mayor of Lendava, Igor Stanek, told reporters, “and we go home.”": [
        ("the mayor of Lendava, Igor Stanek", "told", ["“We are done,”", "“and we go home.”"])
    ],
    "The union demanded a second inquiry into the flood.": [
        ("The union", "demanded", ["a second inquiry into the flood"])
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def found():
    extractions = extract([Article(f"t{i}", text) for i, text in enumerate(CASES)])
    return {
        text: [
            (
                " ".join(span.text for span in a.source_spans(extraction.document)),
                " ".join(span.text for span in a.cue_spans(extraction.document)),
                [span.text for span in a.content_spans(extraction.document)],
            )
            for a in attributions(extraction.document)
        ]
        for text, extraction in zip(CASES, extractions, strict=True)
    }


@pytest.mark.parametrize("text", CASES)
def test_attributions(text, found):
    assert [entry for entry in CASES[text] if entry not in found[text]] == []


@pytest.mark.parametrize(
    "text",
    [
        "The film “The Long Way Home” opens on Friday.",
        "The so-called “peace train” left the city.",
        "The train left the city at noon and reached the border in the evening.",
        "Five men tried to cross the river.",
    ],
)
def test_nobody_says_anything(text):
    (extraction,) = extract([Article("a", text)])
    assert [a.lemma for a in attributions(extraction.document) if a.is_likely] == []


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Maria Lund said the pumps are old.", "asserts"),
        ("Maria Lund claimed the pumps are old.", "hedges"),
        ("Maria Lund denied that the pumps are old.", "denies"),
        ("Maria Lund warned that the pumps are old.", "warns"),
        ("Maria Lund asked whether the pumps are old.", "asks"),
        ("Maria Lund accused the city of hiding a report.", "accuses"),
    ],
)
def test_strength_of_the_cue(text, strength):
    (extraction,) = extract([Article("a", text)])
    assert [claim.cue.strength for claim in extraction.claims if claim.cue] == [strength]


def test_a_paragraph_that_is_one_quotation_goes_on_with_the_speaker():
    text = "“The pumps are old,” said Maria Lund.\n\n“Nobody ever came to look at them.”\n\nThe council met at noon."
    (extraction,) = extract([Article("a", text)])
    (claim,) = [c for c in extraction.claims if "Nobody" in c.text]
    assert (claim.holder.name, claim.kind) == ("Maria Lund", "quoted")
