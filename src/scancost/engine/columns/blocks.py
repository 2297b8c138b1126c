"""A stream of bytes in blocks that end where a record ends, each with room after it."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import IO, Any, NamedTuple

import numpy as np

from scancost.engine.columns.compiled import loops
from scancost.files.csv_rows import heading_length

PADDING = 64  # bytes after a block that may be read, not taken
LONGEST_RECORD = 64_000_000  # a record of more bytes is no record
LINE_END = b"\n"


class Unreadable(Exception):
    """A quotation mark out of place, or bytes that are no UTF-8: the interpreted reader says it."""


class Block(NamedTuple):
    """Bytes of whole records up to `end`, then ends of lines; `number` counts blocks from 0, `read`
    is bytes so far."""

    number: int
    data: Any
    end: int
    read: int
    buffer: bytearray


class Blocks:
    """The records of a stream. `heading` first, then `take` until it gives None. A block that is done
    with may be given back, in any thread: its memory is used again."""

    def __init__(self, binary: IO[bytes], size: int) -> None:
        self._binary = binary
        self._size = size
        self._loops = loops()
        self._left = b""  # bytes that were read but do not end a record
        self._is_done = False
        self._is_at_start = True
        self._number = 0
        self._read_so_far = 0
        self._free: list[bytearray] = []

    def heading(self) -> bytes:
        """The first record that is not blank, with what stands before it."""
        buffer, end = self._filled()
        self._is_at_start = False
        length = heading_length(bytes(buffer[:end]))
        self._left = bytes(buffer[length:end]) + self._left
        return bytes(buffer[:length])

    def take(self) -> Block | None:
        """The next block, or None at the end. Raises Unreadable."""
        if self._is_done and not self._left:
            return None
        buffer, end = self._filled()
        if not buffer.isascii():
            try:
                buffer.decode()
            except UnicodeDecodeError:
                raise Unreadable from None
        data = np.frombuffer(buffer, np.uint8)
        block = Block(self._number, data, end, self._read_so_far, buffer)
        self._number += 1
        return block

    def give_back(self, block: Block) -> None:
        """Nobody reads the block any more."""
        self._free.append(block.buffer)

    def _buffer(self, size: int) -> bytearray:
        try:
            found = self._free.pop()
        except IndexError:
            return bytearray(size)
        return found if len(found) == size else bytearray(size)

    def _filled(self) -> tuple[bytearray, int]:
        """Bytes up to the last record that ends among them; the others are left for the next."""
        size = max(self._size, 2 * len(self._left))
        while True:
            buffer = self._buffer(size + PADDING)
            kept = len(self._left)
            buffer[:kept] = self._left
            end = kept if self._is_done else kept + self._fill(memoryview(buffer)[kept:size])
            last = end if self._is_done else self._last_end(buffer, end)
            if last or self._is_done:
                self._left = bytes(buffer[last:end])
                buffer[last:] = LINE_END * (len(buffer) - last)
                return buffer, last
            self._left = bytes(buffer[:end])
            size *= 2
            if size > LONGEST_RECORD:
                raise Unreadable

    def _last_end(self, buffer: bytearray, end: int) -> int:
        """Where the last whole record ends; 0 where none does."""
        if buffer.find(b'"', 0, end) < 0 and (last := buffer.rfind(LINE_END, 0, end) + 1):
            return last
        is_marked = self._is_at_start and buffer.startswith(BOM_UTF8)
        start = len(BOM_UTF8) if is_marked else 0  # else a cell would not begin with its mark
        found: int = self._loops.cut(np.frombuffer(buffer, np.uint8), start, end)
        return 0 if found == start else found

    def _fill(self, room: memoryview) -> int:
        """Fill the room as far as the stream goes; how many bytes."""
        count = 0
        while count < len(room):
            got = self._binary.readinto(room[count:])  # type: ignore[attr-defined]
            if not got:
                self._is_done = True
                break
            count += got
        self._read_so_far += count
        return count
