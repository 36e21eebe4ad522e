"""From a sentence to its times: recognition, resolution, and the place of each in the text."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import cache, partial

from attrs import evolve

from factcheck import lexicon
from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values import time_clock as clock
from factcheck.values import time_dates as dates
from factcheck.values import time_lengths as lengths
from factcheck.values import time_parts as parts
from factcheck.values import time_relative as relative
from factcheck.values import time_story as story
from factcheck.values.letters import lowered
from factcheck.values.time import TimeInterval
from factcheck.values.time_calendar import Stretch, stretch_of, unit_of
from factcheck.values.time_frame import Frame, Groups, Reading
from factcheck.values.time_patterns import grammar
from factcheck.values.time_tense import direction

RESOLVERS: dict[str, Callable[[Groups, Frame], Reading | None]] = {
    "iso": dates.read_iso,
    "numeric": dates.read_numeric,
    "month_day": dates.read_day_of_month,
    "day_month": dates.read_day_of_month,
    "month_year": dates.read_month_year,
    "clock": clock.read_clock,
    "clock_word": clock.read_clock,
    "weekday": relative.read_weekday,
    "day_word": relative.read_day_word,
    "holiday": parts.read_holiday,
    "part_of": parts.read_part,
    "nth": parts.read_nth,
    "relative": relative.read_relative,
    "ago": story.read_ago,
    "week_of": relative.read_week_of,
    "rhythm": lengths.read_rhythm,
    "frequency": lengths.read_frequency,
    "length": lengths.read_length,
    "decade": dates.read_decade,
    "century": dates.read_century,
    "season_year": dates.read_season_year,
    "unit_before": story.read_unit_before,
    "close": story.read_close,
    "weekend": relative.read_weekend,
    "year_end": relative.read_year_end,
    "reference": story.read_reference,
    "year_range": dates.read_year_range,
    "year": dates.read_year,
}

# Where an expression can begin: a word, a number, or the apostrophe of '82; never inside a longer word or number.
WORD = re.compile(r"[A-Za-z]+|(?<![\w.,/:$£€¥#])\d|(?<=\d{4}[-–/])\d|(?<!['’\w])['’](?=\d\d)")
MONTH_AND_STOP = re.compile(r"\b(?:May|June|July|[A-Z][a-z]{4,})\.$")  # abbreviations have four letters at most
NAMESAKES = frozenset(("weekday", "relative", "month_year", "season_year", "holiday"))
EARLIEST, LATEST = 1600, 2100  # years in which an article may be published
NEIGHBOUR = 30  # characters between a clock time and the day that it belongs to


def read_times(
    sentence: str | Sentence,
    published: date | None = None,
    context: tuple[TimeInterval, ...] = (),
    article: str = "",
) -> tuple[TimeInterval, ...]:
    """The times of one sentence, in order; whatever cannot be read is left out.

    Args:
        sentence: the words, or a parsed sentence, whose tense then tells past from future.
        published: the article's date, or None: relative times then stay open ("XXXX-WXX-7", "PAST_REF").
        context: the times that the article told before, for "the next day" and "a week later".
        article: id of the article, for the spans.

    Returns:
        The times; offsets point into `sentence`, or into the text that the parsed sentence comes from.
    """
    text = sentence if isinstance(sentence, str) else sentence.text
    found = find_times(sentence, published, context)
    return tuple(interval_of(reading, Span.of(text, start, end, article)) for reading, start, end in found)


Found = tuple[Reading, int, int]


def find_times(
    sentence: str | Sentence, published: date | None = None, context: tuple[TimeInterval, ...] = ()
) -> list[Found]:
    """The times of one sentence as `read_times` reads them, with the offsets where each begins and ends."""
    text = sentence if isinstance(sentence, str) else sentence.text
    if published is not None and not EARLIEST <= published.year <= LATEST:
        published = None  # no article has such a date, and the calendar's ends are near
    return _give_days(list(_readings(sentence, text, published, context)), text)


def _readings(
    sentence: str | Sentence, text: str, published: date | None, context: tuple[TimeInterval, ...]
) -> Iterator[Found]:
    """Every expression that can be read, from left to right, none overlapping."""
    rules, low = grammar(), lowered(text)
    starters = rules.starters
    day, here = _reached(context)
    behind, last = (0, len(text)) if isinstance(sentence, str) else (sentence.start, sentence.end)
    for word in WORD.finditer(text, behind, last):
        start, end = word.span()
        if start < behind:
            continue
        if (name := low[start:end]).isalpha():
            if name not in starters or not rules.can_begin(name, low, end) or _is_inside(text, start):
                continue
        elif not rules.can_begin_with_digits(low, start):
            continue
        combined = rules.combined.match(low, start, last)
        if combined is None:
            continue
        for rule in rules.rules[int((combined.lastgroup or "r0")[1:]) :]:
            match = rule.pattern.match(low, start, last)
            if match is None or _runs_on(text, match.end()):
                continue
            tense = partial(direction, sentence, text, start, match.end())
            frame = Frame(text, start, match.end(), published, day, here, tense)
            if rule.name in NAMESAKES and _is_name(sentence, frame, low):
                break
            reading = RESOLVERS[rule.name](_groups(match, text), frame)
            if reading is not None:
                begin, behind = reading.start or start, reading.end or match.end()
                behind = begin + len(_trimmed(text[begin:behind]))
                yield reading, begin, behind
                if reached := _day_of(reading):
                    day, here = reached[0] or day, reached[0] or reached[1]
                break


def _groups(match: re.Match[str], text: str) -> Groups:
    """The groups of a match in lower case, in the words of the text."""
    return {
        name: None if match[index] is None else text[slice(*match.span(index))]
        for name, index in match.re.groupindex.items()
    }


def _trimmed(words: str) -> str:
    """The expression without the blanks behind it, and without the full stop behind a month written out."""
    words = words.rstrip(" \n,")
    return words[:-1] if MONTH_AND_STOP.search(words) else words


def _is_name(sentence: str | Sentence, frame: Frame, low: str) -> bool:
    """Whether the words are a person, a verb or part of another name: "May said", "may say", "Bloody Sunday".

    Args:
        sentence: the sentence.
        frame: where the words stand.
        low: the frame's text in lower case (`lowered`).
    """
    around = _names().finditer(low, max(0, frame.start - NEIGHBOUR), frame.end + NEIGHBOUR)
    if any(name.start() < frame.end and frame.start < name.end() for name in around):
        return True
    if isinstance(sentence, str):
        return False
    inside = [token for token in sentence.tokens if token.start < frame.end and frame.start < token.end]
    return any(token.tag == "MD" or token.ent == "PERSON" for token in inside)


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(sorted(re.escape(name.lower()) for name in lexicon.words("time_names", "names"))))


def _is_inside(text: str, start: int) -> bool:
    """Whether a letter or digit stands right before."""
    return start > 0 and (text[start - 1].isalnum() or text[start - 1] == "_")


def _runs_on(text: str, end: int) -> bool:
    """Whether the word or number goes on where the match ends."""
    return end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] == "_")


def _day_of(reading: Reading) -> tuple[date | None, date | None] | None:
    """The day, and the first day of the month, year, ..., that the story has reached with a reading."""
    if reading.type not in ("DATE", "TIME"):
        return None
    stretch = stretch_of(reading.value)
    return None if stretch is None else _reach(stretch.start, stretch.granularity)


def _reach(start: datetime, granularity: str) -> tuple[date | None, date | None] | None:
    if granularity in ("decade", "century"):
        return None
    return (start.date(), None) if granularity in ("minute", "hour", "part of day", "day") else (None, start.date())


def _reached(context: tuple[TimeInterval, ...]) -> tuple[date | None, date | None]:
    """The last day, and the last stretch of any length, that the article spoke of before."""
    day = story = None
    for time in reversed(context):
        reach = _reach(time.start, time.granularity) if time.is_point and time.start is not None else None
        if reach is not None:
            story = story or reach[0] or reach[1]
            day = reach[0]
            if day is not None:
                break
    return day, story


def _give_days(found: list[Found], text: str) -> list[Found]:
    """Clock times take the day of a neighbour: "10:35 a.m. (0735 GMT) Friday"; right beside it the two are one time."""
    days = [item for item in found if _names_day(item[0])]
    given: list[Found] = []
    joined: set[int] = set()
    for reading, start, end in found:
        near = min(days, key=lambda day: max(day[1] - end, start - day[2]), default=None)
        if reading.follows_day and near is not None and max(near[1] - end, start - near[2]) <= NEIGHBOUR:
            value = near[0].value.partition("T")[0] + reading.value[reading.value.index("T") :]
            reading = evolve(near[0], type="TIME", value=value, alternatives=(), start=None, end=None)
            if near[1] > end and text[end : near[1]].isspace():
                joined.add(near[1])
                end = near[2]
        given.append((reading, start, end))
    return [item for item in given if item[1] not in joined]


def _names_day(reading: Reading) -> bool:
    """Whether it names a day or a part of one: "Friday", "Saturday morning"."""
    stretch = stretch_of(reading.value)
    return stretch is not None and stretch.granularity in ("day", "part of day")


def interval_of(reading: Reading, span: Span) -> TimeInterval:
    """The value of the words at `span` with its stretch of the calendar."""
    stretch = stretch_of(reading.value) if reading.type in ("DATE", "TIME") else None
    if reading.stretch is not None:
        first, last = (datetime(day.year, day.month, day.day) for day in reading.stretch)
        stretch = Stretch(first, last, unit_of(reading.value))
    others = [other for value in reading.alternatives if (other := stretch_of(value)) is not None]
    return TimeInterval(
        type=reading.type,
        value=reading.value,
        start=stretch.start if stretch else None,
        end=stretch.end if stretch else None,
        granularity=stretch.granularity if stretch else unit_of(reading.value),
        anchor=reading.anchor,
        alternatives=tuple((other.start, other.end) for other in others) if stretch else (),
        span=span,
        mod=reading.mod,
        quant=reading.quant,
        freq=reading.freq,
        most=reading.most,
        is_named=reading.is_named,
        shift=reading.shift,
    )
