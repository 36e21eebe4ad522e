"""What looks like an amount and is none: dates, years, clock times, scores, ordinals, model numbers, addresses."""

import re

from factcheck.values.numbers import Lexeme, Number

_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_DATES = re.compile(
    rf"""\b{_MONTH}\s+{_DAY}(?:\s?(?:-|–|—|to|and|or|through)\s?(?:{_MONTH}\s+)?{_DAY}(?![\s-]?(?:percent|per\ cent|%|people)))*(?:\s*,?\s+{_YEAR})?
       |\b{_DAY}(?:\s?(?:-|–|—|to|and|or)\s?{_DAY})?\s+(?:of\s+)?{_MONTH}(?:\s*,?\s+{_YEAR})?
       |\b{_MONTH}\s+(?:of\s+)?{_YEAR}
       |\b\d{{4}}-\d\d-\d\d(?:[T\s]\d\d[:\d.]*Z?)?
       |\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})\b(?![,.]?\d)
       |\b{_YEAR}\s?[-–/]\s?\d{{2,4}}\b(?=\s|[.,;)]|$)
       |\b\d{{3,4}}s\b|['’]\d0s\b|['’]\d\d\b
       |\b(?:[01]?\d|2[0-3])(?::\d\d){{1,2}}(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?
       |\b\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?
       |\b(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:UTC|GMT|hrs|hours|h\b|CET|EST|local))
       |\b\d{{1,2}}(?:\.\d\d)?(?=\s?(?:UTC|GMT|CET|EST|o['’]clock))
       |\b\w+(?=\s+o['’]clock)
       |\b\d{{3}}[-.\s]\d{{3}}[-.]\d{{4}}\b
       |\S*(?:@|://|www\.)\S*
       |\b\d+(?:st|nd|rd|th)\b
       |\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b
    """,
    re.VERBOSE | re.ASCII,
)
_SCORE = re.compile(r"\d{1,3}\s?[-–]\s?\d{1,3}(?:\s?[-–]\s?\d{1,3})*", re.ASCII)
_YEARLIKE = re.compile(r"(?:1[0-9]|20|21)\d\d", re.ASCII)

_DATING = frozenset(
    ["in", "since", "until", "till", "by", "from", "before", "after", "during", "of", "early", "late", "mid", "around", "circa", "for", "to", "and", "through", "between", "spring", "summer", "autumn", "fall", "winter", "throughout", "year", "years", "ad", "bc", "fiscal", "season", "election", "the", "this"]
)
_NUMBERED = frozenset(
    ["no", "nos", "number", "part", "chapter", "article", "section", "paragraph", "page", "pages", "flight", "highway", "route", "channel", "room", "unit", "gate", "level", "phase", "stage", "grade", "tier", "category", "type", "class", "version", "season", "episode", "volume", "act", "rule", "clause", "resolution", "apartment", "line", "lane", "day", "group", "band", "zone", "figure", "table", "title", "round", "week", "wave", "protocol", "district", "ward", "precinct", "terminal", "platform", "interstate", "schedule", "appendix", "annex", "amendment", "proposition", "prop", "lot", "item", "model", "series", "windows", "formula", "catch", "size", "tunnel", "block", "sector", "step", "game"]
)


def masked(text: str) -> list[tuple[int, int]]:
    """Stretches of dates, clock times, ordinals, addresses and telephone numbers, in order."""
    return [match.span() for match in _DATES.finditer(text)]


def is_masked(start: int, end: int, masks: list[tuple[int, int]]) -> bool:
    """Whether a stretch touches one of them."""
    return any(start < stop and begin < end for begin, stop in masks)


def is_glued_code(number: Number, lexemes: list[Lexeme], text: str) -> bool:
    """Whether letters stick to the digits: "A330-200", "V10", "787s", "TPP-11", "3D"; signs of units and currencies have been taken off."""
    before = text[number.start - 1 : number.start]
    if before.isalpha() or before == "_":
        return True
    if before in "-–/." and before and number.start > 1 and number.digits:
        earlier = lexemes[number.first - 2] if number.first > 1 else None
        if (
            earlier is not None
            and earlier.end == number.start - 1
            and earlier.kind == "word"
            and not earlier.text.islower()
        ):
            return True
    return False


def is_year(number: Number, lexemes: list[Lexeme], noun_follows: bool, is_hedged: bool) -> bool:
    """Whether a bare number of four digits is a year: by the word before it, or where nothing that it could count follows."""
    if not _YEARLIKE.fullmatch(number.digits) or is_hedged or number.scale != 1.0:
        return False
    before = lexemes[number.first - 1].lower if number.first else ""
    value = int(number.low)
    if value < 1700 or value > 2100:
        return before in ("in", "since", "between", "from", "until", "and") and not noun_follows
    return before in _DATING or not noun_follows or before in ("(", "'", "’")


def is_score(number: Number, text: str, unit_follows: bool) -> bool:
    """Whether it is one side of a result or a vote ("2-1", "21-7, 6-3"), with no unit behind."""
    if not number.digits or unit_follows:
        return False
    for match in _SCORE.finditer(text, max(0, number.start - 8), number.end + 8):
        if (
            match.start() <= number.start
            and number.end <= match.end()
            and not text[match.start() - 1 : match.start()].isdigit()
        ):
            sides = re.findall(r"\d+", match.group())
            return len(sides) > 1 and (int(sides[0]) >= int(sides[1]) or len(sides) > 2)
    return False


def is_label(number: Number, lexemes: list[Lexeme], text: str) -> bool:
    """Whether it numbers something rather than counting it: "Part 3", "No. 1", "Boeing 787", "iPhone 11", "Big 12"."""
    if not number.first or number.scale != 1.0 or number.is_fraction or number.is_vague:
        return False
    before = lexemes[number.first - 1]
    earlier = lexemes[number.first - 2] if number.first > 1 else None
    if before.text == "." and earlier is not None and earlier.lower in ("no", "nos", "vol", "art", "sec"):
        return True
    if before.text == "#":
        return True
    if before.text == "-" and earlier is not None and earlier.lower in ("last", "top") and earlier.end == before.start:
        return True  # "last-32 appearance"
    if before.kind != "word":
        return False
    if before.lower in _NUMBERED:
        return "," not in number.digits and (
            before.text[0].isupper()
            or before.lower not in ("game", "day", "week", "season", "group", "year", "series", "round")
        )
    if not number.digits or "," in number.digits or "." in number.digits:
        return False
    is_name = before.text[0].isupper() or (before.text != before.lower)
    begins = number.first == 1 or (earlier is not None and earlier.text in '.!?:;"“”|-–—')
    return is_name and not (begins and before.text[1:].islower()) and before.lower not in _PLAIN


_PLAIN = frozenset(  # capitalised in a headline and yet no name that a number would complete
    ["the", "a", "an", "in", "on", "at", "by", "for", "from", "to", "of", "with", "and", "or", "but", "over", "under", "about", "around", "some", "nearly", "almost", "after", "before", "than", "least", "most", "up", "kills", "killed", "dead", "hits", "hit", "buys", "sells", "cuts", "cut", "adds", "loses", "wins", "is", "are", "was", "were", "has", "have", "had", "as", "all", "only", "just", "his", "her", "their", "its", "our", "your", "these", "those"]
)
