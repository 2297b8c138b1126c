"""`scancost estimate` as its user runs it, in this process; a plan of a test's own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from scancost.cli.app import app
from tests.shelf.program import SOUND, Answer, written

DAY = ("--service-date", "2026-06-01")
KNEE = ("--policy", "example-ppo-2026", "--service", "mri_knee", "--site", "freestanding", *DAY)
SILVER = ("--policy", "covered-california-silver-70-2026", "--network", "in", *DAY)
NOTHING_MET = ("--deductible-met", "0", "--out-of-pocket-met", "0")
ALL_MET = ("--deductible-met", "3000", "--out-of-pocket-met", "3000")


def estimate(*words: str | Path, env: Mapping[str, str] | None = None) -> Answer:
    """Run `scancost estimate`; nothing but a sentence may reach the user."""
    usual = {"COLUMNS": "80", "SCANCOST_LANG": "en", "NO_COLOR": None, "FORCE_COLOR": None}
    arguments = ["estimate", *(str(word) for word in words)]
    result = CliRunner().invoke(app, arguments, env={**usual, **(env or {})})
    assert "Traceback" not in result.output
    return Answer(result.exit_code, result.stdout, result.stderr)


def said(*words: str | Path) -> str:
    """The answer on one line, so that a sentence can be looked for however it is folded."""
    answer = estimate(*words)
    assert (answer.code, answer.err) == (0, ""), answer.err
    return " ".join(answer.out.split())


def first_line(*words: str | Path) -> dict[str, Any]:
    """The first line of the JSON answer."""
    answer = estimate(*words, "--json")
    assert (answer.code, answer.err) == (0, ""), answer.err
    line: dict[str, Any] = json.loads(answer.out)["lines"][0]
    return line


def trouble(*words: str | Path, code: int = 3) -> str:
    """What a command that cannot answer says; it prints no answer."""
    answer = estimate(*words)
    assert (answer.code, answer.out) == (code, "")
    return answer.err


def small_plan(folder: Path, old: str = "", new: str = "") -> tuple[str, ...]:
    """The options that choose a small plan of the test's own, with one thing changed."""
    assert not old or SOUND.count(old) == 1
    written(folder, SOUND.replace(old, new) if old else SOUND)
    return ("--policies", str(folder), "--policy", "small-2026", *DAY)
