"""Which files a path stands for."""

import glob
import os
from collections.abc import Iterable
from pathlib import Path

from factcheck.errors import ArticleError
from factcheck.model import Problem

# By what their names end in; a file without such an ending is read as plain text when it is named itself.
FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}


def expand(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[str], list[Problem]]:
    """The files that the paths stand for, each once and sorted, and the folders that hold none.

    Raises:
        ArticleError: where a path does not exist or a glob matches nothing.
    """
    files: set[str] = set()
    problems = []
    for given in paths:
        path = Path(given)
        if path.is_dir():
            found = _inside(path)
            if not found:
                problems.append(Problem(path.as_posix(), f"the folder holds no article ({', '.join(FORMATS)})"))
            files.update(found)
        elif path.exists():
            files.add(path.as_posix())
        else:
            files.update(_matching(str(given)))
    return sorted(files), problems


def _inside(folder: Path) -> list[str]:
    """The files of the known formats in a folder and below, hidden ones left out."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            (Path(here) / name).as_posix()
            for name in names
            if not name.startswith(".") and Path(name).suffix.lower() in FORMATS
        ]
    return found


def _matching(pattern: str) -> list[str]:
    """The files that a glob matches; folders among them are searched."""
    if not glob.has_magic(pattern):
        raise ArticleError(pattern, "there is no such file or folder")
    found: list[str] = []
    for match in glob.glob(pattern, recursive=True):  # noqa: PTH207 (Path.glob takes no absolute pattern)
        path = Path(match)
        if path.is_dir():
            found += _inside(path) if not pattern.endswith("**") else []
        elif path.suffix.lower() in FORMATS:
            found.append(path.as_posix())
    if not found:
        raise ArticleError(pattern, "no article matches this pattern")
    return found
