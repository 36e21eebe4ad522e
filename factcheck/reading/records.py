"""Records of any crawler, feed or table, by the names that their fields go by."""

import re
from collections.abc import Mapping

from factcheck.reading.draft import Draft

# In the order in which they are asked: news-please, newspaper, trafilatura, NewsAPI, schema.org and plain tables.
TEXT = ("text", "maintext", "body", "content", "articlebody", "article_text", "full_text", "fulltext", "raw_text")
FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "uid", "guid", "_id"),
    "source": ("source", "outlet", "publisher", "source_name", "source_domain", "sitename", "hostname", "domain"),
    "title": ("title", "headline", "name"),
    "date": (
        "published",
        "date",
        "date_publish",
        "date_published",
        "publish_date",
        "published_at",
        "publishedat",
        "datepublished",
        "publication_date",
        "pub_date",
        "pubdate",
        "published_date",
    ),
    "url": ("url", "link", "canonical_url", "source_url"),
}


_HALVES = re.compile("[\ud800-\udfff]")


class NoArticleError(ValueError):
    """The record is no article."""


def draft_of(record: object, path: str, place: str) -> Draft:
    """The article in a record.

    Raises:
        NoArticleError: where it is no record, or holds no text.
    """
    if not isinstance(record, Mapping):
        raise NoArticleError(f"this is no article: an object with a text is expected, not {_kind(record)}")
    fields = {str(key).strip().lower(): value for key, value in record.items()}
    texts = [fields[name] for name in TEXT if isinstance(fields.get(name), str) and fields[name].strip()]
    if not texts:
        if any(name in fields for name in TEXT):
            raise NoArticleError("this article has no text")
        raise NoArticleError(f"this is no article: it has none of the fields {', '.join(TEXT[:4])}")
    told = {field: next(filter(None, (_plain(fields.get(n)) for n in names)), "") for field, names in FIELDS.items()}
    return Draft(text=whole(texts[0]), path=path, place=place, **{key: clean(value) for key, value in told.items()})


def whole(text: str) -> str:
    """The text with halves of surrogate pairs, which no file can hold, replaced one for one."""
    return _HALVES.sub("\ufffd", text)


def clean(words: str) -> str:
    """A field on one line, without control characters."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in whole(words)).split())


def _plain(value: object) -> str:
    """A field as words; an outlet or publisher may come as an object with a name."""
    if isinstance(value, Mapping):
        return _plain(value.get("name") or value.get("title") or value.get("id"))
    if isinstance(value, bool) or value is None:
        return ""
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _kind(value: object) -> str:
    names = {"list": "a list", "str": "a string", "NoneType": "null", "bool": "true or false"}
    return names.get(type(value).__name__, "a number")
