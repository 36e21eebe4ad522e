"""What is left: another action in the same sentence, and one claim saying more than the other."""

from functools import cache

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Words
from factcheck.comparison.senses import Sense, relate
from factcheck.comparison.verdict import Verdict
from factcheck.comparison.wording import Change, changes_of, content
from factcheck.lexicon import load
from factcheck.model import Claim, Difference, Kind, Severity
from factcheck.span import Span

LIKELY, POSSIBLE, UNSURE = 0.8, 0.6, 0.5
# Below this share of common content words one claim says more than the other, rather than the same in other words.
COMMON = 0.4


def compare_events(pairing: Pairing) -> list[Verdict]:
    """Another action or outcome in the same place of the sentence: opposites conflict, synonyms do not differ."""
    found = []
    for change in changes_of(pairing, Kind.EVENT):
        sense = _sense(change)
        if sense is Sense.OPPOSITE:
            found.append(_exchanged(change, Severity.HIGH, LIKELY))
        elif sense is Sense.OTHER:
            found.append(_exchanged(change, Severity.MEDIUM, POSSIBLE))
    return found


@cache
def reporting_verbs() -> frozenset[str]:
    """Lemmas of the verbs that only attribute a statement."""
    return frozenset(lemma for verb in load("reporting")["verb"] if verb["group"] == "say" for lemma in verb["lemmas"])


def _sense(change: Change) -> Sense:
    """How the content words of a change stand to each other; the gravest decides."""
    lefts, rights = content(change.left), content(change.right)
    if max(len(lefts), len(rights)) > 1:
        return Sense.NEAR  # a clause put in other words
    if any(token.lemma in reporting_verbs() for token in (*lefts, *rights)):
        return Sense.NEAR  # who says it, and how, is told in many ways
    senses = [relate(mine, yours) for mine in lefts for yours in rights]
    if Sense.OPPOSITE in senses:
        return Sense.OPPOSITE
    if any(sense in (Sense.SAME, Sense.NEAR) for sense in senses):
        return Sense.NEAR
    return Sense.OTHER


def _exchanged(change: Change, severity: Severity, score: float) -> Verdict:
    left, right = change.left_span, change.right_span
    return Verdict(Kind.EVENT, Difference.CONFLICT, severity, left, right, score, (left.text, right.text))


def compare_detail(pairing: Pairing) -> list[Verdict]:
    """One says more: less than four tenths of the content words are common, or a value stands on one side only."""
    if pairing.is_within:
        return []
    if pairing.is_near_copy:
        changes = changes_of(pairing, Kind.DETAIL)
        return [_more(change.left_span, change.right_span, LIKELY) for change in changes[:1]]
    left, right = frozenset(pairing.left.terms), frozenset(pairing.right.terms)
    common = len(left & right) / len(left | right) if left | right else 1.0
    if common >= COMMON and not one_sided(pairing.left, pairing.right):
        return []
    mine = _only(pairing.left, pairing.left_words, right)
    yours = _only(pairing.right, pairing.right_words, left)
    return [_more(mine, yours, POSSIBLE if common < COMMON else UNSURE)]


def _more(left: Span, right: Span, score: float) -> Verdict:
    return Verdict(Kind.DETAIL, Difference.REFINEMENT, Severity.LOW, left, right, score)


def one_sided(left: Claim, right: Claim) -> bool:
    """Whether only one of two claims gives a time, or an amount."""
    return bool(left.times) != bool(right.times) or bool(left.quantities) != bool(right.quantities)


def _only(claim: Claim, words: Words, known: frozenset[str]) -> Span:
    """The part of a claim that the other does not have: from its first to its last own word in the longest such run."""
    first, last = words.within(claim.span)
    own = [
        index
        for index in range(first, last)
        if content([words.tokens[index]]) and words.tokens[index].lemma not in known
    ]
    if not own:
        return claim.span
    runs = [[own[0]]]
    for index in own[1:]:
        if index - runs[-1][-1] <= 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    best = max(runs, key=len)
    if len(best) < 2:
        return claim.span
    return words.slice(best[0], best[-1] + 1)
