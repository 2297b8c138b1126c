"""The sides of the network in a comparison: one patient gets one bill, and some have no upper end."""

from __future__ import annotations

import pytest

from tests.patients.asked import as_json, run
from tests.patients.test_compare import paid

HEAD = (
    *("compare", "--service", "ct_head", "--service-date", "2026-06-01", "--allowed", "1000"),
    *("--deductible-met", "0", "--out-of-pocket-met", "0"),
)
THREE_TIERS = (*HEAD, "--policy", "example-three-tier-2026", "--emergency", "true")


@pytest.mark.parametrize("vary", [["--vary", "preauthorization"], ["--cash", "450"]])
def test_the_sides_of_the_network_are_never_added_up(vary: list[str]) -> None:
    """An emergency at three sides: each is a bill of its own, the patient gets one."""
    done = run(*THREE_TIERS, *vary)
    assert done.returncode == 3
    assert "say the network" in done.stderr


def test_an_emergency_on_each_side_of_three() -> None:
    found = as_json(*THREE_TIERS, "--vary", "network=preferred,in,out")
    # preferred: 500 of deductible + 20% of 500 = 600; in network all 1,000 is below the 2,000;
    # out of network the law gives the terms in network
    assert paid(found) == ["600.00", "1000.00", "1000.00"]


def test_an_emergency_that_the_network_changes_nothing_of_needs_none() -> None:
    arguments = (*HEAD, "--policy", "example-out-of-network-2026", "--emergency", "yes")
    # 1,000 of deductible, then 20%: of 0, of 1,000
    assert paid(as_json(*arguments, "--vary", "allowed=1000,2000")) == ["1000.00", "1200.00"]


@pytest.mark.parametrize("emergency", ["false", "no", "False"])
def test_what_is_no_emergency_needs_a_network(emergency: str) -> None:
    arguments = (*HEAD, "--policy", "example-out-of-network-2026", "--emergency", emergency)
    done = run(*arguments, "--vary", "allowed=1000,2000")
    assert (done.returncode, "say the network" in done.stderr) == (3, True)


def test_an_emergency_that_no_law_protects_needs_a_network() -> None:
    """A short-term plan: 30% on one side, 50% on the other."""
    arguments = ("compare", "--policy", "example-short-term-2026", "--service", "ct_head")
    arguments = (*arguments, "--site", "emergency", "--service-date", "2026-10-15")
    met = ("--deductible-met", "5000", "--out-of-pocket-met", "5000")
    done = run(*arguments, *met, "--vary", "allowed=1000,2000")
    assert (done.returncode, "say the network" in done.stderr) == (3, True)
    found = as_json(*arguments, *met, "--allowed", "1000", "--billed", "1000", "--vary", "network")
    assert paid(found) == ["300.00", "500.00"]


def test_a_choice_that_needs_a_network_says_so_beside_one_that_does_not() -> None:
    found = as_json(
        *(*HEAD, "--policy", "example-out-of-network-2026", "--vary", "emergency=true,false")
    )
    assert paid(found) == ["1000.00", None]
    assert "say the network" in found["scenarios"][1]["problem"]


OPEN_OUTSIDE = (
    *("compare", "--policy", "example-out-of-network-2026", "--service", "mri_knee"),
    *("--site", "freestanding", "--service-date", "2026-06-01", "--allowed", "800"),
    *("--deductible-met", "0", "--out-of-pocket-met", "0"),
)


def test_a_side_without_an_upper_end_is_never_the_same_amount() -> None:
    """In network all 800 are below the 1,000; out of network the 800 and whatever is charged above."""
    told = run(*OPEN_OUTSIDE, "--vary", "network", "--plain").stdout
    assert "Cheapest: In network. You would pay $800.00." in told
    assert "The same amount" not in told
    assert "You pay now: $800.00 or more" in told


def test_nothing_is_saved_beside_a_choice_without_an_upper_end() -> None:
    """In network 800 or 500; out of network at least that: what the dearest is, nobody knows."""
    arguments = (*OPEN_OUTSIDE, "--vary", "network", "--vary", "allowed=800,500")
    told = " ".join(run(*arguments).stdout.split())
    assert "You would pay $500.00." in told
    assert "the dearest choice" not in told
    inside = " ".join(
        run(*OPEN_OUTSIDE, "--network", "in", "--vary", "allowed=800,500").stdout.split()
    )
    assert "That is $300.00 less than the dearest choice." in inside


def test_a_year_without_an_upper_end_has_no_total() -> None:
    found = as_json(*OPEN_OUTSIDE, "--vary", "network", "--more-care", "1000")
    # in network 800, then 200 of deductible and 20% of 800 = 160
    assert [each["year_total"] for each in found["scenarios"]] == ["1160.00", None]
    assert found["cheapest"] == 0
    assert run(*OPEN_OUTSIDE, "--vary", "network", "--more-care", "1000").returncode == 0


SCREENING = (
    *("compare", "--policy", "example-ppo-2026", "--service", "mammogram_screening"),
    *("--network", "in", "--site", "office", "--service-date", "2026-06-01", "--sex", "female"),
    *("--birth-date", "1970-01-01", "--last-service-date", "never", "--deductible-met", "0"),
    *("--out-of-pocket-met", "0", "--cash", "450"),
)


def test_what_is_free_at_any_price_is_the_cheapest_without_one() -> None:
    found = as_json(*SCREENING, "--vary", "purpose=preventive", "--more-care", "1000")
    assert (paid(found), found["cheapest"]) == (["0.00", "450.00"], 0)
    assert found["scenarios"][0]["plan_pays"] is None
    # the further care, a diagnostic mammogram in an office: its $40 copay, after either
    assert [each["year_total"] for each in found["scenarios"]] == ["40.00", "490.00"]


def test_nothing_is_saved_beside_a_choice_without_a_price() -> None:
    """As a screening it is free; as a diagnostic scan it depends on a price that nobody gave."""
    told = run(*SCREENING, "--vary", "purpose", "--plain").stdout
    assert "Answer: Cheapest: Preventive. You would pay $0.00." in told
    assert "You pay now: not known" in told
    assert "the dearest choice" not in told
