"""An order of several bills: settled in turn through one ledger, one total."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.patients.asked import as_json, order_file, run

HEAD = """
policy: example-ppo-2026
service_date: 2026-06-01
service: mri_knee
network: in_network
site: freestanding
preauthorization: approved
"""
MET = """
deductible_met: 800
out_of_pocket_met: 950
"""


def amounts(found: dict, name: str) -> list[str]:  # type: ignore[type-arg]
    return [line[name] for line in found["lines"]]


def test_the_deductible_of_the_first_bill_counts_for_the_second(tmp_path: Path) -> None:
    lines = """
lines:
  - {component: technical, allowed: 900}
  - {component: professional, allowed: 350}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + MET + lines))
    # 1,500 - 800 = 700 left; scan 700 + 20% of 200 = 740; reading 20% of 350 = 70
    assert amounts(found, "patient_pays") == ["740.00", "70.00"]
    assert amounts(found, "deductible") == ["700.00", "0.00"]
    assert amounts(found, "row") == [1, 2]
    assert found["total"]["patient_pays"] == "810.00"
    assert found["total"]["plan_pays"] == "440.00"
    # 6,000 - 950 - 810
    assert found["lines"][1]["out_of_pocket_left"] == "4240.00"


def test_each_line_may_override_service_and_site(tmp_path: Path) -> None:
    lines = """
lines:
  - {allowed: 1000}
  - {service: xray_knee, site: hospital_outpatient, allowed: 100}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + MET + lines))
    # MRI: 700 + 20% of 300 = 760; the X-ray: its own $75 copay in a hospital
    assert amounts(found, "patient_pays") == ["760.00", "75.00"]


def test_a_copay_per_day_is_owed_once_over_two_bills_of_a_day(tmp_path: Path) -> None:
    head = HEAD.replace("mri_knee", "xray_knee")
    lines = """
lines:
  - {allowed: 30}
  - {allowed: 100}
  - {allowed: 100, service_date: 2026-06-02}
"""
    found = as_json("estimate", order_file(tmp_path, head + MET + lines))
    # $40 copay per day: 30 of 30, then the 10 that are left of it, then a new day
    assert amounts(found, "patient_pays") == ["30.00", "10.00", "40.00"]


def test_bills_are_settled_by_date_and_shown_as_they_stand(tmp_path: Path) -> None:
    lines = """
lines:
  - {allowed: 900, service_date: 2026-06-03}
  - {allowed: 600}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + MET + lines))
    # June 1 first: 600 of the 700; then June 3: 100 + 20% of 800 = 260
    assert amounts(found, "patient_pays") == ["260.00", "600.00"]


def test_an_unknown_balance_is_one_range_over_the_whole_sequence(tmp_path: Path) -> None:
    lines = """
lines:
  - {component: technical, allowed: 900}
  - {component: professional, allowed: 800}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + lines))
    # nothing met: 900, then 600 of deductible and 20% of 200 = 640; in all 1,540; everything met: 0
    assert found["total"]["range"]["patient_pays"] == {"low": "0.00", "high": "1540.00"}
    assert amounts(found, "patient_pays") == ["900.00", "640.00"]


def test_a_known_deductible_leaves_the_maximum_unknown_alone(tmp_path: Path) -> None:
    lines = """
deductible_met: 1500
lines:
  - {component: technical, allowed: 900}
  - {component: professional, allowed: 350}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + lines))
    # 20% of 900 and of 350; down to nothing where the maximum is reached
    assert found["lines"][0]["unknown"] == ["out_of_pocket"]
    assert found["total"]["range"]["patient_pays"] == {"low": "0.00", "high": "250.00"}


def test_a_price_range_of_one_bill_moves_the_other(tmp_path: Path) -> None:
    lines = """
deductible_met: 800
out_of_pocket_met: 950
lines:
  - {component: technical, billed: 700}
  - {component: professional, allowed: 350}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + lines))
    # the scan is allowed 0 to 700. At 0: 0 + 350 of deductible = 350.
    # At 700: 700 of deductible, then 20% of 350 = 70: 770.
    assert found["total"]["range"]["patient_pays"] == {"low": "350.00", "high": "770.00"}
    assert found["lines"][1]["range"]["patient_pays"] == {"low": "70.00", "high": "350.00"}


def test_a_bill_without_a_price_leaves_the_other_answered(tmp_path: Path) -> None:
    lines = """
lines:
  - {component: technical, allowed: 900}
  - {component: professional}
"""
    found = as_json("estimate", order_file(tmp_path, HEAD + MET + lines))
    assert amounts(found, "patient_pays") == ["740.00", None]
    assert found["total"]["patient_pays"] is None
    # 740 and nothing; or 740 and a reading so dear that the maximum of 6,000 - 950 is reached
    assert found["total"]["range"]["patient_pays"] == {"low": "740.00", "high": "5050.00"}


def test_one_bill_under_lines_is_the_order_itself(tmp_path: Path) -> None:
    alone = as_json("estimate", order_file(tmp_path, HEAD + MET + "allowed: 1250\n"))
    listed = as_json("estimate", order_file(tmp_path, HEAD + MET + "lines: [{allowed: 1250}]\n"))
    assert alone["lines"] == listed["lines"]
    assert alone["total"] == listed["total"]


def test_the_terminal_shows_each_bill_and_what_comes_when(tmp_path: Path) -> None:
    lines = (
        "lines: [{component: technical, allowed: 900}, {component: professional, allowed: 350}]\n"
    )
    path = order_file(tmp_path, HEAD + MET + lines)
    for columns in (60, 80, 120):
        shown = run("estimate", path, columns=columns).stdout
        assert "$810.00" in shown
        assert "$740.00" in shown
        assert "$70.00" in shown
        assert "Bill 1: the scan" in shown
        assert "Bill 2: the reading" in shown
        assert "weeks later" in " ".join(shown.split())
        assert all(len(line) <= columns for line in shown.splitlines())


@pytest.mark.parametrize(
    ("lines", "options", "said"),
    [
        ("lines: 3", [], '"lines" is a list of bills'),
        ("lines: []", [], '"lines" is a list of bills'),
        ("lines: [{member_id: A}]", [], "belongs to the whole order"),
        ("lines: [{alowed: 900}]", [], 'Did you mean "allowed"'),
        ('lines: [{allowed: "1,25"}]', [], "commas"),
        ("lines: [{allowed: 9, network: west}]", [], "network"),
        ("lines: [{allowed: 900}]", ["--allowed", "5"], "the bills of the order say allowed"),
        ("lines: [" + "{allowed: 9}," * 9 + "]", [], "at most 8 bills"),
    ],
)
def test_mistakes_name_their_place_and_a_remedy(
    tmp_path: Path, lines: str, options: list[str], said: str
) -> None:
    done = run("estimate", order_file(tmp_path, HEAD + lines + "\n"), *options)
    assert done.returncode == 3
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_with_bills_each_network_must_be_said(tmp_path: Path) -> None:
    head = HEAD.replace("network: in_network\n", "")
    done = run("estimate", order_file(tmp_path, head + "lines: [{allowed: 5}]\n"))
    assert done.returncode == 3
    assert "say the network of bill 1" in done.stderr
