"""Who "he", "the minister" and a bare surname are, by scores that a person can follow; what stays open stays open.

Reading on, the article's people and bodies are kept as chains of namings. A name joins the chain whose name it repeats
or shortens; a pronoun or a role noun joins the chain that scores best, if it is well ahead of the next.
"""

from attrs import define

from factcheck.config import Coreference
from factcheck.extraction import roles
from factcheck.extraction.attribution_parts import Attribution
from factcheck.extraction.coreference_chains import Chain, Chains, Place
from factcheck.extraction.cues import of_verb
from factcheck.extraction.naming import Naming
from factcheck.model import Document, EntityType, MentionForm
from factcheck.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "agent")


@define(eq=False)
class _Context(Place):
    """What is known about one naming's place, and about who speaks there.

    Attributes:
        speaker: whose direct speech the naming stands in, or None.
        last_speaker: who spoke last in the article's own text, or None.
        speaks: the attributions whose source the naming is.
    """

    speaker: Chain | None = None
    last_speaker: Chain | None = None
    speaks: frozenset[int] = frozenset()


def resolve(
    document: Document, namings: list[Naming], attributions: list[Attribution], settings: Coreference = Coreference()
) -> None:
    """Set the antecedent of every naming that takes up an earlier one."""
    numbers = _sentence_numbers(document)
    sources = {(a.block, a.sentence, i): a for a in attributions if a.is_speech for i in a.source}
    quoted: dict[int, list[Attribution]] = {}
    for attribution in attributions:
        if attribution.construction in ("direct", "going on"):
            for block in sorted({block for block, _, _ in attribution.content}):
                quoted.setdefault(block, []).append(attribution)
    heads: dict[tuple[int, int], list[Attribution]] = {}
    for attribution in attributions:
        heads.setdefault((attribution.block, attribution.sentence), []).append(attribution)
    offices = _offices(namings)
    chains = Chains()
    speakers: dict[int, Chain] = {}
    last_speaker: Chain | None = None
    chain: Chain | None
    waiting: list[tuple[Naming, int]] = []
    for naming in _in_order(namings):
        token = _head(document, naming)
        speaks = [a for a in heads.get((naming.block, naming.sentence), ()) if _is_source_of(a, naming)]
        around = next((a for a in quoted.get(naming.block, ()) if a.covers(naming.block, token.start, token.end)), None)
        context = _Context(
            number=numbers[naming.block, naming.sentence],
            is_subject=token.dep in SUBJECTS or _office_is_subject(document, naming),
            is_source=(naming.block, naming.sentence, naming.head) in sources,
            speaker=speakers.get(id(around.source_from or around)) if around else None,
            in_quotation=around is not None,
            last_speaker=last_speaker,
            quotation=id(around.source_from or around) if around else 0,
            speaks=frozenset(map(id, speaks)),
        )
        if naming.is_first_person:
            waiting.append((naming, context.quotation))
            continue
        named = offices.get((naming.block, naming.sentence, (naming.first, naming.last)))
        if named is not None and naming.form is MentionForm.NOMINAL:
            chain = next(chain for chain in chains.all if any(member is named for member in chain.members))
        else:
            chain = _chain_for(document, naming, context, chains, settings)
        if chain is None:
            continue
        chains.join(naming, chain, context)
        for attribution in speaks:
            speakers.setdefault(id(attribution), chain)
            last_speaker = chain if attribution.is_speech and not context.in_quotation else last_speaker
        if not context.in_quotation and _speaks(document, naming):
            last_speaker, chain.as_speaker = chain, context.number
    for naming, quotation in waiting:
        if quotation in speakers:
            speakers[quotation].members.append(naming)
    for chain in chains.all:
        for naming in chain.members:
            naming.antecedent = chain.root if naming is not chain.root else None


def _offices(namings: list[Naming]) -> dict[tuple[int, int, tuple[int, int] | None], Naming]:
    """Names by the place of the office that stands with them."""
    return {
        (n.block, n.sentence, n.role_at): n for n in namings if n.form is MentionForm.NAME and n.role_at is not None
    }


def _in_order(namings: list[Naming]) -> list[Naming]:
    """The namings in the order of the text, but a name before the office that it explains further on."""

    def place(naming: Naming) -> tuple[int, int, int, int]:
        first = naming.role_at[0] if naming.form is MentionForm.NAME and naming.role_at is not None else naming.first
        return naming.block, naming.sentence, min(first, naming.first), int(naming.form is not MentionForm.NAME)

    return sorted(namings, key=place)


def _sentence_numbers(document: Document) -> dict[tuple[int, int], int]:
    """Running number of each sentence."""
    places = [(block, index) for block in sorted(document.sentences) for index in range(len(document.sentences[block]))]
    return {place: number for number, place in enumerate(places)}


def _head(document: Document, naming: Naming) -> Token:
    return document.sentences[naming.block][naming.sentence].tokens[naming.head]


def _office_is_subject(document: Document, naming: Naming) -> bool:
    """Whether the office that stands with a name is a subject: "the mayor, Igor S., said"."""
    if naming.role_at is None:
        return False
    first, last = naming.role_at
    return any(t.dep in SUBJECTS for t in document.sentences[naming.block][naming.sentence].tokens[first : last + 1])


def _speaks(document: Document, naming: Naming) -> bool:
    """Whether it is the subject of an act of speech, also of one without content ("Maria L. disagreed")."""
    token = _head(document, naming)
    verb = document.sentences[naming.block][naming.sentence].tokens[token.head]
    return token.dep == "nsubj" and of_verb(verb).is_speech


def _is_source_of(attribution: Attribution, naming: Naming) -> bool:
    """Whether the naming is, or heads, the source of an attribution."""
    return (
        (attribution.block, attribution.sentence) == (naming.block, naming.sentence)
        and attribution.source_head is not None
        and (naming.first <= attribution.source_head <= naming.last or
             (naming.role_at is not None and naming.role_at[0] <= attribution.source_head <= naming.role_at[1]))
    )  # fmt: skip


def _chain_for(
    document: Document, naming: Naming, context: _Context, chains: Chains, settings: Coreference
) -> Chain | None:
    """The chain that a naming joins: an old one, a new one, or none where it stays open."""
    if naming.form is MentionForm.NAME:
        return chains.named(naming) or chains.new(naming)
    if naming.form is MentionForm.NOMINAL and not _is_definite(document, naming):
        return chains.new(naming)
    far = context.number - (settings.window if naming.form is MentionForm.PRONOUN else 5 * settings.window)
    near = [chain for chain in chains.all if chain.last >= far and _agrees(naming, chain)]
    scored = sorted(
        ((_score(document, naming, chain, context, settings), -number, chain) for number, chain in enumerate(near)),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if naming.form is MentionForm.NOMINAL:
        best = scored[0] if scored else None
        if best is not None and best[0] >= settings.nominal_threshold and _is_ahead(scored, settings.nominal_margin):
            return best[2]
        return chains.new(naming)
    if scored and scored[0][0] >= settings.pronoun_threshold and _is_ahead(scored, settings.pronoun_margin):
        return scored[0][2]
    return None


def _is_ahead(scored: list[tuple[float, int, Chain]], margin: float) -> bool:
    return len(scored) < 2 or scored[0][0] - scored[1][0] >= margin


def _score(document: Document, naming: Naming, chain: Chain, context: _Context, settings: Coreference) -> float:
    """How well a pronoun or role noun goes with a chain that it agrees with."""
    distance = context.number - chain.last
    score = -settings.distance * min(distance, 2 * settings.window)
    if naming.block == chain.block:
        score += settings.same_paragraph
    score += settings.subject * max(0.0, 1.0 - (context.number - chain.as_subject) / settings.window)
    goes_on_speaking = context.is_source and context.number - chain.as_speaker <= settings.window
    if chain is context.last_speaker and goes_on_speaking:
        score += settings.speaker
    score += settings.frequency * min(chain.count, 5)
    if chain.quoted and not context.in_quotation:
        score -= settings.quoted
    if (context.in_quotation and context.speaker is chain) or (chain.quoted and chain.quotation in context.speaks):
        score -= settings.own_words
    elif chain.called in context.speaks:
        score -= settings.own_words  # nobody speaks of himself by his name
    if naming.gender and chain.gender:
        score += settings.same_gender if naming.gender == chain.gender else -settings.gender
    if naming.form is MentionForm.PRONOUN:
        return score + (settings.named if chain.names else 0.0)
    return score + _role_score(document, naming, chain, context, settings)


def _agrees(naming: Naming, chain: Chain) -> bool:
    """Whether type and number allow it."""
    if naming.form is MentionForm.PRONOUN:
        if naming.gender in ("m", "f"):
            unknown = chain.type is EntityType.OTHER and bool(chain.names) and chain.names[0].istitle()
            return (chain.type is EntityType.PERSON or unknown) and not chain.is_plural
        if naming.gender == "n":
            return chain.type in (EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER) and not chain.is_plural
        return chain.is_plural or chain.type is EntityType.ORGANISATION
    if naming.type is EntityType.PERSON:
        return chain.type is EntityType.PERSON and naming.is_plural == chain.is_plural
    return chain.type is EntityType.ORGANISATION


def _is_definite(document: Document, naming: Naming) -> bool:
    """Whether a role noun can take somebody up: "the minister", "His doctor", "Belarusian authorities"."""
    first = document.sentences[naming.block][naming.sentence].tokens[naming.first]
    if first.lemma.lower() in ("a", "an", "another", "some", "no"):
        return False
    return (
        first.lemma.lower() in ("the", "this", "that", "these", "said")
        or first.tag == "PRP$"
        or first.text[:1].isupper()
    )


def _role_score(document: Document, naming: Naming, chain: Chain, context: _Context, settings: Coreference) -> float:
    """What the words of a role noun add: shared with the chain's offices or name, definite, or first of its kind."""
    sentence = document.sentences[naming.block][naming.sentence]
    words = {
        t.text.lower() for t in sentence.tokens[naming.first : naming.last + 1] if t.pos in ("NOUN", "PROPN", "ADJ")
    }
    head = sentence.tokens[naming.head].lemma.lower()
    known = chain.roles | {part.lower() for name in chain.names for part in name.split()}
    score = 0.0
    if head in known:
        score += settings.same_head
    score += settings.same_word * len((words & known) - {head})
    if (
        head not in known
        and chain.roles
        and chain.type is EntityType.PERSON
        and roles.is_role(sentence.tokens[naming.head])
    ):
        score -= settings.other_role
    if head not in known and chain is not context.last_speaker:
        score -= settings.new_role
    if chain.type is EntityType.ORGANISATION and head not in known:
        score -= settings.other_body
    if not chain.names:
        score -= settings.unnamed
    return score
