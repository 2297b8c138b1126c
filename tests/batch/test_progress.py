"""What a batch says of its progress: on a terminal, by stage, from none to all of the rows."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from scancost.engine.run import run
from tests.batch.command import as_csv, batch, order
from tests.columns.engines import job

ROWS = 45_000  # 20,000 are said at a time


def told(folder: Path, engine: str) -> dict[str, list[tuple[int, int | None, int | None]]]:
    """What was told, by stage in its order, of a file whose every third row is rejected."""
    rows = [
        order(member_id=f"m{row % 97}", allowed="90.005" if row % 3 == 0 else "90")
        for row in range(ROWS)
    ]
    found: dict[str, list[tuple[int, int | None, int | None]]] = {}

    def tell(stage: str, rows: int, position: int | None, of: int | None) -> None:
        found.setdefault(stage, []).append((rows, position, of))

    task = job(folder, as_csv(rows).encode())
    run(replace(task, engine=engine, options=replace(task.options, progress=tell)))
    return found


@pytest.mark.parametrize("engine", ["interpreted", "compiled"])
def test_every_stage_is_told_up_to_its_end(engine: str, tmp_path: Path) -> None:
    if engine == "compiled":
        pytest.importorskip("numba")
    found = told(tmp_path, engine)
    assert list(found) == ["reading", "settling", "writing"]
    for stage, said in found.items():
        assert [rows for rows, _, _ in said] == sorted(rows for rows, _, _ in said), stage
    size = (tmp_path / "orders.csv").stat().st_size
    assert all(0 <= (position or 0) <= size for _, position, _ in found["reading"])
    accepted = ROWS - ROWS // 3
    assert found["settling"][-1] == (accepted, accepted, accepted)
    rows, position, of = found["writing"][-1]
    assert 0 < rows == position <= (of or 0) <= ROWS


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="there are no pseudo-terminals here")
def test_a_terminal_sees_it_and_a_pipe_does_not(tmp_path: Path) -> None:
    text = as_csv([order(member_id=f"m{row}") for row in range(50)])
    piped = batch(tmp_path, text)
    assert "Settling" not in piped.stderr
    ours, theirs = os.openpty()
    command = (sys.executable, "-m", "scancost", "batch", "orders.csv", "-o", "again.csv")
    with subprocess.Popen(command, cwd=tmp_path, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        said = b""
        try:
            while data := os.read(ours, 4096):
                said += data
        except OSError:  # how Linux ends a terminal that nobody writes to any more
            pass
    os.close(ours)
    assert process.returncode == 0
    assert b"\rSettling: 50 rows" in said
    assert said.index(b"Settling") < said.index(b"Rows read")
    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "results.csv").read_bytes()
