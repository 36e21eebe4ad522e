"""A real browser for the page: Debian's Chromium driven by playwright, with axe-core to judge accessibility.

Where one of them is missing the tests are skipped and say what to install; where BROWSER_TESTS=required, as in CI, they
fail instead. CHROMIUM and AXE_CORE name the program and axe.min.js where they are not found by themselves.
"""

import os
import shutil
from pathlib import Path

import attrs
import pytest

from factcheck.span import Span

ROOT = Path(__file__).parents[2]
# Root, as in a container, has no sandbox; the others keep Chromium from asking anything of its maker.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE = {"width": 1280, "height": 900}


def missing(what):
    """Skips on a developer's machine; a failure where the tests are required."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(f"{what}, and BROWSER_TESTS=required forbids to skip", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser():
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed: pip install 'factcheck-reconcile[dev]'")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        missing("no Chromium is installed: apt-get install chromium, or name one in CHROMIUM")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe():
    """The script of axe-core."""
    path = Path(os.environ.get("AXE_CORE") or ROOT / "node_modules" / "axe-core" / "axe.min.js")
    if not path.is_file():
        missing("axe-core is not there: npm install --no-save axe-core, or name axe.min.js in AXE_CORE")
    return path.read_text(encoding="utf-8")


class Visit:
    """A page opened in a browser of its own, and what happened while it was open."""

    def __init__(self, context, path):
        self.address = path.as_uri()
        self.requests, self.failures, self.messages, self.dialogs = [], {}, [], []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", lambda request: self.failures.update({request.url: request.failure}))
        self.page = context.new_page()
        self.page.on("console", lambda message: self.messages.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.messages.append(f"error: {error}"))
        self.page.on("dialog", self._dismiss)
        self.page.goto(self.address)

    def _dismiss(self, dialog):
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def is_silent(self):
        """Whether it asked for nothing but itself, ran nothing foreign and complained about nothing."""
        asked = {request.partition("#")[0] for request in self.requests}
        return (asked, self.messages, self.dialogs) == ({self.address}, [], [])


@pytest.fixture
def visit(browser):
    """Opens a page: `visit(path)`, with the options of a browser context."""
    contexts = []

    def go(path, **options):
        contexts.append(browser.new_context(**{"viewport": WIDE, **options}))
        return Visit(contexts[-1], path)

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def write_page(tmp_path_factory):
    """Writes the page of some results into a file of that name."""
    folder = tmp_path_factory.mktemp("pages")

    def write(name, results):
        path = folder / f"{name}.html"
        path.write_text(results.to_html(), encoding="utf-8")
        return path

    return write


@pytest.fixture(scope="session")
def seeds_page(write_page, seeds):
    return write_page("seeds", seeds)


@pytest.fixture(scope="session")
def ferry_page(write_page, ferry):
    return write_page("ferry", ferry)


def multiply(results, count):
    """The same story told by `count` outlets more, each finding and fact repeated as often."""
    first, finding = results.articles[0], results.findings[0]
    blocks = {f"more-{n:03}": results.blocks[first.id] for n in range(count)}
    articles = [attrs.evolve(first, id=id_, source=f"outlet-{id_}.example") for id_ in blocks]

    def at(number):
        """Another piece of evidence for each, so that none says again what another one does."""
        return Span.of(first.text, number, number + 1, first.id)

    return attrs.evolve(
        results,
        articles=(*results.articles, *articles),
        blocks={**results.blocks, **blocks},
        findings=(
            *results.findings,
            *(attrs.evolve(finding, id=f"d-{id_}", evidence=(at(n),)) for n, id_ in enumerate(blocks)),
        ),
        facts=(*results.facts, *(attrs.evolve(f, id=f"{f.id}-{id_}") for f in results.facts[:4] for id_ in blocks)),
    )


@pytest.fixture(scope="session")
def large_page(write_page, ferry):
    """Many articles and findings: what is folded, paged and left out of tables."""
    return write_page("large", multiply(ferry, 120))
