"""Reading the amounts of a sentence: numbers with units, their hedges, and what they count."""

import re

from attrs import evolve

from factcheck.lexicon import words
from factcheck.tokens import Sentence
from factcheck.values import quantity_guard as guard
from factcheck.values.letters import lowered
from factcheck.values.numbers import Lexemes, Number, hint, lex
from factcheck.values.quantity import Quantity
from factcheck.values.quantity_counting import Counted, counted_in_parse, counted_in_text, singular
from factcheck.values.quantity_drafts import Draft, Place, fill_ellipsis, quantity_of, with_renderings
from factcheck.values.quantity_hedges import Hedge, Shape, hedge_after, hedge_before
from factcheck.values.quantity_measures import Measure, rate_behind, read_measures
from factcheck.values.quantity_ranges import join_neighbours
from factcheck.values.quantity_totals import AGE, OLDEST, birthdays, totalled
from factcheck.values.quantity_units import COUNT, unit

LAST_HOUR = 24
WENT = ("goes", "went", "gone")  # verbs that "up" belongs to; "can go up to" bounds
NEAR = 6  # lexemes; the longest run of hedges before a number is shorter
EARLIER = 20  # amounts before one that may tell what it counts
LARGEST_SINGULAR = 100  # from here on a bare number before a singular noun is a model ("737 airliner"), no count

_AGED = re.compile(
    r"\b(?:he|she|who|i)\s+(?:just\s+)?(?:is|was|be|turned|turns|(?:will|would)\s+(?:be|turn)|had\s+(?:just\s+)?turned)\s+(?:just\s+|only\s+)?$"
    r"|\bage[ds]?\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_WAS = re.compile(r"[A-Z][\w'’-]+\s(?:was|turned)\s(?:just\s|only\s)?$")
_APART = re.compile(r"[^\w\s-]|\b(?:of|and|or|to|by|in|than)\b")
_APPOSED = re.compile(r"[A-Z][\w.'’-]+,\s$")
_APPOSED_NOUN = re.compile(r"\b(\w+),\s$")
_GROUPED_BY_DOT = re.compile(r"[1-9]\d{0,2}\.\d{3}", re.ASCII)


def read_quantities(sentence: str | Sentence, article: str = "") -> tuple[Quantity, ...]:
    """The amounts of a sentence, in order.

    With a parse, the counted noun and the concepts come from its lemmas and dependencies; for a bare string they are
    guessed from the words that follow. Dates, years, clock times, ordinals and model numbers are no amounts; durations,
    ages and scores are. Whatever is not well formed is left unread; no input raises.

    Args:
        sentence: a parsed sentence, or a string.
        article: id of the article, for the spans.

    Returns:
        The quantities; offsets point into the parsed text (`Sentence.text`), or into the string.
    """
    if isinstance(sentence, str):
        text, place, parse = sentence, Place(sentence, 0, article), None
    else:
        text, parse = sentence.text[sentence.start : sentence.end], sentence
        place = Place(sentence.text, sentence.start, article)
    if not hint().search(lowered(text)):
        return ()
    lexemes = lex(text)
    drafts: list[Draft] = []
    particles = [token.end - place.offset for token in parse.tokens if token.dep == "prt"] if parse is not None else []
    for measure in join_neighbours(read_measures(text, lexemes), text, lexemes):
        if parse is not None:
            counted = counted_in_parse(parse, place.offset, measure.number.start, measure.end)
        else:
            hedge = hedge_after(lexemes, measure.last)
            counted = counted_in_text(lexemes, hedge.last if hedge else measure.last, measure.high == 1)
        begin = _behind_particle(particles, lexemes, measure.first) if particles else 0
        if lexemes.lowers(max(0, measure.first - 2), measure.first) == ("up", "to"):
            begin = max(begin, measure.first * (lexemes.lower(measure.first - 3) in WENT))  # "goes up to 25 percent"
        elif lexemes.has(measure.first - 1, "over"):
            is_topic = singular(lexemes.lower(measure.first - 2)) in words("hedges", "disputes")
            begin = max(begin, measure.first * is_topic)  # "a lawsuit over 12 million euros"
        draft = _draft(measure, counted, text, lexemes, begin, has_parse=parse is not None)
        if draft is not None and not (drafts and _names_kind(drafts[-1], draft, text)):
            drafts.append(draft)
    for index, draft in enumerate(drafts):
        earlier = drafts[max(0, index - EARLIER) : index][::-1]
        fill_ellipsis(draft, earlier, drafts[index + 1 : index + 2], text, lexemes)
    read = with_renderings([quantity_of(draft, lexemes, place) for draft in drafts], place)
    turned = birthdays(text, place.offset, place.whole, place.article)
    return tuple(sorted((*read, *turned), key=lambda each: each.span)) if turned else read


def _behind_particle(particles: list[int], lexemes: Lexemes, first: int) -> int:
    """Index of the lexeme behind the particle of a verb that stands before a number: "turned over [about] 300"."""
    nearest = max((end for end in particles if end <= lexemes.start(first)), default=0)
    return next((i for i in range(max(0, first - NEAR), first) if lexemes.start(i) >= nearest), first)


def _draft(
    measure: Measure, counted: Counted, text: str, lexemes: Lexemes, begin: int, *, has_parse: bool
) -> Draft | None:
    """The amount with its hedges, or None for years, labels, ranks and pronouns."""
    before, after = hedge_before(lexemes, measure.first, begin), hedge_after(lexemes, measure.last)
    if _is_moment(measure, lexemes):
        return None
    if measure.unit is COUNT and not counted.noun and not measure.is_score:
        opening = lexemes.start(before.first) if before is not None else measure.start
        counted = totalled(text, opening, measure.end) or counted
    if measure.unit is COUNT:
        if _is_age(measure, counted, before, after, text, lexemes):
            measure.unit = unit(AGE) or COUNT
        elif not measure.is_score and _is_none(measure, counted, before, lexemes, has_parse):
            return None
        if after is None and counted.noun and measure.unit is COUNT:
            after = _hedge_behind_noun(counted, lexemes)
        if not measure.per and counted.noun and (rate := rate_behind(text, counted.end, is_plain=True)):
            measure.per = rate[2].lower()
    elif measure.unit.name == "year" and _says_age(before, lexemes):
        measure.unit = unit(AGE) or measure.unit
    shape = before.shape if before is not None else Shape.EXACT
    if after is not None and shape in (Shape.EXACT, Shape.ABOUT):
        shape = after.shape
    first = before.first if before is not None else measure.first
    last = after.last if after is not None and after.first == measure.last + 1 else measure.last
    return Draft(measure, counted, shape, first, last)


def _names_kind(first: Draft, second: Draft, text: str) -> bool:
    """Whether the second of two numbers before one noun says which kind is meant: "five new 737 aircraft"."""
    counts = (first.measure.unit, second.measure.unit) == (COUNT, COUNT) and first.counted.noun != ""
    between = text[first.measure.end : second.measure.start]
    same_noun = counts and first.counted.end == second.counted.end and second.measure.number.is_plain
    return same_noun and _APART.search(between) is None


def _hedge_behind_noun(counted: Counted, lexemes: Lexemes) -> Hedge | None:
    """As in "12 people or more"; a plus there joins and does not bound."""
    after = hedge_after(lexemes, lexemes.at(counted.end))
    if after is None or not lexemes.has(after.first, "or", "at"):
        return None
    return after


# ----------------------------------------------------------------------------------------------------- what is none


def _is_none(measure: Measure, counted: Counted, before: Hedge | None, lexemes: Lexemes, has_parse: bool) -> bool:
    """Whether a number without a unit is a year, a label, a rank, a model or a pronoun."""
    number = measure.number
    if measure.is_range:
        is_dating = measure.is_years and (not counted.is_plural or guard.is_dated(number, lexemes))
        return is_dating or (not counted.noun and guard.is_label(evolve(number, digits="0"), lexemes, names_left=False))
    if lexemes.has(number.first - 1, "per"):
        return True  # "350 cases per 100,000 people"
    if _is_compound(number, lexemes) or guard.is_idle_one(number, lexemes, counted.noun != ""):
        return True
    if before is not None and before.shape is not Shape.EXACT:
        return False
    if guard.is_year(number, lexemes, counted.noun, counted.is_plural):
        return True
    if guard.is_label(number, lexemes, counted.names_left):
        return True
    if not counted.noun:
        is_hour = lexemes.has(number.first - 1, "at") and number.is_plain and number.low <= LAST_HOUR
        return is_hour or lexemes.lower(number.first - 1) in words("numbers_context", "ranked")
    if counted.is_plural and _GROUPED_BY_DOT.fullmatch(number.digits) and number.scale == 1.0:
        return True  # "1.500 men": a thousand and a half in many languages, and never one and a half here
    is_single = not counted.is_plural and counted.noun not in words("numbers_context", "attributive")
    if number.scale == 1.0 and "." in number.digits:
        return is_single and guard.is_dated(number, lexemes)  # "the 3.1 firmware"
    return has_parse and number.is_plain and is_single and number.low >= LARGEST_SINGULAR


def _is_moment(measure: Measure, lexemes: Lexemes) -> bool:
    """Whether it is no amount but some moment or other: "at one point", "at one time"."""
    is_one = measure.high == 1 and not measure.number.digits
    return is_one and measure.unit.name in ("point", "times") and lexemes.has(measure.first - 1, "at")


def _is_compound(number: Number, lexemes: Lexemes) -> bool:
    """Whether it is the first half of a word that is no amount: "a two-way street", "a one-off"."""
    return lexemes.has(number.last + 1, "-") and lexemes.lower(number.last + 2) in words("numbers_context", "compounds")


# -------------------------------------------------------------------------------------------------------------- ages


def _is_age(
    measure: Measure, counted: Counted, before: Hedge | None, after: Hedge | None, text: str, lexemes: Lexemes
) -> bool:
    """Whether the words make a bare number an age: "who was 10", "aged 35", "Smith, 45, said", "65 and older"."""
    number = measure.number
    is_counting = counted.noun != "" and text[number.end : counted.end].count(" ") < 3
    if measure.is_score or is_counting or number.low > OLDEST or number.low % 1 or lexemes.has(measure.last + 1, "of"):
        return False
    hedged = lexemes[before.first].start if before is not None else measure.start
    ahead = text[max(0, hedged - 30) : hedged]
    is_enclosed = number.low > 0 and number.digits != "" and text[number.end : number.end + 1] in (",", ".", ";", ")")
    is_apposed = is_enclosed and not measure.is_range and _is_behind_person(ahead)
    was_when = lexemes.has(measure.last + 1, "when") and _WAS.search(ahead) is not None
    says_age = _says_age(before, lexemes) or _says_age(after, lexemes) or _bounds_age(before, lexemes)
    return says_age or is_apposed or was_when or _AGED.search(ahead) is not None


def _is_behind_person(ahead: str) -> bool:
    """Whether the words end in a name or in a noun for someone, and a comma: "Smith, ", "her husband, "."""
    noun = _APPOSED_NOUN.search(ahead)
    return _APPOSED.search(ahead) is not None or (
        noun is not None and noun[1].lower() in words("numbers_counted", "aged")
    )


def _bounds_age(before: Hedge | None, lexemes: Lexemes) -> bool:
    """Whether it bounds the age of those named before: "children under 5", "women over 40"."""
    if before is None or before.shape not in (Shape.UNDER, Shape.OVER) or before.last > before.first:
        return False
    noun = singular(lexemes.lower(before.first - 1))
    return noun in words("numbers_counted", "persons") and lexemes.has(before.first, "under", "over")


def _says_age(before: Hedge | None, lexemes: Lexemes) -> bool:
    """Whether the hedge is one of ages: "under the age of", "older than"."""
    if before is None:
        return False
    return any(lexeme.lower in ("age", "older", "younger") for lexeme in lexemes[before.first : before.last + 1])
