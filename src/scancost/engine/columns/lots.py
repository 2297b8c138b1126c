"""Lots settled: each as a whole, or, where its orders are too many for that, a piece at a time.

Too large a lot is dealt again, by family, into a store of its own; a lot of that one which is still
too large (a family with very many orders) is dealt by time, and what its people have met goes from
piece to piece. So memory does not grow with the orders, but with the people of one family.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from scancost.engine.balances import End
from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.loops.people import NOBODY
from scancost.engine.columns.reader import ColumnReader
from scancost.engine.columns.scratch import WORD, Aside, Numbered
from scancost.engine.columns.store import LOT, PADDING, Part, Store, rows_of
from scancost.engine.columns.tables import LoopTables
from scancost.kernel.ledger import POOLS

MOST_PIECES = 4_096
SAMPLES = 65_536  # of the times of orders, to part them
BYTES_OF_A_PIECE = 1 << 24


class Settled(NamedTuple):
    """What some orders came to: how many, their totals (loops/layout.py), where people ended."""

    rows: int
    totals: Any
    ends: list[End]


@dataclass(frozen=True)
class Beside:
    """What a run knows of people beside their orders: loops/layout.py has the rows."""

    given: Aside
    rejected: Aside

    def of(self, lot: int) -> tuple[Any, Any]:
        return self.given.of(lot), self.rejected.of(lot)

    def close(self) -> None:
        self.given.close()
        self.rejected.close()


class Stopped(Exception):
    """The run has ended otherwise; nobody waits for the lot."""


class Lots:
    """Settles the lots of a store, in any thread. `is_stopped`: what is in work ends soon."""

    def __init__(
        self,
        store: Store,
        columns: ColumnReader,
        tables: LoopTables,
        beside: Beside,
        large: Numbered,
        from_start_of_year: bool,
        most: int,
    ) -> None:
        self._store, self._columns, self._tables = store, columns, tables
        self._beside, self._large, self._most = beside, large, most
        self._from_start_of_year = int(from_start_of_year)
        self._loops, self._width = columns.loops, columns.width
        self.is_stopped = False
        self._names = {code: name for name, code in columns.policies.items()}

    def settle(self, lot: int) -> Settled | None:
        """Settle a lot, in place; None where it has no orders. Memory is for `most` orders."""
        spans = self._store.spans(lot)
        if not len(spans):
            return None
        totals = np.zeros(c.TOTALS_WIDTH, np.int64)
        ends = self._settle(self._store, spans, self._beside.of(lot), totals, is_dealt=False)
        return Settled(rows_of(spans), totals, ends)

    def _settle(
        self, store: Store, spans: Any, beside: tuple[Any, Any], totals: Any, is_dealt: bool
    ) -> list[End]:
        if rows_of(spans) <= self._most:
            return self._settle_at_once(store, spans, beside, totals)
        if is_dealt:
            return self._settle_in_turn(store, spans, beside, totals)
        ends = []
        again = self._dealt_again(store, spans, self._by_family(rows_of(spans)))
        for lot in range(again.lots):
            self._go_on()
            of_lot = again.spans(lot)
            if len(of_lot):
                ends += self._settle(again, of_lot, beside, totals, is_dealt=True)
        self._put_back(store, spans, again)
        return ends

    def _settle_at_once(
        self, store: Store, spans: Any, beside: tuple[Any, Any], totals: Any
    ) -> list[End]:
        tables, records = self._tables, store.records(spans)
        people, ledger, large = self._loops.settle_lot(
            *(records, records.view(np.uint32), self._width),
            *(tables.decisions, tables.terms, tables.limits, *beside),
            *(self._from_start_of_year, totals),
        )
        self._number(records, large)
        store.put_back(spans, records)
        if not self._columns.keeps:
            return []
        who = self._members(records, store.texts(spans), people, 0)
        return [_end(ledger, *each) for each in who]

    def _settle_in_turn(
        self, store: Store, spans: Any, beside: tuple[Any, Any], totals: Any
    ) -> list[End]:
        """Piece by piece of the time, each on what the ones before it left."""
        again = self._dealt_again(store, spans, self._by_time(store, spans))
        tables, people = self._tables, People(self._loops, beside)
        members: list[tuple[str, str, int, int]] = []
        for lot in range(again.lots):
            self._go_on()
            of_lot = again.spans(lot)
            if not len(of_lot):
                continue
            records, known = again.records(of_lot), int(people.counts[1])
            numbers = people.number(records, self._width, tables.decisions)
            large = self._loops.settle_people(
                *(records, records.view(np.uint32), self._width),
                *(tables.decisions, tables.terms, tables.limits, numbers),
                *(people.ledger, people.copays, people.was_stated, people.first),
                *(self._from_start_of_year, totals),
            )
            self._number(records, large)
            again.put_back(of_lot, records)
            if self._columns.keeps:
                members += self._members(records, again.texts(of_lot), numbers, known)
        self._put_back(store, spans, again)
        return [_end(people.ledger, *each) for each in members]

    def _go_on(self) -> None:
        if self.is_stopped:
            raise Stopped

    def _number(self, records: Any, large: Any) -> None:
        """Large amounts to their table; their orders have their numbers in it."""
        if len(large):
            is_large = records[c.W_DECIDED :: self._width] & c.IS_LARGE != 0
            records[c.W_BILLED :: self._width][is_large] += self._large.add(large)

    # -- dealing again ------------------------------------------------------------------------

    def _by_family(self, rows: int) -> tuple[int, Any]:
        """Into how many lots, and what tells the lot of each record."""
        lots = 2
        while lots < MOST_PIECES and lots * self._most < 2 * rows:
            lots *= 2
        decisions, width = self._tables.decisions, self._width
        return lots, lambda records: self._loops.lots_by_family(records, width, decisions, lots)

    def _by_time(self, store: Store, spans: Any) -> tuple[int, Any]:
        """The same: orders of each lot come before those of the next."""
        rows = rows_of(spans)
        step = max(rows // SAMPLES, 1)
        times = [
            store.records(piece)[c.W_WHEN :: self._width][::step].copy()
            for piece in store.pieces(spans, self._rows_of_a_piece())
        ]
        found = np.sort(np.concatenate(times))
        lots = min(2 * rows // self._most + 1, MOST_PIECES)
        bounds = found[np.arange(1, lots) * len(found) // lots]

        def lots_of(records: Any) -> Any:
            times = records[c.W_WHEN :: self._width]
            return np.searchsorted(bounds, times, "right").astype(LOT)

        return lots, lots_of

    def _rows_of_a_piece(self) -> int:
        return max(min(self._most, BYTES_OF_A_PIECE // (self._width * WORD)), 1)

    def _dealt_again(self, store: Store, spans: Any, way: tuple[int, Any]) -> Store:
        """The orders of spans in lots of a store of their own."""
        lots, lots_of = way
        rows = self._rows_of_a_piece()
        again = Store(lots, self._width, 2 * rows * self._width * WORD, self._loops)
        for piece in store.pieces(spans, rows):
            self._go_on()
            records = store.records(piece)
            lot = lots_of(records)
            order = np.argsort(lot, kind="stable")
            bounds = np.searchsorted(lot[order], np.arange(lots + 1))
            ends, texts = np.zeros(lots + 1, np.int64), np.zeros(PADDING, np.uint8)
            if self._columns.keeps:
                lengths = self._loops.text_lengths(records, self._width)
                dealt = self._loops.deal_texts(store.texts(piece), lengths, order)
                ends = np.concatenate(([0], np.cumsum(lengths[order])))[bounds]
                texts = np.concatenate((dealt, texts))
            records = records.reshape(-1, self._width)[order].reshape(-1)
            again.add(0, Part(lot, records, texts, bounds, ends))
        again.settle_down()
        return again

    def _put_back(self, store: Store, spans: Any, again: Store) -> None:
        """The settled orders to where they were dealt from. The store of their own is done with."""
        pieces = store.pieces(spans, self._rows_of_a_piece())
        for piece, (_, part, _) in zip(pieces, again.parts(), strict=True):
            records = np.empty((len(part.lots), self._width), np.int64)
            order = np.argsort(part.lots, kind="stable")
            records[order] = np.concatenate(list(_by_lot(part, self._width)))
            store.put_back(piece, records.reshape(-1))
        again.close()

    # -- for --balances-out ---------------------------------------------------------------------

    def _members(
        self, records: Any, texts: Any, people: Any, known: int
    ) -> list[tuple[str, str, int, int]]:
        """The group, the member and both their numbers of each member of these orders who has
        accumulators of their own and is not among the first `known` members."""
        data, width = texts.tobytes(), self._width
        ends = np.cumsum(self._loops.text_lengths(records, width))
        records, people = records.reshape(-1, width), people.reshape(-1, 2)
        numbers, rows = np.unique(people[:, 1], return_index=True)
        rows = rows[numbers >= known]
        lengths = records[:, [c.W_TEXTS, c.W_RAW_TEXTS]]
        low, high = lengths & c.LENGTH_MASK, lengths >> c.LENGTH_BITS
        found = []
        for row in rows.tolist():
            if not lengths[row, 1]:  # neither a family nor a member: it stands alone
                continue
            end = int(ends[row])
            start = end - int(high[row, 1])
            family = data[start:end].decode()
            member = data[start - int(low[row, 1]) : start].decode()
            decided = records[row, c.W_DECIDED] >> c.LOW_BITS & c.KIND_MASK
            policy = int(self._tables.decisions[decided * c.DECISION_WIDTH + c.D_POLICY])
            kind, who = ("f", family) if family else ("m", member)
            group = f"{self._names[policy]}\n{kind}\n{who}"
            found.append((group, member, int(people[row, 0]), int(people[row, 1])))
        return found


def _by_lot(part: Part, width: int) -> Iterator[Any]:
    """The records of a part of a store, lot by lot."""
    counts = np.bincount(part.lots, minlength=len(part.starts) - 1)
    for start, count in zip(part.starts[:-1].tolist(), counts.tolist(), strict=True):
        yield part.records[start * width : (start + count) * width].reshape(-1, width)


def _end(ledger: Any, group: str, member: str, family_number: int, number: int) -> End:
    mine, ours = number * POOLS, family_number * POOLS
    amounts = (
        each
        for pool in range(POOLS)
        for each in (*ledger[:2, mine + pool].tolist(), *ledger[2:, ours + pool].tolist())
    )
    return group, member, tuple(amounts)


class People:
    """The families and members of orders that are settled in turn, and what they have met by then."""

    def __init__(self, loops: Any, beside: tuple[Any, Any]) -> None:
        self._loops = loops
        self._given, self._rejected = beside
        self.counts = np.zeros(2, np.int64)  # families, members
        self._tables = np.empty((2, 0), np.int32)
        self._keys = np.empty((2, 0), np.int64)
        self.ledger = np.zeros((4, 0), np.int64)
        self.copays = np.zeros((2, 0), np.int64)
        self.was_stated = np.zeros(0, np.int64)
        self.first = np.zeros(0, np.int64)

    def number(self, records: Any, width: int, decisions: Any) -> Any:
        """The family and the member of each order; there is room for all that they meet."""
        families, members = self.counts.tolist()
        self._make_room(max(families, members) + len(records) // width)
        people = np.empty(2 * (len(records) // width), np.int64)
        keys = (self._tables, self._keys)
        self._loops.number_people(records, width, decisions, people, *keys, self.counts)
        room = _room(len(self.was_stated), int(self.counts.max()))
        self.ledger = _widened(self.ledger, room * POOLS, 0)
        self.copays = _widened(self.copays, room, NOBODY)
        self.was_stated = _widened(self.was_stated, room, 0)
        self.first = _widened(self.first, room if len(self._rejected) else 0, NOBODY)
        self._loops.start_from(self._given, *keys, self.ledger, self.was_stated, families, members)
        self._loops.first_rejected(self._rejected, *keys, self.first)
        return people

    def _make_room(self, count: int) -> None:
        room = _room(self._keys.shape[1] // 3, count)
        if room * 3 == self._keys.shape[1]:
            return
        self._keys = _widened(self._keys, room * 3, NOBODY)
        self._tables = np.full((2, self._loops.room_for(room)), NOBODY, np.int32)
        for table, keys, known in zip(self._tables, self._keys, self.counts, strict=True):
            self._loops.number_again(table, keys, known)


def _room(have: int, need: int) -> int:
    """At least what is needed, and twice what there was where that is not enough."""
    return have if need <= have else max(need, 2 * have)


def _widened(array: Any, width: int, filled: int) -> Any:
    """An array with more columns, which hold the same."""
    if array.shape[-1] >= width:
        return array
    more = np.full((*array.shape[:-1], width), filled, np.int64)
    more[..., : array.shape[-1]] = array
    return more
