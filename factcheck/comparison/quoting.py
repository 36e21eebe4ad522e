"""Quotations: one utterance, other words inside the marks."""

from collections.abc import Iterable, Iterator

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.comparison.wording import Change, changes_of
from factcheck.lexicon import load
from factcheck.model import Difference, Kind, Severity
from factcheck.span import Span
from factcheck.values.quotation import Passage, Word, read_passages
from factcheck.values.quotation_alignment import (
    MATCHED_SAME_SPEAKER,
    RUN,
    Alignment,
    Divergence,
    Weight,
    align,
    find_divergences,
    find_utterances,
    is_same_utterance,
    weigh,
)

SURE, LIKELY, POSSIBLE = 0.95, 0.8, 0.6
# A fragment has at most this many words, and shares this much of its content with the other quotation.
FRAGMENT = 9
FRAGMENT_SHARE = 0.5
# Words in a row, inside one fact, that two speakers do not both find by chance: "the first trains with soldiers that".
RUN_ANY_SPEAKER = 6
SEVERITY = {Weight.HIGH: Severity.HIGH, Weight.MEDIUM: Severity.MEDIUM, Weight.LOW: Severity.LOW}


def compare_utterances(quotations: Iterable[Span]) -> list[Verdict]:
    """One utterance in other words, anywhere in the articles: long quotations find each other without being matched."""
    return [_judge(each, SURE) for alignment in find_utterances(quotations) for each in find_divergences(alignment)]


def compare_quotations(pairing: Pairing) -> list[Verdict]:
    """One utterance in other words, where the words alone would prove nothing.

    Short quotations count where the speaker is known to be the same, or the sentences are near copies; two speakers of
    one fact (a ministry and its head) only for a long run of the same words.
    """
    found = [
        _judge(divergence, SURE if pairing.speakers == "same" else LIKELY)
        for mine, yours in _passages(pairing)
        for divergence in _divergences(pairing, mine, yours)
    ]
    for change in changes_of(pairing, Kind.QUOTE):
        if not any(verdict.left.overlaps(change.left_span) for verdict in found) and _is_changed(change):
            found.append(_verdict(change.left_span, change.right_span, _weigh(change), SURE))
    return found


def _passages(pairing: Pairing) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of passages of the two claims that are not the same word for word."""
    rights = [p for quotation in pairing.right.quotations for p in read_passages(quotation)]
    for mine in (p for quotation in pairing.left.quotations for p in read_passages(quotation)):
        if not any(mine.keys == yours.keys for yours in rights):
            yield from ((mine, yours) for yours in rights)


def _divergences(pairing: Pairing, mine: Passage, yours: Passage) -> tuple[Divergence, ...]:
    """Where two passages part, provided that they render one utterance."""
    local = align(mine, yours)
    if local is None:
        return ()
    if is_same_utterance(local):
        return find_divergences(local)
    known = pairing.speakers == "same"
    if known and min(len(mine.words), len(yours.words)) <= FRAGMENT:
        whole = align(mine, yours, whole=True)
        if whole and _share(whole) >= FRAGMENT_SHARE:
            return find_divergences(whole, extend=False)
    if local.run >= (RUN if known else RUN_ANY_SPEAKER) and pairing.speakers != "different":
        return find_divergences(local)
    if known and local.matched >= MATCHED_SAME_SPEAKER and local.run >= MATCHED_SAME_SPEAKER:
        return find_divergences(local, extend=False)
    return ()


def _share(alignment: Alignment) -> float:
    """Share, 0..1, of the shorter passage's content words that the other one has as well."""
    functions = load("quotation")["severity"]["functions"]
    shorter, longer = sorted((alignment.left, alignment.right), key=lambda passage: len(passage.words))
    content = [word for word in shorter.words if word.key not in functions]
    shared = [word for word in content if any(word.is_same(other) for other in longer.words)]
    return len(shared) / len(content) if content else 0.0


def _judge(divergence: Divergence, score: float) -> Verdict:
    return _verdict(divergence.left, divergence.right, divergence.weight, score)


def _verdict(left: Span, right: Span, weight: Weight, score: float) -> Verdict:
    return Verdict(Kind.QUOTE, Difference.CONFLICT, SEVERITY[weight], left, right, score, (left.text, right.text))


def _words(span: Span) -> tuple[Word, ...]:
    return tuple(word for passage in read_passages(span) for word in passage.words if not word.is_free)


def _is_changed(change: Change) -> bool:
    """Whether the words differ once contractions, brackets, masks and the like are left out."""
    mine, yours = _words(change.left_span), _words(change.right_span)
    return len(mine) != len(yours) or not all(a.is_same(b) for a, b in zip(mine, yours, strict=True))


def _weigh(change: Change) -> Weight:
    mine, yours = (tuple(word.key for word in _words(span)) for span in (change.left_span, change.right_span))
    return weigh(mine, yours)
