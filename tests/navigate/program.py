"""One command as a user gives it, with its answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from scancost.cli.app import app

POLICIES = Path(__file__).resolve().parents[2] / "policies"

SCAN = (
    *("--policy", "example-ppo-2026", "--service", "mri_knee", "--network", "in"),
    *("--site", "freestanding", "--allowed", "1200", "--billed", "2000"),
    *("--deductible-met", "1500", "--out-of-pocket-met", "1500"),
    *("--service-date", "2026-06-15"),
)
"""An MRI of the knee under the example PPO: 20% of $1,200 is $240; the deductible is met."""
DATES = ("--notice-date", "2026-07-01", "--today", "2026-07-10")


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """The answer with its line breaks folded, to look for a sentence."""
        return " ".join(self.out.split())


def scancost(*arguments: str, language: str = "en") -> Answer:
    """Run one command in a fixed language, at 80 columns, with the shipped policies."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SCANCOST_LANG", language)
        patch.setenv("SCANCOST_POLICIES", str(POLICIES))
        patch.setenv("COLUMNS", "80")
        found = CliRunner().invoke(app, list(arguments))
    return Answer(found.exit_code, found.stdout, found.stderr)
