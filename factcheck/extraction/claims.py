"""Claims: every clause of the prose with its holder, what it says, and the values, times and names in it."""

from functools import cache

from attrs import evolve

from factcheck import lexicon
from factcheck.by_place import ByPlace
from factcheck.extraction import predicates
from factcheck.extraction.arguments import Said
from factcheck.extraction.attribution_parts import Attribution, by_block
from factcheck.extraction.claim_drafts import CONTENT, Draft, drafts_of
from factcheck.extraction.claim_values import Values, read_values
from factcheck.extraction.clauses import Clause
from factcheck.extraction.holders import Places, Voices
from factcheck.extraction.identity import identity_claims
from factcheck.extraction.ids import content_id
from factcheck.extraction.naming import Naming
from factcheck.model import (
    Argument,
    Block,
    BlockKind,
    Claim,
    ClaimKind,
    Cue,
    Document,
    Holder,
    MentionForm,
    Modality,
    Predicate,
)
from factcheck.span import Span
from factcheck.tokens import Sentence
from factcheck.values.time import TimeInterval

INSIDE = 0.5  # share of a claim's characters that makes it a quotation
HANGING = frozenset({"relcl", "advcl", "ccomp", "appos", "punct", "cc", "conj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
UTTERANCE = 3  # tokens; not more inside quotation marks is a term or a title


def build_claims(document: Document, namings: list[Naming], attributions: list[Attribution]) -> tuple[Claim, ...]:
    """The claims of an article, in the order of the text."""
    places, covering = Places(namings), by_block(attributions)
    voices = Voices(document, places)
    quotations = ByPlace(document.quotations, lambda quotation: quotation)
    claims: list[Claim] = []
    times: tuple[TimeInterval, ...] = ()
    for block, sentences in document.sentences.items():
        for number, sentence in enumerate(sentences):
            whole = document.readings[block].original(sentence.start, sentence.end, document.article.text)
            near = quotations.overlapping(whole.start, whole.end)
            values = read_values(document, block, sentence, times)
            times = (*times, *values.intervals)[-6:]
            for draft in drafts_of(sentence, block, number, covering.get(block, [])):
                if _is_label(document.blocks[block], draft):
                    continue
                claims.append(_claim(document, draft, voices, values, whole, near))
    claims = _without_repetition(claims)
    claims.extend(identity_claims(document, namings))
    copies = _copies(document)
    claims = [
        _with_copies(document, claim, copies[claim.block]) if claim.block in copies else claim for claim in claims
    ]
    return tuple(sorted(claims, key=lambda claim: (claim.span.start, claim.span.end, claim.kind)))


def _is_label(block: Block, draft: Draft) -> bool:
    """Whether it only names what a picture shows: "File image of troops during a ceremony"."""
    tokens = draft.clause.sentence.tokens
    return block.kind is BlockKind.CAPTION and not any(tokens[at].tag in FINITE for at in draft.clause.own)


def _claim(document: Document, draft: Draft, voices: Voices, values: Values, whole: Span, near: list[Span]) -> Claim:
    """The claim that a clause of the sentence `whole` makes; `near` are the quotations of that sentence."""
    clause, sentence = draft.clause, draft.clause.sentence
    reading, text = document.readings[draft.block], document.article.text
    own = [at for at in clause.own if draft.first <= at <= draft.last]

    def span_of(first: int, last: int) -> Span:
        return reading.original(sentence.tokens[first].start, sentence.tokens[last].end, text)

    span = span_of(draft.first, draft.last)
    first, last = span.start, span.end
    quotations = tuple([q for q in near if q.start < last and q.end > first])
    attribution = draft.attribution
    holder = voices.outlet
    cue: Cue | None = None
    kind = ClaimKind.STATED
    if attribution is not None:
        holder, cue = voices.of(attribution)
        kind = ClaimKind.QUOTED if draft.is_content and _is_inside(span, quotations) else ClaimKind.REPORTED
    elif _is_inside(span, quotations) and len(own) > UTTERANCE:
        holder, kind = Holder(None, "", is_resolved=False), ClaimKind.QUOTED  # somebody's words, and not the outlet's
    said = predicates.read(sentence, clause.head, set(own), _shared_subject(clause), clause.is_conditional)
    _apply_denial(said, draft)
    main = said.verbs if said.head in said.verbs else [*said.verbs, said.head]
    return Claim(
        id=content_id("c", span, "clause"),
        span=span,
        sentence=whole,
        block=draft.block,
        kind=kind,
        text=sentence.slice(draft.first, draft.last),
        holder=holder,
        cue=cue,
        quotations=tuple(_clipped(q, span, text) for q in quotations),
        predicate=Predicate(span_of(min(main), max(main)), said.lemma, said.aspect, said.tense)
        if sentence.tokens[clause.head].pos in ("VERB", "AUX") else None,
        arguments=_arguments(document, draft, said, voices.places),
        is_negated=said.is_negated,
        negation=span_of(said.negation, said.negation) if said.negation is not None else None,
        modality=said.modality,
        hedge=span_of(said.hedge, said.hedge) if said.hedge is not None else None,
        quantities=values.quantities_of(own, said),
        times=values.times_of(own, said, attribution, draft.is_content),
        mentions=_mentions(draft, own, voices.places),
        terms=_terms(sentence, own),
    )  # fmt: skip


def _is_inside(span: Span, quotations: tuple[Span, ...]) -> bool:
    """Whether most of a claim's words stand inside quotation marks."""
    return bool(quotations) and sum(min(q.end, span.end) - max(q.start, span.start) for q in quotations) > INSIDE * len(
        span
    )


def _clipped(quotation: Span, span: Span, text: str) -> Span:
    """The part of a quotation that belongs to a claim."""
    return Span.of(text, max(quotation.start, span.start), min(quotation.end, span.end), span.article)


def _shared_subject(clause: Clause) -> int | None:
    """The subject that a clause has from the one above it, or from the noun that it tells about."""
    sentence = clause.sentence
    if clause.antecedent is not None:
        return clause.antecedent
    if clause.lender is not None:
        return next(
            (c for c in sentence.children[clause.lender] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")), None
        )
    if any(sentence.tokens[c].dep in ("nsubj", "nsubjpass", "expl", "csubj") for c in sentence.children[clause.head]):
        return None
    above = clause.above
    for _ in range(6):
        if above is None:
            return None
        subjects = [c for c in sentence.children[above.head] if sentence.tokens[c].dep in ("nsubj", "nsubjpass")]
        if subjects:
            return subjects[0]
        above = above.above
    return None


@cache
def _denials() -> frozenset[str]:
    return lexicon.words("negation", "denial")


def _apply_denial(said: Said, draft: Draft) -> None:
    """Who denies something says that it is not so; who asks or charges does not say that it has been done."""
    attribution = draft.attribution
    if attribution is None:
        return
    if draft.is_content and attribution.lemma in _denials():
        said.is_negated = not said.is_negated
        if said.negation is None and (attribution.block, attribution.sentence) == (draft.block, draft.number):
            said.negation = attribution.cue[0]
    if said.modality is Modality.ASSERTED and draft.is_content and attribution.construction == "infinitive":
        said.modality = Modality.OBLIGED if attribution.strength == "asks" else Modality.PLANNED


def _arguments(document: Document, draft: Draft, said: Said, places: Places) -> tuple[Argument, ...]:
    """The participants with the mentions that they are; a relative clause as far as its noun."""
    sentence = draft.clause.sentence
    reading, text = document.readings[draft.block], document.article.text
    found: list[Argument] = []
    for role, head in said.arguments:
        naming = places.at(draft.block, draft.number, head)
        name = naming.name if naming and naming.form is MentionForm.NAME else sentence.tokens[head].lemma
        mention = naming.mention.id if naming and naming.mention else ""
        if mention and any(other.role == role and other.mention == mention for other in found):
            continue
        first, last = _phrase(sentence, head)
        span = reading.original(sentence.tokens[first].start, sentence.tokens[last].end, text)
        found.append(Argument(role, span, name, mention))
    return tuple(found)


def _phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last token of a participant's phrase, without clauses that hang on it."""
    tokens = sentence.tokens
    inside = [head]
    for at in inside:
        inside.extend([c for c in sentence.children[at] if tokens[c].dep not in HANGING])
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    return first, last


def _mentions(draft: Draft, own: list[int], places: Places) -> tuple[str, ...]:
    """Ids of the mentions inside, names first."""
    inside = [(n.form, n.mention.id) for n in places.within(draft.block, draft.number, own) if n.mention is not None]
    names = [mention for form, mention in inside if form is MentionForm.NAME]
    return (*names, *(mention for form, mention in inside if form is not MentionForm.NAME))


def _terms(sentence: Sentence, own: list[int]) -> tuple[str, ...]:
    """Content lemmas in order."""
    empty = _empty()
    tokens = sentence.tokens
    words = [token for at in own if (token := tokens[at]).pos in CONTENT and token.text[:1].isalnum()]
    return tuple([word.lemma for word in words if word.lemma.lower() not in empty])


@cache
def _empty() -> frozenset[str]:
    return lexicon.words("modality", "empty")


def _without_repetition(claims: list[Claim]) -> list[Claim]:
    """Claims that say the same words in two places of an article become one with copies."""
    first: dict[tuple[str, str], int] = {}
    kept: list[Claim] = []
    for claim in claims:
        key = (claim.text, claim.holder.name)
        if key in first and len(claim.terms) > 2:
            index = first[key]
            kept[index] = evolve(kept[index], copies=(*kept[index].copies, claim.span))
            continue
        first.setdefault(key, len(kept))
        kept.append(claim)
    return kept


def _copies(document: Document) -> dict[int, list[Block]]:
    """The blocks that repeat another, by the index of that one."""
    found: dict[int, list[Block]] = {}
    for block in document.blocks:
        if block.copy_of is not None:
            found.setdefault(block.copy_of, []).append(block)
    return found


def _with_copies(document: Document, claim: Claim, copies: list[Block]) -> Claim:
    """The claim with the places where blocks that repeat its block say it again."""
    text, found = document.article.text, []
    for block in copies:
        at = text.find(claim.span.text, block.span.start, block.span.end)
        if at >= 0:
            found.append(Span.of(text, at, at + len(claim.span.text), claim.article))
    return evolve(claim, copies=(*claim.copies, *found)) if found else claim
