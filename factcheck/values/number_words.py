"""Numbers that begin with a word: "forty-two", "two and a half million", "two-thirds", "dozens", "several thousand"."""

from attrs import define

from factcheck.lexicon import words as listed
from factcheck.values.number_digits import number_of_digits
from factcheck.values.numbers import Lexemes, Number, last_place, number_at, number_words

ARTICLES = ("a", "an")
LARGE = ("million", "billion", "trillion")


def read_number(lexemes: Lexemes, index: int, text: str) -> Number | None:
    """The number that begins with the lexeme at `index`, as long as it goes, or None."""
    lexeme = lexemes[index]
    if lexeme.kind == "digits":
        return number_of_digits(lexemes, index, text)
    if (sign := number_words().signs.get(lexeme.text)) is not None:
        return number_at(lexemes, index, index, sign, is_fraction=True)
    return _fraction(lexemes, index) or _vague(lexemes, index) or _cardinal(lexemes, index)


# --------------------------------------------------------------------------------------------------------- cardinals


@define
class _Sum:
    """A number in words while it is added up.

    Attributes:
        total: the thousands, millions, ... that are complete.
        current: what stands since the last of them; None for nothing.
        smallest: the last scale; the next one must be smaller.
        open_to: the numbers that may still be added to `current` lie below this: 10 behind "forty", 100 behind "two
            hundred", 0 behind "six".
    """

    total: float = 0.0
    current: float | None = None
    smallest: float = float("inf")
    open_to: float = 100.0

    @property
    def value(self) -> float:
        return self.total + (self.current or 0.0)

    def take(self, word: str) -> bool:
        """Add a word; False where it does not continue the number."""
        tables = number_words()
        small = tables.below_hundred(word)
        if small is not None:
            if small >= self.open_to or (self.current is not None and small == 0):
                return False
            self.current = (self.current or 0.0) + small
            self.open_to = 10.0 if word in tables.tens else 0.0
            return True
        if word == "hundred" and self.current is not None and self.current < 100:
            self.current, self.open_to = self.current * 100, 100.0
            return True
        scale = tables.scales.get(word, 0.0)
        if scale < 1000 or self.current is None or scale >= self.smallest:
            return False
        self.total, self.current, self.smallest, self.open_to = self.total + self.current * scale, None, scale, 100.0
        return True


def _cardinal(lexemes: Lexemes, index: int) -> Number | None:
    """As in "one", "forty-two", "two hundred and six", "a million", "two and a half million", "two dozen"."""
    tables, number, here = number_words(), _Sum(), index
    if lexemes.lower(index) in ARTICLES:
        if lexemes.lower(index + 1) not in tables.scales and not _is_group(lexemes, index + 1):
            return None
        number.current, number.open_to, here = 1.0, 0.0, index + 1
    elif lexemes.has(index, "dozen"):
        return number_at(lexemes, index, index, tables.groups["dozen"])  # "the dozen officers"
    elif tables.below_hundred(lexemes.lower(index)) is None:
        return None
    last = index
    while here < len(lexemes):
        word = lexemes.lower(here)
        if number.take(word):
            last, here = here, here + 1
        elif word in ("and", "-") and last == here - 1 and _links(lexemes, here, number):
            here += 1
        else:
            break
    if last == here - 1 and _is_group(lexemes, here) and number.total == 0 and number.current is not None:
        return number_at(lexemes, index, here, number.current * tables.groups[lexemes.lower(here)])
    if (half := _and_a_half(lexemes, last + 1)) is not None:
        share, scale, end = half
        value = (number.value + share) * scale
        return number_at(lexemes, index, end, value, step=last_place(value), scale=scale)
    if lexemes.has(last + 1, "point") and tables.cardinals.get(lexemes.lower(last + 2), 99.0) < 10:
        return _decimal(lexemes, index, last + 1, number.value)
    if _is_spoken_year(lexemes, index, last):
        return None
    scale = number.smallest if number.total else 1.0
    return number_at(lexemes, index, last, number.value, step=last_place(number.value), scale=scale)


def _is_group(lexemes: Lexemes, index: int) -> bool:
    """Whether "dozen" or "score of" stands there; a score without "of" is one in a game."""
    word = lexemes.lower(index)
    return word in number_words().groups and (word != "score" or lexemes.has(index + 1, "of"))


def _links(lexemes: Lexemes, index: int, number: _Sum) -> bool:
    """Whether the "and" or the hyphen at `index` goes on with the number: "hundred and six", "forty-two"."""
    tables, following = number_words(), lexemes.lower(index + 1)
    small = tables.below_hundred(following)
    if lexemes[index].text == "-":
        is_glued = lexemes[index].start == lexemes[index - 1].end
        return is_glued and (
            following in tables.scales or (small is not None and number.open_to == 10.0 and small < 10)
        )
    return small is not None and small > 0 and lexemes.lower(index - 1) in tables.scales


def _and_a_half(lexemes: Lexemes, index: int) -> tuple[float, float, int] | None:
    """Behind "two": "and a half million", "-and-a-half", "and three quarters"; share, scale and last lexeme."""
    is_hyphened = lexemes.has(index, "-")
    here = index + is_hyphened
    if not lexemes.has(here, "and"):
        return None
    step = 1 + is_hyphened  # a hyphen behind every word, or behind none
    tables, here, share = number_words(), here + step, 1.0
    if lexemes.has(here, "a", "one"):
        here += step
    elif lexemes.has(here, "three"):
        share, here = 3.0, here + step
    if not lexemes.has(here, "half", "quarter", "quarters", "third", "thirds"):
        return None
    share *= tables.fractions[lexemes.lower(here)]
    scale = tables.scales.get(lexemes.lower(here + 1))
    return (share, 1.0, here) if scale is None else (share, scale, here + 1)


def _decimal(lexemes: Lexemes, first: int, point: int, whole: float) -> Number:
    """As in "three point five million"."""
    tables, here, digits = number_words(), point + 1, ""
    while len(digits) < 6 and (digit := tables.cardinals.get(lexemes.lower(here), 99.0)) < 10:
        digits, here = digits + str(int(digit)), here + 1
    scale = tables.scales.get(lexemes.lower(here), 1.0)
    last = here if scale > 1 else here - 1
    value = (whole + float(f"0.{digits}")) * scale
    return number_at(lexemes, first, last, value, step=scale * 10.0 ** -len(digits), scale=scale)


def _is_spoken_year(lexemes: Lexemes, first: int, last: int) -> bool:
    """Whether it is one half of "nineteen eighty-four" or "twenty fifteen", which are no amounts."""

    def has_two_digits(index: int) -> bool:
        return (number_words().below_hundred(lexemes.lower(index)) or 0.0) >= 10

    before = has_two_digits(first - 1) or (has_two_digits(first - 3) and lexemes.has(first - 2, "-"))
    return has_two_digits(first) and (before or has_two_digits(last + 1))


# --------------------------------------------------------------------------------------------------- fractions, vague


def _fraction(lexemes: Lexemes, index: int) -> Number | None:
    """As in "half", "a third of", "two-thirds", "three quarters of"."""
    tables, word = number_words(), lexemes.lower(index)
    if word == "half":
        return _half(lexemes, index)
    times = 1.0 if word in ARTICLES else tables.cardinals.get(word, 0.0)
    is_hyphened = lexemes.has(index + 1, "-")
    part = index + 2 if is_hyphened else index + 1
    name = lexemes.lower(part)
    share = tables.fractions.get(name, 2.0) * times
    if not 0 < share <= 1 or (times > 1) != name.endswith("s"):
        return None
    if name == "half" and (lexemes.has(part + 1, "-") or lexemes.has(index - 1, "and")):
        return None  # "a half-brother", "an hour and a half"
    # "a third man", "one quarter" of a year: without "of" only what has a hyphen or is a plural is a share
    if not (name == "half" or name.endswith("s") or is_hyphened or lexemes.has(part + 1, "of")):
        return None
    large = part + 3 if lexemes.has(part + 1, "of") and lexemes.has(part + 2, *ARTICLES) else part + 1
    if lexemes.has(large, *LARGE):  # "three quarters of a million"
        scale = tables.scales[lexemes.lower(large)]
        return number_at(lexemes, index, large, share * scale, step=scale / 4, scale=scale)
    return number_at(lexemes, index, part, share, is_fraction=True)


def _half(lexemes: Lexemes, index: int) -> Number | None:
    """As in "half of", "half the", "half a million", "half a dozen", "about half"; not "half-time", "second half"."""
    tables, before = number_words(), lexemes.lower(index - 1)
    if before in listed("numbers_context", "no_share_before_half") or lexemes.has(index + 1, "-"):
        return None
    if before == "a" and lexemes.has(index - 2, "and"):
        return None  # "the hour and a half of it"
    counted = index + 2 if lexemes.has(index + 1, *ARTICLES) else index + 1
    times = tables.times(lexemes.lower(counted))
    if times is not None and lexemes.has(counted, *LARGE, "dozen"):
        return number_at(lexemes, index, counted, times / 2, step=times / 10 if times > 12 else 0.0, scale=times)
    if before in listed("numbers_context", "before_half") or lexemes.lower(index + 1) in listed(
        "numbers_context", "behind_half"
    ):
        return number_at(lexemes, index, index, 0.5, is_fraction=True)
    return None


def _vague(lexemes: Lexemes, index: int) -> Number | None:
    """As in "dozens", "tens of thousands", "several", "a few hundred", "a couple of"."""
    tables, word = number_words(), lexemes.lower(index)
    if word in tables.plurals:
        return _plural(lexemes, index)
    name = index + 1 if word == "a" and lexemes.has(index + 1, "few", "couple", "handful") else index
    if name == index and word != "several":
        return None
    is_couple = lexemes.has(name, "couple", "handful")
    last = name + 1 if is_couple and lexemes.has(name + 1, "of") else name
    scale = tables.times(lexemes.lower(last + 1))
    if is_couple and last == name and scale is None:
        return None  # "a couple" that marries
    hard_low, hard_high, soft_low, soft_high = tables.vague[lexemes.lower(name)]
    if scale is not None:
        last += 1
        # "several thousand" may be told of 9,900, and a reader expects no less than 3,000
        hard_high = soft_high = hard_high + 1 if not is_couple else soft_high
        soft_low = hard_low
    scale = scale or 1.0
    hard, soft = (hard_low * scale, hard_high * scale), (soft_low * scale, soft_high * scale)
    start, end = lexemes.start(index), lexemes.end(last)
    return Number(*hard, start, end, index, last, scale=scale, hard=hard, soft=soft)


def _plural(lexemes: Lexemes, index: int) -> Number | None:
    """As in "thousands", "hundreds of thousands": one power of ten upwards; "tens" alone is none."""
    plurals, word, last = number_words().plurals, lexemes.lower(index), index
    low = plurals[word]
    if lexemes.has(index + 1, "of") and lexemes.lower(index + 2) in plurals:
        low, last = low * plurals[lexemes.lower(index + 2)], index + 2
    elif word in ("tens", "scores") and not lexemes.has(index + 1, "of"):
        return None
    soft = (2 * low if word == "dozens" else low, 10 * low)
    start, end = lexemes.start(index), lexemes.end(last)
    return Number(low, 10 * low, start, end, index, last, scale=low, hard=(2 * low, float("inf")), soft=soft)
