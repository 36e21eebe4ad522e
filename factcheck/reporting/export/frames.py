"""Tables as data frames of pandas and polars and as Parquet; each library is loaded when it is asked for."""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from factcheck.errors import ConfigError, ExtraMissing
from factcheck.model import Results
from factcheck.reporting.tables import Row, columns, tabulate

if TYPE_CHECKING:
    import pandas
    import polars

LIBRARIES = ("pandas", "polars")


def to_frame(
    results: Results, table: str = "findings", library: str = "pandas"
) -> "pandas.DataFrame | polars.DataFrame":
    """A table as a data frame, a row each, with the same types for every set of articles, an empty one included.

    Args:
        results: the results.
        table: "findings", "sides", "facts" or "claims".
        library: "pandas" or "polars".

    Raises:
        ConfigError: for another table or library.
        ExtraMissing: an ImportError, where the library is not installed.
    """
    if library not in LIBRARIES:
        raise ConfigError("library", library, LIBRARIES)
    rows, types = _rows(results, table), columns(table)
    frames: Any = _load(library)
    if library == "polars":
        kinds = {str: frames.String, int: frames.Int64, float: frames.Float64, bool: frames.Boolean}
        return frames.DataFrame(rows, schema={name: kinds[type_] for name, type_ in types.items()})  # type: ignore[no-any-return]
    frame = frames.DataFrame(rows, columns=list(types))
    return frame.astype({name: type_.__name__ for name, type_ in types.items() if type_ is not str})  # type: ignore[no-any-return]


def to_parquet(results: Results, table: str = "findings") -> bytes:
    """A table as a Parquet file.

    Raises:
        ConfigError: for another table.
        ExtraMissing: an ImportError, where pyarrow is not installed.
    """
    arrow: Any = _load("pyarrow")
    parquet: Any = _load("pyarrow.parquet")
    kinds = {str: arrow.string(), int: arrow.int64(), float: arrow.float64(), bool: arrow.bool_()}
    schema = arrow.schema([(name, kinds[type_]) for name, type_ in columns(table).items()])
    sink = arrow.BufferOutputStream()
    parquet.write_table(arrow.Table.from_pylist(_rows(results, table), schema=schema), sink)
    return bytes(sink.getvalue())


def _rows(results: Results, table: str) -> list[Row]:
    """The rows with nothing that UTF-8 cannot hold: articles scraped from the web have halves of surrogate pairs."""
    return [{name: _whole(value) for name, value in row.items()} for row in tabulate(results, table)]


def _whole(value: Any) -> Any:
    return str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value


def _load(module: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError:
        raise ExtraMissing(module.partition(".")[0], "tables") from None
