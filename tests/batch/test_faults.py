"""A bad row has all of its faults told, and the first column at fault (SPEC 7)."""

from __future__ import annotations

from pathlib import Path

import pytest

from scancost.engine.faults import faults
from scancost.engine.reading import RowReader
from scancost.files.csv_rows import Sheet
from scancost.files.library import Library, shipped
from tests.batch.command import as_csv, batch, order, read

COLUMNS = (
    *("policy", "service_date", "service", "network", "site", "place_of_service", "billed"),
    *("allowed", "emergency", "preauthorization", "modifiers", "patient_waiver", "purpose"),
    *("birth_date", "last_service_date", "member_id", "family_id", "authorized_service"),
    *("coverage", "deductible_met", "deductible_remaining", "family_deductible_met"),
    *("family_deductible_remaining",),
)
Found = list[tuple[str, str]]
UNCLEAR = {"service": "mri_knee", "site": ""}  # a hospital costs more than an office


def faults_of(**fields: str) -> Found:
    """The id and the column of everything wrong with an order."""
    cells = order(**fields)
    reader = RowReader(Sheet("", COLUMNS, COLUMNS, iter(())), Library((shipped(),)))
    row = [cells.get(name, "") for name in COLUMNS]
    assert reader.read(row, 1) is None
    return [(problem.id, problem.at) for problem in faults(reader, row)]


CASES: dict[str, tuple[dict[str, str], Found]] = {
    "a date out of force and a charge that is none": (
        {"service_date": "2027-05-01", "billed": "abc"},
        [("no_policy_in_force", "service_date"), ("money_not_an_amount", "billed")],
    ),
    "an unknown service and a charge that is none": (
        {"service": "cthead", "billed": "abc"},
        [("service_unknown", "service"), ("money_not_an_amount", "billed")],
    ),
    "no such policy and a word that is neither true nor false": (
        {"policy": "nope", "emergency": "maybe"},
        [("policy_missing", "policy"), ("truth_form", "emergency")],
    ),
    "no such tier and a word that is neither true nor false": (
        {"network": "tier9", "emergency": "maybe"},
        [("tier_unknown", "network"), ("truth_form", "emergency")],
    ),
    "an unknown service and no such tier": (
        {"service": "cthead", "network": "tier9"},
        [("service_unknown", "service"), ("tier_unknown", "network")],
    ),
    "no price, a date out of force, a birth later, a family without a member": (
        {"allowed": "", "service_date": "2027-05-01", "birth_date": "2028-01-01", "family_id": "F"},
        [
            ("no_policy_in_force", "service_date"),
            ("field_missing", "allowed"),
            ("birth_after_service", "birth_date"),
            ("family_without_member", "member_id"),
        ],
    ),
    "dates that contradict each other, and a family without a member": (
        {"birth_date": "2026-12-01", "last_service_date": "2026-12-01", "family_id": "F"},
        [
            ("birth_after_service", "birth_date"),
            ("last_after_service", "last_service_date"),
            ("family_without_member", "member_id"),
        ],
    ),
    "an emergency at an office, its code, its balances and its authorization": (
        {
            "emergency": "true",
            "place_of_service": "11",
            "deductible_met": "100",
            "deductible_remaining": "100",
            "preauthorization": "maybe",
        },
        [
            ("place_of_service_unknown", "place_of_service"),
            ("emergency_at_office", "emergency"),
            ("choice", "preauthorization"),
            ("met_and_remaining", "deductible_remaining"),
        ],
    ),
    "a modifier and a code that the order contradicts": (
        {"place_of_service": "22", "modifiers": "33 x", "purpose": "diagnostic"},
        [
            ("code_contradicts", "place_of_service"),
            ("code_contradicts", "modifiers"),
            ("modifier_form", "modifiers"),
        ],
    ),
    "a scan that costs otherwise at another place, and what does not bear on that": (
        {**UNCLEAR, "preauthorization": "maybe", "authorized_service": "cthead"},
        [
            ("order_ambiguous", "service"),
            ("choice", "preauthorization"),
            ("service_unknown", "authorized_service"),
        ],
    ),
    "no charge out of network, and a balance that no limit has": (
        {"network": "out", "billed": "", "deductible_remaining": "999999", "allowed": "x"},
        [
            ("billed_missing", "billed"),
            ("money_not_an_amount", "allowed"),
            ("remaining_above_limit", "deductible_remaining"),
        ],
    ),
    "a family's balance below its member's, under no policy": (
        {"policy": "nope", "deductible_met": "100", "family_deductible_met": "99.99"},
        [("policy_missing", "policy"), ("family_below_member", "family_deductible_met")],
    ),
    "what remains of the family's is less met than the member's": (
        {"deductible_met": "900", "family_deductible_remaining": "2900", "coverage": "family"},
        [("family_below_member", "family_deductible_remaining")],
    ),
    "nothing said": (
        dict.fromkeys(("policy", "service_date", "service", "network", "allowed", "billed"), ""),
        [
            ("field_missing", name)
            for name in ("policy", "service_date", "service", "network", "allowed")
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_every_fault_is_found_in_the_order_of_the_columns(name: str) -> None:
    fields, expected = CASES[name]
    assert faults_of(**fields) == expected


def test_what_cannot_be_known_is_not_told() -> None:
    """What a scan costs depends on the site; whether a charge is missing, on the side."""
    assert faults_of(**UNCLEAR | {"site": "nowhere"}) == [("choice", "site")]
    found = faults_of(network="tier9", billed="", deductible_remaining="999999")
    assert found == [("tier_unknown", "network")]


def test_the_rejects_name_the_first_column_and_each_further_one(tmp_path: Path) -> None:
    fields = ("service_date", "policy", "service", "network", "site", "billed", "allowed")
    rows = [order(service_date="2027-05-01", billed="abc")]
    assert batch(tmp_path, as_csv(rows, fields)).returncode == 1
    (row,) = read(tmp_path / "results.rejects.csv")
    assert row["column"] == "service_date"
    first, other = row["problem"].split("; ")
    assert first.startswith("policy example-ppo-2026 was not in force")
    assert other.startswith("billed: this is not an amount of money")


def test_a_column_that_is_not_there_comes_last(tmp_path: Path) -> None:
    fields = ("policy", "service_date", "service", "network", "site", "billed")
    row = order(network="tier9")
    del row["allowed"]
    assert batch(tmp_path, as_csv([row], fields)).returncode == 1
    (found,) = read(tmp_path / "results.rejects.csv")
    assert found["column"] == "network"
    assert found["problem"].endswith('allowed: "allowed" is missing.')


def test_no_problem_quotes_a_date_of_the_patient(tmp_path: Path) -> None:
    fields = ("policy", "service_date", "service", "network", "site", "billed", "allowed")
    row = order(birth_date="1990-02-30", last_service_date="1991-02-30")
    assert batch(tmp_path, as_csv([row], (*fields, "birth_date", "last_service_date"))).returncode
    (found,) = read(tmp_path / "results.rejects.csv")
    assert found["column"] == "birth_date"
    assert "199" not in found["problem"]
