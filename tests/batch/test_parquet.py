"""Parquet in gives what the equal CSV gives, byte for byte, in both engines; what it cannot, it says."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from tests.batch.command import FIELDS, as_csv, order, read, scancost

pytest.importorskip("pyarrow")

import pyarrow
from pyarrow import parquet

from scancost.files.sources import size_of

OLD = b"the old results\n"
ENGINES = [
    "interpreted",
    pytest.param("compiled", marks=pytest.mark.skipif(find_spec("numba") is None, reason="numba")),
]


def table(path: Path, rows: list[dict[str, Any]], **options: Any) -> None:
    """A Parquet file of these rows under the usual columns, and of others they have."""
    names = dict.fromkeys([*FIELDS, *(name for row in rows for name in row)])
    columns = {name: [row.get(name) for row in rows] for name in names}
    parquet.write_table(pyarrow.table(columns), path, **options)


def as_lines(rows: list[dict[str, str]], fields: tuple[str, ...] = FIELDS) -> bytes:
    """The rows as a CSV in which every value that holds a line end, of any kind, is quoted."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fields, restval="", quoting=csv.QUOTE_ALL)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def results_of(folder: Path, orders: str, engine: str, *options: str) -> tuple[int, bytes, bytes]:
    """What a batch of this file comes to: the exit code, the results and the rejects."""
    found = scancost("batch", orders, "-o", "r.csv", "--engine", engine, *options, cwd=folder)
    assert found.returncode in (0, 1), found.stderr
    return (
        found.returncode,
        (folder / "r.csv").read_bytes(),
        (folder / "r.rejects.csv").read_bytes(),
    )


IDS = [
    *("a,b", 'say "A"', "two\nlines", "a\r\nb", "a\rb", '"', '""', ",", "é", "中文", "0007", "00"),
    *("=1+1", "-1", " a ", "\ttab", "'=x", "x" * 500, "NULL", "null", "None", "nan", "NA", "1e5"),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_texts_give_what_the_csv_gives(engine: str, tmp_path: Path) -> None:
    rows = [order(order_id=text, member_id=text, family_id="F") for text in IDS]
    rows += [order(allowed=text) for text in ("$1,250.00", "1,250.5", "12.345", "12.500", "x", "")]
    rows += [order(service_date="2026-02-29"), order(policy="nobody"), order(), {}]
    (tmp_path / "orders.csv").write_bytes(as_lines(rows))
    table(tmp_path / "orders.parquet", rows)
    expected = results_of(tmp_path, "orders.csv", engine)
    assert results_of(tmp_path, "orders.parquet", engine) == expected
    assert expected[1].count(b"\n") > len(IDS)
    assert b"two decimals" in expected[2]


TYPED = [*FIELDS, "emergency", "place_of_service", "deductible_met"]


@pytest.mark.parametrize("engine", ENGINES)
def test_typed_columns_give_what_the_csv_gives(engine: str, tmp_path: Path) -> None:
    """Days, amounts, counts, truth and repeated texts as a database writes them; a blank is none."""
    plain = {"emergency": "false", "place_of_service": "22", "site": "", "deductible_met": "100.0"}
    row = order(member_id="170370", order_id="A", **plain)
    other = order(member_id="170371", emergency="true", place_of_service="23", site="")
    (tmp_path / "orders.csv").write_text(as_csv([row, other], tuple(TYPED)))
    columns = {name: [row.get(name), other.get(name)] for name in TYPED}
    typed = {
        **columns,
        "policy": pyarrow.array(columns["policy"]).dictionary_encode(),
        "service_date": pyarrow.array([date(2026, 3, 2), date(2026, 3, 2)]),
        "billed": pyarrow.array([Decimal("200.00")] * 2, pyarrow.decimal128(12, 2)),
        "allowed": pyarrow.array([Decimal("90.00")] * 2, pyarrow.decimal128(9, 2)),
        "member_id": pyarrow.array([170370, 170371]),
        "emergency": pyarrow.array([False, True]),
        "place_of_service": pyarrow.array([22, 23], pyarrow.int8()),
        "deductible_met": pyarrow.array([100.0, None]),
    }
    parquet.write_table(pyarrow.table(typed), tmp_path / "orders.parquet")
    expected = results_of(tmp_path, "orders.csv", engine)
    assert expected[0] == 0
    assert results_of(tmp_path, "orders.parquet", engine) == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_third_decimals_and_times_of_day_are_rejected(engine: str, tmp_path: Path) -> None:
    """12.500 is rejected from a Parquet file as it is from a CSV; 90.5 has one decimal and is not."""
    sound = order(allowed="1")
    for name, array in {
        "exact": pyarrow.array([Decimal("12.500"), None], pyarrow.decimal128(12, 3)),
        "float": pyarrow.array([90.005, 90.5]),
    }.items():
        columns = {field: [sound.get(field)] * 2 for field in FIELDS} | {"allowed": array}
        parquet.write_table(pyarrow.table(columns), tmp_path / f"{name}.parquet")
        results_of(tmp_path, f"{name}.parquet", engine)
        rejects = read(tmp_path / "r.rejects.csv")
        assert (rejects[0]["row"], rejects[0]["column"]) == ("1", "allowed")
        assert "two decimals" in rejects[0]["problem"]
        assert [row["row"] for row in rejects] == (["1", "2"] if name == "exact" else ["1"])
    days = pyarrow.array([datetime(2026, 3, 2, 8), datetime(2026, 3, 2)])
    columns = {field: [sound.get(field)] * 2 for field in FIELDS} | {"service_date": days}
    parquet.write_table(pyarrow.table(columns), tmp_path / "days.parquet")
    results_of(tmp_path, "days.parquet", engine)
    assert [(row["row"], row["column"]) for row in read(tmp_path / "r.rejects.csv")] == [
        ("1", "service_date")
    ]


@pytest.mark.parametrize("engine", ENGINES)
def test_many_batches_and_row_groups(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches that need no quotation marks beside batches that do; rows in the file's order."""
    monkeypatch.setattr("scancost.files.parquet.ROWS", 7)
    ids = [IDS[at % len(IDS)] if at % 40 > 30 else f"O{at}" for at in range(200)]
    rows = [order(order_id=text, member_id=f"M{at}") for at, text in enumerate(ids)]
    (tmp_path / "orders.csv").write_bytes(as_lines(rows))
    table(tmp_path / "orders.parquet", rows, row_group_size=90)
    expected = results_of(tmp_path, "orders.csv", engine)
    assert results_of(tmp_path, "orders.parquet", engine) == expected


@pytest.mark.parametrize("engine", ENGINES)
def test_other_headings_and_unknown_columns(engine: str, tmp_path: Path) -> None:
    row = {name.upper(): value for name, value in order(order_id="A").items()}
    row["Who, then"] = row.pop("ORDER_ID")
    row["Note"] = "x"
    parquet.write_table(pyarrow.Table.from_pylist([row]), tmp_path / "orders.parquet")
    options = ("orders.parquet", "-o", "r.csv", "--engine", engine, "--map", "Who, then=order_id")
    found = scancost("batch", *options, cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    assert read(tmp_path / "r.csv")[0]["order_id"] == "A"
    assert "left aside: note." in found.stderr


@pytest.mark.parametrize("engine", ENGINES)
def test_a_table_without_rows_or_with_a_doubled_column(engine: str, tmp_path: Path) -> None:
    table(tmp_path / "orders.parquet", [])
    code, results, rejects = results_of(tmp_path, "orders.parquet", engine)
    assert (code, results.count(b"\n"), rejects.count(b"\n")) == (0, 1, 1)
    for names, said in {("site", "site"): "stand twice: site", (): "empty"}.items():
        made = pyarrow.Table.from_arrays([pyarrow.array(["office"])] * len(names), list(names))
        parquet.write_table(made, tmp_path / "odd.parquet")
        found = scancost("batch", "odd.parquet", "-o", "r.csv", "--engine", engine, cwd=tmp_path)
        assert found.returncode == 3
        assert said in found.stderr


def test_values_that_no_cell_can_hold_are_named(tmp_path: Path) -> None:
    row = {**order(), "history": [1, 2], "scan": b"\x00", "site": {"name": "office"}}
    table(tmp_path / "orders.parquet", [row])
    found = scancost("batch", "orders.parquet", "-o", "r.csv", cwd=tmp_path)
    assert found.returncode == 3
    for name, kind in {"history": "list", "scan": "binary", "site": "struct"}.items():
        assert f'"{name}" holds {kind}' in found.stderr
    assert not (tmp_path / "r.csv").exists()


def damaged(data: bytes, how: str) -> bytes:
    middle, late = len(data) // 2, len(data) * 3 // 4
    return {
        "not a table": b"order_id,policy\n",
        "empty": b"",
        "cut off": data[:middle],
        "without its last byte": data[:-1],
        "a letter changed late": data[:late] + bytes([data[late] ^ 1]) + data[late + 1 :],
    }[how]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "how", ["not a table", "empty", "cut off", "without its last byte", "a letter changed late"]
)
def test_a_damaged_table_changes_nothing(how: str, engine: str, tmp_path: Path) -> None:
    rows = [order(member_id=f"M{at * at}", order_id=f"O{at * 7919}") for at in range(6_000)]
    plain: dict[str, Any] = {"compression": "none", "use_dictionary": False}
    table(
        *(tmp_path / "orders.parquet", rows),
        **(plain | {"row_group_size": 1_000, "write_page_checksum": True}),
    )
    data = (tmp_path / "orders.parquet").read_bytes()
    (tmp_path / "orders.parquet").write_bytes(damaged(data, how))
    (tmp_path / "r.csv").write_bytes(OLD)
    found = scancost("batch", "orders.parquet", "-o", "r.csv", "--engine", engine, cwd=tmp_path)
    assert found.returncode == 3
    assert "orders.parquet: this is not a Parquet file, or it is damaged" in found.stderr
    assert (tmp_path / "r.csv").read_bytes() == OLD
    assert {path.name for path in tmp_path.iterdir()} == {"orders.parquet", "r.csv"}


def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(tmp_path / "orders.parquet", [order()])
    (tmp_path / "orders.csv").write_text(as_csv([order()]))
    monkeypatch.setattr("scancost.files.parquet.find_spec", lambda name: None)
    for orders, output in (("orders.parquet", "r.csv"), ("orders.csv", "r.parquet")):
        found = scancost("batch", orders, "-o", output, cwd=tmp_path)
        assert found.returncode == 3
        assert "pip install 'scancost[fast]'" in found.stderr
        assert not (tmp_path / output).exists()


def test_rows_of_a_table_are_explained(tmp_path: Path) -> None:
    rows = [order(member_id="A", order_id="1"), order(member_id="A", order_id="2", allowed="80")]
    (tmp_path / "orders.csv").write_text(as_csv(rows))
    table(tmp_path / "orders.parquet", rows)
    expected = scancost("estimate", "orders.csv", "--row", "2", cwd=tmp_path)
    found = scancost("estimate", "orders.parquet", "--row", "2", cwd=tmp_path)
    assert "$80" in found.stdout
    assert (found.returncode, found.stdout) == (0, expected.stdout)
    assert "--row" in scancost("estimate", "orders.parquet", cwd=tmp_path).stderr


def test_balances_from_a_table(tmp_path: Path) -> None:
    """A family that met its deductible before, as text and as a table."""
    knee = order(service="mri_knee", member_id="A", family_id="F", allowed="1000", billed="2000")
    (tmp_path / "orders.csv").write_text(as_csv([knee]))
    results_of(tmp_path, "orders.csv", "interpreted", "--balances-out", "met.csv")
    met = read(tmp_path / "met.csv")
    assert met
    parquet.write_table(pyarrow.Table.from_pylist(met), tmp_path / "met.parquet")
    first = results_of(tmp_path, "orders.csv", "interpreted")
    second = results_of(tmp_path, "orders.csv", "interpreted", "--balances", "met.csv")
    assert second != first
    assert results_of(tmp_path, "orders.csv", "interpreted", "--balances", "met.parquet") == second


def test_a_table_is_measured_by_its_rows(tmp_path: Path) -> None:
    """So that a large one goes to the compiled engine: about 130 bytes of text in a row."""
    table(tmp_path / "orders.parquet", [order()] * 1_000)
    assert size_of(str(tmp_path / "orders.parquet")) == 130_000
    (tmp_path / "broken.parquet").write_bytes(b"PAR1")
    assert size_of(str(tmp_path / "broken.parquet")) is None
