"""Blocks to orders that wait in lots: the loops read and vouch, the RowReader decides and judges.

A combination, and a combination with its facts, is decided once by the RowReader; a row that the
loops do not vouch for is read by it alone. Several threads read blocks; the RowReader is one's at
a time.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import Any

import numpy as np

from scancost.engine.columns.blocks import Block, Unreadable
from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.loops.reading import BROKEN, KEY_WIDTH
from scancost.engine.columns.scratch import WORD
from scancost.engine.columns.store import PADDING, Part, memory
from scancost.engine.deciding import BLANK, NEVER
from scancost.engine.reading import Combination, Row, RowReader
from scancost.engine.rejects import Rejected, rejected
from scancost.engine.remembered import MOST, Remembered, by_caller
from scancost.files.csv_rows import cell, record
from scancost.model.order import AMOUNTS, DATES, MET, REMAINING, TERMS
from scancost.problems import Problem, Wrong

ROWS = 32_768  # read at a time
FIRST_KEYS = 1 << 16
SLOTS = 4  # kept for each combination kept, if need be
DAYS = {c.BLANK: BLANK, c.NEVER: NEVER}  # what the loops and the RowReader say of no date
Edges = tuple[list[int], list[int], list[int]]
Known = tuple[Combination | None, Edges, tuple[int, ...]]
KINDS = {"f": c.IN_FAMILY, "m": c.MEMBER_ALONE}
Who = tuple[int, int, int]
"""A family, or a member without one: policy and kind (who_of in loops/lots.py), words of identity."""
Bad = tuple[int, Rejected, Who | None]
"""A rejected row: its place, what is written of it, whose later orders it concerns."""


def roles_of(columns: tuple[str, ...]) -> Any:
    """What each column is to the loops (loops/layout.py)."""
    roles = dict.fromkeys(TERMS, c.TERM)
    days = (c.SERVICE_DATE, c.EXPIRES, c.BIRTH, c.LAST_SERVICE)
    roles |= dict(zip(DATES, days, strict=True))
    roles |= {name: c.AMOUNT + at for at, name in enumerate(AMOUNTS)}
    roles |= {name: c.BALANCE + at for at, name in enumerate((*MET, *REMAINING))}
    roles |= {"order_id": c.ORDER_ID, "member_id": c.MEMBER_ID, "family_id": c.FAMILY_ID}
    return np.array([roles.get(name, c.UNUSED) for name in columns], np.int64)


@dataclass
class Dealt:
    """A block that was read: its parts, each with its rejected rows; `read` bytes of the file so far."""

    read: int
    parts: list[tuple[Part, list[Bad]]] = field(default_factory=list)


class Tables:
    """What one thread knows of combinations and slots, numbered as it met them."""

    def __init__(self) -> None:
        self.keys = np.zeros((FIRST_KEYS, KEY_WIDTH), np.int64)
        self.slot_keys = np.zeros((FIRST_KEYS, KEY_WIDTH), np.int64)
        self.counts = np.zeros(2, np.int64)
        self.combinations: list[tuple[int, int]] = []  # their words
        self.known = np.empty((0, c.COMBINATION_WIDTH), np.int64)
        self.slots = np.empty((0, c.SLOT_WIDTH), np.int64)
        self.edges = np.empty(0, np.int64)
        self._starts: dict[Any, tuple[int, ...]] = {}
        self.records = np.empty((ROWS, c.READ_WIDTH), np.int64)
        self.new_rows = np.empty(ROWS, np.int64)

    def add_edges(self, edges: Edges) -> tuple[int, ...]:
        """Where the edges of a combination start and end among those of all."""
        key = tuple(map(tuple, edges))
        if key not in self._starts:
            ends = np.cumsum([len(self.edges), *map(len, edges)]).tolist()
            self._starts[key] = tuple(ends)
            self.edges = np.array([*self.edges.tolist(), *(x for each in edges for x in each)])
            self.edges = self.edges.astype(np.int64)
        return self._starts[key]

    def make_room(self, most: int) -> None:
        """Room for as many new keys as there may be rows in the next part of a block."""
        if self.counts[0] > most or self.counts[1] > SLOTS * most:
            room = self.records, self.new_rows
            self.__init__()  # type: ignore[misc]
            self.records, self.new_rows = room
        self.keys = _grown(self.keys, int(self.counts[0]))
        self.slot_keys = _grown(self.slot_keys, int(self.counts[1]))


def _grown(table: Any, count: int) -> Any:
    """The same keys in a table that is at most half full after another part of a block."""
    size = len(table)
    while size < 2 * (count + ROWS):
        size *= 2
    if size == len(table):
        return table
    wider = np.zeros((size, KEY_WIDTH), np.int64)
    for entry in table[table[:, 3] != 0]:
        place = int(entry[0] ^ (entry[0] >> 29)) & (size - 1)
        while wider[place, 3]:
            place = (place + 1) & (size - 1)
        wider[place] = entry
    return wider


class ColumnReader:
    """Reads blocks for a run, in any thread."""

    def __init__(
        self,
        reader: RowReader,
        columns: tuple[str, ...],
        fault: Callable[[Problem], str],
        lots: int,
        keeps: bool,
        loops: Any,
        most: int = MOST,
    ) -> None:
        self.reader, self.loops, self.lots, self.keeps = reader, loops, lots, keeps
        self._most = most  # combinations kept by a thread, and by all together
        self.roles = roles_of(columns)
        self.has_balances = bool((self.roles >= c.BALANCE).any())
        self.width = c.WAITING_WITH_TEXTS if keeps else c.WAITING_WIDTH
        if self.has_balances:
            self.width = c.WAITING_WITH_BALANCES
        self.seeds = np.array([secrets.randbits(62) | 1 for _ in range(4)], np.int64)
        self.policies: dict[str, int] = {}
        self._policy_of = np.empty(1024, np.int64)  # by the index of a decision
        self._taken = 0
        self._fault = fault
        self._lock = Lock()
        self._combinations: Remembered[tuple[int, int], Known] = Remembered(by_caller, most)
        self._slots: Remembered[tuple[int, int, int], tuple[int, ...]]
        self._slots = Remembered(by_caller, SLOTS * most)

    # -- what was decided -------------------------------------------------------------------

    def policy_code(self, name: str) -> int:
        return self.policies.setdefault(name, len(self.policies))

    def _take_decisions(self) -> None:
        """The policies of decisions that are new."""
        decisions = self.reader.decisions
        if len(decisions) > len(self._policy_of):
            self._policy_of = np.resize(self._policy_of, 2 * len(decisions))
        for at in range(self._taken, len(decisions)):
            self._policy_of[at] = self.policy_code(decisions[at].ready.policy.policy)
        self._taken = len(decisions)

    def _combine(self, tables: Tables, data: Any, news: int) -> None:
        """Ask about combinations that are new to a thread; the RowReader, where to all."""
        found = []
        for entry in tables.records[tables.new_rows[:news]].tolist():
            words = (entry[c.R_SLOT], entry[c.R_DECIDED])
            _, edges, row_of = self._known(words, data, entry)
            tables.combinations.append(words)
            found.append((*row_of, *tables.add_edges(edges)))
        tables.known = np.concatenate((tables.known, np.array(found, np.int64)))

    def _known(self, words: tuple[int, int], data: Any, entry: Any) -> Known:
        """What is known of the combination of a row."""
        return self._combinations.by(words, partial(self._combination, data, entry))

    def _combination(self, data: Any, entry: Any) -> Known:
        """What the combination of a row comes to; its edges, and what loops/layout.py has before
        them."""
        combination = self.reader.combination(self._cells(data, entry))
        if combination is None:
            return None, ([], [], []), (0, 0, 0, 0, 0)
        coverage = combination.coverage
        code = c.BLANK if coverage is None else int(coverage)
        days = (combination.first_day, combination.last_day)
        row = (1, *days, int(combination.needs_dates), code)
        return combination, self.reader.edges(combination), row

    def _decide(self, tables: Tables, data: Any, news: int) -> None:
        """Ask about slots that are new to a thread; the RowReader, where to all."""
        found = []
        for entry in tables.records[tables.new_rows[:news]].tolist():
            words = tables.combinations[entry[c.R_COMBINATION]]
            find = partial(self._slot, words, data, entry)
            found.append(self._slots.by((*words, entry[c.R_DECIDED]), find))
        tables.slots = np.concatenate((tables.slots, np.array(found, np.int64)))

    def _slot(self, words: tuple[int, int], data: Any, entry: list[int]) -> tuple[int, ...]:
        combination, *_ = self._known(words, data, entry)
        assert combination is not None
        has_family = bool(entry[c.R_FAMILY_LENGTH])
        dates = (entry[at] for at in (c.R_DAY, c.R_EXPIRES, c.R_BIRTH, c.R_LAST))
        day, expires, birth, last = (DAYS.get(each, each) for each in dates)
        try:
            decided, wholes = self.reader.decided(
                combination, has_family, (day, expires, birth, last)
            )
        except Wrong:
            return (-1,) * c.SLOT_WIDTH
        code = self.policy_code(decided.ready.policy.policy)
        return (decided.index, int(decided.decision.is_contracted), code, *wholes)

    def forget(self) -> None:
        """Keep nothing that only reading asks for."""
        self._combinations.forget()
        self._slots.forget()
        self.reader.forget()

    # -- a block ----------------------------------------------------------------------------

    def read(self, block: Block, tables: Tables) -> Dealt:
        """Read a block. Raises Unreadable or BrokenPolicy."""
        dealt = Dealt(block.read)
        at = 0
        while at < block.end:
            at = self._part(block, at, tables, dealt)
        return dealt

    def _part(self, block: Block, at: int, tables: Tables, dealt: Dealt) -> int:
        """Read as many rows as there is room for; where the next ones start."""
        data, records, loops = block.data, tables.records, self.loops
        tables.make_room(self._most)
        count, stop, news = loops.tokenise(
            data,
            at,
            block.end,
            self.roles,
            self.seeds,
            tables.keys,
            tables.counts,
            records.reshape(-1),
            tables.new_rows,
        )
        if count == BROKEN:
            raise Unreadable
        if news:
            with self._lock:
                self._combine(tables, data, news)
        rows = (records.reshape(-1), count)
        slots = (tables.slot_keys, tables.counts, tables.new_rows)
        if news := loops.judge(*rows, tables.known.reshape(-1), tables.edges, *slots):
            with self._lock:
                self._decide(tables, data, news)
        others = loops.finish(*rows, tables.slots.reshape(-1), int(self.has_balances))
        extra, bad = bytearray(), []
        with self._lock:
            if others:
                bad = self._read_others(data, records[:count], extra)
            self._take_decisions()
            policies = self._policy_of
        dealt.parts.append((self._deal(block, rows, policies, extra), bad))
        return int(stop)

    def _deal(self, block: Block, rows: Any, policies: Any, extra: bytearray) -> Part:
        """The rows by lot."""
        data = block.data
        lots = np.empty(rows[1], np.uint16)
        starts, ends = np.zeros((2, self.lots + 1), np.int64)
        salt = block.number * ROWS * 7
        self.loops.place_rows(*rows, salt, policies, lots, int(self.keeps), starts, ends)
        size = int(starts[-1]) * self.width * WORD
        both = memory(size + int(ends[-1]) + PADDING)
        records, texts = both[:size].view(np.int64), both[size:]
        more = np.frombuffer(bytes(extra) + bytes(c.LENGTH_BITS), np.uint8)
        self.loops.deal(
            *(data, len(data), more, *rows, lots, int(self.keeps)),
            *(starts.copy(), ends.copy(), records, self.width, texts),
        )
        return Part(lots, records, texts, starts, ends)

    # -- rows for the interpreted reader ----------------------------------------------------

    def _cells(self, data: Any, entry: Any) -> list[str]:
        return record(data[entry[c.R_START] : entry[c.R_END]].tobytes())

    def _read_others(self, data: Any, records: Any, extra: bytearray) -> list[Bad]:
        """Have the rows read that the loops did not vouch for: good ones into their records."""
        bad: list[Bad] = []
        for at in np.flatnonzero(records[:, c.R_IS_GOOD] == 0).tolist():
            entry = records[at]
            try:
                cells = self._cells(data, entry)
            except ValueError:
                raise Unreadable from None
            row = self.reader.read(cells, at)
            if row is None:
                entry[c.R_IS_GOOD] = -1
                found = rejected(self.reader, cells, self._fault)
                bad.append((at, found, None if found.group is None else self.who(found.group)))
            else:
                self._take(row, entry, len(data), extra)
        return bad

    def _take(self, row: Row, entry: Any, size: int, extra: bytearray) -> None:
        """A row that was read into its record; its texts go to `extra`."""
        entry[c.R_IS_GOOD] = 1
        entry[c.R_DAY], entry[c.R_DECIDED] = row.day, row.decided.index
        entry[c.R_BILLED : c.R_CASH + 1] = row.billed, row.allowed, row.cash_price
        entry[c.R_BALANCE : c.R_BALANCE + 4] = row.stated
        member, family = row.member_id.encode(), row.family_id.encode()
        entry[c.R_MEMBER : c.R_MEMBER + 2] = self.identity(member)
        entry[c.R_FAMILY : c.R_FAMILY + 2] = self.identity(family)
        texts = (
            (c.R_ORDER_AT, cell(row.order_id).encode()),
            (c.R_MEMBER_AT, cell(row.member_id).encode()),
            (c.R_RAW_AT, member),
            (c.R_FAMILY_AT, family),
        )
        for at, text in texts:
            entry[at], entry[at + 1] = size + len(extra), len(text)
            extra += text

    def who(self, group: str) -> Who | None:
        """Who a group is (Balances.group); None where no order can be of it."""
        policy, kind, who = group.split("\n", 2)
        if kind not in KINDS or not self.reader.has(policy):
            return None
        return self.policy_code(policy) * 4 + KINDS[kind], *self.identity(who.encode())

    def lot_of(self, who: Who) -> int:
        return int(self.loops.lot_of(*who, self.lots))

    def identity(self, text: bytes) -> tuple[int, int]:
        """The words of identity of an id."""
        data = np.frombuffer(text + bytes(c.LENGTH_BITS), np.uint8)
        one, two = self.loops.identity(data, 0, len(text), self.seeds)
        return int(one), int(two)
