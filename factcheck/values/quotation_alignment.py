"""Two renderings of one utterance laid beside each other, word by word, and where they part.

Local alignment (Smith and Waterman 1981) over words: 2 for the same word, -1 for another one or for none, nothing for
words in brackets. Two quotations render one utterance where enough of the words agree (`is_same_utterance`); inside
what was aligned every other word is a difference, what lies beyond is only more of the same speech.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations, zip_longest

from attrs import frozen

from factcheck import lexicon
from factcheck.span import Span
from factcheck.values.quotation import STEM, Passage, Word, read_passages

# How many words two passages share, the share of the aligned words that these are, and how many run on unbroken. LONG
# was chosen on eight sets of three articles, leaving one out at a time; the others on all 32, where the three together
# find 40 of the 94 certain conflicts beside 3 false ones. For the short, what follows in the sentence counts too.
LONG = (9, 0.78, 5)
SHORT_ONES = (6, 0.70, 4)
LONGEST = (14, 0.65, 5)
CONTENT = 2  # content words that even a short one shares
# Enough where the speaker is known to be the same and both stand in one fact; at 3 there are false alarms.
MATCHED_SAME_SPEAKER = 4
SHINGLE = 4  # words in a row that make two passages worth aligning
EXTENSION_BEFORE = 3  # of what precedes, where one side has no more; else it is another clause
SHORT = 8  # columns
EXTENSION = 5  # words shown of what follows where both sides go on in other words


class Weight(StrEnum):
    """What a difference in wording does to the sense."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


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
        here, move = [above[0] - drop if whole else 0], bytearray([2 if whole else 0])
        for j, gain in enumerate(row, 1):
            score, how = above[j - 1] + gain, 1
            if above[j] - drop > score:
                score, how = above[j] - drop, 2
            if here[-1] - skips[j - 1] > score:
                score, how = here[-1] - skips[j - 1], 3
            if score <= 0 and not whole:
                score, how = 0, 0
            elif score > best and not whole:
                best, end = score, (i, j)
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


def is_same_utterance(alignment: Alignment) -> bool:
    """Whether two passages render one utterance, whoever is named as the speaker."""
    if any(_reaches(alignment, alignment.density, bar) for bar in (LONG, LONGEST)):
        return True
    if alignment.matched < SHORT_ONES[0] or count_content(alignment) < CONTENT:
        return False
    return _reaches(alignment, extend(alignment).density, SHORT_ONES)


def _reaches(alignment: Alignment, density: float, bar: tuple[int, float, int]) -> bool:
    """Whether an alignment with this density is as long, as dense and as unbroken as it takes."""
    return alignment.matched >= bar[0] and density >= bar[1] and alignment.run >= bar[2]


def find_utterances(quotations: Iterable[Span]) -> Iterator[Alignment]:
    """Every two passages of different quotations that render one utterance, in order of place.

    Candidates share four words in a row. What is the same word for word comes too (`find_divergences` finds nothing in
    it): matching may take all of them for claims that state one fact.
    """
    passages = [passage for quotation in sorted(set(quotations)) for passage in read_passages(quotation)]
    passages = [passage for passage in passages if len(passage.words) >= SHORT_ONES[0]]
    by_shingle: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for shingle in {passage.keys[i : i + SHINGLE] for i in range(len(passage.keys) - SHINGLE + 1)}:
            by_shingle[shingle].append(index)
    pairs = sorted({pair for group in by_shingle.values() for pair in combinations(group, 2)})
    aligned = [align(passages[i], passages[j]) for i, j in pairs if passages[i].span != passages[j].span]
    yield from _one_to_one([each for each in aligned if each and is_same_utterance(each)])


def _one_to_one(alignments: Sequence[Alignment]) -> Iterator[Alignment]:
    """The alignments without those whose words fit better elsewhere in the same article, in order of place.

    A speaker who says almost the same twice in a row is compared sentence by sentence, not crosswise.
    """
    taken: dict[tuple[Span, str], set[int]] = defaultdict(set)
    kept = []
    for alignment in sorted(alignments, key=lambda each: (-each.matched, each.left.span, each.right.span)):
        sides = (
            (alignment.left, alignment.right.span.article, {i for i, _ in alignment.columns if i is not None}),
            (alignment.right, alignment.left.span.article, {j for _, j in alignment.columns if j is not None}),
        )
        places = [(passage.span, article, {passage.words[i].start for i in used}) for passage, article, used in sides]
        if any(2 * len(taken[span, article] & starts) > len(starts) for span, article, starts in places):
            continue
        for span, article, starts in places:
            taken[span, article] |= starts
        kept.append(alignment)
    yield from sorted(kept, key=lambda each: (each.left.span, each.right.span, each.columns[0]))


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


def _differs(alignment: Alignment, index: int) -> bool:
    """Whether a column holds two different words, or one without a counterpart, that no bracket explains."""
    i, j = alignment.columns[index]
    if i is not None and j is not None and alignment.left.words[i].is_same(alignment.right.words[j]):
        return False
    near = alignment.columns[max(0, index - 2) : index + 3]
    return not any(alignment._is_free(column) for column in near)


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


def weigh(left: Sequence[str], right: Sequence[str]) -> Weight:
    """What it does to the sense to say `left` for `right`: the words that are on one side only decide."""
    only = set(left) ^ set(right)
    lists = lexicon.load("quotation")["severity"]
    if any(word[0].isdigit() or word in lists["negations"] or word in lists["units"] for word in only):
        return Weight.HIGH
    if any(word in lists["hedges"] or word in lists["quantifiers"] for word in only):
        return Weight.MEDIUM
    content = [word for word in only if word not in lists["functions"]]
    return Weight.MEDIUM if content else Weight.LOW
