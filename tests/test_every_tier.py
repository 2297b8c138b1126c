"""Without a network every tier is shown (SPEC 3), each on its own terms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.estimating import DAY, estimate
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
        "in network: For this bill you would pay $1,000.00.",
        "out of network: For this bill you would pay $4,500.00.",
        "broad: For this bill you would pay $1,500.00.",
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
        "in network: For this bill you would pay $1,000.00.",
        "out of network: For this bill you would pay $1,000.00.",
        "broad: For this bill you would pay $1,500.00.",
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
