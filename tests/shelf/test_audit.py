"""Each finding about a policy just below, at and just above its threshold (limits: FACTS of the year).

2026: ACA out-of-pocket 10,600 / 21,200; Medicare Advantage out-of-pocket 9,250. High-deductible plans
are in test_audit_hdhp.py.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scancost.engine.audit import audited
from tests.shelf.findings import DEDUCTIBLE, MAXIMUM, found, with_limits
from tests.shelf.program import SOUND, spoiled, written


def test_a_sound_policy_has_no_finding(tmp_path: Path) -> None:
    assert found(tmp_path, SOUND) == []


@pytest.mark.parametrize(
    ("maximum", "ids"),
    [
        # 10,600 is the limit of one person, 21,200 of a family
        ("{individual: 10600, family: 21200, family_rule: embedded}", []),
        ("{individual: 10600.01, family: 21200, family_rule: embedded}", ["individual"]),
        ("{individual: 10600, family: 21200.01, family_rule: embedded}", ["family"]),
        (
            "{individual: 10600.01, family: 21200.01, family_rule: aggregate}",
            ["individual", "family"],
        ),
        # the program itself holds one person of an aggregate family to 10,600
        ("{individual: 10600, family: 21200, family_rule: aggregate}", []),
        (
            "{individual: 9000, individual_in_family: 10600.01, family: 21200, family_rule: embedded}",
            ["individual_in_family"],
        ),
    ],
)
def test_a_maximum_above_the_limit_of_its_year(
    tmp_path: Path, maximum: str, ids: list[str]
) -> None:
    text = with_limits("none", maximum)
    path = "limits.in_network.out_of_pocket_max"
    assert found(tmp_path, text) == [("aca_maximum_high", f"{path}.{each}", True) for each in ids]


@pytest.mark.parametrize(
    ("change", "is_capped"),
    [
        (("market: employer", "market: employer"), True),
        (("market: employer", "market: individual"), True),
        (("market: employer", "market: marketplace"), True),
        (("market: employer", "market: short_term"), False),
        (("market: employer", "market: medicaid"), False),
        (("market: employer", "market: employer\ngrandfathered: true"), False),
    ],
)
def test_whose_maximum_the_law_limits(
    tmp_path: Path, change: tuple[str, str], is_capped: bool
) -> None:
    text = spoiled(*change, with_limits("none", "none"))
    expected = [("aca_no_maximum", "limits.in_network.out_of_pocket_max", True)]
    assert found(tmp_path, text) == (expected if is_capped else [])


@pytest.mark.parametrize(
    ("market", "year", "expected"),
    [
        # 2027: 12,000; of plans people buy themselves a bronze or catastrophic one may go above it
        ("individual", 2027, ("aca_maximum_may_be_high", False)),
        ("marketplace", 2027, ("aca_maximum_may_be_high", False)),
        ("employer", 2027, ("aca_maximum_high", True)),
        ("marketplace", 2026, ("aca_maximum_high", True)),
    ],
)
def test_the_exception_of_2027(
    tmp_path: Path, market: str, year: int, expected: tuple[str, bool]
) -> None:
    text = with_limits("none", "{individual: 12000.01}")
    text = spoiled("market: employer", f"market: {market}", text)
    text = spoiled(
        "{from: 2026-01-01, through: 2026-12-31}",
        f"{{from: {year}-01-01, through: {year}-12-31}}",
        text,
    )
    path = "limits.in_network.out_of_pocket_max.individual"
    assert found(tmp_path, text) == [(expected[0], path, expected[1])]


def test_no_law_limits_the_maximum_out_of_network(tmp_path: Path) -> None:
    other = "out_of_network: {deductible: none, out_of_pocket_max: {individual: 30000}}"
    assert found(tmp_path, spoiled("  out_of_network: none", f"  {other}")) == []


@pytest.mark.parametrize(("amount", "count"), [("9250", 0), ("9250.01", 1)])
def test_a_medicare_advantage_maximum(tmp_path: Path, amount: str, count: int) -> None:
    text = with_limits("none", f"{{individual: {amount}}}")
    text = spoiled("market: employer", "market: medicare_advantage", text)
    path = "limits.in_network.out_of_pocket_max.individual"
    assert found(tmp_path, text) == [("advantage_maximum_high", path, True)] * count


def test_a_medicare_advantage_maximum_of_a_year_without_the_amount(tmp_path: Path) -> None:
    text = spoiled(
        "{from: 2026-01-01, through: 2026-12-31}", "{from: 2027-01-01, through: 2027-12-31}"
    )
    text = spoiled("market: employer", "market: medicare_advantage", text)
    assert found(tmp_path, text) == [("advantage_not_published", "benefit_year.from", False)]


@pytest.mark.parametrize(
    ("deductible", "name"),
    [
        # the maximum is 6,000, and 12,000 for a family
        ("{individual: 6000, family: 12000, family_rule: embedded}", None),
        ("{individual: 6000.01, family: 12000, family_rule: embedded}", "individual"),
        ("{individual: 6000, family: 12000.01, family_rule: embedded}", "family"),
        (
            "{individual: 5000, individual_in_family: 6000.01, family: 12000, family_rule: embedded}",
            "individual_in_family",
        ),
    ],
)
def test_a_deductible_above_the_maximum(tmp_path: Path, deductible: str, name: str | None) -> None:
    text = spoiled(DEDUCTIBLE, f"deductible: {deductible}")
    path = f"limits.in_network.deductible.{name}"
    assert found(tmp_path, text) == (
        [("deductible_above_maximum", path, True)] if name is not None else []
    )


@pytest.mark.parametrize(
    ("deductible", "is_below"),
    [
        ("{individual: 2000, family: 2000, family_rule: embedded}", False),
        ("{individual: 2000, family: 1999.99, family_rule: embedded}", True),
        ("{individual: 2000, family: 1999.99, family_rule: aggregate}", True),
        # one person in a family owes 3,000 of the family's 2,999.99
        (
            "{individual: 2000, individual_in_family: 3000, family: 2999.99, family_rule: embedded}",
            True,
        ),
    ],
)
def test_a_family_below_one_person(tmp_path: Path, deductible: str, is_below: bool) -> None:
    text = spoiled(DEDUCTIBLE, f"deductible: {deductible}")
    path = "limits.in_network.deductible.family"
    assert found(tmp_path, text) == ([("family_below_person", path, True)] if is_below else [])


@pytest.mark.parametrize(
    ("old", "new", "id", "path"),
    [
        ("href: https://plans.example/small, ", "", "source_href", "source"),
        ("read: 2026-06-01, ", "", "source_read", "source"),
        ("title: Summary of benefits", 'title: " "', "source_title", "source.title"),
    ],
)
def test_a_published_policy_without_its_source(
    tmp_path: Path, old: str, new: str, id: str, path: str
) -> None:
    assert found(tmp_path, spoiled(old, new)) == [(id, path, False)]


def test_a_made_up_policy_needs_no_address(tmp_path: Path) -> None:
    text = spoiled(
        "href: https://plans.example/small, read: 2026-06-01, status: published",
        "status: illustrative",
    )
    assert found(tmp_path, text) == []


def test_a_benefit_year_that_has_ended(tmp_path: Path) -> None:
    assert found(tmp_path, SOUND, date(2026, 12, 31)) == []
    assert found(tmp_path, SOUND, date(2027, 1, 1)) == [
        ("year_ended", "benefit_year.through", False)
    ]


def test_a_benefit_year_of_more_than_a_year(tmp_path: Path) -> None:
    assert found(tmp_path, spoiled("through: 2026-12-31", "through: 2027-01-01")) == []  # 366 days
    assert found(tmp_path, spoiled("through: 2026-12-31", "through: 2027-01-02")) == [
        ("year_long", "benefit_year.through", False)  # 367 days
    ]


def test_a_year_the_tables_do_not_know(tmp_path: Path) -> None:
    text = spoiled(
        "{from: 2026-01-01, through: 2026-12-31}", "{from: 2028-01-01, through: 2028-12-31}"
    )
    text = spoiled("guideline: aca", "guideline: none", text)
    assert found(tmp_path, text) == [("year_not_in_tables", "benefit_year.from", False)]
    # with an aggregate family one person's cap is not known, and the policy cannot be used
    aggregate = spoiled(MAXIMUM, MAXIMUM.replace("embedded", "aggregate"), text)
    assert found(tmp_path, aggregate) == [("year_not_in_tables", "benefit_year.from", True)]
    assert audited(tmp_path / "small-2026.yaml", date(2026, 11, 23)).is_broken


def test_a_guideline_the_tables_do_not_know_for_the_year(tmp_path: Path) -> None:
    text = spoiled(
        "{from: 2026-01-01, through: 2026-12-31}", "{from: 2028-01-01, through: 2028-12-31}"
    )
    text = spoiled("market: employer", "market: short_term", text)
    assert found(tmp_path, text) == [("guideline_not_in_tables", "preventive.guideline", False)]


def test_gaps_name_what_no_clause_covers(tmp_path: Path) -> None:
    text = spoiled("emergency, inpatient]", "emergency]")
    text = spoiled("[xray, fluoroscopy,", "[fluoroscopy,", text)
    path = written(tmp_path, text)
    flaws = [flaw for flaw, _ in audited(path, date(2026, 11, 23)).flaws]
    assert {(flaw.id, flaw.is_error) for flaw in flaws} == {("gap", False)}
    outside, inpatient = flaws
    assert outside.values["services"] == ("xray",)
    assert outside.values["sites"] == (
        "freestanding",
        "office",
        "urgent_care",
        "hospital_outpatient",
        "ambulatory_surgical_center",
        "emergency",
    )
    assert inpatient.values["sites"] == ("inpatient",)
    assert len(inpatient.values["services"]) == 10  # every modality


def test_a_gap_of_one_service_is_named_by_the_service(tmp_path: Path) -> None:
    text = spoiled("dexa, colonoscopy]", "colonoscopy, dexa_hip_spine, dexa_peripheral]")
    (flaw,) = [flaw for flaw, _ in audited(written(tmp_path, text), date(2026, 11, 23)).flaws]
    assert "dexa_vertebral_fracture" in flaw.values["services"]
    assert "dexa_hip_spine" not in flaw.values["services"]
