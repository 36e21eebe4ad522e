"""`factcheck watch`: add what appears in a folder to a store, as it appears."""

import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import click

from factcheck.cli.add import store_argument
from factcheck.cli.output import FORMATS, format_option, write_report
from factcheck.cli.storing import add_to


class Stamp(NamedTuple):
    """What changes when a file is written."""

    size: int
    time: int


@click.command("watch")
@store_argument
@click.argument("folder", type=click.Path(exists=True, file_okay=False))
@format_option(*FORMATS)
@click.option("--interval", type=click.FloatRange(0.1), default=2.0, show_default=True, help="Seconds between looks.")
@click.option("--once", is_flag=True, help="Add what is there and end.")
@click.option("-q", "--quiet", is_flag=True, help="Findings and errors only.")
def watch_folder(store: str, folder: str, format_: str | None, interval: float, once: bool, quiet: bool) -> None:
    """Add articles to a store as they appear in a folder, and report what each of them brings.

    The folder and those inside it are looked at again and again, so it may lie on any file system. A file is taken when
    it has not changed between two looks. Ends with Ctrl-C; what was added is safe, and the next watch goes on with it.
    """
    from factcheck.reading import read
    from factcheck.store import Store

    with Store(store) as opened:
        for paths in settled(Path(folder), interval, once):
            before = len(opened)
            batch = read(paths)
            findings, _ = add_to(opened, batch.articles, batch.problems)
            if not quiet:
                added = len(opened) - before
                click.echo(f"{added} of {len(batch.articles)} articles added, {len(findings)} new findings", err=True)
            if findings:
                write_report(opened.excerpt(findings), format_ or "text", None)


def settled(folder: Path, interval: float, once: bool) -> Iterator[list[Path]]:
    """The files that are new or were changed, whenever there are some that are written no more."""
    done: dict[Path, Stamp] = {}
    last = _look(folder)
    while True:
        if not once:
            time.sleep(interval)
        now = _look(folder)
        ready = sorted(path for path, stamp in now.items() if last.get(path) == stamp != done.get(path))
        if ready:
            done.update((path, now[path]) for path in ready)
            yield ready
        if once:
            return
        last = now


def _look(folder: Path) -> Mapping[Path, Stamp]:
    """Every file that could be an article, with its stamp; hidden ones are somebody's unfinished ones."""
    from factcheck.reading.files import FORMATS as ENDINGS

    found: dict[Path, Stamp] = {}
    for path in folder.rglob("*"):
        if path.suffix.lower() not in ENDINGS or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        try:
            state = path.stat()
        except OSError:
            continue  # moved away between the two calls
        if path.is_file():
            found[path] = Stamp(state.st_size, state.st_mtime_ns)
    return found
