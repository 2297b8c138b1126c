"""A command of the program run inside the test's own process: as fast as the program itself.

What only a process of its own shows (signals, pipes, encodings) has tests that start one.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from typer.testing import CliRunner

from scancost.cli.app import app


def scancost(
    *words: str, cwd: Path, stdin: bytes = b"", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """One command in a folder, off a terminal, in English; both streams as text."""
    settings = {"COLUMNS": "80", "SCANCOST_LANG": "en", **(env or {})}
    before = Path.cwd()
    os.chdir(cwd)
    try:
        found = CliRunner().invoke(app, list(words), input=stdin, env=settings)
    finally:
        os.chdir(before)
    if found.exception is not None and not isinstance(found.exception, SystemExit):
        raise found.exception
    return subprocess.CompletedProcess(words, found.exit_code, found.stdout, found.stderr)
