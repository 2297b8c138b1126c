"""Files packed by gzip or zstd, read as what they hold."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import IO, Any

from scancost.problems import Place, Problem, Problems

ZSTD = ".zst"
ENDINGS = (".gz", ZSTD)
SMALLER = 5  # orders that are packed are smaller by about this


@contextmanager
def unpacked(name: str) -> Iterator[IO[bytes]]:
    """What a packed file holds. Raises Problems or OSError, also later, where it is damaged."""
    with open(name, "rb") as file:
        inner: Any = _zstd(file, name) if name.endswith(ZSTD) else gzip.GzipFile(fileobj=file)
        with inner, io.BufferedReader(_Inside(inner, name)) as inside:
            yield inside


def _zstd(file: IO[bytes], name: str) -> Any:
    """The standard library's reader where there is one (Python 3.14), else that of an extra."""
    try:
        return import_module("compression.zstd").ZstdFile(file)
    except ImportError:
        if find_spec("pyarrow") is None:
            raise Problems([Problem("zst_extra_missing", {}, Place(name))]) from None
    import pyarrow

    return pyarrow.CompressedInputStream(pyarrow.PythonFile(file, "r"), "zstd")


class _Inside(io.RawIOBase):
    """The bytes inside. That they are damaged or cut off is said as a problem of the file."""

    def __init__(self, inner: Any, name: str) -> None:
        self._inner = inner
        self._name = name
        self._given = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        """The bytes given so far."""
        return self._given

    def readinto(self, room: Any) -> int:
        try:
            size: int = self._inner.readinto(room)
        except (OSError, EOFError, zlib.error) as error:
            if getattr(error, "errno", None) is not None:  # trouble of the disk
                raise
            raise self._broken() from None
        except Exception as error:
            if type(error).__name__ != "ZstdError":  # its module is not there before Python 3.14
                raise
            raise self._broken() from None
        self._given += size
        return size

    def _broken(self) -> Problems:
        return Problems([Problem("packed_broken", {}, Place(self._name))])
