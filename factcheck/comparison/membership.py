"""Which fact a pair of claims belongs to: a claim that states two things stands in two facts, a difference in one."""

from collections.abc import Iterator, Sequence

from factcheck.model import Claim, Fact, facts_by_claim


class Membership:
    """Looks up the facts of claims."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._facts = facts_by_claim(facts)

    def __contains__(self, claim: Claim) -> bool:
        """Whether it is in any fact."""
        return claim.id in self._facts

    def shared(self, left: Claim, right: Claim) -> str | None:
        """Id of the fact that has both, that of most articles where several have; None where none has."""
        theirs = {fact.id for fact in self._facts.get(right.id, ())}
        return next((fact.id for fact in self._facts.get(left.id, ()) if fact.id in theirs), None)

    def of_pair(self, left: Claim, right: Claim) -> str:
        """Id of the fact that tells what two claims differ in: one that has both, else one that has the left."""
        return self.shared(left, right) or self._facts[left.id][0].id

    def elsewhere(self, fact: Fact, *claims: Claim) -> Iterator[str]:
        """Ids of the claims that stand together with one of these in another fact than this one."""
        for claim in claims:
            for other in self._facts.get(claim.id, ()):
                if other.id != fact.id:
                    yield from other.claims
