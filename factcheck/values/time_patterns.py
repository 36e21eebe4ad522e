"""The rules of time_rules.py with the words of lexicon/en/time.toml written into them, compiled once."""

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property, partial

from attrs import define, frozen

from factcheck import lexicon
from factcheck.values.alternatives import any_of
from factcheck.values.time_rules import RULES

BLANK = r"(?:[^\S\n]{1,3}|\n)"
HYPHEN = r"(?:[^\S\n]{1,3}|\n|[-‐‑–])"

COUNTED = re.compile(r"(?!1\d{3}|2[01]\d\d)\d+(?:[.,]\d+)*[^\S\n]([a-z]+)")  # "9,000 soldiers", "1.6 million"
FOLLOWING = re.compile(r"[^a-z\d½¼¾]*([a-z]+)")

SIGNS = {" ": BLANK, "'": "['’]"}  # written otherwise than they stand in the lists of words

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


@define(eq=False)
class Rule:
    """One kind of time expression.

    Attributes:
        name: which resolver gives it its value.
        written: what it looks like, with the groups that the resolver reads.
    """

    name: str
    written: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The same for a text in lower case, compiled when the first one needs it: most need a few rules only."""
        return re.compile(_in_lower_case(self.written))


@frozen
class Grammar:
    """All patterns, compiled.

    Attributes:
        rules: the rules in the order of precedence.
        starters: the words, lower case, that an expression can begin with; digits and apostrophes apart.
        complete: those of them that are an expression by themselves.
        words: every word of the rules and lists; a starter that is not complete needs one of these, or a digit, next.
        combined: a pattern that matches in a text in lower case (`lowered`) where any rule does; its last group tells
            which one. Without IGNORECASE the engine passes over an alternative by its first letter.
    """

    rules: tuple[Rule, ...]
    starters: frozenset[str]
    complete: frozenset[str]
    words: frozenset[str]
    combined: re.Pattern[str]

    def can_begin_with_digits(self, text: str, start: int) -> bool:
        """Whether an expression can begin with the digits at `start`: they are a year or a date, or a word goes on."""
        following = COUNTED.match(text, start)
        return following is None or following[1] in self.words or following[1].removesuffix("s") in self.words

    def can_begin(self, word: str, text: str, end: int) -> bool:
        """Whether an expression can begin with a word of a text in lower case that ends at `end`.

        Most words that begin one ("the", "in", "four") mostly begin something else, which the word behind them tells.
        """
        if word not in self.starters:
            return False
        if word in self.complete:
            return True
        following = FOLLOWING.match(text, end)
        return following is None or following[1] in self.words or following[1].removesuffix("s") in self.words


@cache
def grammar(language: str = "en") -> Grammar:
    """The patterns of a language, compiled once."""
    shorthands = _shorthands(language, partial(any_of, signs=SIGNS))
    rules = tuple(Rule(name, _expand(pattern, shorthands)) for name, pattern in RULES)
    alternatives = [f"(?P<r{i}>{_in_lower_case(_without_names(rule.written))})" for i, rule in enumerate(rules)]
    combined = re.compile("|".join(alternatives))
    starters = _starters(_shorthands(language, " ".join), language)
    complete = frozenset(word for word in starters if combined.match(word))
    return Grammar(rules, starters, complete, starters | _words_of_rules(language), combined)


def _expand(pattern: str, shorthands: dict[str, str]) -> str:
    """A pattern with its shorthands written out; look-arounds like `(?<=` are left alone."""
    pattern = re.sub(r"\n\s*", "", pattern)
    blanks = {" ": BLANK, "~": HYPHEN}
    pattern = re.sub(r"\[[^\]]*\]|[ ~]", lambda match: blanks.get(match[0], match[0]), pattern)
    return re.sub(r"(?<!\?P)<([A-Z]+)>", lambda match: shorthands[match[1]], pattern)


def _without_names(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _in_lower_case(pattern: str) -> str:
    """A pattern with its letters in lower case; classes like "not white space" and the signs of groups stay."""
    return re.sub(r"\\.|\?P<|[A-Z]", lambda match: match[0].lower() if match[0].isalpha() else match[0], pattern)


@cache
def unit_names(language: str = "en") -> dict[str, str]:
    """Every form of a unit ("years", "yrs") and the unit."""
    words = lexicon.load("time", language)
    names = dict(words["irregular_units"])
    for unit in words["units"]:
        names[unit] = unit
        names[unit + "s"] = unit
    return names


def _shorthands(language: str, any_of: Callable[[Iterable[str]], str]) -> dict[str, str]:
    """What each shorthand stands for; `any_of` writes a list of words."""
    words = lexicon.load("time", language)
    long_days = [day for day in words["weekdays"] if len(day) > 5]
    numbers = list(words["numbers"])
    tens, ones = numbers[numbers.index("twenty") :], numbers[1:10]
    number = rf"(?:{any_of(tens)}(?:[- ]{any_of(ones)})?|{any_of(numbers)})"
    digits = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?(?:[- ]\d/\d)?|\d/\d|[½¼¾]"
    vague = (
        "a few", "few", "several", "many", "some", "a couple of", "a couple", "couple of", "the couple of",
        "a number of",
        "countless", "numerous", "a dozen", "dozens of", "hundreds of", "thousands of", "half a", "half an", "a half",
        "a quarter of an", "an", "a", "the past",
    )  # fmt: skip
    one = rf"(?:{digits}|{number}|{any_of(vague)})"
    return {
        "BLANK": BLANK,
        "MONTH": any_of(words["months"]),
        "MONTHNAME": any_of(month for month in words["months"] if len(month) > 4 or month in SHORT_MONTHS),
        "WDAY": any_of(words["weekdays"]),
        "WEEKDAY": any_of(long_days),
        "DAY": r"(?:3[01]|[12]\d|0?[1-9])(?![\d%]|:\d|[.,]\d{1,3}(?!\d))",
        "NOTCOUNT": rf"(?! {any_of(words['counted']['nouns'])}\b)".replace(" ", BLANK),
        "YEAR": r"(?:1\d\d\d|20\d\d|21\d\d)",
        "ORD": any_of(words["ordinals"]),
        "NUMBER": number,
        "NUM": rf"(?:{one}(?:(?:{BLANK}(?:or|to){BLANK}|[-–]){one})?)",
        "UNIT": any_of([*words["units"], "moment"]),
        "UNITS": any_of(unit_names(language)),
        "SEASON": any_of(words["seasons"]),
        "POD": any_of(words["parts_of_day"]),
        "CLOCKWORD": any_of(words["clock_words"]),
        "ZONE": rf"(?:{any_of(words['zones'])}|[GU]\.M\.T\.)(?!\w)",
        "MOD": any_of(words["modifiers"]),
        "HEDGE": any_of(words["hedges"]),
        "REL": any_of(RELATIVE),
        "SPANNING": any_of([*(f"the {word}" for word in SPANNING), *SPANNING[:4]]),
        "FREQUENCY": any_of(words["frequency"]),
        "DECADEWORD": any_of(words["decade_words"]),
        "HOLIDAY": any_of(words["holidays"]),
        "REFERENCE": any_of(words["references"]),
    }  # fmt: skip


def _starters(shorthands: dict[str, str], language: str) -> frozenset[str]:
    """First words of the lists above, and of the patterns themselves."""
    first = {*FIRST_WORDS, *(f"{day}s" for day in lexicon.load("time", language)["weekdays"])}
    for name in shorthands:
        if name not in ("NOTCOUNT", "ZONE", "DAY", "YEAR"):
            first.update(re.findall(r"[a-z]+", re.sub(r"\\[a-zA-Z]|\{[^}]*\}", " ", shorthands[name])))
    return frozenset(first)


def _words_of_rules(language: str) -> frozenset[str]:
    """The words that the rules spell out, and whatever else in them looks like one; those of time zones."""
    written = " ".join([*(pattern for _, pattern in RULES), *lexicon.load("time", language)["zones"]])
    return frozenset(re.findall(r"[a-z]+", re.sub(r"\\[a-zA-Z]|\(\?P<\w+>|<[A-Z]+>", " ", written).lower()))
