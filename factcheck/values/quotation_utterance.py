"""Which quotations render one utterance: enough of their words agree, whoever is named as the speaker."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from factcheck.span import Span
from factcheck.values.quotation import read_passages
from factcheck.values.quotation_alignment import Alignment, align, count_content, extend

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
