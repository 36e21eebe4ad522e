"""Mentions without a parser: sentences with the names marked in brackets."""

import re
from collections.abc import Callable, Sequence

import pytest

from factcheck.linking import link
from factcheck.model import (
    Argument,
    Article,
    Claim,
    ClaimKind,
    Corpus,
    Document,
    Entity,
    EntityType,
    Extraction,
    Holder,
    Mention,
    MentionForm,
)
from factcheck.span import Span

TYPES = {"P": EntityType.PERSON, "O": EntityType.ORGANISATION, "L": EntityType.PLACE, "X": EntityType.OTHER}
MARK = re.compile(r"\[([POLX])?([nr])?(\d)?(?:=(\d))?(?:~([^|\]]*))?\|([^\]]+)\]")


def read(identifier: str, marked: str) -> Extraction:
    """An article from text in which "[P|Ivo Brandt]" marks a mention.

    The letter is the type; "n" makes it a nominal and "r" a pronoun; a digit numbers it, "=2" gives mention 2 as its
    antecedent, "~head of the bank" its role. Each mention holds one claim, whose agent it is.
    """
    text, mentions, numbered, last = "", [], {}, 0
    for found in MARK.finditer(marked):
        kind, form, digit, takes_up, role, words = found.groups()
        text += marked[last : found.start()]
        start, last = len(text), found.end()
        text += words
        mention = Mention(
            id=f"m-{identifier}-{start}",
            span=Span(identifier, start, start + len(words), words),
            name=re.sub(r"^(?:the|a|his) ", "", words, flags=re.IGNORECASE) if form == "n" else words,
            form={"n": MentionForm.NOMINAL, "r": MentionForm.PRONOUN}.get(form or "", MentionForm.NAME),
            type=TYPES[kind or "X"],
            role=role or "",
            antecedent=f"#{takes_up}" if takes_up else "",
        )
        if digit:
            numbered[f"#{digit}"] = mention.id
        mentions.append(mention)
    text += marked[last:]
    resolved = tuple(_with_antecedent(m, numbered.get(m.antecedent, "")) for m in mentions)
    document = Document(Article(identifier, text), (), {}, {})
    return Extraction(document, resolved, tuple(_claim(m) for m in resolved))


def _with_antecedent(mention: Mention, antecedent: str) -> Mention:
    return Mention(mention.id, mention.span, mention.name, mention.form, mention.type, mention.role, None, antecedent)


def _claim(mention: Mention) -> Claim:
    span = mention.span
    return Claim(
        id="c" + mention.id,
        span=span,
        sentence=span,
        block=0,
        kind=ClaimKind.REPORTED,
        text=span.text,
        holder=Holder(span, mention.name, mention=mention.id, is_resolved=False),
        arguments=(Argument("agent", span, mention.name, mention=mention.id), Argument("in", span, "street")),
    )


class Linked:
    """A linked set with questions that tests ask of it."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    def of(self, article: str, words: str, nth: int = 0) -> str:
        """Name of the entity of the nth mention in an article with these words, or ""."""
        found = [m for m in self.corpus.mentions.values() if m.span.article == article and m.span.text == words]
        entity = sorted(found, key=lambda m: m.span)[nth].entity
        return self.corpus.entities[entity].name if entity else ""

    def entity(self, name: str) -> Entity:
        """The one entity of that name."""
        (found,) = (e for e in self.corpus.entities.values() if e.name == name)
        return found

    @property
    def names(self) -> list[str]:
        """The names of all entities, sorted."""
        return sorted(e.name for e in self.corpus.entities.values())


@pytest.fixture
def linked() -> Callable[..., Linked]:
    """Marked texts in, one article each named a, b, c, ...; the linked set out."""

    def build(*texts: str, order: Sequence[int] | None = None) -> Linked:
        extractions = [read(chr(ord("a") + i), text) for i, text in enumerate(texts)]
        return Linked(link([extractions[i] for i in order] if order else extractions))

    return build
