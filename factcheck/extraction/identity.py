"""Identity claims: that a person holds an office, as titles and appositions say it."""

from collections.abc import Iterator

from factcheck import lexicon
from factcheck.extraction.ids import content_id
from factcheck.extraction.naming import Naming
from factcheck.model import Argument, Claim, ClaimKind, Document, EntityType, Holder, MentionForm, Predicate
from factcheck.span import Span

APART = 3  # tokens between a name and its office


def identity_claims(document: Document, namings: list[Naming]) -> Iterator[Claim]:
    """One claim for each name and office of an article; the same words said again are copies."""
    said: dict[str, tuple[Naming, list[Span]]] = {}
    for naming in namings:
        if naming.form is not MentionForm.NAME or naming.role_at is None or naming.mention is None:
            continue
        if naming.type is not EntityType.PERSON or naming.role.lower().split()[0] in (
            "other",
            "some",
            "many",
            "several",
        ):
            continue
        if abs(naming.first - naming.role_at[1]) > APART and abs(naming.role_at[0] - naming.last) > APART:
            continue  # "the head of the department wrote on Twitter, Ana Petrova": not one stretch
        if any(word in lexicon.words("roles", "relational") for word in naming.role.lower().split()):
            continue
        key = f"{naming.name}\x1f{naming.role}".lower()
        said.setdefault(key, (naming, []))[1].append(_span(document, naming))
    for naming, spans in said.values():
        yield _claim(document, naming, spans)


def _range(naming: Naming) -> tuple[int, int]:
    """First and last token of name and office together."""
    first, last = naming.role_at if naming.role_at is not None else (naming.first, naming.last)
    return min(first, naming.first), max(last, naming.last)


def _span(document: Document, naming: Naming) -> Span:
    tokens = document.sentences[naming.block][naming.sentence].tokens
    first, last = _range(naming)
    return document.readings[naming.block].original(tokens[first].start, tokens[last].end, document.article.text)


def _claim(document: Document, naming: Naming, spans: list[Span]) -> Claim:
    sentence = document.sentences[naming.block][naming.sentence]
    reading, text = document.readings[naming.block], document.article.text
    first, last = _range(naming)
    mention = naming.mention
    assert mention is not None and mention.role_span is not None  # the caller has seen to both
    terms = tuple(
        t.lemma
        for t in sentence.tokens[first : last + 1]
        if t.pos in ("NOUN", "PROPN", "ADJ", "NUM") and t.text[:1].isalnum()
    )
    return Claim(
        id=content_id("c", spans[0], "identity"),
        span=spans[0],
        sentence=reading.original(sentence.start, sentence.end, text),
        block=naming.block,
        kind=ClaimKind.IDENTITY,
        text=sentence.slice(first, last),
        holder=Holder(None, document.article.outlet, is_outlet=True),
        predicate=Predicate(spans[0], "be", "", "present"),
        arguments=(
            Argument("agent", mention.span, naming.name, mention.id),
            Argument("attribute", mention.role_span, naming.role),
        ),
        mentions=(mention.id,),
        terms=terms,
        copies=tuple(spans[1:]),
    )
