"""Results as plain data and back: cattrs at the edge, never on the models."""

import hashlib
import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

import attrs
from cattrs import BaseValidationError, transform_error
from cattrs.converters import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn
from cattrs.preconf.json import make_converter

from factcheck.errors import FormatError
from factcheck.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Copying,
    Entity,
    Fact,
    Finding,
    Mention,
    Origin,
    Origins,
    Problem,
    Results,
    Story,
)
from factcheck.span import Span
from factcheck.values.quantity import Interval, Quantity

FORMAT = "factcheck-reconciliation"
VERSION = 1
# Their place is part of them: article, start, end and text stand beside the id and not in a span of their own.
FLAT: tuple[type, ...] = (Claim, Mention)
LISTS: Mapping[str, type] = {
    "stories": Story,
    "entities": Entity,
    "mentions": Mention,
    "claims": Claim,
    "facts": Fact,
    "findings": Finding,
    "origins": Origin,
    "copyings": Copying,
    "problems": Problem,
}
_T = TypeVar("_T")


def to_data(results: Results) -> dict[str, Any]:
    """The results as dictionaries, lists, strings and numbers, in the order of the documented format."""
    plain = _converter().unstructure
    return {
        "format": FORMAT,
        "version": VERSION,
        "articles": [_article_to_data(article, results.blocks.get(article.id, ())) for article in results.articles],
        "stories": plain(results.stories),
        "entities": plain(results.entities),
        "mentions": plain(results.mentions),
        "claims": plain(results.claims),
        "facts": plain(results.facts),
        "findings": plain(results.findings),
        "origins": plain(results.origins.origins),
        "copyings": plain(results.origins.copyings),
        "problems": plain(results.problems),
        "settings": dict(sorted(results.settings.items())),
        "versions": dict(sorted(results.versions.items())),
    }


def plain(value: object) -> Any:
    """One value of the model as it stands in the format."""
    return _converter().unstructure(value)


def from_data(data: object, path: str = "") -> Results:
    """The results that `to_data` made plain.

    Raises:
        FormatError: where it is something else, with the place ("$.claims[3].start").
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        reason = f"this is no reconciliation: {FORMAT!r} is expected, as --format json writes it"
        raise FormatError(path, "$.format", reason)
    if data.get("version") != VERSION:
        raise FormatError(path, "$.version", f"version {data.get('version')!r} cannot be read, only {VERSION}")
    articles = _structure(data, "articles", tuple[Article, ...], path)
    parts = {name: _structure(data, name, tuple[kind, ...], path) for name, kind in LISTS.items()}  # type: ignore[valid-type]
    origins = Origins(parts.pop("origins"), parts.pop("copyings"))
    results = Results(
        articles=articles,
        blocks={
            article.id: _blocks(article, data["articles"][number], f"$.articles[{number}].blocks", path)
            for number, article in enumerate(articles)
        },
        origins=origins,
        settings=_structure(data, "settings", dict[str, Any], path),
        versions=_structure(data, "versions", dict[str, str], path),
        **parts,
    )
    _check(results, path)
    return results


def _article_to_data(article: Article, blocks: tuple[Block, ...]) -> dict[str, Any]:
    data: dict[str, Any] = _converter().unstructure(article)
    text = data.pop("text")  # put last: it is long, and all else is what one looks for
    # The hash tells a reader whether a report is about the very text at hand.
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    return data | {
        "sha256": digest,
        "blocks": [
            {"kind": block.kind.value, "start": block.span.start, "end": block.span.end, "copy_of": block.copy_of}
            for block in blocks
        ],
        "text": text,
    }


def _blocks(article: Article, data: dict[str, Any], where: str, path: str) -> tuple[Block, ...]:
    try:
        return tuple(
            Block(BlockKind(b["kind"]), Span.of(article.text, b["start"], b["end"], article.id), b.get("copy_of"))
            for b in data.get("blocks", ())
        )
    except (KeyError, TypeError, ValueError) as error:
        raise FormatError(path, where, f"this is no list of blocks: {error}") from None


def _structure(data: dict[str, Any], name: str, kind: type[_T], path: str) -> _T:
    """One part of the data as model values."""
    if not isinstance(data.get(name), list if name in ("articles", *LISTS) else dict):
        raise FormatError(path, f"$.{name}", "this is missing, or not a list or an object as it should be")
    try:
        return _converter().structure(data[name], kind)
    except BaseValidationError as error:
        message = transform_error(error, path=f"$.{name}")[0]
        reason, _, where = message.rpartition(" @ ")
        # Spans that the format keeps flat are not to be looked for under a name that it does not have.
        raise FormatError(path, re.sub(r"(\$\.(?:claims|mentions)\[\d+\])\.span", r"\1", where), reason) from None
    except (TypeError, ValueError) as error:
        raise FormatError(path, f"$.{name}", str(error)) from None


def _check(results: Results, path: str) -> None:
    """That every span is the exact slice, and that everything named is there."""
    texts = {article.id: article.text for article in results.articles}
    claims = {claim.id for claim in results.claims}
    facts = {fact.id for fact in results.facts}

    def check_span(span: Span, where: str) -> None:
        if texts.get(span.article, "")[span.start : span.end] != span.text or span.article not in texts:
            raise FormatError(path, where, f"this is not what article {span.article!r} says there: {span.text[:60]!r}")

    for number, claim in enumerate(results.claims):
        check_span(claim.span, f"$.claims[{number}]")
    for number, fact in enumerate(results.facts):
        if lost := sorted(set(fact.claims) - claims):
            raise FormatError(path, f"$.facts[{number}].claims", f"there is no claim {lost[0]!r}")
    for number, finding in enumerate(results.findings):
        if finding.fact not in facts or not finding.claims or not claims.issuperset(finding.claims):
            raise FormatError(path, f"$.findings[{number}]", "its fact, its claims or one of these is not there")
        for place, span in enumerate(finding.evidence):
            check_span(span, f"$.findings[{number}].evidence[{place}]")


@lru_cache(maxsize=1)
def _converter() -> Converter:
    attrs.resolve_types(Quantity)  # it names itself, which cattrs cannot resolve on its own
    converter = make_converter()
    converter.register_unstructure_hook(float, _finite)
    for ends in (Interval, Quantity):
        converter.register_structure_hook(ends, _open_ends(make_dict_structure_fn(ends, converter)))
    for kind in FLAT:
        converter.register_unstructure_hook(kind, _flatten(make_dict_unstructure_fn(kind, converter)))
        converter.register_structure_hook(kind, _unflatten(make_dict_structure_fn(kind, converter)))
    return converter


def _finite(value: float) -> float | None:
    """JSON knows no infinity: an end that is open for ever is null."""
    return float(value) if math.isfinite(value) else None


def _open_ends(structure: Callable[[Mapping[str, Any], Any], Any]) -> Callable[[Mapping[str, Any], Any], Any]:
    def opened(data: Mapping[str, Any], kind: Any) -> Any:
        ends = {name: data[name] for name in ("low", "high") if name in data}
        infinite = {name: math.copysign(math.inf, -1 if name == "low" else 1) for name in ends if ends[name] is None}
        return structure({**data, **infinite}, kind)

    return opened


def _flatten(unstructure: Callable[[Any], dict[str, Any]]) -> Callable[[Any], dict[str, Any]]:
    def flat(value: Any) -> dict[str, Any]:
        data = unstructure(value)
        return {
            "id": data.pop("id"),
            **data.pop("span"),
            **({"reading": data.pop("text")} if "text" in data else {}),
            **data,
        }

    return flat


def _unflatten(structure: Callable[[Mapping[str, Any], Any], Any]) -> Callable[[Mapping[str, Any], Any], Any]:
    def deep(data: Mapping[str, Any], kind: Any) -> Any:
        span = {name: data[name] for name in ("article", "start", "end", "text") if name in data}
        rest = {"text": data["reading"]} if "reading" in data else {}
        return structure({**data, **rest, "span": span}, kind)

    return deep
