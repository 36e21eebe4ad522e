"""The nouns of the library: frozen values that the stages hand on to each other."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import Factory, frozen

from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values.quantity import Quantity
from factcheck.values.relation import Relation
from factcheck.values.time import TimeInterval

# ------------------------------------------------------------------------------------------------------ what is read


@frozen
class Article:
    """One article as the reader gave it; its text is never changed.

    Attributes:
        id: unique in a set of articles; from the input, else from the file's name, else from the text.
        text: the text, verbatim; every offset anywhere points into it.
        source: the outlet, or "".
        title: the headline, or "".
        published: the day of publication, or None where it is not known; it is never invented.
        url: its address, or "".
        path: the file that it was read from, or "".
    """

    id: str
    text: str
    source: str = ""
    title: str = ""
    published: date | None = None
    url: str = ""
    path: str = ""

    @property
    def outlet(self) -> str:
        """Who publishes it: the source, or the id where the source is not known."""
        return self.source or self.id


@frozen
class Problem:
    """Something that could not be read or used; it is reported, and the rest goes on.

    Attributes:
        place: the file (and line), or the article's id.
        reason: what is wrong and what to do about it.
        is_loss: whether something of the input was left out for it; False for a remark on input that was used in full.
    """

    place: str
    reason: str
    is_loss: bool = True


class BlockKind(StrEnum):
    """What a block of a page is; only the first three carry claims."""

    PARAGRAPH = "paragraph"
    HEADLINE = "headline"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    MARKUP = "markup"
    SOURCE = "source"
    METADATA = "metadata"

    @property
    def is_prose(self) -> bool:
        """Whether claims are read from such a block."""
        return self in (BlockKind.PARAGRAPH, BlockKind.HEADLINE, BlockKind.CAPTION)


@frozen
class Block:
    """One block of an article: a paragraph, a caption, a credit line, ...

    Attributes:
        kind: what it is.
        span: its words in the article.
        copy_of: index of an earlier block of the same article that it repeats (a caption printed twice), or None.
    """

    kind: BlockKind
    span: Span
    copy_of: int | None = None


@frozen
class Reading:
    """The prose of one block with its damage repaired, and the way back.

    Attributes:
        text: the repaired text ("Stoltenberg called on Minsk").
        origins: for each character of `text` its offset in the article, followed by one more for the end; characters
            that the repair put in carry the offset of the next original one.
        article: id of the article.
        ends: for each character the offset behind what it stands for, where that is not simply the next one: one
            character may stand for several (mojibake, entities) and one that was put in stands for none; () else.
    """

    text: str
    origins: Sequence[int]
    article: str
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int, source: str) -> Span:
        """The span of the article's text `source` that the reading's [start, end) stands for."""
        first = self.origins[start]
        last = first
        if end > start:
            last = self.ends[end - 1] if self.ends else self.origins[end - 1] + 1
        return Span.of(source, first, max(first, last), self.article)


@frozen(eq=False)
class Document:
    """An article as the machine reads it.

    Attributes:
        article: the article.
        blocks: every block, in order; nothing of the text but white space lies outside them.
        readings: the repaired prose by index of the block, for the blocks that are prose and no copy.
        sentences: the parsed sentences by index of the block, offsets pointing into that block's reading.
        quotations: the stretches inside quotation marks, marks left out, in order.
        language: ISO 639-1 code as far as it can be told, "" otherwise.
    """

    article: Article
    blocks: tuple[Block, ...]
    readings: Mapping[int, Reading]
    sentences: Mapping[int, tuple[Sentence, ...]]
    quotations: tuple[Span, ...] = ()
    language: str = ""


# --------------------------------------------------------------------------------------------------- what is extracted


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
        is_negated: whether the predicate is denied.
        negation: the words that deny it, or None.
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


# ----------------------------------------------------------------------------------------------------- what is compared


@frozen
class Pair:
    """Two claims that may state the same fact, and why.

    Attributes:
        left: id of a claim; `left` < `right`.
        right: id of another claim.
        score: calibrated probability, 0..1, that both state the same fact.
        features: what the score was made of, by name, each with its contribution to the log-odds.
    """

    left: str
    right: str
    score: float
    features: Mapping[str, float] = Factory(dict)


class FactStatus(StrEnum):
    """How a fact stands."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single origin"
    SINGLE_SOURCE = "single source"
    DISPUTED = "disputed"


@frozen
class Fact:
    """The claims, of any number of articles, that state one thing.

    Attributes:
        id: derived from its claims.
        claims: ids of the claims, sorted by place.
        gist: the words of the claim that says it best.
        pairs: the pairs that brought them together.
        articles: ids of the articles that state it, sorted.
        outlets: the outlets, sorted.
        origins: number of independent origins.
        reasons: why these are so many origins, a sentence each.
        status: corroborated, single origin, single source or disputed.
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
class Finding:
    """One difference inside a fact.

    Attributes:
        id: derived from kind and evidence.
        fact: id of the fact.
        kind: in what they differ.
        relation: conflict or refinement.
        severity: how much it matters.
        between: outlets, speakers, or one article with itself.
        claims: ids of the claims, two or more.
        evidence: the deciding words of each, in the order of `claims`' articles; two or more.
        values: the two values in a readable form ("[8,100, 9,000)", "2022-10-15"), or empty.
        value_relation: the relation between the two values, or None where there are none.
        rule: name of the comparer that fired.
        score: 0..1, how sure the rule is.
        explanation: one plain, neutral sentence that says what differs.
        is_update: whether a later article gives a newer value of something that changes.
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


# ------------------------------------------------------------------------------------------------ where it comes from


@frozen
class Passage:
    """Words that two articles share because one copied them, or both copied a third.

    Attributes:
        left: the passage in one article.
        right: the passage in the other.
        tokens: how many tokens of the journalist's own prose run on word for word (light edits bridged).
        reason: one sentence that says why it counts as copied.
    """

    left: Span
    right: Span
    tokens: int
    reason: str


@frozen
class Copying:
    """How two articles are related.

    Attributes:
        left: id of an article.
        right: id of another.
        relation: "same" (one dispatch, or one rewritten from the other) or "partial" (some copied passages).
        share: share, 0..1, of the shorter article's prose that the passages cover.
        passages: the passages.
    """

    left: str
    right: str
    relation: str
    share: float
    passages: tuple[Passage, ...]


@frozen
class Origin:
    """Where one or several articles really have their text from.

    Attributes:
        id: derived from the articles.
        name: the agency or the outlet that the credits name, or "" where they do not tell.
        articles: ids of the articles that print it, sorted.
        credits: the credit lines that name the agency.
        reason: one sentence.
    """

    id: str
    name: str
    articles: tuple[str, ...]
    credits: tuple[Span, ...]
    reason: str


@frozen(eq=False)
class Origins:
    """What the origins stage found: the articles' origins and every copying between two of them."""

    origins: tuple[Origin, ...]
    copyings: tuple[Copying, ...]


@frozen(eq=False)
class Results:
    """Everything known about one set of articles.

    Attributes:
        articles, mentions, entities, claims, facts, findings: as above, each sorted so that the order of the input
            does not show.
        blocks: the blocks of each article, by its id.
        origins: the origins and copyings.
        problems: what could not be read or used.
        settings: the settings that were used, as plain data.
        versions: versions of the library, the parser and the pipeline.
    """

    articles: tuple[Article, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    origins: Origins
    problems: tuple[Problem, ...]
    settings: Mapping[str, object]
    versions: Mapping[str, str]


@frozen(eq=False)
class Corpus:
    """What the stages behind linking look things up in.

    Attributes:
        articles: the articles by id.
        documents: the documents by the article's id.
        mentions: the linked mentions by id.
        entities: the entities by id.
        claims: the linked claims by id, in the order of article and place.
    """

    articles: Mapping[str, Article]
    documents: Mapping[str, Document]
    mentions: Mapping[str, Mention]
    entities: Mapping[str, Entity]
    claims: Mapping[str, Claim]
