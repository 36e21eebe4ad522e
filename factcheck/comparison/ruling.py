"""A verdict with the case that it was given in."""

from attrs import frozen

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.model import Between, Kind


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

    @property
    def between(self) -> Between:
        """Who differs. One utterance has one speaker: that "he" was taken for another one makes no dispute of it."""
        is_one_speaker = self.verdict.kind is Kind.QUOTE and not self.pairing.are_named_apart
        if self.pairing.between is Between.SPEAKERS and is_one_speaker:
            return Between.WITHIN if self.pairing.is_within else Between.OUTLETS
        return self.pairing.between
