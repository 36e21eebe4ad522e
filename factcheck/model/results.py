"""Everything known about one set of articles, while it is worked on and afterwards."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Self

from attrs import frozen

from factcheck.model.articles import Article, Block, Document, Problem
from factcheck.model.claims import Claim, Entity, Mention
from factcheck.model.facts import Fact, Finding
from factcheck.model.origins import Origins


@frozen
class Story:
    """Articles that tell of one event; claims are compared inside a story only.

    Attributes:
        id: derived from the articles.
        articles: their ids, sorted.
    """

    id: str
    articles: tuple[str, ...]

    @classmethod
    def of(cls, articles: Iterable[str]) -> Self:
        """The story of these articles."""
        ids = tuple(sorted(articles))
        return cls("s" + hashlib.sha256("\x1f".join(ids).encode("utf-8", "surrogatepass")).hexdigest()[:12], ids)


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
        stories: which articles tell of one event, each article in exactly one story.
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
    stories: tuple[Story, ...] = ()


@frozen(eq=False)
class Chapter:
    """What was found in one story: it depends on the articles of that story alone.

    Attributes:
        story: the story.
        mentions, entities, claims, facts, findings: as in `Results`.
        origins: the origins and copyings.
    """

    story: Story
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    findings: tuple[Finding, ...]
    origins: Origins


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
