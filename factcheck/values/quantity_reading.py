"""Reading the amounts of a sentence: numbers with units, hedges and what they count; ellipses filled, second renderings joined."""

import re

from attrs import define, evolve

from factcheck.lexicon import words
from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values import quantity_guard as guard
from factcheck.values.numbers import Lexeme, hint, lex
from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.quantity_hedges import Hedge, Shape, change_before, hedge_after, hedge_before, intervals
from factcheck.values.quantity_measures import Measure, rate_behind, read_measures
from factcheck.values.quantity_nouns import Counted, counted_in_parse, counted_in_text
from factcheck.values.quantity_units import COUNT, unit

AGE = "year of age"
LARGEST_SINGULAR = 100  # from here on a bare number before a singular noun is a model ("737 airliner"), no count

_BRACKET = re.compile(r"\s*[(\[]\s*(?:or\s+)?|\s*/\s*")
_AGED = re.compile(
    r"\b(?:he|she|who|i)\s+(?:is|was|be|turned|turns|will\s+(?:be|turn)|would\s+be|had\s+turned|had\s+just\s+turned)\s+(?:just\s+|only\s+)?$|\bage[ds]?\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[A-Z][\w.'’-]+,\s$")
_LEVEL = re.compile(r"[\s,]*(?:up|down)\s+")


@define
class _Draft:
    """An amount on its way to a `Quantity`."""

    measure: Measure
    counted: Counted
    shape: Shape
    first: int
    last: int


def read_quantities(sentence: str | Sentence, article: str = "") -> tuple[Quantity, ...]:
    """The amounts of a sentence, in order.

    With a parse, the counted noun and the concepts come from its lemmas and dependencies; for a bare string they are guessed from the words
    that follow. Dates, years, clock times, scores, ordinals and model numbers are no amounts; durations are. Whatever is not well formed is
    left unread; no input raises.

    Args:
        sentence: a parsed sentence, or a string.
        article: id of the article, for the spans.

    Returns:
        The quantities; offsets point into the parsed text (`Sentence.text`), or into the string.
    """
    if isinstance(sentence, str):
        return _Reader(sentence, sentence, 0, article, None).read() if hint().search(sentence) else ()
    text = sentence.text[sentence.start : sentence.end]
    return _Reader(text, sentence.text, sentence.start, article, sentence).read() if hint().search(text) else ()


class _Reader:
    """One sentence while it is read; `whole` and `offset` say where it stands."""

    def __init__(self, text: str, whole: str, offset: int, article: str, sentence: Sentence | None) -> None:
        self.text = text
        self.whole = whole
        self.offset = offset
        self.article = article
        self.sentence = sentence
        self.lexemes: list[Lexeme] = lex(text)

    def read(self) -> tuple[Quantity, ...]:
        drafts = [
            draft for measure in read_measures(self.text, self.lexemes) if (draft := self._draft(measure)) is not None
        ]
        for index, draft in enumerate(drafts):
            self._fill(draft, drafts[:index][::-1], drafts[index + 1 :])
        return tuple(self._with_renderings([self._quantity(draft) for draft in drafts]))

    # -------------------------------------------------------------------------------------------------------- drafts

    def _draft(self, measure: Measure) -> _Draft | None:
        """The amount with its hedges and noun, or None for years, labels, scores and pronouns."""
        before, after = hedge_before(self.lexemes, measure.first), hedge_after(self.lexemes, measure.last)
        counted = self._counted(measure)
        if measure.unit is COUNT:
            if self._is_none(measure, counted, before):
                return None
            if after is None and counted.noun:
                after = self._hedge_behind_noun(counted)
            self._see_age(measure, counted, before)
            if (
                measure.unit is COUNT
                and counted.noun
                and not measure.per
                and (rate := rate_behind(self.text, counted.end, True))
            ):
                measure.per = rate[2].lower()
        elif measure.unit.name == "year" and before is not None and self._says_age(before):
            measure.unit = unit(AGE) or measure.unit
        shape = before.shape if before is not None else Shape.EXACT
        if after is not None and shape in (Shape.EXACT, Shape.ABOUT):
            shape = after.shape
        first = before.first if before is not None else measure.first
        last = after.last if after is not None and after.first == measure.last + 1 else measure.last
        return _Draft(measure, counted, shape, first, last)

    def _counted(self, measure: Measure) -> Counted:
        if self.sentence is None:
            return counted_in_text(self.lexemes, measure.last, measure.high == 1)
        return counted_in_parse(self.sentence, self.offset, measure.number.start, measure.end)

    def _hedge_behind_noun(self, counted: Counted) -> Hedge | None:
        """ "12 people or more"; a plus there joins and does not bound."""
        index = next((i for i, lexeme in enumerate(self.lexemes) if lexeme.end >= counted.end), len(self.lexemes) - 1)
        after = hedge_after(self.lexemes, index)
        return (
            None
            if after is None or self.lexemes[after.first].lower in ("plus", "odd", "ish", "max", "minimum", "maximum")
            else after
        )

    def _is_none(self, measure: Measure, counted: Counted, before: Hedge | None) -> bool:
        """Whether a number without a unit is a year, a label, a score, a rank or a pronoun."""
        number = measure.number
        if measure.is_range:
            return guard.is_label(evolve(number, digits="0"), self.lexemes, False) and not counted.noun
        is_hedged = before is not None and before.shape is not Shape.EXACT
        if guard.is_score(number, self.text) or guard.is_idle_one(number, self.lexemes, counted.noun != ""):
            return True
        if is_hedged:
            return False
        if guard.is_year(number, self.lexemes, counted.is_plural) or guard.is_label(
            number, self.lexemes, counted.names_left
        ):
            return True
        if not counted.noun:
            ranked = self.lexemes[number.first - 1].lower if number.first else ""
            return ranked in words("numbers_context", "ranked")
        is_plain = number.digits.isdigit() and number.scale == 1.0
        is_single = not counted.is_plural and counted.noun not in words("numbers_context", "attributive")
        return is_plain and is_single and number.low >= LARGEST_SINGULAR and self.sentence is not None

    def _see_age(self, measure: Measure, counted: Counted, before: Hedge | None) -> None:
        """Give a bare number the unit of ages where the words make it one: "who was 10", "aged 35", "Smith, 45, said"."""
        start, number = measure.start, measure.number
        if counted.noun and self.text[number.end : counted.end].count(" ") < 3 or number.low > 120 or number.low % 1:
            return
        ahead = self.text[max(0, start - 30) : start]
        is_apposed = (
            bool(number.digits)
            and number.low > 9
            and _APPOSED.search(ahead) is not None
            and self.text[number.end : number.end + 1] == ","
        )
        if is_apposed or _AGED.search(ahead) or (before is not None and self._says_age(before)):
            measure.unit = unit(AGE) or COUNT

    def _says_age(self, before: Hedge) -> bool:
        return any(
            lexeme.lower in ("age", "older", "younger") for lexeme in self.lexemes[before.first : before.last + 1]
        )

    # ------------------------------------------------------------------------------------------------------ ellipses

    def _fill(self, draft: _Draft, earlier: list[_Draft], later: list[_Draft]) -> None:
        """Give a bare number the noun or the unit that the amount before it tells ("4,300 jobs in France, 3,700 in Germany")."""
        measure, number = draft.measure, draft.measure.number
        if measure.unit is not COUNT or draft.counted.noun or number.is_fraction or number.is_vague:
            return
        if (
            later
            and later[0].measure.unit.name == "point"
            and _LEVEL.fullmatch(self.text[measure.end : later[0].measure.start])
        ):
            measure.unit = later[0].measure.unit
            return
        is_reading = bool(number.digits) and ("." in number.digits or "," in number.digits) and number.scale == 1.0
        measured = next((other.measure.unit for other in earlier if _is_level(other.measure)), None)
        if is_reading and measured is not None:
            measure.unit = measured
        elif (
            change_before(self.lexemes, measure.first)
            and self.lexemes[measure.first - 1].lower == "by"
            and earlier
            and earlier[0].measure.unit.name == "percent"
        ):
            measure.unit = earlier[0].measure.unit
        elif number.low % 1 == 0:
            after = self.lexemes[measure.last + 1].lower if measure.last + 1 < len(self.lexemes) else "."
            counts = next(
                (other.counted for other in earlier if other.measure.unit is COUNT and other.counted.noun), None
            )
            if counts is not None and after in words("numbers_context", "elliptic"):
                draft.counted = evolve(counts, end=measure.end)

    # ---------------------------------------------------------------------------------------------------- quantities

    def _quantity(self, draft: _Draft) -> Quantity:
        measure, number = draft.measure, draft.measure.number
        low, high = min(measure.low, measure.high), max(measure.low, measure.high)
        is_count = measure.unit is COUNT and not number.is_fraction
        if number.hard is not None and number.soft is not None and not measure.is_range:
            hard, soft = Interval(*number.hard), Interval(*number.soft)
        else:
            hard, soft = intervals(low, high, draft.shape, measure.step, is_count)
        bound = draft.shape.bound
        if bound is Bound.EXACT:
            bound = change_before(self.lexemes, measure.first) or bound
        start = self.lexemes[draft.first].start if draft.first < measure.first else measure.start
        end = max(measure.end, self.lexemes[draft.last].end) if draft.last > measure.last else measure.end
        dimension = "money" if measure.unit.dimension.startswith("money") else measure.unit.dimension
        return Quantity(
            low=low,
            high=high,
            hard=hard,
            soft=soft,
            bound=bound,
            unit=measure.unit.name,
            dimension="ratio" if number.is_fraction and measure.unit is COUNT else dimension,
            counted=draft.counted.noun if measure.unit is COUNT else "",
            concepts=draft.counted.concepts,
            span=self._span(measure.opening if measure.opening >= 0 else start, end),
            number=self._span(number.start, measure.number_end),
            per=measure.per,
            is_vague=number.is_vague,
        )

    def _span(self, start: int, end: int) -> Span:
        return Span.of(self.whole, start + self.offset, end + self.offset, self.article)

    # ---------------------------------------------------------------------------------------------------- renderings

    def _with_renderings(self, found: list[Quantity]) -> list[Quantity]:
        """A quantity in brackets behind another that says the same in another unit becomes its second rendering."""
        kept: list[Quantity] = []
        for quantity in found:
            if kept and self._is_rendering(kept[-1], quantity):
                kept[-1] = evolve(kept[-1], renderings=(*kept[-1].renderings, _hedged_like(kept[-1], quantity)))
            else:
                kept.append(quantity)
        return kept

    def _is_rendering(self, first: Quantity, second: Quantity) -> bool:
        last = first.renderings[-1] if first.renderings else first
        if (
            first.unit == second.unit
            or first.dimension != second.dimension
            or not first.unit
            or first.per != second.per
        ):
            return False
        if not _BRACKET.fullmatch(self.whole[last.span.end : second.span.start]):
            return False
        if first.dimension == "money":
            return True
        converted = second.converted(first.unit)
        return abs(converted.high - first.high) <= 0.1 * max(abs(first.high), abs(converted.high))


def _is_level(measure: Measure) -> bool:
    """Whether the unit is one in which levels are told: not a count, a share, a length of time or a multiple."""
    return measure.unit is not COUNT and measure.unit.dimension not in (
        "ratio",
        "duration",
        "age",
        "multiple",
        "percentage points",
        "generation",
    )


def _hedged_like(first: Quantity, second: Quantity) -> Quantity:
    """The second rendering with the hedge of the first, which is said once for both."""
    if second.bound is not Bound.EXACT or first.bound not in (Bound.ABOUT, Bound.ABOVE, Bound.BELOW) or not first.high:
        return second
    ratio = second.high / first.high
    hard, soft = (
        evolve(interval, low=interval.low * ratio, high=interval.high * ratio) for interval in (first.hard, first.soft)
    )
    return evolve(second, bound=first.bound, hard=hard, soft=soft)
