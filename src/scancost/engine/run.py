"""A batch from files to files: whole outputs or none, in one call (SPEC 7)."""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from scancost.engine.balances import Balances, read_balances
from scancost.engine.batch import COLUMNS, REJECTS, Batch, Options, Summary
from scancost.engine.columns import is_installed
from scancost.engine.orders import Shown
from scancost.engine.reading import BrokenPolicy, RowReader
from scancost.engine.remembered import MOST
from scancost.engine.shelf import find, is_broken
from scancost.files import parquet
from scancost.files.csv_rows import LONGEST_FIELD, Sheet, cell, open_orders, open_sheet
from scancost.files.library import Library
from scancost.files.sources import STREAM, is_read_once, opened, size_of
from scancost.files.whole import NewFile, whole_files
from scancost.files.workbook import ENDING, csv_then_workbook
from scancost.problems import Place, Problem, Problems

MONEY = frozenset(Shown._fields)  # the columns of results that hold amounts
CHUNK = 2_000  # lines written at once
WORTH_COMPILED = 10_000_000  # bytes of orders from which the compiled engine is the faster one
WORTH_COMPILING = 100_000_000  # the same where it has to be compiled first
MEMORY = 2_000_000_000  # bytes that orders and lines may take, where nothing is said
LEAST_MEMORY = 400_000_000
BYTES_A_COMBINATION = 50_000  # of memory: what is remembered of one takes a quarter of it
BESIDES = 355_000_000  # bytes that the program, its libraries and the blocks in work take


@dataclass(frozen=True)
class Job:
    """What to read and what to write; STREAM is standard input or output.

    `memory` is what the compiled engine may use in all, in bytes.
    """

    orders: str
    output: str
    rejects: Path
    library: Library
    options: Options
    balances: Path | None = None
    balances_out: Path | None = None
    renames: dict[str, str] = field(default_factory=dict)
    engine: str = "auto"  # or interpreted, compiled
    memory: int | None = None

    def is_compiled(self) -> bool:
        """Whether the compiled engine does it: asked for, or there and worth its start."""
        if self.engine != "auto":
            return self.engine == "compiled"
        from scancost.engine.columns.compiled import is_kept

        size = self.size()
        if size is None or size < WORTH_COMPILED or not is_installed():
            return False
        return size >= WORTH_COMPILING or is_kept()

    def size(self) -> int | None:
        """The bytes of the orders as text (about, where they are packed); None of a stream."""
        return size_of(self.orders)

    def budget(self) -> int:
        """The bytes that orders and lines may take."""
        if self.memory is None:
            return MEMORY
        return max(self.memory - BESIDES - self._for_parquet(), 0)

    def remembered(self) -> int:
        """How many combinations of terms may be remembered, and other things as many."""
        return MOST if self.memory is None else min(self.memory // BYTES_A_COMBINATION, MOST)

    def least_memory(self) -> int:
        """The least that `memory` may say."""
        return LEAST_MEMORY + self._for_parquet()

    def _for_parquet(self) -> int:
        names = (self.orders, self.output)
        return parquet.MEMORY[sum(name.endswith(parquet.ENDING) for name in names)]


@dataclass(frozen=True)
class Done:
    """What came of it; `unknown_columns` were kept aside."""

    summary: Summary
    unknown_columns: tuple[str, ...]


@contextmanager
def _few_collections() -> Iterator[None]:
    """A batch makes many tuples and no cycles: looking for those takes a fifth of its time."""
    usual = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _standard_output() -> Iterator[IO[bytes]]:
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def _output(name: str, new_file: NewFile, ends: ExitStack) -> IO[bytes]:
    """Where the results go. `ends` closes before any new file takes its place: a workbook or a table is
    then complete, and standard output written, or has failed."""
    if name == STREAM:
        return ends.enter_context(_standard_output())
    out = new_file(Path(name))
    if name.endswith(ENDING):
        return ends.enter_context(csv_then_workbook(Path(name), out, MONEY))
    if name.endswith(parquet.ENDING):
        return ends.enter_context(parquet.csv_then_parquet(name, out, MONEY))
    return out


def run(job: Job) -> Done:
    """Run a batch. Raises Problems, BrokenPolicy (every policy that cannot be used) or OSError; then
    no file has changed."""
    try:
        return _run(job)
    except BrokenPolicy as broken:
        raise BrokenPolicy(_all_broken(job, broken.problems)) from None


def _run(job: Job) -> Done:
    with ExitStack() as files, ExitStack() as ends:
        files.enter_context(_few_collections())
        new_file = files.enter_context(whole_files())
        binary = files.enter_context(opened(job.orders, job.renames))
        if job.is_compiled():
            return _run_compiled(job, binary, new_file, ends)
        sheet = open_orders(binary, job.orders, job.renames)
        reader = RowReader(sheet, job.library)
        balances = _balances(job, reader)
        batch = Batch(reader, balances, job.options)
        output, rejects = _files(job, sheet, new_file, ends)
        batch.read(sheet, lambda line: _write(rejects, line))
        _write_lines(output, batch)
        _write_balances(job, reader, balances, new_file)
    return Done(batch.summary, tuple(reader.unknown))


def _run_compiled(job: Job, binary: IO[bytes], new_file: NewFile, ends: ExitStack) -> Done:
    """The same on columns. The numeric libraries are imported here, by no other command."""
    from scancost.engine.columns.batch import ColumnBatch, Plan, threads
    from scancost.engine.columns.blocks import Blocks, Unreadable
    from scancost.engine.columns.compiled import keep

    plan = Plan(job.size(), job.budget(), threads(), remembered=job.remembered())
    try:
        blocks = Blocks(binary, plan.block)
        sheet = open_orders(io.BytesIO(blocks.heading()), job.orders, job.renames)
        reader = RowReader(sheet, job.library, plan.remembered)
        balances = _balances(job, reader)
        batch = ColumnBatch(reader, sheet.columns, balances, job.options, plan)
        output, rejects = _files(job, sheet, new_file, ends)
        batch.read(blocks, lambda line: _write(rejects, line))
    except Unreadable:
        raise Problems(_why_unreadable(job)) from None
    batch.settle()
    _write(output, ",".join(COLUMNS) + "\n")
    batch.write(output)
    _write_balances(job, reader, balances, new_file)
    keep()
    return Done(batch.summary, tuple(reader.unknown))


def _all_broken(job: Job, first: list[Problem]) -> list[Problem]:
    """The problems of every policy that the orders name and that cannot be used, in the order of the
    file; of what is read once only those already found. `first` may be of a policy that only balances
    name."""
    found: list[Problem] = []
    for name in _policies_named(job):
        try:
            find(job.library, name)
        except Problems as problems:
            if is_broken(problems):
                found += problems.problems
    return found if first[0] in found else first + found


def _policies_named(job: Job) -> list[str]:
    """What the orders of a file name as policies, each once, as far as the file can be read."""
    names: dict[str, None] = {}
    if is_read_once(job.orders):
        return []
    with opened(job.orders) as binary, suppress(Problems):
        sheet = open_orders(binary, job.orders, job.renames)
        at, width = sheet.columns.index("policy"), len(sheet.columns)
        for row in sheet.rows:
            if len(row) == width:
                names[row[at].strip()] = None
    return list(names)


def _why_unreadable(job: Job) -> list[Problem]:
    """What the interpreted reader says of a file that cannot be read on."""
    if not is_read_once(job.orders):
        with opened(job.orders) as binary:
            try:
                for _ in open_orders(binary, job.orders, job.renames).rows:
                    pass
            except Problems as problems:
                return problems.problems
    return [Problem("csv_unreadable", {"most": f"{LONGEST_FIELD:,}"}, Place(job.orders))]


def _files(
    job: Job, sheet: Sheet, new_file: NewFile, ends: ExitStack
) -> tuple[IO[bytes], IO[bytes]]:
    """The output, and the rejects with their heading."""
    output = _output(job.output, new_file, ends)
    rejects = new_file(job.rejects)
    heading = ",".join((*REJECTS, *(cell(each) for each in sheet.headings)))
    _write(rejects, f"{heading}\n")
    return output, rejects


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


def _write_balances(job: Job, reader: RowReader, balances: Balances, new_file: NewFile) -> None:
    if job.balances_out is not None:
        out = new_file(job.balances_out)
        for line in balances.lines(reader.policy):
            _write(out, line)


def _balances(job: Job, reader: RowReader) -> Balances:
    balances = Balances(keeps=job.balances_out is not None)
    if job.balances is not None:
        with opened(str(job.balances)) as binary:
            sheet: Sheet = open_sheet(binary, str(job.balances), {})
            read_balances(sheet, reader.policy, balances)
    return balances
