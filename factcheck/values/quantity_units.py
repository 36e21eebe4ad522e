"""Units and currencies: finding them beside a number, and converting one into another."""

import re
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


@frozen
class UnitWords:
    """A unit found in a text.

    Attributes:
        unit: the unit.
        start: offset of its first character.
        end: offset behind its last.
        is_lost: whether it is a sign that scraping has damaged ("#13 billion", "PS6m") and that counts for large sums only.
    """

    unit: Unit
    start: int
    end: int
    is_lost: bool = False


@frozen
class _Tables:
    """What the two lexicon files give, ready for looking up."""

    units: dict[str, Unit]
    names: dict[str, str]
    behind: re.Pattern[str]
    ahead: re.Pattern[str]
    words: dict[str, Unit]
    signs: dict[str, Unit]
    prefixes: dict[str, Unit]
    lost: frozenset[str]


def _any(forms: list[str]) -> str:
    """A pattern that matches any of the forms, longest first."""
    return "|".join(
        re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=lambda form: (-len(form), form))
    )


def _with_plural(word: str) -> list[str]:
    return (
        [word]
        if word.endswith("s") or word.isupper()
        else [word, word + "s", word + "es"]
        if word.endswith(("ch", "ss"))
        else [word, word + "s"]
    )


def _currency_forms(row: dict[str, object]) -> list[tuple[list[str], Unit]]:
    """The words behind a number with the unit that each means: the currency and its hundredth."""
    code = str(row["code"])
    words, cents = row.get("words", []), row.get("cents", [])
    assert isinstance(words, list) and isinstance(cents, list)
    return [(words, Unit(code, "money:" + code)), (cents, Unit(code + " cent", "money:" + code, 0.01))]


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
        units[unit.name] = unit
        names[unit.name] = unit.name
        words.update((form.lower(), unit) for word in row.get("words", []) for form in _with_plural(word))
        signs.update((sign, unit) for sign in row.get("signs", []))
    for row in lexicon.load("currencies")["currency"]:
        for forms, unit in _currency_forms(row):
            units[unit.name] = unit
            words.update((form.lower(), unit) for word in forms for form in _with_plural(word))
        names[row["code"]], names[row["code"] + " cent"] = row["name"], "cent"
        prefixes.update((form, units[row["code"]]) for form in [*row["before"], *row.get("lost", [])])
        lost.update(row.get("lost", []))
    behind = re.compile(
        rf"[\s\-–]{{0,2}}(?:(?P<word>(?i:{_any(list(words))}))(?![^\W_])|(?P<sign>{_any(list(signs))})(?![\w&]))"
    )
    ahead = re.compile(rf"(?<![^\W\d_])(?:{_any(list(prefixes))})[\s-]?$")
    return _Tables(units, names, behind, ahead, words, signs, prefixes, frozenset(lost))


def unit(name: str) -> Unit | None:
    """The unit of that canonical name, or None."""
    return _tables().units.get(name)


def readable(name: str) -> str:
    """The canonical name in words: "dollar" for "usd"."""
    return _tables().names.get(name, name)


def unit_behind(text: str, offset: int) -> UnitWords | None:
    """The unit that begins at `offset`, a blank or a hyphen between, or None."""
    tables = _tables()
    match = tables.behind.match(text, offset)
    if match is None:
        return None
    if (word := match["word"]) is not None:
        return UnitWords(
            tables.words[re.sub(r"\s", " ", word.lower())] if word.lower() in tables.words else _hyphenated(word),
            match.start("word"),
            match.end(),
        )
    sign = match["sign"]
    is_glued = match.start("sign") == match.end() - len(sign) and match.start("sign") == offset
    if len(sign) == 1 and sign.isalpha() and not is_glued and sign in "aAhslmtCG":
        return None  # "a", "s" and "A" apart from the number are words or names
    return UnitWords(tables.signs[sign], match.start("sign"), match.end())


def _hyphenated(word: str) -> Unit:
    """The unit for a form written with hyphens or line breaks where the table has blanks, or the other way round."""
    words = _tables().words
    plain = re.sub(r"[\s-]", " ", word.lower())
    return words.get(plain) or next(unit for form, unit in words.items() if re.sub(r"[\s-]", " ", form) == plain)


def currency_ahead(text: str, offset: int) -> UnitWords | None:
    """The currency whose sign ends at `offset`, or None."""
    begin = max(0, offset - 12)
    match = _tables().ahead.search(text[begin:offset])
    if match is None:
        return None
    sign = match.group()
    tables = _tables()
    found = tables.prefixes.get(sign) or tables.prefixes.get(sign.rstrip(" -\u00a0\u202f")) or COUNT
    bare = sign.strip(" -\u00a0\u202f")
    if sign != bare and bare in ("Euro", "Dh", "Y=", "TRY", "#", "PS"):
        return None  # "Euro 2020", "PS 5": only glued to the number are these money
    return UnitWords(found, begin + match.start(), begin + match.end(), bare in tables.lost)
