"""The five stories of examples/stories as worked cases; the arithmetic is in each file's head."""

from __future__ import annotations

import pytest

from tests.patients.asked import ROOT, as_json

STORIES = ROOT / "examples" / "stories"
BOOK = ("--prices", "examples/prices-dallas-2026.csv")

PAID = {
    # file: what the patient pays of each bill, and in all
    "1-family-deductible": (["540.00", "30.00"], "570.00"),
    "2-screening-turns-diagnostic": (["0.00", "33.00"], "33.00"),
    "3-reader-out-of-network-hospital": (["200.00", "40.00"], "240.00"),
    "3-reader-out-of-network-freestanding": (["120.00", "600.00"], "720.00"),
    "4-high-deductible-january": (["1400.00"], "1400.00"),
    "4-high-deductible-december": (["320.00"], "320.00"),
    "5-dallas-parkland": (["500.00", "0.00"], "500.00"),
    "5-dallas-medical-city": (["293.63", "54.42"], "348.05"),
}


def answer(name: str, *options: str) -> dict:  # type: ignore[type-arg]
    found: dict = as_json("estimate", str(STORIES / f"{name}.yaml"), *options)  # type: ignore[type-arg]
    return found


def test_every_story_is_worked_here() -> None:
    assert {path.stem for path in STORIES.glob("*.yaml")} == set(PAID)


@pytest.mark.parametrize("name", PAID)
def test_a_story_comes_to_what_its_head_says(name: str) -> None:
    found = answer(name, *BOOK)
    bills, total = PAID[name]
    assert [line["patient_pays"] for line in found["lines"]] == bills
    assert found["total"]["patient_pays"] == total
    assert f"{total.replace('.00', '')}" in (STORIES / f"{name}.yaml").read_text().replace(",", "")


def test_a_family_deductible_stops_at_what_the_family_has_left() -> None:
    # 3,000 - 2,600 = 400, although Ana herself has 1,600 left
    scan, reading = answer("1-family-deductible")["lines"]
    assert (scan["deductible"], reading["deductible"]) == ("400.00", "0.00")
    assert reading["deductible_left"] == "0.00"


def test_the_second_look_is_free_under_a_plan_year_that_starts_after_2025() -> None:
    # the federal preventive rules count it to the screening from 2025-12-30 on
    found = answer("2-screening-turns-diagnostic", "--policy", "example-ppo-2026")
    assert [line["patient_pays"] for line in found["lines"]] == ["0.00", "0.00"]


def test_the_law_protects_the_reading_in_the_hospital_alone() -> None:
    hospital = answer("3-reader-out-of-network-hospital")["lines"][1]
    center = answer("3-reader-out-of-network-freestanding")["lines"][1]
    assert (hospital["protected"], hospital["balance_bill"]) == (True, "0.00")
    assert hospital["provider_writeoff"] == "400.00"  # 600 charged less 200: nobody owes it
    assert (center["protected"], center["balance_bill"]) == (False, "400.00")


def test_the_two_hospitals_bill_at_their_published_rates() -> None:
    for name, rates in (
        ("5-dallas-parkland", ["678.15", "54.42"]),
        ("5-dallas-medical-city", ["293.63", "54.42"]),
    ):
        found = answer(name, *BOOK)
        assert [line["allowed"] for line in found["lines"]] == rates
        ids = [[each["id"] for each in line["findings"]] for line in found["lines"]]
        assert all("price_from" in each for each in ids)
