"""What an engine can do: a handful of primitives over tables of columns, with functions that know of no engine.

A dataset is rows of columns, wherever they lie; only its engine looks inside. Functions take Arrow tables and give
Arrow tables, depend on nothing else, and can be run again at any time: so a cluster survives the loss of a machine.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Protocol

import pyarrow as pa
import pyarrow.compute as pc

Mapper = Callable[[pa.Table], pa.Table]
# A whole group and 0, or a stretch of a large one and the number of rows that only stand before it.
Grouper = Callable[[pa.Table, int], pa.Table]
Dataset = Any
STRETCH = 4096  # rows of a group at a time, where a function can do with a window of it
GATHERED = 256  # groups whose results are handed on together


class Engine(Protocol):
    """Somewhere to run the plan."""

    name: str

    def read(self, path: str) -> Dataset:
        """The rows of a Parquet file or folder."""
        ...

    def load(self, table: pa.Table) -> Dataset:
        """The rows of a table."""
        ...

    def map(self, data: Dataset, function: Mapper, schema: pa.Schema) -> Dataset:
        """The function applied to some rows at a time; how many is the engine's affair."""
        ...

    def group(
        self, data: Dataset, key: str, order: Sequence[str], function: Grouper, schema: pa.Schema, overlap: int = 0
    ) -> Dataset:
        """The function applied to all rows of one key, in order; with an overlap, to stretches of them.

        Args:
            data: the rows.
            key: the column whose equal values make a group.
            order: the columns that a group is sorted by.
            function: what to apply.
            schema: the columns of its result.
            overlap: 0, or how many rows before it a stretch of a large group needs to be given.
        """
        ...

    def join(self, left: Dataset, right: Dataset, key: str) -> Dataset:
        """Every row of one with every row of the other that has the same key."""
        ...

    def distinct(self, data: Dataset) -> Dataset:
        """Each row once."""
        ...

    def persist(self, data: Dataset) -> Dataset:
        """The same rows, made once although they are used several times."""
        ...

    def collect(self, data: Dataset) -> pa.Table:
        """All rows, here."""
        ...

    def write(self, data: Dataset, path: str) -> None:
        """All rows as a folder of Parquet files, which is there whole or not at all."""
        ...


def apply_to_groups(
    batches: Iterator[pa.RecordBatch], key: str, function: Grouper, schema: pa.Schema, overlap: int = 0
) -> Iterator[pa.RecordBatch]:
    """A grouped map over batches that are sorted by key and order."""
    made: list[pa.Table] = []
    for group, fresh in _groups(batches, key, overlap):
        made.append(function(group, fresh))
        if len(made) >= GATHERED:
            yield from pa.concat_tables(made).combine_chunks().to_batches()
            made = []
    if made:
        yield from pa.concat_tables(made).combine_chunks().to_batches()


def _groups(batches: Iterator[pa.RecordBatch], key: str, overlap: int) -> Iterator[tuple[pa.Table, int]]:
    """Each group, or its stretches, with the number of rows that were given before."""
    waiting: list[pa.Table] = []
    fresh, current = 0, None
    for batch in batches:
        start = 0
        runs = pc.run_end_encode(batch.column(key))
        for value, end in zip(runs.values.to_pylist(), runs.run_ends.to_pylist(), strict=True):
            if waiting and value != current:
                yield pa.concat_tables(waiting), fresh
                waiting, fresh = [], 0
            current = value
            waiting.append(pa.Table.from_batches([batch.slice(start, end - start)]))
            start = end
            size = sum(len(part) for part in waiting)
            if overlap and size - fresh >= STRETCH:
                stretch = pa.concat_tables(waiting)
                yield stretch, fresh
                waiting, fresh = [stretch.slice(max(0, size - overlap))], min(size, overlap)
    if waiting:
        yield pa.concat_tables(waiting), fresh
