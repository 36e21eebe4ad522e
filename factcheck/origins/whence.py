"""Where some words of an article stand in others: followed from print to print through the copied passages."""

from collections import defaultdict
from collections.abc import Container, Iterable

from factcheck.model import Copying
from factcheck.span import Span

Place = tuple[int, int]


class Whence:
    """The copied passages, looked up by where they stand.

    Attributes:
        between: what two articles share, by their ids in order.
    """

    def __init__(self, copyings: Iterable[Copying]) -> None:
        self.between: dict[tuple[str, str], Copying] = {}
        self._passages: dict[str, list[tuple[Place, str, Place]]] = defaultdict(list)
        self._followed: dict[Span, dict[str, Place]] = {}
        for copying in copyings:
            self.between[copying.left, copying.right] = copying
            for passage in copying.passages:
                left, right = passage.left, passage.right
                places = (left.start, left.end), (right.start, right.end)
                self._passages[left.article].append((places[0], right.article, places[1]))
                self._passages[right.article].append((places[1], left.article, places[0]))

    def prints(self, span: Span) -> dict[str, Place]:
        """Where the words of a span stand, by article: its own place, and those that copied passages lead to.

        Two prints that were never held against each other are found through a third; where the words lie in it is
        reckoned from where they lie in the passage, which is exact but for light edits.
        """
        found: dict[str, Place] = {span.article: (span.start, span.end)}
        todo = [span.article]
        while todo:
            article = todo.pop()
            start, end = found[article]
            for mine, other, theirs in self._passages.get(article, ()):
                common = min(end, mine[1]) - max(start, mine[0])
                if other not in found and 2 * common >= end - start > 0:
                    scale = (theirs[1] - theirs[0]) / (mine[1] - mine[0])
                    found[other] = (
                        theirs[0] + round((start - mine[0]) * scale),
                        theirs[0] + round((end - mine[0]) * scale),
                    )
                    todo.append(other)
        return found

    def shared(self, span: Span, others: Container[str]) -> Place | None:
        """The largest part of a span that stands in a passage which one of the others has, too."""
        parts = [
            (max(span.start, mine[0]), min(span.end, mine[1]))
            for mine, other, _ in self._passages.get(span.article, ())
            if other in others
        ]
        best = min(parts, key=lambda part: (part[0] - part[1], part), default=(0, 0))
        return best if best[1] > best[0] else None

    def is_one_text(self, left: Span, right: Span) -> bool:
        """Whether two spans of different articles are, for half of each, prints of the same words.

        The prints of `left` are kept, as one sentence is held against those of many articles.
        """
        if left not in self._followed:
            self._followed[left] = self.prints(left)
        place = self._followed[left].get(right.article)
        if place is None or left.article == right.article:
            return False
        common = min(place[1], right.end) - max(place[0], right.start)
        return 2 * common >= max(place[1] - place[0], len(right)) > 0
