"""What is compared: facts as groups of claims, and the findings inside them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from attrs import field, frozen

from factcheck.span import Span
from factcheck.values.relation import Relation

_TOLD, _OTHERS, _JUDGE = 6, "others", "judge: "


def _weightiest(features: Mapping[str, float]) -> dict[str, float]:
    """The contributions that a reader is told, in the order of their weight, and the sum of all others.

    What a judge added is always told.
    """
    ranked = sorted(features.items(), key=lambda part: (part[0] == _OTHERS, -abs(part[1]), part[0]))
    told = {name: weight for at, (name, weight) in enumerate(ranked) if at < _TOLD or name.startswith(_JUDGE)}
    others = round(sum(weight for name, weight in ranked if name not in told), 4)
    return told | ({_OTHERS: others} if others else {})


@frozen
class Pair:
    """Two claims that may state the same fact, and why.

    Attributes:
        left: id of a claim; `left` < `right`.
        right: id of another claim.
        score: calibrated probability, 0..1, that both state the same fact.
        features: what the score was made of: the contributions to its log-odds by name, the six weightiest first, and
            the sum of all further ones as "others"; a judge's as "judge: NAME", always. A fact of twenty claims has 190
            pairs.
    """

    left: str
    right: str
    score: float
    features: Mapping[str, float] = field(factory=dict, converter=_weightiest)


class FactStatus(StrEnum):
    """How a fact stands."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single origin"
    SINGLE_SOURCE = "single source"
    DISPUTED = "disputed"
    UNCERTAIN = "uncertain"


@frozen
class Witness:
    """One independent origin of a fact, and who has the fact from there.

    Attributes:
        origin: id of the origin whose text it stands in.
        articles: ids of the articles that have it from there, sorted.
    """

    origin: str
    articles: tuple[str, ...]


@frozen
class Fact:
    """The claims, of any number of articles, that state one thing; a claim that states two things may be in two facts.

    Attributes:
        id: derived from its claims.
        claims: ids of the claims, sorted by place.
        gist: the words of the claim that says it best.
        pairs: the pairs that brought them together.
        articles: ids of the articles that state it, sorted.
        outlets: the outlets, sorted.
        origins: number of independent origins.
        reasons: why these are so many origins, a sentence each.
        status: corroborated, single origin, single source, disputed, or uncertain: that several articles state it is
            not as sure as the settings ask.
        known_from: the independent origins, each article with one of them, sorted by their articles.
        confidence: 0..1, how sure it is that all these articles state the same thing: the probability of the weakest of
            the pairs that it takes to bind them; 1.0 where one article alone states it.
        borne_out_by: ids of the articles that say what the gist says, sorted; the others tell of the same thing and are
            compared. () where that was not looked at.
    """

    id: str
    claims: tuple[str, ...]
    gist: str
    pairs: tuple[Pair, ...] = ()
    articles: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    origins: int = 1
    reasons: tuple[str, ...] = ()
    status: FactStatus = FactStatus.SINGLE_SOURCE
    known_from: tuple[Witness, ...] = ()
    confidence: float = 1.0
    borne_out_by: tuple[str, ...] = ()

    @property
    def agreeing(self) -> tuple[str, ...]:
        """Ids of the articles that say what the gist says; all, where that was not looked at."""
        return self.borne_out_by or self.articles

    @property
    def agreed_origins(self) -> int:
        """From how many independent origins these articles have it."""
        bearing = set(self.agreeing)
        return sum(not bearing.isdisjoint(one.articles) for one in self.known_from) or self.origins

    @property
    def is_shared(self) -> bool:
        """Whether several articles state it, as far as is sure enough."""
        return len(self.articles) > 1 and self.status is not FactStatus.UNCERTAIN


def facts_by_claim(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    """The facts that each claim is in, by its id: that of most articles, then of most claims, first."""
    found: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda fact: (-len(fact.articles), -len(fact.claims), fact.id)):
        for claim in fact.claims:
            found.setdefault(claim, []).append(fact)
    return {claim: tuple(those) for claim, those in found.items()}


class Kind(StrEnum):
    """In what two claims differ, in the order in which a reader cares."""

    QUANTITY = "quantity"
    TIME = "time"
    PLACE = "place"
    NAME = "name"
    ROLE = "role"
    POLARITY = "polarity"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    MODALITY = "modality"
    EVENT = "event"
    DETAIL = "detail"


class Difference(StrEnum):
    """Whether both can hold."""

    CONFLICT = "conflict"
    REFINEMENT = "refinement"


class Severity(StrEnum):
    """How much it matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Between(StrEnum):
    """Who differs."""

    OUTLETS = "outlets"
    SPEAKERS = "speakers"
    WITHIN = "within"


@frozen
class Standing:
    """One side of a difference: who says it, in which words, and from how many origins.

    Attributes:
        words: the deciding words; several sentences that put it in their own words each with theirs; "" for the
            statements that others only add to.
        articles: ids of the articles that say so, sorted.
        origins: from how many independent origins they have it; 0 where that was not counted.
        claims: ids of the claims that say so.
        evidence: their deciding words, where they stand.
    """

    words: str
    articles: tuple[str, ...]
    origins: int
    claims: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()


@frozen
class Finding:
    """One difference inside a fact: two versions or more, each with all who have it.

    Attributes:
        id: derived from kind and evidence.
        fact: id of the fact.
        kind: in what they differ.
        relation: conflict or refinement.
        severity: how much it matters.
        between: outlets, speakers, or one article with itself.
        claims: ids of the claims of all sides, two or more; two of one side say the same. Which differ, `opposed` says.
        evidence: the deciding words of all sides, side by side; two or more. Whose they are, `sides` says.
        values: the value of each side in a readable form ("8,100 to 9,000 soldier", "2022-10-15"), or empty.
        value_relation: the relation between the values of the first two, or None where there are none.
        rule: name of the comparer that fired.
        score: 0..1, how sure the rule is.
        explanation: one plain, neutral sentence that says what differs.
        is_update: whether a later article gives a newer value of something that changes.
        sides: the versions, two or more: which articles say what, and from how many origins.
        is_changed_in_copying: whether two sides are prints of one text: the change came in on the way.
        opposed: the pairs of claims that were found to differ, sorted. Two claims of two sides that are no such pair
            do not differ by themselves, or were not compared.
    """

    id: str
    fact: str
    kind: Kind
    relation: Difference
    severity: Severity
    between: Between
    claims: tuple[str, ...]
    evidence: tuple[Span, ...]
    values: tuple[str, ...]
    value_relation: Relation | None
    rule: str
    score: float
    explanation: str
    is_update: bool = False
    sides: tuple[Standing, ...] = ()
    is_changed_in_copying: bool = False
    opposed: tuple[tuple[str, str], ...] = ()

    @property
    def order(self) -> tuple[object, ...]:
        """What findings are sorted by: relation, severity, kind and place."""
        return (
            self.relation is not Difference.CONFLICT,
            tuple(Severity).index(self.severity),
            tuple(Kind).index(self.kind),
            self.evidence,
            self.id,
        )
