"""What a run puts aside: in a temporary file that the system removes when it ends, however it ends."""

from __future__ import annotations

import os
import tempfile
from threading import Lock
from typing import Any

import numpy as np

WORD = 8
AT_ONCE = 8_000  # rows that wait in memory


def as_bytes(array: Any) -> memoryview:
    """An array as bytes in their order."""
    return memoryview(array.reshape(-1).view(np.uint8))


class Scratch:
    """One temporary file, made when first written to; read and written in any thread."""

    def __init__(self) -> None:
        self._file: Any = None
        self._lock = Lock()
        self.size = 0

    def reserve(self, size: int) -> int:
        """Room for so many bytes behind all that is there; where it starts."""
        with self._lock:
            if self._file is None:
                self._file = tempfile.TemporaryFile(prefix="scancost-", buffering=0)  # noqa: SIM115
            start, self.size = self.size, self.size + size
        return start

    def append(self, *arrays: Any) -> int:
        """Write arrays behind all that is there; where the first one starts."""
        start = at = self.reserve(sum(each.nbytes for each in arrays))
        for each in arrays:
            self.write(each, at)
            at += each.nbytes
        return start

    def write(self, array: Any, at: int) -> None:
        """Write an array; the system may take a part at a time."""
        data = as_bytes(array)
        while len(data):
            count = self._write(data, at)
            data, at = data[count:], at + count

    def read(self, array: Any, at: int) -> Any:
        """Fill an array, and give it."""
        room = as_bytes(array)
        while len(room):
            count = self._read(room, at)
            if not count:
                raise OSError("a temporary file was cut short")
            room, at = room[count:], at + count
        return array

    def _write(self, data: memoryview, at: int) -> int:
        if hasattr(os, "pwrite"):
            return os.pwrite(self._file.fileno(), data, at)
        with self._lock:
            self._file.seek(at)
            return int(self._file.write(data))

    def _read(self, room: memoryview, at: int) -> int:
        if hasattr(os, "preadv"):
            return os.preadv(self._file.fileno(), [room], at)
        with self._lock:
            self._file.seek(at)
            return int(self._file.readinto(room))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


class Aside:
    """Rows of ints by lot, beside its orders. Of rows that are equal in their first `key` columns the
    least one is kept, as far as they wait together."""

    def __init__(self, lots: int, width: int, key: int) -> None:
        self._lots, self._width, self._key = lots, width, key
        self._waiting: list[tuple[int, ...]] = []  # each with its lot before it
        self._scratch = Scratch()
        self._runs = 0  # in the file: each with where its lots start before its rows
        self._places = np.zeros(16, np.int64)
        self._last: tuple[Any, Any] = (np.zeros(lots + 1, np.int64), np.empty((0, width), np.int64))

    def add(self, lot: int, row: tuple[int, ...]) -> None:
        self._waiting.append((lot, *row))
        if len(self._waiting) >= AT_ONCE:
            if self._runs == len(self._places):
                self._places = np.resize(self._places, 2 * self._runs)
            self._places[self._runs] = self._scratch.append(*self._run())
            self._runs += 1

    def _run(self) -> tuple[Any, Any]:
        """What waits: where each lot starts, and the rows."""
        rows = np.array(self._waiting, np.int64).reshape(-1, self._width + 1)
        self._waiting.clear()
        rows = rows[np.lexsort(rows.T[::-1])]
        is_first = np.ones(len(rows), bool)
        own = rows[:, : self._key + 1]
        is_first[1:] = (own[1:] != own[:-1]).any(1)
        rows = rows[is_first]
        starts = np.searchsorted(rows[:, 0], np.arange(self._lots + 1))
        return starts.astype(np.int64), np.ascontiguousarray(rows[:, 1:])

    def settle_down(self) -> None:
        """After the last row."""
        self._last = self._run()

    def of(self, lot: int) -> Any:
        """The rows of a lot, in any thread."""
        starts, rows = self._last
        found = [rows[starts[lot] : starts[lot + 1]]]
        for place in self._places[: self._runs].tolist():
            start, end = self._scratch.read(np.empty(2, np.int64), place + lot * WORD).tolist()
            if start < end:
                room = np.empty((end - start, self._width), np.int64)
                place += (self._lots + 1 + start * self._width) * WORD
                found.append(self._scratch.read(room, place))
        return np.concatenate(found)

    def close(self) -> None:
        self._scratch.close()


class Numbered:
    """Rows of ints that are found again by their number, in any thread."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._scratch = Scratch()

    def __len__(self) -> int:
        return self._scratch.size // (self._width * WORD)

    def add(self, rows: Any) -> int:
        """The number of the first one."""
        return self._scratch.append(rows) // (self._width * WORD)

    def rows(self, numbers: Any) -> Any:
        found = np.empty((len(numbers), self._width), np.int64)
        for row, number in zip(found, numbers.tolist(), strict=True):
            self._scratch.read(row, number * self._width * WORD)
        return found

    def close(self) -> None:
        self._scratch.close()
