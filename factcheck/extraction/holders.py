"""Holders: from the words that name a source to who it is, anonymous and unresolved ones included."""

from functools import cache

from attrs import define, field

from factcheck import lexicon
from factcheck.extraction.attribution_parts import Attribution
from factcheck.extraction.naming import Naming
from factcheck.model import Cue, Document, EntityType, Holder, MentionForm
from factcheck.tokens import Sentence

ASIDE = frozenset({"WP", "WDT", "WP$", "VBG", "VBN"})  # tags of what opens a relative or participial aside


class Places:
    """The namings of an article by the tokens that they cover."""

    def __init__(self, namings: list[Naming]) -> None:
        self._at: dict[tuple[int, int, int], Naming] = {}
        self._by_sentence: dict[tuple[int, int], list[Naming]] = {}
        for naming in namings:
            self._by_sentence.setdefault((naming.block, naming.sentence), []).append(naming)
            stretch = range(naming.first, naming.last + 1)
            for index in stretch:
                key = (naming.block, naming.sentence, index)
                other = self._at.get(key)
                if other is None or naming.last - naming.first < other.last - other.first:
                    self._at[key] = naming
        for naming in namings:
            if naming.role_at is not None:
                for index in range(naming.role_at[0], naming.role_at[1] + 1):
                    self._at.setdefault((naming.block, naming.sentence, index), naming)
            self._at[naming.block, naming.sentence, naming.head] = naming

    def at(self, block: int, sentence: int, index: int) -> Naming | None:
        """The naming that covers a token, the shortest of several."""
        return self._at.get((block, sentence, index))

    def within(self, block: int, sentence: int, indices: list[int]) -> list[Naming]:
        """The namings whose head is one of the tokens, in order."""
        inside = set(indices)
        return [n for n in self._by_sentence.get((block, sentence), ()) if n.head in inside]


@cache
def _anonymous() -> frozenset[str]:
    return lexicon.words("roles", "anonymous")


@define(eq=False)
class Voices:
    """Who says what is attributed, and the words that say so: told once for each attribution.

    Attributes:
        document: the article.
        places: its namings.
        outlet: who says what nobody else does.
        known: holder and cue by identity of the attribution.
    """

    document: Document
    places: Places
    outlet: Holder = field(init=False)
    known: dict[int, tuple[Holder, Cue]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.outlet = Holder(None, self.document.article.outlet, is_outlet=True)

    def of(self, attribution: Attribution) -> tuple[Holder, Cue]:
        """Holder and cue of an attribution."""
        found = self.known.get(id(attribution))
        if found is None:
            found = holder_of(self.document, attribution, self.places), cue_of(self.document, attribution)
            self.known[id(attribution)] = found
        return found


def holder_of(document: Document, attribution: Attribution, places: Places) -> Holder:
    """Who says the content of an attribution."""
    place = attribution.source_from if attribution.source_from is not None and not attribution.source else attribution
    if not place.source or place.source_head is None:
        return Holder(None, "", is_anonymous=True, is_resolved=False)
    sentence = document.sentences[place.block][place.sentence]
    naming = _naming(place, sentence, places)
    words = sentence.slice(place.source[0], _before_aside(sentence, place.source))
    reading = document.readings[place.block]
    span = reading.original(
        sentence.tokens[place.source[0]].start, sentence.tokens[place.source[-1]].end, document.article.text
    )
    if naming is None or naming.mention is None:
        head = sentence.tokens[place.source_head]
        return Holder(span, words, is_anonymous=head.lemma.lower() in _anonymous(), is_resolved=head.pos != "PRON")
    root = naming.antecedent or naming
    anonymous = root.form is not MentionForm.NAME and sentence.tokens[naming.head].lemma.lower() in _anonymous()
    resolved = naming.form is not MentionForm.PRONOUN or naming.antecedent is not None
    name = naming.name if naming.form is MentionForm.NAME else words
    return Holder(span, name, naming.mention.id, is_anonymous=anonymous, is_resolved=resolved)


def _before_aside(sentence: Sentence, source: list[int]) -> int:
    """The last token of a source without what a comma sets behind it: "the mayor[, who is sick][, a nurse]"."""
    tokens = sentence.tokens
    for at in source[1:-1]:
        if tokens[at].text != ",":
            continue
        if tokens[at + 1].tag in ASIDE and tokens[at + 1].lemma != "include":
            return at - 1
        described = next((i for i in source if i > at and tokens[i].dep == "appos" and tokens[i].head < at), None)
        if described is not None and tokens[at + 1].lemma.lower() in ("a", "an") and tokens[at + 1].head == described:
            return at - 1
    return source[-1]


def _naming(place: Attribution, sentence: Sentence, places: Places) -> Naming | None:
    """The naming that a source is: its head, a name that stands in apposition, or what a relative pronoun takes up."""
    head = place.source_head
    if head is None:
        return None
    if sentence.tokens[head].tag in ("WP", "WDT"):
        verb = sentence.tokens[head].head
        head = sentence.tokens[verb].head
    found = places.at(place.block, place.sentence, head)
    if found is not None and found.form is MentionForm.NAME:
        return found
    for naming in places.within(place.block, place.sentence, place.source):
        if naming.form is MentionForm.NAME and naming.role_at and naming.role_at[0] <= head <= naming.role_at[1]:
            return naming
    if found is None or found.form is not MentionForm.NAME:
        for naming in places.within(place.block, place.sentence, place.source):
            if naming.form is MentionForm.NAME and _is_apposed(sentence, naming, head):
                return naming
    return found


def _is_apposed(sentence: Sentence, naming: Naming, head: int) -> bool:
    """Whether a person's name stands in apposition to one of several: "One of the hostages, Ana P., said"."""
    token = sentence.tokens[naming.head]
    is_one = sentence.tokens[head].lemma.lower() in _one_of()
    return naming.type is EntityType.PERSON and is_one and (token.dep, token.head) == ("appos", head)


@cache
def _one_of() -> frozenset[str]:
    return lexicon.words("roles", "one_of")


def cue_of(document: Document, attribution: Attribution) -> Cue:
    """The words that attribute, with their lemma and strength."""
    spans = attribution.cue_spans(document)
    main = document.sentences[attribution.block][attribution.sentence].tokens[attribution.cue[0]]
    reading, text = document.readings[attribution.block], document.article.text
    own = reading.original(main.start, main.end, text)
    first = next((span for span in spans if span.contains(own)), own)
    return Cue(first, attribution.lemma, attribution.strength)
