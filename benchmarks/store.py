"""What adding one article costs as a store grows.

    python -m benchmarks.store [CLAIMS ...]

The same hundred articles are added one by one, as they would arrive, to stores of each number of claims: what was
printed before them, little of it or much. Printed are processor time an article, without the parse (the articles are
synthetic.py's), in the mean, the median and the slowest; the part of it until the article is safe, the rest being the
telling of its story; and the size of the file. Time that is flat but for a logarithm means that a new article meets its
own days and words and nothing else.
"""

import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import mean, median

from benchmarks.synthetic import Prepared, articles
from factcheck import Article, Store

CLAIMS_PER_ARTICLE = 9.4
SINGLE = 100
AT_ONCE = 200  # articles that fill the store before their stories are told


def main(sizes: Sequence[int]) -> None:
    """Measure each size."""
    counts = [int(size / CLAIMS_PER_ARTICLE) for size in sizes]
    those = list(articles(max(counts) + SINGLE))
    before, single = those[:-SINGLE], those[-SINGLE:]
    for size, count in zip(sizes, counts, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "news.store")
            with Store(path, extractor=Prepared()) as store:
                waiting = iter(before[-count:])
                while some := list(islice(waiting, AT_ONCE)):
                    store.add(some)
                times = [measure(store, article) for article in single]
                whole = [told for _, told in times]
                print(
                    f"{size:>8} claims, {len(store) - SINGLE:>6} articles: {mean(whole):6.1f} ms an article"
                    f" (median {median(whole):.1f}, slowest {max(whole):.1f}), safe after"
                    f" {mean(safe for safe, _ in times):.1f}; file {path.stat().st_size >> 20} MiB",
                    flush=True,
                )


def measure(store: Store, article: Article) -> tuple[float, float]:
    """Milliseconds until an article is safe, and until its story is told."""
    safe = [0.0]
    begin = time.process_time()
    store.add([article], lambda _: safe.append(time.process_time()))
    return 1000 * (safe[-1] - begin), 1000 * (time.process_time() - begin)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1_000, 10_000, 100_000])
