"""The commands shown in the documents, and what they print: `$ scancost …` in console blocks.

`python -m tests.documents` writes the present output into the documents, to be read and committed.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from typer.testing import CliRunner

from scancost.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted(
    [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), *(ROOT / "examples").rglob("*.md")]
)
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
_NO_DOCUMENT = ("performance.md",)  # figures of one machine, not replayed


def blocks(path: Path) -> Iterator[str]:
    """The console blocks of a document."""
    if path.name not in _NO_DOCUMENT:
        yield from _BLOCK.findall(path.read_text("utf-8"))


def printed(block: str) -> str:
    """What the commands of a block print now, in the form of the block.

    Both streams; `… ` lines are continuation lines; a last line `[exit N]` shows a failure.
    """
    commands = re.findall(r"^\$ (.*(?:\n> .*)*)", block, re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        for name in ("examples", "policies"):
            (Path(folder) / name).symlink_to(ROOT / name)
        return "".join(f"$ {command}\n{_run(command, folder)}" for command in commands)


def _run(command: str, folder: str) -> str:
    words = shlex.split(command.replace("\n> ", " ").replace("\\ ", " "))
    if words[0] == "cat" or words[0] == "head":
        found = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=True)
        return found.stdout
    assert words[0] == "scancost", command
    environment = {"COLUMNS": "80", "SCANCOST_LANG": "en", "HOME": folder}
    before = Path.cwd()
    os.chdir(folder)
    try:
        found = CliRunner().invoke(app, words[1:], env=environment)
    finally:
        os.chdir(before)
    code = f"[exit {found.exit_code}]\n" if found.exit_code else ""
    return found.output + code


def rewrite(path: Path) -> None:
    """Write the present output into a document."""
    text = path.read_text("utf-8")
    for block in blocks(path):
        text = text.replace(f"```console\n{block}```", f"```console\n{printed(block)}```")
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    for document in DOCUMENTS:
        rewrite(document)
