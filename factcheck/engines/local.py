"""The plan in this process: Arrow tables while they fit into the budget, Parquet files and DuckDB beyond it."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self
from zlib import crc32

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from attrs import frozen

from factcheck.engines.primitives import Grouper, Mapper, apply_to_groups
from factcheck.errors import ExtraMissing

BUDGET = 1 << 30  # bytes that tables may take together; a dataset may take a quarter
PART = 8  # share of it that rows may take which are sorted in one go
ROWS = 1024  # rows that a function is given at a time


@frozen(eq=False)
class Rows:
    """Rows in memory, or in a Parquet file where they are many."""

    table: pa.Table | None
    file: Path | None = None

    def batches(self) -> Iterator[pa.RecordBatch]:
        """The rows, some at a time."""
        if self.table is not None:
            yield from self.table.to_batches(max_chunksize=ROWS)
        else:
            yield from pq.ParquetFile(self.file).iter_batches(batch_size=ROWS)


class Local:
    """One process, with a budget of memory.

    Args:
        budget: bytes that the tables may take.
        folder: where to put what does not fit; a temporary one by default.
    """

    name = "local"

    def __init__(self, budget: int = BUDGET, folder: str | None = None) -> None:
        self.budget = budget
        self._folder = Path(tempfile.mkdtemp(prefix="factcheck-", dir=folder))
        self._numbers = count()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)

    def read(self, path: str) -> Rows:
        """The rows of a Parquet file or folder."""
        import pyarrow.dataset as ds

        data = ds.dataset(path, format="parquet")
        return self._kept(data.to_batches(batch_size=ROWS), data.schema)

    def load(self, table: pa.Table) -> Rows:
        """The rows of a table."""
        return self._kept(iter(table.to_batches(max_chunksize=ROWS)), table.schema)

    def map(self, data: Rows, function: Mapper, schema: pa.Schema) -> Rows:
        """The function applied to some rows at a time."""
        made = (function(pa.Table.from_batches([batch])) for batch in data.batches())
        return self._kept((batch for table in made for batch in table.to_batches()), schema)

    def group(
        self, data: Rows, key: str, order: Sequence[str], function: Grouper, schema: pa.Schema, overlap: int = 0
    ) -> Rows:
        """The function applied to all rows of one key, in order."""
        columns = [key, *order]
        batches = (batch for part in self._parts(data, key) for batch in self._sorted(part, columns))
        return self._kept(apply_to_groups(batches, key, function, schema, overlap), schema)

    def join(self, left: Rows, right: Rows, key: str) -> Rows:
        """Every row of one with every row of the other that has the same key."""
        if left.table is not None and right.table is not None:
            joined = left.table.join(right.table, key, join_type="inner")
            return self._kept(iter(joined.to_batches()), joined.schema)
        batches = self._query(f"SELECT * FROM one JOIN other USING ({_quoted(key)})", one=left, other=right)
        return self._kept(batches)

    def distinct(self, data: Rows) -> Rows:
        """Each row once."""
        if data.table is not None:
            table = data.table.group_by(data.table.column_names).aggregate([])
            return Rows(table)
        return self._kept(self._query("SELECT DISTINCT * FROM one", one=data))

    def persist(self, data: Rows) -> Rows:
        """The same rows: they are made already."""
        return data

    def collect(self, data: Rows) -> pa.Table:
        """All rows."""
        return data.table if data.table is not None else pq.read_table(data.file)

    def write(self, data: Rows, path: str) -> None:
        """All rows as a folder with one Parquet file, written aside and renamed."""
        target = Path(path)
        aside = target.with_name(f".{target.name}.part")
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        batches = data.batches()
        first = next(batches, None)
        schema = first.schema if first is not None else (data.table or pq.read_schema(data.file)).schema
        with pq.ParquetWriter(aside / "part-0.parquet", schema) as writer:
            for batch in (first, *batches) if first is not None else ():
                writer.write_batch(batch)
        shutil.rmtree(target, ignore_errors=True)
        aside.rename(target)

    def _kept(self, batches: Iterable[pa.RecordBatch], schema: pa.Schema | None = None) -> Rows:
        """The rows in memory as long as they fit, else in a file."""
        held: list[pa.RecordBatch] = []
        size, writer, file = 0, None, self._folder / f"{next(self._numbers)}.parquet"
        for batch in batches:
            schema = schema or batch.schema
            held.append(batch)
            size += batch.nbytes
            if size > (self.budget // 4 if writer is None else self.budget // 16):
                writer = writer or pq.ParquetWriter(file, schema, compression="lz4")
                for each in held:  # small row groups, since a whole one is read at a time
                    writer.write_batch(each)
                held, size = [], 0
        if writer is None:
            return Rows(pa.Table.from_batches(held, schema))
        for each in held:
            writer.write_batch(each)
        writer.close()
        return Rows(None, file)

    def _parts(self, data: Rows, key: str) -> Iterator[Rows]:
        """The rows divided by a hash of their key, so that a part can be sorted within the budget.

        DuckDB spills what it sorts, but not all of it: rows of some kilobytes that take three times the memory that it
        may use cannot be sorted in one go.
        """
        if data.table is not None:
            yield data
            return
        count = _size(data.file) // max(self.budget // PART, 1) + 1
        schema = pq.read_schema(data.file)
        parts = [_Part(self._folder / f"{next(self._numbers)}.parquet", schema) for _ in range(count)]
        for batch in data.batches():
            places = np.array([crc32(str(value).encode()) % count for value in batch.column(key).to_pylist()])
            for place in np.unique(places).tolist():
                parts[place].add(batch.take(pa.array(np.flatnonzero(places == place))), self.budget // PART // count)
        for part in parts:
            if part.close():
                yield Rows(None, part.file)
                part.file.unlink()

    def _sorted(self, data: Rows, columns: Sequence[str]) -> Iterator[pa.RecordBatch]:
        """The rows in order; what many rows of one key have made too large is left to DuckDB."""
        if data.table is None and _size(data.file) > self.budget // PART * 2:
            yield from self._query(f"SELECT * FROM one ORDER BY {', '.join(map(_quoted, columns))}", one=data)
            return
        table = data.table if data.table is not None else pq.read_table(data.file)
        yield from table.sort_by([(name, "ascending") for name in columns]).to_batches(max_chunksize=ROWS)

    def _query(self, query: str, **data: Rows) -> Iterator[pa.RecordBatch]:
        """What DuckDB answers, some rows at a time; what it cannot hold in memory it puts beside our files."""
        try:
            import duckdb
        except ImportError:
            raise ExtraMissing("duckdb", "engines") from None
        with duckdb.connect() as connection:
            connection.execute(f"SET memory_limit = '{max(self.budget // 2, 64 << 20)}B'")
            connection.execute(f"SET temp_directory = '{self._folder}/duckdb'")
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("SET threads = 2")
            for name, rows in data.items():
                if rows.table is not None:
                    connection.register(name, rows.table)
                else:
                    connection.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{rows.file}')")
            reader: Iterator[pa.RecordBatch] = connection.sql(query).to_arrow_reader(ROWS)
            yield from reader


class _Part:
    """A Parquet file that is written a little at a time.

    Args:
        file: where it is.
        schema: of its rows.
    """

    def __init__(self, file: Path, schema: pa.Schema) -> None:
        self.file = file
        self._schema = schema
        self._held: list[pa.RecordBatch] = []
        self._size = 0
        self._writer: pq.ParquetWriter | None = None

    def add(self, batch: pa.RecordBatch, limit: int) -> None:
        """More rows; held back until they take more than `limit` bytes."""
        self._held.append(batch)
        self._size += batch.nbytes
        if self._size > limit:
            self._flush()

    def close(self) -> bool:
        """Write what is held back; whether there are any rows."""
        if self._held:
            self._flush()
        if self._writer is None:
            return False
        self._writer.close()
        return True

    def _flush(self) -> None:
        self._writer = self._writer or pq.ParquetWriter(self.file, self._schema, compression="lz4")
        self._writer.write_table(pa.Table.from_batches(self._held, self._schema).combine_chunks())
        self._held, self._size = [], 0


def _size(file: Path | None) -> int:
    """Bytes that the rows of a Parquet file take in memory, about."""
    metadata = pq.read_metadata(file)
    return sum(metadata.row_group(i).total_byte_size for i in range(metadata.num_row_groups))


def _quoted(name: str) -> str:
    return f'"{name}"'
