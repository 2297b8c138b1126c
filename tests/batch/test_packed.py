"""Orders packed by gzip or zstd are read as what they hold; damage is said, and changes nothing."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.batch.command import as_csv, order, scancost

pytest.importorskip("pyarrow")

import pyarrow

from scancost.files.sources import size_of
from tests.batch.test_parquet import ENGINES, results_of

ROWS = [order(order_id=f"O{at}", member_id="é" * (at % 7)) for at in range(3_000)]
TEXT = as_csv([*ROWS, order(order_id="a\nb"), order(allowed="12.345")]).encode()


def zstd(data: bytes) -> bytes:
    packed: bytes = pyarrow.Codec("zstd").compress(data, asbytes=True)
    return packed


PACKED = {
    "orders.csv.gz": gzip.compress(TEXT),
    "two parts.csv.gz": gzip.compress(TEXT[:999]) + gzip.compress(TEXT[999:]),
    "orders.csv.zst": zstd(TEXT),
    "two parts.csv.zst": zstd(TEXT[:999]) + zstd(TEXT[999:]),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", PACKED)
def test_a_packed_file_gives_what_the_csv_gives(name: str, engine: str, tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_bytes(TEXT)
    (tmp_path / name).write_bytes(PACKED[name])
    expected = results_of(tmp_path, "orders.csv", engine)
    assert (expected[0], expected[1].count(b"\n")) == (1, len(ROWS) + 3)
    assert results_of(tmp_path, name, engine) == expected


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("how", ["cut off", "no packed file", "changed", "followed by other bytes"])
@pytest.mark.parametrize("name", ["orders.csv.gz", "orders.csv.zst"])
def test_a_damaged_file_changes_nothing(name: str, how: str, engine: str, tmp_path: Path) -> None:
    packed = PACKED[name]
    middle = len(packed) // 2
    (tmp_path / name).write_bytes(
        {
            "cut off": packed[:-9],
            "no packed file": TEXT,
            "changed": packed[:middle] + bytes(50) + packed[middle + 50 :],
            "followed by other bytes": packed + b"other bytes",
        }[how]
    )
    (tmp_path / "r.csv").write_text("the old results\n")
    found = scancost("batch", name, "-o", "r.csv", "--engine", engine, cwd=tmp_path)
    assert found.returncode == 3, found.stderr
    assert found.stderr.startswith(f"{name}: ")
    assert how == "changed" or "the packed file is damaged or cut off" in found.stderr
    assert (tmp_path / "r.csv").read_text() == "the old results\n"
    assert {path.name for path in tmp_path.iterdir()} == {name, "r.csv"}


def test_without_a_library_for_zstd_it_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    (tmp_path / "orders.csv.zst").write_bytes(zstd(TEXT))
    monkeypatch.setattr("scancost.files.packed.import_module", missing)
    monkeypatch.setattr("scancost.files.packed.find_spec", lambda name: None)
    found = scancost("batch", "orders.csv.zst", "-o", "r.csv", cwd=tmp_path)
    assert found.returncode == 3
    assert "pip install 'scancost[fast]'" in found.stderr
    assert not (tmp_path / "r.csv").exists()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for name in ("orders.csv.gz", "orders.csv.zst", "orders.parquet"):
        found = scancost("batch", name, "-o", "r.csv", cwd=tmp_path)
        assert found.returncode == 4
        assert name in found.stderr


def test_what_is_packed_counts_as_five_times_its_size(tmp_path: Path) -> None:
    for name in ("orders.csv.gz", "orders.csv.zst"):
        (tmp_path / name).write_bytes(bytes(70))
        assert size_of(str(tmp_path / name)) == 350
