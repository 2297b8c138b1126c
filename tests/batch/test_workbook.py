"""Excel workbooks in and out give what the same CSV gives."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.batch.command import FIELDS, as_csv, batch, order, read, scancost

openpyxl = pytest.importorskip("openpyxl")


def workbook(path: Path, rows: list[list[object]]) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)


def test_a_workbook_gives_what_the_csv_gives(tmp_path: Path) -> None:
    """Dates, numbers and truth as Excel holds them; the same bytes as from text."""
    fields = (*FIELDS, "emergency")
    row = order(member_id="A", order_id="1", allowed="1250.5", billed="3100", emergency="false")
    typed = {
        **row,
        "service_date": datetime(2026, 3, 2),
        "allowed": 1250.5,
        "billed": 3100,
        "emergency": False,
    }
    assert batch(tmp_path, as_csv([row], fields)).returncode == 0
    plain = (tmp_path / "results.csv").read_bytes()
    workbook(tmp_path / "orders.xlsx", [list(fields), [typed.get(name, "") for name in fields]])
    found = scancost("batch", "orders.xlsx", "-o", "from-excel.csv", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "from-excel.csv").read_bytes() == plain


def test_results_as_a_workbook_have_amounts_as_numbers_and_no_formula(tmp_path: Path) -> None:
    """A $90 X-ray in the office: $40 copay, the plan pays $50."""
    (tmp_path / "orders.csv").write_text(as_csv([order(member_id="=1+1", order_id="7")]))
    found = scancost("batch", "orders.csv", "-o", "results.xlsx", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    assert (tmp_path / "results.rejects.csv").exists()
    headings, values = openpyxl.load_workbook(tmp_path / "results.xlsx").active.iter_rows()
    row = dict(zip((cell.value for cell in headings), values, strict=True))
    assert (row["patient_pays"].value, row["plan_pays"].value) == (40, 50)
    assert row["member_id"].data_type != "f"
    assert row["member_id"].value == "'=1+1"


def test_a_third_decimal_in_a_workbook_is_rejected(tmp_path: Path) -> None:
    row = {**order(), "allowed": 90.005, "service_date": date(2026, 3, 2)}
    workbook(tmp_path / "orders.xlsx", [list(FIELDS), [row.get(name, "") for name in FIELDS]])
    assert scancost("batch", "orders.xlsx", "-o", "r.csv", cwd=tmp_path).returncode == 1
    assert "two decimals" in read(tmp_path / "r.rejects.csv")[0]["problem"]


def test_what_is_no_workbook_says_so(tmp_path: Path) -> None:
    (tmp_path / "orders.xlsx").write_text("not a workbook")
    found = scancost("batch", "orders.xlsx", "-o", "r.csv", cwd=tmp_path)
    assert found.returncode == 3
    assert "orders.xlsx" in found.stderr
    assert not (tmp_path / "r.csv").exists()


def test_the_whole_amount_survives(tmp_path: Path) -> None:
    """999,999,999.99 is the largest amount; a number of Excel keeps all its digits."""
    row = {**order(network="in"), "billed": Decimal("999999999.99"), "allowed": 999999999.99}
    workbook(tmp_path / "orders.xlsx", [list(FIELDS), [row.get(name, "") for name in FIELDS]])
    assert scancost("batch", "orders.xlsx", "-o", "r.csv", cwd=tmp_path).returncode == 0
    assert read(tmp_path / "r.csv")[0]["allowed"] == "999999999.99"
