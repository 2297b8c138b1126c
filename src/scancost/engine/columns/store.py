"""The orders of a run from reading to writing: in memory up to a budget, else in one temporary file
that the system removes when the run ends, however it ends.

They lie part by part as they were dealt (loops/lots.py): in a part by lot, in a lot in file order.
Settling takes a lot out of all parts and gives it back; writing goes through the parts.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

WORD = 8
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
    the texts, a table of the bounds of each lot (`starts` and `ends` of a part), the lot of each row."""

    first: int  # number of the first row
    rows: tuple[int, ...]  # of each part
    records: int  # how many: rejected rows have none
    texts: int  # bytes
    at: int


LOT = np.uint16  # of a row
BOUNDS = 2 * WORD  # bytes of a row of a group's table


def _bytes(array: Any) -> memoryview:
    """An array as bytes in their order."""
    return memoryview(array.reshape(-1).view(np.uint8))


def _write_all(handle: int, data: memoryview, at: int) -> None:
    """The system may take a part at a time."""
    while len(data):
        count = os.pwrite(handle, data, at)
        data, at = data[count:], at + count


def _read_all(handle: int, room: memoryview, at: int) -> None:
    while len(room):
        count = os.preadv(handle, [room], at)
        if not count:
            raise OSError("a temporary file was cut short")
        room, at = room[count:], at + count


class Store:
    """Takes parts in (`add`, then `settle_down`), lots out and in again, and gives the parts."""

    def __init__(self, lots: int, width: int, budget: int, loops: Any) -> None:
        self._lots, self._width, self._loops = lots, width, loops
        self._budget = budget * 3 // 4  # what may be in memory; a quarter once there is a file
        self._parts: list[Part] = []
        self._firsts: list[int] = []  # the number of the first row of each part
        self._size = 0
        self._tables: tuple[Any, Any, Any] | None = None
        self._file: Any = None
        self._groups: list[Group] = []
        self._bounds_of: dict[int, list[list[int]]] = {}  # of the lots that are out

    def add(self, first: int, part: Part) -> None:
        """Take in a part whose rows are numbered from `first`."""
        self._parts.append(part)
        self._firsts.append(first)
        self._size += sum(each.nbytes for each in part[1:])
        if self._size > self._budget:
            self._spill()

    def settle_down(self) -> None:
        """After the last part: where some are in the file, all are."""
        if self._file is None:
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
        return np.ascontiguousarray(np.array(rows, np.int64).reshape(-1, self._lots + 1).T)

    def _gathered(self, tables: Any, lot: int) -> Any:
        """The records of a lot, of what is in memory."""
        places, starts, _ = tables
        rows = int((starts[lot + 1] - starts[lot]).sum())
        records = np.empty(rows * self._width, np.int64)
        self._loops.gather(places, starts, lot, records, records.view(np.uint8), self._width)
        return records

    def _gathered_texts(self, tables: Any, lot: int) -> Any:
        places, _, ends = tables
        texts = np.empty(int((ends[lot + 1] - ends[lot]).sum()), np.uint8)
        self._loops.gather_texts(places, ends, lot, texts)
        return texts

    def _spill(self) -> None:
        """All parts in memory to the file, as one group."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-", buffering=0)  # noqa: SIM115
            self._budget //= 3  # so that the next group can be read while one is written
        tables = self._line_up()
        bounds = np.stack((tables[1].sum(1), tables[2].sum(1)), 1)
        rows = tuple(len(part.lots) for part in self._parts)
        at = os.fstat(self._file.fileno()).st_size
        group = Group(self._firsts[0], rows, int(bounds[-1, 0]), int(bounds[-1, 1]), at)
        for lot, (start, end) in enumerate(bounds[:-1].tolist()):
            self._put(group, start, self._gathered(tables, lot))
            texts = self._gathered_texts(tables, lot)
            _write_all(self._handle, memoryview(texts), self._texts_at(group) + end)
        _write_all(self._handle, _bytes(bounds), self._table_at(group))
        lots = np.concatenate([part.lots for part in self._parts])
        _write_all(self._handle, _bytes(lots), self._lots_at(group))
        self._groups.append(group)
        self._parts.clear()
        self._firsts.clear()
        self._size = 0

    @property
    def _handle(self) -> int:
        handle: int = self._file.fileno()
        return handle

    def _texts_at(self, group: Group) -> int:
        return group.at + group.records * self._width * WORD

    def _table_at(self, group: Group) -> int:
        return self._texts_at(group) + group.texts

    def _lots_at(self, group: Group) -> int:
        return self._table_at(group) + (self._lots + 1) * BOUNDS

    def _bounds(self, group: Group, lot: int) -> list[int]:
        """Where a lot starts in a group: its records and its texts, and those of the next."""
        found = np.empty(4, np.int64)
        place = self._table_at(group) + lot * BOUNDS
        _read_all(self._handle, _bytes(found), place)
        bounds: list[int] = found.tolist()
        return bounds

    def _put(self, group: Group, start: int, records: Any) -> None:
        place = group.at + start * self._width * WORD
        _write_all(self._handle, _bytes(records), place)

    # -- lots, in any thread; each is one thread's at a time -----------------------------------

    def take(self, lot: int) -> Any:
        """The records of a lot."""
        if self._tables is not None:
            return self._gathered(self._tables, lot)
        found = [self._bounds(each, lot) for each in self._groups]
        self._bounds_of[lot] = found
        records = np.empty(sum(each[2] - each[0] for each in found) * self._width, np.int64)
        at = 0
        for group, (start, _, end, _) in zip(self._groups, found, strict=True):
            size = (end - start) * self._width
            room = _bytes(records[at : at + size])
            _read_all(self._handle, room, group.at + start * self._width * WORD)
            at += size
        return records

    def texts_of(self, lot: int) -> Any:
        """The texts of a lot."""
        if self._tables is not None:
            return self._gathered_texts(self._tables, lot)
        found = []
        for group in self._groups:
            _, start, _, end = self._bounds(group, lot)
            found.append(np.empty(end - start, np.uint8))
            _read_all(self._handle, memoryview(found[-1]), self._texts_at(group) + start)
        return np.concatenate(found)

    def give_back(self, lot: int, records: Any) -> None:
        """The records of a lot, changed, to where they were."""
        if self._tables is not None:
            places, starts, _ = self._tables
            self._loops.give_back(places, starts, lot, records.view(np.uint8), self._width)
            return
        at = 0
        for group, (start, _, end, _) in zip(self._groups, self._bounds_of.pop(lot), strict=True):
            size = (end - start) * self._width
            self._put(group, start, records[at : at + size])
            at += size

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
        records = np.empty(group.records * self._width, np.int64)
        texts = np.empty(group.texts + PADDING, np.uint8)
        bounds = np.empty((self._lots + 1, 2), np.int64)
        lots = np.empty(sum(group.rows), LOT)
        _read_all(self._handle, _bytes(records), group.at)
        _read_all(self._handle, memoryview(texts[:-PADDING]), self._texts_at(group))
        _read_all(self._handle, _bytes(bounds), self._table_at(group))
        _read_all(self._handle, _bytes(lots), self._lots_at(group))
        starts, ends = (np.ascontiguousarray(each) for each in bounds.T)
        at = 0
        for rows in group.rows:
            part = Part(lots[at : at + rows], records, texts, starts.copy(), ends.copy())
            self._loops.pass_over(part.lots, records, self._width, starts, ends)
            yield group.first + at, part, int((ends - part.ends).sum())
            at += rows

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
