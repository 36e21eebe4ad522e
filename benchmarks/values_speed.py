"""How fast quantities and times are read without a parse, beside libraries that do one of the two, in one run.

    python -m benchmarks.values_speed [--sentences N] [--few N] [FILE]

FILE has one text a line, or JSONL with `text`; without it the texts under seeds/ and examples/ are taken. quantulum3
(quantities) and dateparser (times, `search.search_dates`) are timed on the first sentences of the same list; they are
no dependencies of the project, and one that is missing is left out. To have them:

    pip install quantulum3 dateparser

All runs in one process on one core; what is counted is processor time, without loading tables and models.
"""

import argparse
import importlib
import json
import re
import time
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from factcheck.values import read_quantities, read_times

ROOT = Path(__file__).parent.parent
PUBLISHED = date(2022, 10, 17)


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


def read_all_times(sentence: str) -> object:
    """Times against a fixed article date."""
    return read_times(sentence, PUBLISHED)


def read_both(sentence: str) -> object:
    """Quantities and times together."""
    return read_quantities(sentence), read_times(sentence, PUBLISHED)


def peers() -> dict[str, Callable[[str], object] | None]:
    """What other libraries call a reader of sentences; None for one that is not installed."""
    return {"quantulum3 (quantities)": _quantulum3(), "dateparser (times)": _dateparser()}


def _quantulum3() -> Callable[[str], object] | None:
    """Its parser without the classifier of ambiguous units, which makes it faster and needs no model."""
    try:
        module = importlib.import_module("quantulum3.parser")
    except ImportError:
        return None
    importlib.import_module("quantulum3.classifier").USE_CLF = False
    read: Callable[[str], object] = module.parse
    return read


def _dateparser() -> Callable[[str], object] | None:
    """`search_dates` told language and date, which spares it most of the work."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return None
    settings = {"RELATIVE_BASE": datetime.combine(PUBLISHED, datetime.min.time())}
    return partial(search, languages=["en"], settings=settings)


def main() -> None:
    """Print sentences a second, one line a reader."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--sentences", type=int, default=5000, help="for this library (%(default)s)")
    parser.add_argument("--few", type=int, default=200, help="for the others, which take longer (%(default)s)")
    args = parser.parse_args()
    found = sentences_of(args.file)
    many = (found * (args.sentences // len(found) + 1))[: args.sentences]
    readers = {"quantities": read_quantities, "times": read_all_times, "quantities and times": read_both}
    for name, read in readers.items():
        print(f"{'factcheck: ' + name:34}{rate(read, many):10,.0f} sentences/s")
    for name, peer in peers().items():
        if peer is None:
            print(f"{name:34}  not installed")
            continue
        print(f"{name:34}{rate(peer, many[: args.few]):10,.0f} sentences/s")


if __name__ == "__main__":
    main()
