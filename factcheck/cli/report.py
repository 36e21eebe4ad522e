"""`factcheck report`: what a store knows, or a part of it."""

from datetime import datetime

import click

from factcheck.cli.add import store_argument
from factcheck.cli.options import config, fail_on, output, selects_findings
from factcheck.cli.output import FORMATS, choose_format, format_option, write_report
from factcheck.cli.running import configure_report, exit_code, narrow


@click.command("report")
@store_argument
@output
@format_option(*FORMATS)
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only findings that an article of that day or later is part of (YYYY-MM-DD).",
)
@config
@selects_findings
@fail_on
@click.pass_context
def report_store(
    ctx: click.Context,
    store: str,
    output: str | None,
    format_: str | None,
    since: datetime | None,
    config: str | None,
    min_confidence: float | None,
    min_severity: str | None,
    kinds: tuple[str, ...] | None,
    topic: str | None,
    fail_on: str | None,
) -> None:
    """Report what a store knows.

    Exit codes are those of `reconcile`.
    """
    import attrs

    from factcheck.store import Store

    format_ = choose_format(format_, output)
    reporting = configure_report(config, min_severity=min_severity, kinds=kinds, fail_on=fail_on)
    with Store(store, create=False) as opened:
        results = opened.reconciliation(since.date() if since else None, topic)
    results = narrow(results, reporting, None)  # the store has narrowed them to the topic
    if min_confidence is not None:
        sure = tuple(finding for finding in results.findings if finding.score >= min_confidence)
        results = attrs.evolve(results, findings=sure)
    write_report(results, format_, output)
    ctx.exit(exit_code(results, reporting.fail_on))
