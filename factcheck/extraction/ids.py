"""Ids derived from content, so that two runs, and any order of articles, give the same ones."""

import hashlib

from factcheck.span import Span


def content_id(prefix: str, span: Span, *details: str) -> str:
    """An id for what stands at `span`; `details` tell apart several things that stand at one place."""
    key = "\x1f".join((span.article, str(span.start), str(span.end), span.text, *details))
    return prefix + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
