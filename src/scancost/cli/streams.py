"""The standard streams, also where one is closed, full, or read by nobody: never a traceback."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Any, TextIO

FORCES_COLOR = ("FORCE_COLOR", "PY_COLORS", "GITHUB_ACTIONS", "TTY_COMPATIBLE")
STANDARD_OUTPUT = "<stdout>"  # the file that an error of standard output names


def no_forced_color() -> None:
    """Colour only on a terminal: help and usage errors are drawn by libraries that these variables
    would have colour a pipe too."""
    for name in FORCES_COLOR:
        os.environ.pop(name, None)


def prepare() -> None:
    """Have standard output name itself in errors, and put a stream in place of each one that is
    closed, whose use is trouble with a file: an answer that nobody gets is none. Trouble that cannot
    be told leaves the exit code as it is.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), "r")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stdout = _through(_Named, sys.stdout)
    sys.stderr = _through(_Unheard, sys.stderr)


class _Named(io.FileIO):
    """Says that it is standard output which cannot be written."""

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError as error:
            raise OSError(error.errno, error.strerror, STANDARD_OUTPUT) from None


class _Unheard(io.FileIO):
    """Takes whatever it cannot write."""

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError:
            return len(data)


def _through(kind: type[io.FileIO], stream: TextIO) -> TextIO:
    """The same stream, written through a file of that kind."""
    buffer = getattr(stream, "buffer", None)
    if not isinstance(stream, io.TextIOWrapper) or not isinstance(
        getattr(buffer, "raw", buffer), io.FileIO
    ):
        return stream  # a console of its own kind
    by_line = stream.line_buffering or stream.write_through
    raw = kind(stream.fileno(), "w", closefd=False)
    return io.TextIOWrapper(
        io.BufferedWriter(raw), stream.encoding, stream.errors, line_buffering=by_line
    )


def drop() -> None:
    """Nothing more goes to standard output: the end of the program does not try again."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
