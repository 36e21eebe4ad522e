"""What the resolvers of time expressions share: what is known around an expression, and what one comes to."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from attrs import field, frozen

from factcheck.values.time import Anchor
from factcheck.values.time_calendar import FIRST_YEAR, LAST_YEAR, is_day

DAY_DOUBT, STRETCH_DOUBT = 8, 30  # see `nearest`; a month told without its year is seldom one against the tense
AHEAD_DOUBT = 1.3  # news tell more of the past than of the future

Groups = dict[str, str | None]


@frozen
class Frame:
    """What is known around an expression.

    Attributes:
        text: the text it stands in.
        start, end: where it stands.
        published: the article's date, or None.
        narrative: the last day that the article speaks of before this expression, or None.
        story: the same, or the first day of the week, month or year if that is what it spoke of last; or None.
        direction: "past", "future" or "": where the sentence's verb points; worked out only when asked for.
    """

    text: str
    start: int
    end: int
    published: date | None
    narrative: date | None
    story: date | None
    direction: Callable[[], str] = field(eq=False)

    @property
    def words(self) -> str:
        """The expression as it stands in the text."""
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        """The text shortly before, lower case."""
        return self.text[max(0, self.start - 30) : self.start].lower()

    @property
    def after(self) -> str:
        """The text shortly behind, lower case."""
        return self.text[self.end : self.end + 30].lower()


@frozen
class Reading:
    """What an expression comes to.

    Attributes:
        type, value, anchor, mod, quant, freq, most, shift, is_named: as in `TimeInterval`.
        alternatives: TIMEX3 values of the other stretches that it may name.
        start, end: its place where it is not that of the match.
        stretch: the days, first and behind the last, of a length that ends or begins at the article's date.
        follows_day: whether a clock time that takes its day from a neighbour, if there is one.
    """

    type: str
    value: str
    anchor: Anchor = Anchor.EXPLICIT
    mod: str = ""
    quant: str = ""
    freq: str = ""
    most: str = ""
    alternatives: tuple[str, ...] = ()
    shift: tuple[int, int] | None = None
    start: int | None = None
    end: int | None = None
    stretch: tuple[date, date] | None = None
    follows_day: bool = False
    is_named: bool = False


def year_of(digits: str | None) -> int | None:
    """A year of four digits, or of two ("'82", "58": the century that makes it nearest to the last decades)."""
    if not digits:
        return None
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < 40 else 1900
    return year if FIRST_YEAR <= year <= LAST_YEAR else None


def nearest(
    candidates: list[date], frame: Frame, published: date, days: int = 1, doubt: int = DAY_DOUBT
) -> tuple[date, tuple[date, ...]]:
    """The candidate that the tense and nearness to the article's date speak for, and those it leaves open.

    Args:
        candidates: first days of the stretches that may be meant, none equal.
        frame: what is known around the expression.
        published: the article's date.
        days: how long each stretch lasts.
        doubt: how many times nearer a reading against the tense must be to be taken: verbs are sometimes misread, and
            nobody writes "on April 7" of a day eleven months ago.
    """
    direction = frame.direction()

    def cost(first: date) -> float:
        last = first + timedelta(days=days - 1)
        against = (direction == "past" and first > published) or (direction == "future" and last < published)
        apart = max((first - published).days, (published - last).days, 0) + days / 2
        return apart * (doubt if against else AHEAD_DOUBT if first > published else 1)

    ordered = sorted(candidates, key=cost)
    return ordered[0], () if direction else tuple(ordered[1:2])


def with_open_year(
    frame: Frame, month: int, day: int | None, weekday: int | None = None
) -> tuple[date | None, tuple[date, ...]]:
    """The day (or first day of the month) that is meant where no year is told, and what stays open.

    None without an article date, and where no year near it has such a day. A weekday told with it settles the year.
    """
    if frame.published is None:
        return None, ()
    around = range(frame.published.year - 1, frame.published.year + 2)
    candidates = [date(year, month, day or 1) for year in around if is_day(year, month, day or 1)]
    candidates = [there for there in candidates if there.isoweekday() == weekday] or candidates
    if not candidates:
        return None, ()
    length, doubt = (1, DAY_DOUBT) if day else (31, STRETCH_DOUBT)
    chosen, others = nearest(candidates, frame, frame.published, length, doubt)
    return chosen, tuple(other for other in others if abs((other - frame.published).days) < 200)


def squeezed(text: str | None) -> str:
    """Lower case, single blanks; "" for None."""
    return re.sub(r"\s+", " ", text.lower()) if text else ""
