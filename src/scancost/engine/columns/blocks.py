"""A stream of bytes in blocks that end where a record ends, each with room after it."""

from __future__ import annotations

import codecs
from typing import IO, Any, NamedTuple

import numpy as np

PADDING = 64  # bytes after a block that may be read, not taken
LONGEST_RECORD = 64_000_000  # a record of more bytes is no record
LINE_END = 10


class Unreadable(Exception):
    """A quotation mark out of place, or bytes that are no UTF-8: the interpreted reader says it."""


class Block(NamedTuple):
    """Bytes of whole records from `start` to `end`; `number` counts blocks from 0."""

    number: int
    data: Any
    start: int
    end: int


class Blocks:
    """The records of a stream. `heading` first, then `take` until it gives None."""

    def __init__(self, binary: IO[bytes], size: int, loops: Any) -> None:
        self._binary = binary
        self._size = size
        self._loops = loops
        self._left = b""  # bytes that were read but do not end a record
        self._is_done = False
        self._number = 0

    def heading(self) -> bytes:
        """The first record that is not blank (engine/run.py reads it as files/csv_rows.py does)."""
        data, end = self._filled()
        text = bytes(data[:end])
        start = 3 if text.startswith(codecs.BOM_UTF8) else 0
        while start < end and data[start] in b"\n\r,":
            if data[start] == 44 and text[start : self._record_end(data, start, end)].strip(
                b",\r\n"
            ):
                break
            start = self._record_end(data, start, end)
        stop = self._record_end(data, start, end)
        self._left = text[stop:] + self._left
        return (
            text[:stop]
            if start <= 3
            else text[:3] * (start > 3 and text[:1] == b"\xef") + text[start:stop]
        )

    def _record_end(self, data: Any, start: int, end: int) -> int:
        """Where the record that starts at `start` ends, with its end of line."""
        low, high = start, end
        for stop in range(start + 1, end + 1):
            if data[stop - 1] in b"\n\r" and self._loops.cut(data, start, stop) == stop:
                return stop
        return max(low, high)

    def take(self) -> Block | None:
        """The next block, or None at the end. Raises Unreadable."""
        if self._is_done and not self._left:
            return None
        data, end = self._filled()
        block = Block(self._number, data, 0, end)
        self._number += 1
        return block

    def _filled(self) -> tuple[Any, int]:
        """Bytes up to the last record that ends among them; the others are left for the next."""
        size = max(self._size, 2 * len(self._left))
        while True:
            data = np.empty(size + PADDING, np.uint8)
            kept = len(self._left)
            data[:kept] = np.frombuffer(self._left, np.uint8)
            end = kept + self._read(memoryview(data)[kept:size])
            data[end : end + PADDING] = LINE_END
            if self._is_done:
                self._left = b""
                return data, end
            last = self._last_end(data, end)
            if last:
                self._left = bytes(data[last:end])
                return data, last
            self._left = bytes(data[:end])
            size *= 2
            if size > LONGEST_RECORD:
                raise Unreadable

    def _last_end(self, data: Any, end: int) -> int:
        """Where the last whole record ends; 0 where none does."""
        text = memoryview(data)[:end]
        if b'"' in text.tobytes():
            found: int = self._loops.cut(data, 0, end)
            return found
        return bytes(text).rfind(b"\n") + 1

    def _read(self, room: memoryview) -> int:
        """Fill the room as far as the stream goes; how many bytes."""
        count = 0
        while count < len(room):
            got = self._binary.readinto(room[count:])  # type: ignore[attr-defined]
            if not got:
                self._is_done = True
                break
            count += got
        return count
