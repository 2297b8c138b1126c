"""Workbooks that other programs write, damaged ones, and texts that no workbook can hold."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from scancost.engine.columns import is_installed
from tests.batch.command import FIELDS, as_csv, order, read, scancost
from tests.batch.test_workbook import workbook

openpyxl = pytest.importorskip("openpyxl")
SHEET = "xl/worksheets/sheet1.xml"
NUMBERED = tuple(dict.fromkeys((*FIELDS, "member_id", "note")))


def changed(path: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """The same workbook with other parts; None leaves one out."""
    with ZipFile(path) as old:
        parts = {name: change(name, old.read(name)) for name in old.namelist()}
    with ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name, data in parts.items():
            if data is not None:
                new.writestr(name, data)


def orders(path: Path, *rows: dict[str, object]) -> None:
    workbook(path, [list(NUMBERED), *([row.get(name) for name in NUMBERED] for row in rows)])


def run(folder: Path, *options: str) -> tuple[int, str]:
    found = scancost("batch", "orders.xlsx", "-o", "results.csv", *options, cwd=folder)
    return found.returncode, found.stderr


@pytest.mark.parametrize("said", ["A1", "A1:C2", "B2:C3"])
def test_all_rows_and_columns_are_read_whatever_the_file_says_of_its_size(
    said: str, tmp_path: Path
) -> None:
    """Some programs write a size that is too small."""
    orders(tmp_path / "orders.xlsx", *(order(order_id=f"O{at}", member_id="M") for at in range(9)))

    def small(name: str, data: bytes) -> bytes:
        assert name != SHEET or b'<dimension ref="A1:K10"' in data
        return data.replace(b'<dimension ref="A1:K10"', f'<dimension ref="{said}"'.encode())

    changed(tmp_path / "orders.xlsx", small)
    code, trouble = run(tmp_path)
    assert code == 0, trouble
    found = read(tmp_path / "results.csv")
    assert [row["order_id"] for row in found] == [f"O{at}" for at in range(9)]
    assert {row["member_id"] for row in found} == {"M"}


def test_a_row_whose_last_cells_are_blank_is_whole(tmp_path: Path) -> None:
    """A program that writes row by row gives no size, and each row ends with its last cell. What
    stands beside the headings, or is blank there, is in no column; blank rows are none."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    fields = [*FIELDS, "emergency"]
    rows = [order(order_id=f"O{at}") for at in range(4)]
    rows[1] |= {"member_id": "M", "family_id": "F", "emergency": "true", "site": "emergency"}
    sheet.append([None])
    sheet.append([*fields, None, None])
    sheet.append([rows[0].get(name) for name in fields])
    sheet.append([rows[1].get(name) for name in fields])
    sheet.append([])
    sheet.append([rows[2].get(name) for name in fields if name not in ("family_id", "emergency")])
    sheet.append([*(rows[3].get(name) for name in fields), "", None, "a remark"])
    book.save(tmp_path / "orders.xlsx")
    code, trouble = run(tmp_path)
    assert code == 0, (trouble, (tmp_path / "results.rejects.csv").read_text())
    found = [(row["order_id"], row["member_id"]) for row in read(tmp_path / "results.csv")]
    assert found == [("O0", ""), ("O1", "M"), ("O2", ""), ("O3", "")]


@pytest.mark.parametrize("value", [time(14, 30), timedelta(hours=30), timedelta(minutes=-5)])
@pytest.mark.parametrize("column", ["service_date", "allowed", "service", "emergency"])
def test_a_time_is_no_date_amount_or_word(column: str, value: object, tmp_path: Path) -> None:
    fields = [*FIELDS, "emergency"]
    rows = [order() | {column: value}, order(order_id="good")]
    table = [fields, *([row.get(name) for name in fields] for row in rows)]
    workbook(tmp_path / "orders.xlsx", table)
    code, trouble = run(tmp_path)
    assert code == 1, trouble
    (rejected,) = read(tmp_path / "results.rejects.csv")
    assert (rejected["row"], rejected["column"]) == ("1", column)
    assert [row["order_id"] for row in read(tmp_path / "results.csv")] == ["good"]


def test_a_time_as_an_id_is_never_guessed(tmp_path: Path) -> None:
    """It may have been shown as 2:00, 02:00 or 2:00 AM. Also in a column that is renamed."""
    rows = [order(order_id="A"), order(order_id=time(2)), order(order_id=time(3))]
    orders(tmp_path / "orders.xlsx", *rows)
    assert run(tmp_path) == (3, "orders.xlsx:3:1: order_id: this cell holds a time, which Excel "
                             "shows in many ways, where an id belongs. Make it text.\n")  # fmt: skip
    assert not (tmp_path / "results.csv").exists()
    orders(tmp_path / "orders.xlsx", order(note=timedelta(hours=26)))
    code, trouble = run(tmp_path, "--map", "Note=member_id")
    assert code == 3
    assert trouble.startswith("orders.xlsx:2:11: member_id: this cell holds a time")


def test_odd_cells_in_columns_that_nobody_uses_are_left_aside(tmp_path: Path) -> None:
    """A day that no calendar has comes as an error of Excel; nothing of it reaches the terminal."""
    odd = [time(14, 30), timedelta(hours=30), datetime(2026, 3, 2, 14, 30), "#N/A", True, 1e300]
    rows = [order(note=value, order_id=f"O{at}") for at, value in enumerate(odd)]
    orders(tmp_path / "orders.xlsx", *rows)

    def late(name: str, data: bytes) -> bytes:
        return data.replace(b"<v>46083.604", b"<v>99946083.604")

    changed(tmp_path / "orders.xlsx", late)
    code, trouble = run(tmp_path)
    assert (code, len(read(tmp_path / "results.csv"))) == (0, 6), trouble
    assert trouble.startswith("Columns that are not part of an order were left aside: note.\nRows")


def bad_sum(path: Path) -> None:
    """A byte of the sheet's packed bytes is another."""
    with ZipFile(path) as book:
        at = book.getinfo(SHEET).header_offset + 30 + len(SHEET) + 60
    data = bytearray(path.read_bytes())
    data[at] ^= 0xFF
    path.write_bytes(data)


def cut_sheet(path: Path) -> None:
    changed(path, lambda name, data: data[: len(data) // 2] if name == SHEET else data)


def no_text(path: Path) -> None:
    """The first heading is text 7 of the workbook, which has none."""
    old = b't="inlineStr"><is><t>order_id</t></is>'
    changed(path, lambda _, data: data.replace(old, b't="s"><v>7</v>'))


def no_number(path: Path) -> None:
    changed(path, lambda _, data: data.replace(b"<v>200<", b"<v>two<"))


def no_size(path: Path) -> None:
    changed(path, lambda _, data: data.replace(b'ref="A1:K201"', b'ref="A1:?"'))


@pytest.mark.parametrize("damage", [bad_sum, cut_sheet, no_text, no_number, no_size])
def test_a_damaged_workbook_is_called_that(damage: Callable[[Path], None], tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text("old")
    rows = [order() | {"order_id": f"O{at}", "billed": 200} for at in range(200)]
    orders(tmp_path / "orders.xlsx", *rows)
    damage(tmp_path / "orders.xlsx")
    assert run(tmp_path) == (3, "orders.xlsx: this is not an Excel workbook (.xlsx), or it is "
                             "damaged. Save it again, or as CSV.\n")  # fmt: skip
    assert (tmp_path / "results.csv").read_text() == "old"


@pytest.mark.heavy
def test_no_damage_is_a_mistake_of_the_program(tmp_path: Path) -> None:
    """One to three bytes anywhere: read as it is, or refused."""
    orders(tmp_path / "orders.xlsx", *(order(order_id=f"O{at}") for at in range(20)))
    sound = (tmp_path / "orders.xlsx").read_bytes()
    codes = set()
    for seed in range(400):
        chance = random.Random(seed)
        data = bytearray(sound)
        for _ in range(chance.randint(1, 3)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        (tmp_path / "orders.xlsx").write_bytes(data)
        code, trouble = run(tmp_path)
        assert code in (0, 1, 3), (seed, code, trouble)
        codes.add(code)
    assert 3 in codes


def test_a_line_end_within_a_cell_stays_there(tmp_path: Path) -> None:
    """Either kind, and both."""
    ids = ["one&#10;line", "one&#13;line", "one&#13;&#10;line"]
    orders(tmp_path / "orders.xlsx", *(order(order_id=f"ID{at}") for at in range(3)))

    def with_ends(name: str, data: bytes) -> bytes:
        for at, each in enumerate(ids):
            data = data.replace(f"<t>ID{at}<".encode(), f"<t>{each}<".encode())
        return data

    changed(tmp_path / "orders.xlsx", with_ends)
    code, trouble = run(tmp_path)
    assert code == 0, trouble
    found = [row["order_id"] for row in read(tmp_path / "results.csv")]
    assert found == ["one\nline", "one\rline", "one\r\nline"]


def test_a_workbook_of_charts_has_no_orders(tmp_path: Path) -> None:
    from openpyxl.chart import BarChart

    book = openpyxl.Workbook()
    book.create_chartsheet("a picture").add_chart(BarChart())
    book.remove(book.active)
    book.save(tmp_path / "orders.xlsx")
    code, trouble = run(tmp_path)
    assert code == 3
    assert trouble.startswith("orders.xlsx: the workbook has no sheet with cells.")
    orders(tmp_path / "orders.xlsx", order())
    changed(tmp_path / "orders.xlsx", lambda name, data: None if name == SHEET else data)
    assert run(tmp_path) == (code, trouble)


ENGINES = ("interpreted", "compiled") if is_installed() else ("interpreted",)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    "odd", ["\x01", "\x0b", "\r", "\ufffe", "_x0041_", "x" * 32_768, "\U0001fa7b" * 16_384]
)
def test_a_text_that_a_workbook_would_change_is_said(odd: str, engine: str, tmp_path: Path) -> None:
    """Another character, or a text that is cut: 32,767 characters of UTF-16 are the most."""
    (tmp_path / "results.xlsx").write_text("old")
    (tmp_path / "results.rejects.csv").write_text("old")
    rows = [order(allowed="x"), order(order_id="good"), order(member_id="SECRET")]
    text = as_csv(rows).replace("SECRET", f'"SECRET{odd}1"')
    (tmp_path / "orders.csv").write_bytes(text.encode())
    options = ("-o", "results.xlsx", "--engine", engine)
    found = scancost("batch", "orders.csv", *options, cwd=tmp_path)
    assert found.returncode == 3
    assert found.stderr == (
        "results.xlsx: member_id: a workbook cannot hold the text of row 3 as it is: a cell has at "
        "most 32,767 characters, and no control characters. Write a CSV instead.\n"
    )
    names = {"orders.csv", "results.xlsx", "results.rejects.csv"}
    assert {path.name for path in tmp_path.iterdir()} == names
    assert {(tmp_path / name).read_text("utf-8") for name in names - {"orders.csv"}} == {"old"}


def test_the_longest_text_is_held(tmp_path: Path) -> None:
    texts = ["x" * 32_767, "\U0001fa7b" * 16_383, "two\nlines\tand ]]> & <", "_x41_"]
    rows = [order(order_id=text) for text in texts]
    (tmp_path / "orders.csv").write_bytes(as_csv(rows).encode())
    found = scancost("batch", "orders.csv", "-o", "results.xlsx", cwd=tmp_path)
    assert found.returncode == 0, found.stderr
    _, *held = openpyxl.load_workbook(tmp_path / "results.xlsx").active.values
    assert [row[1] for row in held] == texts


def test_the_longest_id_of_a_csv_is_too_long_with_its_apostrophe(tmp_path: Path) -> None:
    rows = [order(order_id="=" * 131_072)]
    (tmp_path / "orders.csv").write_text(as_csv(rows))
    found = scancost("batch", "orders.csv", "-o", "results.xlsx", cwd=tmp_path)
    assert found.returncode == 3
    assert found.stderr.startswith(
        "results.xlsx: order_id: a workbook cannot hold the text of row 1"
    )
