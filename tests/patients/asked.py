"""What a patient asks on the command line, and the answer: as JSON, or as printed."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.inside import scancost

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, columns: int = 80) -> subprocess.CompletedProcess[str]:
    """One command of the program, in the checkout, in English."""
    return scancost(*arguments, cwd=ROOT, env={"COLUMNS": str(columns), "NO_COLOR": "1"})


def as_json(*arguments: str) -> Any:
    """The answer of a command that must succeed, as JSON."""
    done = run(*arguments, "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def order_file(folder: Path, text: str) -> str:
    """An order file with this text."""
    path = folder / "order.yaml"
    path.write_text(text, "utf-8")
    return str(path)
