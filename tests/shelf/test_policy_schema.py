"""The JSON Schema of a policy file: the committed copy, and that it agrees with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from scancost import phrases
from scancost.engine.audit import gathered
from scancost.engine.shelf import shelf
from scancost.problems import Wrong
from scancost.show import phrase_patterns
from scancost.show.policy_schema import policy_schema
from tests.shelf.program import POLICIES, SOUND, scancost, spoiled

COMMITTED = POLICIES.parent / "docs" / "policy.schema.json"
SCHEMA = policy_schema(shelf().catalogue)
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


class _Plain(yaml.SafeLoader):
    """YAML as an editor reads it: numbers are numbers, dates are text."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(yaml.load(text, _Plain))]


def test_the_committed_copy_is_what_the_command_prints() -> None:
    """Write it anew with: scancost policy schema > docs/policy.schema.json"""
    answer = scancost("policy", "schema")
    assert answer.code == 0
    assert COMMITTED.read_text("utf-8") == answer.out
    assert json.loads(answer.out) == SCHEMA


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", gathered([POLICIES]).files, ids=lambda path: path.stem)
def test_every_shipped_policy_fits_and_names_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert problems(text) == []
    assert text.startswith("# yaml-language-server: $schema=../docs/policy.schema.json\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("plan_type: PPO", "plan_typ: PPO"),
        ("market: employer", "market: company"),
        ("title: A small plan\n", ""),
        ("individual: 2000", "individual: -1"),
        ("individual: 2000", 'individual: "2,00"'),
        (", family_rule: embedded}\n    out", "}\n    out"),
        ("20% coinsurance after deductible", "a fifth"),
        ("20% coinsurance after deductible", "20% coinsurance before deductible"),
        ("    out_of_network: not covered\n", ""),
        ("    in_network: 20%", "    words: 3\n    in_network: 20%"),
        ("    in_network: 20%", "    wrods: said\n    in_network: 20%"),
        ("mammogram, dexa", "mammograms, dexa"),
        ("emergency, inpatient]", "emergency, ward]"),
        ("preauthorization: none", "preauthorization: sometimes"),
        ("balance_billing: full", "balance_billing: some"),
        ("  out_of_network: none", "  out_of_network: shared with in_network"),
        ("guideline: aca", "guideline: uspstf"),
        ("status: published", "status: final"),
    ],
)
def test_a_mistake_shows_in_the_editor(old: str, new: str) -> None:
    assert problems(SOUND) == []
    assert problems(spoiled(old, new)) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("individual: 2000", 'individual: "$2,000.00"'),
        ("  out_of_network: none", "  out_of_network: shared_with in_network"),
        ("deductible: {individual: 2000, family: 4000, family_rule: embedded}", "deductible: none"),
        ("    in_network: 20%", "    page: 3\n    words: said\n    in_network: 20%"),
        ("preauthorization: none\n", ""),
        (
            "preauthorization: none",
            "preauthorization:\n  - {services: [ct_head], purposes: [preventive], in_network: $250 "
            "penalty, out_of_network: 50% penalty on plan payment up to $1000}",
        ),
    ],
)
def test_what_the_reader_accepts_shows_no_mistake(old: str, new: str) -> None:
    assert problems(spoiled(old, new)) == []


def test_a_further_tier_is_a_key_of_its_clauses() -> None:
    text = spoiled("  out_of_network: none", "  out_of_network: none\n  preferred: none")
    term = "    out_of_network: not covered\n"
    assert problems(spoiled(term, f"{term}    preferred: no charge\n", text)) == []
    assert problems(spoiled(term, f"{term}    preferred: cheap\n", text)) != []


SHARES = [
    "no charge", "No Charge, deductible waived", "no charge after deductible", "not covered",
    "Not stated", "$50 copay", "$1,250.50 copay per visit, deductible does not apply",
    "$50 copay per day before deductible", "$ 50 copay", "20% coinsurance",
    "33.33% coinsurance up to $1,500 per service, after deductible", "20 % coinsurance",
    "$100 copay after deductible, then 20% coinsurance after deductible",
    "$100 COPAY  ,  deductible waived then 20% coinsurance deductible waived",
    "free", "$50", "20%", "50 copay deductible waived", "20% coinsurance before deductible",
    "$50 copay then", "not covered after deductible", "$50.005 copay", "-$50 copay", "",
    "20% coinsurance, then $50 copay", "no charge before deductible", "$50 copay per week",
]  # fmt: skip
AUTHORIZATIONS = [
    "not required", "Provider write-off", "denied", "not stated", "$250 penalty", "$1,250.50 penalty",
    "50% penalty on plan payment", "50% penalty on allowed amount up to $1,000",
    "penalty", "50% penalty", "50% penalty on billed", "write-off", "$250", "",
]  # fmt: skip
BALANCES = ["full", "None", "up to 15% of allowed", "up to 9.25 % of allowed", "15%", "some", ""]


@pytest.mark.parametrize(
    ("kind", "read", "texts"),
    [
        ("COST_SHARE", phrases.cost_share, SHARES),
        ("AUTHORIZATION", phrases.authorization, AUTHORIZATIONS),
        ("BALANCE", phrases.balance_billing, BALANCES),
    ],
)
def test_the_patterns_agree_with_the_reader(kind: str, read: Any, texts: list[str]) -> None:
    fits = jsonschema.Draft7Validator(
        {"type": "string", "pattern": getattr(phrase_patterns, kind)}
    ).is_valid
    assert {text: fits(text) for text in texts} == {text: _reads(read, text) for text in texts}
    read_back = [str(read(text)) for text in texts if _reads(read, text)]
    assert all(fits(text) for text in read_back)


def _reads(read: Any, text: str) -> bool:
    try:
        read(text)
    except Wrong:
        return False
    return True
