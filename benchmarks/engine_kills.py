"""Executors killed in the middle of a run: the result stays the same.

    python -m benchmarks.engine_kills [CLAIMS] [KILLS]

Runs the plan on local-cluster[2,1,1024] (two executors, processes of their own) over synthetic.py's articles, kills one
executor with SIGKILL several times while it works, and holds the result against that of the local engine.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from benchmarks.engines import run
from factcheck.engines.local import Local
from factcheck.engines.spark import SETTINGS, Spark

PAUSE = 6.0  # seconds between two kills: an executor needs some to come back and begin to work
START = "CoarseGrainedExecutorBackend"


def executors() -> list[int]:
    """The processes of the executors that this process started, by way of Spark's worker."""
    found = subprocess.run(["ps", "-eo", "pid,ppid,args"], stdout=subprocess.PIPE, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in found.splitlines()[1:]]
    parents = {int(pid): int(parent) for pid, parent, _ in rows}

    def is_ours(pid: int) -> bool:
        while pid > 1:
            if pid == os.getpid():
                return True
            pid = parents.get(pid, 0)
        return False

    return [int(pid) for pid, _, command in rows if START in command and "java" in command and is_ours(int(pid))]


def kill(count: int, done: threading.Event, killed: list[int]) -> None:
    """Kill an executor now and then while the run goes on."""
    while len(killed) < count and not done.wait(PAUSE):
        alive = executors()
        if alive:
            os.kill(alive[len(killed) % len(alive)], signal.SIGKILL)
            killed.append(alive[len(killed) % len(alive)])
            print(f"killed executor {killed[-1]} at {time.strftime('%X')}", flush=True)


def main(claims: int, kills: int) -> None:
    """Run with kills and without."""
    from pyspark.sql import SparkSession

    os.environ["PYTHONPATH"] = str(Path.cwd())
    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("kills")
    for name, value in {**SETTINGS, "spark.task.maxFailures": "20", "spark.deploy.maxExecutorRetries": "-1"}.items():
        builder = builder.config(name, value)
    with Local() as engine:
        expected = run(engine, claims)["hash"]
    session = builder.getOrCreate()
    done, killed = threading.Event(), list[int]()
    killer = threading.Thread(target=kill, args=(kills, done, killed))
    with Spark(session, partitions=12) as engine:
        killer.start()
        found = run(engine, claims)["hash"]
        done.set()
        killer.join()
    session.stop()
    print(f"{len(killed)} executors killed; {found} {'equals' if found == expected else 'differs from'} {expected}")
    sys.exit(found != expected or len(killed) < kills)


if __name__ == "__main__":
    main(*[int(each) for each in (*sys.argv[1:], *("5000", "3")[len(sys.argv) - 1 :])])
