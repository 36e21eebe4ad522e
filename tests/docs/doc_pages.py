"""Runs what the pages show: fenced Python, doctest examples, and commands with what they print.

    python tests/docs/doc_pages.py [PAGE...]     write into the pages what their commands print now

A block under a line `<!-- not run -->` is left alone. A line `...` in the output of a command stands for any lines.
"""

import doctest
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md")
# The language of a fenced block, and what is in it.
FENCED = re.compile(r"(?:^<!-- (not run) -->\n+)?^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
_CHECKER = doctest.OutputChecker()


def blocks(page, language):
    """The blocks of a page in that language which are to be run."""
    found = FENCED.finditer(page.read_text(encoding="utf-8"))
    return [each[3] for each in found if each[2] == language and not each[1]]


def prose(page):
    """The page without its fenced blocks; what is left may hold examples for doctest."""
    return FENCED.sub("", page.read_text(encoding="utf-8"))


def run_python(page, names):
    """Run a page's Python from top to bottom in one namespace; what differs from the page, or ""."""
    told = []

    def check(text):
        test = doctest.DocTestParser().get_doctest(text, names, page.name, None, 0)
        doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append, clear_globs=False)
        names.update(test.globs)

    for code in blocks(page, "python"):
        if ">>>" in code:
            check(code)
        else:
            exec(compile(code, page.name, "exec"), names)
    check(prose(page))
    return "".join(told)


def make_folder(folder):
    """What the pages take for granted in the current folder."""
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, Path(folder) / name)
    shutil.copytree(ROOT / "seeds", Path(folder) / "articles")


def run_commands(block, folder):
    """Each command of a block with what the page says it prints and what it prints."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    for command, expected in _COMMAND.findall(block):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env={**os.environ, "PATH": path, "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        yield command, expected, "".join(line.rstrip() + "\n" for line in done.stdout.splitlines())


def is_same(expected, printed):
    """Whether a command printed what the page says."""
    return _CHECKER.check_output(expected, printed, doctest.ELLIPSIS)


def refreshed(expected, printed):
    """What is printed now; a line of the page with an ellipsis that fits one of it stays as it was."""
    open_lines = [line + "\n" for line in expected.splitlines() if "..." in line and line != "..."]
    lines = printed.splitlines(keepends=True)
    return "".join(next((open_ for open_ in open_lines if is_same(open_, line)), line) for line in lines)


def update(page):
    """Put into a page what its commands print now."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        make_folder(folder)
        for block in blocks(page, "console"):
            told = "".join(
                f"$ {command}\n{expected if is_same(expected, printed) else refreshed(expected, printed)}"
                for command, expected, printed in run_commands(block, folder)
            )
            text = text.replace(f"```console\n{block}```", f"```console\n{told}```")
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for each in [Path(name) for name in sys.argv[1:]] or PAGES:
        update(each)
