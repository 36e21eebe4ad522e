"""`factcheck add`: put articles into a store and report what they add."""

import click

from factcheck.cli.group import CONFLICTS, FAILURE
from factcheck.cli.options import Reading, reads_into_store
from factcheck.cli.output import FORMATS, choose_format, format_option, write_report
from factcheck.cli.running import configure
from factcheck.cli.storing import add_to

store_argument = click.argument("store", type=click.Path(dir_okay=False), metavar="STORE")


@click.command("add")
@store_argument
@reads_into_store
@format_option(*FORMATS)
@click.pass_context
def add_articles(ctx: click.Context, store: str, reading: Reading, format_: str | None) -> None:
    """Add articles to a store and report the findings that they bring.

    STORE is a file, made where there is none; articles that are in it already change nothing. Exit code 0: no new
    conflict; 1: new conflicts; 2: wrong use, or something of the input could not be added (the rest is).
    """
    from factcheck.reading import read
    from factcheck.store import Store

    format_ = choose_format(format_, reading.output)
    settings, _ = configure(reading)
    batch = read(reading.paths)
    with Store(store, settings=settings) as opened:
        before = len(opened)
        findings, is_lost = add_to(opened, batch.articles, batch.problems)
        if not reading.quiet:
            click.echo(f"{len(opened) - before} of {len(batch.articles)} articles added to {store}", err=True)
        if findings or reading.output:
            write_report(opened.excerpt(findings), format_, reading.output)
    if is_lost:
        ctx.exit(FAILURE)
    has_conflict = any(finding.relation == "conflict" and not finding.is_update for finding in findings)
    ctx.exit(CONFLICTS if has_conflict else 0)
