"""What one of two claims that are likely one fact tells, and the other has no word for."""

from collections.abc import Iterator

from factcheck.comparison.adding import CONTENT, LONGEST, THINGS, is_under
from factcheck.comparison.additions import as_whole, says_something
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.retelling import Retelling, retell
from factcheck.comparison.words import Words
from factcheck.model import Claim
from factcheck.span import Span

# How much the words that are left over say at least: one rare word, or two common ones.
LEAST = 0.5


def find_remainder(pairing: Pairing, claim: Claim, other: Claim) -> Span | None:
    """The phrase of `claim` that says most of what no sentence of the other article in the fact has a word for."""
    retelling = retell(claim, other, pairing.scene)
    own = retelling.left.words
    new = _new(retelling, pairing, other)
    if claim.quotations and other.quotations:
        new = frozenset(i for i in new if not own.quoted[i])  # how much of a speech each quotes is its own choice
    best = max(((_weight(retelling, new, *run), -run[0], run[1]) for run in _phrases(own, claim, new)), default=None)
    if best is None or best[0] < LEAST:
        return None
    return own.slice(-best[1], best[2])


def _new(retelling: Retelling, pairing: Pairing, other: Claim) -> frozenset[int]:
    """The words without a counterpart in the other sentence that no sentence of its article in the fact has either."""
    scene, own = pairing.scene, retelling.left.words
    fellows = [scene.words_of(each) for each in (other, *pairing.fellows) if each.article == other.article]
    said = frozenset().union(*(each.said for each in fellows))
    return frozenset(i for i in retelling.rest(is_right=False) if own.forms(i).isdisjoint(said))


def _weight(retelling: Retelling, new: frozenset[int], first: int, last: int) -> float:
    return sum(retelling.left.weight(i) for i in range(first, last) if i in new)


def _phrases(own: Words, claim: Claim, new: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The phrases of a claim, as runs of tokens, most words of which are new; what it says at heart is none."""
    first, last = own.within(claim.span)
    deed = set(range(*own.within(claim.predicate.span))) if claim.predicate else set()
    for top in sorted(new):
        under = [i for i in range(len(own.tokens)) if is_under(own, i, top)]
        if under[0] < first or under[-1] >= last or deed & set(range(under[0], under[-1] + 1)):
            continue
        low, high = as_whole(own, under[0], under[-1] + 1)
        telling = [i for i in range(low, high) if own.tokens[i].pos in CONTENT]
        is_new = 2 * sum(i in new for i in telling) > len(telling)
        is_thing = any(own.tokens[i].pos in THINGS[:2] for i in telling)
        if low < high <= low + LONGEST and is_new and is_thing and says_something(own, low, high):
            yield low, high
