"""Numbers in running text: digits, words and mixtures of both ("1.6 million", "twenty-eight thousand", "dozens").

What is no well-formed number ("1,0,0", four hundred digits, digits of another script) is left unread: a wrong value is worse than none.
"""

import re
from functools import cache

from attrs import frozen

from factcheck import lexicon

LONGEST = 18  # digits; beyond this a float no longer tells neighbours apart, and no newspaper prints such a number

_TOKEN = re.compile(
    r"""(?P<digits>\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)|\d{1,3}(?:\ 000)+(?![\d,.]?\d)|\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)
      |(?P<word>[^\W\d_]+(?=fold\b)|[^\W\d_]+(?:['’][^\W\d_]+)*)
      |(?P<sign>\S)""",
    re.VERBOSE,
)
_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+", re.ASCII)
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:[\s]\d{3})+", re.ASCII
)
_SLASH = re.compile(r"(?<![\w/.,-])(\d{1,2})\s?/\s?(\d{1,2})(?![\w/.,]*\d)", re.ASCII)


@frozen
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


@frozen
class Number:
    """A number as the words name it, without its unit.

    Attributes:
        low: the number; the lower one where the words leave a range open ("dozens").
        high: the upper one.
        step: the place of its last telling digit: 1,000 for "9,000", 100,000 for "1.6 million"; 0 for one that is not round.
        scale: what a scale word or suffix multiplies it with, else 1.
        digits: the digits as written, or "" for words.
        hard: for vague words what they assert at the least, (low, high); else None.
        soft: for vague words what a reader expects; else None.
        start: offset of the first character.
        end: offset behind the last.
        first: index of its first lexeme.
        last: index of its last lexeme.
        is_fraction: whether it is a share of what follows ("half", "two thirds").
        suffix: a scale suffix glued to the digits that may as well be a unit ("m"), or "".
    """

    low: float
    high: float
    step: float
    scale: float
    digits: str
    hard: tuple[float, float] | None
    soft: tuple[float, float] | None
    start: int
    end: int
    first: int
    last: int
    is_fraction: bool = False
    suffix: str = ""

    @property
    def is_vague(self) -> bool:
        """Whether no definite number is named ("several", "thousands")."""
        return self.hard is not None


@frozen
class _Words:
    """The tables of lexicon/en/numbers.toml, ready for looking up."""

    cardinals: dict[str, float]
    tens: dict[str, float]
    scales: dict[str, float]
    suffixes: dict[str, float]
    groups: dict[str, float]
    plurals: dict[str, float]
    vague: dict[str, list[float]]
    fractions: dict[str, float]
    signs: dict[str, float]


@cache
def _words() -> _Words:
    tables = lexicon.load("numbers")
    return _Words(**{name: tables[name] for name in _Words.__annotations__})


@cache
def hint() -> re.Pattern[str]:
    """Matches in every text that can hold a number; most sentences are done with after it."""
    words = _words()
    names = [
        *words.cardinals,
        *words.tens,
        *words.scales,
        *words.groups,
        *words.plurals,
        *words.vague,
        *words.fractions,
    ]
    return re.compile(rf"\d|[{''.join(words.signs)}]|\b(?:{'|'.join(names)})(?:fold)?\b", re.IGNORECASE)


@cache
def openers() -> frozenset[str]:
    """The words that a number can begin with."""
    words = _words()
    return frozenset({*words.cardinals, *words.tens, *words.plurals, *words.vague, "a", "an", "half"})


def lex(text: str) -> list[Lexeme]:
    """The words, digits and signs of a text, in order; nothing but white space and underscores is left out."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        found.append(Lexeme(match.lastgroup or "sign", word, word.lower(), match.start(), match.end()))
    return found


def read_digits(digits: str) -> float | None:
    """The value of a cluster of digits, or None where it is not well formed."""
    if len(digits) > LONGEST + 6 or (not digits.isascii() and not re.search(r"\s", digits)):
        return None
    if _PLAIN.fullmatch(digits):
        if len(digits) > LONGEST or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
            return None
        return float(digits)
    if _GROUPED.fullmatch(digits):
        whole = re.sub(r"\s|,", "", digits)
        whole = whole.replace(".", "") if whole.count(".") > 1 else whole
        return float(whole) if len(whole) <= LONGEST and digits[0] != "0" else None
    return None


def read_number(lexemes: list[Lexeme], index: int, text: str) -> Number | None:
    """The number that begins with the lexeme at `index`, as long as it goes, or None."""
    lexeme = lexemes[index]
    if lexeme.kind == "digits":
        return _digits(lexemes, index, text)
    if lexeme.kind == "sign":
        value = _words().signs.get(lexeme.text)
        return None if value is None else _number(lexemes, index, index, value, fraction=True)
    return _fraction(lexemes, index) or _vague(lexemes, index) or _cardinal(lexemes, index)


def _number(
    lexemes: list[Lexeme],
    first: int,
    last: int,
    value: float,
    *,
    step: float = 0.0,
    scale: float = 1.0,
    digits: str = "",
    fraction: bool = False,
) -> Number:
    return Number(
        value, value, step, scale, digits, None, None, lexemes[first].start, lexemes[last].end, first, last, fraction
    )


def _step(value: float) -> float:
    """The place of the last digit of a whole number that is not zero; 0 where that is the last digit of all."""
    whole = round(value)
    if whole == 0 or whole != value or whole % 10:
        return 0.0
    place = 1
    while whole % (place * 10) == 0:
        place *= 10
    return float(place)


# ------------------------------------------------------------------------------------------------------------- digits


def _digits(lexemes: list[Lexeme], index: int, text: str) -> Number | None:
    """A number that begins with digits, with the scale words or the suffix behind it."""
    lexeme = lexemes[index]
    if slash := _SLASH.match(text, lexeme.start):
        return _slashed(lexemes, index, slash)
    value = read_digits(lexeme.text)
    if value is None:
        return None
    decimals = len(lexeme.text.rpartition(".")[2]) if lexeme.text.count(".") == 1 else 0
    last, scale, suffix = _scale(lexemes, index)
    number = value * scale
    step = _step(round(number)) if scale > 1 or not decimals else 10.0**-decimals
    if scale > 1:
        step = max(step, scale * 10.0**-decimals)
    end = lexemes[last].end if not suffix else lexemes[last].start + len(suffix)
    sign = _words().signs.get(text[end : end + 1])
    if sign is not None and not decimals:  # "2½"
        return _number(lexemes, index, last + 1, number + sign)
    number = float(f"{number:.12g}")  # 1.1 million is no 1,100,000.0000000001
    return Number(number, number, step, scale, lexeme.text, None, None, lexeme.start, end, index, last, False, suffix)


def _slashed(lexemes: list[Lexeme], index: int, match: re.Match[str]) -> Number | None:
    """A fraction such as 1/2 or 3/4: proper, and not a day of a month."""
    over, under = int(match[1]), int(match[2])
    if not 0 < over < under or under > 16:
        return None
    return _number(lexemes, index, index + 2, over / under, fraction=True)


def _scale(lexemes: list[Lexeme], index: int) -> tuple[int, float, str]:
    """Last lexeme, factor and suffix of the scale behind digits: "4 hundred million", "1.6m", "9-billion"."""
    words, scale, last, suffix = _words(), 1.0, index, ""
    following = index + 1
    while following < len(lexemes):
        lexeme, gap = lexemes[following], lexemes[following].start - lexemes[last].end
        if (
            lexeme.text in "-–"
            and gap == 0
            and following + 1 < len(lexemes)
            and lexemes[following + 1].lower in words.scales
        ):
            following += 1
            continue
        factor = words.scales.get(lexeme.lower)
        if factor is not None and scale * factor <= 1e15:
            scale, last, suffix = scale * factor, following, ""
            following += 1
            continue
        if scale == 1.0 and lexeme.text in words.suffixes and (gap == 0 or (len(lexeme.text) > 1 and gap == 1)):
            return following, words.suffixes[lexeme.text], lexeme.text
        break
    return last, scale, suffix


# -------------------------------------------------------------------------------------------------------------- words


def _cardinal(lexemes: list[Lexeme], index: int) -> Number | None:
    """A number in words: "one", "forty-two", "two hundred and six", "a million", "two and a half million", "two dozen"."""
    words = _words()
    here, last, total, current, has_unit, smallest = index, index, 0.0, None, False, 1e18
    if lexemes[index].lower in ("a", "an"):
        following = lexemes[index + 1].lower if index + 1 < len(lexemes) else ""
        if following not in words.scales and following not in words.groups:
            return None
        if following == "score" and not _is(lexemes, index + 2, "of"):
            return None
        current, here = 1.0, index + 1
    while here < len(lexemes):
        word = lexemes[here].lower
        if word in words.cardinals or word in words.tens:
            is_ten = word in words.tens
            if current is None:
                current = words.tens.get(word, words.cardinals.get(word, 0.0))
            elif (
                not is_ten
                and not has_unit
                and current % 100 >= 20
                and current % 10 == 0
                and 0 < words.cardinals[word] < 10
            ):
                current += words.cardinals[word]
            elif current and current % 100 == 0 and lexemes[here - 1].lower in ("hundred", "and", "-"):
                current += words.tens.get(word, words.cardinals.get(word, 0.0))
                has_unit = False
            else:
                break
            has_unit = has_unit or not is_ten
        elif word == "hundred" and current is not None and current < 100:
            current, has_unit = current * 100, False
        elif word in words.scales and current is not None and words.scales[word] < smallest:
            smallest = words.scales[word]
            total, current, has_unit = total + current * smallest, None, False
        elif (
            word in words.groups
            and current is not None
            and total == 0
            and lexemes[here - 1].lower in ("a", *words.cardinals)
        ):
            if word == "score" and not _is(lexemes, here + 1, "of"):
                break
            current, last, here = current * words.groups[word], here, here + 1
            break
        elif word == "and" and here > index:
            half = _half(lexemes, here)
            if half is not None:
                base, scale, end = half
                value = (total + (current or 0) + base) * scale
                return _number(lexemes, index, end, value, step=_step(value), scale=scale)
            if lexemes[last].lower not in words.scales or not _continues(lexemes, here + 1):
                break
            here += 1
            continue
        elif (
            word == "-"
            and here > index
            and lexemes[here].start == lexemes[here - 1].end
            and _continues(lexemes, here + 1, hyphen=True)
        ):
            here += 1
            continue
        elif word == "point" and current is not None and here > index and _is_digit(lexemes, here + 1):
            return _decimal(lexemes, index, here, total + current)
        else:
            break
        last, here = here, here + 1
    if current is None and total == 0:
        return None
    value = total + (current or 0.0)
    if _is_spoken_year(lexemes, index, last):
        return None
    return _number(lexemes, index, last, value, step=_step(value), scale=1.0 if smallest > 1e15 else smallest)


def _is(lexemes: list[Lexeme], index: int, *words: str) -> bool:
    return index < len(lexemes) and lexemes[index].lower in words


def _is_digit(lexemes: list[Lexeme], index: int) -> bool:
    return index < len(lexemes) and _words().cardinals.get(lexemes[index].lower, 99) < 10


def _continues(lexemes: list[Lexeme], index: int, hyphen: bool = False) -> bool:
    """Whether the lexeme goes on with a number in words (behind "and" or a hyphen)."""
    words = _words()
    if index >= len(lexemes):
        return False
    word = lexemes[index].lower
    if hyphen:
        before = lexemes[index - 2].lower
        if before in words.tens:
            return 0 < words.cardinals.get(word, 0) < 10
        return word in words.scales or word in words.groups
    return word in words.cardinals or word in words.tens


def _half(lexemes: list[Lexeme], index: int) -> tuple[float, float, int] | None:
    """Behind "two": "and a half million", "and three quarters"; the share, the scale and the last lexeme."""
    words = _words()
    here = index + 1
    share = 1.0
    if _is(lexemes, here, "a", "one"):
        here += 1
    elif _is(lexemes, here, "three"):
        share, here = 3.0, here + 1
    if not _is(lexemes, here, "half", "quarter", "quarters", "third", "thirds"):
        return None
    share *= words.fractions[lexemes[here].lower]
    scale = words.scales.get(lexemes[here + 1].lower) if here + 1 < len(lexemes) else None
    return (share, scale, here + 1) if scale else (share, 1.0, here)


def _decimal(lexemes: list[Lexeme], first: int, point: int, whole: float) -> Number:
    """ "three point five million"."""
    words, here, digits = _words(), point + 1, ""
    while _is_digit(lexemes, here) and len(digits) < 6:
        digits += str(int(words.cardinals[lexemes[here].lower]))
        here += 1
    scale = words.scales.get(lexemes[here].lower, 1.0) if here < len(lexemes) else 1.0
    last = here if scale > 1 else here - 1
    step = scale * 10.0 ** -len(digits)
    return _number(
        lexemes, first, last, float(f"{(whole + float('0.' + digits)) * scale:.12g}"), step=step, scale=scale
    )


def _is_spoken_year(lexemes: list[Lexeme], first: int, last: int) -> bool:
    """Whether it is one half of "nineteen eighty-four" or "twenty fifteen", which are no amounts."""
    words = _words()

    def two_digits(index: int) -> bool:
        return 0 <= index < len(lexemes) and (
            lexemes[index].lower in words.tens or words.cardinals.get(lexemes[index].lower, 0) >= 10
        )

    return two_digits(first) and (
        two_digits(last + 1) or two_digits(first - 1) or (two_digits(first - 3) and _is(lexemes, first - 2, "-"))
    )


# -------------------------------------------------------------------------------------------------- fractions, vague


def _fraction(lexemes: list[Lexeme], index: int) -> Number | None:
    """ "half", "a third of", "two-thirds", "three quarters of"."""
    words = _words()
    word = lexemes[index].lower
    here, times = index, 1.0
    if word == "half":
        return _bare_half(lexemes, index)
    if word in ("a", "an", "one") or word in words.cardinals:
        times = words.cardinals.get(word, 1.0)
        here = index + 2 if _is(lexemes, index + 1, "-") else index + 1
        if here >= len(lexemes) or lexemes[here].lower not in words.fractions:
            return None
    else:
        return None
    share = words.fractions[lexemes[here].lower]
    is_half, is_plural = lexemes[here].lower == "half", lexemes[here].lower.endswith("s")
    if (times > 1) != is_plural or times * share > 1:
        return None
    if is_half and (_is(lexemes, here + 1, "-") or word not in ("a", "an", "one")):
        return None
    # "a third man", "one quarter" of a year: without "of" only what is written with a hyphen or a plural is a share
    if not (is_half or is_plural or here == index + 2 or _is(lexemes, here + 1, "of")):
        return None
    if _is(lexemes, here + 1, "million", "billion", "trillion"):
        scale = words.scales[lexemes[here + 1].lower]
        return _number(lexemes, index, here + 1, times * share * scale, step=scale / 4, scale=scale)
    return _number(lexemes, index, here, times * share, fraction=True)


def _bare_half(lexemes: list[Lexeme], index: int) -> Number | None:
    """ "half" where it is a share: "half of", "half the", "half a million", "about half"; not "half-time", "second half"."""
    before = lexemes[index - 1].lower if index else ""
    if before in (
        "first",
        "second",
        "the",
        "other",
        "latter",
        "top",
        "bottom",
        "-",
        "better",
        "opening",
        "closing",
    ) or _is(lexemes, index + 1, "-"):
        return None
    if _is(lexemes, index + 1, "a", "an") and _is(lexemes, index + 2, "million", "billion", "trillion", "dozen"):
        words = _words()
        scale = {**words.scales, **words.groups}[lexemes[index + 2].lower]
        return _number(lexemes, index, index + 2, scale / 2, step=scale / 10, scale=scale)
    following = (
        "of",
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "that",
        "those",
        "these",
        "as",
        "dozen",
    )
    if _is(lexemes, index + 1, *following) or before in (
        "about",
        "nearly",
        "almost",
        "over",
        "than",
        "around",
        "roughly",
        "by",
        "least",
        "up",
        "to",
    ):
        if _is(lexemes, index + 1, "dozen"):
            return _number(lexemes, index, index + 1, 6.0)
        return _number(lexemes, index, index, 0.5, fraction=True)
    return None


def _vague(lexemes: list[Lexeme], index: int) -> Number | None:
    """ "dozens", "tens of thousands", "several", "a few hundred", "a couple of"."""
    words = _words()
    word = lexemes[index].lower
    if word in words.plurals:
        return _plural(lexemes, index)
    here = index
    if word == "a" and _is(lexemes, index + 1, "few", "couple", "handful"):
        here = index + 1
    elif word != "several":
        return None
    name, last = lexemes[here].lower, here
    if name in ("couple", "handful") and _is(lexemes, here + 1, "of"):
        last = here + 1
    elif name == "handful" or (name == "couple" and not _is(lexemes, here + 1, *words.scales, "dozen")):
        return None
    hard_low, hard_high, soft_low, soft_high = words.vague[name]
    scale = {**words.scales, **words.groups}.get(lexemes[last + 1].lower, 1.0) if last + 1 < len(lexemes) else 1.0
    if scale > 1:
        last += 1
        hard_high, soft_high = hard_high + 1, max(soft_high, hard_high + 1)  # "several thousand" may be told of 9,900
        soft_low = hard_low
    elif name in ("couple", "handful"):
        last = here + 1
    hard, soft = (hard_low * scale, hard_high * scale), (soft_low * scale, soft_high * scale)
    return Number(hard[0], hard[1], 0.0, scale, "", hard, soft, lexemes[index].start, lexemes[last].end, index, last)


def _plural(lexemes: list[Lexeme], index: int) -> Number | None:
    """ "thousands", "hundreds of thousands": one power of ten upwards; "tens" alone is none, "the hundreds" neither."""
    words = _words()
    word, low, last = lexemes[index].lower, words.plurals[lexemes[index].lower], index
    if _is(lexemes, index + 1, "of") and index + 2 < len(lexemes) and lexemes[index + 2].lower in words.plurals:
        low, last = low * words.plurals[lexemes[index + 2].lower], index + 2
    elif word in ("tens", "scores") and not _is(lexemes, index + 1, "of"):
        return None
    soft_low = 2 * low if word == "dozens" else low
    hard = (2 * low, float("inf"))
    return Number(
        low, 10 * low, 0.0, low, "", hard, (soft_low, 10 * low), lexemes[index].start, lexemes[last].end, index, last
    )
