"""What a reconciliation costs beside the parse alone, as ratios measured in one run.

    python -m benchmarks.speed [--articles N] [FOLDER]

1. `factcheck --help` beside `python -c pass`, and whether it imports spaCy.
2. The seeds, in fresh processes: everything, beside loading the pipeline and parsing the same text with it.
3. N articles (default 200): those of FOLDER (default examples/crawl; its subfolders, where it has any) retold with
   other names and rare words, reconciled in this process, beside parsing the same texts; and the peak memory at N/2
   and N.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.retelling import many
from factcheck import reconcile
from factcheck.extraction.parsing import load

ROOT = Path(__file__).parent.parent
LOAD_AND_PARSE = """
import pathlib
from factcheck.extraction.parsing import load
pipeline = load()
for path in sorted(pathlib.Path("seeds").iterdir()):
    pipeline(path.read_text(encoding="utf-8"))
"""
EVERYTHING = """
from factcheck import read_articles, reconcile
reconcile(read_articles("seeds")).to_json()
"""


def seconds(command: list[str], repeats: int = 5) -> float:
    """Median wall time of a command run in a fresh process."""
    times = []
    for _ in range(repeats):
        begin = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)


def measured(work: Callable[[], object]) -> float:
    """CPU seconds of a call in this process."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples/crawl")
    parser.add_argument("--articles", type=int, default=200)
    args = parser.parse_args()

    nothing = seconds([sys.executable, "-c", "pass"])
    usage = seconds([sys.executable, "-m", "factcheck", "--help"])
    print(f"factcheck --help: {usage:.2f} s (an empty Python process: {nothing:.2f} s)")

    alone = seconds([sys.executable, "-c", LOAD_AND_PARSE])
    whole = seconds([sys.executable, "-c", EVERYTHING])
    print(f"seeds, fresh process: {whole:.2f} s; load and parse alone {alone:.2f} s; ratio {whole / alone:.2f}")

    pipeline = load()
    for count in (args.articles // 2, args.articles):
        articles = many(args.folder, count)
        for article in articles[:3]:
            pipeline(article.text)
        parse = measured(lambda articles=articles: [pipeline(article.text) for article in articles])
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        all_of_it = measured(lambda articles=articles: reconcile(articles))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{count} articles: {all_of_it:.1f} s CPU; parse alone {parse:.1f} s; ratio {all_of_it / parse:.2f}; "
            f"peak memory {peak:.0f} MB ({peak - before:+.0f} MB)"
        )


if __name__ == "__main__":
    main()
