"""Who "he", "the minister" and a bare surname are, by scores that a person can follow; what stays open stays open.

Reading on, the article's people and bodies are kept as chains of namings. A name joins the chain whose name it repeats
or shortens; a pronoun or a role noun joins the chain that scores best, if it is well ahead of the next.
"""

from attrs import define, field

from factcheck.config import Coreference
from factcheck.extraction import roles
from factcheck.extraction.attribution import Attribution
from factcheck.extraction.cues import of_verb
from factcheck.extraction.naming import Naming
from factcheck.model import Document, EntityType, MentionForm
from factcheck.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass", "agent")


@define(eq=False)
class Chain:
    """Someone whom the article has named so far.

    Attributes:
        root: the naming that says most plainly who it is.
        names: the names used so far.
        roles: words of the offices given so far, lower case.
        type: what it is.
        gender: "m", "f", "n" or "".
        is_plural: whether it is several.
        last: number of the sentence of the latest naming.
        as_subject: number of the sentence in which it was last a subject, or -99.
        as_speaker: number of the sentence in which it last spoke, or -99.
        block: block of the latest naming.
        count: how often it was named.
        quoted: whether it was only named inside quotations.
        members: its namings so far.
        quotation: the direct speech in which it was last named, or 0.
        parts: the words of each of its names.
    """

    root: Naming
    names: list[str]
    roles: set[str]
    type: EntityType
    gender: str
    is_plural: bool
    last: int = 0
    as_subject: int = -99
    as_speaker: int = -99
    block: int = -1
    count: int = 0
    quoted: bool = True
    quotation: int = 0
    members: list[Naming] = field(factory=list)
    parts: list[list[str]] = field(factory=list)


@define(eq=False)
class _Context:
    """What is known about one naming's place."""

    number: int
    is_subject: bool
    is_source: bool
    speaker: Chain | None
    in_quotation: bool
    last_speaker: Chain | None = None
    quotation: int = 0
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
    chains: list[Chain] = []
    speakers: dict[int, Chain] = {}
    last_speaker: Chain | None = None
    chain: Chain | None
    waiting: list[tuple[Naming, int]] = []
    for naming in _in_order(namings):
        token = _head(document, naming)
        around = next((a for a in quoted.get(naming.block, ()) if a.covers(naming.block, token.start, token.end)), None)
        context = _Context(
            number=numbers[naming.block, naming.sentence],
            is_subject=token.dep in SUBJECTS or _office_is_subject(document, naming),
            is_source=(naming.block, naming.sentence, naming.head) in sources,
            speaker=speakers.get(id(around.source_from or around)) if around else None,
            in_quotation=around is not None,
            last_speaker=last_speaker,
            quotation=id(around.source_from or around) if around else 0,
            speaks=frozenset(id(a) for a in heads.get((naming.block, naming.sentence), ()) if _is_source_of(a, naming)),
        )
        if naming.is_first_person:
            waiting.append((naming, context.quotation))
            continue
        named = offices.get((naming.block, naming.sentence, (naming.first, naming.last)))
        if named is not None and naming.form is MentionForm.NOMINAL:
            chain = next(chain for chain in chains if any(member is named for member in chain.members))
        else:
            chain = _chain_for(document, naming, context, chains, settings)
        if chain is None:
            continue
        _join(naming, chain, context)
        for attribution in heads.get((naming.block, naming.sentence), ()):
            if _is_source_of(attribution, naming):
                speakers.setdefault(id(attribution), chain)
                last_speaker = chain if attribution.is_speech and not context.in_quotation else last_speaker
        if not context.in_quotation and _speaks(document, naming):
            last_speaker, chain.as_speaker = chain, context.number
    for naming, quotation in waiting:
        if quotation in speakers:
            speakers[quotation].members.append(naming)
    for chain in chains:
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


def _join(naming: Naming, chain: Chain, context: _Context) -> None:
    """Take a naming into a chain."""
    fuller = naming.form is MentionForm.NAME and len(naming.name.split()) > len(chain.root.name.split())
    if chain.root.form is not MentionForm.NAME or (fuller and chain.type is EntityType.PERSON):
        chain.root = naming if naming.form is MentionForm.NAME else chain.root
    if naming.form is not MentionForm.NAME and naming.type is EntityType.OTHER:
        naming.type = chain.type
    chain.members.append(naming)
    chain.count += 1
    chain.last, chain.block = context.number, naming.block
    chain.quoted = chain.quoted and context.in_quotation
    chain.quotation = context.quotation
    if context.is_subject:
        chain.as_subject = context.number
    if context.is_source:
        chain.as_speaker = context.number
    if naming.form is MentionForm.NAME and naming.name not in chain.names:
        chain.names.append(naming.name)
        chain.parts.append(naming.name.split())
    if naming.role:
        chain.roles.update(naming.role.lower().split())
    if naming.form is MentionForm.NOMINAL:
        chain.roles.update(naming.name.lower().split()[:3])
    if naming.gender and not chain.gender:
        chain.gender = naming.gender


def _new(naming: Naming, chains: list[Chain]) -> Chain:
    chain = Chain(naming, [], set(), naming.type, naming.gender, naming.is_plural)
    chains.append(chain)
    return chain


def _chain_for(
    document: Document, naming: Naming, context: _Context, chains: list[Chain], settings: Coreference
) -> Chain | None:
    """The chain that a naming joins: an old one, a new one, or none where it stays open."""
    if naming.form is MentionForm.NAME:
        mine = naming.name.split()
        known = [chain for chain in chains if chain.names and _is_same_name(naming, mine, chain)]
        return max(known, key=lambda chain: _nearness(naming, chain), default=None) or _new(naming, chains)
    if naming.form is MentionForm.NOMINAL and not _is_definite(document, naming):
        return _new(naming, chains)
    far = context.number - (settings.window if naming.form is MentionForm.PRONOUN else 5 * settings.window)
    near = [chain for chain in chains if chain.last >= far and _agrees(naming, chain)]
    scored = sorted(
        ((_score(document, naming, chain, context, settings), -number, chain) for number, chain in enumerate(near)),
        key=lambda entry: (-entry[0], entry[1]),
    )
    if naming.form is MentionForm.NOMINAL:
        best = scored[0] if scored else None
        if best is not None and best[0] >= settings.nominal_threshold and _is_ahead(scored, settings.nominal_margin):
            return best[2]
        return _new(naming, chains)
    if scored and scored[0][0] >= settings.pronoun_threshold and _is_ahead(scored, settings.pronoun_margin):
        return scored[0][2]
    return None


def _nearness(naming: Naming, chain: Chain) -> tuple[bool, bool, int]:
    """Of several who bear a name, the one called just so before, then one of the same gender, then the latest."""
    opposed = bool(naming.gender and chain.gender) and naming.gender != chain.gender
    return naming.name in chain.names, not opposed, chain.last


def _is_ahead(scored: list[tuple[float, int, Chain]], margin: float) -> bool:
    return len(scored) < 2 or scored[0][0] - scored[1][0] >= margin


def _is_same_name(naming: Naming, mine: list[str], chain: Chain) -> bool:
    """Whether a name repeats or shortens a chain's name, or is its abbreviation."""
    if naming.name in chain.names:
        return True
    own, other = naming.type, chain.type
    if own is EntityType.PLACE or other is EntityType.PLACE:
        return False
    if own is not other and own is not EntityType.OTHER and other is not EntityType.OTHER:
        return False
    return any(_shortens(mine, theirs, other) for theirs in chain.parts)


def _shortens(mine: list[str], theirs: list[str], kind: EntityType) -> bool:
    """Whether one of two names is a part or the initials of the other."""
    if kind is EntityType.PERSON:
        if len(mine) == 1 and mine[0] == theirs[0]:
            return True
        short, long = (mine, theirs) if len(mine) <= len(theirs) else (theirs, mine)
        return short[-1] == long[-1] and set(short) <= set(long)
    if len(mine) > 1 or len(theirs) < 2 or not mine[0].isupper():
        return False
    return len(mine[0]) > 1 and "".join(word[0] for word in theirs if word[0].isupper()) == mine[0].replace(".", "")


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
