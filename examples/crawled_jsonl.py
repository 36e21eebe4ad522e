"""Reconcile a folder of JSONL as a crawler leaves it: maintext, title, date_publish, source_domain, url."""

import sys
from pathlib import Path

from factcheck import read, reconcile

folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / "crawl"

batch = read([folder])
for problem in batch.problems:  # one bad line never costs the others
    print(f"{problem.place}: {problem.reason}", file=sys.stderr)

result = reconcile(batch.articles, problems=batch.problems)
for article in result.articles:
    print(f"{article.id}: {article.source}, {article.published}, {article.title}")
for finding in result.findings:
    if finding.relation == "conflict":
        print(f"- {finding.explanation}")
