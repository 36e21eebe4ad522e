"""How far two paragraphs run on alike: exact runs, light edits between them bridged."""

from collections.abc import Sequence

from attrs import frozen

from factcheck.origins.prose import Paragraph

Place = tuple[int, int]


@frozen
class Run:
    """A stretch that two paragraphs share.

    Attributes:
        left: first and last token (exclusive) in one.
        right: the same in the other.
        tokens: how many of the journalist's own tokens are the same in both.
    """

    left: Place
    right: Place
    tokens: int

    def mirrored(self) -> "Run":
        """The same run seen from the other paragraph."""
        return Run(self.right, self.left, self.tokens)


def align(left: Paragraph, right: Paragraph, seeds: Sequence[Place], width: int, bridge: int) -> list[Run]:
    """The runs that two paragraphs share, in order.

    Args:
        left: one paragraph.
        right: the other.
        seeds: places at which both have the same `width` tokens, sorted.
        width: tokens of a seed.
        bridge: tokens that may be changed, put in or left out between two exact stretches of one run.
    """
    runs: list[Run] = []
    for begin, stop in _chain([_widen(left.words, right.words, *exact) for exact in _exact(seeds, width)]):
        tokens = sum(left.own[begin[0] : stop[0]])
        if runs and _is_near(left, right, runs[-1], begin, bridge):
            previous = runs.pop()
            runs.append(Run((previous.left[0], stop[0]), (previous.right[0], stop[1]), previous.tokens + tokens))
        else:
            runs.append(Run((begin[0], stop[0]), (begin[1], stop[1]), tokens))
    return runs


def whole(paragraph: Paragraph) -> Run:
    """The run of a paragraph with one that has the same tokens."""
    length = len(paragraph.words)
    return Run((0, length), (0, length), paragraph.size)


def _exact(seeds: Sequence[Place], width: int) -> list[tuple[Place, Place]]:
    """Seeds that overlap on one diagonal made one stretch: its start and its end in both paragraphs."""
    open_: dict[int, tuple[Place, Place]] = {}
    found = []
    for i, j in seeds:
        start, end = open_.get(i - j, ((i, j), (i, j)))
        if i > end[0]:
            found.append((start, end))
            start = i, j
        open_[i - j] = start, (i + width, j + width)
    return found + list(open_.values())


def _widen(left: Sequence[str], right: Sequence[str], start: Place, end: Place) -> tuple[Place, Place]:
    """An exact stretch made as long as it goes."""
    (i, j), (k, m) = start, end
    while i > 0 and j > 0 and left[i - 1] == right[j - 1]:
        i, j = i - 1, j - 1
    while k < len(left) and m < len(right) and left[k] == right[m]:
        k, m = k + 1, m + 1
    return (i, j), (k, m)


def _chain(stretches: Sequence[tuple[Place, Place]]) -> list[tuple[Place, Place]]:
    """The stretches that fit together, in order: long ones first, each place used once."""
    kept: list[tuple[Place, Place]] = []
    for begin, stop in sorted(set(stretches), key=lambda s: (s[0][0] - s[1][0], s)):
        before = all(
            (end[0] <= begin[0] and end[1] <= begin[1]) or (stop[0] <= start[0] and stop[1] <= start[1])
            for start, end in kept
        )
        if before:
            kept.append((begin, stop))
    return sorted(kept)


def _is_near(left: Paragraph, right: Paragraph, previous: Run, begin: Place, bridge: int) -> bool:
    """Whether a stretch goes on where the run before it ended, but for a light edit; other quoted words are none."""
    (i, j), (k, m) = (previous.left[1], previous.right[1]), begin
    return k - i <= bridge and m - j <= bridge and all(left.own[i:k]) and all(right.own[j:m])
