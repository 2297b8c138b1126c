"""Bytes to a file while more are made: one thread writes, another has the disk start on them."""

from __future__ import annotations

import os
import stat
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Any

import numpy as np

ROOM = 4 << 20  # bytes written at a time
SYNC = 64 << 20  # bytes after which the disk may start, so that the end need not wait for it


class Output:
    """Two buffers in turn: `room` is filled, `hand_over` has it written. Errors come with the next
    call; `close` waits for all."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._is_on_disk = _is_on_disk(file)
        self._buffers = [np.empty(ROOM, np.uint8), np.empty(ROOM, np.uint8)]
        self._filled = 0
        self._unsynced = 0
        self._writer, self._syncer = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
        self._going: list[Future[Any]] = []
        self._syncing: list[Future[None]] = []

    def room(self) -> Any:
        """What is left of the buffer."""
        return self._buffers[0][self._filled :]

    def fill(self, size: int) -> None:
        """So many bytes of `room` are to be written."""
        self._filled += size

    def hand_over(self) -> None:
        """Have what is there written; a buffer that is empty grows."""
        if not self._filled:
            self._buffers[0] = np.empty(2 * len(self._buffers[0]), np.uint8)
            return
        self._wait(self._going)
        data = memoryview(self._buffers[0][: self._filled])
        self._going.append(self._writer.submit(self._file.write, data))
        self._unsynced += self._filled
        if self._is_on_disk and self._unsynced >= SYNC:
            self._syncing.append(self._syncer.submit(os.fsync, self._file.fileno()))
            self._unsynced = 0
        self._buffers.reverse()
        self._filled = 0

    def close(self) -> None:
        """Everything is with the system when this returns."""
        if self._filled:
            self.hand_over()
        self._wait(self._going)
        self._wait(self._syncing)
        self.abandon()

    def abandon(self) -> None:
        """Start nothing more."""
        self._writer.shutdown(cancel_futures=True)
        self._syncer.shutdown(cancel_futures=True)

    @staticmethod
    def _wait(futures: list[Future[Any]]) -> None:
        while futures:
            futures.pop().result()


def _is_on_disk(file: IO[bytes]) -> bool:
    try:
        return stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    except (OSError, ValueError):  # nothing that the system knows
        return False
