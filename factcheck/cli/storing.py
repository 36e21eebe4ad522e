"""Adding to a store for a command: what cannot be added is told, the rest goes on."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article, Finding, Problem
    from factcheck.store import Store


def add_to(
    store: "Store", articles: "Sequence[Article]", problems: "Sequence[Problem]"
) -> "tuple[Sequence[Finding], bool]":
    """Add what can be added.

    Returns:
        The findings that are new, and whether something of the input was lost.
    """
    from factcheck.errors import ArticleError

    is_lost = False

    def addable() -> "Iterator[Article]":
        nonlocal is_lost
        for article in articles:
            try:
                known = article in store
            except ArticleError as error:
                click.echo(f"factcheck: {error}", err=True)
                is_lost = True
            else:
                if not known:
                    yield article

    for problem in problems:
        click.echo(f"factcheck: {problem.place}: {problem.reason}", err=True)
        is_lost = is_lost or problem.is_loss
    findings = store.add(addable())
    return findings, is_lost
