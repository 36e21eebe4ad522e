"""IRIs for what has none, derived from content so that they stay the same from run to run, and JSON text."""

import base64
import hashlib
import json
import re
import uuid

from factcheck.model import Article

_HALVES = re.compile("[\ud800-\udfff]")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+", re.IGNORECASE)


def text_iri(article: Article) -> str:
    """The text of an article, named by its hash (RFC 6920): the offsets of a span hold for this very text."""
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def thing_iri(*names: str) -> str:
    """A UUID (version 5) for something that these names tell apart."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\x1f".join(names).encode("utf-8", "replace").decode()).urn


def web_address(article: Article) -> str | None:
    """The article's address where it is one on the web; anything else that stands there is not passed on."""
    return article.url if _WEB.fullmatch(article.url) else None


def dump(data: object) -> str:
    """JSON with readable letters; halves of surrogate pairs, which no UTF-8 file can hold, escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False)
    return _HALVES.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"
