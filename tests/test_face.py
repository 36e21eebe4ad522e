"""The public face: what can be imported, and what importing costs."""

import subprocess
import sys

import factcheck


def imported_after(statement):
    code = f"import sys; {statement}; print(*sorted(m for m in sys.modules if '.' not in m))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_every_public_name_can_be_imported():
    assert factcheck.__all__ == dir(factcheck)
    assert [name for name in factcheck.__all__ if not hasattr(factcheck, name)] == []


def test_an_unknown_name_is_an_attribute_error():
    assert not hasattr(factcheck, "no_such_name")


def test_importing_the_library_imports_nothing_heavy():
    assert not imported_after("import factcheck") & {"spacy", "numpy", "networkx", "jinja2", "rich"}


def test_reading_articles_does_not_import_spacy():
    assert "spacy" not in imported_after("from factcheck import Article, read")


HELP = """
from factcheck.cli import main
try:
    main(["--help"])
except SystemExit:
    pass
import sys
"""


def test_the_command_line_offers_help_without_importing_spacy():
    assert "spacy" not in imported_after(f"exec({HELP!r})")
