"""Why not zero, and what would make it cheaper: by hand, and against the estimate itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scancost.cli import inputs
from scancost.cli.estimate import answer
from scancost.engine.estimate import Estimate, estimate
from scancost.engine.questions import what_would_be_cheaper, why_not_zero
from scancost.engine.shelf import find
from scancost.engine.shelf import ready as shelf_ready
from scancost.rules.findings import Finding
from tests.patients.asked import ROOT, run

KNEE = ROOT / "examples" / "knee-mri.yaml"


def knee(**fields: str) -> Estimate:
    chosen = {"preauthorization": "approved", **fields}
    return answer(KNEE, inputs.Card(), ROOT / "policies", {**chosen})


def values(found: tuple[Finding, ...]) -> dict[str, dict[str, Any]]:
    return {each.id: each.values for each in found}


def test_each_part_says_why() -> None:
    # 700 of deductible, 20% of 550 = 110; with the maximum reached nothing
    why = values(why_not_zero(knee().lines[0]))
    assert {id: each["amount"] for id, each in why.items()} == {
        "why_deductible": 70_000,
        "why_coinsurance": 11_000,
        "why_maximum": 0,
    }


def test_nothing_paid_is_nothing_to_explain() -> None:
    free = knee(out_of_pocket_met="6000", deductible_met="1500")
    assert why_not_zero(free.lines[0]) == ()
    assert what_would_be_cheaper(free.lines) == ()


def test_a_balance_bill_says_why_and_what_is_cheaper() -> None:
    found = knee(network="out")
    # out of network 1,250 of deductible and 1,850 above it; in network 810
    assert values(why_not_zero(found.lines[0]))["why_balance_bill"] == {"amount": 185_000}
    cheaper = values(what_would_be_cheaper(found.lines))
    inside = {"tier": "in_network", "amount": 81_000, "saved": 229_000}
    assert cheaper["cheaper_network"] == inside


def test_a_hospital_says_what_a_center_would_cost() -> None:
    found = knee(site="hospital_outpatient")
    # 1,010 in the hospital; 810 in a freestanding center or an office
    cheaper = values(what_would_be_cheaper(found.lines))
    sites = {"site": ["freestanding", "office"], "amount": 81_000, "saved": 20_000}
    assert cheaper["cheaper_site"] == sites
    # once the deductible is met: the 250 copay and 20% of 1,000
    assert cheaper["cheaper_deductible"] == {"amount": 45_000, "saved": 56_000}


def test_a_missing_authorization_that_costs_a_penalty() -> None:
    # out of network: 1,250 of deductible is all of allowed, so the plan would pay nothing anyway;
    # with the deductible met: 40% of 1,250 = 500, penalty 50% of 750 = 375, balance 1,850: 2,725
    found = knee(network="out", preauthorization="missing", deductible_met="3000",
                 out_of_pocket_met="3000")  # fmt: skip
    assert found.lines[0].shown is not None
    assert found.lines[0].shown.patient_pays == 272_500
    cheaper = values(what_would_be_cheaper(found.lines))
    assert cheaper["cheaper_authorization"] == {"amount": 235_000, "saved": 37_500}


def test_a_screening_that_was_ordered_as_diagnostic() -> None:
    found = knee(service="mammogram_screening", purpose="diagnostic", birth_date="1970-01-01",
                 sex="female", last_service_date="never", allowed="150")  # fmt: skip
    # the plan's X-ray copay of 40 a day; as preventive care nothing
    assert found.lines[0].shown is not None
    assert found.lines[0].shown.patient_pays == 4_000
    cheaper = values(what_would_be_cheaper(found.lines))
    assert cheaper["cheaper_preventive"] == {"amount": 0, "saved": 4_000}
    assert values(why_not_zero(found.lines[0]))["why_diagnostic"] == {"amount": 0}


def test_what_is_cheaper_is_what_the_estimate_of_it_says() -> None:
    dear = knee(site="hospital_outpatient", network="out")
    for finding in what_would_be_cheaper(dear.lines):
        if finding.id == "cheaper_network":
            other = knee(site="hospital_outpatient", network=finding.values["tier"])
        elif finding.id == "cheaper_site":
            other = knee(site=finding.values["site"][0], network="out")
        else:
            continue
        assert other.lines[0].shown is not None
        assert finding.values["amount"] == other.lines[0].shown.patient_pays


def test_two_bills_are_settled_again_together(tmp_path: Path) -> None:
    path = tmp_path / "order.yaml"
    path.write_text(
        KNEE.read_text()
        .replace("site: freestanding", "site: hospital_outpatient")
        .replace("billed: 3100\nallowed: 1250\n", "")
        + "lines: [{component: technical, allowed: 900}, {component: professional, allowed: 350}]\n"
    )
    found = answer(path, inputs.Card(), ROOT / "policies", {"preauthorization": None})
    # hospital: 700 + a copay of 200 (of 250, what is left) and 70: 970. Center: 700 + 40 and 70: 810
    cheaper = values(what_would_be_cheaper(found.lines))
    assert cheaper["cheaper_site"]["amount"] == 81_000
    assert cheaper["cheaper_site"]["saved"] == 16_000


def test_the_questions_stand_in_the_explanation() -> None:
    shown = run("estimate", "examples/knee-mri.yaml", "--site", "hospital_outpatient", "--explain")
    text = " ".join(shown.stdout.split())
    assert "Why is it not $0?" in text
    assert "At a freestanding imaging center or a doctor's office you would pay $810.00" in text
    assert "What would make it cheaper?" not in run("estimate", "examples/knee-mri.yaml").stdout


def test_no_maximum_is_spoken_of_where_the_plan_has_none() -> None:
    """Original Medicare has a deductible ($283 in 2026) but no out-of-pocket maximum: of $300 the
    deductible and 20% of 17 = 3.40."""
    fields = {
        "policy": "original-medicare-part-b-2026",
        "service": "mri_knee",
        "network": "in",
        "site": "freestanding",
        "service_date": "2026-06-15",
        "allowed": "300",
    }
    found = answer(None, inputs.Card(), ROOT / "policies", fields)
    assert values(why_not_zero(found.lines[0])) == {
        "why_deductible": {"amount": 28_300},
        "why_coinsurance": {"amount": 340},
    }


def test_no_maximum_is_spoken_of_where_the_benefit_does_not_count_toward_it() -> None:
    """With `counts_toward_out_of_pocket: false` nothing is cut when it is reached (SPEC 5)."""
    ready = find(inputs.library(ROOT / "policies"), "example-ppo-2026")
    uncounted = [
        benefit.model_copy(update={"counts_toward_out_of_pocket": False})
        for benefit in ready.policy.benefits
    ]
    policy = ready.policy.model_copy(update={"benefits": tuple(uncounted)})
    line = estimate(shelf_ready(policy), knee().order).lines[0]
    assert "why_maximum" not in values(why_not_zero(line))


PLAN = """\
policy: plan-{year}
title: A plan of {year}
plan_type: PPO
market: employer
benefit_year: {{from: {year}-01-01, through: {year}-12-31}}
source: {{title: Made up as an example, status: illustrative}}
limits:
{limits}
benefits:
  - services: [mri]
{benefits}
{preventive}
preauthorization: none
balance_billing: full
"""
LIMIT = """\
  {tier}:
    deductible: {{individual: {deductible}}}
    out_of_pocket_max: {{individual: 6000}}
"""


def plan_of(folder: Path, year: int, deductibles: dict[str, int]) -> None:
    """A plan with a deductible for each contracted side of the network: 20% comes after it."""
    limits = "".join(LIMIT.format(tier=tier, deductible=d) for tier, d in deductibles.items())
    benefits = [f"{tier}: 20% coinsurance after deductible" for tier in deductibles]
    free = [f"{tier}: no charge" for tier in deductibles]
    outside = "out_of_network: not covered"
    rule = ["guideline: aca", *free, outside, "otherwise: diagnostic"]
    text = PLAN.format(
        year=year,
        limits=limits.rstrip("\n"),
        benefits="\n".join(f"    {each}" for each in (*benefits, outside)),
        preventive=f"preventive: {{{', '.join(rule)}}}",
    )
    (folder / f"plan-{year}.yaml").write_text(text, "utf-8")


SIDES = {"preferred": 1000, "in_network": 2000}


def next_year(folder: Path, tier: str) -> str:
    done = run(
        *("estimate", "--policies", str(folder), "--policy", "plan-2026", "--network", tier),
        *("--service", "mri_knee", "--site", "office", "--service-date", "2026-06-01"),
        *("--allowed", "1500", "--deductible-met", "0", "--out-of-pocket-met", "0", "--explain"),
        columns=400,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_next_year_without_the_side_of_the_network_is_not_asked_about(tmp_path: Path) -> None:
    plan_of(tmp_path, 2026, SIDES)
    plan_of(tmp_path, 2027, {"in_network": 500})
    # preferred: 1,000 of deductible, 20% of 500 = 100
    said = next_year(tmp_path, "preferred")
    assert "you would pay $1,100.00" in said
    assert "2027" not in said


def test_a_next_year_that_has_it_is(tmp_path: Path) -> None:
    plan_of(tmp_path, 2026, SIDES)
    plan_of(tmp_path, 2027, {"in_network": 500})
    # in network: all 1,500 of the 2,000; next year 500 + 20% of 1,000 = 700: 800 less
    said = next_year(tmp_path, "in_network")
    assert "you would pay $1,500.00" in said
    assert "$700.00: $800.00 less" in said
