"""How fast quantities and times are read without a parse, beside libraries that do one of the two, in one run.

    python -m benchmarks.speed_values [--sentences N] [FILE]

FILE has one text a line, or JSONL with `text`; without it the texts under seeds/ and examples/ are taken. quantulum3
and dateparser are timed on the first sentences of the same list where they are installed; they take too long for all.
"""

import argparse
import importlib
import json
import re
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from factcheck.values import read_quantities, read_times

ROOT = Path(__file__).parent.parent
OTHERS = {"quantulum3": ("quantulum3.parser", "parse"), "dateparser": ("dateparser.search", "search_dates")}
FEW = 100  # sentences for the slow ones


def sentences_of(path: Path | None) -> list[str]:
    """The sentences of the texts, split at full stops."""
    if path is None:
        texts = [file.read_text(encoding="utf-8") for file in sorted((ROOT / "seeds").iterdir())]
        texts += [file.read_text(encoding="utf-8") for file in sorted((ROOT / "examples").glob("**/*.jsonl"))]
    else:
        lines = path.read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] if path.suffix == ".jsonl" else line for line in lines if line.strip()]
    return [part.strip() for text in texts for part in re.split(r"(?<=[.!?”])\s+|\n+", text) if part.strip()]


def rate(read: Callable[[str], object], sentences: list[str]) -> float:
    """Sentences a second of processor time."""
    read(sentences[0])  # tables and patterns are loaded once
    begin = time.process_time()
    for sentence in sentences:
        read(sentence)
    return len(sentences) / max(time.process_time() - begin, 1e-9)


def read_both(sentence: str) -> object:
    """Quantities and times together."""
    return read_quantities(sentence), read_times(sentence, date(2022, 10, 17))


def main() -> None:
    """Print sentences a second, one line a reader."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--sentences", type=int, default=5000)
    args = parser.parse_args()
    found = sentences_of(args.file)
    many = (found * (args.sentences // len(found) + 1))[: args.sentences]
    print(f"{'quantities':24}{rate(read_quantities, many):10,.0f} sentences/s")
    print(f"{'quantities and times':24}{rate(read_both, many):10,.0f} sentences/s")
    for name, (module, function) in OTHERS.items():
        try:
            read = getattr(importlib.import_module(module), function)
        except ImportError:
            print(f"{name:24}  not installed")
            continue
        print(f"{name:24}{rate(read, many[:FEW]):10,.0f} sentences/s")


if __name__ == "__main__":
    main()
