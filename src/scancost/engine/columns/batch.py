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
from scancost.engine.columns.output import Output
from scancost.engine.columns.reader import ColumnReader, Dealt, Tables
from scancost.engine.columns.store import PADDING, Part, Store
from scancost.engine.columns.tables import STATUSES, LoopTables
from scancost.engine.decisions import Decisions
from scancost.engine.reading import RowReader
from scancost.engine.rejects import First, note

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
KINDS = {"f": c.IN_FAMILY, "m": c.MEMBER_ALONE}
Given = dict[int, Any]
"""By lot, rows of GIVEN_WIDTH (loops/layout.py)."""


def lots_for(size: int | None) -> int:
    """How many lots a file of `size` bytes wants: a power of two."""
    rows = (size or 200_000_000) // BYTES_IN_A_ROW
    lots = 1
    while lots < MOST_LOTS and lots * ROWS_IN_A_LOT < rows:
        lots *= 2
    return lots


@dataclass(frozen=True)
class Plan:
    """How much memory a run may use between its stages (bytes), on how many threads."""

    size: int | None
    budget: int
    threads: int
    block: int = BLOCK


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
        self.columns = ColumnReader(reader, columns, fault, self._lots, keeps, self._loops)
        self._store = Store(self._lots, self.columns.width, plan.budget, self._loops)
        self._large: dict[int, Any] = {}  # by lot, amounts above what a record has room for
        self._firsts: dict[str, First] = {}
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
            for at, row in bad:
                number = summary.read + at + 1
                reject(f"{number},{row.text}")
                note(self._firsts, row, number)
            summary.read += len(part.lots)
            summary.rejected += len(bad)
            summary.accepted += len(part.lots) - len(bad)
        if self.options.progress is not None:
            self.options.progress("reading", summary.read, dealt.read, None)

    # -- settling ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Settle every lot, in place."""
        decisions = Decisions(self.reader.decisions, self.options.needs)
        self._tables = LoopTables(decisions, self.columns.policies)
        given, rejected = self._given(), self._rejected()
        with ThreadPoolExecutor(self.plan.threads) as pool:
            going: deque[Future[Any]] = deque()
            for lot in range(self._lots):
                nothing = np.empty((0, c.GIVEN_WIDTH), np.int64)
                more = (given.get(lot, nothing), rejected.get(lot, nothing))
                going.append(pool.submit(self._settle, lot, *more))
                if len(going) > 2 * self.plan.threads:
                    self._count(going.popleft().result())
            for each in going:
                self._count(each.result())

    def _settle(self, lot: int, given: Any, rejected: Any) -> Any:
        tables, records = self._tables, self._store.take(lot)
        if not len(records):
            return None
        totals = np.zeros(c.TOTALS_WIDTH, np.int64)
        people, ledger, large = self._loops.settle_lot(
            *(records, records.view(np.uint32), self.columns.width),
            *(tables.decisions, tables.terms, tables.limits, given, rejected),
            *(int(self.options.from_start_of_year), totals),
        )
        self._store.give_back(lot, records)
        if len(large):
            self._large[lot] = large
        count = len(records) // self.columns.width
        if not self.balances.keeps:
            return count, totals, None
        return count, totals, (records, self._store.texts_of(lot), people, ledger)

    def _count(self, settled: Any) -> None:
        if settled is None:
            return
        rows, totals, kept = settled
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
        if kept is not None:
            self._keep(*kept)

    # -- balances and rejected orders, by lot -------------------------------------------------

    def _who(self, group: str) -> tuple[int, ...] | None:
        """A group's lot, policy, kind and words of identity; None where no order is of it."""
        policy, kind, who = group.split("\n", 2)
        code = self.columns.policies.get(policy)
        if code is None or kind not in KINDS:
            return None
        words = self.columns.identity(who.encode())
        lot = int(self._loops.lot_of(code, KINDS[kind], *words, self._lots))
        return lot, code, KINDS[kind], *words

    def _given(self) -> Given:
        """The balances at the start."""
        found: dict[int, list[Any]] = {}
        for (group, member), pools in self.balances.starts.items():
            who = self._who(group)
            if who is None:
                continue
            words = self.columns.identity(member.encode())
            for pool, met in pools.items():
                found.setdefault(who[0], []).append((*who[1:], *words, pool, *met))
        return {lot: np.array(rows, np.int64) for lot, rows in found.items()}

    def _rejected(self) -> Given:
        """The first rejected order of each group."""
        found: dict[int, list[Any]] = {}
        for group, first in self._firsts.items():
            who = self._who(group)
            if who is not None:
                found.setdefault(who[0], []).append((*who[1:], *first, 0, 0, 0, 0, 0))
        return {lot: np.array(rows, np.int64) for lot, rows in found.items()}

    def _keep(self, records: Any, texts: Any, people: Any, ledger: Any) -> None:
        """Remember where the members of a lot ended, for `--balances-out`."""
        data = texts.tobytes()
        records, people = records.reshape(-1, self.columns.width), people.reshape(-1, 2)
        members = np.unique(people[:, 1], return_index=True)[1].tolist()
        lengths = records[:, [c.W_TEXTS, c.W_RAW_TEXTS]]
        low, high = lengths & c.LENGTH_MASK, lengths >> c.LENGTH_BITS
        ends = np.cumsum(low.sum(1) + high.sum(1))
        codes = {code: name for name, code in self.columns.policies.items()}
        for row in members:
            if not lengths[row, 1]:  # neither a family nor a member: it stands alone
                continue
            end = int(ends[row])
            start = end - int(high[row, 1])
            family = data[start:end].decode()
            member = data[start - int(low[row, 1]) : start].decode()
            decided = self.reader.decisions[records[row, c.W_DECIDED] >> c.LOW_BITS]
            name = codes[self.columns.policies[decided.ready.policy.policy]]
            kind, who = ("f", family) if family else ("m", member)
            mine, ours = people[row, 1] * 4, people[row, 0] * 4
            self.balances.ends[f"{name}\n{kind}\n{who}", member] = {
                pool: (
                    *(int(ledger[0, mine + pool]), int(ledger[1, mine + pool])),
                    *(int(ledger[2, ours + pool]), int(ledger[3, ours + pool])),
                )
                for pool in range(4)
            }

    # -- writing ----------------------------------------------------------------------------

    def write(self, file: IO[bytes]) -> None:
        """Write the lines in file order: threads make those of a part each, another writes."""
        output = Output(file)
        larges = np.zeros(self._lots, np.int64)
        for lot, large in self._large.items():
            larges[lot] = large.ctypes.data
        going: deque[tuple[int, Future[tuple[Any, int]]]] = deque()
        self._written = 0
        with ThreadPoolExecutor(self.plan.threads) as pool:
            try:
                for first, part, texts in self._store.parts():
                    made = pool.submit(self._lines_of, first, part, texts, larges, output)
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

    def _write_next(self, going: Any, output: Output) -> None:
        rows, made = going.popleft()
        output.write(*made.result())
        self._written += rows
        if self.options.progress is not None:
            self.options.progress("writing", self._written, self._written, self.summary.read)

    def _lines_of(
        self, first: int, part: Part, texts: int, larges: Any, output: Output
    ) -> tuple[Any, int]:
        """A buffer with the lines of a part, which has so many bytes of texts; the bytes of lines."""
        tables = self._tables
        out = output.room(len(part.lots) * tables.longest + texts + PADDING)
        size = self._loops.put_lines(
            *(part.lots, first, part.records, part.records.view(np.uint32), self.columns.width),
            *(part.texts, part.starts, part.ends, larges),
            *(tables.decisions, tables.texts, tables.reasons, out),
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
