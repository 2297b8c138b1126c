"""A command as a user runs it, and a small sound policy to spoil."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from typer.testing import CliRunner

from scancost.cli.app import app

POLICIES = Path(__file__).resolve().parents[2] / "policies"
TODAY = "2026-11-23"

SOUND = """\
policy: small-2026
title: A small plan
plan_type: PPO
market: employer
benefit_year: {from: 2026-01-01, through: 2026-12-31}
source: {title: Summary of benefits, href: https://plans.example/small, read: 2026-06-01, status: published}
limits:
  in_network:
    deductible: {individual: 2000, family: 4000, family_rule: embedded}
    out_of_pocket_max: {individual: 6000, family: 12000, family_rule: embedded}
  out_of_network: none
benefits:
  - services: [xray, fluoroscopy, ultrasound, ct, mri, pet, nuclear, mammogram, dexa, colonoscopy]
    sites: [freestanding, office, urgent_care, hospital_outpatient, ambulatory_surgical_center, emergency, inpatient]
    in_network: 20% coinsurance after deductible
    out_of_network: not covered
preventive: {guideline: aca, in_network: no charge, out_of_network: not covered, otherwise: diagnostic}
preauthorization: none
balance_billing: full
"""  # noqa: E501 - a list on one line, as policies have it


class Answer(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


def scancost(*arguments: str | Path, columns: int = 80) -> Answer:
    """Run a command; nothing but a sentence may reach the user."""
    environment = {"COLUMNS": str(columns), "SCANCOST_LANG": "en"}
    result = CliRunner().invoke(app, [str(each) for each in arguments], env=environment)
    assert "Traceback" not in result.output
    return Answer(result.exit_code, result.stdout, result.stderr)


def spoiled(old: str, new: str, text: str = SOUND) -> str:
    """The policy with one thing changed; a test must change something."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    return text.replace(old, new)


def written(folder: Path, text: str, name: str = "small-2026") -> Path:
    """The policy as a file."""
    path = folder / f"{name}.yaml"
    path.write_text(text, "utf-8")
    return path
