"""What a process and all that it starts take, waited for or not (Spark and its workers are not); Linux only."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import frozen

EVERY = 0.25  # seconds between two looks; what a process does after the last one is not counted
TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")


@frozen
class Taken:
    """What some processes took.

    Attributes:
        output: what the first of them printed.
        cpu: processor seconds of all.
        peak: the most memory that all of them held at one time, in MiB; pages that they share count for each.
    """

    output: str
    cpu: float
    peak: int


def watched(command: Sequence[str]) -> Taken:
    """Run a command and look again and again at it and its descendants."""
    seconds: dict[tuple[int, int], float] = {}  # by process and its start, since numbers come again
    peak = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        while process.poll() is None:
            held = 0
            for pid, start, spent, memory in _descendants(process.pid):
                seconds[pid, start] = spent
                held += memory
            peak = max(peak, held)
            time.sleep(EVERY)
        output = process.stdout.read() if process.stdout else ""
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Taken(output, sum(seconds.values()), peak >> 20)


def _descendants(root: int) -> Iterator[tuple[int, int, float, int]]:
    """Of a process and all below it: number, start, processor seconds, bytes of memory."""
    states = {int(path.name): state for path in Path("/proc").glob("[0-9]*") if (state := _state(path))}
    family = {root}
    for pid in sorted(states, key=lambda each: states[each][1]):  # parents start before their children
        parent, start, spent, memory = states[pid]
        if pid == root or parent in family:
            family.add(pid)
            yield pid, start, spent, memory


def _state(path: Path) -> tuple[int, int, float, int] | None:
    """Parent, start, seconds and memory of a process; None for one that has ended meanwhile."""
    try:
        fields = (path / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    parent, user, system, start, pages = (int(fields[place]) for place in (1, 11, 12, 19, 21))
    return parent, start, (user + system) / TICKS, pages * PAGE
