"""What a time expression looks like: one pattern a rule, written with the words of lexicon/en/time.toml.

Patterns are read with these shorthands: a blank is white space (one line break at most), `~` white space or a hyphen,
and `<NAME>` a list of words from `_shorthands`. Case is ignored; time_recognition.py looks at it again where it matters.
"""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from factcheck import lexicon

BLANK = r"(?:[^\S\n]{1,3}|\n)"
HYPHEN = r"(?:[^\S\n]{1,3}|\n|[-‐‑–])"

SPANNING = ("past", "last", "next", "coming", "first", "final", "following", "previous", "preceding")

RELATIVE = (
    "last", "next", "this", "that", "this coming", "this past", "past", "coming", "previous", "following", "same",
    "the last", "the next", "the previous", "the past", "the coming", "the following", "the same", "the current",
    "current", "the present", "the entire", "the whole",
)  # fmt: skip
FIRST_WORDS = (
    "the", "a", "an", "its", "for", "in", "of", "over", "after", "within", "many", "these", "those", "that", "q", "h", "fy",
    "fiscal", "financial", "calendar", "once", "twice", "days", "weeks", "months", "years", "decades", "centuries",
    "hours", "minutes", "moments", "year", "day", "week", "month", "decade", "hour", "night", "century", "minute",
    "yearlong", "daylong", "weeklong", "monthlong", "decadelong", "recent", "each", "every", "yesterday", "today",
    "tonight", "tomorrow",
)  # fmt: skip
YEAR_END = r"(?P<y><YEAR>)(?!\d)"

# The order is the precedence among expressions that begin at the same character: the longer and surer one first.
RULES = (
    ("iso", r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"
            r"(?:[T ](?P<h>\d\d):(?P<min>\d\d)(?::\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\d-])"),
    ("numeric", r"(?P<all>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4})(?![\d/.-]*\d)"),
    ("month_day", r"(?:(?P<wd><WDAY>)\.?,? )?(?P<m><MONTH>)\.? ?(?P<d><DAY>)(?:st|nd|rd|th)?<NOTCOUNT>"
                  r"(?:(?: ?, ?| )" + YEAR_END + ")?"),
    ("day_month", r"(?:(?P<wd><WDAY>)\.?,? )?(?:the )?(?P<d><DAY>|<ORD>)(?:st|nd|rd|th)?(?: of)?~(?P<m><MONTH>)\b\.?"
                  r"(?:,? " + YEAR_END + ")?"),
    ("month_year", r"(?:(?P<mod><MOD>)~)?(?P<m><MONTH>)\b\.?(?:,| of)? (?:(?P<y><YEAR>)|['’](?P<yy>\d\d))(?!\d)"),
    ("clock", r"(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d)(?::[0-5]\d)?)? ?(?P<ap>a\.m\.?|p\.m\.?|am\b|pm\b)"
              r"(?:,? \(?(?P<zone><ZONE>)\)?)?"),
    ("clock", r"(?P<h>[01]?\d|2[0-3]):(?P<min>[0-5]\d)(?::[0-5]\d)?(?: ?hours\b)?(?: \(?(?P<zone><ZONE>)\)?)?(?![\d:])"),
    ("clock", r"(?P<h>[01]\d|2[0-3])(?P<min>[0-5]\d) ?(?:hrs\b|hours\b|(?P<zone><ZONE>))"),
    ("clock", r"(?P<h>\d{1,2}|<NUMBER>) o['’]clock(?: (?:(?:in the|this|that|at) )?(?P<pod><POD>))?"),
    ("clock_word", r"(?P<w><CLOCKWORD>)(?: (?P<zone><ZONE>))?"),
    ("weekday", r"(?:(?P<mod>early|late|earlier|later)~)?(?:(?P<rel><REL>) )?(?P<wd><WEEKDAY>)(?P<pl>s)?(?:~(?P<pod><POD>))?\b"),
    ("day_word", r"(?:(?P<mod>early|late|earlier|later)~)?"
                 r"(?P<w>the day before yesterday|the day after tomorrow|yesterday|today|tonight|tomorrow)(?: (?P<pod><POD>))?\b"),
    ("holiday", r"(?P<w><HOLIDAY>)(?P<eve> (?:eve|week|weekend))?(?:,? " + YEAR_END + ")?"),
    ("part_of", r"(?:the )?(?P<fiscal>fiscal )?(?P<o><ORD>|[1-4](?:st|nd|rd|th)|final|last)(?: fiscal)?~(?P<part>quarter|half)"
                r"(?: of (?:(?:fiscal )?(?P<y><YEAR>)|(?P<rel>this|last|next|the|the previous|the same) (?:fiscal )?year))?\b"),
    ("part_of", r"(?P<q>[QH])(?P<o>[1-4])(?: (?:of )?(?P<y><YEAR>))?\b"),
    ("nth", r"(?:the )?(?P<o><ORD>|\d{1,2}(?:st|nd|rd|th)|last|final|opening) (?P<u>week|weekend|day|month) (?:of|in) "
            r"(?:(?P<m><MONTH>)(?:,? (?P<y><YEAR>))?|(?P<y2><YEAR>)|(?P<rel>this|last|next|the) (?P<u2>year|month))\b"),
    ("season_year", r"(?:(?P<mod><MOD>)~)?(?:the )?(?P<s><SEASON>)(?: of|,)? " + YEAR_END),
    ("relative", r"(?:(?P<mod><MOD>)~)?(?P<rel><REL>|the|each|its)?(?: (?P<fiscal>fiscal|financial|calendar|school))? ?"
                 r"(?P<u><UNIT>|<SEASON>|<POD>|<MONTHNAME>)(?P<post> (?:before last|after next|ended|previous|before|earlier))?\b"),
    ("ago", r"(?:(?P<hedge><HEDGE>) )?(?:(?P<n><NUM>)~(?:more )?)?(?P<u><UNITS>) "
            r"(?P<dir>ago|earlier|later|before|after|previously|hence|from now)\b(?! than)"),
    ("ago", r"(?P<vague>days|weeks|months|years|decades|centuries|hours|minutes|moments) (?P<dir>ago|earlier|later)\b(?! than)"),
    ("week_of", r"the week (?:of|beginning|starting) (?P<m><MONTH>)\.? (?P<d><DAY>)"),
    ("rhythm", r"(?P<times>once|twice|(?:<NUM>) times|several times) (?:a|per|every|each) (?P<u><UNIT>)\b"),
    ("rhythm", r"(?P<q>every|each)(?: (?P<n><NUM>|other))?~(?P<u><UNITS>|<POD>|<SEASON>|<WEEKDAY>|<MONTHNAME>|weekday|time)\b"),
    ("frequency", r"(?P<w><FREQUENCY>)\b"),
    ("length", r"(?:(?P<hedge><HEDGE>) (?!<SPANNING>\b))?(?:(?P<dir><SPANNING>) )?(?P<n><NUM>)"
               r"(?:(?: more| full| consecutive| straight| additional| extra| further| long| short| whole| solid| working"
               r"| business| or so| or more| and a half| other)*~)(?P<u><UNITS>)(?P<half> and a half)?"
               r"(?P<old>(?:['’]s?)?~(?:old|of age|ages?)\b|['’]s?)?(?P<long>~long)?(?!\w)"),
    ("length", r"(?P<u>year|day|week|month|decade|hour|night|century|minute)s?(?:~long|long)\b"),
    ("length", r"(?P<dir><SPANNING>|recent|coming|for|over the|in|after|within|many|these|those|of) "
               r"(?P<vague>days|weeks|months|years|decades|hours|centuries)(?P<long>~long)?(?!\w)"),
    ("length", r"(?P<vague>days|weeks|months|years|decades|hours|centuries)(?P<long>~(?:long|old))?(?!\w)"),
    ("decade", r"(?:the )?(?:(?P<mod><MOD>)~)?(?:the )?"
               r"(?:(?P<y>1\d\d0|20\d0)['’]?s|['’](?P<dd>[2-9]0)['’]?s|(?P<w><DECADEWORD>))\b"),
    ("century", r"(?:(?P<mod><MOD>)~)?(?:the )?(?P<n>\d{1,2}(?:st|nd|rd|th)|<ORD>)~century\b"),
    ("unit_before", r"(?:the |that )(?P<u>day|week|month|quarter|year) (?P<w>before|previous|earlier|after|later)\b"),
    ("weekend", r"the weekend\b(?! of)"),
    ("year_end", r"(?:the )?(?P<u>year|month|week)(?:-| |['’]s )end\b"),
    ("close", r"the (?P<u>day|week|month|quarter|year)\b"),
    ("reference", r"(?P<w><REFERENCE>)\b(?!-)"),
    ("year_range", r"(?<=[12]\d{3}[-–/])(?P<yy>\d\d)(?![\d-])"),
    ("year", r"(?:(?P<mod><MOD>)~)?(?P<fiscal>(?:the )?(?:fiscal|financial|calendar)(?: year)? |FY ?)?(?:the year )?" + YEAR_END),
    ("year", r"(?<!['’])['’](?P<yy>[4-9]\d|0\d)(?![\d'’]|s\b)"),
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
    return Grammar(rules, _starters(shorthands), re.compile("|".join(alternatives), re.IGNORECASE))


def _expand(pattern: str, shorthands: dict[str, str]) -> str:
    """A pattern with its shorthands written out; look-arounds like `(?<=` are left alone."""
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
        "a few", "few", "several", "many", "some", "a couple of", "a couple", "couple of", "the couple of", "a number of",
        "countless", "numerous", "a dozen", "dozens of", "hundreds of", "thousands of", "half a", "half an", "a half",
        "a quarter of an", "an", "a", "the past",
    )  # fmt: skip
    one = rf"(?:{digits}|{number}|{_any(vague)})"
    return {
        "MONTH": _any(words["months"]),
        "MONTHNAME": _any(month for month in words["months"] if len(month) > 4 or month in ("may", "june", "july", "sept")),
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


def _starters(shorthands: dict[str, str]) -> frozenset[str]:
    """First words of the lists above, and of the patterns themselves."""
    first = set(FIRST_WORDS)
    for name in shorthands:
        if name not in ("NOTCOUNT", "ZONE", "DAY", "YEAR"):
            first.update(re.findall(r"[a-z]+", re.sub(r"\\[a-zA-Z]|\{[^}]*\}", " ", shorthands[name])))
    return frozenset(first)
