"""What other estimators get wrong, one named test each (the list in STYLE.md, section 3).

Amounts are worked out by hand in the comment of each test.
"""

from __future__ import annotations

from typing import Any

import pytest

from scancost.engine import shelf
from scancost.model.policy import Policy
from scancost.problems import Problems
from scancost.rules.policies import ReadyPolicy
from tests.program import Row
from tests.worked_case import USUAL, columns_of, one_answer, policy_fields, worksheet_of

LIMITS = {
    "in_network": {
        "deductible": {"individual": "1500", "family": "3000", "family_rule": "embedded"},
        "out_of_pocket_max": {"individual": "6000", "family": "12000", "family_rule": "embedded"},
    },
    "out_of_network": {
        "deductible": {"individual": "3000"},
        "out_of_pocket_max": {"individual": "12000"},
    },
}


def plan(pays: str, **others: Any) -> ReadyPolicy:
    """An employer PPO where a scan in network costs `pays`."""
    usual = {"limits": LIMITS, "in_network": pays, "out_of_network": "not covered"}
    return shelf.ready(Policy.model_validate(policy_fields({**usual, **others})))


def answer(ready: ReadyPolicy, **order: str) -> Row:
    """The columns of one order of a knee MRI."""
    return columns_of(one_answer(ready, {**USUAL, **order}))


def test_a_300_dollar_copay_is_not_charged_on_a_120_dollar_scan() -> None:
    # the lesser of 300 and 120
    got = answer(plan("$300 copay, deductible waived"), allowed="120")
    assert (got["copay"], got["patient_pays"], got["plan_pays"]) == ("120.00", "120.00", "0.00")


def test_the_out_of_pocket_limit_stops_this_bill_not_only_the_next_one() -> None:
    # 20% of 10,000 = 2,000, but 6,000 - 5,500 = 500 are left
    ready = plan("20% coinsurance after deductible")
    got = answer(ready, allowed="10000", deductible_met="1500", out_of_pocket_met="5500")
    assert (got["patient_pays"], got["plan_pays"]) == ("500.00", "9500.00")
    assert got["out_of_pocket_left"] == "0.00"


def test_a_copay_does_not_pass_the_limit() -> None:
    # a copay of 300, but 6,000 - 5,900 = 100 are left
    ready = plan("$300 copay, deductible waived")
    got = answer(ready, allowed="1000", out_of_pocket_met="5900")
    assert (got["copay"], got["patient_pays"]) == ("100.00", "100.00")


def test_coinsurance_is_not_credited_to_the_deductible() -> None:
    # 1,000 left: 1,000 + 20% of 1,000 = 1,200; the deductible goes from 500 to 1,500, no further,
    # and a copay with it waived credits it not at all
    ready = plan("20% coinsurance after deductible")
    got = answer(ready, allowed="2000", deductible_met="500", out_of_pocket_met="500")
    assert (got["deductible"], got["coinsurance"]) == ("1000.00", "200.00")
    assert (got["deductible_left"], got["out_of_pocket_left"]) == ("0.00", "4300.00")
    waived = answer(
        plan("20% coinsurance, deductible waived"), allowed="2000", deductible_met="500"
    )
    assert (waived["coinsurance"], waived["deductible_left"]) == ("400.00", "1000.00")


def test_the_family_limit_binds_where_the_members_is_larger() -> None:
    # the member has 1,500 - 100 = 1,400 left, the family 3,000 - 2,800 = 200: 200 + 20% of 800
    ready = plan("20% coinsurance after deductible")
    met = {"deductible_met": "100", "family_deductible_met": "2800"}
    got = answer(ready, allowed="1000", coverage="family", **met)
    assert (got["deductible"], got["coinsurance"], got["patient_pays"]) == (
        "200.00",
        "160.00",
        "360.00",
    )


@pytest.mark.parametrize(
    ("allowed", "coinsurance"),
    [
        ("100.02", "20.00"),  # 20.004
        ("100.03", "20.01"),  # 20.006: truncating would give 20.00
        ("0.03", "0.01"),  # 0.006
        ("0.02", "0.00"),  # 0.004
        ("1234567.89", "246913.58"),  # 246,913.578
        ("2.675", None),
    ],
)
def test_cents_are_rounded_not_truncated(allowed: str, coinsurance: str | None) -> None:
    ready = plan("20% coinsurance, deductible waived", limits=_without_maximum())
    if coinsurance is None:  # a third decimal is an error, not a rounding
        with pytest.raises(Exception, match="money_third_decimal"):
            answer(ready, allowed=allowed)
        return
    assert answer(ready, allowed=allowed)["coinsurance"] == coinsurance


def _without_maximum() -> dict[str, Any]:
    return {"in_network": {"deductible": "none", "out_of_pocket_max": "none"}}


def test_a_freestanding_center_is_not_called_protected() -> None:
    # 45 CFR 149.30 does not name it: 20% of 200 out of network and the 700 above
    ready = plan("no charge", out_of_network="20% coinsurance after deductible")
    read = {"network": "out_of_network", "facility_network": "in_network", "billed": "900"}
    got = answer(ready, **read, allowed="200", deductible_met="3000")
    assert (got["protected"], got["tier"]) == ("false", "out_of_network")
    assert (got["balance_bill"], got["patient_pays"]) == ("700.00", "740.00")
    hospital = answer(ready, **read, allowed="200", site="hospital_outpatient")
    assert (hospital["protected"], hospital["balance_bill"]) == ("true", "0.00")


def test_a_signed_consent_does_not_waive_a_radiologists_protection() -> None:
    # 45 CFR 149.420(b)(1): notice and consent are never available for radiology
    ready = plan("20% coinsurance after deductible")
    read = {
        "network": "out_of_network",
        "facility_network": "in_network",
        "site": "hospital_outpatient",
        "component": "professional",
    }
    prices = {"billed": "900", "allowed": "200", "deductible_met": "1500"}
    signed = answer(ready, **read, **prices, patient_waiver="true")
    assert signed == answer(ready, **read, **prices)
    # 20% of 200
    assert (signed["protected"], signed["patient_pays"]) == ("true", "40.00")


def test_nothing_left_is_not_no_limit() -> None:
    ready = plan("20% coinsurance, deductible waived")
    reached = answer(ready, allowed="1000", out_of_pocket_met="6000")
    assert (reached["patient_pays"], reached["out_of_pocket_left"]) == ("0.00", "0.00")
    endless = plan("20% coinsurance, deductible waived", limits=_without_maximum())
    without = answer(endless, allowed="1000")
    assert (without["patient_pays"], without["out_of_pocket_left"]) == ("200.00", "")


def test_a_deductible_of_none_is_not_one_that_is_endless() -> None:
    # nothing is left of a deductible of none; of one that does not bind, all would be
    got = answer(
        plan("20% coinsurance after deductible", limits=_without_maximum()), allowed="1000"
    )
    assert (got["deductible"], got["coinsurance"]) == ("0.00", "200.00")


@pytest.mark.parametrize("bare", ["20% coinsurance", "$50 copay", "$50 copay per day"])
def test_bare_words_are_read_neither_way(bare: str) -> None:
    # summaries of benefits mean "after deductible", federal files "deductible waived"
    with pytest.raises(Problems) as raised:
        plan(bare)
    assert [problem.id for problem in raised.value.problems] == ["phrase_bare"]


def test_bare_words_are_read_where_there_is_no_deductible() -> None:
    ready = plan("20% coinsurance", limits=_without_maximum())
    assert answer(ready, allowed="1000")["patient_pays"] == "200.00"


def test_a_copay_is_taken_off_before_coinsurance() -> None:
    # 100 + 20% of 900 = 280, not 100 + 200
    ready = plan("$100 copay, deductible waived, then 20% coinsurance after deductible")
    line = one_answer(ready, {**USUAL, "allowed": "1000", "deductible_met": "1500"})
    sheet = worksheet_of(line)
    assert (sheet["subject_to_coinsurance"], sheet["cost_share"]) == ("900.00", "280.00")
