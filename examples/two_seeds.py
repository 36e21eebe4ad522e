"""Reconcile the two seed articles and print the findings, the weightiest first."""

from pathlib import Path

from factcheck import read_articles, reconcile

SEEDS = Path(__file__).parent.parent / "seeds"

result = reconcile(read_articles(SEEDS))
for finding in result.findings:
    print(f"[{finding.severity}] {finding.kind} {finding.relation}: {finding.explanation}")
    for span in finding.evidence:
        print(f"    {span.article} at {span.start}: {span.text}")

several = [fact for fact in result.facts if len(fact.articles) > 1]
print(f"\n{len(several)} facts stand in both articles; {sum(fact.origins > 1 for fact in several)} from two origins.")
