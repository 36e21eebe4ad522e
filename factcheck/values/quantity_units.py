"""Units and currencies: finding them beside a number, and converting one into another."""

import re
from collections.abc import Iterable
from functools import cache

from attrs import frozen

from factcheck import lexicon


@frozen
class Unit:
    """A unit of measurement or a currency.

    Attributes:
        name: canonical name ("kilometre", "usd", "percent"); "" for plain counts.
        dimension: what it measures ("length", "money", "ratio"); "count" for plain counts.
        factor: multiplies an amount to give the dimension's base unit.
        offset: added after that (temperatures).
    """

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0

    def to_base(self, amount: float) -> float:
        """The amount in the base unit of the dimension."""
        return amount * self.factor + self.offset

    def from_base(self, amount: float) -> float:
        """The amount in this unit, given in the base unit."""
        return (amount - self.offset) / self.factor


COUNT = Unit("", "count")
_LINK = re.compile(r"\s+(?:of|a|an)(?=\s)")
_BETWEEN = re.compile(r"[\s-]+([a-z]+)(?=\s)")
_NEXT = re.compile(r"[\s\-–]{0,2}([^\W_]*)")
_LETTERS = re.compile(r"[^\W_]*")
_QUOTES = frozenset(("'", "''", "”"))
_FREE = re.compile(r"(?:^|[\s(x])[\d.]+$")
_GLUED = frozenset(
    ("a", "A", "h", "s", "l", "m", "t", "C", "F", "G", "p", "'", "''", "”", "′", "″", "st", "AU", "MP", "x", "in")
)  # signs that count only without a blank


@frozen
class UnitWords:
    """A unit found in a text.

    Attributes:
        unit: the unit.
        start: offset of its first character.
        end: offset behind its last.
        is_lost: whether it is a sign that scraping has damaged ("#13 billion", "PS6m"); it counts for large sums only.
    """

    unit: Unit
    start: int
    end: int
    is_lost: bool = False


@frozen
class _Tables:
    """What the two lexicon files give, ready for looking up.

    `beginnings` holds the letters and digits that the words and signs behind a number begin with, in lower case, and
    `endings` the characters that signs before one end with: what stands there is looked up first, since the patterns
    `behind` and `ahead` have hundreds of alternatives.
    """

    units: dict[str, Unit]
    names: dict[str, str]
    behind: re.Pattern[str]
    beginnings: frozenset[str]
    ahead: re.Pattern[str]
    endings: frozenset[str]
    words: dict[str, Unit]
    signs: dict[str, Unit]
    prefixes: dict[str, Unit]
    lost: frozenset[str]


def _any(forms: Iterable[str]) -> str:
    """A pattern that matches any of the forms, longest first; a blank stands for a hyphen too."""
    return "|".join(
        re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=lambda form: (-len(form), form))
    )


def _with_plural(word: str) -> tuple[str, ...]:
    """The word and its regular plural."""
    if word.endswith("s") or word.isupper():
        return (word,)
    return (word, word + "es") if word.endswith(("ch", "x")) else (word, word + "s")


def _key(form: str) -> str:
    """What the forms of one word have in common: case, hyphens and line breaks taken away."""
    return re.sub(r"[\s-]", " ", form.lower())


@cache
def _tables() -> _Tables:
    units: dict[str, Unit] = {"": COUNT}
    names: dict[str, str] = {"": ""}
    words: dict[str, Unit] = {}
    signs: dict[str, Unit] = {}
    prefixes: dict[str, Unit] = {}
    lost: set[str] = set()
    for row in lexicon.load("units")["unit"]:
        unit = Unit(row["name"], row["dimension"], row["factor"], row.get("offset", 0.0))
        units[unit.name], names[unit.name] = unit, unit.name
        words.update((form, unit) for word in row.get("words", []) for form in _with_plural(word))
        signs.update((sign, unit) for sign in row.get("signs", []))
    for row in lexicon.load("currencies")["currency"]:
        code, cents = row["code"], row.get("cents", [])
        whole, part = Unit(code, f"money {code}"), Unit(f"{code} cent", f"money {code}", 0.01)
        units |= {whole.name: whole, part.name: part}
        names |= {whole.name: row["name"], part.name: cents[0] if cents else "cent"}
        words.update((form, whole) for word in row["words"] for form in _with_plural(word))
        words.update((form, part) for word in cents for form in _with_plural(word))
        signs.update({row["cent_sign"]: part} if "cent_sign" in row else {})
        prefixes.update((form, whole) for form in [*row["before"], *row.get("lost", [])])
        lost.update(row.get("lost", []))
    word, sign = rf"(?P<word>(?i:{_any(words)}))(?![^\W_])", rf"(?P<sign>{_any(signs)})(?![\w&])"
    behind = re.compile(rf"[\s\-–]{{0,2}}(?:{word}|{sign})")
    codes = [form for form in prefixes if form[0].isalpha()]  # "S $", but not in "U.S $"
    signs_ahead = [form for form in prefixes if not form[0].isalpha()]
    ahead = re.compile(rf"(?<![^\W\d_])(?:{_any(signs_ahead)}|(?<!\.)(?:{_any(codes)}))[\s-]?$")
    return _Tables(
        units,
        names,
        behind,
        frozenset(match[0].lower() for form in (*words, *signs) if (match := _LETTERS.match(form))),
        ahead,
        frozenset(form[-1] for form in prefixes),
        {_key(form): unit for form, unit in words.items()},
        signs,
        prefixes,
        frozenset(lost),
    )


def unit(name: str) -> Unit | None:
    """The unit of that canonical name, or None."""
    return _tables().units.get(name)


def readable(name: str) -> str:
    """The canonical name in words: "dollar" for "usd"."""
    return _tables().names.get(name, name)


def unit_behind(text: str, offset: int, is_worded: bool = False) -> UnitWords | None:
    """The unit that begins at `offset`, a blank or a hyphen between, or None.

    Args:
        text: the text.
        offset: the end of the number.
        is_worded: whether the number is told in words, which carry no signs and may bind the unit with "of" or "a"
            ("half a mile").
    """
    tables = _tables()
    match = _match_behind(text, offset)
    if match is None and is_worded and (link := _LINK.match(text, offset)):
        match = _match_behind(text, link.end())
        return (
            None
            if match is None or match["word"] is None
            else UnitWords(tables.words[_key(match["word"])], match.start("word"), match.end())
        )
    if match is None:
        return _time_behind(text, offset)
    if (word := match["word"]) is not None:
        return UnitWords(tables.words[_key(word)], match.start("word"), match.end())
    sign = match["sign"]
    is_glued = match.start("sign") == offset
    if sign in _QUOTES and not _FREE.search(text[:offset]):
        return None  # a quotation mark behind digits, no feet and inches
    if is_worded or (not is_glued and sign in _GLUED and text[match.end() : match.end() + 1] != "/"):
        return None  # "a", "s" and "A" apart from the number are words or names
    return UnitWords(tables.signs[sign], match.start("sign"), match.end())


def _match_behind(text: str, offset: int) -> re.Match[str] | None:
    """The match of a unit's word or sign right behind `offset`."""
    tables, following = _tables(), _NEXT.match(text, offset)
    if following is None or following[1].lower() not in tables.beginnings:
        return None
    return tables.behind.match(text, offset)


def _time_behind(text: str, offset: int) -> UnitWords | None:
    """The unit of time behind a word that changes nothing: "two more weeks", "three straight days"."""
    between = _BETWEEN.match(text, offset)
    if between is None or between[1] not in lexicon.words("numbers_context", "between"):
        return None
    match = _match_behind(text, between.end())
    if match is None or match["word"] is None:
        return None
    found = _tables().words[_key(match["word"])]
    return UnitWords(found, match.start("word"), match.end()) if found.dimension == "duration" else None


def currency_ahead(text: str, offset: int) -> UnitWords | None:
    """The currency whose sign ends at `offset`, or None."""
    tables, begin = _tables(), max(0, offset - 12)
    if tables.endings.isdisjoint(text[max(0, offset - 2) : offset]):
        return None
    match = tables.ahead.search(text[begin:offset])
    if match is None:
        return None
    sign = match.group()
    found = tables.prefixes.get(sign) or tables.prefixes.get(sign.rstrip(" -\u00a0\u202f")) or COUNT
    bare = sign.strip(" -\u00a0\u202f")
    if sign != bare and bare in ("Euro", "Dh", "Y=", "TRY", "#", "PS"):
        return None  # "Euro 2020", "PS 5": only glued to the number are these money
    return UnitWords(found, begin + match.start(), begin + match.end(), bare in tables.lost)
