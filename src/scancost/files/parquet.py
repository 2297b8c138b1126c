"""Parquet in and out (the extra `parquet`): a table as the bytes of a CSV, a CSV as a table.

In, every value is the text that a CSV would hold, so that the same reader judges it: a third decimal
is rejected, never rounded. Out, amounts are decimals, days are dates, and the rest is text. Neither
way does memory grow with the file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from importlib.util import find_spec
from typing import IO, Any

from scancost.problems import Place, Problem, Problems

ENDING = ".parquet"
ROWS = 16_384  # decoded at once
BUFFER = 1 << 16  # bytes of a column read at once, however large its row group is
MEMORY = (0, 160_000_000, 230_000_000)
"""Bytes that reading and writing take, where none, one or both of orders and results are Parquet."""


def is_installed() -> bool:
    """Whether the library that reads and writes Parquet is there."""
    return find_spec("pyarrow") is not None


def check_extra(name: str) -> None:
    """Raises Problems where the library that reads and writes Parquet is not installed."""
    if not is_installed():
        raise Problems([Problem("parquet_extra_missing", {}, Place(name))])


def rows_in(name: str) -> int | None:
    """How many rows a file says it has; None where it cannot be asked."""
    if not is_installed():
        return None
    import pyarrow
    from pyarrow.parquet import read_metadata

    try:
        rows: int = read_metadata(name).num_rows
    except (pyarrow.ArrowException, OSError):
        return None
    return rows


@contextmanager
def parquet_as_csv(name: str) -> Iterator[IO[bytes]]:
    """The rows of a Parquet file as the bytes of a CSV. Raises Problems or OSError."""
    check_extra(name)
    from pyarrow.parquet import ParquetFile

    with open(name, "rb") as file:
        with _said_as_problems(name):
            table = ParquetFile(
                file, pre_buffer=False, buffer_size=BUFFER, page_checksum_verification=True
            )
            schema = table.schema_arrow
            names = list(schema.names)
            batches = table.iter_batches(batch_size=ROWS, use_threads=False)
        _check_types(schema, name)
        with io.BufferedReader(_Lines(names, batches, name)) as lines:
            yield lines


@contextmanager
def csv_then_parquet(name: str, out: IO[bytes], amounts: frozenset[str]) -> Iterator[IO[bytes]]:
    """A CSV to write to, which goes on to `out` as a table; `amounts` are columns of money."""
    check_extra(name)
    from scancost.files.parquet_out import Table

    table = Table(out, amounts)
    try:
        yield table  # type: ignore[misc]
        table.finish()
    finally:
        table.abandon()


@contextmanager
def _said_as_problems(name: str) -> Iterator[None]:
    """What the library says of a file that is none, or is damaged; trouble of the disk stays."""
    import pyarrow

    try:
        yield
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as error:
        if getattr(error, "errno", None) is not None:
            raise
        raise Problems([Problem("parquet_broken", {}, Place(name))]) from None


class _Lines(io.RawIOBase):
    """Batches of rows as the bytes of a CSV, made as they are read."""

    def __init__(self, names: list[str], batches: Iterator[Any], name: str) -> None:
        heading = io.StringIO()
        csv.writer(heading, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(names)
        self._left = memoryview(heading.getvalue().encode())
        self._batches = batches
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """The bytes given so far."""
        return self._given

    def readinto(self, room: Any) -> int:
        with _said_as_problems(self._name):
            while not self._left:
                batch = next(self._batches, None)
                if batch is None:
                    return 0
                lines = _csv_of([_texts(column) for column in batch.columns])
                self._left = memoryview(lines).cast("B")
        size = min(len(room), len(self._left))
        room[:size] = self._left[:size]
        self._left = self._left[size:]
        self._given += size
        return size


def _csv_of(columns: list[Any]) -> Any:
    """Columns of text as lines; only what needs quotation marks gets them: the rest reads faster."""
    import pyarrow
    from pyarrow import csv as lines

    try:
        out = pyarrow.BufferOutputStream()
        names = [str(at) for at in range(len(columns))]
        table = pyarrow.record_batch(columns, names=names)
        plain = lines.WriteOptions(include_header=False, quoting_style="none", batch_size=ROWS)
        lines.write_csv(table, out, plain)
        return out.getvalue()
    except pyarrow.ArrowInvalid:  # some value holds a comma, a quotation mark or a line end
        return _quoted_csv_of(columns)


def _quoted_csv_of(columns: list[Any]) -> Any:
    from pyarrow import compute

    join = compute.binary_join_element_wise
    options = {"null_handling": "replace", "null_replacement": ""}
    columns = [_quoted(column) for column in columns]
    columns[-1] = join(columns[-1], "\n", "", **options)
    joined = join(*columns, ",", **options)
    size = compute.sum(compute.binary_length(joined)).as_py()
    return joined.buffers()[2].slice(0, size)  # the lines stand one after the other there


def _quoted(texts: Any) -> Any:
    from pyarrow import compute

    is_odd = compute.match_substring_regex(texts, '[",\r\n]')
    doubled = compute.replace_substring(texts, '"', '""')
    quoted = compute.binary_join_element_wise('"', doubled, '"', "")
    return compute.if_else(is_odd, quoted, texts)


# -- values as texts ----------------------------------------------------------------------------


def _check_types(schema: Any, name: str) -> None:
    """Raises Problems for every column whose values no cell of a CSV can hold."""
    found = [
        Problem("parquet_type", {"column": each.name, "type": str(each.type)}, Place(name))
        for each in schema
        if not _is_readable(each.type)
    ]
    if found:
        raise Problems(found)


def _is_readable(kind: Any) -> bool:
    from pyarrow import types

    if isinstance(kind, _extension()):
        kind = kind.storage_type
    if types.is_dictionary(kind):
        kind = kind.value_type
    asked: tuple[Callable[[Any], bool], ...] = (
        *(types.is_boolean, types.is_integer, types.is_floating, types.is_decimal),
        *(types.is_date, types.is_timestamp, types.is_time, types.is_null),
    )
    return _is_text(kind) or any(is_it(kind) for is_it in asked)


def _is_text(kind: Any) -> bool:
    return str(kind) in ("string", "large_string", "string_view")


def _extension() -> Any:
    import pyarrow

    return pyarrow.BaseExtensionType


def _texts(column: Any) -> Any:
    """A column as text, each value as a CSV would have it; nothing stays nothing."""
    import pyarrow
    from pyarrow import types

    if isinstance(column.type, _extension()):
        column = column.storage
    if types.is_dictionary(column.type):
        column = column.dictionary_decode()
    if types.is_timestamp(column.type):
        return _days(column)
    texts = column.cast(pyarrow.string())
    if types.is_decimal(column.type):
        return _without_exponent(texts)
    return _with_point(_without_exponent(texts)) if types.is_floating(column.type) else texts


def _days(moments: Any) -> Any:
    """A moment at midnight as its day, any other in full (which is no date, and rejected)."""
    import pyarrow
    from pyarrow import compute

    local = compute.local_timestamp(moments) if moments.type.tz else moments
    days = local.cast(pyarrow.date32(), safe=False)
    is_midnight = compute.equal(days.cast(local.type), local)
    text = pyarrow.string()
    return compute.if_else(is_midnight, days.cast(text), moments.cast(text))


def _without_exponent(texts: Any) -> Any:
    """Numbers written out: 0.00000001, where the library writes 1E-8."""
    import pyarrow
    from pyarrow import compute

    if not compute.any(compute.match_substring_regex(texts, "[eE]")).as_py():
        return texts
    plain = [
        format(Decimal(text), "f") if text is not None and "e" in text.lower() else text
        for text in texts.to_pylist()
    ]
    return pyarrow.array(plain, pyarrow.string())


def _with_point(texts: Any) -> Any:
    """Floats as everybody writes them: 1250.0, where the library writes 1250."""
    from pyarrow import compute

    return compute.replace_substring_regex(texts, "^(-?[0-9]+)$", r"\1.0")
