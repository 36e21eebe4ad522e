"""Two versions of one utterance, word by word."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import frozen

from factcheck.model import Kind
from factcheck.reporting.exhibit import Exhibit, Side

# A word or a sign, with the blanks behind it.
_TOKEN = re.compile(r"(?:\w+(?:[’'\-]\w+)*|[^\w\s])\s*")
# Beyond it nobody reads a diff, and its cost grows with the square.
_LONGEST = 400
# With fewer words in common the two are not versions of one utterance, and their diff would say nothing.
_FEWEST_SHARED = 3


@frozen
class Change:
    """A stretch of the utterance; `left` and `right` are the same words where both have them."""

    left: str
    right: str

    @property
    def is_same(self) -> bool:
        """Whether both say this."""
        return self.left.casefold() == self.right.casefold()


@frozen
class _Word:
    """A word of a quotation with the blanks behind it, and whether the finding points at it."""

    text: str
    is_deciding: bool

    @property
    def key(self) -> str:
        """What two versions are compared by."""
        return self.text.strip().casefold()


_Step = tuple[bool, Sequence[_Word], Sequence[_Word]]


def diff_quotations(exhibit: Exhibit) -> list[Change]:
    """The two versions of a quotation; nothing where the finding is about something else, or has no two."""
    if exhibit.finding.kind is not Kind.QUOTE or len(exhibit.sides) != 2:
        return []
    left, right = (_words(side) for side in exhibit.sides)
    if not left or not right or max(len(left), len(right)) > _LONGEST:
        return []
    matcher = SequenceMatcher(None, [word.key for word in left], [word.key for word in right], autojunk=False)
    steps = [(tag == "equal", left[i:j], right[k:m]) for tag, i, j, k, m in matcher.get_opcodes()]
    same = [number for number, (is_same, _, _) in enumerate(steps) if is_same]
    if sum(len(steps[number][1]) for number in same) < _FEWEST_SHARED:
        return []
    first, last = same[0], same[-1]
    before = _from_deciding(steps[first - 1]) if first else None
    after = _to_deciding(steps[last + 1]) if last + 1 < len(steps) else None
    inner = [_change(*step) for step in steps[first : last + 1]]
    return [*filter(None, [before]), *inner, *filter(None, [after])]


def _from_deciding(step: _Step) -> Change | None:
    """What stands before all that is shared, from the words on that the finding points at.

    What only one of them quotes there is left out: the other was silent, and changed nothing.
    """
    _, left, right = step
    cut = [_after_first(words) for words in (left, right)]
    return _change(False, *cut) if all(cut) else None


def _to_deciding(step: _Step) -> Change | None:
    """What stands after all that is shared, up to the last words that the finding points at."""
    _, left, right = step
    cut = [_after_first(words[::-1])[::-1] for words in (left, right)]
    return _change(False, *cut) if all(cut) else None


def _after_first(words: Sequence[_Word]) -> Sequence[_Word]:
    """The words from the first deciding one on; all where the finding points at none of them."""
    return words[next((number for number, word in enumerate(words) if word.is_deciding), 0) :]


def _change(is_same: bool, left: Sequence[_Word], right: Sequence[_Word]) -> Change:
    mine, theirs = ("".join(word.text for word in words) for words in (left, right))
    return Change(mine, mine if is_same else theirs)


def _words(side: Side) -> list[_Word]:
    """The words inside the marks that the finding points into, else all that the claims quote."""
    marked, at = [], side.start
    for part in side.parts:
        if part.is_deciding:
            marked.append((at, at + len(part.text)))
        at += len(part.text)

    def is_marked(start: int, end: int) -> bool:
        return any(start < last and first < end for first, last in marked)

    quotes = sorted({quote for claim in side.claims for quote in claim.quotations})
    pointed = [quote for quote in quotes if is_marked(quote.start, quote.end)]
    return [
        _Word(found[0], is_marked(quote.start + found.start(), quote.start + len(found[0].rstrip()) + found.start()))
        for quote in pointed or quotes
        for found in _TOKEN.finditer(quote.text)
    ]
