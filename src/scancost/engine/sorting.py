"""Records in order, however many: few in memory, the others in sorted runs in one temporary file."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import IO, Any, Generic, TypeVar

KEPT = 10_000  # records in memory
BLOCK = 100  # records read at a time
WIDE = 32  # as many runs of one level become one of the next
LENGTH = 8  # bytes before a block that say how long it is

R = TypeVar("R", bound=tuple[Any, ...])
Run = tuple[int, int]
"""Where it starts in the file, and where it ends."""


class Sorted(Generic[R]):
    """Takes plain tuples (of ints, texts, tuples) in any order, and gives them in theirs."""

    def __init__(self) -> None:
        self._waiting: list[R] = []
        self._count = 0
        self._levels: list[list[Run]] = []
        self._file: IO[bytes] | None = None

    def add(self, record: R) -> None:
        self._count += 1
        self._waiting.append(record)
        if len(self._waiting) >= KEPT:
            self._put(0, sorted(self._waiting))
            self._waiting.clear()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[R]:
        runs = (self._read(run) for level in self._levels for run in level)
        return merge(*runs, sorted(self._waiting))

    def _put(self, level: int, records: Iterable[R]) -> None:
        """A run to the file; those that are many become one."""
        if level == len(self._levels):
            self._levels.append([])
        runs = self._levels[level]
        runs.append(self._written(iter(records)))
        if len(runs) == WIDE:
            self._levels[level] = []
            self._put(level + 1, merge(*map(self._read, runs)))

    def _written(self, records: Iterator[R]) -> Run:
        if self._file is None:
            self._file = tempfile.TemporaryFile(prefix="scancost-")  # noqa: SIM115 - kept open
        at = start = self._file.seek(0, 2)
        while block := list(islice(records, BLOCK)):
            data = marshal.dumps(block)
            self._file.seek(at)  # what is merged was read meanwhile
            at += self._file.write(len(data).to_bytes(LENGTH, "little") + data)
        return start, at

    def _read(self, run: Run) -> Iterator[R]:
        assert self._file is not None
        at, end = run
        while at < end:
            self._file.seek(at)
            size = int.from_bytes(self._file.read(LENGTH), "little")
            yield from marshal.loads(self._file.read(size))
            at += LENGTH + size
