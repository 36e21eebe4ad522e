"""Everything known about one set of articles, while it is worked on and afterwards."""

from collections.abc import Mapping

from attrs import frozen

from factcheck.model.articles import Article, Block, Document, Problem
from factcheck.model.claims import Claim, Entity, Mention
from factcheck.model.facts import Fact, Finding
from factcheck.model.origins import Origins


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
