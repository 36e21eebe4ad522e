"""What each function of the plan costs an article, and what goes between them: docs/scale.md counts with these figures.

    python -m benchmarks.engine_costs [ARTICLES]

Runs the plan over synthetic.py's articles on the local engine and prints for each function processor time and bytes, an
article: of the rows that it is given, which a cluster shuffles where they are grouped, and of those that it makes. Last
is what a pair costs in a block that is full, where each article is held against the thousand before it.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any

import pyarrow as pa

from benchmarks.synthetic import Prepared, articles
from factcheck.config import Settings, Stories
from factcheck.engines import plan
from factcheck.engines.local import Local, Rows
from factcheck.engines.primitives import Grouper, Mapper
from factcheck.stories import pairs_in_block, sketch

BLOCK = 3000  # articles in one block


class Measured(Local):
    """The local engine, which notes what each function takes."""

    def __init__(self) -> None:
        super().__init__()
        self.seconds: dict[str, float] = defaultdict(float)
        self.given: dict[str, int] = defaultdict(int)
        self.made: dict[str, int] = defaultdict(int)

    def map(self, data: Rows, function: Mapper, schema: pa.Schema) -> Rows:
        """As of the local engine."""
        return super().map(data, self._noted(function), schema)

    def group(
        self, data: Rows, key: str, order: Sequence[str], function: Grouper, schema: pa.Schema, overlap: int = 0
    ) -> Rows:
        """As of the local engine."""
        return super().group(data, key, order, self._noted(function), schema, overlap)

    def _noted(self, function: Any) -> Any:
        name = (function.func if isinstance(function, partial) else function).__name__

        def noted(table: pa.Table, *more: int) -> pa.Table:
            begin = time.process_time()
            made = function(table, *more)
            self.seconds[name] += time.process_time() - begin
            self.given[name] += table.nbytes
            self.made[name] += made.nbytes
            return made

        return noted


def main(count: int) -> None:
    """Measure and print."""
    those = list(articles(count))
    with Measured() as engine:
        told = plan.run(engine, engine.load(plan.pack_articles(those)), Settings(), Prepared())
        stories = len(engine.collect(told.chapters))
        print(f"{count} articles, {stories} stories{'':14} ms an article  bytes given   bytes made")
        for name, seconds in engine.seconds.items():
            if not name.startswith("_"):
                sizes = f"{engine.given[name] / count:12,.0f} {engine.made[name] / count:12,.0f}"
                print(f"{name:36} {1000 * seconds / count:14.2f} {sizes}")
    print(f"{1e6 * pair_cost():.1f} microseconds a pair in a full block")


def pair_cost() -> float:
    """Processor seconds a pair of one block of which every article meets the whole window before it."""
    sketches = [sketch(each.document) for each in Prepared().extract(list(articles(BLOCK)))]
    numbers = Stories()
    begin = time.process_time()
    for _ in pairs_in_block(sketches, numbers, numbers.window):
        pass
    return (time.process_time() - begin) / ((BLOCK - numbers.window) * numbers.window)


if __name__ == "__main__":
    main(*[int(each) for each in sys.argv[1:]] or [1000])
