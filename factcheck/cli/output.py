"""Where a report goes, how wide and how colourful it is there, and in which format."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from factcheck.cli.group import Failed

# Kept here as words, so that --help loads nothing but click; a test holds them to those of the library.
FORMATS = ("text", "json", "jsonl", "csv", "html", "markdown", "graphml")
CLAIM_FORMATS = ("text", "json", "jsonl", "csv")
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


def format_option(*formats: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that names the format."""
    names = click.Choice(formats)
    return click.option("-f", "--format", "format_", type=names, help="Default: by the output's ending, or text.")


def choose_format(asked: str | None, output: str | None) -> str:
    """The format asked for, else that of the output's ending, else text."""
    return asked or _ENDINGS.get(Path(output).suffix.lower() if output else "", "text")


def terminal(output: str | None) -> dict[str, Any]:
    """Width and colour: those of the terminal where the report goes to one, else fixed, for scripts to rely on."""
    if output or not sys.stdout.isatty():
        return {"width": 100, "color": False}
    # https://no-color.org: any value but the empty one turns colour off.
    color = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return {"width": min(shutil.get_terminal_size((100, 24)).columns, 160), "color": color}


def write(report: str | bytes, output: str | None) -> None:
    """The report in UTF-8, line ends as they are; a reader that leaves early (head, less) is no error."""
    data = report.encode("utf-8") if isinstance(report, str) else report
    if output:
        try:
            Path(output).write_bytes(data)
        except OSError as error:
            raise Failed(f"{output}: this file cannot be written: {error.strerror}") from None
        return
    stream = sys.stdout.buffer
    try:
        stream.write(data)
        stream.flush()
    except BrokenPipeError:
        # What is left in Python's own buffer must not raise again when the interpreter closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
