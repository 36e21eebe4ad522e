"""One plain, neutral sentence on each finding: who says what; nobody is called wrong."""

from collections.abc import Sequence

from factcheck.comparison.pairing import Pairing
from factcheck.comparison.verdict import Verdict
from factcheck.model import Between, Claim, Difference, Kind

_THING = {
    Kind.QUANTITY: "the amount",
    Kind.TIME: "the time",
    Kind.PLACE: "the place",
    Kind.NAME: "the name",
    Kind.ROLE: "the office",
    Kind.POLARITY: "whether it is so",
    Kind.QUOTE: "the words quoted",
    Kind.ATTRIBUTION: "who said it",
    Kind.MODALITY: "how firmly it is put",
    Kind.EVENT: "what happened",
    Kind.DETAIL: "how much is told",
}


def explain(pairing: Pairing, verdicts: Sequence[Verdict]) -> str:
    """The sentence for some verdicts of one kind on two claims; the first verdict is the gravest."""
    verdict = verdicts[0]
    left, right = who(pairing, pairing.left), who(pairing, pairing.right)
    mine, yours = _quote(verdict.left.text), _quote(verdict.right.text)
    more = f" ({len(verdicts)} places)" if len(verdicts) > 1 else ""
    thing = _THING[verdict.kind]
    if verdict.is_update:
        return f"{left} has {mine}, {right} {yours}: the count rose between the two days of publication."
    if pairing.between is Between.WITHIN:
        return f"{pairing.scene.article(pairing.left).outlet} gives {thing} in two ways: {mine} and {yours}{more}."
    if verdict.relation is Difference.CONFLICT:
        return f"They differ in {thing}: {left} has {mine}, {right} has {yours}{more}."
    if verdict.kind is Kind.DETAIL:
        return f"They tell different parts: {left} has {mine}, {right} has {yours}."
    return f"Both can hold, but {thing} is not put alike: {left} has {mine}, {right} has {yours}{more}."


def who(pairing: Pairing, claim: Claim) -> str:
    """The outlet, and before it the speaker where the difference is between speakers."""
    outlet = pairing.scene.article(claim).outlet
    if pairing.between is Between.SPEAKERS:
        entity = pairing.scene.entity(claim.holder.entity)
        return f"{entity.name if entity else claim.holder.name} (in {outlet})"
    return outlet


def _quote(text: str) -> str:
    return f"“{' '.join(text.split())}”"
