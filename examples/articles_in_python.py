"""Build articles in Python, reconcile them, and write the report as an HTML page and as JSON."""

import tempfile
from datetime import date
from pathlib import Path

from factcheck import Article, load, reconcile

articles = [
    Article(
        id="gazette",
        source="Harbour Gazette",
        published=date(2024, 3, 12),
        text="Three people died in a fire on the ferry Astrid on Tuesday, the coast guard said. "
        "The ferry was carrying 212 passengers.",
    ),
    Article(
        id="courier",
        source="Lunden Courier",
        published=date(2024, 3, 12),
        text="Four people died in a fire on the ferry Astrid on Tuesday, police said. "
        "The ferry was carrying 212 passengers.",
    ),
]

result = reconcile(articles)
print(result.to_text())

folder = Path(tempfile.mkdtemp())
(folder / "report.html").write_text(result.to_html(), encoding="utf-8")
(folder / "report.json").write_text(result.to_json(), encoding="utf-8")
again = load(folder / "report.json")  # nothing is lost on the way
print(f"{len(again.findings)} findings read back; the page lies beside them.")
