"""Reading the amounts of a sentence: numbers, their units, hedges and what they count, ranges and second renderings."""

import re
from functools import cache

from attrs import define, evolve

from factcheck import lexicon
from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values import quantity_guard as guard
from factcheck.values.numbers import Number, hint, lex, read_digits, read_number
from factcheck.values.quantity import Bound, Quantity
from factcheck.values.quantity_hedges import Shape, change_before, hedge_after, hedge_before, intervals
from factcheck.values.quantity_nouns import counted_in_parse, counted_in_text
from factcheck.values.quantity_units import COUNT, Unit, UnitWords, currency_ahead, unit, unit_behind

_RANGE = re.compile(r"\s*(?:(-|–|—|/)|(to|or|and|through)(?:\s+|-))\s*", re.IGNORECASE)
_PER = re.compile(
    r"\s*(?:(?:per|a|an|each|every)\s+|/\s?)(second|minute|hour|hr|day|night|week|month|year|person|head|share|capita|barrel|gallon|litre|liter|"
    r"kilo|kilogram|tonne|ton|ounce|pound|unit|acre|hectare|square (?:metre|meter|foot|mile|kilometre|kilometer)|household|minute|game|cm2|m2|employee|student)\b",
    re.IGNORECASE,
)
_MINUS = re.compile(r"(?:(?<=\s)|(?<=^)|(?<=\())(?:-|−|minus[\s-])$|(?<=[$€£])[-−]$")
_RENDERING = re.compile(
    r"\s*[(\[]\s*(?:or\s+|i\.e\.,?\s+|about\s+|around\s+|approximately\s+|roughly\s+|some\s+|nearly\s+|almost\s+|over\s+|~)?$"
)


@define
class _Measure:
    """A number with its unit, before hedges and neighbours have been looked at.

    Attributes:
        number: the number.
        unit: its unit; COUNT for none.
        low, high: the value, sign and fraction counted in.
        start, end: offsets with currency and unit.
        first, last: indices of the first lexeme (currency included) and of the last one.
        per: what a rate is told for, or "".
        is_range: whether two numbers have been joined.
        opening: where a word that opens a range ("between", "from") begins, or -1.
    """

    number: Number
    unit: Unit
    low: float
    high: float
    start: int
    end: int
    first: int
    last: int
    per: str = ""
    is_range: bool = False
    opening: int = -1
    step: float = 0.0
    number_end: int = 0


def read_quantities(sentence: str | Sentence, article: str = "") -> tuple[Quantity, ...]:
    """The amounts of a sentence, in order.

    With a parse, the counted noun and the concepts come from its lemmas and dependencies; for a bare string they are guessed from the words
    that follow. Dates, years, clock times, scores, ordinals and model numbers are no amounts; durations are.

    Args:
        sentence: a parsed sentence, or a string.
        article: id of the article, for the spans.

    Returns:
        The quantities; offsets point into the parsed text (`Sentence.text`), or into the string.
    """
    whole, offset = (sentence, 0) if isinstance(sentence, str) else (sentence.text, sentence.start)
    text = sentence if isinstance(sentence, str) else whole[offset : sentence.end]
    if not hint().search(text):
        return ()
    reader = _Reader(text, whole, offset, article, None if isinstance(sentence, str) else sentence)
    return reader.read()


class _Reader:
    """One sentence while it is read."""

    def __init__(self, text: str, whole: str, offset: int, article: str, sentence: Sentence | None) -> None:
        self.text = text
        self.whole = whole
        self.offset = offset
        self.article = article
        self.sentence = sentence
        self.lexemes = lex(text)
        self.masks = guard.masked(text)

    def read(self) -> tuple[Quantity, ...]:
        measures = self._ranges(self._measures())
        found = [quantity for measure in measures if (quantity := self._quantity(measure)) is not None]
        return tuple(self._with_renderings(found))

    # ------------------------------------------------------------------------------------------ numbers and units

    def _measures(self) -> list[_Measure]:
        """Every number with its unit, labels and dates left out."""
        found: list[_Measure] = []
        index = 0
        while index < len(self.lexemes):
            number = None
            lexeme = self.lexemes[index]
            if lexeme.kind != "word" or lexeme.lower in _openers():
                if not guard.is_masked(lexeme.start, lexeme.end, self.masks):
                    number = read_number(self.lexemes, index, self.text)
            if number is None:
                index += 1
                continue
            index = number.last + 1
            if not guard.is_masked(number.start, number.end, self.masks) and not self._is_tail(number):
                measure = self._measure(number)
                if measure is not None:
                    found.append(measure)
                    index = max(index, measure.last + 1)
        return found

    def _is_tail(self, number: Number) -> bool:
        """Whether a number word hangs on another one that was left unread ("nineteen eighty-four")."""
        if number.digits or number.first < 2:
            return False
        hyphen, before = self.lexemes[number.first - 1], self.lexemes[number.first - 2]
        return hyphen.text == "-" and hyphen.start == before.end and before.lower in lexicon.load("numbers")["tens"]

    def _measure(self, number: Number) -> _Measure | None:
        """The number with currency or unit, or None where it is no amount."""
        text = self.text
        start, sign = self._sign(number.start)
        money = currency_ahead(text, start)
        if money is not None and money.is_lost and not (number.scale > 1 or "," in number.digits):
            money = None
        number, behind = self._unit(number, money)
        if money is None and number.digits and guard.is_glued_code(number, self.lexemes, text):
            return None
        if money is not None:
            start = money.start
            start, sign = (
                (start - 1, -1.0)
                if text[start - 1 : start] in "-−" and text[start - 2 : start - 1] in " (" and start
                else (start, sign)
            )
        chosen = money.unit if money is not None else behind.unit if behind is not None else COUNT
        end = behind.end if behind is not None else number.end
        if behind is None and text[end : end + 1].isalpha():
            return None  # "787s", "3D"
        measure = _Measure(
            number,
            chosen,
            sign * number.low,
            sign * number.high,
            start,
            end,
            self._lexeme_at(start),
            self._lexeme_before(end),
        )
        measure.step, measure.number_end = number.step, number.end
        if rate := _PER.match(text, end):
            if measure.unit is not COUNT or rate.group().lstrip().lower().startswith(("per", "/")):
                measure.per, measure.end = rate[1].lower(), rate.end()
                measure.last = self._lexeme_before(measure.end)
        return measure

    def _sign(self, start: int) -> tuple[int, float]:
        """Where the number begins with its minus sign, and the sign."""
        match = _MINUS.search(self.text[max(0, start - 7) : start])
        if match is None:
            return start, 1.0
        return max(0, start - 7) + match.start(), -1.0

    def _unit(self, number: Number, money: UnitWords | None) -> tuple[Number, UnitWords | None]:
        """The unit behind the number; where a glued letter may be scale or unit, money and counts make it a scale."""
        behind = unit_behind(self.text, number.end)
        if money is not None:
            named = behind if behind is not None and behind.unit.dimension.startswith("money") else None
            if named is None:
                named = self._national(number.end)
            return number, named
        if not number.suffix:
            return number, behind
        if behind is not None and behind.unit.dimension != "count":
            return number, behind  # "12.3m tonnes"
        plain = unit_behind(self.text, number.end - len(number.suffix))
        follows = self.lexemes[number.last + 1] if number.last + 1 < len(self.lexemes) else None
        if plain is not None and number.suffix == "m":
            is_metres = follows is None or follows.kind != "word" or follows.lower in _measure_words()
            if is_metres:
                value = read_digits(number.digits)
                if value is not None:
                    shorter = evolve(number, low=value, high=value, scale=1.0, step=0.0, suffix="", end=number.end - 1)
                    return shorter, plain
        return number, behind

    def _national(self, end: int) -> UnitWords | None:
        """The country behind a sum that singles out its currency: "$31.20 US"."""
        match = re.compile(r"\s(?:US|CAN|AUD|Canadian|Australian)\b").match(self.text, end)
        return None if match is None else UnitWords(COUNT, match.start() + 1, match.end())

    def _lexeme_at(self, start: int) -> int:
        return next((i for i, lexeme in enumerate(self.lexemes) if lexeme.end > start), len(self.lexemes) - 1)

    def _lexeme_before(self, end: int) -> int:
        return next((i for i in range(len(self.lexemes) - 1, -1, -1) if self.lexemes[i].start < end), 0)

    # ------------------------------------------------------------------------------------------------------- ranges

    def _ranges(self, measures: list[_Measure]) -> list[_Measure]:
        """Neighbours joined into ranges: "5.5 to 7.5 tonnes", "between 4% and 5%", "15-20"; and "three in four" into a share."""
        joined: list[_Measure] = []
        for measure in measures:
            if joined and (range_ := self._joined(joined[-1], measure)) is not None:
                joined[-1] = range_
            else:
                joined.append(measure)
        return joined

    def _joined(self, left: _Measure, right: _Measure) -> _Measure | None:
        between = self.text[left.end : right.start]
        if between.strip().lower() in ("in", "out of", "in every"):
            return self._share(left, right)
        match = _RANGE.fullmatch(between)
        if match is None or left.number.is_vague or right.number.is_vague or left.is_range:
            return None
        word = (match[2] or match[1]).lower()
        opening = self.lexemes[left.first - 1].lower if left.first else ""
        hedge = hedge_before(self.lexemes, left.first)
        if hedge is not None and hedge.first:
            opening = self.lexemes[hedge.first - 1].lower
        if word == "and" and opening != "between":
            return None
        if left.unit is not right.unit and left.unit is not COUNT and right.unit is not COUNT:
            return None
        low, high = left.low, right.high
        left_unit = left.unit
        if (
            left.number.scale == 1
            and right.number.scale > 1
            and left.low < right.low / right.number.scale
            and "," not in left.number.digits
            and left.low < 1000
        ):
            low *= right.number.scale
        if word == "or" and not (
            0 < high - low <= max(1.0, 0.5 * low)
            and (left.unit is COUNT or left.unit is right.unit)
            and (right.unit is left.unit or right.number.start == right.start)
        ):
            return None
        if word in "-–—/" and left.unit is COUNT and right.unit is COUNT and (high <= low or word == "/"):
            return None
        if word == "/" and left.unit is COUNT:
            return None
        if (
            left_unit is COUNT
            and right.unit is not COUNT
            and right.start < right.number.start
            and word not in ("to", "-", "–", "—", "and")
        ):
            return None
        unit_ = right.unit if right.unit is not COUNT else left.unit
        step = left.step if left.step == 0 or right.step == 0 else min(left.step, right.step)
        start = self.lexemes[left.first - 1].start if opening in ("between", "from") and hedge is None else left.start
        joined = _Measure(
            evolve(right.number, start=left.number.start, first=left.number.first),
            unit_,
            low,
            high,
            left.start,
            right.end,
            left.first,
            right.last,
            right.per,
            True,
        )
        joined.step, joined.number_end = step, right.number_end
        joined.opening = start if start != left.start else -1
        return joined

    def _share(self, left: _Measure, right: _Measure) -> _Measure | None:
        """ "three in four" of something."""
        if (
            not (0 < left.low < right.low <= 1000)
            or left.unit is not COUNT
            or right.unit is not COUNT
            or left.is_range
            or right.number.scale != 1
        ):
            return None
        if guard.is_year(right.number, self.lexemes, False, False):
            return None
        number = evolve(right.number, start=left.number.start, first=left.number.first, is_fraction=True)
        share = _Measure(
            number, COUNT, left.low / right.low, left.low / right.low, left.start, right.end, left.first, right.last
        )
        share.number_end = right.number_end
        return share

    # --------------------------------------------------------------------------------------------------- quantities

    def _quantity(self, measure: _Measure) -> Quantity | None:
        """The quantity with hedges and counted noun, or None for years, labels and scores."""
        number, before = measure.number, hedge_before(self.lexemes, measure.first)
        after = hedge_after(self.lexemes, measure.last)
        is_count = measure.unit is COUNT
        counted, concepts, noun_end = self._counted(measure)
        if is_count and not measure.is_range:
            hedged = before is not None and before.shape is not Shape.EXACT
            if guard.is_year(number, self.lexemes, counted != "", hedged) or guard.is_score(number, self.text, False):
                return None
            if guard.is_label(number, self.lexemes, self.text) and not hedged:
                return None
            if self._is_idle_one(number, counted):
                return None
        if is_count and after is None and noun_end > measure.end:
            after = hedge_after(self.lexemes, self._lexeme_before(noun_end))
        if after is not None and after.shape is Shape.ABOUT and self.lexemes[after.first].lower in ("odd", "ish"):
            after = None
        shape = before.shape if before is not None else Shape.EXACT
        if after is not None and shape in (Shape.EXACT, Shape.ABOUT):
            shape = after.shape
        low, high = min(measure.low, measure.high), max(measure.low, measure.high)
        return self._build(
            measure,
            low,
            high,
            shape,
            measure.unit,
            counted,
            concepts,
            before.first if before else None,
            after.last if after else None,
        )

    def _build(
        self,
        measure: _Measure,
        low: float,
        high: float,
        shape: Shape,
        unit_: Unit,
        counted: str,
        concepts: tuple[str, ...],
        first: int | None,
        last: int | None,
    ) -> Quantity:
        number = measure.number
        is_count = unit_ is COUNT and not number.is_fraction
        if number.hard is not None and number.soft is not None and not measure.is_range:
            from factcheck.values.quantity import Interval

            hard, soft = Interval(*number.hard), Interval(*number.soft)
            bound = shape.bound if shape is not Shape.EXACT else Bound.ABOUT
        else:
            hard, soft = intervals(low, high, shape, measure.step, is_count)
            bound = shape.bound
        if bound is Bound.EXACT:
            bound = change_before(self.lexemes, measure.first) or bound
        start = (
            self.lexemes[first].start
            if first is not None
            else measure.opening
            if measure.opening >= 0
            else measure.start
        )
        end = (
            max(measure.end, self.lexemes[last].end)
            if last is not None
            and (last == measure.last + 1 or self.lexemes[last].start > measure.end)
            and last <= measure.last + 3
            else measure.end
        )
        dimension = (
            "money"
            if unit_.dimension.startswith("money")
            else "ratio"
            if number.is_fraction and unit_ is COUNT
            else unit_.dimension
        )
        return Quantity(
            low,
            high,
            hard,
            soft,
            bound,
            unit_.name,
            dimension,
            counted,
            concepts,
            self._span(start, end),
            self._span(number.start, measure.number_end),
            measure.per,
            number.is_vague,
        )

    def _span(self, start: int, end: int) -> Span:
        return Span.of(self.whole, start + self.offset, end + self.offset, self.article)

    def _counted(self, measure: _Measure) -> tuple[str, tuple[str, ...], int]:
        """The noun that is counted (for plain counts) and the concepts."""
        if self.sentence is not None:
            counted, concepts, end = counted_in_parse(self.sentence, self.offset, measure.number.start, measure.end)
        else:
            counted, concepts, end = counted_in_text(self.lexemes, measure.last, measure.high == 1)
        return (counted if measure.unit is COUNT else ""), concepts, end

    def _is_idle_one(self, number: Number, counted: str) -> bool:
        """Whether "one" is a pronoun or an article and no amount: "the one", "no one", "one another", "one day"."""
        if number.digits or number.low != 1 or number.last > number.first or number.is_fraction:
            return False
        before = self.lexemes[number.first - 1].lower if number.first else ""
        after = self.lexemes[number.last + 1].lower if number.last + 1 < len(self.lexemes) else ""
        if before in (
            "no",
            "every",
            "any",
            "some",
            "each",
            "the",
            "this",
            "that",
            "which",
            "another",
            "same",
            "good",
            "new",
            "big",
            "-",
        ):
            return True
        return (not counted and after != "of") or after in ("another", "-", "'s", "’s")

    # --------------------------------------------------------------------------------------------------- renderings

    def _with_renderings(self, found: list[Quantity]) -> list[Quantity]:
        """A quantity in brackets behind another that says the same in another unit becomes its second rendering."""
        kept: list[Quantity] = []
        for quantity in found:
            if kept and self._is_rendering(kept[-1], quantity):
                kept[-1] = evolve(kept[-1], renderings=(*kept[-1].renderings, quantity))
            else:
                kept.append(quantity)
        return kept

    def _is_rendering(self, first: Quantity, second: Quantity) -> bool:
        if (
            first.unit == second.unit
            or first.dimension != second.dimension
            or not first.unit
            or first.per != second.per
        ):
            return False
        last = first.renderings[-1] if first.renderings else first
        between = self.whole[last.span.end : second.span.start]
        if not re.fullmatch(r"\s*[(\[]\s*(?:or\s+)?|\s*/\s*", between):
            return False
        if first.dimension == "money":
            return True
        if unit(first.unit) is None or unit(second.unit) is None:
            return False
        converted = second.converted(first.unit)
        return abs(converted.high - first.high) <= 0.1 * max(abs(first.high), abs(converted.high))


@cache
def _openers() -> frozenset[str]:
    """The words that a number can begin with."""
    tables = lexicon.load("numbers")
    names = {name for key in ("cardinals", "tens", "plurals", "vague") for name in tables[key]}
    return frozenset(names | {"a", "an", "half", "several"})


@cache
def _measure_words() -> frozenset[str]:
    """What may stand behind a length in metres."""
    return frozenset(
        ["high", "tall", "long", "wide", "deep", "away", "in", "from", "to", "of", "off", "above", "below", "and", "or", "at", "for", "by", "on", "with", "away", "under", "over", "across", "apart", "the"]
    )
