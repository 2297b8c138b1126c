"""Where the last whole record of a block ends: hopping from mark to mark against byte by byte."""

from __future__ import annotations

import io
from random import Random

import pytest

np = pytest.importorskip("numpy")
pytest.importorskip("numba")

PIECES = (
    b'"',
    b",",
    b"\n",
    b"\r",
    b"a",
    b"\t",
    b"\x80",
    b"\xff",
    b'""',
    b',"',
    b'"\n',
    b"eight by",
)


def byte_by_byte(data: bytes) -> int:
    """The end of the last record outside of quotation marks, as csv.reader counts them."""
    last = 0
    state = "start"  # of a cell; inside; quoted; after a closing mark
    for at, byte in enumerate(data):
        mark = chr(byte)
        if state == "quoted":
            state = "after" if mark == '"' else "quoted"
        elif mark in "\r\n":
            last, state = at + 1, "start"
        elif mark == ",":
            state = "start"
        elif mark == '"' and state in ("start", "after"):
            state = "quoted"
        else:
            state = "inside"
    return last


@pytest.mark.parametrize("seed", range(20))
def test_the_last_record_ends_where_reading_byte_by_byte_ends_it(seed: int) -> None:
    from scancost.engine.columns.compiled import loops

    rng = Random(seed)
    for _ in range(300):
        data = b"".join(rng.choice(PIECES) for _ in range(rng.randrange(30)))
        block = np.frombuffer(data + rng.choice((b"\n", b'"', b"\0", b"a")) * 64, np.uint8)
        assert loops().cut(block, 0, len(data)) == byte_by_byte(data), data


def test_a_mark_before_a_quoted_heading_is_no_part_of_it() -> None:
    """The quotation mark after the byte-order mark opens the cell: the heading ends with its line."""
    from scancost.engine.columns.blocks import Blocks

    heading = b'\xef\xbb\xbf"Order,",policy\n'
    blocks = Blocks(io.BytesIO(heading + b"1,example-ppo-2026\n" * 40), 64)
    assert blocks.heading() == heading
    rows = b""
    while (block := blocks.take()) is not None:
        rows += block.data[: block.end].tobytes()
    assert rows == b"1,example-ppo-2026\n" * 40
