"""Records that wait their turn: in memory while they are few, else in one temporary file."""

from __future__ import annotations

import marshal
import os
import tempfile
from collections.abc import Iterator
from itertools import chain
from typing import IO, Any

CHUNK = 200  # records a block when a partition is read back a little at a time


def packed(records: list[Any]) -> list[bytes]:
    """Plain records (ints, texts, tuples) in blocks, as a spool keeps them and processes send them."""
    starts = range(0, len(records), CHUNK)
    return [marshal.dumps(records[start : start + CHUNK]) for start in starts]


class Spool:
    """So many partitions of plain records, each kept in its order.

    `waiting` has a list for each partition, to append to: after `make_room`.
    """

    def __init__(self, partitions: int, keep_in_memory: int) -> None:
        self.waiting: list[list[Any]] = [[] for _ in range(partitions)]
        self._packed: list[list[bytes]] = [[] for _ in range(partitions)]
        self._places: list[list[tuple[int, int]]] = [[] for _ in range(partitions)]
        self._keep = keep_in_memory
        self._count = 0
        self._file: IO[bytes] | None = None

    def make_room(self, count: int) -> None:
        """Before `count` records are added at once: those that would be too many with them move to
        the file."""
        if self._count and self._count + count > self._keep:
            self._write()
        self._count += count

    def add_packed(self, partition: int, blocks: list[bytes], count: int) -> None:
        """Add `count` records that are `packed`; no others are appended to `waiting` then."""
        self.make_room(count)
        self._packed[partition] += blocks

    def _write(self) -> None:
        """Move what is in memory to the file, in blocks."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-")  # noqa: SIM115 - kept open
        self._file.seek(0, 2)
        for partition, records in enumerate(self.waiting):
            for data in self._packed[partition] + packed(records):
                self._places[partition].append((self._file.tell(), len(data)))
                self._file.write(data)
            self._packed[partition].clear()
            records.clear()
        self._file.flush()  # other processes may read it
        self._count = 0

    def _read(self, place: tuple[int, int]) -> bytes:
        assert self._file is not None
        if hasattr(os, "pread"):  # does not move the place that forked processes share
            return os.pread(self._file.fileno(), place[1], place[0])
        self._file.seek(place[0])
        return self._file.read(place[1])

    def iterate(self, partition: int) -> Iterator[Any]:
        """The records of a partition, in their order, a block in memory at a time."""
        blocks = chain(map(self._read, self._places[partition]), self._packed[partition])
        return chain(chain.from_iterable(map(marshal.loads, blocks)), self.waiting[partition])

    def take(self, partition: int) -> list[Any]:
        """All records of a partition, in their order; they are forgotten."""
        records = list(self.iterate(partition))
        self._places[partition], self._packed[partition] = [], []
        self.waiting[partition] = []
        return records
