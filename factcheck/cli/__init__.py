"""The command line: results on stdout, everything else on stderr, an exit code that says what was found.

0: no conflict; 1: conflicts (or what --fail-on names); 2: wrong use, or input that could not be read or used.

One module for each command. A new one is a function with `@click.command("name")` in a module of its own, listed below;
the options that commands share are in `options.py`, reading and reconciling in `running.py`, writing in `output.py`.
`factcheck --help` imports every one of these modules, so what is heavy is imported inside the functions.
"""

from factcheck.cli.add import add_articles
from factcheck.cli.claims import list_claims
from factcheck.cli.diff import diff_runs
from factcheck.cli.explain import explain_finding
from factcheck.cli.group import main
from factcheck.cli.reconcile import reconcile_articles
from factcheck.cli.report import report_store
from factcheck.cli.watch import watch_folder

__all__ = ["main"]

for _command in (reconcile_articles, list_claims, explain_finding, diff_runs, add_articles, report_store, watch_folder):
    main.add_command(_command)
