"""Which runs of words between paragraphs are copied prose and not chance, remarks, captions or furniture."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve, frozen

from factcheck.config import CopyDetection
from factcheck.model import Document
from factcheck.origins.alignment import Run, align, whole
from factcheck.origins.prose import Paragraph, paragraphs
from factcheck.origins.remarks import remarks
from factcheck.origins.shingles import sharing

Printed = list[list[Paragraph]]  # the different texts of paragraphs, each with every article that prints it

_LONGEST_FURNITURE = 40  # own tokens of a line that an outlet repeats


@frozen
class Match:
    """A run between two texts of paragraphs, or a text that two articles print.

    Attributes:
        left: number of the one text.
        right: number of the other, or the same.
        run: what they share.
        is_strong: whether the run shows by itself that one was copied from the other.
    """

    left: int
    right: int
    run: Run
    is_strong: bool


def own_prose(documents: Sequence[Document]) -> Printed:
    """The different texts of paragraphs and captions, what any article quotes marked as nobody's own."""
    texts: dict[tuple[str, ...], list[Paragraph]] = defaultdict(list)
    for number, document in enumerate(documents):
        for paragraph in paragraphs(document, number):
            texts[paragraph.words].append(paragraph)
    said = remarks(documents)
    rank = _ranks(texts.values(), len(documents))
    printed = []
    for those in _ranked(texts.values(), rank):
        if not _is_furniture(those, documents):
            own, is_caption = said.own(those[0]), any(p.is_caption for p in those)
            printed.append([evolve(p, own=own, is_caption=is_caption) for p in those])
    return printed


def _ranks(texts: Iterable[Sequence[Paragraph]], number: int) -> list[tuple[int, int]]:
    """For each article its place among those that others are held against: first who prints most of what many print.

    The same articles must be the first ones for every paragraph of a dispatch, or no two would be seen to share it all.
    """
    size, common = [0] * number, [0] * number
    for those in texts:
        for paragraph in those:
            size[paragraph.article] += paragraph.size
            common[paragraph.article] += paragraph.size * (len(those) > 1)
    return [(-round(10 * common[i] / max(1, size[i])), i) for i in range(number)]


def _ranked(texts: Iterable[Sequence[Paragraph]], rank: Sequence[tuple[int, int]]) -> list[list[Paragraph]]:
    """The texts, and the prints of each, in the order of the articles' ranks."""
    ranked = [sorted(those, key=lambda paragraph: rank[paragraph.article]) for those in texts]
    return sorted(ranked, key=lambda those: rank[those[0].article])


def _is_furniture(printed: Sequence[Paragraph], documents: Sequence[Document]) -> bool:
    """Whether a text is what one outlet prints below many of its articles."""
    articles = {paragraph.article for paragraph in printed}
    sources = {documents[number].article.source for number in articles}
    return len(articles) > 2 and len(sources) == 1 and "" not in sources and printed[0].size < _LONGEST_FURNITURE


def matches(printed: Printed, numbers: CopyDetection) -> list[Match]:
    """The copied runs between the texts; those that turn out to describe a picture are marked so in `printed`."""
    found = list(_matches(printed, numbers))
    captions = _captions(printed, found, numbers)
    for number in captions:
        printed[number] = [evolve(p, is_caption=True) for p in printed[number]]
    return [match for match in found if match.left not in captions and match.right not in captions]


def families(printed: Printed, found: Sequence[Match]) -> list[int]:
    """For each text the number of its family: texts that copy from each other, or all from one, are one family.

    Prints that were never held against each other are known to share a text by it.
    """
    parent = list(range(len(printed)))

    def top(number: int) -> int:
        while parent[number] != number:
            parent[number] = number = parent[parent[number]]
        return number

    for match in found:
        if match.is_strong:
            low, high = sorted((top(match.left), top(match.right)))
            parent[high] = low
    return [top(number) for number in range(len(printed))]


def _matches(printed: Printed, numbers: CopyDetection) -> Iterator[Match]:
    """The runs between two different texts, and between the copies of one."""
    for number, those in enumerate(printed):
        if len(those) > 1:  # printed by two articles, or twice by one
            run = whole(those[0])
            yield Match(number, number, run, _strength(those[0], those[0], run, numbers) > 1)
    texts = [those[0].words for those in printed]
    for left, right, places in sharing(texts, numbers.shingle, numbers.crowd, numbers.hubs):
        one, two = printed[left][0], printed[right][0]
        for run in align(one, two, [(i, j) for i, j in places.tolist()], numbers.shingle, numbers.bridge):
            strength = _strength(one, two, run, numbers)
            if strength:
                yield Match(left, right, run, strength > 1)


def _captions(printed: Printed, found: Sequence[Match], numbers: CopyDetection) -> set[int]:
    """The texts that describe a picture, here or in another article that prints it with its credit."""
    known = {number for number, those in enumerate(printed) if those[0].is_caption}
    captions = set(known)
    for match in found:
        for one, two, run in ((match.left, match.right, match.run), (match.right, match.left, match.run.mirrored())):
            covered = run.right[1] - run.right[0] >= numbers.sentence * len(printed[two][0].words)
            if one in known and covered and run.left[0] < numbers.shingle:
                captions.add(two)
    return captions


def _strength(left: Paragraph, right: Paragraph, run: Run, numbers: CopyDetection) -> int:
    """What a run shows: 2 that one was copied, 1 that it was if another run shows it, 0 nothing.

    Long runs and near-verbatim sentences show it. Names and numbers count half: the offices of people and the name of
    an affair recur in everybody's words. A run of little else is a list.
    """
    names = sum(left.names[i] for i in range(*run.left) if left.own[i])
    if names > numbers.names * run.tokens:
        return 0
    weight = run.tokens - names / 2
    if run.tokens >= numbers.run and weight > numbers.run - 1.5:
        return 2
    if not (_fills_sentence(left, run.left, numbers) or _fills_sentence(right, run.right, numbers)):
        return 0
    return 2 if weight > numbers.sentence_tokens else 1


def _fills_sentence(paragraph: Paragraph, place: tuple[int, int], numbers: CopyDetection) -> bool:
    """Whether the stretch holds nearly all of a sentence that is not too short."""
    for sentence in set(paragraph.sentence[place[0] : place[1]]):
        members = [i for i, s in enumerate(paragraph.sentence) if s == sentence and paragraph.own[i]]
        inside = sum(place[0] <= i < place[1] for i in members)
        if len(members) >= numbers.shortest_sentence and inside >= numbers.sentence * len(members):
            return True
    return False
