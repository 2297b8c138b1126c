"""What people expect of a preventive rule and do not get: when it is said, and with which doubt."""

from datetime import date

import pytest

from scancost.engine.estimate import Line, estimate
from scancost.engine.shelf import load, ready
from scancost.model.order import Order
from tests.shelf.program import POLICIES

MEDICARE = "original-medicare-part-b-2026"


def line(policy: str, **fields: str) -> Line:
    given = {
        "policy": policy,
        "network": "in_network",
        "site": "ambulatory_surgical_center",
        "allowed": "1000",
        "service_date": "2026-06-15",
    }
    order = Order.model_validate({**given, **fields})
    return estimate(load(POLICIES / f"{policy}.yaml"), order).lines[0]


def said(found: Line) -> str:
    """The cautions in English."""
    return " ".join(
        each.values["says"].en for each in found.findings if each.id.startswith("guideline_caution")
    )


@pytest.mark.parametrize("service", ["45378", "45385", "colonoscopy_screening"])
def test_a_colonoscopy_after_a_positive_stool_test_under_medicare(service: str) -> None:
    """SPEC 4.3 names follow-up for aca alone, so the amounts stay; that Medicare counts it as a
    screening since 2023 (42 CFR 410.37(k)) is said."""
    found = line(MEDICARE, service=service, follows_screening="true")
    assert "Since January 1, 2023 Medicare" in said(found)
    plain = line(MEDICARE, service=service)
    assert found.shown == plain.shown
    assert found.decision.purpose == plain.decision.purpose


def test_an_ordinary_diagnostic_scan_has_no_caution_of_the_guideline() -> None:
    assert said(line(MEDICARE, service="45378")) == ""
    assert said(line("example-ppo-2026", service="ct_chest", site="freestanding")) == ""


def test_a_chest_ct_that_follows_up_a_lung_screening() -> None:
    found = line(
        "example-ppo-2026", service="ct_chest", site="freestanding", follows_screening="true"
    )
    assert "follows up a finding of the lung screening is diagnostic" in said(found)
    # general knowledge, and shown as such
    ids = [each.id for each in found.findings]
    assert "guideline_caution_unverified" in ids
    assert "guideline_caution" not in ids


def test_a_verified_caution_is_said_flat() -> None:
    ids = [
        each.id
        for each in line(MEDICARE, service="colonoscopy_screening").findings
        if each.id.startswith("guideline_caution")
    ]
    assert set(ids) == {"guideline_caution"}


@pytest.mark.parametrize(
    ("code", "order", "purpose", "pays"),
    [
        # never screened, 56 years old: as a screening it is free, also with a polyp removed
        ("45378-33", {"last_service_date": "never"}, "preventive", 0),
        ("45385-33", {"last_service_date": "never"}, "preventive", 0),
        ("45378", {"last_service_date": "never", "purpose": "preventive"}, "preventive", 0),
        # five years after the last one it is no screening: $150, then the deductible of $1,500
        ("45378-33", {"last_service_date": "2021-06-15"}, "diagnostic", 100_000),
        # without 33 it stays diagnostic
        ("45378", {"last_service_date": "never"}, "diagnostic", 100_000),
    ],
)
def test_a_screening_colonoscopy_by_its_commercial_code(
    code: str, order: dict[str, str], purpose: str, pays: int
) -> None:
    """Commercial plans have no code of their own for it: 45378 with modifier 33."""
    found = line("example-ppo-2026", service=code, birth_date="1970-01-01", **order)
    assert found.decision.purpose == purpose
    assert found.shown is not None
    assert found.shown.patient_pays == pays


def test_what_a_date_decides_is_chosen_by_the_service_date() -> None:
    """A benefit year that runs into 2027, when Medicare's share falls from 15% to 10%."""
    policy = load(POLICIES / f"{MEDICARE}.yaml").policy
    year = policy.benefit_year.model_copy(
        update={"from_": date(2026, 7, 1), "through": date(2027, 6, 30)}
    )
    longer = ready(policy.model_copy(update={"benefit_year": year}))
    for day, percent in (("2026-12-31", "15%"), ("2027-01-01", "10%")):
        fields = {"policy": MEDICARE, "network": "in_network", "service": "colonoscopy_screening"}
        order = Order.model_validate({**fields, "service_date": day, "site": "office"})
        found = said(estimate(longer, order).lines[0])
        assert f"charges {percent} for it" in found
        assert found.count("charges ") == 1
