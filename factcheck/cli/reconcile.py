"""`factcheck reconcile`: compare articles and report where they differ."""

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import Reading, fail_on, reads_articles, selects_findings
from factcheck.cli.output import FORMATS, choose_format, format_option, write_report
from factcheck.cli.running import configure, exit_code, narrow, run

if TYPE_CHECKING:
    from factcheck.config import Settings


@click.command("reconcile")
@reads_articles
@format_option(*FORMATS)
@selects_findings
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False),
    metavar="OLD.json",
    help="Only what a saved reconciliation does not tell; the exit code, too, is about that.",
)
@click.option("--engine", metavar="NAME", default="", help="local (a budget of memory) or spark.  [default: in memory]")
@click.option(
    "--input",
    "source",
    is_eager=True,
    metavar="PARQUET",
    help="Articles as Parquet, in place of PATH; with it, -o names the folder to write findings and facts to.",
)
@fail_on
@click.pass_context
def reconcile_articles(
    ctx: click.Context,
    reading: Reading,
    format_: str | None,
    min_confidence: float | None,
    min_severity: str | None,
    kinds: tuple[str, ...] | None,
    topic: str | None,
    baseline: str | None,
    engine: str,
    source: str | None,
    fail_on: str | None,
) -> None:
    """Compare articles and report where they differ.

    PATH is a file, a folder or a glob of .txt, .md, .html, .json, .jsonl and .csv. Exit code 0: no conflict; 1: there
    are conflicts; 2: wrong use, or something of the input could not be read (the rest is still reported).
    """
    from factcheck.reporting import load
    from factcheck.reporting.changes import only_news

    settings, reporting = configure(
        reading, min_confidence=min_confidence, min_severity=min_severity, kinds=kinds, fail_on=fail_on
    )
    if source:
        _reconcile_parquet(source, reading, settings, engine or "local")
        return
    format_ = choose_format(format_, reading.output)
    known = load(baseline) if baseline else None
    results = run(reading, settings, engine)
    results = only_news(results, known) if known else results
    results = narrow(results, reporting, topic)
    write_report(results, format_, reading.output)
    ctx.exit(exit_code(results, reporting.fail_on))


def _reconcile_parquet(source: str, reading: Reading, settings: "Settings", engine: str) -> None:
    """Parquet in, Parquet out: for more articles than a report could show."""
    from factcheck.engines import reconcile_parquet

    if reading.paths or not reading.output:
        raise click.UsageError("--input takes the place of PATH and needs -o FOLDER for the findings and the facts")
    reconcile_parquet(source, reading.output, engine=engine, settings=settings)
