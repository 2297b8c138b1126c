"""Rows of a CSV file as real spreadsheets write them, and cells that are safe to open in one.

UTF-8 with or without a byte-order mark, any line end, quoted newlines; a header in another case.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import IO

from scancost.model.order import FIELDS
from scancost.problems import Place, Problem, Problems

LONGEST_FIELD = 131_072
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_QUOTED = (",", '"', "\n", "\r")
_MARKED = re.compile(r"'+[=+\-@\t\r]").match  # an apostrophe (or more) before a formula
_PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_ .:/-]*", re.ASCII).fullmatch  # most cells
_SIGNED = re.compile(r"[+-]\$?[0-9][0-9,]*(?:\.[0-9]*)? *", re.ASCII).fullmatch


def column_name(heading: str) -> str:
    """A heading as a name of the contract: `Service Date` is `service_date`."""
    return "_".join(heading.strip().lower().replace("-", " ").split())


@dataclass(frozen=True)
class Sheet:
    """An open CSV: its headings as written, the column names they mean, and its data rows."""

    name: str
    headings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: Iterator[list[str]]
    position: Callable[[], int | None] = lambda: None
    line: Callable[[], int] = lambda: 0  # of the file, of the row that was last read


def open_orders(binary: IO[bytes], name: str, renames: dict[str, str]) -> Sheet:
    """A sheet of orders. Columns that are no field of an order are kept aside, and may stand twice."""
    return open_sheet(binary, name, renames, FIELDS)


def open_sheet(
    binary: IO[bytes], name: str, renames: dict[str, str], once: Collection[str] | None = None
) -> Sheet:
    """The sheet in a binary stream; `renames` maps headings (any case) to names of the contract;
    `once` are the columns that may stand in it no more than once, where not all are meant.

    Raises Problems for an empty file, a doubled column or another separator. Rows are yielded as
    they are; entirely blank ones are left out. Reading on raises Problems at a broken quotation or
    a byte that is not UTF-8.
    """
    csv.field_size_limit(LONGEST_FIELD)
    text = io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")
    reader = csv.reader(text, strict=True)
    rows = _rows(reader, name)
    headings = tuple(next(rows, ()))
    if not headings:
        raise Problems([Problem("csv_empty", {}, Place(name))])
    known = {column_name(heading): meant for heading, meant in renames.items()}
    columns = tuple(known.get(column_name(each), column_name(each)) for each in headings)
    if len(columns) == 1 and (";" in headings[0] or "\t" in headings[0]):
        raise Problems([Problem("csv_separator", {}, Place(name, 1, 1))])
    counted = columns if once is None else [each for each in columns if each in once]
    doubled = sorted({each for each in counted if each and columns.count(each) > 1})
    if doubled:
        raise Problems([Problem("csv_twice", {"columns": doubled}, Place(name, 1, 1))])
    unmatched = [each for each in renames if column_name(each) not in map(column_name, headings)]
    if unmatched:
        raise Problems([Problem("csv_map_unmatched", {"headings": unmatched}, Place(name, 1, 1))])
    return Sheet(name, headings, columns, rows, lambda: _position(binary), lambda: reader.line_num)


def _position(binary: IO[bytes]) -> int | None:
    """How far into the file reading has come, where that can be told."""
    try:
        return binary.tell()
    except (OSError, ValueError):
        return None


def _rows(reader: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    try:
        for row in reader:
            if row and any(row):
                yield row
    except csv.Error as error:
        place = Place(name, getattr(reader, "line_num", 0), 1)
        if "field limit" in str(error):
            found = Problem("csv_cell_too_long", {"most": f"{LONGEST_FIELD:,}"}, place)
            raise Problems([found]) from None
        raise Problems([Problem("csv_broken", {}, place)]) from None
    except UnicodeDecodeError:
        raise Problems([Problem("csv_not_utf8", {}, Place(name))]) from None


def heading_length(data: bytes) -> int:
    """How many bytes the first record that is not blank takes, with what stands before it."""
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    lines = io.StringIO(data[mark:].decode(errors="replace"), newline="")
    taken = [mark]

    def counted() -> Iterator[str]:
        for line in lines:
            taken[0] += len(line.encode())
            yield line

    try:
        next(row for row in csv.reader(counted(), strict=True) if any(row))
    except (csv.Error, StopIteration):
        return len(data)
    return min(taken[0], len(data))


def record(data: bytes) -> list[str]:
    """The cells of one record. Raises ValueError where it is none."""
    try:
        return next(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
    except (csv.Error, StopIteration):
        raise ValueError from None


def cell(text: str) -> str:
    """One text cell of an output: no spreadsheet runs it as a formula; quoted where it must be."""
    if _PLAIN(text):
        return text
    return _quoted(f"'{text}" if text.startswith(_FORMULA) else text)


def amount_cell(text: str) -> str:
    """One cell of a column of amounts: a number with a sign is no formula and stays as it is."""
    return _quoted(text) if _SIGNED(text) else cell(text)


def _quoted(text: str) -> str:
    if any(mark in text for mark in _QUOTED):
        return '"' + text.replace('"', '""') + '"'
    return text


def kept(text: str) -> str:
    """An id for a file that is read back with `as_kept`: its own apostrophes before a formula get
    one more, as `cell` gives one to a formula that has none."""
    return f"'{text}" if _MARKED(text) else text


def as_kept(text: str) -> str:
    """The id that was written as this cell: without the apostrophe before a formula."""
    return text[1:] if _MARKED(text) else text


def line(cells: list[str]) -> str:
    """One line of text cells, with its end."""
    return ",".join(cell(each) for each in cells) + "\n"
