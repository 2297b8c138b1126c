"""What waits between reading, settling and writing: in memory up to a budget, else in one temporary
file that the system removes when the run ends, however it ends."""

from __future__ import annotations

import os
import tempfile
from threading import Lock
from typing import Any

import numpy as np

WINDOW = 256 * 1024  # bytes of a lot's lines in memory at a time, where they wait in the file
WORD = 8


def _write_all(file: Any, view: memoryview) -> None:
    """An unbuffered file may take a part at a time."""
    while len(view):
        view = view[file.write(view) :]


class Waiting:
    """The records and texts of each lot, in the order of the file."""

    def __init__(self, lots: int, width: int, budget: int, loops: Any) -> None:
        self._lots, self._width, self._budget, self._loops = lots, width, budget, loops
        self._kept: list[tuple[Any, Any]] = []
        self._places: list[tuple[int, int, int]] = []  # number of the first row; two addresses
        self._starts: list[Any] = []
        self._ends: list[Any] = []
        self._size = 0
        self._tables: tuple[Any, Any, Any] | None = None
        self._file: Any = None
        self._segments: list[list[tuple[int, int, int]]] = [[] for _ in range(lots)]

    def add(self, first: int, waiting: Any, texts: Any, starts: Any, ends: Any) -> None:
        """Take in a block dealt into lots (loops/lots.py), whose rows are numbered from `first`."""
        self._kept.append((waiting, texts))
        self._places.append((first, waiting.ctypes.data, texts.ctypes.data))
        self._starts.append(starts)
        self._ends.append(ends)
        self._size += sum(each.nbytes for each in (waiting, texts, starts, ends))
        if self._size > self._budget:
            self._spill()

    def _line_up(self) -> None:
        """What was kept, as tables for the loops."""
        shape = (len(self._starts), self._lots + 1)
        places = np.array(self._places, np.int64).reshape(-1, 3)
        starts = np.array(self._starts, np.int64).reshape(shape)
        self._tables = places, starts, np.array(self._ends, np.int64).reshape(shape)
        self._starts.clear()
        self._ends.clear()

    def _gathered(self, lot: int) -> tuple[Any, Any]:
        """The records and texts of a lot, of what is in memory."""
        assert self._tables is not None
        _, starts, ends = self._tables
        rows = int((starts[:, lot + 1] - starts[:, lot]).sum())
        length = int((ends[:, lot + 1] - ends[:, lot]).sum())
        records = np.empty((rows, self._width), np.int64)
        texts = np.empty(length, np.uint8)
        flat = records.reshape(-1)
        self._loops.gather(*self._tables, lot, flat, flat.view(np.uint8), self._width, texts)
        return records, texts

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-", buffering=0)  # noqa: SIM115
        at = self._file.seek(0, os.SEEK_END)
        self._line_up()
        for lot in range(self._lots):
            records, texts = self._gathered(lot)
            if len(records):
                _write_all(self._file, memoryview(records).cast("B"))
                _write_all(self._file, memoryview(texts))
                self._segments[lot].append((at, records.nbytes, texts.nbytes))
                at += records.nbytes + texts.nbytes
        self._kept.clear()
        self._places.clear()
        self._tables = None
        self._size = 0

    def settle_down(self) -> None:
        """After the last block: where some wait in the file, all do."""
        if self._file is None:
            self._line_up()
        elif self._kept:
            self._spill()

    def take(self, lot: int) -> tuple[Any, Any]:
        """The records and the texts of a lot; after `settle_down`."""
        if self._file is None:
            return self._gathered(lot)
        rows, texts = self._read(lot)
        if not rows:
            return np.empty((0, self._width), np.int64), np.empty(0, np.uint8)
        return np.concatenate(rows), np.concatenate(texts)

    def _read(self, lot: int) -> tuple[list[Any], list[Any]]:
        rows, texts = [], []
        for at, size, length in self._segments[lot]:
            data = os.pread(self._file.fileno(), size + length, at)
            rows.append(np.frombuffer(data, np.int64, size // WORD).reshape(-1, self._width))
            texts.append(np.frombuffer(data, np.uint8, length, size))
        return rows, texts

    def close(self) -> None:
        self._kept.clear()
        self._tables = None
        if self._file is not None:
            self._file.close()


class Lines:
    """The lines of each lot, to be merged into file order; `places` and `ends` are addresses."""

    def __init__(self, lots: int, budget: int) -> None:
        self._budget = budget
        self._size = 0
        self._file: Any = None
        self._end = 0
        self._in_file: dict[int, tuple[int, int]] = {}
        self._arrays: dict[int, Any] = {}
        self.places = np.zeros(lots, np.int64)
        self.ends = np.zeros(lots, np.int64)
        self._window = WINDOW
        self._lock = Lock()

    def put(self, lot: int, out: Any, size: int) -> bool:
        """The lines of a lot, `size` bytes at the start of `out`; whether that is kept (else it may
        be used again). Threads may put at the same time."""
        with self._lock:
            is_kept = self._size + size <= self._budget
            if is_kept:
                self._size += size
            else:
                self._spill(lot, out[:size])
        if is_kept:
            out.resize(size, refcheck=False)  # gives back the room that was not needed
            self._hold(lot, out)
        return is_kept

    def _spill(self, lot: int, lines: Any) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-", buffering=0)  # noqa: SIM115
        _write_all(self._file, memoryview(lines))
        self._in_file[lot] = (self._end, self._end + lines.nbytes)
        self._end += lines.nbytes

    def start(self) -> None:
        """After the last lot: read the first window of each that waits in the file."""
        if self._in_file:
            self._window = max(min(WINDOW, self._budget // (2 * len(self._in_file))), 4096)

    def _hold(self, lot: int, data: Any) -> None:
        self._arrays[lot] = data
        address = data.ctypes.data
        self.places[lot], self.ends[lot] = address, address + data.nbytes

    def refill(self, lot: int) -> None:
        """Read on where a lot has no whole line left in memory."""
        at, end = self._in_file.pop(lot)
        if at == end:
            raise RuntimeError("a line of a lot is not whole")  # never goes round for ever
        left = int(self.ends[lot] - self.places[lot])
        count = min(max(self._window, 2 * left), end - at)
        data = np.empty(left + count, np.uint8)
        if left:
            data[:left] = self._arrays[lot][-left:]
        data[left:] = np.frombuffer(os.pread(self._file.fileno(), count, at), np.uint8)
        self._in_file[lot] = (at + count, end)
        self._hold(lot, data)

    def close(self) -> None:
        self._arrays.clear()
        if self._file is not None:
            self._file.close()
