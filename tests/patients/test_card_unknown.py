"""A card with `unknown` on it: what is open is a range, what is not open is said as it is.

The summary of benefits was not read: the plan may pay all of a scan, or nothing of it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.patients.asked import as_json, order_file, run

DAY = ("--service-date", "2026-06-01")
CARD = ("--deductible", "500", "--out-of-pocket-max", "none", "--benefit", "unknown")
KNEE = (*DAY, "--service", "mri_knee", *CARD)
SCREENING = (
    *(*DAY, "--service", "mammogram_screening", "--allowed", "165", "--sex", "female"),
    *("--last-service-date", "never", *CARD),
)
BORN = ("--birth-date", "1970-01-01")
DENIED = (*KNEE, "--allowed", "900", "--medical-necessity", "not_met")
PLACEHOLDER = "100%"
"""What the terms are settled at where nobody knows them: never what a plan says."""


def told(*arguments: str) -> str:
    done = run(*arguments, columns=400)
    assert done.returncode == 0, done.stderr
    return done.stdout


def line_of(*arguments: str) -> Any:
    (line,) = as_json("estimate", *arguments)["lines"]
    return line


def two_bills(folder: Path, *more: str) -> str:
    lines = "lines: [{component: technical, allowed: 900}, {component: professional, allowed: 150}]"
    return order_file(
        folder, "\n".join(("service_date: 2026-06-01", "service: mri_knee", lines, *more))
    )


def test_two_bills_have_a_total_from_nothing_to_their_sum(tmp_path: Path) -> None:
    arguments = ("estimate", two_bills(tmp_path), *CARD)
    # 900 + 150
    found = as_json(*arguments)["total"]
    assert found["range"]["patient_pays"] == {"low": "0.00", "high": "1050.00"}
    assert found["range"]["plan_pays"] == {"low": "0.00", "high": "1050.00"}
    assert "between $0.00 and $1,050.00" in told(*arguments)
    assert "between $0.00 and $1,050.00" in told(*arguments, "--explain")


def test_the_total_of_two_bills_stops_at_the_maximum(tmp_path: Path) -> None:
    card = [each if each != "none" else "600" for each in CARD]
    found = as_json("estimate", two_bills(tmp_path), *card)["total"]
    assert found["range"]["patient_pays"] == {"low": "0.00", "high": "600.00"}
    # at the least the plan pays what is above the maximum: 1,050 - 600
    assert found["range"]["plan_pays"] == {"low": "450.00", "high": "1050.00"}


def test_a_bill_that_the_terms_do_not_decide_is_not_opened_in_the_total(tmp_path: Path) -> None:
    text = """
service_date: 2026-06-01
sex: female
birth_date: 1970-01-01
last_service_date: never
lines:
  - {service: mammogram_screening, allowed: 165}
  - {service: mri_knee, allowed: 900}
"""
    found = as_json("estimate", order_file(tmp_path, text), *CARD)
    assert [line.get("unknown") for line in found["lines"]] == [None, ["benefit"]]
    # the screening is free: the plan pays its 165 whatever it pays of the 900
    assert found["total"]["range"] == {
        "patient_pays": {"low": "0.00", "high": "900.00"},
        "plan_pays": {"low": "165.00", "high": "1065.00"},
    }


def test_a_screening_that_qualifies_is_free_whatever_the_plan_says_of_imaging() -> None:
    line = line_of(*SCREENING, *BORN)
    assert (line["status"], line["patient_pays"], line.get("range")) == ("covered", "0.00", None)
    said = told("estimate", *SCREENING, *BORN)
    assert "you would pay $0.00" in said
    # if it turned diagnostic it would stand under the terms that nobody knows
    assert "the same bill would cost you between $0.00 and $165.00" in said
    assert "so the range runs" not in said


def test_a_screening_on_a_condition_is_open_only_where_it_does_not_count() -> None:
    line = line_of(*SCREENING)
    assert (line["status"], line["patient_pays"], line.get("range")) == (
        "conditional",
        "0.00",
        None,
    )
    assert line["patient_pays_if_not_preventive"] is None
    said = told("estimate", *SCREENING)
    assert (
        "That is if it counts as preventive. If not, you would pay between $0.00 and $165.00"
        in said
    )


def test_a_screening_too_early_stands_under_the_terms_for_imaging() -> None:
    early = [each if each != "never" else "2026-05-01" for each in SCREENING]
    line = line_of(*early, *BORN)
    assert line["range"]["patient_pays"] == {"low": "0.00", "high": "165.00"}


@pytest.mark.parametrize(
    ("waiver", "pays", "said"),
    [("true", "900.00", "Denied: you would owe $900.00."), ("false", "0.00", "may not bill you")],
)
def test_a_denial_is_not_hidden(waiver: str, pays: str, said: str) -> None:
    line = line_of(*DENIED, "--patient-waiver", waiver)
    assert (line["status"], line["patient_pays"], line.get("range")) == ("denied", pays, None)
    assert said in told("estimate", *DENIED, "--patient-waiver", waiver)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("order", [(*KNEE, "--allowed", "900"), KNEE, DENIED])
@pytest.mark.parametrize("form", [(), ("--explain",), ("--json",)])
def test_the_placeholder_is_never_told(
    order: tuple[str, ...], form: tuple[str, ...], language: str
) -> None:
    assert PLACEHOLDER not in told("estimate", *order, *form, "--lang", language)


def test_the_terms_are_said_to_be_unknown() -> None:
    line = line_of(*KNEE, "--allowed", "900")
    ids = [each["id"] for each in line["findings"]]
    assert "benefit_unknown" in ids
    assert "benefit" not in ids
    # which part of the 900 would be a deductible and which a coinsurance, nobody knows either
    assert [line[name] for name in ("copay", "deductible", "coinsurance")] == [None] * 3
    assert (line["patient_pays"], line["worksheet"], line["reasons"]) == ("900.00", None, "")


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_the_checklist_asks_for_the_terms(language: str, form: tuple[str, ...]) -> None:
    card = [each if each != "none" else "5000" for each in CARD]
    arguments = ("checklist", *DAY, "--service", "mri_knee", *card, *form, "--lang", language)
    said = told(*arguments)
    assert PLACEHOLDER not in said
    asked = "What does my plan say about" if language == "en" else "¿Qué dice mi plan sobre"
    assert asked in said


def test_the_checklist_of_a_screening_asks_whether_it_is_free() -> None:
    said = told("checklist", *SCREENING, *BORN)
    assert "no charge" in said
    assert "What does my plan say about" not in said


def test_a_comparison_says_what_the_card_does_not() -> None:
    card = [each if each != "none" else "5000" for each in CARD]
    arguments = ("compare", *DAY, "--service", "mri_knee", *card, "--vary", "allowed=900,400")
    said = told(*arguments, "--more-care", "1000")
    # at the most all of it is the patient's: 400 + 1,000
    assert "In all you would pay $1,400.00." in said
    assert "You do not know what the plan says about imaging" in said
    assert "The plan's terms are not known, so all of it was taken as yours to pay" in said
    assert PLACEHOLDER not in said


def test_the_page_to_take_along_asks_for_the_terms(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    told("estimate", *KNEE, "--allowed", "900", "--html", str(page))
    assert "What does my plan say about this scan" in page.read_text("utf-8")
