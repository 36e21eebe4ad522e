"""Who and what is named, and with which office: names, role nouns ("the ministry") and pronouns.

spaCy's small entity recogniser misses names and cuts them short, so its labels are only votes: a name is a run of
proper nouns, its type is what the labels of all its occurrences in the article say most often, or what stands with it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from factcheck import lexicon
from factcheck.extraction import roles, roles_seats
from factcheck.extraction.ids import content_id
from factcheck.extraction.mentions_nominal import bind_postponed, nominals, pronouns
from factcheck.extraction.mentions_people import is_somebody
from factcheck.extraction.naming import Naming
from factcheck.model import Document, EntityType, Mention, MentionForm
from factcheck.span import Span
from factcheck.tokens import Sentence, Token
from factcheck.values.name_places import country_of, look_up, place_of

LABELS = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "NORP": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "PRODUCT": EntityType.OTHER,
    "EVENT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
    "LAW": EntityType.OTHER,
}
NAME = re.compile(r"[^\W_][\w.'’&–-]*")
SEAT = re.compile(r"[RDI][-–][A-Z]")
LINKS = frozenset(
    {"of", "for", "and", "&", "the", "-", "–", "de", "del", "la", "van", "von", "der", "den", "al", "bin", "on"}
)


def find_namings(document: Document) -> list[Naming]:
    """Every mention of an article in the order of the text, antecedents still open."""
    titled = {
        (block, index): _is_title_case(sentence)
        for block, sentences in document.sentences.items()
        for index, sentence in enumerate(sentences)
    }
    peoples = {
        token.text
        for sentences in document.sentences.values()
        for sentence in sentences
        for token in sentence.tokens
        if token.ent == "NORP" or (token.pos == "ADJ" and token.dep == "amod" and token.text[:1].isupper())
    }
    runs = {
        (block, index): tuple(_name_runs(sentence))
        for block, sentences in document.sentences.items()
        for index, sentence in enumerate(sentences)
    }
    alone = {document.sentences[block][index].slice(*run) for (block, index), those in runs.items() for run in those}
    found: list[Naming] = []
    for block, sentences in document.sentences.items():
        for index, sentence in enumerate(sentences):
            taken: set[int] = set()
            begin = len(found)
            for first, last in runs[block, index]:
                if first < last and sentence.tokens[last].ent == "PERSON" and sentence.tokens[first].text in peoples:
                    first += 1  # "the Belarusian Alexander L."
                found.extend(_name(sentence, block, index, first, last, taken, alone))
            found.extend(nominals(sentence, block, index, taken))
            bind_postponed(sentence, found[begin:])
            found.extend(pronouns(sentence, block, index))
    found = _without_headline_words(found, titled)
    _settle_types(found, document)
    found.sort(key=lambda naming: naming.order)
    return found


def finish(document: Document, namings: Iterable[Naming]) -> tuple[Mention, ...]:
    """The mentions for good, once antecedents are known, in the order of the text; also set on each naming."""
    ordered = list(namings)
    spans = [_span(document, naming, naming.first, naming.last) for naming in ordered]
    ids = {id(naming): content_id("m", span, naming.form) for naming, span in zip(ordered, spans, strict=True)}
    for naming, span in zip(ordered, spans, strict=True):
        naming.mention = Mention(
            id=ids[id(naming)],
            span=span,
            name=naming.name,
            form=naming.form,
            type=naming.type,
            role=naming.role,
            role_span=_span(document, naming, *naming.role_at) if naming.role_at is not None else None,
            antecedent=ids.get(id(naming.antecedent), ""),
        )
    return tuple(naming.mention for naming in ordered if naming.mention)


def _span(document: Document, naming: Naming, first: int, last: int) -> Span:
    """The article's words for some tokens of a naming's sentence."""
    tokens = document.sentences[naming.block][naming.sentence].tokens
    return document.readings[naming.block].original(tokens[first].start, tokens[last].end, document.article.text)


def _name_runs(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last token of every run of proper nouns, links such as "of" inside an entity included."""
    tokens, size, index = sentence.tokens, len(sentence.tokens), 0
    while index < size:
        if not _is_name_token(tokens[index]):
            index += 1
            continue
        last = index
        while last + 1 < size:
            if _is_name_token(tokens[last + 1]):
                last += 1
                continue
            onward = _linked(tokens, index, last)
            if onward is None:
                break
            last = onward
        if any(not token.text.islower() for token in tokens[index : last + 1]):  # "commission" tagged as a name is none
            yield index, last
        index = last + 1


def _is_name_token(token: Token) -> bool:
    """Whether the token can be a part of a name."""
    if (token.pos != "PROPN" and token.ent not in LABELS) or not NAME.fullmatch(token.text):
        return False
    if token.ent in roles.VALUES or not token.text[:1].isalpha():
        return (
            token.ent in LABELS and token.pos in ("NUM", "PROPN") and token.text[:1].isdigit() and not token.ent_start
        )
    if token.pos == "PROPN":
        return not (token.ent == "NORP" and token.dep in ("amod", "compound"))
    return (
        token.ent in LABELS
        and token.ent != "NORP"
        and token.text[:1].isupper()
        and token.pos in ("NOUN", "ADJ", "X", "VERB", "ADV")
    )


def _linked(tokens: tuple[Token, ...], first: int, last: int) -> int | None:
    """The next name token behind links ("Ministry of Defense"), where both sides are one name."""
    at = last + 1
    while at < len(tokens) and tokens[at].text.lower() in LINKS and at - last <= 2:
        at += 1
    if at == last + 1 or at >= len(tokens) or not _is_name_token(tokens[at]):
        return None
    link = tokens[last + 1].text.lower()
    inside = all(tokens[i].ent in LABELS and not tokens[i].ent_start for i in range(last + 1, at + 1))
    if inside and tokens[last].ent == tokens[at].ent and link != "and":
        return at
    if link == "and":  # "Security and Defense Council" is one name, "Russia and Belarus" are two
        same = inside and tokens[at].ent == "ORG" and at + 1 < len(tokens) and _is_name_token(tokens[at + 1])
        return at if same else None
    heads = _bodies()
    if link == "of" and tokens[last].text.lower() in heads and not roles.is_role(tokens[last]):
        return at
    return at if link in ("-", "–") and not tokens[last].space else None


@cache
def _bodies() -> frozenset[str]:
    """Nouns after which "of" goes on with the name of a body: "Ministry of", "University of", "State Union of"."""
    return lexicon.words("roles", "organisation")


def _name(
    sentence: Sentence, block: int, index: int, first: int, last: int, taken: set[int], alone: Collection[str]
) -> Iterator[Naming]:
    """The mention that a run of proper nouns is, with its office; a run that is an office only is a nominal."""
    tokens = sentence.tokens
    labels = [t.ent for t in tokens[first : last + 1] if t.ent in LABELS]
    kind = LABELS[max(labels, key=labels.count)] if labels else EntityType.OTHER
    if _is_seat(sentence, first, last):
        taken.update(range(first, last + 1))
        return
    start = roles.end_of_portfolio(tokens, first, last)
    office: tuple[int, int] | None
    seat = roles_seats.end_of_seat(sentence, first, last, alone) if start == first else last + 1
    if seat <= last:
        if seat > first:
            yield from _name(sentence, block, index, first, seat - 1, taken, alone)
        start, office = seat, roles.with_field(sentence, first, seat)
    elif start > first:
        office = roles.with_field(sentence, first, start)
    else:
        start = roles.end_of_title(tokens, first, last, kind)
        if start > last:
            return  # an office without a name: "the President"; the nominals take it
        office = roles.office(sentence, first, start, last, kind)
    if seat <= last:
        kind = EntityType.PERSON
    elif office or (start > first):
        body = any(token.lemma.lower() in _bodies() for token in tokens[start : last + 1])
        kind = EntityType.PERSON if start > first or not (body and kind is EntityType.ORGANISATION) else kind
    elif kind is EntityType.OTHER and tokens[last].lemma.lower() in _bodies():
        kind = EntityType.ORGANISATION
    elif is_somebody(sentence, first, last, kind):
        kind = EntityType.PERSON
    taken.update(range(first, last + 1))
    gender = roles.gender_of(tokens[first : start + 1] if start > first else ())
    role, at = "", None
    if office:
        at = roles.without_courtesy(tokens, office)
        role = roles.words_of(sentence, *at) if at else ""
        taken.update(range(office[0], office[1] + 1))
        gender = gender or roles.gender_of(tokens[office[0] : office[1] + 1])
    text = sentence.slice(start, last)
    head = next((i for i in range(last, start - 1, -1) if not start <= tokens[i].head <= last), last)
    plural = kind is not EntityType.PERSON and tokens[last].tag in ("NNS", "NNPS") and tokens[last].ent == "NORP"
    yield Naming(block, index, start, last, head, MentionForm.NAME, kind, text, role, at, gender, plural)


def _is_seat(sentence: Sentence, first: int, last: int) -> bool:
    """Whether it is a member's party and seat, set behind the name: ", R-Texas," or "(D-Ohio)"."""
    is_aside = first > 0 and sentence.tokens[first - 1].text in (",", "(")
    return is_aside and SEAT.match(sentence.slice(first, last)) is not None


def _is_title_case(sentence: Sentence) -> bool:
    """Whether nearly every word is capitalised, so that capitals say nothing about names."""
    if sentence.tokens[-1].text in (".", "!", "?", "”", '"', ":"):
        return False
    words = [t for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return len(words) >= 4 and sum(t.text[0].isupper() for t in words) > 0.75 * len(words)


def _without_headline_words(namings: list[Naming], titled: dict[tuple[int, int], bool]) -> list[Naming]:
    """Names of title-case sentences only where running text confirms them or the recogniser knows them."""
    seen = {
        part
        for naming in namings
        if naming.form is MentionForm.NAME and not titled[naming.block, naming.sentence]
        for part in naming.name.split()
    }

    def is_confirmed(naming: Naming) -> bool:
        if naming.form is not MentionForm.NAME or not titled[naming.block, naming.sentence]:
            return True
        return naming.type is not EntityType.OTHER or all(part in seen for part in naming.name.split())

    return [naming for naming in namings if is_confirmed(naming)]


def _settle_types(namings: list[Naming], document: Document) -> None:
    """One type for all occurrences of a name: what most of them say; a bare surname goes with the full name."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    surnames: dict[str, Counter[EntityType]] = defaultdict(Counter)
    genders: dict[str, str] = {}
    names = [naming for naming in namings if naming.form is MentionForm.NAME]
    for naming in names:
        if naming.type is not EntityType.OTHER:
            votes[naming.name][naming.type] += 2 if naming.role else 1
            parts = naming.name.split()
            if len(parts) > 1 and naming.type is EntityType.PERSON:
                surnames[parts[-1]][naming.type] += 2
        if naming.gender:
            genders.setdefault(naming.name.split()[-1], naming.gender)
    people = {part for naming in names if naming.type is EntityType.PERSON for part in _parts(naming)}
    settled: dict[str, EntityType] = {}
    for name in {naming.name for naming in names}:
        counts = votes[name] + surnames[name]
        if counts:
            settled[name] = max(sorted(counts), key=counts.__getitem__)
    for naming in names:
        naming.type = settled.get(naming.name, naming.type)
        if naming.type is EntityType.PERSON and naming.name not in people and _is_place(naming.name):
            naming.type = EntityType.PLACE  # "Kyiv said": the recogniser takes capitals that speak for people
        if naming.type is EntityType.PERSON and not naming.gender:
            naming.gender = genders.get(naming.name.split()[-1], "")


def _parts(naming: Naming) -> list[str]:
    """The words of a person's full name, and a bare name that stands with an office."""
    parts = naming.name.split()
    return parts if len(parts) > 1 or naming.role else []


def _is_place(name: str) -> bool:
    """Whether the lexicon knows a country or a capital by this name."""
    return bool(place_of(name)) or (bool(country_of(name)) and look_up(name) is None)
