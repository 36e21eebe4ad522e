"""Numbers that begin with digits: "9,000", "1.6 million", "2½", "25k", "4 hundred million", "3/4"."""

import re

from factcheck.values.numbers import Lexemes, Number, last_place, number_at, number_words

LONGEST = 18  # digits; beyond this a float no longer tells neighbours apart, and no newspaper prints such a number
LARGEST_SCALE, MILLION = 1e15, 1e6
DENOMINATORS = (2, 3, 4, 5, 6, 8, 10, 16)

_PLAIN = re.compile(r"\d+(?:\.\d+)?|\.\d+", re.ASCII)
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:\.\d{3}){2,}|\d{1,3}(?:\s\d{3})+"
)
_COMMA = re.compile(r"\d{1,3},\d{1,2}", re.ASCII)
_SIGN = re.compile(r"\s?(\S)")
_SLASHED = re.compile(r"(?<![\w/.,])(\d{1,2})\s?/\s?(\d{1,2})(?![\w/.,]*\d)", re.ASCII)


def read_digits(digits: str) -> float | None:
    """The value of a cluster of digits, or None where it is not well formed."""
    figures = re.sub(r"[\s,.]", "", digits)
    if len(figures) > LONGEST or not figures.isascii():
        return None
    if _PLAIN.fullmatch(digits):
        return None if len(digits) > 1 and digits[0] == "0" and digits[1] != "." else float(digits)
    if not _GROUPED.fullmatch(digits) or digits[0] == "0":
        return None
    plain = re.sub(r"[\s,]", "", digits)
    return float(plain.replace(".", "") if plain.count(".") > 1 else plain)


def number_of_digits(lexemes: Lexemes, index: int, text: str) -> Number | None:
    """The number whose digits are the lexeme at `index`, with the scale words or the suffix behind it, or None."""
    lexeme = lexemes[index]
    if slashed := _SLASHED.match(text, lexeme.start):
        return _fraction(lexemes, index, slashed)
    last, scale, suffix = _scale(lexemes, index)
    figures = lexeme.text
    if _COMMA.fullmatch(figures) and (scale > 1 or lexemes.has(index + 1, "%")):
        figures = figures.replace(",", ".")  # "2,5 million": translations keep the comma
    value = read_digits(figures)
    if value is None:
        return None
    decimals = len(figures.rpartition(".")[2]) if figures.count(".") == 1 else 0
    if scale >= MILLION and (rest := _rest(lexemes, last, scale)) is not None:
        whole = value * scale + rest.low
        return number_at(lexemes, index, rest.last, whole, step=rest.step, scale=rest.scale, digits=figures)
    if not decimals and scale == 1.0 and (mixed := _mixed(lexemes, index, value, text)) is not None:
        return mixed
    step = last_place(round(value * scale)) if scale > 1 or not decimals else 0.0
    step = max(step, _finest(scale, decimals))
    return number_at(lexemes, index, last, value * scale, step=step, scale=scale, digits=lexeme.text, suffix=suffix)


def _rest(lexemes: Lexemes, last: int, scale: float) -> Number | None:
    """What a smaller scale adds: "1 million 200 thousand"."""
    if last + 2 >= len(lexemes) or not lexemes[last + 1].text.isdigit():
        return None
    value, (end, smaller, suffix) = read_digits(lexemes[last + 1].text), _scale(lexemes, last + 1)
    if value is None or suffix or not 1 < smaller < value * smaller < scale:
        return None
    return number_at(lexemes, last + 1, end, value * smaller, step=last_place(value * smaller), scale=smaller)


def _finest(scale: float, decimals: int) -> float:
    """The place of the last decimal told; 0 for a plain whole number."""
    return scale * 10.0**-decimals if scale > 1 or decimals else 0.0


def _mixed(lexemes: Lexemes, index: int, whole: float, text: str) -> Number | None:
    """A whole number with a fraction behind it: "2½", "2 ½", "5 1/2"."""
    end = lexemes[index].end
    sign = _SIGN.match(text, end)
    if sign is not None and (part := number_words().signs.get(sign[1])) is not None:
        return number_at(lexemes, index, index + 1, whole + part, digits=lexemes[index].text)
    slashed = _SLASHED.match(text, end + 1)
    fraction = _fraction(lexemes, index + 1, slashed) if slashed is not None and text[end] in " -" else None
    if fraction is None:
        return None
    last = fraction.last
    return number_at(lexemes, index, last, whole + fraction.low, digits=lexemes[index].text)


def _fraction(lexemes: Lexemes, index: int, match: re.Match[str]) -> Number | None:
    """A fraction such as 1/2 or 3/4: proper, of a usual denominator, and no day of a month ("9/11", "24/7")."""
    over, under = int(match[1]), int(match[2])
    if not 0 < over < under or under not in DENOMINATORS:
        return None
    first = next(i for i in range(index, len(lexemes)) if lexemes[i].start >= match.start())
    return number_at(lexemes, first, first + 2, over / under, is_fraction=True)


def _scale(lexemes: Lexemes, index: int) -> tuple[int, float, str]:
    """Last lexeme, factor and suffix of the scale behind digits: "4 hundred million", "1.6m", "9-billion"."""
    tables, scale, last = number_words(), 1.0, index
    following = index + 1
    while following < len(lexemes):
        lexeme = lexemes[following]
        gap = lexeme.start - lexemes[following - 1].end
        if gap == 0 and lexeme.text in '-–"”' and lexemes.lower(following + 1) in tables.scales:
            following += 1  # "9-billion"; "$5.6” billion", where a quotation ends inside the number
            continue
        factor = tables.scales.get(lexeme.lower)
        if factor is not None and scale * factor <= LARGEST_SCALE:
            scale, last, following = scale * factor, following, following + 1
            continue
        if scale == 1.0 and lexeme.text in tables.suffixes and (gap == 0 or (gap == 1 and len(lexeme.text) > 1)):
            return following, tables.suffixes[lexeme.text], lexeme.text
        break
    return last, scale, ""
