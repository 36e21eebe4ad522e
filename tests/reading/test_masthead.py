"""What a text says about itself."""

import pytest

from factcheck.reading.draft import Draft
from factcheck.reading.masthead import complete, host

BODY = "A fire broke out on the ferry Astrid on Tuesday. Nobody was hurt."


def told(text, **fields):
    draft = complete(Draft(text=text, path="x.txt", place="x.txt", **fields))
    assert draft.text == text
    return {name: getattr(draft, name) for name in ("source", "title", "date", "url") if getattr(draft, name)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, {}),
        (f" date 2022-10-17 {BODY}", {"date": "2022-10-17"}),
        (f"Date: 17 October 2022\n\n{BODY}", {"date": "17 October 2022"}),
        (f"{BODY}\n\nSource-www.example.com", {"source": "example.com"}),
        (
            f"{BODY}\r\nSource: https://news.example.com/a/1\r\n",
            {"source": "news.example.com", "url": "https://news.example.com/a/1"},
        ),
        (f"{BODY}\n\nSource: people close to the talks", {}),
        (f"Ferry burns off the coast\n\n{BODY}", {"title": "Ferry burns off the coast"}),
        (f"# Ferry burns\n\n{BODY}", {"title": "Ferry burns"}),
        (f"Ferry burns off the coast\n{BODY}", {}),
        (f"A ferry at sea on Tuesday (Photo: Example)\n\n{BODY}", {}),
        (f"By Jane Q. Doe in Lunden\n\n{BODY}", {}),
        ("Ferry burns off the coast\n\n", {}),
        (
            f"Title: Ferry burns\nSource: Gazette\nAuthor: J. Doe\nDate: 2024-03-12\n\n{BODY}",
            {"title": "Ferry burns", "source": "Gazette", "date": "2024-03-12"},
        ),
        (
            f"---\ntitle: 'Ferry burns'\nlayout: post\ndate: 2024-03-12\n---\n{BODY}",
            {"title": "Ferry burns", "date": "2024-03-12"},
        ),
        (f"Source: minister to resign over the ferry\n\n{BODY}", {}),
        (f"URL: https://www.example.com/1\n\n{BODY}", {"url": "https://www.example.com/1", "source": "example.com"}),
        (f"URL: javascript:alert(1)\nTitle: Ferry burns\n\n{BODY}", {"title": "Ferry burns"}),
        (f"LUNDEN, March 12, 2024 (Nordpress) - {BODY}", {"date": "March 12, 2024"}),
        (f"LUNDEN, 12 March 2024 — {BODY}", {"date": "12 March 2024"}),
        (f"LUNDEN, March 12 (Nordpress) - {BODY}", {}),
    ],
)
def test_only_what_the_text_tells_is_taken(text, expected):
    assert told(text) == expected


def test_fields_win_over_the_text():
    text = f" date 2022-10-17 {BODY}\n\nSource-www.example.com"
    fields = {"source": "Gazette", "date": "2022-10-18", "title": "T", "url": "https://x.example"}
    assert told(text, **fields) == fields


@pytest.mark.parametrize(
    ("address", "expected"),
    [("https://www.Example.com/a", "example.com"), ("example.org", "example.org"), ("http://[", "")],
)
def test_hosts(address, expected):
    assert host(address) == expected


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("June 9, 2023 7:15 AM\n\n", "June 9, 2023"),
        ("Sunday 6 August 2023\n\n", "6 August 2023"),
        ("Updated: November 25, 2022 09:12\nPublished: November 24, 2022 21:40\n\n", "November 24, 2022"),
        ("Published 2023-03-15\n\n", "2023-03-15"),
        ("Lorento, 2 December 2023 - ", "2 December 2023"),
        ("3 July 2024 (PA) - ", "3 July 2024"),
        ("LORENTO, March 15, 2023 (AFP) - ", "March 15, 2023"),
        ("Lorento, Nov 24 (EFE).- ", None),
        ("12/02/2024 - 06:40\n\n", None),
        ("On June 9, 2023, it rained.\n\n", None),
    ],
)
def test_the_day_in_a_line_of_its_own_or_in_the_dateline(head, date):
    """When it was published before when it was changed; no year, no day."""
    assert told(head + BODY).get("date") == date


@pytest.mark.parametrize(
    "text",
    [
        f"date 2023-09-20 Fire on the ferry Astrid\n\n{BODY}",
        f"date 2023-09-20\nFire on the ferry Astrid\n\n{BODY}",
        f"Fire on the ferry Astrid\n21 September 2023\n\n{BODY}",
        f"Fire on the ferry Astrid\nFire on the ferry Astrid\n\n{BODY}",
    ],
)
def test_a_date_beside_the_headline_is_no_part_of_it(text):
    assert told(text)["title"] == "Fire on the ferry Astrid"
