"""Records that wait their turn: in memory while they are few, else in one temporary file."""

from __future__ import annotations

import marshal
import os
import tempfile
from collections.abc import Iterator
from typing import IO, Any

CHUNK = 200  # records a block when a partition is read back a little at a time


class Spool:
    """So many partitions of plain tuples (ints, texts, tuples), each kept in its order."""

    def __init__(self, partitions: int, keep_in_memory: int) -> None:
        self._kept: list[list[Any]] = [[] for _ in range(partitions)]
        self._blocks: list[list[tuple[int, int]]] = [[] for _ in range(partitions)]
        self._keep = keep_in_memory
        self._count = 0
        self._file: IO[bytes] | None = None

    def add(self, partition: int, record: Any) -> None:
        self._kept[partition].append(record)
        self._count += 1
        if self._count >= self._keep:
            self._write()

    def _write(self) -> None:
        """Move what is in memory to the file, in blocks."""
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-")  # noqa: SIM115 - kept open
        self._file.seek(0, 2)
        for partition, records in enumerate(self._kept):
            for start in range(0, len(records), CHUNK):
                data = marshal.dumps(records[start : start + CHUNK])
                self._blocks[partition].append((self._file.tell(), len(data)))
                self._file.write(data)
            records.clear()
        self._file.flush()
        self._count = 0

    def _read(self, block: tuple[int, int]) -> list[Any]:
        assert self._file is not None
        if hasattr(os, "pread"):  # does not move the place that forked processes share
            data = os.pread(self._file.fileno(), block[1], block[0])
        else:
            self._file.seek(block[0])
            data = self._file.read(block[1])
        records: list[Any] = marshal.loads(data)
        return records

    def flush(self) -> None:
        """Before other processes read it."""
        if self._file is not None:
            self._file.flush()

    def take(self, partition: int) -> list[Any]:
        """All records of a partition, in their order; they are forgotten."""
        records = [each for block in self._blocks[partition] for each in self._read(block)]
        records += self._kept[partition]
        self._blocks[partition], self._kept[partition] = [], []
        return records

    def iterate(self, partition: int) -> Iterator[Any]:
        """The records of a partition, in their order, a block in memory at a time."""
        for block in self._blocks[partition]:
            yield from self._read(block)
        yield from self._kept[partition]
