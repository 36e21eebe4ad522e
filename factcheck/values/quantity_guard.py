"""What looks like an amount and is none: dates, years, clock times, scores, ordinals, model numbers, addresses."""

import re
from functools import cache

from factcheck.lexicon import words
from factcheck.values.numbers import Lexeme, Lexemes, Number, openers

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[0-9]|20|21)\d\d(?!\d)"
_STREET = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Square|Place|Way|Court|Terrace|Crescent|Highway)\b"
)
# All but the last few begin with a digit, a capital or one of some signs: other places are passed over at once.
_NO_AMOUNT = rf"""(?=[\d'’(+A-Z])(?:
       \b{_MONTH}\s+{_DAY}(?:\s?[-–—]\s?(?:{_MONTH}\s+)?{_DAY})?
              (?:\s(?:to|and|or|through)\s(?:{_MONTH}\s+)?{_DAY}(?![\s-]?(?:per|%|people|[a-z]+s\b)))?(?:\s*,?\s+{_YEAR})?
       |\b{_DAY}(?:\s?(?:-|–|—|to|and|or)\s?{_DAY})?\s+(?:of\s+)?{_MONTH}(?:\s*,?\s+{_YEAR})?
       |\b{_MONTH}\s+(?:of\s+)?{_YEAR}
       |\b{_MONTH}\s+\d\d,\s+{_YEAR}            # "Oct 45, 2022" is no date, and no amount either
       |\b\d{{4,}}-\d\d-\d\d(?:[T\s]\d\d[:\d.]*Z?)?
       |\b\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d{{2}})\b(?![,.]?\d)
       |\b{_YEAR}\s?[-–/]\s?\d{{2,4}}\b(?=\s|[.,;)]|$)
       |\b\d{{1,3}}(?:[-–]\d{{1,3}}){{2,}}\b       # formations and records ("5-3-2")
       |\b\d{{3,4}}s\b|['’]?\b[1-9]0s\b|['’]\d\d\b
       |\b(?:[01]?\d|2[0-3])(?::[0-5]\d){{1,2}}(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?
       |\b(?:\d{{1,2}}(?:[.:]\d\d)?\s?(?:to|and|-|–)\s?)?\d{{1,2}}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?
       |\b(?:[01]\d|2[0-3])[0-5]\d(?=\s?(?:UTC|GMT|hrs|hours|h\b|CET|EST|local))
       |\b\d{{1,2}}(?:\.\d\d)?(?=\s?(?:UTC|GMT|CET|EST|o['’]clock))
       |\b\d{{1,3}}:\d\d\b                       # "25:61" is neither a clock time nor a score
       |\b\d{{3}}[-.\s]\d{{3}}[-.]\d{{4}}\b|\(\d{{2,4}}(?:-\d{{1,3}})?\)\s?\d{{3}}[-\s]\d{{3,4}}\b|\+\d{{1,3}}[\s-][\d\s-]{{6,}}\d
       |\b(?:Image|Photo|Page|Slide|Part)\s\d+\s?(?:of|/)\s?/?\d+|(?<![\w/])\d+\s/\s\d+\b
       |\b\d+(?:st|nd|rd|th)\b
       |\b\d{{1,5}}\s(?:[NESW]\.?\s)?(?:[A-Z][\w.'’]*\s){{1,3}}{_STREET}
       )
       |\b(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b
    """
_ADDRESS = r"|\S*(?:@|://|www\.)\S*"
_CLOCK = r"|\b\w+(?=\s+o['’]clock)"
_DIGIT = re.compile(r"\d", re.ASCII)
_JOINERS = "+^\u200b\u200c\u200d\u2060\ufeff"  # "5+1 talks", "10^6"; digits with an invisible sign between
_JOINED = re.compile(rf"[{re.escape(_JOINERS)}]\d")
_YEARLIKE = re.compile(r"(?:1[0-9]|20|21)\d\d", re.ASCII)


def masked(text: str) -> list[tuple[int, int]]:
    """Stretches of dates, clock times, ordinals, addresses and telephone numbers, in order."""
    has_address, has_clock = "@" in text or "://" in text or "www." in text, "clock" in text
    if not has_address and not has_clock and "-" not in text and _DIGIT.search(text) is None:
        return []  # nothing else does without a digit
    return [match.span() for match in _pattern(has_address, has_clock).finditer(text)]


@cache
def _pattern(has_address: bool, has_clock: bool) -> re.Pattern[str]:
    """Any of them; addresses and words before "o'clock", which take long to look for, where the text can hold one."""
    rare = (_ADDRESS if has_address else "") + (_CLOCK if has_clock else "")
    return re.compile(_NO_AMOUNT + rare, re.VERBOSE | re.ASCII)


def is_masked(start: int, end: int, masks: list[tuple[int, int]]) -> bool:
    """Whether a stretch touches one of them."""
    return any(start < stop and begin < end for begin, stop in masks)


def is_glued_code(number: Number, lexemes: Lexemes, text: str) -> bool:
    """Whether letters stick to the front of the digits: "V10", "TPP-11", "COVID -19"; no currency stands there."""
    before = text[number.start - 1 : number.start] if number.start else ""
    if before.isalpha() or before == "_" or _JOINED.match(text, number.end):
        return True
    if before == "=" or (before in "\"”“'" and text[number.start - 2 : number.start - 1] == "="):
        return True  # height=”200″: a page's markup
    if not before or before not in "-–/." + _JOINERS or number.first < 2:
        return False
    earlier = lexemes[number.first - 2]
    if before in _JOINERS:
        return earlier.end == number.start - 1
    if earlier.kind != "word":
        is_code = before in "./" or text[earlier.start - 1 : earlier.start].isalpha()
        return earlier.kind == "digits" and is_code  # "A330-200", "207.15/09"
    if earlier.end == number.start - 1:
        return earlier.lower not in openers() and earlier.lower not in words("numbers_context", "before_hyphen")
    return earlier.text.isupper()


def is_yearlike(number: Number) -> bool:
    """Whether it is written as years are: four digits and nothing else."""
    return number.scale == 1.0 and _YEARLIKE.fullmatch(number.digits) is not None


def is_recent_year(number: Number) -> bool:
    """Whether it is written as years are and is one that news write about."""
    return is_yearlike(number) and 1700 <= number.low <= 2100


def is_dated(number: Number, lexemes: Lexemes) -> bool:
    """Whether four digits stand where a year stands: behind "in", "since", "the" and the like."""
    before = lexemes.lower(number.first - 1)
    return before in words("numbers_context", "dating")


def is_year(number: Number, lexemes: Lexemes, counted: str, counts_many: bool) -> bool:
    """Whether a bare number of four digits is a year: by the word before it, or where it counts nothing."""
    if lexemes.has(number.first - 1, "year") and number.is_plain and len(number.digits) > 3:
        return True  # "the year 99999"
    if not is_yearlike(number):
        return False
    if is_recent_year(number) and counted in words("numbers_context", "dated_nouns"):
        return True  # "compared with 2010 levels"
    before = lexemes.lower(number.first - 1)
    if not 1700 <= number.low <= 2100:
        return before in ("in", "since", "between", "from", "until", "and") and not counts_many
    return not counts_many or is_dated(number, lexemes)


def is_score(first: Number, second: Number, joint: str, before: str) -> bool:
    """Whether two bare whole numbers are a result or a vote ("2-1", "122 to 58"), the larger one mostly first.

    Args:
        first: the left number.
        second: the right number.
        joint: what stands between: "-", "–", ":", "to".
        before: the word before, in lower case.
    """
    is_small = first.digits.isdigit() and second.digits.isdigit() and first.low < 1000 and second.low < 1000
    if not is_small or first.scale != 1.0 or second.scale != 1.0:
        return False
    if joint == ":":
        return True  # "4:2": a clock has two digits behind the colon, and has been left out before
    if first.low < second.low:
        is_lost = before in words("numbers_context", "before_defeat") or (first.low == 0 and second.low < 20)
        return joint in "-–" and is_lost  # "lost 1-2", "a 0-3 defeat"
    return joint in "-–" or (joint == "to" and before in words("numbers_context", "before_score"))


def is_label(number: Number, lexemes: Lexemes, names_left: bool) -> bool:
    """Whether it numbers something rather than counting it: "Part 3", "No. 1", "iPhone 11", "Big 12", "sp 500".

    Args:
        number: the number.
        lexemes: the sentence.
        names_left: whether the parse hangs the number on a name before it.
    """
    if not number.first or number.scale != 1.0 or number.is_fraction or number.is_vague:
        return False
    before = lexemes[number.first - 1]
    earlier = lexemes[number.first - 2] if number.first > 1 else None
    if before.text == "#":
        return True
    if earlier is not None and before.text in "-." and before.text:
        if earlier.lower in ("no", "nos", "vol", "art", "sec"):
            return True
        if earlier.lower in ("last", "top") and earlier.end == before.start:
            return True  # "last-32 appearance"
    if before.kind != "word" or "," in number.digits:
        return False
    if not number.digits and _is_named(number, lexemes, before, earlier):
        return True
    return _numbers_noun(before) or _completes_name(number, before, earlier, names_left)


def _is_named(number: Number, lexemes: Lexemes, before: Lexeme, earlier: Lexeme | None) -> bool:
    """Whether a number word is part of a name ("the Group of Seven powers", "the Final Four"); not in a headline."""
    name = earlier if before.lower == "of" else before
    after = lexemes[number.last + 1].text if number.last + 1 < len(lexemes) else ""
    is_capital = lexemes[number.first].text.istitle() and not after.istitle()
    return (
        is_capital and name is not None and name.text.istitle() and name.lower not in words("numbers_context", "plain")
    )


def _numbers_noun(before: Lexeme) -> bool:
    if before.lower in words("numbers_context", "numbered"):
        return True
    return before.text[0].isupper() and before.lower in words("numbers_context", "numbered_as_name")


def _completes_name(number: Number, before: Lexeme, earlier: Lexeme | None, names_left: bool) -> bool:
    """Whether the digits are the end of a name."""
    if not number.digits or len(number.digits) > 4:
        return not number.digits and before.lower == "big"
    if before.lower in words("numbers_context", "listed") and len(number.digits) > 1:
        return True
    if names_left:
        return True
    begins = earlier is None or earlier.text in '.!?:;"“”|-–—'
    is_name = before.text != before.lower and before.lower not in words("numbers_context", "plain")
    return is_name and not (begins and before.text[1:].islower())


def is_idle_one(number: Number, lexemes: Lexemes, counts: bool) -> bool:
    """Whether it is a pronoun or a verb and no amount: "the one", "no one", "one another", "zero in on"."""
    if number.low == 0 and not number.digits:
        return lexemes.lower(number.last + 1) == "in" and lexemes.lower(number.last + 2) == "on"
    if number.digits or number.low != 1 or number.last > number.first or number.is_fraction:
        return False
    before = lexemes.lower(number.first - 1)
    after = lexemes.lower(number.last + 1)
    if after == "of":
        return before not in words("numbers_context", "counting_one")  # "one of the allies": some one of them
    if before in words("numbers_context", "pronoun_before"):
        return True
    return not counts or after in ("another", "-", "'s", "’s", "more", "day")
