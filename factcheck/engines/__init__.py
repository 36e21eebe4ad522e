"""Where the work is done: in this process by default, or by an engine for what one process cannot hold."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from factcheck.assembly import Reconciliation
from factcheck.config import Settings
from factcheck.errors import ConfigError, ExtraMissing
from factcheck.extraction import Extractor
from factcheck.matching import Encoder, Judge
from factcheck.model import Article, Problem
from factcheck.pipeline import Progress, unique
from factcheck.pipeline import reconcile as reconcile_here

if TYPE_CHECKING:
    from factcheck.engines.primitives import Engine

ENGINES = ("local", "spark")
__all__ = ["ENGINES", "reconcile", "reconcile_parquet"]


def reconcile(
    articles: Iterable[Article],
    *,
    engine: "str | Engine" = "",
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
        engine: "" for this process with everything in memory; "local" for this process with a budget of memory;
            "spark" for the active Spark session or a new one; or an engine. The result is the same.
        settings: pipeline, processes and thresholds; the defaults where None.
        extractor: reads the claims out of the articles in place of the built-in extraction.
        progress: called with the name of a stage, how many articles it has done and how many there are.
        problems: what went wrong while the articles were read, to be kept in the result.
        judge: asked about the meaning of the likeliest pairs of claims (docs/judge.md); not with Spark, since a model
            is not sent to other machines.
        encoder: of the meaning of texts (docs/meaning.md), in place of the one that the settings name; not with an
            engine, where the settings name one.

    Raises:
        ArticleError: where there is no article, or two different ones have the same id.
        ConfigError: where there is no such engine, it takes no judge or encoder, or the settings make one
            story of all articles.
        EngineError: where the engine cannot run here.
        ExtraMissing: where a package that it needs is not installed.
        ModelMissing: where no language pipeline is installed.
    """
    if not engine:
        return reconcile_here(
            articles,
            settings=settings,
            extractor=extractor,
            progress=progress,
            problems=problems,
            judge=judge,
            encoder=encoder,
        )
    if encoder:
        raise ConfigError("encoder", encoder.name, ("none with an engine: name it in the settings, as `meaning`",))
    settings = _checked(settings)
    with _opened(engine, judge) as opened:
        from factcheck.engines import plan

        once, repeated = unique(articles)
        told = plan.run(opened, opened.load(plan.pack_articles(once)), settings, extractor, judge)
        return plan.gather(opened, told, (*problems, *repeated), settings)


def reconcile_parquet(
    source: str,
    target: str,
    *,
    engine: "str | Engine",
    settings: Settings | None = None,
    extractor: Extractor | None = None,
    judge: Judge | None = None,
) -> None:
    """Reconcile the articles of a Parquet file or folder and write findings and facts as Parquet.

    Args:
        source: rows with the columns id and text, and source, title, published and url where there are some.
        target: the folder to write; `findings` and `facts` are folders in it.
        engine: the engine.
        settings: as in `reconcile`.
        extractor: as in `reconcile`.
        judge: as in `reconcile`.

    Raises:
        ArticleError: where the columns are not there.
        ConfigError, EngineError, ExtraMissing, ModelMissing: as in `reconcile`.
    """
    settings = _checked(settings)
    with _opened(engine, judge) as opened:
        from factcheck.engines import parquet, plan

        articles = parquet.read(opened, source)
        plan.write(opened, plan.run(opened, articles, settings, extractor, judge), target)


def _checked(settings: Settings | None) -> Settings:
    settings = settings or Settings()
    if settings.one_story:
        raise ConfigError("one_story", True, ("false: an engine divides the articles into stories",))
    return settings


def _opened(engine: "str | Engine", judge: Judge | None) -> "AbstractContextManager[Engine]":
    """The engine of that name, to be closed again; one that was given stays open."""
    from contextlib import nullcontext

    if judge and (engine if isinstance(engine, str) else engine.name) == "spark":
        raise ConfigError("judge", judge.name, ("none with Spark: a model is not sent to other machines",))
    if not isinstance(engine, str):
        return nullcontext(engine)
    if engine not in ENGINES:
        raise ConfigError("engine", engine, ENGINES)
    try:
        import pyarrow  # noqa: F401
    except ImportError:
        raise ExtraMissing("pyarrow", "spark" if engine == "spark" else "engines") from None
    makers: dict[str, Callable[[], Any]] = {"local": _local, "spark": _spark}
    return makers[engine]()  # type: ignore[no-any-return]


def _local() -> Any:
    from factcheck.engines.local import Local

    return Local()


def _spark() -> Any:
    from factcheck.engines.spark import Spark

    return Spark()
