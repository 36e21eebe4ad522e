"""The words in which two sentences differ that are otherwise one."""

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import frozen


@frozen
class Edit:
    """One change that turns the left sentence into the right one.

    Attributes:
        left: first word, and the one behind the last, on the left; the same where something was put in.
        right: the same for the right sentence.
    """

    left: tuple[int, int]
    right: tuple[int, int]

    @property
    def size(self) -> int:
        """How many words are exchanged: none where words only came or went."""
        left, right = self.left[1] - self.left[0], self.right[1] - self.right[0]
        return max(left, right) if left and right else 0


def shared_share(left: Sequence[str], right: Sequence[str]) -> float:
    """Share, 0..1, of the words of the longer sequence that stand in both."""
    longer = max(len(left), len(right))
    return (Counter(left) & Counter(right)).total() / longer if longer else 0.0


def diff(left: Sequence[str], right: Sequence[str]) -> tuple[Edit, ...]:
    """The changes from one sequence of words to another, in order, without what only moved.

    There and back they are the same changes: the matcher would see them otherwise from the other side.
    """
    if tuple(right) < tuple(left):
        return tuple(Edit(each.right, each.left) for each in diff(right, left))
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    edits = [Edit((a, b), (c, d)) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
    return _without_moves(left, right, edits)


def _without_moves(left: Sequence[str], right: Sequence[str], edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits without words that went at one place and came back at another ("26 May", "May 26")."""
    gone = Counter(tuple(left[e.left[0] : e.left[1]]) for e in edits if e.right[0] == e.right[1])
    come = Counter(tuple(right[e.right[0] : e.right[1]]) for e in edits if e.left[0] == e.left[1])
    moved = gone & come

    def is_move(edit: Edit) -> bool:
        if edit.size:
            return False
        return bool(moved[tuple(left[slice(*edit.left)]) or tuple(right[slice(*edit.right)])])

    return tuple(edit for edit in edits if not is_move(edit))
