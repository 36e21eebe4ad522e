"""Reading and reconciling for a command: progress and troubles on stderr, and what the exit code is."""

import sys
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.group import CONFLICTS, FAILURE, Failed
from factcheck.cli.options import Reading

if TYPE_CHECKING:
    from factcheck.assembly import Reconciliation
    from factcheck.config import Reporting, Settings
    from factcheck.model import Finding, Results

R = TypeVar("R", bound="Results")
Part = TypeVar("Part", "Settings", "Reporting")


def configure(reading: Reading, **given: object) -> "tuple[Settings, Reporting]":
    """The settings of the file, with what the command line says in their place.

    Args:
        reading: the shared options; those that are settings, by name, go before the file's.
        given: other options by the name of the setting; None for what was not given.
    """
    from factcheck.config import load

    said = {name: value for name, value in {**reading._asdict(), **given}.items() if value is not None}
    settings, reporting = load(reading.config)
    return _evolved(settings, said), _evolved(reporting, said)


def configure_report(path: str | None, **given: object) -> "Reporting":
    """The same for a command that reads no articles: what a report shows, out of the settings file at `path`."""
    from factcheck.config import load

    return _evolved(load(path)[1], {name: value for name, value in given.items() if value is not None})


def narrow(results: "R", reporting: "Reporting", topic: str | None) -> "R":
    """The results about a topic, where one is named, with the findings that a report shows."""
    from factcheck.model import Kind, Severity
    from factcheck.reporting import about, select

    results = about(results, topic) if topic else results
    return select(results, [Kind(kind) for kind in reporting.kinds], Severity(reporting.min_severity))


def _evolved(part: Part, said: Mapping[str, Any]) -> Part:
    """The settings with the values that are said of them; what else is said is none of theirs."""
    import attrs

    own = {field.name for field in attrs.fields(type(part))}
    return attrs.evolve(part, **{name: value for name, value in said.items() if name in own})


def run(reading: Reading, settings: "Settings", engine: str = "") -> "Reconciliation":
    """Read and reconcile, telling on stderr how it goes and what went wrong."""
    from factcheck.reading import read

    batch = read(reading.paths)
    if not batch.articles:
        for problem in batch.problems:
            click.echo(f"factcheck: {problem.place}: {problem.reason}", err=True)
        raise Failed("there is nothing to reconcile")
    from factcheck.engines import reconcile

    with Progress(reading.quiet, reading.verbose) as progress:
        results = reconcile(
            batch.articles, engine=engine, settings=settings, progress=progress.begin, problems=batch.problems
        )
    for problem in results.problems:
        if problem.is_loss or not reading.quiet:
            click.echo(f"factcheck: {problem.place}: {problem.reason}", err=True)
    return results


class Progress:
    """The stage under way: a bar where stderr is a terminal, times where asked, else nothing."""

    def __init__(self, quiet: bool, verbose: bool) -> None:
        self.verbose = verbose
        self.is_shown = not quiet and not verbose and sys.stderr.isatty()
        self._stack = ExitStack()
        self._bar: Any = None
        self._stage, self._since = "", 0.0

    def __enter__(self) -> "Progress":
        if self.is_shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
            from rich.progress import Progress as Bar

            columns = SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            self._bar = self._stack.enter_context(Bar(*columns, console=Console(stderr=True), transient=True))
            self._bar.add_task("loading", total=None)
        return self

    def __exit__(self, *exception: object) -> None:
        self._told()
        self._stack.close()

    def begin(self, stage: str, done: int = 0, total: int = 0) -> None:
        """A stage begins, or has dealt with `done` of `total` articles."""
        if stage != self._stage:
            self._told()
            self._stage, self._since = stage, perf_counter()
        if self._bar is not None:
            self._bar.update(self._bar.task_ids[0], description=stage, completed=done, total=total or None)

    def _told(self) -> None:
        if self.verbose and self._stage:
            click.echo(f"{self._stage}: {perf_counter() - self._since:.2f} s", err=True)


def exit_code(results: "Results", fail_on: str) -> int:
    """2 where input was lost, else 1 where what `fail_on` names was found."""
    if any(problem.is_loss for problem in results.problems):
        return FAILURE
    return CONFLICTS if has_failed(results.findings, fail_on) else 0


def has_failed(findings: "Iterable[Finding]", fail_on: str) -> bool:
    """Whether there is what `fail_on` names; "refinement" means conflicts and updates too, "none" nothing at all."""
    relations = {"conflict": ("conflict",), "refinement": ("conflict", "refinement"), "none": ()}[fail_on]
    return any(
        finding.relation in relations and (fail_on == "refinement" or not finding.is_update) for finding in findings
    )
