"""What extraction costs beside the parse, in one run.

    python -m benchmarks.extraction_speed [--articles N] [FOLDER]

1. N articles (default 60): those of FOLDER (default examples/crawl) repeated with changed names, as documents of
   about 800 words; CPU seconds of the parse alone, of extraction without the parse, and of both together.
2. Ten times as many, with one process and with two (`Settings.workers`): wall time, and whether both give the same.
"""

import argparse
import time
from collections import deque
from pathlib import Path

import attrs

from benchmarks.retelling import many
from benchmarks.speed import ROOT, measured
from factcheck import Article
from factcheck.config import Settings
from factcheck.extraction import extract, read_claims
from factcheck.extraction.document import outline, read_documents
from factcheck.extraction.parsing import load

WORDS = 800


def sized(articles: list[Article]) -> list[Article]:
    """The articles made into about 800 words each: short ones are joined, long ones cut at a paragraph."""
    found: list[Article] = []
    text = ""
    for article in articles:
        for paragraph in article.text.split("\n"):
            text = f"{text}\n{paragraph}" if text else paragraph
            if len(text.split()) >= WORDS:
                found.append(attrs.evolve(article, id=f"d{len(found)}", text=text))
                text = ""
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "examples/crawl")
    parser.add_argument("--articles", type=int, default=60)
    args = parser.parse_args()

    settings, pipeline = Settings(), load()
    articles = sized(many(args.folder, 4 * args.articles))[: args.articles]
    documents = list(read_documents(articles, settings))
    for document in documents[:3]:
        read_claims(document)
    texts = [reading.text for document in outline(articles) for reading in document.readings.values()]
    parse = measured(lambda: deque(pipeline.pipe(texts, batch_size=64), maxlen=0))
    own = measured(lambda: (outline(articles), [read_claims(document) for document in documents]))
    both = measured(lambda: extract(articles, settings))
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    print(
        f"{len(articles)} documents of {words:.0f} words: parse alone {parse:.2f} s, extraction without the parse "
        f"{own:.2f} s ({len(articles) / own:.0f} documents a second), both {both:.2f} s ({both / parse - 1:+.0%})"
    )
    large = [attrs.evolve(a, id=f"{a.id}-{n}") for n in range(10) for a in articles]
    found = []
    for workers in (1, 2):
        begin = time.perf_counter()
        found.append(extract(large, Settings(workers=workers)))
        print(f"{len(large)} documents, processes: {workers}; {time.perf_counter() - begin:.1f} s")
    same = [(e.claims, e.mentions) for e in found[0]] == [(e.claims, e.mentions) for e in found[1]]
    print(f"same output: {same}")


if __name__ == "__main__":
    main()
