"""Excel workbooks in and out (the extra `xlsx`): the first sheet as CSV, a CSV as a sheet.

Amounts go out as numbers of two decimals, everything else as text; no cell is a formula.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any
from zipfile import BadZipFile

from scancost.problems import Place, Problem, Problems

ENDING = ".xlsx"
MOST_ROWS = 1_048_576  # of a sheet, the heading included
MONEY = "#,##0.00"


def check_extra(name: str) -> None:
    """Raises Problems where the library that reads and writes workbooks is not installed."""
    if find_spec("openpyxl") is None:
        raise Problems([Problem("xlsx_extra_missing", {}, Place(name))])


@contextmanager
def workbook_as_csv(name: str) -> Iterator[IO[bytes]]:
    """The first sheet of a workbook as the bytes of a CSV. Raises Problems or OSError."""
    check_extra(name)
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    with open(name, "rb") as file, TemporaryFile() as out:
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except (InvalidFileException, BadZipFile, KeyError, ValueError):
            raise Problems([Problem("xlsx_broken", {}, Place(name))]) from None
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        writer = csv.writer(text, lineterminator="\n")
        for row in book.worksheets[0].iter_rows(values_only=True):
            writer.writerow([_text(value) for value in row])
        text.detach()
        out.seek(0)
        yield out


def _text(value: Any) -> str:
    """A cell as a CSV would have it; a number with the digits that Excel keeps (15)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, (int, str)) else format(value, ".15g")


def csv_as_workbook(table: IO[bytes], out: IO[bytes], amounts: frozenset[str]) -> None:
    """Write a CSV (from its start) as a workbook; `amounts` are the columns that hold money.

    Raises Problems for more rows than a sheet can hold.
    """
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    table.seek(0)
    text = io.TextIOWrapper(table, encoding="utf-8", newline="")
    rows = csv.reader(text)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("scancost")
    headings = next(rows)
    sheet.append(headings)
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise Problems([Problem("xlsx_too_long", {"most": MOST_ROWS - 1}, None)])
        cells = []
        for heading, value in zip(headings, row, strict=True):
            is_money = heading in amounts and value != ""
            shown: Any = Decimal(value) if is_money else value
            cell = WriteOnlyCell(sheet, shown)
            if is_money:
                cell.number_format = MONEY
            cells.append(cell)
        sheet.append(cells)
    text.detach()
    book.save(out)


@contextmanager
def csv_then_workbook(path: Path, out: IO[bytes], amounts: frozenset[str]) -> Iterator[IO[bytes]]:
    """A temporary CSV to write to; at a good end `out` gets it as a workbook."""
    check_extra(str(path))
    with TemporaryFile() as table:
        yield table
        csv_as_workbook(table, out, amounts)
