"""Where a report goes, how wide and how colourful it is there, and in which format."""

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.group import Failed

if TYPE_CHECKING:
    from factcheck.model import Results

# Kept here as words, so that --help loads nothing but click; a test holds them to those of the library.
GRAPH_FORMATS = ("graphml", "gexf", "node-link", "cytoscape")
TABLE_FORMATS = ("csv", "parquet")
FORMATS = (
    *("text", "json", "jsonl", *TABLE_FORMATS, "html", "markdown"),
    *(*GRAPH_FORMATS, "web-annotation", "claim-review"),
)
CHANGE_FORMATS = ("text", "json")
CLAIM_FORMATS = ("text", "json", "jsonl", "csv")
_ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".graphml": "graphml",
    ".gexf": "gexf",
}


def format_option(*formats: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option that names the format."""
    names = click.Choice(formats)
    return click.option("-f", "--format", "format_", type=names, help="Default: by the output's ending, or text.")


def choose_format(asked: str | None, output: str | None, formats: Sequence[str] = FORMATS) -> str:
    """The format asked for, else that of the output's ending, else text; in a folder there are tables.

    Called before anything is read, so that nobody waits for a report that cannot be written.

    Raises:
        Failed: where the output has no place or no format.
    """
    if not output:
        return asked or "text"
    if is_folder(output):
        if "parquet" not in formats:
            raise Failed(f"{output}: this is a folder; name a file in it")
        if asked and asked not in TABLE_FORMATS:
            raise Failed(f"{output}: a folder holds tables ({', '.join(TABLE_FORMATS)}), and {asked} is one file")
        return asked or "csv"
    folder, ending = Path(output).parent, Path(output).suffix.lower()
    if not folder.is_dir():
        raise Failed(f"{output}: there is no folder {folder}; make it first")
    chosen = asked or (_ENDINGS.get(ending) if ending else "text")
    if chosen is None or chosen not in formats:
        raise Failed(
            f"{output}: {ending} names no format that is written here; choose with --format {'|'.join(formats)}"
        )
    return chosen


def is_folder(output: str) -> bool:
    """Whether the output is a folder: one that is there, or one that is to be made, with a slash behind it."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def write_report(results: "Results", format_: str, output: str | None) -> None:
    """The results in a format, to stdout, to a file, or, each table in a file of its own, to a folder."""
    if output and is_folder(output):
        _write_tables(results, format_, Path(output))
    elif format_ == "parquet":
        from factcheck.reporting import render_table

        if output is None and sys.stdout.isatty():
            raise Failed("Parquet is no text; write it to a file or a folder with -o")
        write(render_table(results, "findings", format_), output)
    elif format_ in GRAPH_FORMATS:
        from factcheck.graph import build
        from factcheck.graph import write as write_graph

        write(write_graph(build(results), format_), output)
    else:
        from factcheck.reporting import render

        write(render(results, format_, **terminal(output)), output)


def _write_tables(results: "Results", format_: str, folder: Path) -> None:
    from factcheck.reporting import render_table
    from factcheck.reporting.tables import TABLES

    tables = {table: render_table(results, table, format_) for table in TABLES}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failed(f"{folder}: this folder cannot be made: {error.strerror}") from None
    for table, data in tables.items():
        write(data, str(folder / f"{table}.{format_}"))


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
