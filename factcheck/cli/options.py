"""The options that commands share, each written once."""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

# Kept here as words, so that --help loads nothing but click; a test holds them to the model's.
KINDS = (
    *("quantity", "time", "place", "name", "role", "polarity"),
    *("quote", "attribution", "modality", "event", "detail"),
)
SEVERITIES = ("high", "medium", "low")
FAIL_ON = ("conflict", "refinement", "none")
_Command = Callable[..., None]


class Reading(NamedTuple):
    """What every command that reads articles is told; None where the command line says nothing.

    Attributes:
        paths: files, folders and globs.
        output: file or folder to write to, or None for stdout.
        config: the settings file, or None for the nearest one.
        model: name of the spaCy pipeline.
        workers: processes that parse.
        meaning: encoder of meaning: "minilm" or a folder.
        one_story: True where all articles are to be compared as telling of one event.
        quiet: whether progress and remarks are left out.
        verbose: whether the time of each stage is told.
    """

    paths: tuple[str, ...]
    output: str | None
    config: str | None
    model: str | None
    workers: int | None
    meaning: str | None
    one_story: bool | None
    quiet: bool
    verbose: bool


def reads_articles(command: _Command) -> _Command:
    """Give a command the options of all that read articles; it gets them as one argument, `reading`."""
    one_story = click.option(
        "--one-story",
        is_flag=True,
        callback=_given,
        help="Take all articles to tell of one event; else they are divided into stories first.",
    )
    return _reading(command, one_story)


def reads_into_store(command: _Command) -> _Command:
    """The same for a command that adds to a store, which always divides its articles into stories."""
    return _reading(command)


def _reading(command: _Command, *further: Callable[[_Command], _Command]) -> _Command:
    @wraps(command)
    def bundled(*arguments: Any, **options: Any) -> None:
        reading = Reading(**{name: options.pop(name, None) for name in Reading._fields})
        command(*arguments, reading=reading, **options)

    return _with(
        bundled,
        click.argument("paths", nargs=-1, callback=_something, metavar="PATH..."),
        output,
        config,
        click.option("--model", metavar="NAME", help="spaCy pipeline to parse with."),
        click.option("--workers", type=click.IntRange(1), help="Processes that parse.  [default: 1]"),
        click.option("--meaning", metavar="MODEL", help="Encoder of meaning: minilm, or a folder with a model."),
        *further,
        click.option("-q", "--quiet", is_flag=True, help="No progress and no remarks; errors are still told."),
        click.option("-v", "--verbose", is_flag=True, help="Tell how long each stage takes."),
    )


output = click.option(
    "-o",
    "--output",
    type=click.Path(),
    metavar="FILE",
    help="Write to a file and not to stdout; of a report, FOLDER/ gets the tables, a file each.",
)
config = click.option(
    "--config",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Settings file.  [default: the nearest factcheck.toml, or pyproject.toml with [tool.factcheck]]",
)
fail_on = click.option("--fail-on", type=click.Choice(FAIL_ON), help="What makes the exit code 1.  [default: conflict]")


def selects_findings(command: _Command) -> _Command:
    """Give a command the options that say which findings it shows."""
    return _with(
        command,
        click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out findings less sure, 0..1."),
        click.option("--min-severity", type=click.Choice(SEVERITIES), help="Leave out findings below it."),
        click.option("--kinds", callback=_kinds, metavar="KIND,...", help=f"Only these kinds: {', '.join(KINDS)}."),
        click.option("--about", "topic", metavar="NAME", help="Only what is about this person, body or place."),
    )


def _with(command: _Command, *options: Callable[[_Command], _Command]) -> _Command:
    for option in reversed(options):
        command = option(command)
    return command


def _something(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Something must be given to read, be it by another option."""
    if not value and not ctx.params.get("source"):
        raise click.MissingParameter(ctx=ctx, param=param)
    if "-" in value:
        reason = "standard input is not read; put it into a file, several articles into one .jsonl"
        raise click.BadParameter(reason, ctx, param)
    return value


def _given(ctx: click.Context, param: click.Parameter, value: bool) -> bool | None:
    """A flag that was not given says nothing, so that the settings file can."""
    return value or None


def _kinds(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    """The kinds of findings that the words name, separated by commas."""
    if value is None:
        return None
    kinds = tuple(word.strip().lower() for word in value.split(",") if word.strip())
    for kind in kinds:
        if kind not in KINDS:
            raise click.BadParameter(f"{kind!r} is no kind of finding; these are: {', '.join(KINDS)}", ctx, param)
    return kinds
