"""High-deductible plans just below, at and just above what tax law says (IRC 223, FACTS of the year).

2026: deductible at least 1,700 alone and 3,400 in a family, out-of-pocket at most 8,500 and 17,000.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shelf.findings import DEDUCTIBLE, MAXIMUM, found
from tests.shelf.program import spoiled

HDHP = spoiled(
    DEDUCTIBLE,
    "deductible: {individual: 1700, individual_in_family: 3400, family: 3400, family_rule: embedded}",
    spoiled("plan_type: PPO", "plan_type: HDHP"),
)
HDHP_DEDUCTIBLE = (
    "{individual: 1700, individual_in_family: 3400, family: 3400, family_rule: embedded}"
)


@pytest.mark.parametrize(
    ("deductible", "expected"),
    [
        # alone at least 1,700; in a family at least 3,400, for one person's embedded one too
        (HDHP_DEDUCTIBLE, []),
        ("{individual: 1700}", []),
        ("{individual: 1699.99}", [("hdhp_deductible_low", "individual")]),
        ("{individual: 1700, family: 3400, family_rule: aggregate}", []),
        (
            "{individual: 1700, family: 3399.99, family_rule: aggregate}",
            [("hdhp_family_low", "family")],
        ),
        (
            "{individual: 1700, individual_in_family: 3399.99, family: 3400, family_rule: embedded}",
            [("hdhp_person_low", "individual_in_family")],
        ),
        # what binds the person is then the amount alone: 3,399.99 is too little, 3,400 enough
        (
            "{individual: 3399.99, family: 6800, family_rule: embedded}",
            [("hdhp_person_low", "individual")],
        ),
        ("{individual: 3400, family: 6800, family_rule: embedded}", []),
    ],
)
def test_a_high_deductible(
    tmp_path: Path, deductible: str, expected: list[tuple[str, str]]
) -> None:
    text = spoiled(HDHP_DEDUCTIBLE, deductible, HDHP)
    path = "limits.in_network.deductible"
    assert found(tmp_path, text) == [(id, f"{path}.{name}", True) for id, name in expected]


def test_a_high_deductible_plan_without_one(tmp_path: Path) -> None:
    text = spoiled(HDHP_DEDUCTIBLE, "none", HDHP)
    assert found(tmp_path, text) == [("hdhp_no_deductible", "limits.in_network.deductible", True)]


@pytest.mark.parametrize(
    ("maximum", "names"),
    [
        ("{individual: 8500, family: 17000, family_rule: embedded}", []),
        ("{individual: 8500.01, family: 17000, family_rule: embedded}", ["individual"]),
        ("{individual: 8500, family: 17000.01, family_rule: embedded}", ["family"]),
    ],
)
def test_the_maximum_of_a_high_deductible_plan(
    tmp_path: Path, maximum: str, names: list[str]
) -> None:
    text = spoiled(MAXIMUM, f"out_of_pocket_max: {maximum}", HDHP)
    path = "limits.in_network.out_of_pocket_max"
    assert found(tmp_path, text) == [
        ("hdhp_maximum_high", f"{path}.{each}", True) for each in names
    ]


def test_a_bronze_marketplace_plan_may_be_a_high_deductible_plan_all_the_same(
    tmp_path: Path,
) -> None:
    """From 2026 such a plan counts as one whatever its maximum, so it is only a warning there."""
    maximum = "out_of_pocket_max: {individual: 8500.01, family: 17000, family_rule: embedded}"
    text = spoiled("market: employer", "market: marketplace", spoiled(MAXIMUM, maximum, HDHP))
    path = "limits.in_network.out_of_pocket_max.individual"
    assert found(tmp_path, text) == [("hdhp_maximum_high", path, False)]


@pytest.mark.parametrize(
    ("phrase", "is_before"),
    [
        ("20% coinsurance after deductible", False),
        ("no charge after deductible", False),
        ("$50 copay before deductible", False),  # all of the price is the member's until then
        ("$50 copay, deductible waived, then 20% coinsurance after deductible", False),
        ("not covered", False),
        ("not stated", False),
        ("$50 copay, deductible waived", True),
        ("20% coinsurance, deductible waived", True),
        ("no charge", True),
    ],
)
def test_a_benefit_before_the_deductible(tmp_path: Path, phrase: str, is_before: bool) -> None:
    text = spoiled("in_network: 20% coinsurance after deductible", f"in_network: {phrase}", HDHP)
    expected = [("hdhp_before_deductible", "benefits.0.in_network", True)]
    assert found(tmp_path, text) == (expected if is_before else [])


def test_screenings_may_be_free_in_a_high_deductible_plan(tmp_path: Path) -> None:
    clause = """  - services: [{service}]
    in_network: no charge
    out_of_network: not covered
preventive:"""
    screening = spoiled("preventive:", clause.format(service="mammogram_screening"), HDHP)
    assert found(tmp_path, screening) == []
    other = spoiled("preventive:", clause.format(service="xray_chest"), HDHP)
    assert found(tmp_path, other) == [("hdhp_before_deductible", "benefits.1.in_network", True)]


@pytest.mark.parametrize(
    "services", ["mammogram_diagnostic", "mammogram", "mammogram, ultrasound_breast, mri_breast"]
)
def test_breast_imaging_before_the_deductible_is_told_with_its_condition(
    tmp_path: Path, services: str
) -> None:
    """IRS Notice 2024-75: breast-cancer screening of people not diagnosed is preventive care."""
    clause = f"""  - services: [{services}]
    in_network: no charge
    out_of_network: not covered
preventive:"""
    assert found(tmp_path, spoiled("preventive:", clause, HDHP)) == [
        ("hdhp_breast_imaging", "benefits.1.in_network", False)
    ]


def test_breast_imaging_with_other_scans_is_no_exception(tmp_path: Path) -> None:
    clause = """  - services: [mri_breast, mri_knee]
    in_network: no charge
    out_of_network: not covered
preventive:"""
    assert found(tmp_path, spoiled("preventive:", clause, HDHP)) == [
        ("hdhp_before_deductible", "benefits.1.in_network", True)
    ]
