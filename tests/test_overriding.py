"""Options override an order file (SPEC 8), also where it says a field by a code."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.estimating import estimate, first_line

HEAD = {
    "policy": "example-ppo-2026",
    "service_date": "2026-06-01",
    "service": "70551",
    "network": "in_network",
    "allowed": "900",
    "preauthorization": "approved",
}


def order(folder: Path, **fields: str) -> Path:
    path = folder / "order.yaml"
    path.write_text("".join(f"{key}: {text}\n" for key, text in (HEAD | fields).items()))
    return path


CASES = [
    # what the file says, the option, and the order that it comes to
    ({"place_of_service": "22"}, ("--site", "office"), {"site": "office"}),
    ({"site": "office"}, ("--place-of-service", "22"), {"site": "hospital_outpatient"}),
    ({"place_of_service": "23"}, ("--site", "office"), {"site": "office"}),
    (
        {"site": "office", "service": "70551-26"},
        ("--component", "technical"),
        {"site": "office", "component": "technical"},
    ),
    (
        {"site": "office", "component": "technical"},
        ("--service", "70551-26"),
        {"site": "office", "component": "professional"},
    ),
    (
        {"site": "office", "modifiers": "TC"},
        ("--service", "70551-26"),
        {"site": "office", "component": "professional"},
    ),
    (
        {"site": "office", "modifiers": "[26, GA]"},
        ("--component", "technical"),
        {"site": "office", "component": "technical", "patient_waiver": "true"},
    ),
    (
        {"site": "office", "modifiers": "GA", "medical_necessity": "not_met"},
        ("--patient-waiver", "false"),
        {"site": "office", "medical_necessity": "not_met"},
    ),
    (
        {"site": "office", "purpose": "diagnostic", "service": "77067"},
        ("--modifiers", "33"),
        {"site": "office", "purpose": "preventive", "service": "77067"},
    ),
]


@pytest.mark.parametrize(("said", "option", "meant"), CASES, ids=lambda each: str(each)[:40])
def test_an_option_drops_the_code_that_says_the_same_field(
    said: dict[str, str], option: tuple[str, ...], meant: dict[str, str], tmp_path: Path
) -> None:
    found = first_line(order(tmp_path, **said), *option)
    assert found == first_line(order(tmp_path, **meant))


def test_without_an_option_they_still_contradict_each_other(tmp_path: Path) -> None:
    answer = estimate(order(tmp_path, place_of_service="22", site="office"))
    assert answer.code == 3
    assert "code 22 means site is hospital_outpatient" in answer.err


BILLS = "lines:\n  - {place_of_service: 22, component: global, allowed: 900}\n  - {allowed: 900}\n"


def test_a_bill_overrides_what_the_order_says_by_a_code(tmp_path: Path) -> None:
    met = {"deductible_met": "1500", "out_of_pocket_met": "1500"}
    path = order(tmp_path, site="office", service="70551-26", **met)
    path.write_text(path.read_text() + BILLS)
    lines = estimate(path, "--json").json["lines"]
    # in a hospital $250, which a reading alone does not owe, and 20% of 650; at an office 20% of 900
    assert [line["patient_pays"] for line in lines] == ["380.00", "180.00"]


def test_an_option_cannot_tell_which_bill_it_means(tmp_path: Path) -> None:
    path = order(tmp_path)
    path.write_text(path.read_text() + BILLS)
    answer = estimate(path, "--site", "office")
    assert answer.code == 3
    assert f"{path}:8:24: " in answer.err
    assert "the bills of the order say site themselves" in answer.err
