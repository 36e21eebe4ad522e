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
