"""Scenarios side by side, with amounts by hand.

The knee MRI of examples/knee-mri.yaml: allowed 1,250, charged 3,100, in network in a freestanding
center; 1,500 - 800 = 700 is left of the deductible, 6,000 - 950 = 5,050 of the maximum.
In network there 700 + 20% of 550 = 810. In a hospital 700 + a 250 copay + 20% of 300 = 1,010.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.patients.asked import as_json, order_file, run

KNEE = ("compare", "examples/knee-mri.yaml", "--preauthorization", "approved")
NAMES = {"vary", "patient_pays", "plan_pays", "counts_toward_out_of_pocket", "year_total"}


def paid(found: Any) -> list[str | None]:
    return [each["patient_pays"] for each in found["scenarios"]]


def test_the_shape_of_the_json() -> None:
    found = as_json(*KNEE, "--vary", "site=freestanding,hospital_outpatient")
    assert set(found) == {"schema", "scenarios", "cheapest"}
    assert all(set(each) == NAMES for each in found["scenarios"])
    assert found["scenarios"][1]["vary"] == {"site": "hospital_outpatient"}
    assert (paid(found), found["cheapest"]) == (["810.00", "1010.00"], 0)
    assert [each["plan_pays"] for each in found["scenarios"]] == ["440.00", "240.00"]


def test_both_sides_of_the_network() -> None:
    found = as_json(*KNEE, "--vary", "network")
    # out of network 3,000 - 800 = 2,200 of deductible: all 1,250, and 3,100 - 1,250 above it
    assert paid(found) == ["810.00", "3100.00"]
    counted = [each["counts_toward_out_of_pocket"] for each in found["scenarios"]]
    assert counted == ["810.00", "1250.00"]  # a balance bill counts toward nothing


def test_cash_with_further_care_is_dearer_over_the_year() -> None:
    found = as_json(*KNEE, "--vary", "network=in", "--cash", "450", "--more-care", "5000")
    inside, cash = found["scenarios"]
    # in network 810, then 20% of 5,000; cash 450, then 700 + 20% of 4,300 = 1,560
    assert (inside["patient_pays"], inside["year_total"]) == ("810.00", "1810.00")
    assert (cash["patient_pays"], cash["year_total"]) == ("450.00", "2010.00")
    assert (cash["plan_pays"], cash["counts_toward_out_of_pocket"]) == ("0.00", "0.00")
    assert cash["vary"] == {"cash": "450.00"}
    assert found["cheapest"] == 0
    assert as_json(*KNEE, "--vary", "network=in", "--cash", "450")["cheapest"] == 1


def test_further_care_stops_at_the_maximum() -> None:
    found = as_json(*KNEE, "--vary", "site=freestanding", "--more-care", "100000")
    # what is left of the maximum, 5,050, is all that this year can still cost
    assert found["scenarios"][0]["year_total"] == "5050.00"


def test_prices_and_the_cash_price() -> None:
    found = as_json(*KNEE, "--vary", "allowed=700,1250,3100")
    # 700: all deductible; 810; 3,100: 700 + 20% of 2,400 = 1,180
    assert paid(found) == ["700.00", "810.00", "1180.00"]


def test_plans_side_by_side() -> None:
    vary = "policy=example-ppo-2026,example-hdhp-embedded-2026"
    found = as_json(*KNEE, "--vary", vary)
    # the HDHP: 2,000 - 800 = 1,200 of deductible, 10% of 50 = 5
    assert paid(found) == ["810.00", "1205.00"]


def test_before_and_after_the_deductible() -> None:
    found = as_json(*KNEE, "--vary", "deductible", "--out-of-pocket-met", "1500")
    assert [each["vary"]["deductible"] for each in found["scenarios"]] == ["before", "after"]
    assert paid(found) == ["1250.00", "250.00"]  # 20% of 1,250


def test_this_year_or_next() -> None:
    years = ("service_date=2026-12-15,2027-01-15", "policy=example-ppo-2026,example-ppo-2027")
    found = as_json(*KNEE, "--vary", years[0], "--vary", years[1])
    # a new year forgets what was met; the two crossed pairs are not in force, and say so
    assert paid(found) == ["810.00", None, None, "1250.00"]
    reasons = [each.get("problem", "") for each in found["scenarios"]]
    assert [bool(each) for each in reasons] == [False, True, True, False]
    assert "was not in force" in reasons[1]


def test_combinations_are_the_product() -> None:
    found = as_json(*KNEE, "--vary", "network", "--vary", "allowed=700,1250")
    keys = [tuple(each["vary"].values()) for each in found["scenarios"]]
    assert keys == [
        ("in_network", "700"),
        ("in_network", "1250"),
        ("out_of_network", "700"),
        ("out_of_network", "1250"),
    ]


def test_a_denied_scenario_is_never_the_cheapest() -> None:
    found = as_json("compare", "examples/knee-mri.yaml", "--vary", "preauthorization")
    # missing: the provider writes it off; 0.00, but no scan
    assert paid(found) == ["810.00", "0.00"]
    assert found["scenarios"][1]["status"] == "denied"
    assert found["cheapest"] == 0


def test_the_cheapest_says_its_catch() -> None:
    conditional = run("compare", "examples/knee-mri.yaml", "--vary", "allowed=700,1250").stdout
    assert "holds on a condition" in conditional
    cash = " ".join(run(*KNEE, "--cash", "450", "--vary", "network").stdout.split())
    assert "Cheapest: Paying cash, $450.00." in cash
    assert "does not count toward your deductible" in cash
    uncovered = run(
        *("compare", "--policy", "oscar-gold-elite-tx-2026", "--service", "mri_knee"),
        *("--site", "office", "--service-date", "2026-10-05", "--allowed", "900"),
        *("--deductible-met", "0", "--out-of-pocket-met", "0"),
        *("--cash-price", "100", "--vary", "network"),
    ).stdout
    assert "The catch: the plan does not cover it." in uncovered


def test_the_benefit_that_a_policy_does_not_state_is_shown_with_the_reason() -> None:
    arguments = (
        *("compare", "--policy", "bcbstx-blue-advantage-gold-206-tx-2026", "--service", "mri_knee"),
        *("--service-date", "2026-10-05", "--network", "in", "--allowed", "1000"),
        *("--deductible-met", "550", "--out-of-pocket-met", "550"),
        *("--vary", "site=freestanding,hospital_outpatient"),
    )
    found = as_json(*arguments)
    assert paid(found) == ["200.00", None]
    assert "does not say" in found["scenarios"][1]["problem"]
    assert "no answer" in run(*arguments).stdout


def test_hospitals_of_the_price_book() -> None:
    found = as_json(
        *("compare", "--policy", "bsw-savers-bronze-hsa-006-tx-2026", "--service", "73721"),
        *("--component", "technical", "--network", "in", "--site", "hospital_outpatient"),
        *("--service-date", "2026-10-05", "--deductible-met", "0", "--out-of-pocket-met", "0"),
        *("--prices", "examples/prices-dallas-2026.csv", "--vary", "provider"),
    )
    # everything is deductible: the negotiated rates themselves
    assert paid(found) == ["2900.00", "2900.00", "2900.00", "365.66"]
    assert found["cheapest"] == 3


def test_one_bill_of_two_can_be_varied(tmp_path: Path) -> None:
    order = order_file(
        tmp_path,
        """
policy: example-ppo-2026
service_date: 2026-06-01
service: mri_knee
site: freestanding
network: in_network
deductible_met: 800
out_of_pocket_met: 950
preauthorization: approved
lines:
  - {component: technical, allowed: 900}
  - {component: professional, allowed: 350}
""",
    )
    found = as_json("compare", order, "--vary", "2.allowed=350,500")
    # the scan 740; the reading 20% of 350 or of 500
    assert paid(found) == ["810.00", "840.00"]
    assert found["scenarios"][1]["vary"] == {"2.allowed": "500"}
    done = run("compare", order, "--vary", "allowed=350,500")
    assert (done.returncode, "say allowed themselves" in done.stderr) == (3, True)


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_amounts_are_never_cut(columns: int) -> None:
    vary = "allowed=700,999999999.99"
    shown = run(*KNEE, "--billed", "999999999.99", "--vary", vary, "--vary", "network",
                columns=columns).stdout  # fmt: skip
    assert "$999,999,999.99" in shown
    amounts = re.findall(r"\$[0-9,]*(?:\.[0-9]*)?", shown)
    assert [each for each in amounts if not re.fullmatch(r"\$[0-9,]+\.[0-9]{2}\.?", each)] == []
    assert all(len(line) <= columns for line in shown.splitlines())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say what to compare"),
        (["--vary", "nework"], 'Did you mean "network"'),
        (["--vary", "allowed"], "say the values"),
        (["--vary", "allowed="], "say the values"),
        (["--vary", "allowed=$1,250"], "without thousands commas"),
        (["--vary", "site", "--vary", "network", "--vary", "allowed=1,2,3"], "at most 24"),
        (["--vary", "network", "--vary", "network=in"], "varied twice"),
        (["--vary", "2.allowed=5"], "no bill 2"),
        (["--vary", "deductible=half"], "before and after"),
    ],
)
def test_usage_errors(arguments: list[str], said: str) -> None:
    done = run(*KNEE, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--vary", "allowed=cheap"], "--allowed"),
        (["--vary", "policy=example-ppo-2026,nowhere"], 'no policy "nowhere"'),
        (["--cash", "-4", "--vary", "network"], "--cash"),
        (["--vary", "site=moon"], "must be one of"),
    ],
)
def test_mistakes_of_values_end_the_comparison(arguments: list[str], said: str) -> None:
    done = run(*KNEE, *arguments)
    assert done.returncode == 3
    assert said in done.stderr


def test_without_a_network_it_asks_for_one() -> None:
    done = run(
        *("compare", "--policy", "example-ppo-2026", "--service", "mri_knee"),
        *("--service-date", "2026-06-01", "--vary", "allowed=1,2"),
    )
    assert done.returncode == 3
    assert "say the network" in done.stderr


CARD = (
    *("compare", "--deductible", "1500", "--out-of-pocket-max", "6000"),
    *("--benefit", "20% coinsurance after deductible", "--service", "mri_knee"),
    *("--allowed", "1200", "--deductible-met", "1500", "--service-date", "2026-06-15"),
)


def test_a_plan_from_the_card() -> None:
    """Before the deductible of 1,500 all of 1,200; after it 20%, 240."""
    assert paid(as_json(*CARD, "--vary", "deductible")) == ["1200.00", "240.00"]


def test_a_plan_from_the_card_begins_anew_in_the_next_calendar_year() -> None:
    found = as_json(*CARD, "--vary", "service_date=2026-12-15,2027-01-15")
    assert paid(found) == ["240.00", "1200.00"]


def test_a_plan_from_the_card_beside_its_cash_price() -> None:
    assert paid(as_json(*CARD, "--cash", "450")) == ["240.00", "450.00"]


@pytest.mark.parametrize(
    "asked", [("--vary", "provider=One,Other"), ("--vary", "site", "--payer", "Aetna")]
)
def test_a_provider_or_payer_is_chosen_from_a_price_book(asked: tuple[str, ...]) -> None:
    """Without one the choices would have the same amounts, whatever they are called."""
    done = run(*KNEE, *asked)
    assert (done.returncode, done.stdout) == (3, "")
    assert "--prices" in done.stderr
