"""What orders and balances are read from: a CSV, a packed one, a table of another kind, or a stream."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scancost.files import packed, parquet
from scancost.files.kinds import is_special
from scancost.files.workbook import ENDING, workbook_as_csv
from scancost.problems import Place, Problem, Problems

STREAM = "-"
BYTES_IN_A_ROW = 130  # of orders as text, about


def is_read_once(name: str) -> bool:
    """Whether what is read from it is gone: standard input, a pipe, a device. Not what is missing."""
    try:
        return name == STREAM or is_special(Path(name))
    except OSError:
        return False


def size_of(name: str) -> int | None:
    """The bytes of a file as text (about, where it is packed); None where nobody can know."""
    if is_read_once(name):
        return None
    if name.endswith(parquet.ENDING):
        rows = parquet.rows_in(name)
        return None if rows is None else rows * BYTES_IN_A_ROW
    try:
        size = os.path.getsize(name)
    except OSError:
        return None
    return packed.SMALLER * size if name.endswith(packed.ENDINGS) else size


@contextmanager
def opened(name: str, renames: Mapping[str, str] | None = None) -> Iterator[IO[bytes]]:
    """The bytes of a CSV: a file, a packed one, a table of another kind, or standard input. `renames` as
    csv_rows.open_sheet has them. Raises Problems or OSError."""
    if name.endswith((ENDING, parquet.ENDING)) and is_read_once(name):
        raise Problems([Problem("table_wants_file", {}, Place(name))])
    if name == STREAM:
        yield sys.stdin.buffer
    elif name.endswith(ENDING):
        with workbook_as_csv(name, renames) as table:
            yield table
    elif name.endswith(parquet.ENDING):
        with parquet.parquet_as_csv(name) as table:
            yield table
    elif name.endswith(packed.ENDINGS):
        with packed.unpacked(name) as inside:
            yield inside
    else:
        with open(name, "rb") as file:
            yield file
