"""The rules of time_rules.py with the words of lexicon/en/time.toml written into them, compiled once."""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from factcheck import lexicon
from factcheck.values.time_rules import RULES

BLANK = r"(?:[^\S\n]{1,3}|\n)"
HYPHEN = r"(?:[^\S\n]{1,3}|\n|[-‐‑–])"

SPANNING = ("past", "last", "next", "coming", "first", "final", "following", "previous", "preceding")

SHORT_MONTHS = ("may", "june", "july", "sept")  # names, or abbreviations that stand without a day
RELATIVE = (
    "last", "next", "this", "that", "this coming", "this past", "past", "coming", "previous", "following", "same",
    "the last", "the next", "the previous", "the past", "the coming", "the following", "the same", "the current",
    "current", "the present", "the entire", "the whole", "the full", "the latest",
)  # fmt: skip
FIRST_WORDS = (
    "the", "a", "an", "its", "for", "in", "of", "over", "after", "within", "many", "these", "those", "that", "q", "h",
    "fy",
    "fiscal", "financial", "calendar", "once", "twice", "days", "weeks", "months", "years", "decades", "centuries",
    "hours", "minutes", "moments", "year", "day", "week", "month", "decade", "hour", "night", "century", "minute",
    "yearlong", "daylong", "weeklong", "monthlong", "decadelong", "recent", "each", "every", "yesterday", "today",
    "tonight", "tomorrow",
)  # fmt: skip


@frozen
class Rule:
    """One kind of time expression.

    Attributes:
        name: which resolver gives it its value.
        pattern: what it looks like, with the groups that the resolver reads.
    """

    name: str
    pattern: re.Pattern[str]


@frozen
class Grammar:
    """All patterns, compiled.

    Attributes:
        rules: the rules in the order of precedence.
        starters: the words, lower case, that an expression can begin with; digits and apostrophes apart.
        combined: a pattern that matches where any rule does; its last group tells which one.
    """

    rules: tuple[Rule, ...]
    starters: frozenset[str]
    combined: re.Pattern[str]


@cache
def grammar(language: str = "en") -> Grammar:
    """The patterns of a language, compiled once."""
    shorthands = _shorthands(language)
    written = [(name, _expand(pattern, shorthands)) for name, pattern in RULES]
    rules = tuple(Rule(name, re.compile(pattern, re.IGNORECASE)) for name, pattern in written)
    alternatives = [f"(?P<r{i}>{_without_names(pattern)})" for i, (_, pattern) in enumerate(written)]
    return Grammar(rules, _starters(shorthands, language), re.compile("|".join(alternatives), re.IGNORECASE))


def _expand(pattern: str, shorthands: dict[str, str]) -> str:
    """A pattern with its shorthands written out; look-arounds like `(?<=` are left alone."""
    pattern = re.sub(r"\n\s*", "", pattern)
    blanks = {" ": BLANK, "~": HYPHEN}
    pattern = re.sub(r"\[[^\]]*\]|[ ~]", lambda match: blanks.get(match[0], match[0]), pattern)
    return re.sub(r"(?<!\?P)<([A-Z]+)>", lambda match: shorthands[match[1]], pattern)


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _any(words: Iterable[str]) -> str:
    """A group that matches any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", BLANK).replace("'", "['’]") for word in ordered) + ")"


@cache
def unit_names(language: str = "en") -> dict[str, str]:
    """Every form of a unit ("years", "yrs") and the unit."""
    words = lexicon.load("time", language)
    names = dict(words["irregular_units"])
    for unit in words["units"]:
        names[unit] = unit
        names[unit + "s"] = unit
    return names


def _shorthands(language: str) -> dict[str, str]:
    words = lexicon.load("time", language)
    long_days = [day for day in words["weekdays"] if len(day) > 5]
    numbers = list(words["numbers"])
    tens, ones = numbers[numbers.index("twenty") :], numbers[1:10]
    number = rf"(?:{_any(tens)}(?:[- ]{_any(ones)})?|{_any(numbers)})"
    digits = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?(?:[- ]\d/\d)?|\d/\d|[½¼¾]"
    vague = (
        "a few", "few", "several", "many", "some", "a couple of", "a couple", "couple of", "the couple of",
        "a number of",
        "countless", "numerous", "a dozen", "dozens of", "hundreds of", "thousands of", "half a", "half an", "a half",
        "a quarter of an", "an", "a", "the past",
    )  # fmt: skip
    one = rf"(?:{digits}|{number}|{_any(vague)})"
    return {
        "BLANK": BLANK,
        "MONTH": _any(words["months"]),
        "MONTHNAME": _any(month for month in words["months"] if len(month) > 4 or month in SHORT_MONTHS),
        "WDAY": _any(words["weekdays"]),
        "WEEKDAY": _any(long_days),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?![\d%]|:\d|[.,]\d{1,3}(?!\d))",
        "NOTCOUNT": rf"(?! {_any(words['counted']['nouns'])}\b)".replace(" ", BLANK),
        "YEAR": r"(?:1\d\d\d|20\d\d|21\d\d)",
        "ORD": _any(words["ordinals"]),
        "NUMBER": number,
        "NUM": rf"(?:{one}(?:(?:{BLANK}(?:or|to){BLANK}|[-–]){one})?)",
        "UNIT": _any([*words["units"], "moment"]),
        "UNITS": _any(unit_names(language)),
        "SEASON": _any(words["seasons"]),
        "POD": _any(words["parts_of_day"]),
        "CLOCKWORD": _any(words["clock_words"]),
        "ZONE": rf"(?:{_any(words['zones'])}|[GU]\.M\.T\.)(?!\w)",
        "MOD": _any(words["modifiers"]),
        "HEDGE": _any(words["hedges"]),
        "REL": _any(RELATIVE),
        "SPANNING": _any([*(f"the {word}" for word in SPANNING), *SPANNING[:4]]),
        "FREQUENCY": _any(words["frequency"]),
        "DECADEWORD": _any(words["decade_words"]),
        "HOLIDAY": _any(words["holidays"]),
        "REFERENCE": _any(words["references"]),
    }  # fmt: skip


def _starters(shorthands: dict[str, str], language: str) -> frozenset[str]:
    """First words of the lists above, and of the patterns themselves."""
    first = {*FIRST_WORDS, *(f"{day}s" for day in lexicon.load("time", language)["weekdays"])}
    for name in shorthands:
        if name not in ("NOTCOUNT", "ZONE", "DAY", "YEAR"):
            first.update(re.findall(r"[a-z]+", re.sub(r"\\[a-zA-Z]|\{[^}]*\}", " ", shorthands[name])))
    return frozenset(first)
