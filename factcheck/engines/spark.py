"""The plan on Apache Spark, 4.0 or newer; on the machines of the cluster the library must be installed, too."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa

from factcheck.engines.primitives import Grouper, Mapper, apply_to_groups
from factcheck.errors import EngineError, ExtraMissing

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

# Rows that a function is given at a time: extractions are some ten thousand bytes each.
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "512",
    "spark.sql.execution.arrow.pyspark.enabled": "true",
    "spark.sql.adaptive.coalescePartitions.enabled": "false",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
# On this machine alone: no name of it need be resolved, and a machine that is busy is not taken for one that is dead.
HERE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.network.timeout": "600s",
    "spark.executor.heartbeatInterval": "60s",
    "spark.python.authenticate.socketTimeout": "120s",
    "spark.port.maxRetries": "64",
}


class Spark:
    """A Spark session as an engine: the active one, else one that is made and stopped again.

    Args:
        session: the session.
        master: where to run one that is made ("local[2]"); by default what the environment says, else all cores here.
        partitions: parts into which rows are divided by key; two to four a core do well.

    Raises:
        ExtraMissing: where pyspark is not installed.
        EngineError: where there is no Java, or Spark does not start.
    """

    name = "spark"

    def __init__(self, session: "SparkSession | None" = None, master: str | None = None, partitions: int = 0) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError:
            raise ExtraMissing("pyspark", "spark") from None
        found = session or SparkSession.getActiveSession()
        self._is_ours = found is None
        self.session = found or _start(master)
        self.partitions = partitions or max(4, 3 * self.session.sparkContext.defaultParallelism)
        self._persisted: list[DataFrame] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for data in self._persisted:
            data.unpersist()
        if self._is_ours:
            self.session.stop()

    def read(self, path: str) -> "DataFrame":
        """The rows of a Parquet file or folder."""
        return self.session.read.parquet(path)

    def load(self, table: pa.Table) -> "DataFrame":
        """The rows of a table."""
        return self.session.createDataFrame(table).repartition(self.partitions)

    def map(self, data: "DataFrame", function: Mapper, schema: pa.Schema) -> "DataFrame":
        """The function applied to some rows at a time."""

        def mapped(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            for batch in batches:
                yield from function(pa.Table.from_batches([batch])).to_batches()

        return data.mapInArrow(mapped, _columns(schema))

    def group(
        self, data: "DataFrame", key: str, order: Sequence[str], function: Grouper, schema: pa.Schema, overlap: int = 0
    ) -> "DataFrame":
        """The function applied to all rows of one key, in order: divided by its hash, sorted, taken group by group."""

        def grouped(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
            yield from apply_to_groups(batches, key, function, schema, overlap)

        divided = data.repartition(self.partitions, key).sortWithinPartitions(key, *order)
        return divided.mapInArrow(grouped, _columns(schema))

    def join(self, left: "DataFrame", right: "DataFrame", key: str) -> "DataFrame":
        """Every row of one with every row of the other that has the same key."""
        return left.repartition(self.partitions, key).join(right.repartition(self.partitions, key), key)

    def distinct(self, data: "DataFrame") -> "DataFrame":
        """Each row once."""
        return data.repartition(self.partitions, *data.columns).distinct()

    def persist(self, data: "DataFrame") -> "DataFrame":
        """The same rows, made once; lost with a machine, they are made again."""
        from pyspark import StorageLevel

        kept = data.persist(StorageLevel.MEMORY_AND_DISK)
        self._persisted.append(kept)
        return kept

    def collect(self, data: "DataFrame") -> pa.Table:
        """All rows, here."""
        return data.toArrow()

    def write(self, data: "DataFrame", path: str) -> None:
        """All rows as a folder of Parquet files; Spark writes them aside and moves them when all are there."""
        data.write.mode("overwrite").parquet(path)


def _start(master: str | None) -> "SparkSession":
    """A new session."""
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    home = os.environ.get("JAVA_HOME")
    if not (Path(home, "bin", "java").exists() if home else shutil.which("java")):
        raise EngineError("spark", "Java is not installed; Spark 4 needs Java 17 or 21 on the path or in JAVA_HOME")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder.appName("factcheck")
    for name, value in (SETTINGS | (HERE if master and master.startswith("local[") else {})).items():
        builder = builder.config(name, value)
    if master:
        builder = builder.master(master)
    try:
        session: SparkSession = builder.getOrCreate()
    except (PySparkException, OSError, RuntimeError) as error:
        raise EngineError("spark", f"it does not start: {str(error).splitlines()[0]}") from error
    return session


def _columns(schema: pa.Schema) -> str:
    """The columns as Spark writes them."""
    names = {pa.string(): "string", pa.int64(): "bigint", pa.float64(): "double", pa.binary(): "binary"}
    names |= {pa.bool_(): "boolean"}
    return ", ".join(f"`{field.name}` {names[field.type]}" for field in schema)
