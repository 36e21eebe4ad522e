"""Two versions of one utterance, word by word."""

import re
from difflib import SequenceMatcher

from attrs import frozen

from factcheck.model import Kind
from factcheck.reporting.view import Exhibit, Side

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


def diff_quotations(exhibit: Exhibit) -> list[Change]:
    """The two versions of a quotation; nothing where the finding is about something else, or has no two."""
    if exhibit.finding.kind is not Kind.QUOTE or len(exhibit.sides) != 2:
        return []
    left, right = (_TOKEN.findall(_quotation(side)) for side in exhibit.sides)
    if not left or not right or max(len(left), len(right)) > _LONGEST:
        return []
    matcher = SequenceMatcher(None, _keys(left), _keys(right), autojunk=False)
    changes = []
    for tag, i, j, k, m in matcher.get_opcodes():
        mine, theirs = "".join(left[i:j]), "".join(right[k:m])
        changes.append(Change(mine, mine if tag == "equal" else theirs))
    return _shared(changes)


def _keys(tokens: list[str]) -> list[str]:
    return [token.strip().casefold() for token in tokens]


def _shared(changes: list[Change]) -> list[Change]:
    """Without what only one of them quotes before and after: there the other was silent, and changed nothing."""
    same = [number for number, change in enumerate(changes) if change.is_same]
    if sum(len(_TOKEN.findall(changes[number].left)) for number in same) < _FEWEST_SHARED:
        return []
    first, last = same[0], same[-1]
    if first and changes[first - 1].left and changes[first - 1].right:
        first -= 1
    if last + 1 < len(changes) and changes[last + 1].left and changes[last + 1].right:
        last += 1
    return changes[first : last + 1]


def _quotation(side: Side) -> str:
    """The words inside the marks that the finding points into, else all that the claims quote."""
    first = side.start
    marked, at = [], first
    for part in side.parts:
        if part.is_deciding:
            marked.append((at, at + len(part.text)))
        at += len(part.text)
    quotes = [quote for claim in side.claims for quote in claim.quotations]
    pointed = [quote for quote in quotes if any(quote.start < end and start < quote.end for start, end in marked)]
    return " … ".join(quote.text for quote in sorted(set(pointed or quotes)))
