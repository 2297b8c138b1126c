"""A member's unknown balance is never more than the family's that is stated (SPEC 3 and 5)."""

from __future__ import annotations

from pathlib import Path

from tests.estimating import KNEE, estimate, first_line, said

# one person of a family 2,000, the family 3,000; 20% of what is left of 1,000
FAMILY = (
    *KNEE,
    *("--network", "in", "--allowed", "1000", "--preauthorization", "approved"),
    *("--coverage", "family", "--family-out-of-pocket-met", "0"),
)


def test_where_the_family_met_nothing_nor_did_the_member() -> None:
    line = first_line(*FAMILY, "--family-deductible-met", "0")
    assert (line["patient_pays"], "range" in line) == ("1000.00", False)
    assert "For this bill you would pay $1,000.00." in said(*FAMILY, "--family-deductible-met", "0")


def test_the_member_met_at_most_what_the_family_did() -> None:
    """1,500 of the family's: were all of it this member's, 500 of 2,000 are left: 500 and 20% of 500 =
    600. Were none of it, 1,500 of the family's 3,000 are left: all of the 1,000."""
    line = first_line(*FAMILY, "--family-deductible-met", "1500")
    assert line["range"]["patient_pays"] == {"low": "600.00", "high": "1000.00"}
    text = said(*FAMILY, "--family-deductible-met", "1500")
    assert "between $600.00 and $1,000.00" in text
    assert "$600.00 if all of it is, $1,000.00 if none of it is" in text


def test_a_family_that_met_more_than_one_person_can_bounds_nothing() -> None:
    """2,500 of the family's: the member's 2,000 may all be met: 20% of 1,000; none: 500 left of the
    family's, and 20% of 500."""
    text = said(*FAMILY, "--family-deductible-met", "2500")
    assert "$200.00 if it is already met this year, $600.00 if nothing of it is" in text


def test_the_second_bill_goes_on_from_the_first(tmp_path: Path) -> None:
    """The family met nothing, so nor did the member, who has 2,000: 900 and
    1,000 are all deductible; a third of 1,000 finds 100 left, and 20% of 900."""
    order = tmp_path / "order.yaml"
    order.write_text(
        "policy: example-ppo-2026\nservice_date: 2026-06-01\nservice: mri_knee\nnetwork: in\n"
        "site: freestanding\npreauthorization: approved\ncoverage: family\n"
        "lines:\n"
        "  - {allowed: 900, family_deductible_met: 0, family_out_of_pocket_met: 0}\n"
        "  - {allowed: 1000}\n  - {allowed: 1000}\n"
    )
    found = estimate(order, "--json").json
    assert [line["patient_pays"] for line in found["lines"]] == ["900.00", "1000.00", "280.00"]
    assert "range" not in found["total"]
