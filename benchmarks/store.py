"""What adding one article costs as a store grows.

    python -m benchmarks.store [CLAIMS ...]

Fills one store up to each number of claims in turn, then adds a hundred articles one by one, as they would arrive, and
prints processor time an article, without the parse (the articles are synthetic.py's): in the mean, the median and the
slowest; also the size of the file. Time that is flat but for a logarithm means that a new article meets its own days
and words and nothing else.
"""

import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from statistics import mean, median

from benchmarks.synthetic import Prepared, articles
from factcheck import Store

CLAIMS_PER_ARTICLE = 9.4
SINGLE = 100
AT_ONCE = 200  # articles that fill the store before their stories are told


def main(sizes: list[int]) -> None:
    """Measure each size."""
    source = articles(int(max(sizes) / CLAIMS_PER_ARTICLE) + (len(sizes) + 1) * SINGLE)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "news.store")
        with Store(path, extractor=Prepared()) as store:
            for size in sizes:
                while some := list(islice(source, min(AT_ONCE, int(size / CLAIMS_PER_ARTICLE) - len(store)))):
                    store.add(some)
                times = []
                for article in islice(source, SINGLE):
                    begin = time.process_time()
                    store.add([article])
                    times.append(1000 * (time.process_time() - begin))
                print(
                    f"{size:>8} claims, {len(store):>6} articles: {mean(times):6.1f} ms an article"
                    f" (median {median(times):.1f}, slowest {max(times):.1f}); file {path.stat().st_size >> 20} MiB",
                    flush=True,
                )


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000])
