"""Results as Parquet: typed, the values of the CSV, in both engines, whole or not at all."""

from __future__ import annotations

import csv
import gc
import io
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.batch.command import as_csv, order, read, scancost

pytest.importorskip("pyarrow")

from pyarrow import parquet

from scancost.files.parquet import csv_then_parquet
from scancost.files.parquet_out import end_of_records
from tests.batch.test_parquet import ENGINES, IDS, OLD, as_lines, table
from tests.batch.test_worklist import COLUMNS as WITH_BALANCES
from tests.batch.test_worklist import knee


def as_texts(path: Path) -> list[list[str]]:
    """A table as the cells of a CSV, its heading first."""
    made = parquet.read_table(path)
    columns = [["" if value is None else str(value) for value in each.to_pylist()] for each in made]
    return [made.column_names, *(list(row) for row in zip(*columns, strict=True))]


def as_cells(path: Path) -> list[list[str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))


def odd_orders(count: int) -> list[dict[str, str]]:
    rows = [order(order_id=text, member_id=text) for text in IDS]
    rows += [knee("2026-05-20", "1000.00", "unknown", member_id="A"), order(allowed="x")]
    return rows + [order(member_id=f"M{at}", order_id=f'"{at}\n{at}"') for at in range(count)]


@pytest.mark.parametrize("engine", ENGINES)
def test_the_same_values_as_in_the_csv(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a row group ends: at a record's end, not at a line end within a name."""
    monkeypatch.setattr("scancost.files.parquet_out.GROUP", 5_000)
    monkeypatch.setattr("scancost.files.parquet_out.LONGEST", 2_000)
    (tmp_path / "orders.csv").write_bytes(as_lines(odd_orders(200), WITH_BALANCES))
    for output in ("r.csv", "r.parquet"):
        found = scancost("batch", "orders.csv", "-o", output, "--engine", engine, cwd=tmp_path)
        assert found.returncode == 1, found.stderr
    assert as_texts(tmp_path / "r.parquet") == as_cells(tmp_path / "r.csv")
    assert parquet.ParquetFile(tmp_path / "r.parquet").num_row_groups > 5
    assert len(read(tmp_path / "r.rejects.csv")) == 1  # beside r.parquet, under r.csv's name


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("rows", [[order(order_id="=7")], [order(allowed="x")], []])
def test_the_types_are_there_with_and_without_rows(
    rows: list[dict[str, str]], engine: str, tmp_path: Path
) -> None:
    (tmp_path / "orders.csv").write_text(as_csv(rows))
    scancost("batch", "orders.csv", "-o", "r.parquet", "--engine", engine, cwd=tmp_path)
    made = parquet.read_table(tmp_path / "r.parquet")
    types = {each.name: str(each.type) for each in made.schema}
    amounts = [name for name, kind in types.items() if kind == "decimal128(14, 2)"]
    assert amounts == made.column_names[9:25]
    assert (amounts[0], amounts[-1]) == ("billed", "at_stake")
    assert (types.pop("row"), types.pop("service_date")) == ("int64", "date32[day]")
    assert set(types.values()) == {"decimal128(14, 2)", "string"}
    assert made.num_rows == sum(row["allowed"] != "x" for row in rows)


def test_blank_amounts_are_null_and_blank_texts_are_texts(tmp_path: Path) -> None:
    """A $90 X-ray in the office: $40 copay, the plan pays $50; nothing is at stake."""
    (tmp_path / "orders.csv").write_text(as_csv([order(member_id="")]))
    assert scancost("batch", "orders.csv", "-o", "r.parquet", cwd=tmp_path).returncode == 0
    (row,) = parquet.read_table(tmp_path / "r.parquet").to_pylist()
    assert (str(row["patient_pays"]), str(row["plan_pays"])) == ("40.00", "50.00")
    assert (row["at_stake"], row["member_id"], row["row"]) == (None, "", 1)
    assert row["service_date"].isoformat() == "2026-03-02"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_in_and_out_lists_what_to_authorize(engine: str, tmp_path: Path) -> None:
    rows = [
        knee("2026-05-20", "1000.00", "unknown", order_id="a,b", member_id="A"),
        knee("2026-05-11", "1200.00", "missing", order_id="=x", member_id="B"),
        order(order_id="none needed", member_id="C"),
    ]
    (tmp_path / "orders.csv").write_text(as_csv(rows, WITH_BALANCES))
    table(tmp_path / "orders.parquet", rows)
    listed, said = {}, {}
    for kind in ("csv", "parquet"):
        options = ("-o", f"r.{kind}", "--worklist", f"{kind}.csv", "--engine", engine)
        found = scancost("batch", f"orders.{kind}", *options, cwd=tmp_path)
        assert found.returncode == 0, found.stderr
        listed[kind] = (tmp_path / f"{kind}.csv").read_bytes()
        said[kind] = found.stderr.replace(f"r.{kind}", "r").replace(f"{kind}.csv", "list")
    assert listed["parquet"] == listed["csv"]
    assert said["parquet"] == said["csv"]
    assert [row["order_id"] for row in read(tmp_path / "parquet.csv")] == ["'=x", "a,b"]


RECORDS = {
    b"1,a\n2,b\n": 8,
    b"1,a\n2,b": 4,
    b'1,"a\nb"\n2,"c\n': 8,
    b'1,"a""\n""b"\n2,"""\n': 12,
    b'1,"a\nb': 0,
    b"1,a": 0,
}


@pytest.mark.parametrize("text", RECORDS)
def test_a_record_ends_outside_quotation_marks(text: bytes) -> None:
    """Counted by hand: the marks before a line end are even where it ends a record."""
    assert end_of_records(bytearray(text), len(text)) == RECORDS[text]
    assert end_of_records(bytearray(text + b"9\n"), len(text)) == RECORDS[text]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-o", "r.csv.gz"), "results are not packed"),
        (("-o", "r.csv.zst"), "results are not packed"),
        (
            ("-o", "r.parquet", "--rejects", "bad.parquet"),
            "bad.parquet: this file is written as CSV",
        ),
        (("-o", "r.csv", "--balances-out", "met.xlsx"), "met.xlsx: this file is written as CSV"),
        (("-o", "r.csv", "--worklist", "list.gz"), "list.gz: this file is written as CSV"),
        (("-o", "r.parquet", "--memory", "500MB"), "at least 560MB"),
    ],
)
def test_a_name_that_promises_what_is_not_written_is_refused(
    options: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    (tmp_path / "orders.csv").write_text(as_csv([order()]))
    found = scancost("batch", "orders.csv", *options, cwd=tmp_path)
    assert found.returncode == 2
    assert said in found.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"orders.csv"}


# -- whole or not at all --------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = [order(member_id=f"M{at}", order_id=f"O{at * 7919}") for at in range(20_000)]
    (tmp_path / "orders.csv").write_text(as_csv(rows))
    (tmp_path / "r.parquet").write_bytes(OLD)
    return tmp_path


COMMAND = [sys.executable, "-m", "scancost", "batch", "orders.csv", "-o", "r.parquet"]


def is_undisturbed(folder: Path) -> bool:
    names = {path.name for path in folder.iterdir()}
    return names == {"orders.csv", "r.parquet"} and (folder / "r.parquet").read_bytes() == OLD


def test_a_full_disk_leaves_the_old_table_and_ends_with_4(folder: Path) -> None:
    def small_files_only() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    found = subprocess.run(
        COMMAND, cwd=folder, capture_output=True, preexec_fn=small_files_only, check=False
    )
    assert found.returncode == 4, found.stderr
    assert b"Traceback" not in found.stderr
    assert b"Exception ignored" not in found.stderr
    assert is_undisturbed(folder)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_interrupted_or_killed_the_old_table_stays(how: signal.Signals, folder: Path) -> None:
    run = subprocess.Popen(COMMAND, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while run.poll() is None and not list(folder.glob(".*.part")):
        time.sleep(0.005)  # it writes once there is a temporary file
    time.sleep(0.1)
    assert run.poll() is None
    run.send_signal(how)
    _, said = run.communicate()
    assert run.returncode == (-9 if how == signal.SIGKILL else 130)
    assert b"Traceback" not in said
    assert b"Exception ignored" not in said
    assert (folder / "r.parquet").read_bytes() == OLD
    assert how == signal.SIGKILL or is_undisturbed(folder)


def test_a_table_that_is_not_ended_is_let_go_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library would end it when it is collected, and print that the file is closed by then."""

    def half_written() -> None:
        with io.BytesIO() as file, csv_then_parquet("r.parquet", file, frozenset()) as table:
            table.write(b"row,order_id\n1,A\n")
            raise EOFError

    unraisable: list[Any] = []
    monkeypatch.setattr(sys, "unraisablehook", unraisable.append)
    with pytest.raises(EOFError):
        half_written()
    gc.collect()
    assert not unraisable


def test_trouble_while_a_row_group_is_packed_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails in the thread that packs ends the run, and nothing is left of it."""
    monkeypatch.setattr("scancost.files.parquet_out.GROUP", 50_000)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(parquet.ParquetWriter, "write_table", full)
    found = scancost("batch", "orders.csv", "-o", "r.parquet", cwd=folder)
    assert found.returncode == 4
    assert "No space left" in found.stderr
    assert is_undisturbed(folder)
