"""Source, title, date and URL where only the text itself tells them."""

import re
from urllib.parse import urlsplit

from attrs import evolve

from factcheck.reading.draft import Draft

_HEADER = re.compile(r"(?P<key>[A-Za-z]+(?:[ _-][A-Za-z]+)?)[ \t]*:[ \t]*(?P<value>\S[^\n]*)")
_KEYS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "outlet": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
    "date": "date",
    "published": "date",
    "publication date": "date",
}
# Lines of a header that tell nothing that is kept, but do not end it either.
_PASSED_OVER = frozenset({"author", "authors", "byline", "by", "language", "section", "tags", "keywords"})
_DATE_AT_HEAD = re.compile(r"\s*(?:date|published)[ :]\s*(\d{1,4}([-/.])\d{1,2}\2\d{1,4})(?!\d)", re.IGNORECASE)
_SOURCE_LINE = re.compile(
    r"^[ \t]*source[ \t]*[-:–—][ \t]*(?P<place>(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WORDED = rf"(?:{_MONTH}[ ]\d{{1,2}},?[ ]\d{{4}}|\d{{1,2}}[ ]{_MONTH}[ ]\d{{4}})"
# "MINSK, October 17, 2022 (Agency) -", "Berlin, 2 December 2023 -"; a dateline without its year tells no day.
_DATELINE = re.compile(
    rf"^[ \t]*(?:[A-Z][\w.'’ -]{{1,40}}(?:,[ A-Za-z.]{{1,40}})??,?[ \t]+)?"
    rf"(?P<date>{_WORDED})"
    r"[ \t]*(?:\([^)\n]{1,60}\))?\.?[ \t]*[-–—]",
    re.MULTILINE,
)
# A line that is nothing but the day, with the hour perhaps: "Updated: Friday, November 25, 2022 09:12".
_STAMP = re.compile(
    rf"^[ \t]*(?P<what>(?:first |last )?(?:published|posted|updated|modified)(?: on)?[ :]+)?(?:[a-z]{{3,9}}day,?[ ])?"
    rf"(?P<date>{_WORDED}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?:[ ,|–-]+(?:at )?\d{1,2}[:.h]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?[ \t]*\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_HEAD = 2000  # characters in which a date line or a dateline may stand


def complete(draft: Draft) -> Draft:
    """The draft, with what its text says about itself filled in where its file said nothing."""
    told = _header(draft.text)
    if match := _DATE_AT_HEAD.match(draft.text):
        told.setdefault("date", match[1])
    if match := _DATELINE.search(draft.text, 0, _HEAD):
        told.setdefault("date", match["date"])
    if stamp := _stamp(draft.text):
        told.setdefault("date", stamp)
    if lines := list(_SOURCE_LINE.finditer(draft.text)):
        place = lines[-1]["place"]
        told.setdefault("source", host(place))
        if place.lower().startswith("http"):
            told.setdefault("url", place)
    if not draft.title:
        told.setdefault("title", _headline(draft.text))
    known = {key: value for key, value in told.items() if value and not getattr(draft, key)}
    draft = evolve(draft, **known)
    if draft.url and not draft.source:
        draft = evolve(draft, source=host(draft.url))
    return draft


def host(address: str) -> str:
    """The host that an address names, without "www.", or "" where it names none."""
    if "//" not in address:
        address = "//" + address
    try:
        name = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.")


def _header(text: str) -> dict[str, str]:
    """What lines such as "Title: ..." before the first paragraph say.

    A single such line may be a headline ("Source: minister to resign"), so that it takes two, or an address or front
    matter, to make a header.
    """
    told: dict[str, str] = {}
    lines = text[:_HEAD].lstrip().splitlines()
    framed = bool(lines) and lines[0].strip() == "---"
    count = 0
    for line in lines[1:] if framed else lines:
        match = _HEADER.match(line.strip())
        key = match["key"].lower().replace("_", " ").replace("-", " ") if match else ""
        if not match or (key not in _KEYS and key not in _PASSED_OVER and not framed):
            break
        count += 1
        if key in _KEYS:
            told.setdefault(_KEYS[key], match["value"].strip().strip("\"'"))
    if not framed and count < 2:
        told = {key: value for key, value in told.items() if key == "url" or (key == "date" and value[0].isdigit())}
    if "url" in told and not told["url"].lower().startswith(("http://", "https://")):
        del told["url"]
    return told


def _stamp(text: str) -> str:
    """The day that a line of its own gives near the head; when it was published before when it was changed."""
    lines = _STAMP.finditer(text, 0, _HEAD)
    ranked = sorted(lines, key=lambda found: ("updated" in (found["what"] or "").lower(), found.start()))
    return ranked[0]["date"] if ranked else ""


def _headline(text: str) -> str:
    """The first line, where it stands alone, is short and is no sentence, caption or header line.

    A date before it or on the line below is not counted, nor is the same line once more.
    """
    if told := _DATE_AT_HEAD.match(text):
        text = text[told.end() :]
    line, _, rest = text.strip().partition("\n")
    is_marked = line.startswith("# ")
    line = line.removeprefix("# ").strip()
    below = rest.split("\n", 1)[0].strip()
    stands_alone = bool(rest.strip()) and (not below or below == line or _STAMP.match(below) is not None)
    is_sentence = line.endswith((".", ",", ";", ":", ")", "…"))
    is_short = 4 <= len(line.split()) <= 25 and len(line) <= 200
    is_header = bool(_HEADER.match(line)) and line.split(":")[0].lower() in (*_KEYS, *_PASSED_OVER)
    if stands_alone and (is_marked or (is_short and not is_sentence and not is_header and not line.startswith("By "))):
        return line
    return ""
