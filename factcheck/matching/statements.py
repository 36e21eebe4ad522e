"""What claims say beyond their words: on whose word, of whom, and whether they only say who someone is."""

from collections.abc import Callable, Hashable, Mapping, Sequence

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from factcheck.matching.rows import Floats, Ints, Rows, make_rows
from factcheck.matching.weighing import rarity_by_article
from factcheck.model import Claim, ClaimKind, Mention

Mentions = Mapping[str, Mention]


def entities(claim: Claim, mentions: Mentions) -> set[Hashable]:
    """Everyone and everything that it names, by name, description or pronoun."""
    return {mentions[m].entity for m in claim.mentions if m in mentions and mentions[m].entity}


def bearer(claim: Claim, mentions: Mentions) -> set[Hashable]:
    """Whose identity it gives; nothing for other claims."""
    if claim.kind is not ClaimKind.IDENTITY:
        return set()
    return {a.entity or a.head for a in claim.arguments if a.role == "agent"}


VIEWS: Mapping[str, Callable[[Claim, Mentions], set[Hashable]]] = {
    "entities": entities,
    "bearer": bearer,
}


@frozen(eq=False)
class Statements:
    """What claims say beyond their words; all arrays have one entry for each claim.

    Attributes:
        rows: the weighted keys, by view.
        holder: number of whoever says it, -1 where that is the outlet or unknown.
        is_identity: whether it only says who someone is.
        is_quoted: whether it stands in the speaker's own words.
    """

    rows: Mapping[str, Rows]
    holder: Ints
    is_identity: NDArray[np.bool_]
    is_quoted: NDArray[np.bool_]

    def features(self, left: Ints, right: Ints) -> dict[str, Floats]:
        """Features of pairs of claims, by name."""
        features = {f"{n} shared": np.log1p(self.rows[n].dots(left, right)) for n in self.rows}
        features["entities alike"] = self.rows["entities"].cosines(left, right)[1]
        held = (self.holder[left] >= 0) & (self.holder[right] >= 0)
        same = self.holder[left] == self.holder[right]
        features["same holder"] = (held & same).astype(np.float64)
        features["other holder"] = (held & ~same).astype(np.float64)
        features["quoted by same"] = features["same holder"] * (self.is_quoted[left] & self.is_quoted[right])
        features["identity in both"] = (self.is_identity[left] & self.is_identity[right]).astype(np.float64)
        features["identity in one"] = (self.is_identity[left] ^ self.is_identity[right]).astype(np.float64)
        return features


def make_statements(claims: Sequence[Claim], mentions: Mentions) -> Statements:
    """The statements of some claims."""
    rows = {}
    for name, view in VIEWS.items():
        bags = [view(claim, mentions) for claim in claims]
        rows[name] = make_rows(rarity_by_article([c.article for c in claims], bags))
    numbers = {entity: number for number, entity in enumerate(sorted({c.holder.entity for c in claims} - {""}))}
    return Statements(
        rows,
        np.array([numbers.get(c.holder.entity, -1) for c in claims], np.int64),
        np.array([c.kind is ClaimKind.IDENTITY for c in claims], bool),
        np.array([c.kind is ClaimKind.QUOTED for c in claims], bool),
    )
