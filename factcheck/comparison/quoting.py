"""Quotations: one utterance, other words inside the marks."""

from collections.abc import Iterable, Iterator

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import LIKELY, SURE, Verdict
from factcheck.comparison.wording import Change
from factcheck.model import Difference, Kind, Severity
from factcheck.span import Span
from factcheck.values.quotation import Passage, Word, read_passages
from factcheck.values.quotation_alignment import Alignment, align, count_content, extend, is_content
from factcheck.values.quotation_divergence import Divergence, Weight, find_divergences, weigh
from factcheck.values.quotation_utterance import MATCHED_SAME_SPEAKER, find_utterances, is_same_utterance

# A fragment has at most this many words, and shares this much of its content with the other quotation.
FRAGMENT = 9
FRAGMENT_SHARE = 0.5
# Words in a row, inside one fact, that two speakers do not both find by chance: "the first trains with soldiers that".
RUN_ANY_SPEAKER = 6
CONTENT_ANY_SPEAKER = 3
# Content words that a quotation of an unresolved "he" shares before it counts as his.
CONTENT_OPEN_SPEAKER = 2
# One speaker says similar things on one topic: the common words must be most of both sentences.
DENSITY_SAME_SPEAKER = 0.75
# Words that passages of one speaker share in whatever facts, the share of the sentences that these are, and how many of
# them run on: of the alignments on 32 sets that reach this and no fact holds, 3 of 3 were one remark, below 2 of 13.
REMARK = (5, 0.75, 3)
SEVERITY = {Weight.HIGH: Severity.HIGH, Weight.MEDIUM: Severity.MEDIUM, Weight.LOW: Severity.LOW}


def compare_utterances(quotations: Iterable[Span]) -> list[Verdict]:
    """One utterance in other words, anywhere in the articles: long quotations find each other without being matched."""
    return [_judge(each, SURE) for found in find_utterances(quotations) for each in found.divergences()]


def compare_quotations(pairing: Pairing) -> list[Verdict]:
    """One utterance in other words, where the words alone would prove nothing.

    Short quotations count where the speaker is known to be the same, or the sentences are near copies; two speakers of
    one fact (a ministry and its head) only for a long run of the same words.
    """
    if pairing.are_named_apart or pairing.is_one_speech:
        return []  # two people who say almost the same, or one who says it twice, have not been misquoted
    found = [
        _judge(divergence, SURE if pairing.speakers == "same" else LIKELY)
        for mine, yours in _passages(pairing)
        for divergence in _divergences(pairing, mine, yours)
    ]
    for change in pairing.changes_of(Kind.QUOTE):
        if not any(verdict.left.overlaps(change.left_span) for verdict in found) and _is_changed(change):
            found.append(_verdict(change.left_span, change.right_span, _weigh(change), SURE))
    return found


def compare_speeches(pairing: Pairing) -> list[Verdict]:
    """One utterance of one who is known, in other words, in claims that nobody holds to be one fact.

    The speaker alone is no reason to take two remarks for one, so that more of the words have to be common than in one
    fact, and of the whole sentences.
    """
    if pairing.speakers != "same" or pairing.is_within:
        return []
    return [
        _judge(divergence, LIKELY)
        for mine, yours in _passages(pairing)
        if (local := align(mine, yours)) and not is_same_utterance(local) and _is_one_remark(local, REMARK)
        for divergence in find_divergences(local)
    ]


def _is_one_remark(alignment: Alignment, bar: tuple[int, float, int]) -> bool:
    """Whether two passages of one speaker have so much in common that he will have said it once.

    The common words are half of the shorter passage besides: else each goes its own way before or behind them.
    """
    matched, density, run = bar
    if alignment.matched < matched or alignment.run < run or count_content(alignment) <= 1:
        return False
    is_most = 2 * alignment.matched >= min(len(alignment.left.words), len(alignment.right.words))
    return is_most and extend(alignment).density >= density


def _passages(pairing: Pairing) -> Iterator[tuple[Passage, Passage]]:
    """Pairs of passages of the two claims that are each other's best counterparts in the two articles."""
    scene = pairing.scene
    lefts, rights = scene.passages_of(pairing.left), scene.passages_of(pairing.right)
    for mine in lefts:
        for yours in rights:
            if mine.span != yours.span and not scene.has_copy(mine, yours) and not scene.has_copy(yours, mine):
                shorter, longer = sorted((mine, yours), key=lambda passage: len(passage.words))
                if scene.is_best_counterpart(shorter, longer):
                    yield mine, yours


def _divergences(pairing: Pairing, mine: Passage, yours: Passage) -> tuple[Divergence, ...]:
    """Where two passages part, provided that they render one utterance that is too short to tell by itself."""
    local = align(mine, yours)
    if local is None or is_same_utterance(local):
        return ()
    if local.run >= RUN_ANY_SPEAKER:
        if count_content(local) >= CONTENT_ANY_SPEAKER:
            return find_divergences(local)
        whole = align(mine, yours, whole=True)
        if whole and whole.run >= RUN_ANY_SPEAKER and count_content(whole) >= CONTENT_ANY_SPEAKER:
            return find_divergences(whole, extend_it=False)
    if pairing.may_be_one_speaker and count_content(local) < CONTENT_OPEN_SPEAKER:
        return ()
    if pairing.speakers != "same" and not pairing.may_be_one_speaker:
        return ()
    if _is_one_remark(local, (MATCHED_SAME_SPEAKER, DENSITY_SAME_SPEAKER, 0)):
        return find_divergences(local)
    # Two whole sentences that share some words are two remarks; a fragment is cut out of a sentence.
    is_cut_out = not (mine.span.text[:1].isupper() and yours.span.text[:1].isupper())
    if is_cut_out and min(len(mine.words), len(yours.words)) <= FRAGMENT:
        whole = align(mine, yours, whole=True)
        if whole and whole.density >= FRAGMENT_SHARE and _share(whole) >= FRAGMENT_SHARE:
            return find_divergences(whole, extend_it=False)
    return ()


def _share(alignment: Alignment) -> float:
    """Share, 0..1, of the shorter passage's content words that the other one has at the same place."""
    shorter = min((alignment.left, alignment.right), key=lambda passage: len(passage.words))
    content = sum(is_content(word) for word in shorter.words)
    return count_content(alignment) / content if content else 0.0


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
