"""Answer a benchmark's task with what the library runs for its users.

    python -m benchmarks.predict TASK INPUT OUTPUT

INPUT is a JSONL file (a folder of JSON articles for `reconcile`), OUTPUT a JSONL file (one JSON file for `reconcile`).
Each task has a thin adapter, `benchmarks/predict_<task>.py`, with one function `predict`.
"""

import argparse
import importlib
import json
from pathlib import Path
from typing import Any

TASKS = ("attribution", "name", "origin", "quantity", "reconcile", "same", "time", "verdict")


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Read, predict, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    predict = importlib.import_module(f"benchmarks.predict_{args.task}").predict
    if args.task == "reconcile":
        args.output.write_text(predict(args.input), encoding="utf-8")
        return
    rows = predict(read_rows(args.input))
    args.output.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
