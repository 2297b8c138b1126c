"""`estimate --json` against its published schema, for every kind of answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from scancost.cli.app import app

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((ROOT / "docs" / "estimate.schema.json").read_text("utf-8"))
PLAN = ("--policy", "example-ppo-2026", "--service-date", "2026-06-01")
KNEE = (*PLAN, "--service", "mri_knee", "--site", "freestanding")
CARD = ("--service-date", "2026-06-01", "--service", "mri_knee", "--out-of-pocket-max=none")
ANSWERS = {
    "all known": (*KNEE, "--network=in", "--allowed=1250", "--deductible-met=0"),
    "nothing met is known": (*KNEE, "--network=in", "--allowed=1250", "--billed=3100"),
    "no network": (*KNEE, "--allowed=1250", "--billed=3100"),
    "a side of the network that the policy leaves open": (
        *("--policy", "covered-california-silver-70-2026", "--service-date", "2026-06-01"),
        *("--service", "mri_knee", "--allowed", "1250"),
    ),
    "no price": (*KNEE, "--network=in"),
    "no charge known out of network": (*KNEE, "--network=out", "--allowed=1250"),
    "authorization missing": (
        *KNEE,
        "--network=in",
        "--allowed=1250",
        "--preauthorization=missing",
    ),
    "necessity not met": (*KNEE, "--network=in", "--allowed=1250", "--medical-necessity=not_met"),
    "not covered": (
        *PLAN,
        "--service=ct_calcium_score",
        "--network=out",
        "--allowed=200",
        "--site=office",
    ),
    "terms not known": (*CARD, "--deductible=500", "--benefit=unknown", "--allowed=900"),
    "neither terms nor price known": (*CARD, "--deductible=unknown", "--benefit=unknown"),
    "deductible not known": (
        *(*CARD, "--deductible=unknown", "--benefit=20% coinsurance after deductible"),
        *("--allowed=900", "--deductible-met=100"),
    ),
    "a screening": (*PLAN, "--service=77067", "--network=in", "--allowed=165", "--site=office"),
}


def answer(*options: str) -> Any:
    found = CliRunner().invoke(app, ["estimate", *options, "--json"])
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_answer_fits_the_schema(name: str) -> None:
    jsonschema.Draft7Validator(SCHEMA).validate(answer(*ANSWERS[name]))


def test_the_schema_is_a_schema_that_refuses() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    found = answer(*ANSWERS["all known"])
    found["lines"][0]["patient_pays"] = 810.0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(SCHEMA).validate(found)


def test_a_file_of_an_order_fits_too() -> None:
    jsonschema.Draft7Validator(SCHEMA).validate(answer(str(ROOT / "examples" / "knee-mri.yaml")))
