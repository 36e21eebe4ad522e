"""The path from articles to a reconciliation, told once: each stage is called here and nowhere else."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from factcheck.assembly import Reconciliation, assemble
from factcheck.comparison import compare
from factcheck.config import Settings, readable_from
from factcheck.errors import ArticleError
from factcheck.extraction import Extractor, extract_each, read_together
from factcheck.linking import link
from factcheck.matching import Encoder, Judge, match, open_encoder
from factcheck.model import Article, Chapter, Difference, Extraction, Fact, FactStatus, Finding, Problem, Story
from factcheck.origins import count, trace, weigh
from factcheck.stories import divide

Progress = Callable[[str, int, int], None]


def reconcile(
    articles: Iterable[Article],
    *,
    settings: Settings | None = None,
    extractor: Extractor | None = None,
    progress: Progress | None = None,
    problems: Sequence[Problem] = (),
    judge: Judge | None = None,
    encoder: Encoder | None = None,
) -> Reconciliation:
    """What several articles agree on, where they differ, and how many of them really know it.

    Args:
        articles: the articles, in any order; the order does not show in the result.
        settings: pipeline, processes and thresholds; the defaults where None.
        extractor: reads the claims out of the articles in place of the built-in extraction.
        progress: called with the name of a stage, how many articles it has done and how many there are.
        problems: what went wrong while the articles were read, to be kept in the result.
        judge: asked about the meaning of the likeliest pairs of claims (docs/judge.md); none by default.
        encoder: of the meaning of texts (docs/meaning.md), in place of the one that the settings name.

    Raises:
        ArticleError: where there is no article, or two different ones have the same id.
        ModelMissing: where no language pipeline is installed.
        JudgeError: where the judge cannot be loaded, or its answers cannot be used.
        EncoderError: where the encoder cannot be loaded, or its vectors cannot be used.
    """
    settings = settings or Settings()
    tell = progress or (lambda stage, done, total: None)
    once, repeated = unique(articles)
    encoder = encoder or open_encoder(settings.meaning)

    extractions: list[Extraction] = []
    tell("extraction", 0, len(once))
    for extraction in extractor.extract(once) if extractor else extract_each(once, settings):
        extractions.append(extraction)
        tell("extraction", len(extractions), len(once))
    tell("stories", 0, len(once))
    stories = divide_stories(extractions, settings)
    known = {extraction.document.article.id: extraction for extraction in extractions}
    chapters, done = [], 0
    for story in stories:
        tell("comparison", done, len(once))
        chapters.append(tell_story(story, known, settings, is_ours=extractor is None, judge=judge, encoder=encoder))
        done += len(story.articles)

    return assemble(
        once,
        {extraction.document.article.id: extraction.document.blocks for extraction in extractions},
        chapters,
        (*problems, *repeated, *(each for extraction in extractions for each in troubles(extraction))),
        settings,
    )


def divide_stories(extractions: Sequence[Extraction], settings: Settings) -> tuple[Story, ...]:
    """Which articles tell of one event: all of them where the settings say so."""
    if settings.one_story:
        return (Story.of(extraction.document.article.id for extraction in extractions),)
    return divide([extraction.document for extraction in extractions])


def tell_story(
    story: Story,
    extractions: Mapping[str, Extraction],
    settings: Settings,
    *,
    is_ours: bool = True,
    judge: Judge | None = None,
    encoder: Encoder | None = None,
) -> Chapter:
    """Everything between the articles of one story; nothing but these articles and the settings decides it.

    Args:
        story: the story.
        extractions: what was read out of each article, by the article's id; more than the story's do no harm.
        settings: the settings.
        is_ours: whether the built-in extraction read the articles; it then reads again what others help to repair.
        judge: asked about the meaning of the likeliest pairs of claims.
        encoder: of the meaning of texts, in place of the one that the settings name.
    """
    read = [extractions[article] for article in story.articles]
    corpus = link(read_together(read, settings) if is_ours else read)
    facts = match(corpus, settings, judge=judge, encoder=encoder)
    origins = trace(list(corpus.documents.values()), settings)
    facts = count(facts, corpus, origins)
    findings = weigh(compare(facts, corpus, settings), facts, corpus, origins)
    return Chapter(
        story=story,
        mentions=tuple(corpus.mentions.values()),
        entities=tuple(corpus.entities.values()),
        claims=tuple(corpus.claims.values()),
        facts=_settle(facts, findings, readable_from(settings.min_confidence)),
        findings=findings,
        origins=origins,
    )


def troubles(extraction: Extraction) -> tuple[Problem, ...]:
    """What went wrong with one article; that nothing was read out of it is a trouble, too, where nothing says why."""
    if extraction.claims or any(problem.is_loss for problem in extraction.problems):
        return tuple(extraction.problems)
    article, language = extraction.document.article, extraction.document.language
    reason = "no statement was found in this article"
    if language not in ("", "en"):
        reason = f"this article seems to be in {language!r}; only English is read"
    return (*extraction.problems, Problem(article.path or article.id, reason))


def unique(articles: Iterable[Article]) -> tuple[list[Article], list[Problem]]:
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


def _settle(facts: Sequence[Fact], findings: Sequence[Finding], min_confidence: float) -> tuple[Fact, ...]:
    """The facts with their status, which the findings, the counted origins and how sure it is decide."""
    disputed = {finding.fact for finding in findings if finding.relation is Difference.CONFLICT}

    def status(fact: Fact) -> FactStatus:
        if fact.id in disputed:
            return FactStatus.DISPUTED
        if len(fact.articles) < 2:
            return FactStatus.SINGLE_SOURCE
        if fact.confidence < min_confidence or len(fact.agreeing) < 2:
            return FactStatus.UNCERTAIN
        return FactStatus.CORROBORATED if fact.agreed_origins > 1 else FactStatus.SINGLE_ORIGIN

    return tuple(attrs.evolve(fact, status=status(fact)) for fact in facts)
