"""Attribution: what extraction attributes in each text, as source, cue and content spans.

The benchmark annotates the outermost attributions only, so those that stand inside another's content are left out, and
those that extraction is not sure of.
"""

from typing import Any

from factcheck.config import Settings
from factcheck.extraction import attributions
from factcheck.extraction.document import read_documents
from factcheck.model import Article
from factcheck.span import Span


def predict(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each row with `id` and `text` the quotes, each with its spans as [start, end) pairs."""
    documents = read_documents([Article(str(row["id"]), row["text"]) for row in rows], Settings())
    answers = []
    for row, document in zip(rows, documents, strict=True):
        quotes = [
            {
                "source": _pairs(attribution.source_spans(document)),
                "cue": _pairs(attribution.cue_spans(document)),
                "content": _pairs(attribution.content_spans(document)),
            }
            for attribution in attributions(document)
            if attribution.is_likely and not attribution.is_nested
        ]
        answers.append({"id": row["id"], "quotes": quotes})
    return answers


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
