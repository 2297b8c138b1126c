"""Files that appear whole or not at all: temporary ones beside them, fsync, then replace.

Several of one run appear together: each is on the disk before the first takes its place, and no
interrupt comes between. A link stays one: the file it leads to is replaced. A pipe or a device stays what
it is and gets the bytes as they come.
"""

from __future__ import annotations

import errno
import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from scancost.files import interrupts
from scancost.files.kinds import is_special

BUFFER = 1 << 20

NewFile = Callable[[Path], IO[bytes]]
"""Gives a binary file that is to take the place of a path."""


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """A binary file that replaces `path` when the block ends well; else the old one stays."""
    with whole_files() as new_file:
        yield new_file(path)


@contextmanager
def whole_files() -> Iterator[NewFile]:
    """Files that replace theirs, all of them, when the block ends well; else the old ones stay.
    OSError names the file that was meant, never a temporary one."""
    parts: list[_Part | _Straight] = []

    def new_file(path: Path) -> IO[bytes]:
        with _named(path):
            is_straight = is_special(path)
        if is_straight:  # it may wait for a reader, which an interrupt ends
            parts.append(_Straight(path))
            return parts[-1].file
        with interrupts.later():  # so that no temporary file is left that nobody knows
            part = _Part(path)
            parts.append(part)
        return part.file

    try:
        yield new_file
        for part in parts:
            part.complete()
        with interrupts.too_late():
            for part in parts:
                part.take_its_place()
            for folder in {part.folder for part in parts if isinstance(part, _Part)}:
                _sync_folder(folder)
    except BaseException:
        with interrupts.too_late():
            for part in parts:
                part.abandon()
        raise


class _Part:
    """A temporary file on its way to a path."""

    def __init__(self, path: Path) -> None:
        self.path, self.target = path, Path(os.path.realpath(path))
        self.folder = self.target.parent
        with _named(path):
            if path.is_dir():  # known before anything is written
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            handle, name = tempfile.mkstemp(".part", f".{self.target.name}.", self.folder)
        self.temporary = Path(name)
        self.file: IO[bytes] = io.BufferedWriter(_Raw(handle, path), BUFFER)

    def complete(self) -> None:
        with _named(self.path), self.file:
            self.file.flush()
            os.fsync(self.file.fileno())

    def take_its_place(self) -> None:
        with _named(self.path):
            _like_new(self.temporary, self.target)
            self.temporary.replace(self.target)

    def abandon(self) -> None:
        with suppress(OSError):
            self.file.close()
        with suppress(OSError):
            self.temporary.unlink(missing_ok=True)


class _Straight:
    """A pipe or a device, which is written to itself."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with _named(path):
            self._raw = _Raw(path, path)
        self.file: IO[bytes] = io.BufferedWriter(self._raw, BUFFER)

    def complete(self) -> None:
        with _named(self.path):
            self.file.close()

    def take_its_place(self) -> None:
        """It has its place."""

    def abandon(self) -> None:
        """Without the bytes that wait: nobody may be there to take them."""
        self._raw.close()


class _Raw(io.FileIO):
    """The bytes of a file; its errors name the one that is meant."""

    def __init__(self, file: int | Path, path: Path) -> None:
        super().__init__(file, "wb")
        self._path = path

    def write(self, data: Any) -> int:
        with _named(self._path):
            return super().write(data)


@contextmanager
def _named(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None


def _like_new(temporary: Path, path: Path) -> None:
    """The permissions of the file it replaces, else those a new file would have."""
    if path.exists():
        temporary.chmod(path.stat().st_mode & 0o7777)
    else:
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)


def _sync_folder(folder: Path) -> None:
    """Have the disk keep the new names, where it can be asked to: the files are in place already."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
