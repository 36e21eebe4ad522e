"""Which articles may be close at all: those that share one of the words that weigh most in each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from factcheck.config import Stories
from factcheck.stories.closeness import Floats, Ints, Shelf
from factcheck.stories.sketches import Sketch

CHUNK = 200_000  # pairs that are judged at a time: bounds the memory


def close_pairs(sketches: Sequence[Sketch], numbers: Stories) -> tuple[Ints, Ints, Floats]:
    """Pairs (left < right) of articles that are close, and their closeness.

    Args:
        sketches: the articles, sorted by id.
        numbers: the numbers; `keys` and `window` say which pairs are looked at.
    """
    shelf, count = Shelf(sketches, numbers), len(sketches)
    found: dict[int, float] = {}
    for codes in _chunks(_proposed(sketches, numbers), count):
        left, right = codes // count, codes % count
        close = shelf.of(left, right)
        kept = close >= numbers.threshold
        found.update(zip(codes[kept].tolist(), close[kept].tolist(), strict=True))
    codes = np.array(sorted(found), np.int64)
    return codes // count, codes % count, np.array([found[code] for code in codes.tolist()], np.float64)


def _chunks(pairs: Iterator[tuple[Ints, Ints]], count: int) -> Iterator[Ints]:
    """The pairs as numbers left * count + right, each once in a chunk."""
    waiting: list[Ints] = []
    size = 0
    for one, other in pairs:
        waiting.append(np.minimum(one, other) * count + np.maximum(one, other))
        size += len(one)
        if size >= CHUNK:
            yield np.unique(np.concatenate(waiting))
            waiting, size = [], 0
    if waiting:
        yield np.unique(np.concatenate(waiting))


def _proposed(sketches: Sequence[Sketch], numbers: Stories) -> Iterator[tuple[Ints, Ints]]:
    """In each block, by day and id, everyone with those up to `window` places before: linear in the block."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(sketches):
        for key in each.keys(numbers.keys):
            blocks[key].append(number)
    days = np.array([each.day for each in sketches], np.int64)
    for members in blocks.values():
        block = np.array(members, np.int64)
        block = block[np.argsort(days[block], kind="stable")]
        yield from _within(block, numbers.window)


def _within(block: Ints, window: int, fresh: int = 0) -> Iterator[tuple[Ints, Ints]]:
    """Everyone of a block from `fresh` on with those up to `window` places before."""
    for step in range(1, min(window, len(block) - 1) + 1):
        first = max(0, fresh - step)
        yield block[first:-step], block[first + step :]


def pairs_in_block(sketches: Sequence[Sketch], numbers: Stories, fresh: int = 0) -> Iterator[tuple[str, str, float]]:
    """The close pairs in one block, sorted by day and id, as ids in their order.

    Args:
        sketches: the articles that share a telling word, or a stretch of them.
        numbers: the numbers.
        fresh: place of the first one whose pairs are wanted; those before it only stand in its window.
    """
    if len(sketches) < 2:
        return
    shelf, count = Shelf(sketches, numbers), len(sketches)
    for codes in _chunks(_within(np.arange(count), numbers.window, fresh), count):
        left, right = codes // count, codes % count
        close = shelf.of(left, right)
        for place in np.flatnonzero(close >= numbers.threshold).tolist():
            one, other = sketches[left[place]].article, sketches[right[place]].article
            yield min(one, other), max(one, other), float(close[place])
