"""Bytes to a file while more are made: one thread writes, another has the disk start on them."""

from __future__ import annotations

import os
import stat
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any

import numpy as np

SYNC = 64 << 20  # bytes after which the disk may start, so that the end need not wait for it
MOST_WAITING = 1  # buffers in work


class Output:
    """`room` gives a buffer, `write` has it written. Errors come with a later call; `close` waits for
    all. Rooms are asked for by any thread, the rest is one's."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._is_on_disk = _is_on_disk(file)
        self._free: list[Any] = []
        self._unsynced = 0
        self._writer, self._syncer = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._going: deque[Future[None]] = deque()
        self._syncing: deque[Future[None]] = deque()

    def room(self, size: int) -> Any:
        """A buffer of so many bytes or more: one that was written, where there is one."""
        try:
            found = self._free.pop()
        except IndexError:
            return np.empty(size, np.uint8)
        return found if len(found) >= size else np.empty(size, np.uint8)

    def write(self, room: Any, size: int) -> None:
        """Have so many bytes of a buffer written."""
        while len(self._going) >= MOST_WAITING:
            self._going.popleft().result()
        self._going.append(self._writer.submit(self._write, room, size))
        self._unsynced += size
        if self._is_on_disk and self._unsynced >= SYNC:
            self._syncing.append(self._syncer.submit(os.fsync, self._file.fileno()))
            self._unsynced = 0

    def _write(self, room: Any, size: int) -> None:
        data = memoryview(room)[:size]
        while len(data):
            data = data[self._file.write(data) :]
        self._free.append(room)

    def close(self) -> None:
        """Everything is with the system when this returns."""
        for each in (*self._going, *self._syncing):
            each.result()
        self.abandon()

    def abandon(self) -> None:
        """Start nothing more."""
        self._writer.shutdown(cancel_futures=True)
        self._syncer.shutdown(cancel_futures=True)


def _is_on_disk(file: IO[bytes]) -> bool:
    try:
        return stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError):  # nothing that the system knows
        return False
