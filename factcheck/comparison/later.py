"""What became of something later on: how it still was on one day can stand beside what happened on the next."""

from math import inf

from factcheck.comparison.pairing import Pairing
from factcheck.lexicon import words
from factcheck.model import Claim, QuantityMention
from factcheck.span import Span
from factcheck.values.time import TimeInterval

# How a verb is written that tells what is, or has been up to now.
ONGOING = ("VBZ", "VBP", "VBG")
DAY = len("2000-01-01")
# What befell people that is counted again and again.
STATES = ("dead", "injured")


def came_later(pairing: Pairing, left: Span, right: Span) -> bool:
    """Whether one of two deeds was still open on a day before the other.

    "It has not erupted so far, they said on Tuesday" can stand beside "it erupted on Thursday".

    Args:
        pairing: the claims that hold the words.
        left: the words for the one deed.
        right: the words for the other.
    """
    mine, yours = (_days(pairing, claim) for claim in (pairing.left, pairing.right))
    if not mine or not yours:
        return False
    if max(mine) < min(yours):
        return _is_unfinished(pairing, pairing.left, left)
    return max(yours) < min(mine) and _is_unfinished(pairing, pairing.right, right)


def _days(pairing: Pairing, claim: Claim) -> set[str]:
    """The days in the sentence of a claim, those on which something was said among them."""
    times = [each.value.value for mate in pairing.scene.sentence_mates(claim) for each in mate.times]
    return {time[:DAY] for time in times if len(time) >= DAY and time[0].isdigit()}


def _is_unfinished(pairing: Pairing, claim: Claim, deed: Span) -> bool:
    """Whether words tell of something that goes on, or that has not happened yet."""
    told = pairing.scene.words_of(claim)
    first, last = told.within(deed)
    around = [i for i, head in enumerate(told.heads) if first <= i < last or first <= head < last]
    still = words("comparison", "still")
    return any(told.tokens[i].tag in ONGOING or told.tokens[i].lemma.lower() in still for i in around)


def is_put_off(pairing: Pairing, mine: TimeInterval, yours: TimeInterval) -> bool:
    """Whether the time that the earlier of two articles gives still lay ahead: by the later one it may have changed."""
    days = [pairing.scene.day_of(claim.article) for claim in (pairing.left, pairing.right)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    first, day = (mine, days[0]) if days[0] < days[1] else (yours, days[1])
    return first.start is not None and first.start.date() > day


def has_risen(pairing: Pairing, mine: QuantityMention, yours: QuantityMention) -> bool:
    """Whether the article that came out later gives more of something that is counted while it grows.

    So is whatever both tell as going on: fourteen planes that are in action on the one day, and sixteen on the next.
    """
    days = [pairing.scene.day_of(claim.article) for claim in (pairing.left, pairing.right)]
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    first, second = (mine, yours) if days[0] < days[1] else (yours, mine)
    before, now = first.value.hard, second.value.hard
    if before.low >= now.low or now.high < before.high < inf:
        return False
    return _is_rising(mine) or _is_rising(yours) or (_goes_on(pairing.left) and _goes_on(pairing.right))


def _is_rising(amount: QuantityMention) -> bool:
    """Whether an amount is of what is counted again and again while it grows."""
    counts, verbs = words("comparison", "rising_counts"), words("comparison", "rising_verbs")
    return amount.value.counted in counts or amount.governor in verbs or amount.value.state in STATES


def _goes_on(claim: Claim) -> bool:
    """Whether a claim tells what is."""
    return claim.predicate is not None and claim.predicate.tense == "present"
