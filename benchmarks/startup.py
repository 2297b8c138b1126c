"""How long one estimate takes, against importing the libraries it is built on.

Interleaved runs of both; prints their medians and the median of the ratios of each pair of neighbours,
which a machine that slows down half way does not touch. Run from the checkout:
`python benchmarks/startup.py [RUNS]`.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOOR = "import typer, yaml, rich.console, rich.table; from pydantic import BaseModel"
COMMANDS = {
    "the libraries alone": [sys.executable, "-c", FLOOR],
    "scancost estimate": [
        *(sys.executable, "-m", "scancost", "estimate"),
        str(ROOT / "examples" / "knee-mri.yaml"),
    ],
}


def seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - started


def main(runs: int) -> None:
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for run in range(runs + 1):
        for name, command in COMMANDS.items():
            elapsed = seconds(command)
            if run:  # the first of each warms the disk
                taken[name].append(elapsed)
    for name, each in taken.items():
        print(f"{name:<22}{statistics.median(each) * 1000:8.0f} ms")
    floor, ours = taken.values()
    print(f"ratio {statistics.median(b / a for a, b in zip(floor, ours, strict=True)):.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 31)
