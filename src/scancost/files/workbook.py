"""Excel workbooks in and out (the extra `xlsx`): the first sheet as CSV, a CSV as a sheet.

Amounts go out as numbers of two decimals, everything else as text; no cell is a formula.
"""

from __future__ import annotations

import csv
import errno
import io
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from scancost.files.csv_rows import LONGEST_FIELD, column_name
from scancost.model.order import IDS
from scancost.problems import Place, Problem, Problems

ENDING = ".xlsx"
MOST_ROWS = 1_048_576  # of a sheet, the heading included
MONEY = "#,##0.00"
LONGEST_TEXT = 32_767  # of a cell
_CHANGED = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
"""What XML cannot hold or reads as another character, and how Excel writes such characters."""


def check_extra(name: str) -> None:
    """Raises Problems where the library that reads and writes workbooks is not installed."""
    if find_spec("openpyxl") is None:
        raise Problems([Problem("xlsx_extra_missing", {}, Place(name))])


@contextmanager
def workbook_as_csv(name: str, renames: Mapping[str, str] | None = None) -> Iterator[IO[bytes]]:
    """The first sheet of a workbook as the bytes of a CSV, each row as wide as the headings: cells
    beside them are in no column. Raises Problems or OSError.

    `renames` as csv_rows.open_sheet has them. A time of day or a length of time becomes a text, which
    columns of dates, amounts or words refuse; as an id it is a problem of the file, because nobody
    knows how it was shown.
    """
    check_extra(name)
    with open(name, "rb") as file, TemporaryFile() as out:
        text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
        write = csv.writer(text, lineterminator="\r\n").writerow  # either is quoted in a cell
        found = _write_rows(_values(file, name), write, name, renames or {})
        if found:
            raise Problems(found)
        text.detach()
        out.seek(0)
        yield out


def _write_rows(
    rows: Iterator[tuple[Any, ...]],
    write: Callable[[list[str]], object],
    name: str,
    renames: Mapping[str, str],
) -> list[Problem]:
    """Write the rows as texts; the first id of each column that is none."""
    width, ids = 0, dict[int, str]()
    found: dict[str, Problem] = {}
    for line, values in enumerate(rows, start=1):
        cells = [_text(value) for value in values]
        if not width and any(cells):
            width = max(at for at, cell in enumerate(cells, start=1) if cell)
            ids = _ids(cells[:width], renames)
        write((cells + [""] * (width - len(cells)))[:width])
        for at, column in ids.items():
            if at < len(values) and isinstance(values[at], (time, timedelta)):
                problem = Problem("xlsx_time", {}, Place(name, line, at + 1), column)
                found.setdefault(column, problem)
    return list(found.values())


def _values(file: IO[bytes], name: str) -> Iterator[tuple[Any, ...]]:
    """The rows of the first sheet as the library reads them, however far the file says they go.

    A damaged workbook can make the library fail in any way. Raises Problems; OSError of the disk.
    """
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what a sheet has beside its cells
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
            for sheet in book.worksheets[:1]:
                sheet.reset_dimensions()
                yield from sheet.iter_rows(values_only=True)
        has_none = not book.worksheets
    except MemoryError:
        raise
    except Exception as error:
        if getattr(error, "errno", None) not in (None, errno.EINVAL):  # a place before the file
            raise
        raise Problems([Problem("xlsx_broken", {}, Place(name))]) from None
    if has_none:
        raise Problems([Problem("xlsx_no_sheet", {}, Place(name))])


def _ids(headings: list[str], renames: Mapping[str, str]) -> dict[int, str]:
    """Which columns hold ids, and the names of those."""
    known = {column_name(heading): meant for heading, meant in renames.items()}
    columns = [known.get(column_name(each), column_name(each)) for each in headings]
    return {at: name for at, name in enumerate(columns) if name in IDS}


def _text(value: Any) -> str:
    """A cell as a CSV would have it; a number with the digits that Excel keeps (15)."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date().isoformat()
    if isinstance(value, (date, time)):
        return value.isoformat()
    return format(value, ".15g") if isinstance(value, float) else str(value)


# -- out ------------------------------------------------------------------------------------------


def csv_as_workbook(
    table: IO[bytes], out: IO[bytes], amounts: frozenset[str], name: str = ""
) -> None:
    """Write a CSV (from its start) as a workbook; `amounts` are the columns that hold money, and the
    first column numbers the rows.

    Raises Problems for more rows than a sheet can hold, or a text that it would change.
    """
    import openpyxl
    from openpyxl.cell import WriteOnlyCell

    text = io.TextIOWrapper(table, encoding="utf-8", newline="")
    _check_held(text, amounts, name)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("scancost")
    rows = _from_start(text)
    headings = next(rows)
    sheet.append(headings)
    for row in rows:
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


def _from_start(text: io.TextIOWrapper) -> Iterator[list[str]]:
    text.seek(0)
    csv.field_size_limit(2 * LONGEST_FIELD)  # an id may have got an apostrophe
    return csv.reader(text)


def _check_held(text: io.TextIOWrapper, amounts: frozenset[str], name: str) -> None:
    """Raises Problems for what a sheet cannot hold as it is: the first such text of each column."""
    rows = _from_start(text)
    texts = [(at, each) for at, each in enumerate(next(rows)) if each not in amounts]
    found: dict[str, Problem] = {}
    for number, row in enumerate(rows, start=2):
        if number > MOST_ROWS:
            raise Problems([Problem("xlsx_too_long", {"most": MOST_ROWS - 1}, Place(name))])
        for at, heading in texts:
            if heading not in found and not _is_held(row[at]):
                values = {"row": row[0], "most": f"{LONGEST_TEXT:,}"}
                found[heading] = Problem("xlsx_text", values, Place(name), heading)
    if found:
        raise Problems(list(found.values()))


def _is_held(text: str) -> bool:
    """Whether a cell has this text again when it is read; its length counts in UTF-16."""
    if len(text) > LONGEST_TEXT // 2 and len(text.encode("utf-16-le")) > 2 * LONGEST_TEXT:
        return False
    return _CHANGED.search(text) is None


@contextmanager
def csv_then_workbook(path: Path, out: IO[bytes], amounts: frozenset[str]) -> Iterator[IO[bytes]]:
    """A temporary CSV to write to; at a good end `out` gets it as a workbook."""
    check_extra(str(path))
    with TemporaryFile() as table:
        yield table
        csv_as_workbook(table, out, amounts, str(path))
