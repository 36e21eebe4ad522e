"""Numbers in running text: the words, digits and signs that they are made of, and what is known once one has been read.

What is no well-formed number ("1,0,0", four hundred digits, digits of another script) is left unread: a wrong value is
worse than none. `number_digits` reads digits, `number_words` words and everything mixed.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import overload

from attrs import define, frozen

from factcheck import lexicon
from factcheck.values.alternatives import any_of

_TOKEN = re.compile(
    r"""(?P<digits>\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)      # 25 000 with a thin or a hard blank
                  |\d{1,3}(?:\ 000)+(?![\d,.]?\d)                   # with a plain one, where the group is all zeros
                  |\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)
      |(?P<word>[^\W\d_]+(?=fold\b)|[^\W\d_]+(?:['’][^\W\d_]+)*)
      |(?P<sign>\S)""",
    re.VERBOSE,
)


@define(eq=False)
class Lexeme:
    """A word, a cluster of digits or a single sign of a text.

    Attributes:
        kind: "digits", "word" or "sign".
        text: as it stands.
        lower: the same in lower case.
        start: offset of the first character.
        end: offset behind the last.
    """

    kind: str
    text: str
    lower: str
    start: int
    end: int


class Lexemes(Sequence[Lexeme]):
    """The lexemes of a text, each made when it is looked at: most never are; one may look over either edge."""

    __slots__ = ("_lowers", "_matches")

    def __init__(self, text: str) -> None:
        self._matches = list(_TOKEN.finditer(text))
        self._lowers = [match[0].lower() for match in self._matches]

    def __len__(self) -> int:
        return len(self._lowers)

    @overload
    def __getitem__(self, index: int) -> Lexeme: ...
    @overload
    def __getitem__(self, index: slice) -> list[Lexeme]: ...
    def __getitem__(self, index: int | slice) -> Lexeme | list[Lexeme]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        match = self._matches[index]
        start, end = match.span()
        return Lexeme(match.lastgroup or "sign", match[0], self._lowers[index], start, end)

    def openings(self, words: frozenset[str]) -> list[int]:
        """Indices of the lexemes that are digits or one of the words."""
        pairs = enumerate(zip(self._matches, self._lowers, strict=True))
        return [i for i, (match, low) in pairs if low in words or match.lastgroup == "digits"]

    def start(self, index: int) -> int:
        """Offset of the first character of the lexeme at `index`."""
        return self._matches[index].start()

    def end(self, index: int) -> int:
        """Offset behind the lexeme at `index`."""
        return self._matches[index].end()

    def at(self, offset: int) -> int:
        """Index of the lexeme that ends at an offset or is the first to end behind it; the last one for none."""
        return next((i for i, match in enumerate(self._matches) if match.end() >= offset), len(self) - 1)

    def lowers(self, first: int, behind: int) -> tuple[str, ...]:
        """The lexemes from `first` to before `behind` in lower case."""
        return tuple(self._lowers[first:behind])

    def lower(self, index: int) -> str:
        """The lexeme at `index` in lower case; "" outside."""
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""

    def has(self, index: int, *words: str) -> bool:
        """Whether the lexeme at `index` is one of the words."""
        return self.lower(index) in words


@frozen
class Number:
    """A number as the words name it, without its unit.

    Attributes:
        low: the number; the lower one where the words leave a range open ("dozens").
        high: the upper one.
        start: offset of the first character.
        end: offset behind the last.
        first: index of its first lexeme.
        last: index of its last lexeme.
        step: the place of its last telling digit: 1,000 for "9,000", 100,000 for "1.6 million"; 0 for one that is not
            round.
        scale: what a scale word or suffix multiplies it with, else 1.
        digits: the digits as written, or "" for words.
        hard: for vague words what they assert at the least, (low, high); else None.
        soft: for vague words what a reader expects; else None.
        is_fraction: whether it is a share of what follows ("half", "two thirds").
        suffix: a scale suffix glued to the digits that may as well be a unit ("m"), or "".
    """

    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    step: float = 0.0
    scale: float = 1.0
    digits: str = ""
    hard: tuple[float, float] | None = None
    soft: tuple[float, float] | None = None
    is_fraction: bool = False
    suffix: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether no definite number is named ("several", "thousands")."""
        return self.hard is not None

    @property
    def is_plain(self) -> bool:
        """Whether it is nothing but a run of digits."""
        return self.scale == 1.0 and self.digits.isdigit()


@frozen
class NumberWords:
    """The tables of lexicon/en/numbers.toml."""

    cardinals: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    groups: dict[str, float]
    plurals: dict[str, float]
    vague: dict[str, list[float]]
    fractions: dict[str, float]
    signs: dict[str, float]

    def below_hundred(self, word: str) -> float | None:
        """The value of a word for a number below a hundred, or None."""
        return self.tens.get(word, self.cardinals.get(word))

    def times(self, word: str) -> float | None:
        """What a word behind a number multiplies it with ("million", "dozen"), or None."""
        return self.scales.get(word, self.groups.get(word))


@cache
def number_words() -> NumberWords:
    """The tables, loaded once."""
    tables = lexicon.load("numbers")
    return NumberWords(**{name: tables[name] for name in NumberWords.__annotations__})


@cache
def hint() -> re.Pattern[str]:
    """Matches in every text in lower case (`lowered`) that can hold a number; most sentences are done with after it."""
    tables = number_words()
    named = (
        tables.cardinals,
        tables.tens,
        tables.scales,
        tables.groups,
        tables.plurals,
        tables.vague,
        tables.fractions,
    )
    names = any_of(word for table in named for word in table)
    return re.compile(rf"\d|[{''.join(tables.signs)}]|\b{names}(?:fold)?\b")


@cache
def openers() -> frozenset[str]:
    """The words that a number can begin with."""
    tables = number_words()
    named = (tables.cardinals, tables.tens, tables.plurals, tables.vague, tables.signs)
    return frozenset(word for table in named for word in table) | {"a", "an", "half", "dozen"}


def lex(text: str) -> Lexemes:
    """The words, digits and signs of a text, in order; nothing but white space and underscores is left out."""
    return Lexemes(text)


def number_at(
    lexemes: Lexemes,
    first: int,
    last: int,
    value: float,
    *,
    step: float = 0.0,
    scale: float = 1.0,
    digits: str = "",
    is_fraction: bool = False,
    suffix: str = "",
) -> Number:
    """The number `value` that the lexemes from `first` to `last` name."""
    value = float(f"{value:.12g}")  # 1.1 million is no 1,100,000.0000000001
    start, end = lexemes.start(first), lexemes.end(last)
    return Number(value, value, start, end, first, last, step, scale, digits, is_fraction=is_fraction, suffix=suffix)


def last_place(value: float) -> float:
    """The place of the last digit of a whole number that is not zero; 0 where that is the last digit of all."""
    whole = round(value)
    if whole == 0 or whole != value or whole % 10:
        return 0.0
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return float(place)
