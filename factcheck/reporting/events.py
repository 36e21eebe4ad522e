"""What happened when, as the articles date it: the claims that carry a day, in the order of the calendar."""

from collections.abc import Iterator
from datetime import datetime

from attrs import frozen

from factcheck.model import Article, Claim, Fact
from factcheck.reporting.view import View
from factcheck.values.relation import Relation
from factcheck.values.time import Anchor, TimeInterval

# An event is dated to the month at least; "in the nineties" tells a history and not an event.
_GRAINS = frozenset(("part of day", "day", "weekend", "week", "month"))
# Of "6 a.m." alone the day is a guess: a clock counts where its day stands beside it.
_CLOCK = frozenset(("minute", "hour"))
# In larger sets only what several articles tell: the rest would bury it.
_SMALL = 12


@frozen
class Event:
    """One fact with one of its dates.

    Attributes:
        start: first moment of the date, by which events are put in order.
        value: the date in ISO form, to the day where it was told so exactly ("2022-10-16", "2022-10", "2022-W41").
        fact: the fact.
        tellers: the articles that date it so, each with the words of the date, in the order of the articles.
        is_given_otherwise: whether another article gives the same fact a date that excludes this one.
    """

    start: datetime
    value: str
    fact: Fact
    tellers: tuple[tuple[Article, str], ...]
    is_given_otherwise: bool = False


def events(view: View) -> list[Event]:
    """The dated facts in the order of the calendar."""
    is_small = len(view.results.articles) <= _SMALL
    found = [event for fact in view.results.facts if is_small or fact.is_shared for event in _of_fact(view, fact)]
    return sorted(found, key=lambda event: (event.start, len(event.value), event.value, event.fact.id))


def _of_fact(view: View, fact: Fact) -> Iterator[Event]:
    dates: dict[str, list[TimeInterval]] = {}
    for id_ in fact.claims:
        if (time := _date_of(view.claims[id_])) is not None:
            dates.setdefault(time.value.partition("T")[0], []).append(time)
    for value, told in dates.items():
        words = {time.span.article: time.span.text for time in reversed(told)}
        tellers = tuple((view.articles[article], words[article]) for article in sorted(words))
        others = [time for other, them in dates.items() if other != value for time in them]
        differs = any(_excludes(mine, other) for mine in told for other in others)
        yield Event(min(start for time in told if (start := time.start)), value, fact, tellers, differs)


def _excludes(mine: TimeInterval, other: TimeInterval) -> bool:
    return mine.span.article != other.span.article and mine.relation_to(other) is Relation.CONFLICT


def _date_of(claim: Claim) -> TimeInterval | None:
    """The date of what the claim's verb tells; a date inside one of its phrases dates something else."""
    if claim.predicate is None:
        return None
    for mention in claim.times:
        time = mention.value
        is_of_verb = not mention.of_saying and mention.governor == claim.predicate.lemma
        is_dated = time.granularity in _GRAINS or (time.granularity in _CLOCK and time.anchor is Anchor.EXPLICIT)
        if is_of_verb and is_dated and time.is_point and time.start is not None:
            return time
    return None
