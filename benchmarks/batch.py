"""`scancost batch` measured against the floor of reading and writing, all variants in one run.

    python benchmarks/batch.py                               100,000 and 1,000,000 rows
    python benchmarks/batch.py --rows 100000 --rows 1000000 --rows 10000000 \\
        --leave-out interpreted-one-core@10000000            all of them, in about 105 minutes

Every variant is a process of its own, start-up included; the variants take turns; medians are
printed as a Markdown table. In a first round, which does not count, every variant's results are seen to
be the same bytes (with `--times-slow 1` that round is the one that counts for the slow variants).
"""

from __future__ import annotations

import argparse
import filecmp
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import orders as made

HERE = Path(__file__).resolve().parent
BATCH = (sys.executable, "-m", "scancost", "batch")


@dataclass
class Variant:
    """One way to do it; `command` makes files `results` from `orders`."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)
    is_on_one_core: bool = False
    times: int = 5
    walls: list[float] = field(default_factory=list)
    peaks: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Take its time, and the peak of resident memory of its processes (the largest of them)."""
        import psutil

        environment = {**os.environ, **self.environment}
        os.sync()  # what the one before left to the disk is not this one's to wait for
        started = time.perf_counter()
        process = subprocess.Popen(
            self.command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            preexec_fn=_take_one_core if self.is_on_one_core else None,
        )
        watched, peak = psutil.Process(process.pid), 0
        while process.poll() is None:
            try:
                peak = max(peak, watched.memory_info().rss)
            except psutil.Error:
                break
            time.sleep(0.02)
        code = process.wait()
        self.walls.append(time.perf_counter() - started)
        self.peaks.append(peak / 1e6)
        if code not in (0, 1):
            raise SystemExit(f"{self.name}: exit code {code}")


SLOW = ("interpreted", "interpreted-one-core", "itertuples")


def _take_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def variants(folder: Path, rows: int, leave_out: list[str]) -> list[Variant]:
    orders, skewed = str(folder / "orders.csv"), str(folder / "skewed.csv")
    peers = str(HERE / "peers.py")

    def batch(name: str, source: str, *options: str) -> Variant:
        return Variant(name, (*BATCH, source, "-o", str(folder / f"{name}.csv"), *options))

    every = [
        batch("compiled", orders, "--engine", "compiled"),
        batch("compiled-skewed", skewed, "--engine", "compiled"),
        batch("compiled-400MB", orders, "--engine", "compiled", "--memory", "400MB"),
        batch("compiled-one-core", orders, "--engine", "compiled"),
        batch("interpreted", orders, "--engine", "interpreted"),
        batch("interpreted-one-core", orders, "--engine", "interpreted"),
    ]
    for each in every:
        each.is_on_one_core = each.name.endswith("-one-core")
    like = str(folder / "compiled.csv")
    for name in ("floor", "itertuples"):
        command = (sys.executable, peers, name, orders, like, str(folder / f"{name}.csv"))
        every.append(Variant(name, command))
    return [
        each for each in every if not {each.name, f"{each.name}@{rows}"}.intersection(leave_out)
    ]


def verify(folder: Path, found: list[Variant]) -> None:
    """Run each once, to warm up, and see that all give the same bytes."""
    for each in found:
        each.run()
        if each.times > 1:
            each.walls.clear()
            each.peaks.clear()
    names = {each.name for each in found}
    for other in names - {"compiled", "compiled-skewed", "floor", "itertuples"}:
        for end in (".csv", ".rejects.csv"):
            one, two = folder / f"compiled{end}", folder / f"{other}{end}"
            if not filecmp.cmp(one, two, shallow=False):
                raise SystemExit(f"{two.name} differs from {one.name}")


def cold(folder: Path) -> float:
    """The first run of all: compiling, with an empty cache."""
    few = folder / "few.csv"
    made.write(few, 1_000, False)
    with tempfile.TemporaryDirectory() as cache:
        command = (*BATCH, str(few), "-o", str(folder / "cold.csv"), "--engine", "compiled")
        first = Variant("cold", command, {"SCANCOST_CACHE": cache})
        first.run()
    return first.walls[0]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rows", type=int, action="append")
    options.add_argument("--times", type=int, default=5)
    options.add_argument("--times-slow", type=int, help="the same for the slow variants")
    options.add_argument(
        "--leave-out", action="append", default=[], help="a variant, or variant@rows for one size"
    )
    options.add_argument("--folder", type=Path, default=None)
    chosen = options.parse_args()
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for rows in chosen.rows or [100_000, 1_000_000]:
        with tempfile.TemporaryDirectory(dir=chosen.folder) as name:
            measure(Path(name), rows, chosen)


def measure(folder: Path, rows: int, chosen: argparse.Namespace) -> None:
    print(f"\n{rows:,} rows; compiling for the first time: {cold(folder):.1f} s\n", flush=True)
    made.write(folder / "orders.csv", rows, False)
    if "compiled-skewed" not in chosen.leave_out:
        made.write(folder / "skewed.csv", rows, True)
    found = variants(folder, rows, chosen.leave_out)
    for each in found:
        each.times = (each.name in SLOW and chosen.times_slow) or chosen.times
    verify(folder, found)
    for turn in range(chosen.times):
        for each in found:
            if len(each.walls) <= turn < each.times:
                each.run()
    floor = next((statistics.median(each.walls) for each in found if each.name == "floor"), None)
    print("| variant | seconds | rows/s | peak MB | times the floor | runs |")
    print("|---|---:|---:|---:|---:|---:|")
    for each in found:
        wall = statistics.median(each.walls)
        ratio = f"{wall / floor:.2f}" if floor else ""
        peak = max(each.peaks)
        print(
            f"| {each.name} | {wall:.2f} | {rows / wall:,.0f} | {peak:,.0f} | {ratio} | {each.times} |"
        )
    sys.stdout.flush()


if __name__ == "__main__":
    main()
