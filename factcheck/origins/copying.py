"""Which articles copied from each other or from a third: shared passages of prose, pair by pair."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from attrs import frozen

from factcheck.config import CopyDetection
from factcheck.model import Copying, Document, Passage
from factcheck.origins.alignment import Run
from factcheck.origins.credits import credits
from factcheck.origins.passages import families, matches, own_prose
from factcheck.origins.prose import Paragraph, headlines
from factcheck.span import Span


@frozen
class Shared:
    """A run that a paragraph of one article shares with a paragraph of another.

    Attributes:
        left: the paragraph of the one.
        right: that of the other.
        run: what they share.
        is_strong: whether the run shows by itself that one copied.
    """

    left: Paragraph
    right: Paragraph
    run: Run
    is_strong: bool


class Spot(NamedTuple):  # there are many, and they are sorted
    """Where a shared run stands in two articles, as offsets, with its number of own tokens."""

    left: tuple[int, int]
    right: tuple[int, int]
    tokens: int


@frozen(eq=False)
class Copied:
    """What was copied.

    Attributes:
        copyings: every two articles that were held against each other and share a copied passage, sorted by their ids.
        families: for each article the families of paragraphs that it prints one of.
    """

    copyings: tuple[Copying, ...]
    families: Mapping[str, frozenset[int]]


def copied(documents: Sequence[Document], numbers: CopyDetection) -> Copied:
    """What the articles copied from each other or from a third.

    Paragraphs that are equal word for word are looked at once, however many articles print them. A run too short to
    show anything by itself counts where the same two articles share one that does.
    """
    printed = own_prose(documents)
    runs = matches(printed, numbers)
    found: dict[tuple[int, int], list[Shared]] = defaultdict(list)
    for match in runs:
        for one, two in _held_together(printed[match.left], printed[match.right], numbers):
            if one.article < two.article:
                found[one.article, two.article].append(Shared(one, two, match.run, match.is_strong))
            elif two.article < one.article:
                found[two.article, one.article].append(Shared(two, one, match.run.mirrored(), match.is_strong))
    own = [0] * len(documents)
    prints: list[set[int]] = [set() for _ in documents]
    for those, family in zip(printed, families(printed, runs), strict=True):
        for paragraph in those:
            own[paragraph.article] += 0 if paragraph.is_caption else paragraph.size
            prints[paragraph.article].add(family)
    keys = sorted(key for key, shared in found.items() if any(s.is_strong for s in shared))
    heads = [headlines(document) for document in documents]
    credited = [{agency for agency, _ in credits(document)} for document in documents]
    pairs = [_copying(documents, heads, credited, own, key, found[key], numbers) for key in keys]
    return Copied(
        tuple(sorted(pairs, key=lambda copying: (copying.left, copying.right))),
        {document.article.id: frozenset(prints[number]) for number, document in enumerate(documents)},
    )


def _held_together(
    left: Sequence[Paragraph], right: Sequence[Paragraph], numbers: CopyDetection
) -> Iterator[tuple[Paragraph, Paragraph]]:
    """The prints of two texts, each of one with each of the other; of many prints only the first few with all."""
    if max(len(left), len(right)) <= numbers.crowd:
        yield from product(left, right)
        return
    yield from product(left[: numbers.hubs], right)
    yield from product(left[numbers.hubs :], right[: numbers.hubs])


def _copying(
    documents: Sequence[Document],
    heads: Sequence[list[list[str]]],
    credited: Sequence[set[str]],
    own: Sequence[int],
    key: tuple[int, int],
    shared: Sequence[Shared],
    numbers: CopyDetection,
) -> Copying:
    """What two articles share, summed up."""
    left, right = (documents[number] for number in key)
    passages = _passages(left, right, shared)
    covered = _covered([(s.left, s.run.left) for s in shared]), _covered([(s.right, s.run.right) for s in shared])
    shorter = 0 if own[key[0]] <= own[key[1]] else 1
    share = covered[shorter] / own[key[shorter]]
    threshold = numbers.same_headline if _has_one_headline(heads[key[0]], heads[key[1]]) else numbers.same
    if not credited[key[0]].isdisjoint(credited[key[1]]):
        threshold = min(threshold, numbers.same_credit)
    is_same = share >= threshold and min(covered) >= min(numbers.same_tokens, own[key[shorter]])
    ids = left.article.id, right.article.id
    if ids[0] > ids[1]:
        passages = [Passage(p.right, p.left, p.tokens, p.reason) for p in passages]
        passages.sort(key=lambda p: (p.left, p.right))
    return Copying(
        min(ids), max(ids), "same" if is_same else "partial", round(share, 4), tuple(passages), own[key[shorter]]
    )


def _has_one_headline(left: list[list[str]], right: list[list[str]]) -> bool:
    """Whether two articles print one headline; the name of the outlet may follow it."""
    return any(a[: len(b)] == b or b[: len(a)] == a for a in left for b in right)


def _covered(stretches: Sequence[tuple[Paragraph, tuple[int, int]]]) -> int:
    """How many own tokens the stretches of one article cover, each counted once."""
    count, last, end = 0, -1, 0
    for start, (a, b), own in sorted((p.starts[0], place, p.own) for p, place in stretches):
        if start != last:
            last, end = start, 0
        count += sum(own[max(a, end) : b])
        end = max(end, b)
    return count


def _passages(left: Document, right: Document, shared: Sequence[Shared]) -> list[Passage]:
    """The passages, each place used once, those that go on in the next paragraph of both articles joined."""
    joined: list[Spot] = []
    for spot in _best(sorted({_spot(s) for s in shared})):
        if (
            joined
            and _follows(left, joined[-1].left[1], spot.left[0])
            and _follows(right, joined[-1].right[1], spot.right[0])
        ):
            last = joined.pop()
            spot = Spot((last.left[0], spot.left[1]), (last.right[0], spot.right[1]), last.tokens + spot.tokens)
        joined.append(spot)
    return [
        Passage(
            Span.of(left.article.text, *spot.left, left.article.id),
            Span.of(right.article.text, *spot.right, right.article.id),
            spot.tokens,
            f"{spot.tokens} words outside quotations run on alike",
        )
        for spot in joined
    ]


def _spot(shared: Shared) -> Spot:
    """Where a shared run stands in the two articles."""
    (a, b), (c, d) = shared.run.left, shared.run.right
    left, right = shared.left, shared.right
    return Spot((left.starts[a], left.ends[b - 1]), (right.starts[c], right.ends[d - 1]), shared.run.tokens)


def _best(spots: Sequence[Spot]) -> list[Spot]:
    """The spots in order, without those whose words on either side a longer one has."""
    kept: list[Spot] = []
    for spot in sorted(spots, key=lambda s: (-s.tokens, s)):
        if not any(_meet(spot.left, k.left) or _meet(spot.right, k.right) for k in kept):
            kept.append(spot)
    return sorted(kept)


def _meet(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether two places overlap."""
    return one[0] < two[1] and two[0] < one[1]


def _follows(document: Document, end: int, start: int) -> bool:
    """Whether nothing but marks and white space lies between two places of an article."""
    return 0 <= start - end < 20 and not any(c.isalnum() for c in document.article.text[end:start])
