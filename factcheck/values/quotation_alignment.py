"""Two passages of quotations laid beside each other, word by word.

Local alignment (Smith and Waterman 1981) over words: 2 for the same word, -1 for another one or for none, nothing for
words in brackets and for another form of the word.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from attrs import frozen

from factcheck import lexicon
from factcheck.values.quotation import STEM, Passage, Word

EXTENSION_BEFORE = 3  # of what precedes, where one side has no more; else it is another clause
EXTENSION = 5  # words of what follows where both sides go on in other words


@frozen
class Alignment:
    """Two passages side by side.

    Attributes:
        left: the one passage.
        right: the other.
        columns: pairs of word indices of the aligned part, in order; None where a word has no counterpart.
        matched: how many columns hold the same word twice.
        run: the longest unbroken run of these.
    """

    left: Passage
    right: Passage
    columns: tuple[tuple[int | None, int | None], ...]
    matched: int
    run: int

    @property
    def density(self) -> float:
        """Share, 0..1, of the columns that hold the same word twice; insertions in brackets do not count."""
        counted = sum(not self._is_free(column) for column in self.columns)
        return self.matched / counted if counted else 0.0

    def _is_free(self, column: tuple[int | None, int | None]) -> bool:
        i, j = column
        return (i is not None and self.left.words[i].is_free) or (j is not None and self.right.words[j].is_free)


def align(left: Passage, right: Passage, whole: bool = False) -> Alignment | None:
    """The best local alignment of two passages, or None where they share no word.

    Args:
        left: the one passage.
        right: the other.
        whole: take in all of the shorter passage, for a fragment that is known to be part of what the other renders.
    """
    left, right = _join_splits(left, right), _join_splits(right, left)
    if whole and len(left.words) > len(right.words):
        turned = align(right, left, whole=True)
        return turned and _turn(turned)
    columns = _trace(left.words, right.words, whole)
    if not columns:
        return None
    matched = run = longest = 0
    for i, j in columns:
        same = i is not None and j is not None and left.words[i].is_same(right.words[j])
        free = (i is not None and left.words[i].is_free) or (j is not None and right.words[j].is_free)
        matched += same and not free
        run = run + 1 if same else run if free else 0
        longest = max(longest, run)
    return Alignment(left, right, columns, matched, longest)


def _turn(alignment: Alignment) -> Alignment:
    """The same alignment seen from the other side."""
    columns = tuple((j, i) for i, j in alignment.columns)
    return Alignment(alignment.right, alignment.left, columns, alignment.matched, alignment.run)


def _join_splits(passage: Passage, other: Passage) -> Passage:
    """The passage with words joined that the other side writes as one ("work force", "workforce")."""
    known = {key for word in other.words for key in word.forms}
    words: list[Word] = []
    for word in passage.words:
        if words and (joined := words[-1].key + word.key) in known and words[-1].end <= word.start:
            words[-1] = Word(frozenset({joined}), words[-1].start, word.end, words[-1].sentence)
        else:
            words.append(word)
    return passage if len(words) == len(passage.words) else Passage(passage.span, tuple(words))


def _scores(left: Sequence[Word], right: Sequence[Word]) -> list[list[int]]:
    """What it brings to lay each word of the left beside each of the right; most have nothing alike."""
    by_form: dict[str, list[int]] = defaultdict(list)
    by_stem: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        by_stem[word.key[:STEM]].append(j)
        for form in word.forms:
            by_form[form].append(j)
    masked = [j for j, word in enumerate(right) if word.mask]
    blank = [0 if word.is_free else -1 for word in right]
    table = []
    for word in left:
        row = [0] * len(right) if word.is_free else blank.copy()
        for j in by_stem.get(word.key[:STEM], ()):
            if word.is_inflected(right[j]):
                row[j] = 0
        for j in range(len(right)) if word.mask else (*masked, *(j for form in word.forms for j in by_form[form])):
            if word.is_same(right[j]):
                row[j] = 2
        table.append(row)
    return table


def _trace(left: Sequence[Word], right: Sequence[Word], whole: bool) -> tuple[tuple[int | None, int | None], ...]:
    """The columns of the best alignment: local, or holding all of `left` where `whole`."""
    scores = _scores(left, right)
    skips = [0 if word.is_free else 1 for word in right]
    above = [0] * (len(right) + 1)
    moves = [bytearray(len(right) + 1)]  # 0 begin, 1 both, 2 left only, 3 right only
    best, end = 0, (0, 0)
    for i, row in enumerate(scores, 1):
        drop = 0 if left[i - 1].is_free else 1
        diagonal, last = above[0], above[0] - drop if whole else 0
        here, move = [last], bytearray([2 if whole else 0])
        for j, (gain, skip, upper) in enumerate(zip(row, skips, above[1:], strict=True), 1):
            score, how = diagonal + gain, 1
            if upper - drop > score:
                score, how = upper - drop, 2
            if last - skip > score:
                score, how = last - skip, 3
            if not whole:
                if score <= 0:
                    score = how = 0
                elif score > best:
                    best, end = score, (i, j)
            diagonal, last = upper, score
            here.append(score)
            move.append(how)
        above = here
        moves.append(move)
    if whole:
        end = (len(left), above.index(max(above)))
    return _walk_back(moves, end)


def _walk_back(moves: Sequence[bytearray], end: tuple[int, int]) -> tuple[tuple[int | None, int | None], ...]:
    """The columns from the moves that led to `end`."""
    i, j = end
    columns: list[tuple[int | None, int | None]] = []
    while i > 0 and (how := moves[i][j]):
        if how == 1:
            i, j = i - 1, j - 1
            columns.append((i, j))
        elif how == 2:
            i -= 1
            columns.append((i, None))
        else:
            j -= 1
            columns.append((None, j))
    return tuple(reversed(columns))


def extend(alignment: Alignment) -> Alignment:
    """The alignment with what follows and precedes it in the sentence, where both sides go on.

    "We reject his visit" and "We reject his message" align up to "his" only; nobody ended the quotation there, so the
    last words differ. Where one side ends, or a new sentence begins, the other only says more.
    """
    left, right = alignment.left.words, alignment.right.words
    paired = [(i, j) for i, j in alignment.columns if i is not None and j is not None]
    if not paired:
        return alignment
    mine, yours = _rest(left, paired[0][0], -1), _rest(right, paired[0][1], -1)
    common = min(len(mine), len(yours))
    before = _beside(mine[:common], yours[:common]) if common <= EXTENSION_BEFORE else []
    after = _beside(_rest(left, paired[-1][0], 1), _rest(right, paired[-1][1], 1))
    core = alignment.columns[alignment.columns.index(paired[0]) : alignment.columns.index(paired[-1]) + 1]
    columns = (*reversed(before), *core, *after)
    return Alignment(alignment.left, alignment.right, columns, alignment.matched, alignment.run)


def _rest(words: Sequence[Word], index: int, step: int) -> list[int]:
    """Indices of the next few words of the same sentence from word `index` on, without it, in the given direction."""
    rest: list[int] = []
    here = index + step
    while 0 <= here < len(words) and words[here].sentence == words[index].sentence and len(rest) < EXTENSION:
        rest.append(here)
        here += step
    return rest


def _beside(left: Sequence[int], right: Sequence[int]) -> list[tuple[int | None, int | None]]:
    """Columns of what is left over on both sides; none where one side has nothing left."""
    return list(zip_longest(left, right)) if left and right else []


def is_content(word: Word) -> bool:
    """Whether a word says something by itself."""
    return word.key not in lexicon.load("quotation")["severity"]["functions"]


def count_content(alignment: Alignment) -> int:
    """How many columns hold the same content word twice."""
    left, right = alignment.left.words, alignment.right.words
    return sum(
        i is not None and j is not None and left[i].is_same(right[j]) and is_content(left[i])
        for i, j in alignment.columns
    )
