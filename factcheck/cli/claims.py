"""`factcheck claims`: what was read out of the articles."""

import click

from factcheck.cli.options import Reading, reads_articles
from factcheck.cli.output import CLAIM_FORMATS, choose_format, format_option, terminal, write
from factcheck.cli.running import configure, exit_code, run


@click.command("claims")
@reads_articles
@format_option(*CLAIM_FORMATS)
@click.pass_context
def list_claims(ctx: click.Context, reading: Reading, format_: str | None) -> None:
    """List the claims that are read out of articles."""
    from factcheck.reporting import render_claims

    format_ = choose_format(format_, reading.output, CLAIM_FORMATS)
    settings, _ = configure(reading)
    results = run(reading, settings)
    write(render_claims(results, format_, **terminal(reading.output)), reading.output)
    ctx.exit(exit_code(results, "none"))
