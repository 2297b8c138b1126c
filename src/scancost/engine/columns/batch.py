"""A run of the compiled path: blocks are read, lots settled, parts written; two cores are used.

Beside engine/batch.py, whose results it gives to the byte. Orders wait in lots of families between
reading and settling, and settled between settling and writing, in the same place (store.py).
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from threading import local
from typing import IO, Any

import numpy as np

from scancost.engine.balances import Balances
from scancost.engine.batch import TOTALS, Options, Summary
from scancost.engine.columns.blocks import Block, Blocks
from scancost.engine.columns.compiled import loops
from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.lots import Beside, Lots, Settled
from scancost.engine.columns.output import Output
from scancost.engine.columns.reader import ColumnReader, Dealt, Tables
from scancost.engine.columns.scratch import Aside, Numbered
from scancost.engine.columns.store import PADDING, Part, Store
from scancost.engine.columns.tables import STATUSES, LoopTables
from scancost.engine.decisions import Decisions
from scancost.engine.reading import RowReader
from scancost.engine.remembered import MOST

BLOCK = 1 << 20  # bytes read at a time: what is made of them stays in the cache
ROWS_IN_A_LOT = 16_384  # so that a lot stays in the cache
BYTES_IN_A_ROW = 130  # of orders, about
MOST_LOTS = 4_096
TURN = 0.0005  # seconds, while blocks are read
TOTAL_COLUMNS = (
    c.T_BILLED,
    c.T_ALLOWED,
    c.T_PATIENT_PAYS,
    c.T_PLAN_PAYS,
    c.T_WRITE_OFF,
    c.T_AT_STAKE,
)
BYTES_TO_SETTLE = 700  # an order, about
LEAST_ROWS = 32_768  # settled at once


def lots_for(size: int | None) -> int:
    """How many lots a file of `size` bytes wants: a power of two."""
    rows = (size or 200_000_000) // BYTES_IN_A_ROW
    lots = 1
    while lots < MOST_LOTS and lots * ROWS_IN_A_LOT < rows:
        lots *= 2
    return lots


@dataclass(frozen=True)
class Plan:
    """How much memory a run may use between its stages (bytes), on how many threads, and what it may
    remember."""

    size: int | None
    budget: int
    threads: int
    block: int = BLOCK
    remembered: int = MOST  # combinations, and as many of other things

    def most_rows(self) -> int:
        """How many orders of a lot may be settled at once by a thread: a quarter of the memory goes
        to that."""
        return max(self.budget // (4 * self.threads * BYTES_TO_SETTLE), LEAST_ROWS)


class ColumnBatch:
    """One run: `read` the blocks, then `write` the lines. Same words as engine/batch.py's Batch."""

    def __init__(
        self,
        reader: RowReader,
        columns: tuple[str, ...],
        balances: Balances,
        options: Options,
        plan: Plan,
    ) -> None:
        self.reader, self.balances, self.options, self.plan = reader, balances, options, plan
        self.summary = Summary(totals=dict.fromkeys(TOTALS, 0))
        self._loops = loops()
        self._lots = lots_for(plan.size)
        fault, keeps = options.fault, balances.keeps
        most = plan.remembered
        self.columns = ColumnReader(reader, columns, fault, self._lots, keeps, self._loops, most)
        self._store = Store(self._lots, self.columns.width, plan.budget, self._loops)
        self._large = Numbered(c.AMOUNTS_WIDTH)  # amounts above what a record has room for
        self._rejected = Aside(self._lots, c.REJECTED_WIDTH, c.G_WHEN)
        self._settled = self._written = 0  # rows
        self._tables: LoopTables
        self._own = local()  # what a thread keeps for itself

    # -- reading ----------------------------------------------------------------------------

    def read(self, blocks: Blocks, reject: Callable[[str], None]) -> None:
        """Read every row. Raises Unreadable, BrokenPolicy or Problems."""
        with _short_turns(), ThreadPoolExecutor(self.plan.threads) as pool:
            going: list[Future[Dealt]] = []
            try:
                while (block := blocks.take()) is not None:
                    going.append(pool.submit(self._read_block, block, blocks))
                    if len(going) > self.plan.threads:
                        self._take_in(going.pop(0).result(), reject)
                while going:
                    self._take_in(going.pop(0).result(), reject)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        self._store.settle_down()

    def _read_block(self, block: Block, blocks: Blocks) -> Dealt:
        tables = getattr(self._own, "tables", None)
        if tables is None:
            tables = self._own.tables = Tables()
        dealt = self.columns.read(block, tables)
        blocks.give_back(block)
        return dealt

    def _take_in(self, dealt: Dealt, reject: Callable[[str], None]) -> None:
        """A block that was read, in the order of the file."""
        summary = self.summary
        for part, bad in dealt.parts:
            self._store.add(summary.read + 1, part)
            for at, row, who in bad:
                number = summary.read + at + 1
                reject(f"{number},{row.text}")
                if who is not None:
                    when = row.day << c.ROW_BITS | number if row.day else 0  # before all
                    self._rejected.add(self.columns.lot_of(who), (*who, when))
            summary.read += len(part.lots)
            summary.rejected += len(bad)
            summary.accepted += len(part.lots) - len(bad)
        if self.options.progress is not None:
            self.options.progress("reading", summary.read, dealt.read, None)

    # -- settling ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Settle every lot, in place."""
        self.columns.forget()
        self._tables = LoopTables(Decisions(self.reader, self.options.needs), self.columns.policies)
        beside = Beside(self._given(), self._rejected)
        self._rejected.settle_down()
        from_start, most = self.options.from_start_of_year, self.plan.most_rows()
        large = self._large
        lots = Lots(self._store, self.columns, self._tables, beside, large, from_start, most)
        with ThreadPoolExecutor(self.plan.threads) as pool:
            going: deque[Future[Settled | None]] = deque()
            try:
                for lot in range(self._lots):
                    going.append(pool.submit(lots.settle, lot))
                    if len(going) > 2 * self.plan.threads:
                        self._count(going.popleft().result())
                for each in going:
                    self._count(each.result())
            except BaseException:
                lots.is_stopped = True
                pool.shutdown(cancel_futures=True)
                raise
        beside.close()

    def _count(self, settled: Settled | None) -> None:
        if settled is None:
            return
        rows, totals, ends = settled
        summary = self.summary
        self._settled += rows
        if self.options.progress is not None:
            self.options.progress("settling", self._settled, self._settled, summary.accepted)
        for name, column in zip(TOTALS, TOTAL_COLUMNS, strict=True):
            summary.totals[name] += int(totals[column])
        summary.to_authorize += int(totals[c.T_TO_AUTHORIZE])
        for at, status in enumerate(STATUSES):
            if count := int(totals[c.T_STATUS + at]):
                summary.statuses[status] = summary.statuses.get(status, 0) + count
        for end in ends:
            self.balances.end(*end)

    def _given(self) -> Aside:
        """The balances at the start, by lot."""
        given = Aside(self._lots, c.GIVEN_WIDTH, c.G_MET)
        for group, member, pools in self.balances.starts():
            who = self.columns.who(group)
            words = self.columns.identity(member.encode())
            for pool, met in pools.items():
                if who is not None:
                    given.add(self.columns.lot_of(who), (*who, *words, pool, *met))
        given.settle_down()
        return given

    # -- writing ----------------------------------------------------------------------------

    def write(self, file: IO[bytes]) -> None:
        """Write the lines in file order: threads make those of a part each, another writes."""
        output = Output(file)
        going: deque[tuple[int, Future[tuple[Any, int]]]] = deque()
        self._written = 0
        with ThreadPoolExecutor(self.plan.threads) as pool:
            try:
                for first, part, texts in self._store.parts():
                    made = pool.submit(self._lines_of, first, part, texts, output)
                    going.append((len(part.lots), made))
                    del part  # so that its memory is free once its lines are made
                    if len(going) > self.plan.threads:
                        self._write_next(going, output)
                while going:
                    self._write_next(going, output)
                output.close()
            finally:
                pool.shutdown(cancel_futures=True)
                output.abandon()
        self._store.close()
        self._large.close()

    def _write_next(self, going: Any, output: Output) -> None:
        rows, made = going.popleft()
        output.write(*made.result())
        self._written += rows
        if self.options.progress is not None:
            self.options.progress("writing", self._written, self._written, self.summary.read)

    def _lines_of(self, first: int, part: Part, texts: int, output: Output) -> tuple[Any, int]:
        """A buffer with the lines of a part, which has so many bytes of texts; the bytes of lines."""
        tables, width = self._tables, self.columns.width
        numbers = np.empty(0, np.int64)
        if len(self._large):
            numbers = self._loops.large_numbers(part.lots, part.records, width, part.starts)
        out = output.room(len(part.lots) * tables.longest + texts + PADDING)
        size = self._loops.put_lines(
            *(part.lots, first, part.records, part.records.view(np.uint32), width),
            *(part.texts, part.starts, part.ends, self._large.rows(numbers)),
            *(tables.decisions, tables.services, tables.texts, tables.reasons, out),
        )
        return out, int(size)


@contextmanager
def _short_turns() -> Iterator[None]:
    """Threads that come back from a loop soon have their turn again, while another decides."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(usual)


def threads() -> int:
    """The cores this process may use, two at most: more were not measured."""
    try:
        return min(len(os.sched_getaffinity(0)), 2)
    except AttributeError:
        return min(os.cpu_count() or 1, 2)
