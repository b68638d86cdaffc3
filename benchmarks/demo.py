"""The warm demo against an empty Prefect flow: `python -m benchmarks.demo [RUNS]`.

The two are run in turn, after one uncounted run of each; the ratio is taken pair by pair. The aim
is a median of 2 at most.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

AIM = 2.0
RUNS = 3


def seconds(command: Sequence[str], folder: Path) -> float:
    """Run a command to its end; answers how long it took by the clock."""
    began = time.monotonic()
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def main(runs: int) -> None:
    """Measure and print each pair, and the median ratio."""
    demo = [sys.executable, "-P", "-m", "flows.cli", "demo"]
    empty = [sys.executable, "-P", "-m", "benchmarks.empty_flow"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ratios = []
        for turn in range(runs + 1):
            took, least = seconds(demo, folder), seconds(empty, folder)
            if turn:
                ratios.append(took / least)
                print(f"demo {took:5.2f} s   empty flow {least:5.2f} s   ratio {took / least:.2f}")
    print(f"median ratio {statistics.median(ratios):.2f} (aim: at most {AIM:.0f})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
