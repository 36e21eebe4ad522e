"""Which articles copied from each other or from a third: shared passages of prose, pair by pair."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby, product

from attrs import evolve, frozen

from factcheck.config import CopyDetection
from factcheck.model import Copying, Document, Passage
from factcheck.origins.alignment import Run, align, whole
from factcheck.origins.prose import Paragraph, paragraphs
from factcheck.origins.remarks import remarks
from factcheck.origins.shingles import sharing
from factcheck.span import Span

_LONGEST_FURNITURE = 40  # own tokens of a line that an outlet repeats


@frozen
class Shared:
    """A run that a paragraph of one article shares with a paragraph of another."""

    left: Paragraph
    right: Paragraph
    run: Run


@frozen(order=True)
class Spot:
    """Where a shared run stands in two articles, as offsets, with its number of own tokens."""

    left: tuple[int, int]
    right: tuple[int, int]
    tokens: int


def copyings(documents: Sequence[Document], numbers: CopyDetection) -> tuple[Copying, ...]:
    """Every two articles that share a copied passage, sorted by their ids.

    Paragraphs that are equal word for word are looked at once, however many articles print them.
    """
    texts: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for number, document in enumerate(documents):
        for paragraph in paragraphs(document, number):
            texts[paragraph.words].append(paragraph)
    said = remarks(documents)
    printed = [
        [evolve(p, own=said.own(p)) for p in those] for those in texts.values() if not _is_furniture(those, documents)
    ]
    runs = list(_runs(printed, numbers))
    captions = _captions(printed, runs, numbers)
    own = [0] * len(documents)
    for number, those in enumerate(printed):
        for paragraph in those if number not in captions else ():
            own[paragraph.article] += paragraph.size
    found: dict[tuple[int, int], list[Shared]] = defaultdict(list)
    for left, right, run in runs:
        if left in captions or right in captions:
            continue
        for one, two in product(printed[left], printed[right]):
            if one.article < two.article:
                found[one.article, two.article].append(Shared(one, two, run))
            elif two.article < one.article:
                found[two.article, one.article].append(Shared(two, one, Run(run.right, run.left, run.tokens)))
    pairs = (_copying(documents, own, key, found[key], numbers) for key in sorted(found))
    return tuple(sorted(pairs, key=lambda copying: (copying.left, copying.right)))


def own_words(documents: Sequence[Document]) -> dict[str, int]:
    """How many words outside quotations the paragraphs of each article have, by its id."""
    return {
        document.article.id: sum(p.size for p in paragraphs(document, number) if not p.is_caption)
        for number, document in enumerate(documents)
    }


def _is_furniture(printed: Sequence[Paragraph], documents: Sequence[Document]) -> bool:
    """Whether a text is what one outlet prints below many of its articles."""
    articles = {paragraph.article for paragraph in printed}
    sources = {documents[number].article.source for number in articles}
    return len(articles) > 2 and len(sources) == 1 and "" not in sources and printed[0].size < _LONGEST_FURNITURE


def _captions(
    printed: Sequence[Sequence[Paragraph]], runs: Sequence[tuple[int, int, Run]], numbers: CopyDetection
) -> set[int]:
    """The texts that describe a picture, here or in another article that prints it with its credit."""
    captions = {number for number, those in enumerate(printed) if any(p.is_caption for p in those)}
    found = set(captions)
    for left, right, run in runs:
        for one, two, (begin, _), (start, end) in (
            (left, right, run.left, run.right),
            (right, left, run.right, run.left),
        ):
            length = len(printed[two][0].words)
            if one in captions and begin < numbers.shingle and end - start >= numbers.sentence * length:
                found.add(two)
    return found


def _runs(printed: Sequence[Sequence[Paragraph]], numbers: CopyDetection) -> Iterator[tuple[int, int, Run]]:
    """The copied runs between two different texts of paragraphs, and between the copies of one."""
    for number, those in enumerate(printed):
        if len(those) > 1:  # printed by two articles, or twice by one
            run = whole(those[0])
            if _is_copied(those[0], those[0], run, numbers):
                yield number, number, run
    columns = sharing([those[0].words for those in printed], numbers.shingle, numbers.crowd)
    rows = zip(*(column.tolist() for column in columns), strict=True)
    for (left, right), group in groupby(rows, key=lambda row: (row[0], row[2])):
        one, two = printed[left][0], printed[right][0]
        for run in align(one, two, [(i, j) for _, i, _, j in group], numbers.shingle, numbers.bridge):
            if _is_copied(one, two, run, numbers):
                yield left, right, run


def _is_copied(left: Paragraph, right: Paragraph, run: Run, numbers: CopyDetection) -> bool:
    """Whether a run is too long, or fills too much of a sentence, to be chance.

    Names and numbers count half: the offices of people and the name of an affair recur in everybody's words. A run of
    little else is a list.
    """
    names = sum(left.names[i] for i in range(*run.left) if left.own[i])
    if names > numbers.names * run.tokens:
        return False
    weight = run.tokens - names / 2
    if run.tokens >= numbers.run and weight > numbers.run - 1.5:
        return True
    if weight <= numbers.sentence_tokens:
        return False
    return _fills_sentence(left, run.left, numbers) or _fills_sentence(right, run.right, numbers)


def _fills_sentence(paragraph: Paragraph, place: tuple[int, int], numbers: CopyDetection) -> bool:
    """Whether the stretch holds nearly all of a sentence that is not too short."""
    for sentence in set(paragraph.sentence[place[0] : place[1]]):
        members = [i for i, s in enumerate(paragraph.sentence) if s == sentence and paragraph.own[i]]
        inside = sum(place[0] <= i < place[1] for i in members)
        if len(members) >= numbers.sentence_tokens and inside >= numbers.sentence * len(members):
            return True
    return False


def _copying(
    documents: Sequence[Document],
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
    is_same = share >= numbers.same and min(covered) >= min(numbers.same_tokens, own[key[shorter]])
    ids = left.article.id, right.article.id
    if ids[0] > ids[1]:
        passages = [Passage(p.right, p.left, p.tokens, p.reason) for p in passages]
        passages.sort(key=lambda p: (p.left, p.right))
    return Copying(min(ids), max(ids), "same" if is_same else "partial", round(share, 4), tuple(passages))


def _covered(stretches: Sequence[tuple[Paragraph, tuple[int, int]]]) -> int:
    """How many own tokens the stretches of one article cover, each counted once."""
    places = {p.starts[i] for p, (a, b) in stretches for i in range(a, b) if p.own[i]}
    return len(places)


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
