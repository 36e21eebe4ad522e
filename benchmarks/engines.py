"""What the engines cost at growing numbers of claims, and whether they find the same.

    python -m benchmarks.engines [--engines local,spark] [--budget MIB] [CLAIMS ...]

Each run is a process of its own over synthetic.py's articles (no parse). Printed are processor seconds and peak memory,
the processes of Spark included, seconds, the exponent between two sizes, and a hash of all facts and findings, which
must be the same for both engines.
"""

import argparse
import hashlib
import json
import math
import os
import sys
import time
from pathlib import Path

from benchmarks.processes import watched
from benchmarks.synthetic import Prepared, articles
from factcheck.config import Settings
from factcheck.engines import plan
from factcheck.engines.local import BUDGET, Local
from factcheck.engines.primitives import Engine
from factcheck.engines.spark import Spark

CLAIMS_PER_ARTICLE = 9.4


def run(engine: Engine, claims: int) -> dict[str, object]:
    """One run, in this process."""
    given = engine.load(plan.pack_articles(list(articles(int(claims / CLAIMS_PER_ARTICLE)))))
    begin = time.perf_counter()
    told = plan.run(engine, given, Settings(), Prepared())
    table = engine.collect(engine.map(told.chapters, plan.select("story", "findings", "facts"), plan.OUTCOMES))
    seconds = time.perf_counter() - begin
    rows = sorted(zip(*(column.to_pylist() for column in table.columns), strict=True))
    digest = hashlib.sha256(b"".join(story.encode() + findings + facts for story, findings, facts in rows))
    return {"seconds": seconds, "stories": len(rows), "hash": digest.hexdigest()[:16]}


def measure(name: str, claims: int, budget: int) -> dict[str, object]:
    """One run in a process of its own, with what it and its own processes took."""
    command = [sys.executable, "-m", "benchmarks.engines", "--one", name, "--budget", str(budget >> 20), str(claims)]
    os.environ["PYTHONPATH"] = str(Path.cwd())  # for the workers of Spark
    taken = watched(command)
    return {**json.loads(taken.output.splitlines()[-1]), "cpu": taken.cpu, "peak": taken.peak}


def main() -> None:
    """Measure every engine at every size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--engines", default="local,spark")
    parser.add_argument("--budget", type=int, default=BUDGET >> 20, help="MiB for the tables of the local engine")
    parser.add_argument("--one", choices=("local", "spark"))
    parser.add_argument("claims", type=int, nargs="*", default=[50_000, 200_000])
    given = parser.parse_args()
    if given.one:
        with Local(given.budget << 20) if given.one == "local" else Spark(master="local[2]") as engine:
            found = run(engine, given.claims[0])
        print(json.dumps(found))
        return
    for name in given.engines.split(","):
        last: tuple[int, float] | None = None
        for claims in given.claims:
            found = measure(name, claims, given.budget << 20)
            cpu = float(str(found["cpu"]))
            exponent = math.log(cpu / last[1]) / math.log(claims / last[0]) if last else math.nan
            last = claims, cpu
            print(
                f"{name:>6} {claims:>8} claims: {cpu:7.1f} CPU s, {found['seconds']:7.1f} s, {found['peak']} MiB,"
                f" exponent {exponent:.2f}, {found['stories']} stories, hash {found['hash']}",
                flush=True,
            )


if __name__ == "__main__":
    main()
