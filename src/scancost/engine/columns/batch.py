"""A run of the compiled path: blocks are read, lots settled, lines merged; two cores are used.

Beside engine/batch.py, whose results it gives to the byte. Orders wait in lots of families between
reading and settling, and their lines between settling and writing; both spill to one temporary
file each where they would not stay within the memory given.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import local
from typing import IO, Any

import numpy as np

from scancost.engine.balances import Balances
from scancost.engine.batch import TOTALS, Options, Summary
from scancost.engine.columns.blocks import Blocks
from scancost.engine.columns.compiled import loops
from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.output import Output
from scancost.engine.columns.reader import ColumnReader, Dealt, Tables
from scancost.engine.columns.store import Lines, Waiting
from scancost.engine.columns.tables import STATUSES, LoopTables
from scancost.engine.decisions import Decisions
from scancost.engine.reading import RowReader
from scancost.engine.rejects import First, note

BLOCK = 4 << 20  # bytes read at a time
ROWS_IN_A_LOT = 16_384  # so that a lot stays in the cache
BYTES_IN_A_ROW = 130  # of orders, about
MOST_LOTS = 4_096
PLENTY = 1 << 62
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


def lots_for(size: int | None, budget: int) -> int:
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
        self._lots = lots_for(plan.size, plan.budget)
        fault, keeps = options.fault, balances.keeps
        self.columns = ColumnReader(reader, columns, fault, self._lots, keeps, self._loops)
        self._waiting = Waiting(self._lots, self.columns.width, plan.budget // 2, self._loops)
        self._lines = Lines(self._lots, plan.budget // 2)
        self._lot_of_rows: list[Any] = []
        self._firsts: dict[str, First] = {}
        self._settled = 0  # orders
        self._own = local()  # what a thread keeps for itself

    # -- reading ----------------------------------------------------------------------------

    def read(self, blocks: Blocks, reject: Callable[[str], None]) -> None:
        """Read every row. Raises Unreadable, BrokenPolicy or Problems."""
        with ThreadPoolExecutor(self.plan.threads) as pool:
            going: list[Future[Dealt]] = []
            try:
                while (block := blocks.take()) is not None:
                    going.append(pool.submit(self._read_block, block))
                    del block
                    if len(going) > self.plan.threads:
                        self._take_in(going.pop(0).result(), reject)
                while going:
                    self._take_in(going.pop(0).result(), reject)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        self._waiting.settle_down()

    def _read_block(self, block: Any) -> Dealt:
        tables = getattr(self._own, "tables", None)
        if tables is None:
            tables = self._own.tables = Tables()
        return self.columns.read(block, tables)

    def _take_in(self, dealt: Dealt, reject: Callable[[str], None]) -> None:
        """A block that was read, in the order of the file."""
        summary = self.summary
        for waiting, texts, starts, ends, lots, bad in dealt.parts:
            self._waiting.add(summary.read + 1, waiting, texts, starts, ends)
            for at, row in bad:
                number = summary.read + at + 1
                reject(f"{number},{row.text}")
                note(self._firsts, row, number)
            summary.read += len(lots)
            summary.rejected += len(bad)
            summary.accepted += len(waiting)
            self._lot_of_rows.append(lots)
        if self.options.progress is not None:
            self.options.progress("reading", summary.read, dealt.read, None)

    # -- settling ---------------------------------------------------------------------------

    def settle(self) -> None:
        """Settle every lot; the lines wait for `write`."""
        tables = LoopTables(
            Decisions(self.reader.decisions, self.options.needs), self.columns.policies
        )
        given, rejected = self._given(), self._rejected()
        with ThreadPoolExecutor(self.plan.threads) as pool:
            going: list[Future[Any]] = []
            for lot in range(self._lots):
                nothing = np.empty((0, c.GIVEN_WIDTH), np.int64)
                more = (given.get(lot, nothing), rejected.get(lot, nothing))
                going.append(pool.submit(self._settle, lot, tables, *more))
                if len(going) > 2 * self.plan.threads:
                    self._count(going.pop(0).result())
            for each in going:
                self._count(each.result())
        self._waiting.close()

    def _settle(self, lot: int, tables: LoopTables, given: Any, rejected: Any) -> Any:
        waiting, texts = self._waiting.take(lot)
        if not len(waiting):
            return None
        totals = np.zeros(c.TOTALS_WIDTH, np.int64)
        room = len(waiting) * tables.longest + len(texts)
        out = getattr(self._own, "out", None)
        if out is None or len(out) < room:
            out = self._own.out = np.empty(room, np.uint8)
        size, people, ledger = self._loops.settle_lot(
            *(waiting.reshape(-1), self.columns.width, texts),
            *(tables.decisions, tables.terms, tables.limits),
            *(tables.texts, tables.reasons, given, rejected),
            *(int(self.options.from_start_of_year), totals, out),
        )
        if self._lines.put(lot, out, size):
            self._own.out = None
        if self.balances.keeps:
            return len(waiting), totals, (waiting, texts, people.reshape(-1, 2), ledger)
        return len(waiting), totals, None

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

    def _keep(self, waiting: Any, texts: Any, people: Any, ledger: Any) -> None:
        """Remember where the members of a lot ended, for `--balances-out`."""
        data = texts.tobytes()
        members = np.unique(people[:, 1], return_index=True)[1].tolist()
        lengths = waiting[:, c.W_TEXTS : c.W_RAW_TEXTS + 1]
        low, high = lengths & c.LENGTH_MASK, lengths >> c.LENGTH_BITS
        ends = np.cumsum(low.sum(1) + high.sum(1))
        codes = {code: name for name, code in self.columns.policies.items()}
        for row in members:
            if waiting[row, c.W_KIND] == c.ALONE:
                continue
            end = int(ends[row])
            start = end - int(high[row, 1])
            family = data[start:end].decode()
            member = data[start - int(low[row, 1]) : start].decode()
            decided = self.reader.decisions[waiting[row, c.W_DECIDED]]
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
        """Write the lines in file order; one thread merges while another writes."""
        self._lines.start()
        output = Output(file)
        progress, done = self.options.progress, 0
        try:
            for lots in self._lot_of_rows:
                row = 0
                while row < len(lots):
                    row, size, lot = self._merge(lots, row, output.room())
                    output.fill(size)
                    if lot >= 0:
                        self._lines.refill(lot)
                    elif row < len(lots):
                        output.hand_over()
                done += len(lots)
                if progress is not None:
                    progress("writing", done, done, self.summary.read)
            output.close()
        finally:
            output.abandon()
        self._lines.close()

    def _merge(self, lots: Any, row: int, out: Any) -> tuple[int, int, int]:
        found = self._loops.merge(lots, row, self._lines.places, self._lines.ends, out)
        return int(found[0]), int(found[1]), int(found[2])


def threads() -> int:
    """The cores this process may use, two at most: more were not measured."""
    try:
        return min(len(os.sched_getaffinity(0)), 2)
    except AttributeError:
        return min(os.cpu_count() or 1, 2)
