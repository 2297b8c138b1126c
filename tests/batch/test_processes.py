"""Processes that help with the settling: in order, few results at a time, and one that dies is missed."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from scancost.engine import batch as engine
from scancost.engine import processes
from scancost.engine.processes import AHEAD, in_processes
from scancost.problems import HelperLost
from tests.batch.command import as_csv, batch, order

CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
pytestmark = pytest.mark.skipif(CORES < 2, reason="a single core settles alone")
LARGE = 300_000  # bytes: more than a line between processes holds at once


@pytest.fixture(autouse=True)
def _nobody_stays() -> Iterator[None]:
    """No helping process outlives what it helped with."""
    yield
    assert not multiprocessing.active_children()


def test_results_come_in_order_whoever_is_slow() -> None:
    def settle(number: int) -> tuple[int, int, bytes]:
        time.sleep(0.05 if number % 5 == 0 else 0)
        return number, os.getpid(), bytes(LARGE)

    found = list(in_processes(settle, 23))
    assert [number for number, _, _ in found] == list(range(23))
    assert len({process for _, process, _ in found} - {os.getpid()}) == CORES


def test_few_results_wait(tmp_path: Path) -> None:
    """While the first is not taken (or not done), no more are settled than can wait."""

    def settle(number: int) -> int:
        (tmp_path / str(number)).touch()
        return number

    with closing(in_processes(settle, 1_000)) as numbers:
        assert next(numbers) == 0
        time.sleep(0.3)
        assert len(list(tmp_path.iterdir())) <= AHEAD * CORES + 1
        assert next(numbers) == 1


def test_what_goes_wrong_in_one_is_raised_here() -> None:
    def settle(number: int) -> int:
        return 10 // (3 - number)

    numbers = in_processes(settle, 9)
    assert [next(numbers) for _ in range(3)] == [3, 5, 10]
    with pytest.raises(ZeroDivisionError):
        next(numbers)


@pytest.mark.parametrize("victim", [0, 3, 11])
def test_one_that_is_killed_is_missed(victim: int) -> None:
    def settle(number: int) -> int:
        if number == victim:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(HelperLost):
        list(in_processes(settle, 12))


def test_one_that_is_killed_half_way_through_an_answer_is_missed() -> None:
    """It waits to hand over a result that nobody takes yet."""
    pause = 0.2

    def settle(number: int) -> bytes:
        if number:
            time.sleep(pause)
        return bytes(10 * LARGE)

    numbers = in_processes(settle, 12)
    next(numbers)
    time.sleep(3 * pause)
    for each in multiprocessing.active_children():
        os.kill(each.pid or 0, signal.SIGKILL)
    with pytest.raises(HelperLost):
        list(numbers)


def test_where_none_can_start_the_run_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    with pytest.raises(HelperLost):
        list(in_processes(str, 3))


def test_an_interrupt_is_heard_while_they_work() -> None:
    """As the terminal sends it, to all of them: they leave it to the one that started them."""

    def settle(number: int) -> int:
        if number == 2:
            os.kill(os.getpid(), signal.SIGINT)
            os.kill(os.getppid(), signal.SIGINT)
            time.sleep(60)
        return number

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        list(in_processes(settle, 6))
    assert time.monotonic() - began < 30


def test_a_run_that_loses_one_keeps_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = engine.Batch.settle

    def settle(self: engine.Batch, lot: int) -> object:
        if multiprocessing.parent_process() is not None:
            os.kill(os.getpid(), signal.SIGKILL)
        return usual(self, lot)

    monkeypatch.setattr(engine, "WORTH_TWO", 1)
    monkeypatch.setattr(engine.Batch, "settle", settle)
    for name in ("results.csv", "results.rejects.csv"):
        (tmp_path / name).write_text("old")
    found = batch(tmp_path, as_csv([order()] * 10), "--engine", "interpreted")
    assert found.returncode == 4
    assert found.stderr == (
        "a process that helps with the settling could not start, or was ended; perhaps memory ran out. "
        "Nothing was written. Free some memory and run it again.\n"
    )
    names = {"orders.csv", "results.csv", "results.rejects.csv"}
    assert {path.name for path in tmp_path.iterdir()} == names
    assert (tmp_path / "results.csv").read_text() == "old"


def test_a_run_in_processes_gives_what_one_process_gives(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [order(member_id=f"M{at % 50}", allowed=f"{at}.00") for at in range(1, 300)]
    options = ("--engine", "interpreted")
    assert batch(tmp_path, as_csv(rows), *options).returncode == 0
    alone = (tmp_path / "results.csv").read_bytes()
    started = []
    usual = processes._Helpers.fork
    monkeypatch.setattr(
        processes._Helpers, "fork", lambda *given: started.append(1) or usual(*given)
    )
    monkeypatch.setattr(engine, "WORTH_TWO", 1)
    monkeypatch.setattr("scancost.cli.batch.partitions_for", lambda size: 7)
    assert batch(tmp_path, as_csv(rows), *options).returncode == 0
    assert (tmp_path / "results.csv").read_bytes() == alone
    assert len(started) == CORES


SLOW = """
import os, sys, time
from scancost.engine import batch as engine
usual = engine.Batch.settle
def settle(self, lot):
    time.sleep(60)
    return usual(self, lot)
engine.WORTH_TWO, engine.Batch.settle = 1, settle
from scancost.cli import main
main()
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="children are looked up in /proc")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_run_whose_helper_is_killed_from_outside_ends(
    how: signal.Signals, tmp_path: Path
) -> None:
    """As the kernel does when memory runs out."""
    (tmp_path / "orders.csv").write_text(as_csv([order()] * 10))
    (tmp_path / "results.csv").write_text("old")
    (tmp_path / "slow.py").write_text(SLOW)
    words = ("batch", "orders.csv", "-o", "results.csv", "--engine", "interpreted")
    command = [sys.executable, str(tmp_path / "slow.py"), *words]
    run = Popen(command, cwd=tmp_path, stderr=PIPE, encoding="utf-8")
    children: list[str] = []
    while run.poll() is None and not children:
        time.sleep(0.02)
        children = Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()
    os.kill(int(children[0]), how)
    _, trouble = run.communicate(timeout=30)
    assert run.returncode == 4, trouble
    assert trouble.startswith("a process that helps with the settling")
    assert trouble.count("\n") == 1
    assert (tmp_path / "results.csv").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"orders.csv", "results.csv", "slow.py"}
