"""The evidence as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

An annotation for each finding, with a target for each piece of its evidence. A target is a stretch of an article's
text, selected in two ways: by its words with some words around them, which finds it again on a web page, and by its
offsets, which are exact in the text that the article's hash names.
"""

from typing import Any

from factcheck.model import Article, Finding, Results
from factcheck.reporting.export.naming import dump, text_iri, thing_iri, web_address
from factcheck.span import Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 32  # characters before and after the words, as other annotators keep them


def to_annotations(results: Results) -> str:
    """The findings as one AnnotationCollection in JSON-LD, in the order of the results."""
    articles = {article.id: article for article in results.articles}
    items = [_annotation(finding, articles) for finding in results.findings]
    name = thing_iri(
        "annotations", *(item["id"] for item in items), *(text_iri(article) for article in results.articles)
    )
    collection: dict[str, Any] = {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Where the articles differ",
        "total": len(items),
    }
    if items:  # a page without items is none
        page = {"id": thing_iri("page", name), "type": "AnnotationPage", "partOf": name, "startIndex": 0}
        collection["first"] = page | {"items": items}
    return dump(collection)


def _annotation(finding: Finding, articles: dict[str, Article]) -> dict[str, Any]:
    words = (finding.kind.value, finding.relation.value, finding.severity.value, f"between {finding.between.value}")
    return {
        "id": thing_iri("finding", finding.id),
        "type": "Annotation",
        "motivation": "commenting",
        "body": [
            {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "language": "en"}
            | {"value": finding.explanation},
            {"type": "TextualBody", "purpose": "identifying", "value": finding.id},
            *({"type": "TextualBody", "purpose": "tagging", "value": word} for word in words),
        ],
        "target": [_target(span, articles[span.article]) for span in finding.evidence],
    }


def _target(span: Span, article: Article) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": article.text[max(0, span.start - _AROUND) : span.start],
        "suffix": article.text[span.end : span.end + _AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    # The offsets hold for the text as it was read and not for the page around it, so the page is only the scope.
    page = web_address(article)
    return {
        "type": "SpecificResource",
        "source": {"id": text_iri(article), "type": "Text", "format": "text/plain"},
        **({"scope": page} if page else {}),
        "selector": [quote, position],
    }
