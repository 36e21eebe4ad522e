"""What a comparer says about two claims."""

from collections.abc import Callable

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.wording import Change
from factcheck.model import Difference, Kind, Severity
from factcheck.span import Span
from factcheck.values.relation import Relation

# How sure a rule is. Near copies and quotations of one speaker are SURE (96 in 100 were right), what passes every gate
# is LIKELY, what a judgement of sense decides POSSIBLE; what is WEAK or DOUBTFUL is told only to those who ask for it.
SURE, LIKELY, POSSIBLE, WEAK, DOUBTFUL = 0.95, 0.8, 0.6, 0.4, 0.3


@frozen
class Verdict:
    """One difference between two claims.

    Attributes:
        kind: in what they differ.
        relation: whether both can hold.
        severity: how much it matters.
        left: the deciding words of the left claim.
        right: those of the right one.
        score: 0..1, how sure the rule is.
        values: both values in a readable form, or empty where the words speak for themselves.
        value_relation: how the two values stand, or None.
        topic: what the words are about, for the sentence that explains ("page"), or "".
        added: the deciding words that the other side has nothing to set against; empty where both differ.
        is_update: whether the later article gives a newer value of something that changes.
    """

    kind: Kind
    relation: Difference
    severity: Severity
    left: Span
    right: Span
    score: float
    values: tuple[str, ...] = ()
    value_relation: Relation | None = None
    topic: str = ""
    added: tuple[Span, ...] = ()
    is_update: bool = False


def exchanged(kind: Kind, change: Change, severity: Severity, score: float) -> Verdict:
    """The verdict that the words of a change cannot both be right."""
    left, right = change.left_span, change.right_span
    return Verdict(kind, Difference.CONFLICT, severity, left, right, score, (left.text, right.text), Relation.CONFLICT)


Comparer = Callable[[Pairing], list[Verdict]]
