"""The second reading on orders worked by hand, where the conformance vectors do not reach."""

from collections.abc import Iterable

import pytest

from .order import Order
from .policy import Policy
from .reading import read_policy, settle_batch, settle_batch_and_close

POLICY = """\
policy: p
title: by hand
plan_type: PPO
market: {market}
benefit_year: {{from: 2026-01-01, through: 2026-12-31}}
grandfathered: {grandfathered}
source: {{title: made up, status: illustrative}}
limits:
  in_network:
    deductible: {deductible}
    out_of_pocket_max: {maximum}
    also_counts_toward: [tier_2]
  tier_2:
    deductible: {{individual: 3000, family: 6000, family_rule: embedded}}
    out_of_pocket_max: {{individual: 5000, family: 9000, family_rule: embedded}}
  out_of_network: none
benefits:
  - services: [mri]
    in_network: {mri}
    tier_2: 50% coinsurance after deductible
    out_of_network: not covered
  - services: [ct]
    in_network: $50 copay per day before deductible
    tier_2: no charge after deductible
    out_of_network: not stated
  - services: [ct]
    sites: [office]
    in_network: $75 copay per day before deductible
    tier_2: no charge
    out_of_network: not covered
preventive:
  guideline: {guideline}
  in_network: no charge
  tier_2: not covered
  out_of_network: not covered
  otherwise: diagnostic
preauthorization:
  - services: [mri]
    in_network: {missing}
    tier_2: not stated
    out_of_network: denied
balance_billing: full
"""
USUAL = {
    "market": "employer",
    "grandfathered": "false",
    "deductible": "{individual: 200, family: 400, family_rule: embedded}",
    "maximum": "{individual: 4000, family: 8000, family_rule: embedded}",
    "mri": "20% coinsurance after deductible",
    "guideline": "none",
    "missing": "not required",
}
MRI = {
    "policy": "p",
    "service_date": "2026-05-01",
    "service": "mri",
    "network": "in",
    "site": "freestanding",
    "allowed": "1000",
    "member_id": "m1",
}
WHOLE = "PR-1 PR-2 PR-197"
PARTS = ("copay", "deductible", "coinsurance", "patient_pays")


def policy(**changes: str) -> dict[str, Policy]:
    return {"p": read_policy(POLICY.format(**(USUAL | changes)))}


def settled(policies: dict[str, Policy], *orders: dict[str, str]) -> list[dict[str, str]]:
    results, rejects = settle_batch([MRI | order for order in orders], policies)
    assert rejects == []
    return results


def parts(result: dict[str, str]) -> tuple[str, ...]:
    return tuple(result[name] for name in PARTS)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        # 200 of the deductible, 100 of the 800 left, 20 % of 700
        (
            "$100 copay after deductible, then 20% coinsurance after deductible",
            ("100.00", "200.00", "140.00", "440.00"),
        ),
        # 100 first, 200 of the 900 left, 20 % of 700
        (
            "$100 copay before deductible, then 20% coinsurance after deductible",
            ("100.00", "200.00", "140.00", "440.00"),
        ),
        # 100 first, no deductible, 20 % of 900
        (
            "$100 copay, deductible waived, then 20% coinsurance, deductible waived",
            ("100.00", "0.00", "180.00", "280.00"),
        ),
        # a copay is never more than the scan
        ("$3,000 copay deductible waived", ("1000.00", "0.00", "0.00", "1000.00")),
        # 33.33 % of 800.00 is 266.64; up to 250
        ("33.33% coinsurance after deductible", ("0.00", "200.00", "266.64", "466.64")),
        (
            "33.33% coinsurance up to $250 per service after deductible",
            ("0.00", "200.00", "250.00", "450.00"),
        ),
        ("no charge after deductible", ("0.00", "200.00", "0.00", "200.00")),
    ],
)
def test_the_phrases(phrase: str, expected: tuple[str, ...]) -> None:
    assert parts(settled(policy(mri=phrase), {})[0]) == expected


def test_the_cut_takes_coinsurance_then_deductible_then_the_first_copay() -> None:
    """100 + 200 + 140 = 440 against what is left: 310, then 250, then 60."""
    both = "$100 copay before deductible, then 20% coinsurance after deductible"
    orders = [
        {"member_id": f"m{left}", "out_of_pocket_remaining": left} for left in ("310", "250", "60")
    ]
    assert [parts(result) for result in settled(policy(mri=both), *orders)] == [
        ("100.00", "200.00", "10.00", "310.00"),
        ("100.00", "150.00", "0.00", "250.00"),
        ("60.00", "0.00", "0.00", "60.00"),
    ]


def test_of_a_deductible_of_none_nothing_is_left() -> None:
    """0 left agrees and changes nothing: 20% of 1,000. Anything else cannot be left of it."""
    terms = policy(deductible="none", mri="20% coinsurance")
    family = {"family_id": "f", "family_deductible_remaining": "0"}
    for told in ({"deductible_remaining": "0"}, family):
        assert parts(settled(terms, told)[0]) == ("0.00", "0.00", "200.00", "200.00")
    for wrong in (
        {"deductible_remaining": "1"},
        {"deductible_remaining": "0", "deductible_met": "1"},
    ):
        assert settle_batch([MRI | wrong], terms)[0] == []


def test_one_person_of_an_aggregate_family_is_held_by_the_federal_limit() -> None:
    """Half of 40,000 is 20,000; 10,600 is the limit of 2026, and 9,400 is left of the family's."""
    terms = {
        "deductible": "none",
        "maximum": "{individual: 9000, family: 20000, family_rule: aggregate}",
        "mri": "50% coinsurance",
    }
    family = {"family_id": "f", "allowed": "40000"}
    orders = [family, family, family | {"member_id": "m2"}]
    held = settled(policy(**terms), *orders)
    assert [result["patient_pays"] for result in held] == ["10600.00", "0.00", "9400.00"]
    assert [result["out_of_pocket_left"] for result in held] == ["0.00", "0.00", "0.00"]
    for exempt in ({"market": "short_term"}, {"grandfathered": "true"}):
        free = settled(policy(**terms, **exempt), *orders)
        assert [result["patient_pays"] for result in free] == ["20000.00", "0.00", "0.00"]


def test_per_day_copays_of_one_member_on_one_date() -> None:
    """50; then 75 less the 50; then 50 less 75 is nothing; another member and another day anew."""
    ct = {"service": "ct", "site": "urgent_care", "family_id": "f"}
    met = {"deductible_met": "200", "family_deductible_met": "400"}
    orders = [
        ct | met,
        ct | {"site": "office"},
        ct,
        ct | {"member_id": "m2"},
        ct | {"service_date": "2026-05-02"},
        ct | {"service_date": "2026-05-03", "component": "professional"},
    ]
    copays = [result["copay"] for result in settled(policy(), *orders)]
    assert copays == ["50.00", "25.00", "0.00", "50.00", "50.00", "0.00"]


def test_what_counts_toward_another_tier_counts_no_further_than_is_left_there() -> None:
    """In network 200 + 160 = 360; tier_2 then has 2,800 and 4,640 left, and of 100 left, 0."""
    tier_2 = {"service": "ct", "network": "tier_2", "allowed": "0", "service_date": "2026-05-02"}
    first = settled(policy(), {}, tier_2)[1]
    assert (first["deductible_left"], first["out_of_pocket_left"]) == ("2800.00", "4640.00")
    before = tier_2 | {"service_date": "2026-04-01", "deductible_remaining": "100"}
    assert settled(policy(), before, {}, tier_2)[2]["deductible_left"] == "0.00"
    # of the 200 only 100 count there: the family has 6,000 less 3,000 left, its other member 3,000
    family = {"family_id": "f"}
    other = tier_2 | family | {"member_id": "m2"}
    results = settled(policy(), before | family, family, other)
    assert results[2]["deductible_left"] == "3000.00"


@pytest.mark.parametrize(
    ("missing", "pays", "plan", "at_stake", "status", "reasons"),
    [
        # 360 of cost share; the plan would pay 640
        (
            "50% penalty on plan payment",
            "680.00",
            "320.00",
            "320.00",
            "covered",
            "PR-1 PR-2 PR-197",
        ),
        (
            "50% penalty on plan payment up to $100",
            *("460.00", "540.00", "100.00", "covered"),
            None,
        ),
        ("80% penalty on allowed amount", "1000.00", "0.00", "640.00", "covered", None),
        ("$50 penalty", "410.00", "590.00", "50.00", "covered", None),
        ("denied", "1000.00", "0.00", "640.00", "denied", "PR-197 CO-45"),
        ("provider write-off", "0.00", "0.00", "640.00", "denied", "CO-197"),
        ("not required", "360.00", "640.00", "", "covered", "PR-1 PR-2 CO-45"),
    ],
)
def test_a_missing_authorization(
    missing: str, pays: str, plan: str, at_stake: str, status: str, reasons: str | None
) -> None:
    billed = "1000" if reasons == WHOLE else "1500"  # nothing to write off, or 500
    order = {"billed": billed, "preauthorization": "missing"}
    result = settled(policy(missing=missing), order)[0]
    assert (result["patient_pays"], result["plan_pays"]) == (pays, plan)
    assert (result["at_stake"], result["status"]) == (at_stake, status)
    assert reasons is None or result["reasons"] == reasons


def test_no_site_is_answered_where_every_outpatient_site_says_the_same() -> None:
    assert settled(policy(), {"site": ""})[0]["patient_pays"] == "360.00"
    _, rejects = settle_batch([MRI | {"service": "ct", "site": ""}], policy())
    assert [row for row, _ in rejects] == [1]


def test_out_of_network_the_policy_does_not_say_or_does_not_cover() -> None:
    out = {"network": "out", "billed": "1500"}
    uncovered = settled(policy(), out | {"cash_price": "400"})[0]
    assert uncovered["status"] == "not_covered"
    assert (uncovered["patient_pays"], uncovered["provider_writeoff"]) == ("400.00", "1100.00")
    assert uncovered["reasons"] == "PR-242 CO-45"
    _, rejects = settle_batch([MRI | out | {"service": "ct", "site": "urgent_care"}], policy())
    assert rejects == [(1, "the policy does not say")]


def test_stated_balances_raise_and_never_lower() -> None:
    """200 and then 160 are met; a lower statement changes nothing, a higher one counts."""
    later = {"service_date": "2026-06-01"}
    lower = settled(policy(), {}, later | {"deductible_met": "50", "out_of_pocket_met": "50"})[1]
    assert (lower["patient_pays"], lower["out_of_pocket_left"]) == ("200.00", "3440.00")
    higher = settled(policy(), {}, later | {"out_of_pocket_met": "3900"})[1]
    assert (higher["patient_pays"], higher["out_of_pocket_left"]) == ("100.00", "0.00")


def test_a_raise_of_the_member_raises_the_family_unless_the_row_states_it() -> None:
    mine = {"family_id": "f", "deductible_met": "150"}
    other = {"family_id": "f", "member_id": "m2", "service": "ct", "site": "office"}
    balances = settle_batch_and_close([MRI | mine, MRI | other], policy())[2]
    # 150 stated and 50 paid by one; 75 first, then 200 by the other
    assert {row["family_deductible_met"] for row in balances if row["tier"] == "in_network"} == {
        "400.00"
    }
    told = mine | {"family_deductible_met": "390"}  # 10 left for the family
    assert [result["deductible"] for result in settled(policy(), told, other)] == ["10.00", "0.00"]


class AgeAndRisk:
    """A stand-in for a guideline: two conditions, the second as the order says."""

    def has_follow_up(self, policy: Policy, service: str) -> bool:
        return service == "mri_breast"

    def conditions(
        self, policy: Policy, order: Order, service: str, follow_up: bool
    ) -> Iterable[tuple[str, str]]:
        return [("age", "met"), ("risk", order.risk_criteria)]


@pytest.mark.parametrize(
    ("risk", "status", "pays", "otherwise"),
    [
        ("met", "covered", "0.00", ""),
        ("not_met", "covered", "360.00", ""),
        ("unknown", "conditional", "0.00", "360.00"),
    ],
)
def test_a_guideline_that_a_caller_brings(
    risk: str, status: str, pays: str, otherwise: str
) -> None:
    order = MRI | {"service": "mri_breast", "follows_screening": "yes", "risk_criteria": risk}
    results, _ = settle_batch([order], policy(guideline="aca"), guideline=AgeAndRisk())
    result = results[0]
    assert (result["status"], result["patient_pays"]) == (status, pays)
    assert result["patient_pays_if_not_preventive"] == otherwise


def test_without_a_guideline_such_an_order_is_not_guessed_at() -> None:
    with pytest.raises(NotImplementedError):
        settle_batch([MRI | {"purpose": "preventive"}], policy(guideline="aca"))
