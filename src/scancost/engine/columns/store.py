"""The orders of a run from reading to writing: in memory up to a budget, else in one temporary file.

They lie part by part as they were dealt (loops/lots.py): in a part by lot, in a lot in file order.
Settling takes a lot out of all parts and gives it back; writing goes through the parts.
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from scancost.engine.columns.loops import layout as c
from scancost.engine.columns.scratch import WORD, Scratch

PRIVATE = {"flags": mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS} if os.name == "posix" else {}
PADDING = 8  # bytes after the texts of a part that may be read


class Part(NamedTuple):
    """Rows in file order, dealt into lots: `lots` is the lot of each row. Lot k has the records from
    `starts[k]` to `starts[k + 1]` and the texts from `ends[k]` to `ends[k + 1]`; PADDING follows."""

    lots: Any
    records: Any  # flat
    texts: Any
    starts: Any
    ends: Any


def memory(size: int) -> Any:
    """So many bytes of the system's own, which has them back as soon as nobody holds them: what is
    written as lines then takes the place of what waited."""
    return np.frombuffer(mmap.mmap(-1, max(size, 1), **PRIVATE), np.uint8)


class Group(NamedTuple):
    """Parts that went to the file together, as if they were one: there are, from `at` on, the records,
    the texts, a table of the bounds of each lot (`starts` and `ends` of a part), the lot of each row,
    how many rows each part has."""

    first: int  # number of the first row
    records: int  # how many: rejected rows have none
    texts: int  # bytes
    rows: int
    parts: int
    at: int


LOT = np.uint16  # of a row
BOUNDS = 2 * WORD  # bytes of a row of a group's table


class Store:
    """Takes parts in (`add`, then `settle_down`), lots out and in again, and gives the parts.

    A lot is a table of spans (loops/layout.py), one for each part or group that has orders of it.
    """

    def __init__(self, lots: int, width: int, budget: int, loops: Any) -> None:
        self.lots, self.width, self._loops = lots, width, loops
        self._budget = budget * 3 // 4  # what may be in memory; a quarter once there is a file
        self._parts: list[Part] = []
        self._firsts: list[int] = []  # the number of the first row of each part
        self._size = 0
        self._tables: tuple[Any, Any, Any] | None = None
        self._scratch = Scratch()
        self._groups: list[Group] = []

    def add(self, first: int, part: Part) -> None:
        """Take in a part whose rows are numbered from `first`."""
        self._parts.append(part)
        self._firsts.append(first)
        self._size += sum(each.nbytes for each in part[1:])
        if self._size > self._budget:
            self._spill()

    def settle_down(self) -> None:
        """After the last part: where some are in the file, all are."""
        if not self._groups:
            self._tables = self._line_up()
        elif self._parts:
            self._spill()

    def _line_up(self) -> tuple[Any, Any, Any]:
        """The parts in memory as tables for the loops, a row a lot and a column a part."""
        places = np.empty((len(self._parts), 3), np.int64)
        for at, (part, first) in enumerate(zip(self._parts, self._firsts, strict=True)):
            places[at] = first, part.records.ctypes.data, part.texts.ctypes.data
        starts = self._column_a_part([part.starts for part in self._parts])
        return places, starts, self._column_a_part([part.ends for part in self._parts])

    def _column_a_part(self, rows: list[Any]) -> Any:
        return np.ascontiguousarray(np.array(rows, np.int64).reshape(-1, self.lots + 1).T)

    def _gathered(self, tables: Any, spans: Any) -> Any:
        """The records of spans in memory."""
        records = np.empty(rows_of(spans) * self.width, np.int64)
        self._loops.gather(tables[0], spans, records, records.view(np.uint8), self.width)
        return records

    def _gathered_texts(self, tables: Any, spans: Any) -> Any:
        texts = np.empty(texts_of(spans), np.uint8)
        self._loops.gather_texts(tables[0], spans, texts)
        return texts

    def _spill(self) -> None:
        """All parts in memory to the file, as one group."""
        if not self._groups:
            self._budget //= 3  # so that the next group can be read while one is written
        tables = self._line_up()
        bounds = np.stack((tables[1].sum(1), tables[2].sum(1)), 1)
        rows = np.array([len(part.lots) for part in self._parts], np.int64)
        records, texts = bounds[-1].tolist()
        lots = np.concatenate([part.lots for part in self._parts])
        room = records * self.width * WORD + texts + bounds.nbytes + lots.nbytes + rows.nbytes
        at = self._scratch.reserve(room)
        group = Group(self._firsts[0], records, texts, len(lots), len(rows), at)
        for lot, (start, end) in enumerate(bounds[:-1].tolist()):
            spans = self._loops.spans_of(tables[1], tables[2], lot)
            if len(spans):
                self._scratch.write(self._gathered(tables, spans), self._record_at(group, start))
                place = self._texts_at(group) + end
                self._scratch.write(self._gathered_texts(tables, spans), place)
        self._scratch.write(bounds, self._table_at(group))
        self._scratch.write(lots, self._lots_at(group))
        self._scratch.write(rows, self._lots_at(group) + lots.nbytes)
        self._groups.append(group)
        self._parts.clear()
        self._firsts.clear()
        self._size = 0

    def _record_at(self, group: Group, record: int) -> int:
        return group.at + record * self.width * WORD

    def _texts_at(self, group: Group) -> int:
        return self._record_at(group, group.records)

    def _table_at(self, group: Group) -> int:
        return self._texts_at(group) + group.texts

    def _lots_at(self, group: Group) -> int:
        return self._table_at(group) + (self.lots + 1) * BOUNDS

    # -- lots, in any thread; each is one thread's at a time -----------------------------------

    def spans(self, lot: int) -> Any:
        """Where the orders of a lot are."""
        if self._tables is not None:
            return self._loops.spans_of(*self._tables[1:], lot)
        spans = np.empty((len(self._groups), c.SPAN_WIDTH), np.int64)
        for at, (group, span) in enumerate(zip(self._groups, spans, strict=True)):
            bounds = np.empty(4, np.int64)
            place = self._table_at(group) + lot * BOUNDS
            start, text, end, text_end = self._scratch.read(bounds, place).tolist()
            span[:] = at, start, end, text, text_end
        return spans[spans[:, c.SPAN_START] < spans[:, c.SPAN_END]]

    def records(self, spans: Any) -> Any:
        """The records of spans, one after another."""
        if self._tables is not None:
            return self._gathered(self._tables, spans)
        records = np.empty(rows_of(spans) * self.width, np.int64)
        for place, room in self._in_file(spans, records):
            self._scratch.read(room, place)
        return records

    def texts(self, spans: Any) -> Any:
        """The texts of spans."""
        if self._tables is not None:
            return self._gathered_texts(self._tables, spans)
        texts = np.empty(texts_of(spans), np.uint8)
        at = 0
        for span in spans.tolist():
            group, start, end = span[0], span[c.SPAN_TEXT], span[c.SPAN_TEXT_END]
            place = self._texts_at(self._groups[group]) + start
            self._scratch.read(texts[at : at + end - start], place)
            at += end - start
        return texts

    def put_back(self, spans: Any, records: Any) -> None:
        """The records of spans, changed, to where they were."""
        if self._tables is not None:
            self._loops.give_back(self._tables[0], spans, records.view(np.uint8), self.width)
            return
        for place, room in self._in_file(spans, records):
            self._scratch.write(room, place)

    def _in_file(self, spans: Any, records: Any) -> Iterator[tuple[int, Any]]:
        """Where the records of each span are in the file, and among `records`."""
        at = 0
        for group, start, end, *_ in spans.tolist():
            size = (end - start) * self.width
            yield self._record_at(self._groups[group], start), records[at : at + size]
            at += size

    def pieces(self, spans: Any, most: int) -> Iterator[Any]:
        """The same spans, at most `most` rows at a time."""
        piece: list[Any] = []
        rows = 0
        for whole in spans:
            span = whole.copy()
            while span[c.SPAN_START] < span[c.SPAN_END]:
                part = span.copy()
                if rows + span[c.SPAN_END] - span[c.SPAN_START] > most:
                    part[c.SPAN_END] = span[c.SPAN_START] + most - rows
                    lengths = self._loops.text_lengths(self.records(part[None]), self.width)
                    part[c.SPAN_TEXT_END] = span[c.SPAN_TEXT] + lengths.sum()
                piece.append(part)
                rows += int(part[c.SPAN_END] - part[c.SPAN_START])
                span[c.SPAN_START], span[c.SPAN_TEXT] = part[c.SPAN_END], part[c.SPAN_TEXT_END]
                if rows == most:
                    yield np.stack(piece)
                    piece, rows = [], 0
        if piece:
            yield np.stack(piece)

    # -- parts ---------------------------------------------------------------------------------

    def parts(self) -> Iterator[tuple[int, Part, int]]:
        """Every part in file order, with the number of its first row and the bytes of its texts. What
        is given is forgotten."""
        self._tables = None
        self._parts.reverse()
        self._firsts.reverse()
        while self._parts:
            yield self._firsts.pop(), self._parts[-1], len(self._parts.pop().texts)
        while self._groups:
            yield from self._parts_of(self._groups.pop(0))

    def _parts_of(self, group: Group) -> Iterator[tuple[int, Part, int]]:
        """The parts of a group: `starts` and `ends` say where in the group each begins."""
        records = np.empty(group.records * self.width, np.int64)
        texts = np.empty(group.texts + PADDING, np.uint8)
        bounds = np.empty((self.lots + 1, 2), np.int64)
        lots, each_rows = np.empty(group.rows, LOT), np.empty(group.parts, np.int64)
        self._scratch.read(records, group.at)
        self._scratch.read(texts[:-PADDING], self._texts_at(group))
        self._scratch.read(bounds, self._table_at(group))
        self._scratch.read(lots, self._lots_at(group))
        self._scratch.read(each_rows, self._lots_at(group) + lots.nbytes)
        starts, ends = (np.ascontiguousarray(each) for each in bounds.T)
        at = 0
        for rows in each_rows.tolist():
            part = Part(lots[at : at + rows], records, texts, starts.copy(), ends.copy())
            self._loops.pass_over(part.lots, records, self.width, starts, ends)
            yield group.first + at, part, int((ends - part.ends).sum())
            at += rows

    def close(self) -> None:
        self._scratch.close()


def rows_of(spans: Any) -> int:
    return int((spans[:, c.SPAN_END] - spans[:, c.SPAN_START]).sum())


def texts_of(spans: Any) -> int:
    """Bytes of their texts."""
    return int((spans[:, c.SPAN_TEXT_END] - spans[:, c.SPAN_TEXT]).sum())
