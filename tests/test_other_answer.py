"""What is owed with the other answer on an authorization, at every price the order may have.

Read beside SPEC 5 ("Unknowns"). Out of network the plan below lets a provider add 15% of allowed;
an order without its authorization is denied there, and then no balance bill is left to add.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.estimating import DAY, said
from tests.shelf.program import SOUND, spoiled, written

PLAN = SOUND
for _old, _new in (
    (
        "  out_of_network: none\n",
        "  out_of_network:\n"
        "    deductible: {individual: 1000, family: 2000, family_rule: embedded}\n"
        "    out_of_pocket_max: {individual: 5000, family: 9000, family_rule: embedded}\n",
    ),
    ("    out_of_network: not covered\n", "    out_of_network: 40% coinsurance after deductible\n"),
    (
        "preauthorization: none\n",
        "preauthorization:\n  - services: [mri]\n    in_network: provider write-off\n"
        "    out_of_network: denied\n",
    ),
    ("balance_billing: full", "balance_billing: up to 15% of allowed"),
):
    PLAN = spoiled(_old, _new, PLAN)


@pytest.fixture
def outside(tmp_path: Path) -> tuple[str, ...]:
    """An MRI out of network under that plan."""
    written(tmp_path, PLAN)
    plan = ("--policies", str(tmp_path), "--policy", "small-2026", *DAY)
    return (*plan, "--service", "mri_brain", "--network", "out", "--site", "office")


@pytest.mark.parametrize("state", ["missing", "denied"])
def test_with_the_authorization_the_knee_is_the_most(outside: tuple[str, ...], state: str) -> None:
    text = said(*outside, "--billed", "1150", "--preauthorization", state)
    # allowed 1,000: 1,000 of deductible and 15% of it above, 1,150 in all; at 1,150 it is 1,000 and
    # 40% of 150, nothing above: 1,060; at 0 nothing
    assert "With the authorization you would pay between $0.00 and $1,150.00." in text


@pytest.mark.parametrize("state", ["missing", "denied"])
def test_with_the_authorization_the_charge_has_its_limit(
    outside: tuple[str, ...], state: str
) -> None:
    text = said(*outside, "--allowed", "1000", "--preauthorization", state)
    # the deductible met: 40% of 1,000 and nothing above; not met: 1,000 and the 15% above
    assert "With the authorization you would pay between $400.00 and $1,150.00." in text


def test_without_the_authorization_nothing_limits_the_charge(outside: tuple[str, ...]) -> None:
    text = said(*outside, "--allowed", "1000", "--deductible-met", "1000")
    # denied, it is the whole charge, of which only the allowed 1,000 are known
    assert "Without the authorization you would pay at least $1,000.00, plus whatever" in text


SCREENING = (
    *("--policy", "example-out-of-network-2026", "--service", "mammogram_screening", *DAY),
    *("--network", "in", "--site", "freestanding", "--allowed", "300", "--sex", "female"),
)
WOMAN = ("--birth-date", "1975-03-01", "--last-service-date", "never")


def test_a_screening_that_turns_diagnostic_has_a_range_where_balances_are_open() -> None:
    """Free as a screening. Diagnostic: 20% of 300 with the deductible met, all of it without."""
    text = said(*SCREENING, *WOMAN)
    assert "the same bill would cost you between $60.00 and $300.00." in text
    assert "the same bill would cost you $60.00." in said(
        *SCREENING, *WOMAN, "--deductible-met", "1000"
    )


def test_a_screening_that_may_not_count_has_a_range_where_balances_are_open() -> None:
    text = said(*SCREENING)
    assert "If not, you would pay between $60.00 and $300.00." in text
    (line,) = json.loads(said(*SCREENING, "--json"))["lines"]
    assert line["range"] == {"patient_pays_if_not_preventive": {"low": "60.00", "high": "300.00"}}
    known = json.loads(said(*SCREENING, "--json", "--deductible-met", "700"))["lines"][0]
    # the 300 that are left of the deductible
    assert known["patient_pays_if_not_preventive"] == "300.00"
    assert "range" not in known


def test_a_screening_without_a_price_says_what_it_stands_under() -> None:
    scan = SCREENING[: SCREENING.index("--allowed")]
    text = said(*scan, "--sex", "female")
    assert "$0.00, whatever the price. That is if it counts as preventive. If not, what" in text
    assert "if it counts as preventive" not in said(*scan, "--sex", "female", *WOMAN)


def test_a_second_bill_turns_diagnostic_after_the_first(tmp_path: Path) -> None:
    """The scan takes 900 of the 1,000; of 300 then 100 are deductible and 20% of 200 is 40."""
    (tmp_path / "bills.yaml").write_text(
        "policy: example-out-of-network-2026\nservice_date: 2026-06-01\nnetwork: in\n"
        "site: freestanding\nsex: female\nbirth_date: 1975-03-01\nlast_service_date: never\n"
        "lines:\n  - {service: mri_knee, allowed: 900, deductible_met: 0, out_of_pocket_met: 0}\n"
        "  - {service: mammogram_screening, allowed: 300}\n"
    )
    text = said(str(tmp_path / "bills.yaml"))
    assert "the same bill would cost you $140.00." in text
