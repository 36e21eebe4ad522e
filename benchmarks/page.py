"""How large the page of 300 articles is, and how soon it can be used in Chromium.

    python -m benchmarks.page [PATH ...] [--articles 300] [--copies 1] [--keep FILE]

The articles are read from the paths, and what is found in them is told on under other ids as often as asked, as if as
many more articles told of other events at the same length. Where no path is given they are made out of examples/crawl:
each story there told again with other names, places, numbers and days by five outlets, two of which print what another
wrote. Usable means: the document is parsed, its script has run (DOMContentLoaded), and a first choice in a filter has
been carried out and painted. Needs playwright and Chromium (CHROMIUM names one that is not on the PATH).
"""

import argparse
import json
import os
import re
import shutil
import tempfile
import time
from datetime import timedelta
from pathlib import Path

import attrs

from factcheck import Article, read, read_articles, reconcile
from factcheck.model import Results
from factcheck.reporting import load, render

ROOT = Path(__file__).parent.parent
ID = re.compile(r'"([a-z]{1,2})([0-9a-f]{12})"')  # of claims, facts, findings, entities: made from their content
LARGEST, LONGEST = 5_000_000, 2.0  # bytes, seconds
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
SHIPS = ("Astrid", "Ulrika", "Benedikta", "Freya", "Margareta", "Solveig", "Ragnhild", "Ingeborg", "Thyra", "Gunnvor")
PORTS = ("Lunden", "Vestby", "Arkhavn", "Torsund", "Elvik", "Grenna", "Holmsand", "Norvik", "Sandnes", "Trosa")
NAMES = ("Dahlgren", "Bergstrom", "Falk", "Nyman", "Sandell", "Engdahl", "Rosenqvist", "Hallberg", "Widmark", "Ahlgren")
MINISTERS = ("Holt", "Lervik", "Brandt", "Osland", "Kvist", "Moberg", "Tveit", "Solberg", "Granlund", "Ekdal")
# One click in a filter, timed by the page itself up to the frame in which its outcome is painted.
CLICK = """() => new Promise((done) => {
  const choice = document.querySelector("form.filters select[name=kind]"), began = performance.now();
  choice.selectedIndex = 1;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
})"""
LOADED = "() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def make_articles(count: int) -> list[Article]:
    """Articles of own making, five to a story."""
    told = read_articles(ROOT / "examples" / "crawl")
    tellers = [*told, told[0], told[1]]
    return [_retell(tellers[number % 5], number // 5, number % 5) for number in range(count)]


def _retell(article: Article, story: int, outlet: int) -> Article:
    place, name = story % 10, (story // 10 + story) % 10
    changed = {
        "Astrid": SHIPS[place],
        "Lunden": PORTS[(place + story // 10) % 10],
        "Dahlgren": NAMES[name],
        "Holt": MINISTERS[(name + story // 10) % 10],
        "212": str(212 + 7 * story),
        "41": str(41 + story),
        "January": ("January", "February", "March", "October", "November")[story % 5],
    }
    words = article.text
    for old, new in changed.items():
        words = words.replace(old, new)
    return attrs.evolve(
        article,
        id=f"{story:03}-{outlet}",
        source=f"outlet{outlet}.example",
        text=words,
        title=article.title.replace("Astrid", changed["Astrid"]),
        published=article.published + timedelta(days=9 * story) if article.published else None,
    )


def repeated(results: Results, copies: int) -> Results:
    """The results so many times over, each time under other ids."""
    whole = json.loads(render(results, "json"))
    parts: dict[str, list[object]] = {name: [] for name, value in whole.items() if isinstance(value, list)}
    for copy in range(copies):
        text = json.dumps({name: whole[name] for name in parts})
        text = ID.sub(lambda found, step=copy: f'"{found[1]}{(int(found[2], 16) + step) % 16**12:012x}"', text)
        for article in results.articles:
            text = text.replace(json.dumps(article.id), json.dumps(f"{article.id}-{copy}"))
        for name, items in json.loads(text).items():
            parts[name] += items
    return load(json.dumps(whole | parts))


def measure(page: Path) -> tuple[float, float]:
    """Seconds until DOMContentLoaded, and for the first choice in a filter; the best of three."""
    from playwright.sync_api import sync_playwright

    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    timings = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for _ in range(3):
            tab = browser.new_page(viewport={"width": 1280, "height": 900})
            tab.goto(page.as_uri(), wait_until="domcontentloaded")
            timings.append((tab.evaluate(LOADED) / 1000, tab.evaluate(CLICK) / 1000))
            tab.close()
        browser.close()
    return min(timings, key=sum)


def main() -> None:
    """Prints the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--copies", type=int, default=1, help="tell what was found on so many times")
    parser.add_argument("--keep", type=Path, help="write the page here")
    arguments = parser.parse_args()
    articles = list(read(arguments.paths).articles) if arguments.paths else make_articles(arguments.articles)
    results: Results = reconcile(articles[: arguments.articles])
    if arguments.copies > 1:
        results = repeated(results, arguments.copies)

    began = time.process_time()
    html = render(results, "html")
    rendered = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder:
        page = arguments.keep or Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        size = page.stat().st_size
        loaded, filtered = measure(page.resolve())
    figures = {
        "articles": len(results.articles),
        "claims": len(results.claims),
        "shared facts": sum(len(fact.articles) > 1 for fact in results.facts),
        "findings": len(results.findings),
        "megabytes": round(size / 1e6, 2),
        "rendered, s": round(rendered, 2),
        "loaded, s": round(loaded, 2),
        "filtered, s": round(filtered, 2),
        "holds": size < LARGEST and loaded + filtered < LONGEST,
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
