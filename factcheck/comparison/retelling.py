"""Two sentences that tell one thing in other words: which word of the one stands for which of the other.

Near copies have their place in the sentence to go by; a retelling has not. Here words stand for one another that are
the same, of one family, or near in sense, and how much of both sentences is told by the other says how far they may be
trusted to be about one event.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from attrs import frozen

from factcheck.comparison.nearness import align
from factcheck.comparison.pairing import Pairing
from factcheck.comparison.scene import Scene
from factcheck.comparison.told import NOWHERE, Side
from factcheck.model import Claim
from factcheck.span import Span
from factcheck.values.relation import Relation

# Sentences of an article up to which each of them is held against each of another such article.
SHORT = 8
# Amounts and times that are one count as this much of a sentence.
VALUE = 0.6


@frozen(eq=False, slots=False)
class Retelling:
    """Two sentences side by side.

    Attributes:
        left: the one.
        right: the other.
        scene: where things are looked up.
    """

    left: Side
    right: Side
    scene: Scene

    @cached_property
    def aligned(self) -> Mapping[int, tuple[int, float]]:
        """For each content word of the left sentence its counterpart on the right with how near it is."""
        return align(self.left.forms, self.right.forms)

    @cached_property
    def counterparts(self) -> dict[int, int]:
        """For each aligned word of the right sentence the one on the left."""
        return {j: i for i, (j, _) in self.aligned.items()}

    @cached_property
    def agreeing(self) -> int:
        """How many amounts and times are one."""
        amounts = sum(
            any(mine.value.relation_to(yours.value) is Relation.EQUAL for yours in self.right.amounts)
            for mine in self.left.amounts
        )
        times = sum(
            any(mine.value.relation_to(yours.value) is Relation.EQUAL for yours in self.right.times)
            for mine in self.left.times
        )
        return amounts + times

    @cached_property
    def mass(self) -> float:
        """How much both tell."""
        return sum(self.left.weight(i) * near for i, (_, near) in self.aligned.items()) + VALUE * self.agreeing

    def covered(self, *apart: Span) -> tuple[float, float]:
        """Share of the shorter and of the longer sentence that the other tells, the words `apart` left out."""
        without = {i for span in apart for i in range(*self.left.words.within(span))}
        without_right = {j for span in apart for j in range(*self.right.words.within(span))}
        mine = sum(self.left.weight(i) for i in self.left.content if i not in without)
        yours = sum(self.right.weight(j) for j in self.right.content if j not in without_right)
        told = sum(self.left.weight(i) * near for i, (_, near) in self.aligned.items() if i not in without)
        values = VALUE * self.agreeing
        shares = [(told + values) / max(side + values, 0.1) for side in (mine, yours)]
        return max(shares), min(shares)

    def is_anchored(self, left: int, right: int) -> bool:
        """Whether two words stand for each other, or hang on words that do."""
        return self.is_linked(left, right) or self.hang_together(left, right)

    def is_linked(self, left: int, right: int) -> bool:
        """Whether two words stand for each other, or one hangs on what stands for the other."""
        there, here = self.aligned.get(left, (NOWHERE, 0.0))[0], self.counterparts.get(right, NOWHERE)
        if there == right:
            return True
        return there in self.right.neighbours(right) or here in self.left.neighbours(left)

    def hang_together(self, left: int, right: int) -> bool:
        """Whether two words hang on words that stand for each other."""
        others = self.right.neighbours(right)
        return any(self.aligned[i][0] in others for i in self.left.neighbours(left) if i in self.aligned)

    def rest(self, *, is_right: bool) -> list[int]:
        """The content words of one side that the other has no counterpart for."""
        if is_right:
            return [j for j in self.right.content if j not in self.counterparts]
        return [i for i in self.left.content if i not in self.aligned]

    def pairing(self, left: Span, right: Span) -> Pairing:
        """The two claims that hold some words."""
        return Pairing(self.left.claim_at(left), self.right.claim_at(right), self.scene)


def retell(left: Claim, right: Claim, scene: Scene) -> Retelling:
    """The sentences of two claims side by side."""
    mine, yours = (Side(scene.words_of(claim), scene.sentence_mates(claim)) for claim in (left, right))
    return Retelling(mine, yours, scene)


def retell_texts(left: str, right: str, scene: Scene) -> Retelling:
    """Two whole texts of a few sentences side by side."""
    mine, yours = (Side(scene.words_in(article), scene.claims_of(article)) for article in (left, right))
    return Retelling(mine, yours, scene)


def retellings(pairs: Iterable[tuple[Claim, Claim]], scene: Scene) -> Iterator[Retelling]:
    """The sentences of different articles that tell most of each other, each with its best counterpart only.

    Args:
        pairs: claims whose sentences are held against each other.
        scene: where things are looked up.
    """
    sides: dict[Span, Side] = {}
    found: dict[tuple[Span, Span], Retelling] = {}
    for one, other in pairs:
        left, right = sorted((one, other), key=lambda claim: scene.rank[claim.id])
        key = (left.sentence, right.sentence)
        if left.article == right.article or key in found:
            continue
        for claim in (left, right):
            if claim.sentence not in sides:
                sides[claim.sentence] = Side(scene.words_of(claim), scene.sentence_mates(claim))
        if sides[left.sentence].words.content & sides[right.sentence].words.content:
            found[key] = Retelling(sides[left.sentence], sides[right.sentence], scene)
    best: dict[tuple[Span, str], float] = {}
    for (left_place, right_place), each in found.items():
        for place, article in ((left_place, right_place.article), (right_place, left_place.article)):
            best[place, article] = max(best.get((place, article), 0.0), each.mass)
    for (left_place, right_place), each in sorted(found.items()):
        ends = (best[left_place, right_place.article], best[right_place, left_place.article])
        if each.mass and each.mass >= max(ends):
            yield each
