"""`factcheck explain`: why a finding was made."""

import click

from factcheck.cli.output import terminal, write


@click.command("explain")
@click.argument("reconciliation", type=click.Path(dir_okay=False), metavar="RECONCILIATION.json")
@click.argument("finding")
def explain_finding(reconciliation: str, finding: str) -> None:
    """Tell why a finding was made: the sentences, the values, the relation, the scores, the rule.

    FINDING is the id that a report shows, or the beginning of it.
    """
    from factcheck.reporting import explain, load

    write(explain(load(reconciliation), finding, **terminal(None)), None)
