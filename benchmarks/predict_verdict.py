"""Whether two texts agree, conflict or are about different things: what is found between them as two articles."""

from typing import Any

from factcheck import Article
from factcheck.comparison import compare
from factcheck.config import Settings
from factcheck.extraction import extract
from factcheck.linking import link
from factcheck.matching import match
from factcheck.model import Corpus, Difference, Finding, Kind


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each pair of texts its label, the kinds of discrepancy and the score of the surest conflict.

    Two texts are asked for whatever may be a conflict, as with `--min-confidence 0`; the score tells the tiers apart.
    """
    settings = Settings(min_confidence=0.0)
    articles = [
        Article(f"{row['id']}/{side}", row[f"text_{side}"], source=side.upper()) for row in rows for side in ("a", "b")
    ]
    extractions = extract(articles, settings)
    predictions = []
    for row, pair in zip(rows, _pairs(extractions), strict=True):
        corpus = link(pair)
        facts = match(corpus, settings)
        shared = any(_is_shared(fact.claims, corpus) for fact in facts)
        predictions.append({"id": row["id"], **_judge(compare(facts, corpus, settings), shared)})
    return predictions


def _pairs(items: list[Any]) -> list[list[Any]]:
    return [items[i : i + 2] for i in range(0, len(items), 2)]


def _is_shared(claims: tuple[str, ...], corpus: Corpus) -> bool:
    """Whether claims of both texts state one fact."""
    return len({corpus.claims[claim].article for claim in claims}) > 1


def _judge(findings: tuple[Finding, ...], shared: bool) -> dict[str, Any]:
    """The label of two texts from what was found between them."""
    across = [each for each in findings if len({span.article for span in each.evidence}) > 1]
    conflicts = [each for each in across if each.relation is Difference.CONFLICT]
    types = {each.kind for each in conflicts} | {each.kind for each in across if each.kind is Kind.MODALITY}
    return {
        "label": "conflict" if conflicts else "agree" if shared else "neutral",
        "types": sorted(types),
        "score": max((each.score for each in conflicts), default=0.0),
    }
