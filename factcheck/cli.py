"""The command line: results on stdout, everything else on stderr, an exit code that says what was found.

0: no conflict; 1: conflicts (or what --fail-on names); 2: wrong use, or input that could not be read or used.
"""

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.pipeline import Reconciliation

FORMATS = ("text", "json", "jsonl", "csv", "html", "markdown", "graphml")
# Kept here as words, so that --help loads nothing but click; a test holds them to the model's.
KINDS = (
    *("quantity", "time", "place", "name", "role", "polarity"),
    *("quote", "attribution", "modality", "event", "detail"),
)
SEVERITIES = ("high", "medium", "low")
_ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".graphml": "graphml",
}
CONFLICTS, FAILURE, DEFECT, INTERRUPTED = 1, 2, 70, 130


class Failed(click.ClickException):
    """An error that the library raised on purpose, told without a traceback."""

    exit_code = FAILURE

    def show(self, file: Any = None) -> None:
        """Write the message to stderr."""
        click.echo(f"factcheck: {self.format_message()}", err=True)


class Commands(click.Group):
    """Commands whose errors end in exit code 2, and whose reader may leave early."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except FactcheckError as error:
            raise Failed(str(error)) from None
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit):
            raise
        except Exception:  # noqa: BLE001 (a defect must not end in 1, which says that conflicts were found)
            traceback.print_exc()
            ctx.exit(DEFECT)


def _kinds(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """The kinds of findings that the words name, separated by commas."""
    kinds = tuple(word.strip().lower() for word in value.split(",") if word.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise click.BadParameter(f"{kind!r} is no kind of finding; these are: {', '.join(KINDS)}", ctx, param)
    return kinds


def _shared(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command that reads articles."""
    for option in reversed(
        (
            click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
            click.option("-o", "--output", type=click.Path(dir_okay=False), help="Write to a file and not to stdout."),
            click.option("--model", default="", metavar="NAME", help="spaCy pipeline to parse with."),
            click.option(
                "--workers", default=1, type=click.IntRange(1), help="Processes that parse.", show_default=True
            ),
            click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks; errors are still told."),
            click.option("-v", "--verbose", is_flag=True, help="Tell how long each stage takes."),
        )
    ):
        command = option(command)
    return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="factcheck-reconcile", prog_name="factcheck")
def main() -> None:
    """Reconcile news articles about the same events: what they agree on, where they differ and how."""


@main.command()
@_shared
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Default: by the output's ending, or text.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="Leave out findings less sure, 0..1.")
@click.option("--min-severity", type=click.Choice(SEVERITIES), default="low", help="Leave out findings below it.")
@click.option("--kinds", callback=_kinds, default="", metavar="KIND,...", help=f"Only these kinds: {', '.join(KINDS)}.")
@click.option("--about", "topic", default="", metavar="NAME", help="Only what is about this person, body or place.")
@click.option(
    "--fail-on",
    type=click.Choice(["conflict", "refinement", "none"]),
    default="conflict",
    show_default=True,
    help="What makes the exit code 1.",
)
@click.pass_context
def reconcile(
    ctx: click.Context,
    paths: Sequence[str],
    output: str | None,
    model: str,
    workers: int,
    quiet: bool,
    verbose: bool,
    format_: str | None,
    min_confidence: float,
    min_severity: str,
    kinds: tuple[str, ...],
    topic: str,
    fail_on: str,
) -> None:
    """Compare articles and report where they differ.

    PATH is a file, a folder or a glob of .txt, .md, .html, .json, .jsonl and .csv. Exit code 0: no conflict; 1: there
    are conflicts; 2: wrong use, or something of the input could not be read (the rest is still reported).
    """
    from factcheck.model import Kind, Severity
    from factcheck.reporting import about, render, select

    results = _run(paths, model, workers, quiet, verbose, min_confidence)
    results = about(results, topic) if topic else results
    results = select(results, [Kind(kind) for kind in kinds], Severity(min_severity))
    format_ = format_ or _ENDINGS.get(Path(output).suffix.lower() if output else "", "text")
    if format_ == "graphml":
        from factcheck.graph import to_graphml

        report = to_graphml(results.graph)
    else:
        report = render(results, format_, **_terminal(output))
    _write(report, output)
    ctx.exit(_exit_code(results, fail_on))


@main.command()
@_shared
@click.option("-f", "--format", "format_", type=click.Choice(["text", "json", "jsonl", "csv"]), help="Default: text.")
@click.pass_context
def claims(
    ctx: click.Context,
    paths: Sequence[str],
    output: str | None,
    model: str,
    workers: int,
    quiet: bool,
    verbose: bool,
    format_: str | None,
) -> None:
    """List the claims that are read out of articles."""
    from factcheck.reporting import render_claims

    results = _run(paths, model, workers, quiet, verbose)
    format_ = format_ or _ENDINGS.get(Path(output).suffix.lower() if output else "", "text")
    _write(render_claims(results, format_, **_terminal(output)), output)
    ctx.exit(_exit_code(results, "none"))


@main.command()
@click.argument("reconciliation", type=click.Path(dir_okay=False), metavar="RECONCILIATION.json")
@click.argument("finding")
def explain(reconciliation: str, finding: str) -> None:
    """Tell why a finding was made: the sentences, the values, the relation, the scores, the rule.

    FINDING is the id that a report shows, or the beginning of it.
    """
    from factcheck.reporting import explain as explain_finding
    from factcheck.reporting import load

    _write(explain_finding(load(reconciliation), finding, **_terminal(None)), None)


def _run(
    paths: Sequence[str], model: str, workers: int, quiet: bool, verbose: bool, min_confidence: float = 0.0
) -> "Reconciliation":
    """Read and reconcile, telling on stderr how it goes and what went wrong."""
    from factcheck.config import Settings
    from factcheck.reading import read

    batch = read(paths)
    if not batch.articles:
        for problem in batch.problems:
            click.echo(f"factcheck: {problem.place}: {problem.reason}", err=True)
        raise Failed("there is nothing to reconcile")
    from factcheck.pipeline import reconcile as run

    with _Progress(quiet, verbose) as progress:
        results = run(
            batch.articles,
            settings=Settings(model=model, workers=workers, min_confidence=min_confidence),
            progress=progress.begin,
            problems=batch.problems,
        )
    for problem in results.problems:
        if problem.is_loss or not quiet:
            click.echo(f"factcheck: {problem.place}: {problem.reason}", err=True)
    return results


class _Progress:
    """The stage under way: a spinner where stderr is a terminal, times where asked, else nothing."""

    def __init__(self, quiet: bool, verbose: bool) -> None:
        self.verbose = verbose
        self.is_shown = not quiet and not verbose and sys.stderr.isatty()
        self._stack = ExitStack()
        self._status: Any = None
        self._stage, self._since = "", 0.0

    def __enter__(self) -> "_Progress":
        if self.is_shown:
            from rich.console import Console

            self._status = self._stack.enter_context(Console(stderr=True).status("loading"))
        return self

    def __exit__(self, *exception: object) -> None:
        self._told()
        self._stack.close()

    def begin(self, stage: str) -> None:
        """A stage begins."""
        self._told()
        self._stage, self._since = stage, perf_counter()
        if self._status is not None:
            self._status.update(stage)

    def _told(self) -> None:
        if self.verbose and self._stage:
            click.echo(f"{self._stage}: {perf_counter() - self._since:.2f} s", err=True)


def _exit_code(results: "Reconciliation", fail_on: str) -> int:
    """2 where input was lost, else 1 where what `fail_on` names was found."""
    if any(problem.is_loss for problem in results.problems):
        return FAILURE
    relations = {"conflict": ("conflict",), "refinement": ("conflict", "refinement"), "none": ()}[fail_on]
    found = any(
        finding.relation in relations and (fail_on == "refinement" or not finding.is_update)
        for finding in results.findings
    )
    return CONFLICTS if found else 0


def _terminal(output: str | None) -> dict[str, Any]:
    """Width and colour: those of the terminal where the report goes to one, else fixed, for scripts to rely on."""
    if output or not sys.stdout.isatty():
        return {"width": 100, "color": False}
    # https://no-color.org: any value but the empty one turns colour off.
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": min(shutil.get_terminal_size((100, 24)).columns, 160), "color": color}


def _write(report: str, output: str | None) -> None:
    """The report in UTF-8, line ends as they are; a reader that leaves early (head, less) is no error."""
    if output:
        try:
            Path(output).write_bytes(report.encode("utf-8"))
        except OSError as error:
            raise Failed(f"{output}: this file cannot be written: {error.strerror}") from None
        return
    stream = sys.stdout.buffer
    try:
        stream.write(report.encode("utf-8"))
        stream.flush()
    except BrokenPipeError:
        # What is left in Python's own buffer must not raise again when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
