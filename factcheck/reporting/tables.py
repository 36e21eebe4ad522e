"""Tables of claims, facts, findings and their sides, and CSV that a spreadsheet opens without running anything."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping

from factcheck.errors import ConfigError
from factcheck.model import Results, facts_by_claim
from factcheck.reporting.view import View
from factcheck.reporting.visible import visible

Row = dict[str, str | int | float | bool | None]
# What makes a spreadsheet take a cell for a formula, the wide forms of East Asian keyboards included.
_FORMULA_HEADS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def tabulate(results: Results, table: str = "findings") -> list[Row]:
    """The findings, their sides, the facts or the claims, a row each; of a side a row for each place where it stands.

    Raises:
        ConfigError: for another table.
    """
    columns(table)
    return [{name: _plain(value) for name, value in row.items()} for row in _TABLES[table](View(results))]


def columns(table: str) -> Mapping[str, type]:
    """The columns of a table, in order, each with the type of its values; words may be missing (None).

    Raises:
        ConfigError: for another table.
    """
    if table not in _TABLES:
        raise ConfigError("table", table, TABLES)
    return _COLUMNS[table]


def to_csv(results: Results, table: str = "findings") -> str:
    """A table as CSV (RFC 4180), in which no cell can be taken for a formula."""
    rows = tabulate(results, table)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(columns(table)), lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: harmless(value) for name, value in row.items()} for row in rows)
    return out.getvalue()


def _plain(value: str | int | float | bool | None) -> str | int | float | bool | None:
    """Words of an enumeration as the words themselves."""
    return str(value) if isinstance(value, str) else value


def harmless(value: str | int | float | bool | None) -> str | int | float | bool | None:
    """A cell that no spreadsheet runs: words on one line, with an apostrophe before what would be a formula."""
    if not isinstance(value, str):
        return value
    value = visible(value)
    return "'" + value if value.lstrip(" '\"").startswith(_FORMULA_HEADS) else value


def _findings(view: View) -> Iterator[Row]:
    for exhibits in view.sections().values():
        for exhibit in exhibits:
            finding = exhibit.finding
            row: Row = {
                "id": finding.id,
                "relation": finding.relation,
                "severity": finding.severity,
                "kind": finding.kind,
                "between": finding.between,
                "is_update": finding.is_update,
                "explanation": finding.explanation,
                "versions": len(finding.sides) or len(exhibit.sides),
            }
            sides = [exhibit.sides[0], exhibit.sides[-1]]
            for letter, side in zip("ab", sides, strict=True):
                words = [part.text for part in side.parts if part.is_deciding]
                row |= {
                    f"article_{letter}": side.article.id,
                    f"outlet_{letter}": side.article.outlet,
                    f"also_{letter}": "; ".join(sorted({article.outlet for article, _ in side.alike})),
                    f"published_{letter}": side.article.published.isoformat() if side.article.published else None,
                    f"speaker_{letter}": side.speaker,
                    f"words_{letter}": " … ".join(words),
                    f"sentence_{letter}": "".join(part.text for part in side.parts),
                }
            yield row | {
                "value_a": finding.values[0] if finding.values else None,
                "value_b": finding.values[-1] if finding.values else None,
                "value_relation": finding.value_relation,
                "rule": finding.rule,
                "score": round(finding.score, 4),
                "fact": finding.fact,
            }


def _sides(view: View) -> Iterator[Row]:
    for exhibits in view.sections().values():
        for finding in (exhibit.finding for exhibit in exhibits):
            for number, side in enumerate(finding.sides):
                for span in side.evidence:
                    article = view.articles[span.article]
                    home = view.home_of(span, side.claims)
                    yield {
                        "finding": finding.id,
                        "kind": finding.kind,
                        "relation": finding.relation,
                        "side": number + 1,
                        "value": finding.values[number] if number < len(finding.values) else None,
                        "words": span.text if side.words else None,
                        "article": article.id,
                        "outlet": article.outlet,
                        "published": article.published.isoformat() if article.published else None,
                        "speaker": view.speaker(home) if home else None,
                        "start": span.start,
                        "end": span.end,
                        "origins": side.origins,
                    }


def _facts(view: View) -> Iterator[Row]:
    for fact in view.results.facts:
        yield {
            "id": fact.id,
            "gist": fact.gist,
            "status": fact.status,
            "articles": len(fact.articles),
            "outlets": len(fact.outlets),
            "origins": fact.origins,
            "findings": len(view.findings_of.get(fact.id, ())),
            "claims": " ".join(fact.claims),
        }


def _claims(view: View) -> Iterator[Row]:
    facts_of = facts_by_claim(view.results.facts)
    for claim in view.results.claims:
        article = view.articles[claim.article]
        yield {
            "id": claim.id,
            "article": claim.article,
            "outlet": article.outlet,
            "published": article.published.isoformat() if article.published else None,
            "start": claim.span.start,
            "end": claim.span.end,
            "kind": claim.kind,
            "speaker": view.speaker(claim),
            "text": claim.span.text,
            "is_negated": claim.is_negated,
            "modality": claim.modality,
            "quantities": "; ".join(mention.value.span.text for mention in claim.quantities),
            "times": "; ".join(f"{mention.value.span.text} ({mention.value.value})" for mention in claim.times),
            "fact": " ".join(fact.id for fact in facts_of.get(claim.id, ())) or None,
        }


_TABLES: Mapping[str, Callable[[View], Iterator[Row]]] = {
    "findings": _findings,
    "sides": _sides,
    "facts": _facts,
    "claims": _claims,
}
TABLES = tuple(_TABLES)
_SIDE = ("article", "outlet", "also", "published", "speaker", "words", "sentence")
_COLUMNS: Mapping[str, Mapping[str, type]] = {
    "findings": {
        **dict.fromkeys(("id", "relation", "severity", "kind", "between"), str),
        "is_update": bool,
        "explanation": str,
        "versions": int,
        **{f"{name}_{letter}": str for letter in "ab" for name in _SIDE},
        **dict.fromkeys(("value_a", "value_b", "value_relation", "rule"), str),
        "score": float,
        "fact": str,
    },
    "sides": {
        **dict.fromkeys(("finding", "kind", "relation"), str),
        "side": int,
        **dict.fromkeys(("value", "words", "article", "outlet", "published", "speaker"), str),
        **dict.fromkeys(("start", "end", "origins"), int),
    },
    "facts": {
        **dict.fromkeys(("id", "gist", "status"), str),
        **dict.fromkeys(("articles", "outlets", "origins", "findings"), int),
        "claims": str,
    },
    "claims": {
        **dict.fromkeys(("id", "article", "outlet", "published"), str),
        **dict.fromkeys(("start", "end"), int),
        **dict.fromkeys(("kind", "speaker", "text"), str),
        "is_negated": bool,
        **dict.fromkeys(("modality", "quantities", "times", "fact"), str),
    },
}
