"""Without a network every tier is shown (SPEC 3), each on its own terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.estimating import ALL_MET, DAY, KNEE, SILVER, estimate
from tests.shelf.program import SOUND, spoiled, written

THREE = spoiled(
    "    out_of_pocket_max: {individual: 6000, family: 12000, family_rule: embedded}\n"
    "  out_of_network: none\n",
    "    out_of_pocket_max: none\n"
    "  out_of_network:\n"
    "    deductible: {individual: 4000, family: 8000, family_rule: embedded}\n"
    "    out_of_pocket_max: none\n"
    "  broad: shared_with in_network\n",
    SOUND.replace("not covered, otherwise", "not covered, broad: no charge, otherwise").replace(
        "    out_of_network: not covered\n",
        "    out_of_network: 50% coinsurance after deductible\n"
        "    broad: 30% coinsurance after deductible\n",
    ),
)
EMERGENCY = ("--service", "ct_head", "--site", "emergency", "--allowed", "5000", "--billed", "6000")


def plan(folder: Path, text: str) -> tuple[str, ...]:
    written(folder, text)
    return ("--policies", str(folder), "--policy", "small-2026", *DAY, *EMERGENCY)


KNOWN = ("--deductible-met", "2000")


def rows(*words: str) -> list[str]:
    """What would be paid on each side, as plain lines."""
    lines = estimate(*words, "--plain").out.splitlines()
    return [
        f"{line.removeprefix('Network: ')}: {lines[at + 1].removeprefix('You pay: ')}"
        for at, line in enumerate(lines)
        if line.startswith("Network: ")
    ]


def test_an_emergency_under_a_short_term_plan_depends_on_the_network(tmp_path: Path) -> None:
    words = (*plan(tmp_path, spoiled("employer", "short_term", THREE)), *KNOWN)
    # nobody protects it: 20% of 5,000; the 2,000 left of 4,000, 50% of 3,000 and 1,000 above; 30%
    assert rows(*words) == [
        "in network: $1,000.00",
        "out of network: $4,500.00",
        "broad: $1,500.00",
    ]
    text = " ".join(estimate(*words).out.split())
    assert text.count("is outside the federal protection for emergencies") == 3


def test_a_protected_emergency_has_one_answer_where_the_network_changes_nothing() -> None:
    plan = ("--policy", "example-ppo-2026", *DAY, *EMERGENCY, "--preauthorization", "approved")
    whole, inside = (
        estimate(*plan, *more, "--plain").out for more in ((), ("--network", "in_network"))
    )
    assert whole == inside


def test_a_protected_emergency_shows_each_side_that_has_terms_of_its_own(tmp_path: Path) -> None:
    # out of network takes the in-network terms, 20% of 5,000 and nothing above; broad its own 30%
    assert rows(*plan(tmp_path, THREE), *KNOWN) == [
        "in network: $1,000.00",
        "out of network: $1,000.00",
        "broad: $1,500.00",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (spoiled("employer", "short_term", THREE), 3),
        (THREE, 3),  # protected, but broad has terms of its own
        (SOUND, 0),
    ],
    ids=["short term", "three sides", "protected"],
)
def test_bills_of_an_emergency_need_a_network_where_it_matters(
    text: str, code: int, tmp_path: Path
) -> None:
    written(tmp_path, text)
    order = tmp_path / "order.yaml"
    order.write_text(
        "policy: small-2026\nservice_date: 2026-06-01\nservice: ct_head\nsite: emergency\n"
        "deductible_met: 2000\nout_of_pocket_met: 2000\n"
        "lines: [{component: technical, allowed: 900}, {component: professional, allowed: 300}]\n"
    )
    answer = estimate(order, "--policies", str(tmp_path))
    assert answer.code == code
    if code:
        assert "say the network of bill 1" in answer.err
    else:  # 20% of 900 and of 300
        assert "$240.00" in answer.out


# -- as JSON (SPEC 8): a full line for each tier, and the total over them ------------------------------

APPROVED = ("--allowed", "1000", "--billed", "1600", "--preauthorization", "approved")


def test_each_tier_is_a_line_with_its_worksheet_and_findings() -> None:
    lines = estimate(*KNEE, *APPROVED, *ALL_MET, "--json").json["lines"]
    assert [line["tier"] for line in lines] == ["in_network", "out_of_network"]
    # 20% of 1,000; 40% of 1,000 and 600 above
    assert [line["coinsurance"] for line in lines] == ["200.00", "400.00"]
    assert [line["balance_bill"] for line in lines] == ["0.00", "600.00"]
    assert [line["worksheet"]["coinsurance"] for line in lines] == ["200.00", "400.00"]
    for line, tier in zip(lines, ("in", "out"), strict=True):
        alone = estimate(*KNEE, *APPROVED, *ALL_MET, "--network", tier, "--json").json
        assert alone["lines"] == [line]


def test_the_total_is_what_the_tiers_agree_on_and_a_range_where_they_differ() -> None:
    total = estimate(*KNEE, *APPROVED, *ALL_MET, "--json").json["total"]
    assert total == {
        "billed": "1600.00",
        "allowed": "1000.00",
        "patient_pays": None,
        "plan_pays": None,
        "provider_writeoff": None,
        # 200 or 400 + 600 of the 1,600; the plan pays 800 or 600
        "range": {
            "patient_pays": {"low": "200.00", "high": "1000.00"},
            "plan_pays": {"low": "600.00", "high": "800.00"},
        },
    }


def test_the_total_has_the_ends_of_all_tiers() -> None:
    """Nothing is said of what is met: in network 0 to 1,000; out of it 600 above, to 1,600."""
    found = estimate(*KNEE, *APPROVED, "--json").json
    spans = [line["range"]["patient_pays"] for line in found["lines"]]
    assert spans == [{"low": "0.00", "high": "1000.00"}, {"low": "600.00", "high": "1600.00"}]
    assert found["total"]["range"]["patient_pays"] == {"low": "0.00", "high": "1600.00"}


def test_a_charge_that_nobody_knows_leaves_the_total_open() -> None:
    found = estimate(*KNEE, "--allowed", "1000", *ALL_MET, "--json").json
    # out of network 40% of 1,000 and whatever is charged above
    assert found["total"]["range"]["patient_pays"] == {"low": "200.00", "high": None}
    assert found["total"]["billed"] is None


def test_a_tier_of_which_the_policy_does_not_say_stands_in_the_total() -> None:
    silver = tuple(each for each in SILVER if each not in ("--network", "in"))
    found = estimate(*silver, "--service", "mri_knee", "--allowed", "1250", "--json").json
    assert [line["tier"] for line in found["lines"]] == ["in_network"]
    (unanswered,) = found["total"]["unanswered"]
    assert unanswered["tier"] == "out_of_network"
    assert "does not say what an MRI of the knee costs" in unanswered["text"]
    # nobody can say what all sides come to: a copay of 325 in network, and down to nothing
    assert found["total"]["patient_pays"] is None
    assert found["total"]["range"]["patient_pays"] == {"low": "0.00", "high": "325.00"}


def test_a_protected_emergency_is_one_line_where_the_network_changes_nothing() -> None:
    plan = ("--policy", "example-ppo-2026", *DAY, *EMERGENCY)
    found = estimate(*plan, *ALL_MET, "--json").json
    assert [line["tier"] for line in found["lines"]] == ["in_network"]
    assert found["total"]["patient_pays"] == found["lines"][0]["patient_pays"]


def test_what_it_costs_without_an_authorization_is_null_where_nothing_limits_it(
    tmp_path: Path,
) -> None:
    text = spoiled("balance_billing: full", "balance_billing: up to 10% of allowed", THREE)
    text = spoiled(
        "preauthorization: none",
        "preauthorization:\n  - services: [ct]\n    in_network: provider write-off\n"
        "    out_of_network: denied\n    broad: provider write-off",
        text,
    )
    written(tmp_path, text)
    words = ("--policies", str(tmp_path), "--policy", "small-2026", *DAY, "--service", "ct_head")
    order = (*words, "--site", "office", "--network", "out", "--allowed", "1000")
    (line,) = estimate(*order, "--json").json["lines"]
    assert line["patient_pays_if_not_authorized"] is None  # the whole charge, which nobody knows
    (line,) = estimate(*order, "--billed", "1050", "--json").json["lines"]
    assert line["patient_pays_if_not_authorized"] == "1050.00"
