"""Where two renderings of one utterance part, and what it does to the sense.

Inside what was aligned every other word is a difference; what lies beyond is only more of the same speech.
"""

from collections.abc import Sequence
from enum import StrEnum

from attrs import frozen

from factcheck import lexicon
from factcheck.lexicon.senses import are_synonyms
from factcheck.span import Span
from factcheck.values.quotation_alignment import Alignment, extend

SHORT = 8  # columns; what is shorter is shown whole


class Weight(StrEnum):
    """What a difference in wording does to the sense."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@frozen
class Divergence:
    """One place where two renderings of an utterance part.

    Attributes:
        left: the words of the one side with as much context as it takes to see them.
        right: those of the other side.
        left_words: the differing words alone, one form each; may be empty.
        right_words: those of the other side.
        weight: what it does to the sense.
        sentences: numbers of the sentence inside the left and the right quotation.
    """

    left: Span
    right: Span
    left_words: tuple[str, ...]
    right_words: tuple[str, ...]
    weight: Weight
    sentences: tuple[int, int]


def find_divergences(alignment: Alignment, extend_it: bool = True) -> tuple[Divergence, ...]:
    """Where two renderings of one utterance part, in order; empty where the common words are the same.

    Args:
        alignment: the two renderings.
        extend_it: compare what follows and precedes in the sentence where both sides go on (`extend`).
    """
    found = []
    if extend_it:
        alignment = extend(alignment)
    for first, last in _stretches(alignment):
        if _is_sentence_start(alignment, first, last):
            continue
        lefts = [i for i, _ in alignment.columns[first : last + 1] if i is not None]
        rights = [j for _, j in alignment.columns[first : last + 1] if j is not None]
        left_words = tuple(alignment.left.words[i].key for i in lefts)
        right_words = tuple(alignment.right.words[j].key for j in rights)
        begin, end = _with_context(alignment, first, last)
        span_left, span_right = _cut(alignment, begin, end)
        sentences = (
            alignment.left.words[_first(alignment, begin, end, 0)].sentence,
            alignment.right.words[_first(alignment, begin, end, 1)].sentence,
        )
        weight = weigh(left_words, right_words)
        found.append(Divergence(span_left, span_right, left_words, right_words, weight, sentences))
    return tuple(found)


def _differs(alignment: Alignment, index: int) -> bool:
    """Whether a column holds two different words, or one without a counterpart, that no bracket explains."""
    i, j = alignment.columns[index]
    if i is not None and j is not None and alignment.left.words[i].is_same(alignment.right.words[j]):
        return False
    near = alignment.columns[max(0, index - 2) : index + 3]
    return not any(alignment._is_free(column) for column in near)


def _is_sentence_start(alignment: Alignment, first: int, last: int) -> bool:
    """Whether one side only begins a sentence with some small words more ("It's very unfair", "Very unfair")."""
    if first == 0 or last + 1 == len(alignment.columns):
        return False
    openers = lexicon.words("quotation", "openers")
    for side, passage in enumerate((alignment.left, alignment.right)):
        words = passage.words
        indices = [column[side] for column in alignment.columns[first : last + 1]]
        others = [column[1 - side] for column in alignment.columns[first : last + 1]]
        before, after = alignment.columns[first - 1][1 - side], alignment.columns[last + 1][1 - side]
        if any(index is None or words[index].forms.isdisjoint(openers) for index in indices):
            continue
        if indices[0] and words[indices[0] - 1].sentence == words[indices[0]].sentence:
            continue  # "it should not happen that he comes" makes one sentence of two
        if any(other is not None for other in others):
            continue
        other = (alignment.right, alignment.left)[side].words
        return before is not None and after is not None and other[before].sentence != other[after].sentence
    return False


def _stretches(alignment: Alignment) -> list[tuple[int, int]]:
    """First and last column of every difference; two that only one or two words part are one.

    What is short is shown whole: "pull the town into the war" and "drag the town into this war".
    """
    found: list[tuple[int, int]] = []
    for index in range(len(alignment.columns)):
        if not _differs(alignment, index):
            continue
        if found and index - found[-1][1] <= 2:
            found[-1] = (found[-1][0], index)
        else:
            found.append((index, index))
    if found and len(alignment.columns) <= SHORT:
        return [(0, len(alignment.columns) - 1)]
    return found


def _with_context(alignment: Alignment, first: int, last: int) -> tuple[int, int]:
    """The columns to show: one more on each side, in the same sentence, and more until both sides have a word."""
    begin, end = first, last
    if last + 1 < len(alignment.columns) and not _parts(alignment, last, last + 1):
        end += 1
    if first > 0 and not _parts(alignment, first - 1, first):
        begin -= 1
    while end < len(alignment.columns) - 1 and not _has_both(alignment, begin, end):
        end += 1
    while begin > 0 and not _has_both(alignment, begin, end):
        begin -= 1
    return begin, end


def _parts(alignment: Alignment, one: int, other: int) -> bool:
    """Whether a sentence ends, on some side, between two neighbouring columns."""
    sides = ((alignment.left.words, 0), (alignment.right.words, 1))
    for words, side in sides:
        a, b = alignment.columns[one][side], alignment.columns[other][side]
        if a is not None and b is not None and words[a].sentence != words[b].sentence:
            return True
    return False


def _has_both(alignment: Alignment, begin: int, end: int) -> bool:
    shown = alignment.columns[begin : end + 1]
    return any(i is not None for i, _ in shown) and any(j is not None for _, j in shown)


def _first(alignment: Alignment, begin: int, end: int, side: int) -> int:
    """Index of the first word of one side in some columns."""
    return next(index for column in alignment.columns[begin : end + 1] if (index := column[side]) is not None)


def _cut(alignment: Alignment, begin: int, end: int) -> tuple[Span, Span]:
    """The words of both sides in some columns."""
    shown = alignment.columns[begin : end + 1]
    lefts = [i for i, _ in shown if i is not None]
    rights = [j for _, j in shown if j is not None]
    return alignment.left.slice(lefts[0], lefts[-1]), alignment.right.slice(rights[0], rights[-1])


def is_slight(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether only small words, their order, or "will" make the difference: "that", "it"; "start", "will start"."""
    lists = lexicon.load("quotation")["severity"]
    return all(word in lists["functions"] or word in lists["futures"] for word in set(left) ^ set(right))


def weigh(left: Sequence[str], right: Sequence[str]) -> Weight:
    """What it does to the sense to say `left` for `right`: the words that are on one side only decide."""
    only = set(left) ^ set(right)
    lists = lexicon.load("quotation")["severity"]
    if any(word[0].isdigit() or word in lists["negations"] or word in lists["units"] for word in only):
        return Weight.HIGH
    if any(word in lists["hedges"] or word in lists["quantifiers"] for word in only):
        return Weight.MEDIUM
    mine, yours = (
        [w for w in dict.fromkeys(side) if w in only and w not in lists["functions"]] for side in (left, right)
    )
    if not mine and not yours:
        return Weight.LOW
    return Weight.LOW if _all_near(mine, yours) and _all_near(yours, mine) else Weight.MEDIUM


def _all_near(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each of some words has a near one among others, as two translations of one speech have."""
    return all(any(_is_near(word, other) for other in others) for word in words)


def _is_near(left: str, right: str) -> bool:
    """Whether two words, in whatever form, are near in sense or forms of one."""
    return any(are_synonyms(a, b) for a in _bare(left) for b in _bare(right))


def _bare(word: str) -> tuple[str, ...]:
    """A word as it is and without the endings that a form may have; good enough to look it up."""
    stems = [word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing", "ly") if word.endswith(ending)]
    return (word, *stems, *(stem + "e" for stem in stems))
