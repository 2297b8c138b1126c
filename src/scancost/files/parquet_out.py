"""A CSV of results on its way into a Parquet file, a row group at a time. See parquet.py."""

from __future__ import annotations

import io
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Any

from scancost.files.csv_rows import record

GROUP = 16 << 20  # bytes of CSV in a row group, some 60,000 rows
LONGEST = 4 << 20  # more than a line of results can take: two ids of 131,072 characters
COUNTS = frozenset({"row"})
DAYS = frozenset({"service_date"})
VARIED = frozenset({"row", "order_id", "member_id"})  # hardly ever the same twice


class Table(io.RawIOBase):
    """What is written to it, the heading first, goes to `out` as a table; `finish` ends it.

    One thread reads the text of a row group while another packs the group before.
    """

    def __init__(self, out: IO[bytes], amounts: frozenset[str]) -> None:
        self._out = out
        self._amounts = amounts
        self._text = bytearray()
        self._names: list[str] = []
        self._writer: Any = None
        self._packer = ThreadPoolExecutor(1)
        self._going: Future[None] | None = None

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._text += data
        if not self._names:
            self._start()
        while len(self._text) >= GROUP and (end := end_of_records(self._text, GROUP)):
            self._put(end)
        return len(data)

    def finish(self) -> None:
        """Write what is left, and the end of the file."""
        if self._text:
            self._put(len(self._text))
        self._wait()
        self._writer.close()
        self._out.flush()  # what a full disk refuses is known before any file takes its place

    def abandon(self) -> None:
        """Let go of everything, written or not, while there is still a file to write to."""
        self._packer.shutdown()
        if self._writer is not None:
            with suppress(Exception):  # what is written now is thrown away
                self._writer.close()

    def _start(self) -> None:
        """The heading is complete with its line end: the columns and their types."""
        import pyarrow
        from pyarrow.parquet import ParquetWriter

        end = self._text.find(b"\n") + 1
        if not end:
            return
        self._names = record(bytes(self._text[:end]))
        del self._text[:end]
        self._writer = ParquetWriter(
            self._out,
            pyarrow.schema([(name, self._type(name)) for name in self._names]),
            compression="zstd",
            use_dictionary=[name for name in self._names if name not in self._amounts | VARIED],
            write_page_checksum=True,
        )

    def _type(self, name: str) -> Any:
        import pyarrow

        if name in COUNTS:
            return pyarrow.int64()
        if name in DAYS:
            return pyarrow.date32()
        return pyarrow.decimal128(14, 2) if name in self._amounts else pyarrow.string()

    def _put(self, end: int) -> None:
        """The records up to `end` as one row group."""
        import pyarrow
        from pyarrow import csv

        text, self._text = self._text, self._text[end:]
        group = csv.read_csv(
            pyarrow.BufferReader(memoryview(text)[:end]),
            csv.ReadOptions(column_names=self._names, block_size=LONGEST, use_threads=False),
            csv.ParseOptions(newlines_in_values=True),
            csv.ConvertOptions(
                column_types={name: self._type(name) for name in self._names},
                null_values=[""],
                strings_can_be_null=False,
                check_utf8=False,  # both engines have checked it
            ),
        )
        self._wait()
        self._going = self._packer.submit(self._writer.write_table, group)

    def _wait(self) -> None:
        if self._going is not None:
            self._going.result()
            self._going = None


def end_of_records(text: bytearray, most: int) -> int:
    """Where the last record that is whole within `most` bytes ends; 0 where none does.

    A line end is the end of a record where an even number of quotation marks stands before it.
    """
    marks = text.count(b'"', 0, most)
    end = most
    while (at := text.rfind(b"\n", 0, end)) >= 0:
        marks -= text.count(b'"', at, end)
        if marks % 2 == 0:
            return at + 1
        end = at
    return 0
