"""Two events told in one form: where who or where differs and how much or when besides, neither is wrong."""

from collections.abc import Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.comparison.wording import Change, content
from factcheck.model import Difference, Kind

# Who or what the sentence is about, and what is told of it.
SUBJECTS = (Kind.NAME, Kind.PLACE, Kind.EVENT)
VALUES = (Kind.QUANTITY, Kind.TIME)


def tells_of_another(pairing: Pairing, verdicts: Sequence[Verdict]) -> bool:
    """Whether near copies are about two: "a poll by Datum gives him 44 percent", "a poll by Pulse ... 47 percent"."""
    if not pairing.is_near_copy or not any(verdict.relation is Difference.CONFLICT for verdict in verdicts):
        return False
    is_valued_otherwise = any(verdict.kind in VALUES for verdict in verdicts)
    return is_valued_otherwise and any(_names_another(change) for change in pairing.changes_of(*SUBJECTS))


def _names_another(change: Change) -> bool:
    """Whether a change puts one name in the place of another, each side with one of its own."""
    if not change.is_exchange or change.is_quoted:
        return False
    mine, yours = (
        {token.text for token in content(side) if token.pos == "PROPN"} for side in (change.left, change.right)
    )
    return bool(mine and yours) and not mine & yours
