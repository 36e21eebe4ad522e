"""From a number with its surroundings to a `Quantity`: ellipses filled, intervals drawn, second renderings joined."""

import re

from attrs import define, evolve, frozen

from factcheck.lexicon import words
from factcheck.span import Span
from factcheck.values.numbers import Lexemes
from factcheck.values.quantity import Bound, Interval, Quantity
from factcheck.values.quantity_counting import Counted
from factcheck.values.quantity_hedges import Shape, Told, change_before, intervals
from factcheck.values.quantity_measures import Measure
from factcheck.values.quantity_nouns import state_words
from factcheck.values.quantity_units import COUNT

SAME_AMOUNT = 0.1  # how far two renderings of one amount may be apart, as a share: both are rounded
EXACT = ("age", "multiple", "generation")  # told in whole numbers that mean what they say
LEVELLESS = ("ratio", "duration", "age", "multiple", "percentage points", "generation")  # no level is told in these

_BRACKET = re.compile(r"\s*[(\[]\s*(?:or\s+)?|\s*/\s*")
_LEVEL = re.compile(r"[\s,]*(?:up|down)\s+")


@frozen
class Place:
    """Where the sentence stands: the text that offsets point into, the sentence's start in it, and the article's id."""

    whole: str
    offset: int
    article: str

    def span(self, start: int, end: int) -> Span:
        """The span of [start, end) of the sentence."""
        return Span.of(self.whole, start + self.offset, end + self.offset, self.article)


@define
class Draft:
    """An amount on its way to a `Quantity`.

    Attributes:
        measure: number and unit.
        counted: what it counts or measures.
        shape: what the hedges make of it.
        first: index of the first lexeme, hedge included.
        last: index of the last lexeme, hedge included.
    """

    measure: Measure
    counted: Counted
    shape: Shape
    first: int
    last: int


# ---------------------------------------------------------------------------------------------------------- ellipses


def fill_ellipsis(draft: Draft, earlier: list[Draft], later: list[Draft], text: str, lexemes: Lexemes) -> None:
    """Give a bare number the noun or unit that a neighbour tells: "2,600 jobs in Porto, 1,900 in Lisbon".

    Args:
        draft: the amount; changed in place.
        earlier: the amounts before it, nearest first.
        later: the amounts behind it, nearest first.
        text: the sentence.
        lexemes: its lexemes.
    """
    measure, number = draft.measure, draft.measure.number
    if measure.unit is not COUNT or measure.is_score or draft.counted.noun or number.is_fraction or number.is_vague:
        return
    level = next((other.measure.unit for other in earlier if _tells_level(other.measure)), None)
    is_reading = number.scale == 1.0 and re.search("[.,]", number.digits) is not None
    is_reading = is_reading and lexemes.lower(draft.first - 1) in words("numbers_context", "level_before")
    if later and later[0].measure.unit.name == "point" and _LEVEL.fullmatch(text[measure.end : later[0].measure.start]):
        measure.unit = later[0].measure.unit  # "12,480.07 up 41.09 points"
    elif is_reading and level is not None:
        measure.unit = level  # "lost 140.25 points to 6,310.75"
    elif earlier and earlier[0].measure.unit.name == "percent" and _changes_by(measure, lexemes):
        measure.unit = earlier[0].measure.unit  # "rose by 2 percent, while the other fell by 1"
    elif number.low % 1 == 0 and (lexemes.lower(measure.last + 1) or ".") in words("numbers_context", "elliptic"):
        nouns = (other.counted for other in earlier if _tells_noun(other, lexemes))
        draft.counted = evolve(next(nouns, draft.counted), end=measure.end)


def _tells_level(measure: Measure) -> bool:
    return measure.unit is not COUNT and measure.unit.dimension not in LEVELLESS


def _tells_noun(draft: Draft, lexemes: Lexemes) -> bool:
    """Whether it counts something and is no part of another count ("310 people, including 12 Americans")."""
    is_part = lexemes.lower(draft.first - 1) in words("numbers_context", "part_before")
    names_many = draft.counted.is_plural or draft.counted.noun in state_words()
    return draft.measure.unit is COUNT and names_many and not is_part


def _changes_by(measure: Measure, lexemes: Lexemes) -> bool:
    return lexemes.has(measure.first - 1, "by") and change_before(lexemes, measure.first) is not None


# ---------------------------------------------------------------------------------------------------------- quantity


def quantity_of(draft: Draft, lexemes: Lexemes, place: Place) -> Quantity:
    """The quantity that a draft amounts to."""
    measure, number = draft.measure, draft.measure.number
    hard, soft = _intervals(draft)
    start = lexemes.start(draft.first) if draft.first < measure.first else measure.start
    end = lexemes.end(draft.last) if draft.last > measure.last else measure.end
    counts = measure.unit is COUNT and not measure.is_score
    return Quantity(
        low=min(measure.low, measure.high),
        high=max(measure.low, measure.high),
        hard=hard,
        soft=soft,
        bound=_bound(draft, lexemes),
        unit=measure.unit.name,
        dimension=_dimension(measure),
        counted=draft.counted.noun if counts and draft.counted.noun not in state_words() else "",
        concepts=draft.counted.concepts,
        span=place.span(measure.opening if measure.opening >= 0 else start, max(end, measure.end)),
        number=place.span(number.start, measure.number_end),
        per=measure.per,
        state=_state(draft, lexemes) if counts else "",
        is_vague=number.is_vague,
    )


def _intervals(draft: Draft) -> tuple[Interval, Interval]:
    measure, number = draft.measure, draft.measure.number
    low, high = min(measure.low, measure.high), max(measure.low, measure.high)
    if measure.is_score:
        return Interval(low, high), Interval(low, high)
    if number.hard is not None and number.soft is not None and not measure.is_range:
        return Interval(*number.hard), Interval(*number.soft)
    is_temperature = measure.unit.dimension == "temperature"
    return intervals(low, high, draft.shape, measure.step, _told(measure), can_be_negative=is_temperature)


def _state(draft: Draft, lexemes: Lexemes) -> str:
    """What befell those who are counted, by the words right behind the noun ("82 were killed") or right before."""
    states, links = state_words(), words("numbers_counted", "links")
    if any(lexemes.has(draft.first - back, "none") for back in (2, 3)):
        return ""  # "none of the 83 passengers survived"
    if draft.counted.noun in states:
        return states[draft.counted.noun]
    here = draft.measure.last + 1
    while here < len(lexemes) and (lexemes.start(here) < draft.counted.end or lexemes.lower(here) in links):
        here += 1
    return states.get(lexemes.lower(here)) or states.get(lexemes.lower(draft.first - 1), "")


def _told(measure: Measure) -> Told:
    if measure.number.is_fraction or measure.unit.dimension in EXACT:
        return Told.EXACT
    return Told.COUNTED if measure.unit is COUNT else Told.MEASURED


def _bound(draft: Draft, lexemes: Lexemes) -> Bound:
    """What the hedges say; without any, whether it is the size of a rise or a fall."""
    measure = draft.measure
    if draft.shape.bound is not Bound.EXACT or measure.is_score:
        return draft.shape.bound
    if measure.is_range and measure.low > measure.high:
        return Bound.FALLING  # "from $1,860 to $1,790"
    if measure.opening >= 0 and lexemes.has(measure.first - 1, "from"):
        return change_before(lexemes, measure.first - 1) or Bound.EXACT  # "rose from 45 to 60"
    is_count = measure.unit is COUNT and draft.counted.noun != ""
    if is_count and lexemes.has(measure.first - 1, "by", "up", "down", "a", "another", "further"):
        return Bound.EXACT  # "a retreat by 33 senators", "bring up two bills"
    return change_before(lexemes, measure.first) or Bound.EXACT


def _dimension(measure: Measure) -> str:
    if measure.is_score:
        return "score"
    if measure.unit is COUNT and measure.number.is_fraction:
        return "ratio"
    return "money" if measure.unit.dimension.startswith("money") else measure.unit.dimension


# -------------------------------------------------------------------------------------------------------- renderings


def with_renderings(found: list[Quantity], place: Place) -> tuple[Quantity, ...]:
    """A quantity in brackets behind another that says the same in another unit becomes its second rendering."""
    kept: list[Quantity] = []
    for quantity in found:
        if kept and _is_rendering(kept[-1], quantity, place):
            kept[-1] = evolve(kept[-1], renderings=(*kept[-1].renderings, _hedged_like(kept[-1], quantity)))
        else:
            kept.append(quantity)
    return tuple(kept)


def _is_rendering(first: Quantity, second: Quantity, place: Place) -> bool:
    if not first.unit or first.unit == second.unit or first.dimension != second.dimension or first.per != second.per:
        return False
    last = first.renderings[-1] if first.renderings else first
    if not _BRACKET.fullmatch(place.whole[last.span.end : second.span.start]):
        return False
    if first.dimension == "money":
        return True  # rates of exchange are not known; brackets are evidence enough
    converted = second.converted(first.unit)
    return abs(converted.high - first.high) <= SAME_AMOUNT * max(abs(first.high), abs(converted.high))


def _hedged_like(first: Quantity, second: Quantity) -> Quantity:
    """The second rendering with the hedge of the first, which is said once for both."""
    if second.bound is not Bound.EXACT or first.bound not in (Bound.ABOUT, Bound.ABOVE, Bound.BELOW) or not first.high:
        return second
    ratio = second.high / first.high
    hard, soft = (evolve(part, low=part.low * ratio, high=part.high * ratio) for part in (first.hard, first.soft))
    return evolve(second, bound=first.bound, hard=hard, soft=soft)
