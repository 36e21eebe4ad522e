"""Claims built by hand, for what the comparers ask of a claim and not of its parse."""

from datetime import date
from typing import Any

from factcheck.model import (
    Argument,
    Article,
    Claim,
    ClaimKind,
    Corpus,
    Document,
    Entity,
    EntityType,
    Fact,
    Holder,
    Mention,
    MentionForm,
    Predicate,
    QuantityMention,
)
from factcheck.span import Span
from factcheck.values.quantity import Bound, Interval, Quantity


class Desk:
    """An editor's desk: articles are put on it claim by claim, and what lies on it becomes a corpus."""

    def __init__(self, days: dict[str, date] | None = None) -> None:
        self.texts: dict[str, str] = {}
        self.days = days or {}
        self.claims: list[Claim] = []
        self.mentions: dict[str, Mention] = {}
        self.entities: dict[str, Entity] = {}
        self.quotations: dict[str, list[Span]] = {}

    def span(self, article: str, words: str) -> Span:
        """The last place of some words in an article."""
        text = self.texts[article]
        start = text.rindex(words)
        return Span.of(text, start, start + len(words), article)

    def claim(self, article: str, text: str, **fields: Any) -> Claim:
        """One more sentence of an article as a claim; `predicate` is given as word and lemma, `holder` as a name."""
        before = self.texts.get(article, "")
        self.texts[article] = before + text + "\n\n"
        span = Span(article, len(before), len(before) + len(text), text)
        if "predicate" in fields:
            word, lemma = fields["predicate"]
            fields["predicate"] = Predicate(self.span(article, word), lemma)
        if "holder" in fields:
            fields["holder"] = self.holder(article, fields["holder"])
        if "agent" in fields or "patient" in fields:
            roles = [(role, fields.pop(role)) for role in ("agent", "patient", "in") if role in fields]
            fields["arguments"] = tuple(self.argument(article, role, name) for role, name in roles)
        if "quoted" in fields:
            fields["quotations"] = (self.span(article, fields.pop("quoted")),)
            self.quotations.setdefault(article, []).extend(fields["quotations"])
        defaults: dict[str, Any] = {
            "kind": ClaimKind.STATED,
            "holder": Holder(None, article, is_outlet=True),
            "terms": tuple(word.strip(".,“”").lower() for word in text.split() if len(word) > 3),
            "block": len(self.claims),
        }
        built = Claim(id=f"c{len(self.claims)}", span=span, sentence=span, text=text, **{**defaults, **fields})
        self.claims.append(built)
        return built

    def name(self, article: str, name: str, type_: EntityType = EntityType.PERSON, **fields: Any) -> Mention:
        """A naming of someone; the same words name the same one everywhere."""
        entity = fields.pop("entity", f"e-{name}")
        key = f"m{len(self.mentions)}"
        form = fields.pop("form", MentionForm.NAME)
        mention = Mention(key, self.span(article, name), name, form, type_, entity=entity, **fields)
        self.mentions[key] = mention
        if entity:
            self.entities[entity] = Entity(entity, name, type_, (), (), ())
        return mention

    def holder(self, article: str, name: str) -> Holder:
        """Who says it; a pronoun stays unresolved."""
        is_pronoun = name.lower() in ("he", "she")
        mention = self.name(
            article,
            name,
            form=MentionForm.PRONOUN if is_pronoun else MentionForm.NAME,
            entity="" if is_pronoun else f"e-{name}",
        )
        return Holder(mention.span, name, mention.id, mention.entity, is_resolved=not is_pronoun)

    def argument(self, article: str, role: str, name: str) -> Argument:
        """A participant: a name where it is written with a capital letter."""
        if name[0].isupper():
            type_ = EntityType.PLACE if role == "in" else EntityType.PERSON
            mention = self.name(article, name, type_)
            return Argument(role, mention.span, name, mention.id, mention.entity)
        return Argument(role, self.span(article, name), name)

    def count(
        self, article: str, words: str, number: float, counted: str, governor: str, role: str = "patient"
    ) -> QuantityMention:
        """A plain count."""
        span = self.span(article, words)
        exact = Interval(number, number)
        return QuantityMention(
            Quantity(number, number, exact, exact, Bound.EXACT, "", "count", counted, (counted,), span, span),
            role,
            governor,
        )

    def corpus(self) -> Corpus:
        """What lies on the desk."""
        articles = {
            key: Article(key, text, source=f"The {key.upper()} Post", published=self.days.get(key))
            for key, text in sorted(self.texts.items())
        }
        documents = {
            key: Document(article, (), {}, {}, tuple(self.quotations.get(key, ()))) for key, article in articles.items()
        }
        ordered = sorted(self.claims, key=lambda claim: claim.span)
        return Corpus(articles, documents, self.mentions, self.entities, {claim.id: claim for claim in ordered})

    def fact(self) -> Fact:
        """All claims as one fact."""
        return Fact("f", tuple(claim.id for claim in self.claims), "gist")
