"""`factcheck reconcile`: compare articles and report where they differ."""

import click

from factcheck.cli.options import Reading, fail_on, reads_articles, selects_findings
from factcheck.cli.output import FORMATS, choose_format, format_option, write_report
from factcheck.cli.running import configure, exit_code, narrow, run


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
    known = load(baseline) if baseline else None
    results = run(reading, settings)
    results = only_news(results, known) if known else results
    results = narrow(results, reporting, topic)
    write_report(results, choose_format(format_, reading.output), reading.output)
    ctx.exit(exit_code(results, reporting.fail_on))
