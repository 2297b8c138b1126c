"""The program behind a pseudo-terminal: a person who reads a question and types an answer."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 30.0  # seconds a test waits for a prompt before it gives up
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Dialogue:
    """`scancost` with these words behind a terminal of `width` columns."""

    def __init__(self, *words: str, cwd: Path, width: int = 100, **environment: str) -> None:
        self.said = ""
        self.heard = 0
        self.code: int | None = None
        given = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "COLUMNS"))},
            "PYTHONPATH": str(ROOT / "src"),
            "PYTHONUTF8": "1",
            "TERM": "xterm",
            "NO_COLOR": "1",
            **environment,
        }
        self.child, self.end = pty.fork()
        if self.child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
            os.chdir(cwd)
            os.execve(sys.executable, [sys.executable, "-m", "scancost", *words], given)

    def _read(self) -> bool:
        """Take in what was said; False at the end."""
        ready, _, _ = select.select([self.end], [], [], 0.2)
        if not ready:
            return True
        try:
            data = os.read(self.end, 65536)
        except OSError:
            return False
        self.said += ESCAPES.sub("", data.decode("utf-8", "replace")).replace("\r", "")
        return bool(data)

    def wait_prompt(self) -> str:
        """What was said since the last answer, up to the next prompt."""
        until = time.monotonic() + LONGEST
        while not self.said[self.heard :].endswith("> "):
            assert self._read(), f"ended without a prompt:\n{self.said}"
            assert time.monotonic() < until, f"no prompt:\n{self.said}"
        new = self.said[self.heard :]
        self.heard = len(self.said)
        return new

    def type(self, text: str) -> None:
        os.write(self.end, text.encode())

    def answer(self, *texts: str) -> list[str]:
        """Each answer at its prompt; what stood before each."""
        asked = []
        for text in texts:
            asked.append(self.wait_prompt())
            self.type(text + "\n")
        return asked

    def interrupt(self) -> None:
        """Ctrl-C at a prompt."""
        self.wait_prompt()
        time.sleep(0.3)  # nobody presses it in the instant the prompt appears
        self.type("\x03")

    def finish(self) -> str:
        """All that is said up to the end; `code` is then the exit code."""
        until = time.monotonic() + LONGEST
        while self._read():
            if time.monotonic() > until:
                os.kill(self.child, signal.SIGKILL)
                raise AssertionError(f"does not end:\n{self.said}")
        _, status = os.waitpid(self.child, 0)
        self.code = os.waitstatus_to_exitcode(status)
        os.close(self.end)
        return self.said[self.heard :]


def command_in(text: str) -> str:
    """The last command line that the program showed."""
    lines: Sequence[str] = text.splitlines()
    return [line for line in lines if line.startswith("scancost estimate")][-1]
