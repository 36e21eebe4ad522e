"""What is extracted: who is named, and what is claimed on whose word."""

from enum import StrEnum

from attrs import frozen

from factcheck.model.articles import Document, Problem
from factcheck.span import Span
from factcheck.values.quantity import Quantity
from factcheck.values.time import TimeInterval


class EntityType(StrEnum):
    """What is named."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """How something is named."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@frozen
class Mention:
    """One naming of a person, an organisation or a place.

    Attributes:
        id: derived from its place.
        span: the words in the article.
        name: the words as the machine reads them, without article, title and possessive ("Viktor Tumar", "he").
        form: name, nominal ("the Belarusian dictator", "the ministry") or pronoun.
        type: what is named, as far as the words tell.
        role: the office or description that stands with it ("deputy commander of the General Staff"), or "".
        role_span: where that description stands, or None.
        antecedent: id of the mention in the same article that it takes up, or "" where it names by itself or where the
            reading leaves it open.
        entity: id of the entity, filled by linking; "" before, and for what stays unresolved.
    """

    id: str
    span: Span
    name: str
    form: MentionForm
    type: EntityType
    role: str = ""
    role_span: Span | None = None
    antecedent: str = ""
    entity: str = ""


@frozen
class Entity:
    """One person, organisation or place that mentions of one or several articles name.

    Attributes:
        id: derived from its names.
        name: the fullest name in its most frequent spelling.
        type: what it is.
        aliases: the other spellings and names, sorted.
        roles: the offices and descriptions given to it, sorted.
        mentions: ids of the mentions, sorted by place.
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[str, ...]


class ClaimKind(StrEnum):
    """On whose word the claim stands."""

    STATED = "stated"
    REPORTED = "reported"
    QUOTED = "quoted"
    IDENTITY = "identity"


class Modality(StrEnum):
    """How firmly the claim is put."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    POSSIBLE = "possible"
    ALLEGED = "alleged"
    CONDITIONAL = "conditional"
    OBLIGED = "obliged"

    @property
    def is_open(self) -> bool:
        """Whether it is left open that it is so: it only may be, or would be."""
        return self in (Modality.POSSIBLE, Modality.CONDITIONAL)


@frozen
class Holder:
    """Who says it.

    Attributes:
        span: the words that name the holder, or None where the outlet itself speaks.
        name: those words as the machine reads them; the outlet for what it states itself.
        mention: id of the mention, or "".
        entity: id of the entity, filled by linking; "" where it is the outlet, anonymous or unresolved.
        is_outlet: whether the outlet itself is the holder.
        is_anonymous: whether the words name nobody ("a source", "officials").
        is_resolved: whether it is known who is meant; an unresolved "he" stays unresolved.
    """

    span: Span | None
    name: str
    mention: str = ""
    entity: str = ""
    is_outlet: bool = False
    is_anonymous: bool = False
    is_resolved: bool = True


@frozen
class Cue:
    """The words that attribute.

    Attributes:
        span: the words ("said", "according to").
        lemma: their lemma.
        strength: "asserts", "hedges", "denies", "asks", "warns" or "accuses" (lexicon/en/reporting.toml).
    """

    span: Span
    lemma: str
    strength: str


@frozen
class Predicate:
    """What is said to be done or to be.

    Attributes:
        span: its words ("began to arrive").
        lemma: lemma of the main verb, or of the noun for a nominal claim ("arrive" for "the arrival of").
        aspect: "begun", "ongoing", "completed" or "".
        tense: "past", "present", "future" or "".
    """

    span: Span
    lemma: str
    aspect: str = ""
    tense: str = ""


@frozen
class Argument:
    """One participant of a predicate.

    Attributes:
        role: "agent", "patient", "recipient", "attribute", or the preposition that binds it ("in", "against").
        span: its words.
        head: lemma of the head noun, or the name as read.
        mention: id of the mention that it is, or "".
        entity: id of the entity, filled by linking.
    """

    role: str
    span: Span
    head: str
    mention: str = ""
    entity: str = ""


@frozen
class QuantityMention:
    """A quantity in a claim.

    Attributes:
        value: the quantity; its span points into the article.
        role: role of the phrase that it counts or measures ("agent", "patient", "in", ...), or "".
        governor: lemma of the verb or noun that governs that phrase, or "".
    """

    value: Quantity
    role: str = ""
    governor: str = ""


@frozen
class TimeMention:
    """A time in a claim.

    Attributes:
        value: the interval; its span points into the article.
        governor: lemma of what it dates, or "".
        of_saying: whether it dates the saying ("said on Tuesday that ...") and not what is said.
    """

    value: TimeInterval
    governor: str = ""
    of_saying: bool = False


@frozen
class Claim:
    """One checkable statement by one article.

    Attributes:
        id: derived from the article's id and the place.
        span: the words, one stretch of the article.
        sentence: the sentence that it stands in (or the first, where a quotation runs on).
        block: index of the block.
        kind: stated by the outlet, reported (indirect speech), quoted (direct speech), or the identity of someone
            ("Viktor Tumar, deputy commander of ...").
        text: the words as the machine reads them (glued words apart).
        holder: who says it.
        cue: the words that attribute it, or None.
        quotations: the stretches inside quotation marks that belong to it, marks left out.
        predicate: its main predicate, or None for a fragment.
        arguments: the participants, in order.
        is_negated: whether what the claim says is denied; False where only what somebody asks for is ("warned them not
            to leave": the warning stands).
        negation: the words that deny the predicate, also inside what is asked for, or None.
        modality: how firmly it is put.
        hedge: the words that make it less than asserted ("will", "reportedly"), or None.
        quantities: the amounts, with the role that they fill.
        times: the times, with what they date.
        mentions: ids of the mentions inside, names first.
        terms: content lemmas in order, without function words; what matching counts.
        copies: other places of the same article that say the same word for word (a caption printed twice).
    """

    id: str
    span: Span
    sentence: Span
    block: int
    kind: ClaimKind
    text: str
    holder: Holder
    cue: Cue | None = None
    quotations: tuple[Span, ...] = ()
    predicate: Predicate | None = None
    arguments: tuple[Argument, ...] = ()
    is_negated: bool = False
    negation: Span | None = None
    modality: Modality = Modality.ASSERTED
    hedge: Span | None = None
    quantities: tuple[QuantityMention, ...] = ()
    times: tuple[TimeMention, ...] = ()
    mentions: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    copies: tuple[Span, ...] = ()

    @property
    def article(self) -> str:
        """Id of the article."""
        return self.span.article


@frozen(eq=False)
class Extraction:
    """Everything read out of one article."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()
