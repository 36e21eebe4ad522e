"""`factcheck diff`: what is new, gone and changed between two runs."""

import click

from factcheck.cli.group import CONFLICTS
from factcheck.cli.options import config, fail_on, output
from factcheck.cli.output import CHANGE_FORMATS, choose_format, format_option, terminal, write
from factcheck.cli.running import configure_report, has_failed


@click.command("diff")
@click.argument("old", type=click.Path(dir_okay=False), metavar="OLD.json")
@click.argument("new", type=click.Path(dir_okay=False), metavar="NEW.json")
@output
@format_option(*CHANGE_FORMATS)
@config
@fail_on
@click.pass_context
def diff_runs(
    ctx: click.Context,
    old: str,
    new: str,
    output: str | None,
    format_: str | None,
    config: str | None,
    fail_on: str | None,
) -> None:
    """Tell what is new, gone and changed between two saved reconciliations.

    Both were written with --format json. Exit code 0: no new conflict; 1: there are new conflicts; 2: wrong use.
    """
    from factcheck.reporting import load
    from factcheck.reporting.changes import compare_runs, render_changes

    format_ = choose_format(format_, output, CHANGE_FORMATS)
    reporting = configure_report(config, fail_on=fail_on)
    changes = compare_runs(load(old), load(new))
    write(render_changes(changes, format_, **terminal(output)), output)
    ctx.exit(CONFLICTS if has_failed(changes.news, reporting.fail_on) else 0)
