"""A card whose deductible is not known: a range where it decides, and no number that nobody gave."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.patients.asked import as_json, order_file, run

DAY = ("--service-date", "2026-06-01")
KNEE = (*DAY, "--service", "mri_knee", "--deductible", "unknown")
CARD = (*KNEE, "--out-of-pocket-max", "5000", "--benefit", "20% coinsurance after deductible")
MEDICARE = (*KNEE, "--market", "medicare", "--out-of-pocket-max", "none")
BENEFITS = (
    "20% coinsurance after deductible",
    "20% coinsurance up to $100 per service after deductible",
    "no charge after deductible",
    "$50 copay after deductible",
    "$50 copay, deductible waived",
    "$2000 copay before deductible, then 20% coinsurance after deductible",
)


def told(*arguments: str) -> str:
    done = run(*arguments, columns=400)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("met", [(), ("--deductible-met", "200"), ("--deductible-met", "0")])
def test_what_is_met_does_not_tell_what_is_left(met: tuple[str, ...]) -> None:
    said = told("estimate", *CARD, "--allowed", "1250", *met)
    # nothing left: 20% of 1,250 = 250; more than 1,250 left: all of it
    assert "between $250.00 and $1,250.00" in said
    assert "give it with --deductible-remaining" in said
    assert "--deductible-met" not in said


def test_what_is_met_lowers_the_most_that_can_be_left() -> None:
    said = told("estimate", *CARD, "--allowed", "4900", "--deductible-met", "200")
    # a deductible is at most the 5,000 of the maximum, so 4,800 are left: 4,800 + 20% of 100
    assert "between $980.00 and $4,820.00" in said


def test_what_is_left_is_all_that_is_asked_for() -> None:
    arguments = ("estimate", *CARD, "--allowed", "1250", "--deductible-remaining", "300")
    said = told(*arguments, "--explain")
    # 300 + 20% of 950 = 490
    assert "you would pay $490.00" in said
    assert "all of the price may fall under it" not in said
    assert "Deductible of" not in said  # the whole of it is still not known


def test_two_bills_say_it_of_their_sum(tmp_path: Path) -> None:
    text = """
service_date: 2026-06-01
service: mri_knee
deductible_met: 200
lines: [{component: technical, allowed: 900}, {component: professional, allowed: 350}]
"""
    said = told("estimate", order_file(tmp_path, text), *CARD[4:])
    # 20% of 900 + 20% of 350 = 250; all of 900 + 350
    assert "between $250.00 and $1,250.00" in said
    assert said.count("--deductible-remaining") == 1
    assert "--deductible-met" not in said


def test_before_and_after_the_deductible_under_such_a_card() -> None:
    found = as_json("compare", *CARD, "--allowed", "1250", "--vary", "deductible")
    before, after = found["scenarios"]
    assert before["range"]["patient_pays"]["high"] == "1250.00"
    assert after["patient_pays"] == "250.00"


def test_without_a_maximum_what_is_left_is_said_to_be_unknown() -> None:
    said = told("estimate", *MEDICARE, "--benefit", "20% coinsurance after deductible")
    assert (
        "all of it until your deductible is met (how much of it is left is not known), "
        "then $20.00 of each $100." in said
    )


def test_no_table_is_promised_where_none_can_be_drawn() -> None:
    said = told("estimate", *MEDICARE, "--benefit", "20% coinsurance after deductible", "--explain")
    assert "The price is not known yet. Nor is how much of your deductible is left." in said
    assert "The table shows" not in said


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("price", [(), ("--allowed", "1250")])
@pytest.mark.parametrize("met", [(), ("--deductible-met", "200")])
@pytest.mark.parametrize(
    "command", [("estimate",), ("estimate", "--explain"), ("estimate", "--json"), ("checklist",)]
)
def test_no_invented_number_is_ever_shown(
    command: tuple[str, ...], met: tuple[str, ...], price: tuple[str, ...], benefit: str
) -> None:
    said = told(*command, *MEDICARE, "--benefit", benefit, *price, *met)
    assert "999" not in said
    assert "000,0" not in said


@pytest.mark.parametrize("benefit", BENEFITS)
@pytest.mark.parametrize("form", [(), ("--explain",), ("--json",)])
def test_nor_in_two_bills(form: tuple[str, ...], benefit: str, tmp_path: Path) -> None:
    lines = "lines: [{component: technical, allowed: 900}, {component: professional, allowed: 350}]"
    order = order_file(tmp_path, f"service_date: 2026-06-01\nservice: mri_knee\n{lines}\n")
    said = told("estimate", order, *MEDICARE[4:], "--benefit", benefit, *form)
    assert "999" not in said
    assert "000,0" not in said


def test_the_checklist_asks_how_much_of_it_is_left() -> None:
    said = told("checklist", *CARD, "--allowed", "1250", "--deductible-met", "200")
    assert "How much of my deductible is left? **[amount]**" in said


def test_a_maximum_that_cannot_be_read_is_told_once() -> None:
    done = run("estimate", *KNEE, "--out-of-pocket-max", "much", "--benefit", BENEFITS[0])
    assert (done.returncode, done.stderr.count("not an amount")) == (3, 1)


def test_the_page_to_take_along_asks_how_much_of_it_is_left(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    told("estimate", *CARD, "--allowed", "1250", "--html", str(page))
    text = page.read_text("utf-8")
    assert "How much of my deductible is left?" in text
    assert "have I met this year" not in text


def test_a_deductible_that_reached_the_maximum_has_nothing_left() -> None:
    said = told("estimate", *CARD, "--allowed", "1250", "--deductible-met", "5000")
    # it is at most the 5,000 of the maximum: 20% of 1,250 = 250
    assert "you would pay $250.00" in said
