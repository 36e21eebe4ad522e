"""Which quotations render one utterance: enough of their words agree, whoever is named as the speaker.

Many articles print one quotation word for word. Its prints are looked at once, and what is found is told of all.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from factcheck.span import Span
from factcheck.values.quotation import Passage, read_passages
from factcheck.values.quotation_alignment import Alignment, align, count_content, extend
from factcheck.values.quotation_candidates import propose
from factcheck.values.quotation_divergence import Divergence, find_divergences

# How many words two passages share, the share of the aligned words that these are, and how many run on unbroken. LONG
# was chosen on eight sets of three articles, leaving one out at a time; the others on all 32, where the three together
# find 40 of the 94 certain conflicts beside 3 false ones. For the short, what follows in the sentence counts too.
LONG = (9, 0.78, 5)
SHORT_ONES = (6, 0.70, 4)
LONGEST = (14, 0.65, 5)
CONTENT = 2  # content words that even a short one shares
# Enough where the speaker is known to be the same and both stand in one fact; at 3 there are false alarms.
MATCHED_SAME_SPEAKER = 4


@frozen
class Utterance:
    """Two passages that render one utterance, and where both are printed.

    Attributes:
        alignment: the first print of either beside that of the other.
        places: quotations that print the one, each with one that prints the other: every print that has no better
            counterpart in the other's article is in one of the pairs.
    """

    alignment: Alignment
    places: tuple[tuple[Span, Span], ...]

    def divergences(self) -> Iterator[Divergence]:
        """Where the two part, in every pair of prints; in each pair the place that comes first is to the left."""
        found = find_divergences(self.alignment)
        for left, right in self.places:
            for each in found:
                moved = evolve(
                    each,
                    left=_moved(each.left, self.alignment.left.span, left),
                    right=_moved(each.right, self.alignment.right.span, right),
                )
                yield moved if left <= right else _turned(moved)


def _moved(words: Span, quotation: Span, print_: Span) -> Span:
    """Words of a quotation in another print of it."""
    step = print_.start - quotation.start
    return Span(print_.article, words.start + step, words.end + step, words.text)


def _turned(divergence: Divergence) -> Divergence:
    """The same seen from the other side."""
    return evolve(
        divergence,
        left=divergence.right,
        right=divergence.left,
        left_words=divergence.right_words,
        right_words=divergence.left_words,
        sentences=divergence.sentences[::-1],
    )


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


def find_utterances(quotations: Iterable[Span]) -> Iterator[Utterance]:
    """Every two passages of quotations in different words that render one utterance, in order of place."""
    printed: dict[str, list[Span]] = defaultdict(list)
    for quotation in sorted(set(quotations)):
        printed[quotation.text].append(quotation)
    texts = [_Text(tuple(spans)) for spans in printed.values()]
    told = [(text, passage) for text in texts for passage in text.passages]
    pairs = propose([passage.keys for _, passage in told])
    aligned = [
        (told[i][0], told[j][0], found)
        for i, j in pairs
        if told[i][0] is not told[j][0] and (found := align(told[i][1], told[j][1])) and is_same_utterance(found)
    ]
    yield from _one_to_one(aligned)


@frozen(eq=False, slots=False)
class _Text:
    """What is quoted, word for word.

    Attributes:
        prints: the quotations with these words, in order of place.
    """

    prints: tuple[Span, ...]

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Its passages that are long enough to tell an utterance."""
        return tuple(each for each in read_passages(self.prints[0]) if len(each.words) >= SHORT_ONES[0])

    @cached_property
    def count(self) -> Counter[str]:
        """How often each article prints it."""
        return Counter(each.article for each in self.prints)


_Aligned = tuple[_Text, _Text, Alignment]
_Taken = dict[tuple[Span, str], set[int]]  # words of a passage that have a counterpart in an article


def _one_to_one(found: Sequence[_Aligned]) -> Iterator[Utterance]:
    """The alignments without those whose words fit better elsewhere in the same article, in order of place.

    A speaker who says almost the same twice in a row is compared sentence by sentence, not crosswise. A print fits
    nothing better than another print of the same.
    """
    taken: _Taken = defaultdict(set)
    kept = []
    for one, other, alignment in sorted(found, key=lambda each: (-each[2].matched, *_places(each[2]))):
        mine = {alignment.left.words[i].start for i, _ in alignment.columns if i is not None}
        yours = {alignment.right.words[j].start for _, j in alignment.columns if j is not None}
        lefts = [each for each in one.prints if not _is_taken(taken, alignment.right, yours, each.article)]
        rights = [each for each in other.prints if not _is_taken(taken, alignment.left, mine, each.article)]
        pairs = _across(lefts, rights, one, other) + _within(lefts, rights, one, other)
        if not pairs:
            continue
        for left, right in pairs:
            taken[alignment.left.span, right.article] |= mine
            taken[alignment.right.span, left.article] |= yours
        kept.append(Utterance(alignment, tuple(pairs)))
    yield from sorted(kept, key=lambda each: (*_places(each.alignment), each.alignment.columns[0]))


def _places(alignment: Alignment) -> tuple[Span, Span]:
    return alignment.left.span, alignment.right.span


def _is_taken(taken: _Taken, passage: Passage, words: set[int], article: str) -> bool:
    """Whether these words of a passage fit something else in an article better."""
    return 2 * len(taken.get((passage.span, article), set()) & words) > len(words)


def _across(lefts: Sequence[Span], rights: Sequence[Span], one: _Text, other: _Text) -> list[tuple[Span, Span]]:
    """The prints in articles that do not print both, the first of either side with all of the other."""
    lefts = [each for each in lefts if each.article not in other.count]
    rights = [each for each in rights if each.article not in one.count]
    if not lefts or not rights:
        return []
    return [*((lefts[0], right) for right in rights), *((left, rights[0]) for left in lefts[1:])]


def _within(lefts: Sequence[Span], rights: Sequence[Span], one: _Text, other: _Text) -> list[tuple[Span, Span]]:
    """The prints in articles that print each of both once."""
    by_article = {each.article: each for each in rights}
    here = ((left, by_article[left.article]) for left in lefts if left.article in by_article)
    return [(left, right) for left, right in here if one.count[left.article] == other.count[left.article] == 1]
