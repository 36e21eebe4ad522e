"""Sentences that are nearly one: what was exchanged between them, where no more was than a retelling would change."""

from collections.abc import Sequence
from itertools import product

from factcheck.comparison.diff import Edit, diff, shared_share
from factcheck.comparison.words import Words
from factcheck.lexicon.senses import are_near

# A near copy: this share of the words of the longer sentence stand in both, and no more words than this are exchanged.
# From eight sets of three articles: looser gates alarm on most harmless pairs of one fact.
NEAR_COPY_SHARE = 0.6
NEAR_COPY_EXCHANGED = 5
SHORTEST = 4
# Sentences of two articles that are one but for some words outside quotation marks, from which the one article is the
# other put in other words: of 9 texts that went through another language and back all have 3 to 11; of the pairs of
# articles of 32 sets that only tell of the same, none has more than 1.
REWORDED = 3
# Words inside one pair of marks up to which all of them may be exchanged; where more are, it is another remark.
REMARK = 2
# Changes from which a sentence with another main verb tells something else.
REWRITTEN = 3


def may_copy(left: Words, right: Words) -> bool:
    """Whether enough different words are common for a near copy; quick, and never wrongly no."""
    longer = max(len(left.keys), len(right.keys))
    spare = len(left.keys) - len(left.vocabulary)
    return len(left.vocabulary & right.vocabulary) + spare >= NEAR_COPY_SHARE * longer


def near_copy(left: Words, right: Words) -> tuple[Edit, ...] | None:
    """The edits between near copies; None where the sentences are too different, or too short to tell.

    Two outlets that quote the same words need not tell the same around them: outside the quotation marks the sentences
    are held to the same measure once more.
    """
    if min(len(left.keys), len(right.keys)) < SHORTEST or not may_copy(left, right):
        return None
    if shared_share(left.keys, right.keys) < NEAR_COPY_SHARE:
        return None
    edits = diff(left.keys, right.keys)
    if any(left.quoted) or any(right.quoted):
        edits = _outside_or_inside(left, right, edits)
    if sum(edit.size for edit in edits) > NEAR_COPY_EXCHANGED or _tells_otherwise(left, right, edits):
        return None
    return edits or (None if left.keys != right.keys else ())


def are_reworded(article: Sequence[Words], other: Sequence[Words]) -> bool:
    """Whether the sentences of one article are those of another in other words, as when it was translated and back."""
    pairs = ((mine, yours) for mine, yours in product(article, other) if may_copy(mine, yours))
    found = [(mine, yours, edits) for mine, yours in pairs if (edits := near_copy(mine, yours)) is not None]
    changed = sum(any(not _is_quoted(mine, yours, edit) for edit in edits) for mine, yours, edits in found)
    return REWORDED <= changed > sum(not edits for *_, edits in found)


def _is_quoted(left: Words, right: Words, edit: Edit) -> bool:
    """Whether all the words of an edit stand inside quotation marks."""
    return all(left.quoted[slice(*edit.left)]) and all(right.quoted[slice(*edit.right)])


def _outside_or_inside(left: Words, right: Words, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits of the part that is a near copy: what is quoted, what stands around it, or both."""
    same_frame = _is_near(left.unquoted, right.unquoted)
    mine, yours = (tuple(k for k, q in zip(w.keys, w.quoted, strict=True) if q) for w in (left, right))
    same_remark = _is_near(mine, yours) or (same_frame and max(len(mine), len(yours)) <= REMARK)
    same_remark = same_remark or (same_frame and shared_share(mine, yours) > 0)
    return tuple(edit for edit in edits if (same_remark if _is_quoted(left, right, edit) else same_frame))


def _is_near(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two sequences of words are long enough and mostly the same."""
    return min(len(left), len(right)) >= SHORTEST and shared_share(left, right) >= NEAR_COPY_SHARE


def _tells_otherwise(left: Words, right: Words, edits: tuple[Edit, ...]) -> bool:
    """Whether much is changed, the main verb with it."""
    mine, yours = left.root, right.root
    return len(edits) >= REWRITTEN and bool(mine and yours) and not are_near(mine, yours)
