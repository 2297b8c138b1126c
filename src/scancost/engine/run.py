"""A batch from files to files: whole outputs or none, in one call (SPEC 7)."""

from __future__ import annotations

import gzip
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from scancost.engine.balances import Balances, read_balances
from scancost.engine.batch import COLUMNS, REJECTS, Batch, Options, Summary
from scancost.engine.reading import RowReader
from scancost.files.csv_rows import Sheet, cell, open_sheet
from scancost.files.library import Library
from scancost.files.whole import whole_file

STREAM = "-"
CHUNK = 2_000  # lines written at once


@dataclass(frozen=True)
class Job:
    """What to read and what to write; STREAM is standard input or output."""

    orders: str
    output: str
    rejects: Path
    library: Library
    options: Options
    balances: Path | None = None
    balances_out: Path | None = None
    renames: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Done:
    """What came of it; `unknown_columns` were kept aside."""

    summary: Summary
    unknown_columns: tuple[str, ...]


@contextmanager
def opened(name: str) -> Iterator[IO[bytes]]:
    """The bytes of a CSV: a file, a gzip file, or standard input."""
    if name == STREAM:
        yield sys.stdin.buffer
    elif name.endswith(".gz"):
        with gzip.open(name, "rb") as unpacked:
            yield unpacked  # type: ignore[misc]
    else:
        with open(name, "rb") as file:
            yield file


@contextmanager
def _output(name: str) -> Iterator[IO[bytes]]:
    if name == STREAM:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole_file(Path(name)) as file:
            yield file


def run(job: Job) -> Done:
    """Run a batch. Raises Problems, BrokenPolicy or OSError; then no file has changed."""
    with ExitStack() as stack:
        binary = stack.enter_context(opened(job.orders))
        sheet = open_sheet(binary, job.orders, job.renames)
        reader = RowReader(sheet, job.library)
        balances = _balances(job, reader)
        batch = Batch(reader, balances, job.options)
        output = stack.enter_context(_output(job.output))
        rejects = stack.enter_context(whole_file(job.rejects))
        heading = ",".join((*REJECTS, *(cell(each) for each in sheet.headings)))
        rejects.write(f"{heading}\n".encode())
        batch.read(sheet, lambda line: _write(rejects, line))
        _write_lines(output, batch)
        if job.balances_out is not None:
            out = stack.enter_context(whole_file(job.balances_out))
            for line in balances.lines(reader.policy):
                _write(out, line)
    return Done(batch.summary, tuple(reader.unknown))


def _write(file: IO[bytes], line: str) -> None:
    file.write(line.encode())


def _write_lines(output: IO[bytes], batch: Batch) -> None:
    _write(output, ",".join(COLUMNS) + "\n")
    lines: list[str] = []
    for line in batch.lines():
        lines.append(line)
        if len(lines) >= CHUNK:
            _write(output, "".join(lines))
            lines.clear()
    _write(output, "".join(lines))


def _balances(job: Job, reader: RowReader) -> Balances:
    balances = Balances(keeps=job.balances_out is not None)
    if job.balances is not None:
        with opened(str(job.balances)) as binary:
            sheet: Sheet = open_sheet(binary, str(job.balances), {})
            read_balances(sheet, reader.policy, balances)
    return balances
