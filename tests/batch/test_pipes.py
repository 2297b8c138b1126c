"""Orders from a pipe that has a name, as a shell makes one of `<(zcat orders.csv.gz)`: read once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from scancost.engine.batch import partitions_for
from scancost.engine.columns import is_installed
from scancost.files.sources import size_of
from tests.batch.command import as_csv, batch, order, read

ENGINES = ("interpreted", "compiled") if is_installed() else ("interpreted",)


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, which may not wait for a second reading."""
    return subprocess.run(
        [sys.executable, "-m", "scancost", *words],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=300,  # the loops may have to be compiled first
        check=False,
    )


@contextmanager
def pipe(folder: Path, text: str) -> Iterator[str]:
    """A pipe named `orders`, into which somebody writes once."""
    os.mkfifo(folder / "orders")
    writer = Thread(target=lambda: (folder / "orders").write_text(text), daemon=True)
    writer.start()
    yield "orders"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pipe_gives_what_the_file_gives(engine: str, tmp_path: Path) -> None:
    rows = [order(member_id=f"M{at % 7}", allowed=f"{at}.00") for at in range(1, 200)]
    assert batch(tmp_path, as_csv([*rows, order(allowed="x")])).returncode == 1
    with pipe(tmp_path, as_csv([*rows, order(allowed="x")])) as orders:
        found = run(tmp_path, "batch", orders, "-o", "piped.csv", "--engine", engine)
    assert found.returncode == 1, found.stderr
    for name, other in (("results", "piped"), ("results.rejects", "piped.rejects")):
        assert (tmp_path / f"{name}.csv").read_bytes() == (tmp_path / f"{other}.csv").read_bytes()


@pytest.mark.parametrize("engine", ENGINES)
def test_of_a_pipe_the_first_broken_policy_is_named(engine: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(f"policy: {name}\nnonsense: {name}\n", "utf-8")
    rows = [order(policy="two"), order(policy="one")]
    options = ("-o", "results.csv", "--policies", ".", "--engine", engine)
    with pipe(tmp_path, as_csv(rows)) as orders:
        found = run(tmp_path, "batch", orders, *options)
    assert found.returncode == 3
    assert "two.yaml:2:1: nonsense" in found.stderr
    assert "one.yaml" not in found.stderr
    assert not (tmp_path / "results.csv").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pipe_that_cannot_be_read_on_says_so(engine: str, tmp_path: Path) -> None:
    with pipe(tmp_path, as_csv([order()]) + '"never closed\n') as orders:
        found = run(tmp_path, "batch", orders, "-o", "results.csv", "--engine", engine)
    assert found.returncode == 3
    assert found.stderr.startswith("orders")
    assert "a quotation mark is not closed" in found.stderr


def test_nobody_knows_the_size_of_a_pipe(tmp_path: Path) -> None:
    """So there is room for a large file."""
    os.mkfifo(tmp_path / "orders.csv")
    os.mkfifo(tmp_path / "orders.parquet")
    assert size_of(str(tmp_path / "orders.csv")) is None
    assert size_of(str(tmp_path / "orders.parquet")) is None
    assert partitions_for(None) > 1


@pytest.mark.parametrize("name", ["orders", "-"])
def test_a_row_is_explained_from_a_file_only(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "orders")
    found = run(tmp_path, "estimate", name, "--row", "1")
    assert found.returncode == 3
    assert found.stderr.startswith("--row: ")
    assert "read twice" in found.stderr


def test_balances_may_come_from_a_pipe(tmp_path: Path) -> None:
    """The deductible of 1,500 is met but for 10: of an MRI of 1,000 the patient owes 10 and 20 % of 990."""
    row = order(
        service="mri_knee",
        member_id="A",
        allowed="1000",
        billed="3000",
        preauthorization="approved",
    )
    fields = (*row, "preauthorization")
    met = (
        "policy,benefit_year_from,tier,member_id,family_id,deductible_met,out_of_pocket_met,"
        "family_deductible_met,family_out_of_pocket_met\n"
        "example-ppo-2026,2026-01-01,in_network,A,,1490,1490,,\n"
    )
    (tmp_path / "orders.csv").write_text(as_csv([row], tuple(dict.fromkeys(fields))))
    with pipe(tmp_path, met) as balances:
        found = run(tmp_path, "batch", "orders.csv", "-o", "results.csv", "--balances", balances)
    assert found.returncode == 0, found.stderr
    assert read(tmp_path / "results.csv")[0]["patient_pays"] == "208.00"


@pytest.mark.parametrize("name", ["orders.xlsx", "orders.parquet"])
def test_a_table_of_another_kind_is_no_pipe(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / name)
    found = run(tmp_path, "batch", name, "-o", "results.csv")
    assert found.returncode == 3
    assert found.stderr.startswith(f"{name}: a workbook or a Parquet file")
