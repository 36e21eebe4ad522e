"""Thousands of articles, reconciled in one process: seconds and memory of each stage, beside the parse alone.

    python -m benchmarks.scale_articles [--articles N] [--most M] [FOLDER]

The articles are those of FOLDER (default examples/crawl; each of its subfolders is an event, where it has any), retold
as other events (`benchmarks/retelling.py`) until there are N. Of each event 2 to 10 outlets tell: those of FOLDER, and
others that print one of their articles, shortened and here and there with another number. With `--most` of more than
10 every event is told by exactly that many. The parse alone is that of every twentieth article, times twenty.
"""

import argparse
import resource
import sys
import time
from pathlib import Path

from benchmarks.retelling import MOST, told
from benchmarks.speed import ROOT, measured
from factcheck import reconcile
from factcheck.extraction.parsing import load

SHARE = 20  # of the articles, one is parsed alone


class Watch:
    """Notes when each stage begins, how much memory is in use then, and shows how far the work is."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}  # processor seconds
        self.peaks: dict[str, float] = {}  # megabytes, the highest so far when the stage was last heard of
        self._stage, self._since = "", time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """The callback of `reconcile`."""
        now = time.process_time()
        if self._stage:
            self.stages[self._stage] = self.stages.get(self._stage, 0.0) + now - self._since
            self.peaks[self._stage] = peak()
        self._stage, self._since = stage, now
        if sys.stderr.isatty():
            print(f"\r{stage} {done}/{total} ", end="", file=sys.stderr, flush=True)


def peak() -> float:
    """The most memory that this process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples/crawl")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--most", type=int, default=MOST)
    args = parser.parse_args()

    articles, pipeline, watch = told(args.folder, args.articles, args.most), load(), Watch()
    parse = SHARE * measured(lambda: [pipeline(article.text) for article in articles[::SHARE]])
    begin = time.process_time()
    results = reconcile(articles, progress=watch)
    whole = time.process_time() - begin
    watch("", 0, 0)
    found = f"{len(results.claims)} claims, {len(results.facts)} facts, {len(results.findings)} findings"
    stories = sorted((len(story.articles) for story in results.stories), reverse=True)
    print(f"{len(articles)} articles, {sum(len(a.text.split()) for a in articles)} words: {found}")
    print(f"{len(stories)} stories; articles in the largest: {stories[:5]}")
    for stage, seconds in watch.stages.items():
        print(f"{stage:12} {seconds:8.1f} s CPU; peak memory so far {watch.peaks[stage]:6.0f} MB")
    print(
        f"together     {whole:8.1f} s CPU; parse alone {parse:.1f} s; ratio {whole / parse:.2f}; peak {peak():.0f} MB"
    )


if __name__ == "__main__":
    main()
