"""A report about one person, organisation or place only."""

import sys
from pathlib import Path

from factcheck import read_articles, reconcile, render
from factcheck.reporting import about

name = sys.argv[1] if len(sys.argv) > 1 else "Lukashenko"

result = reconcile(read_articles(Path(__file__).parent.parent / "seeds"))
print(render(about(result, name), "markdown"))
