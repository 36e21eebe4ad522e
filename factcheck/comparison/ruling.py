"""A verdict with the case that it was given in."""

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict


@frozen(eq=False)
class Ruling:
    """A verdict with its case.

    Attributes:
        fact: id of the fact.
        pairing: the two claims.
        verdict: what was found.
        rule: name of the comparer.
    """

    fact: str
    pairing: Pairing
    verdict: Verdict
    rule: str
