"""Results in, reports out: for a terminal, a browser, a pull request, a spreadsheet and other programs."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from factcheck.errors import ConfigError
from factcheck.model import Results
from factcheck.reporting.json_format import claims_to_json, claims_to_jsonl, load, to_json, to_jsonl
from factcheck.reporting.selection import about, names_like, select

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = [
    "FORMATS",
    "about",
    "explain",
    "load",
    "names_like",
    "render",
    "render_claims",
    "render_table",
    "select",
    "tabulate",
    "to_frame",
]


def render(results: Results, format: str, *, width: int = 100, color: bool = False) -> str:
    """A report on the results.

    Args:
        results: what `reconcile` returned, or `load` read back, narrowed by `select` or `about` where wanted.
        format: "text", "json", "jsonl", "csv", "markdown", "html", "notebook", "web-annotation" or "claim-review".
        width: columns of a text report.
        color: whether a text report has terminal colours.

    Raises:
        ConfigError: for another format.
    """
    if format == "text":
        from factcheck.reporting.text import to_text

        return to_text(results, width, color)
    if format not in _WRITERS:
        raise ConfigError("format", format, FORMATS)
    return _WRITERS[format](results)


def explain(results: Results, finding_id: str, *, width: int = 100, color: bool = False) -> str:
    """Why a finding was made; see `factcheck.reporting.explanation.explain`."""
    from factcheck.reporting.explanation import explain as write

    return write(results, finding_id, width, color)


def render_claims(results: Results, format: str, *, width: int = 100, color: bool = False) -> str:
    """The claims alone: "text", "json" (a list), "jsonl" or "csv".

    Raises:
        ConfigError: for another format.
    """
    from factcheck.reporting import listing, tables

    writers: Mapping[str, Callable[[], str]] = {
        "text": lambda: listing.list_claims(results, width, color),
        "json": lambda: claims_to_json(results),
        "jsonl": lambda: claims_to_jsonl(results),
        "csv": lambda: tables.to_csv(results, "claims"),
    }
    if format not in writers:
        raise ConfigError("format", format, list(writers))
    return writers[format]()


def tabulate(results: Results, table: str = "findings") -> list[dict[str, str | int | float | bool | None]]:
    """The findings, sides, facts or claims as rows; see `factcheck.reporting.tables.tabulate`."""
    from factcheck.reporting.tables import tabulate as write

    return write(results, table)


def render_table(results: Results, table: str, format: str) -> bytes:
    """One table as a file: "csv" or "parquet".

    Raises:
        ConfigError: for another table or format.
        ExtraMissing: where Parquet is asked for and pyarrow is not installed.
    """
    from factcheck.reporting.export import to_parquet
    from factcheck.reporting.tables import to_csv

    if format not in TABLE_FORMATS:
        raise ConfigError("format", format, TABLE_FORMATS)
    return to_parquet(results, table) if format == "parquet" else to_csv(results, table).encode("utf-8")


def to_frame(
    results: Results, table: str = "findings", library: str = "pandas"
) -> "pandas.DataFrame | polars.DataFrame":
    """A table as a data frame; see `factcheck.reporting.export.frames.to_frame`."""
    from factcheck.reporting.export import to_frame as write

    return write(results, table, library)


def _csv(results: Results) -> str:
    from factcheck.reporting.tables import to_csv

    return to_csv(results)


def _markdown(results: Results) -> str:
    from factcheck.reporting.markdown import to_markdown

    return to_markdown(results)


def _html(results: Results) -> str:
    from factcheck.reporting.html import to_html

    return to_html(results)


def _notebook(results: Results) -> str:
    from factcheck.reporting.html import to_fragment

    return to_fragment(results)


def _annotations(results: Results) -> str:
    from factcheck.reporting.export import to_annotations

    return to_annotations(results)


def _claim_review(results: Results) -> str:
    from factcheck.reporting.export import to_claim_review

    return to_claim_review(results)


# What draws a page or colours a terminal is loaded when it is asked for.
_WRITERS: Mapping[str, Callable[[Results], str]] = {
    "json": to_json,
    "jsonl": to_jsonl,
    "csv": _csv,
    "markdown": _markdown,
    "html": _html,
    "notebook": _notebook,
    "web-annotation": _annotations,
    "claim-review": _claim_review,
}
FORMATS = ("text", *_WRITERS)
TABLE_FORMATS = ("csv", "parquet")
