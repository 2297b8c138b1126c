"""Amounts, rates, dates and yes-or-no as people write them: what is read, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from scancost.amounts import day, money, rate, truth
from scancost.problems import Wrong

GOOD_MONEY = [
    ("0", 0),
    ("5", 500),
    ("5.1", 510),
    ("5.01", 501),
    ("$5", 500),
    ("  $5 ", 500),
    ("1250", 125_000),
    ("1,250.00", 125_000),
    ("$1,250.5", 125_050),
    ("12,345,678.90", 1_234_567_890),
    ("007", 700),
    ("999999999.99", 99_999_999_999),
    ("$999,999,999.99", 99_999_999_999),
]
BAD_MONEY = [
    ("1.005", "money_third_decimal"),
    ("$1,250.000", "money_third_decimal"),
    ("-5", "money_sign"),
    ("+5", "money_sign"),
    ("$-5", "money_sign"),
    ("(5)", "money_sign"),
    ("-0", "money_sign"),
    ("1,25", "money_commas"),
    ("12,50.00", "money_commas"),
    ("1250,00", "money_commas"),
    (",100", "money_commas"),
    ("1000000000", "money_too_large"),
    ("1,000,000,000.00", "money_too_large"),
    ("1e3", "money_not_an_amount"),
    ("1E3", "money_not_an_amount"),
    ("NaN", "money_not_an_amount"),
    ("Infinity", "money_not_an_amount"),
    ("1_000", "money_not_an_amount"),
    ("٣", "money_not_an_amount"),
    ("１２", "money_not_an_amount"),
    ("5.", "money_not_an_amount"),
    (".5", "money_not_an_amount"),
    ("1 000", "money_not_an_amount"),
    ("€5", "money_not_an_amount"),
    ("5 USD", "money_not_an_amount"),
    ("$", "money_not_an_amount"),
    ("$$5", "money_not_an_amount"),
    ("9" * 5000, "money_not_an_amount"),
    ("", "money_not_an_amount"),
]


@pytest.mark.parametrize(("text", "cents"), GOOD_MONEY)
def test_money_that_is_read(text: str, cents: int) -> None:
    assert money(text) == cents


@pytest.mark.parametrize(("text", "problem"), BAD_MONEY, ids=lambda each: str(each)[:20])
def test_money_that_is_not(text: str, problem: str) -> None:
    with pytest.raises(Wrong) as raised:
        money(text)
    assert raised.value.problem.id == problem


@pytest.mark.parametrize(
    ("text", "points"),
    [("0", 0), ("20", 2000), ("33.33", 3333), ("12.5", 1250), ("100", 10_000), ("100.00", 10_000)],
)
def test_rates_that_are_read(text: str, points: int) -> None:
    assert rate(text) == points


@pytest.mark.parametrize(
    "text", ["100.01", "101", "-1", "+1", "20.125", "1e1", "٣", "20%", "", "1,0", ".5", "NaN"]
)
def test_rates_that_are_not(text: str) -> None:
    with pytest.raises(Wrong):
        rate(text)


@pytest.mark.parametrize(
    "text",
    [
        "2026-6-1",
        "06/01/2026",
        "20260601",
        "2026-02-29",
        "2026-13-01",
        "0",
        "0000-01-01",
        "٢٠٢٦-٠٦-٠١",
        "today",
        "",
    ],
)
def test_dates_that_are_not(text: str) -> None:
    with pytest.raises(Wrong):
        day(text)


def test_dates_that_are_read() -> None:
    assert day(" 2028-02-29 ") == date(2028, 2, 29)


def test_truth_as_spreadsheets_write_it() -> None:
    assert [truth(text) for text in ("true", "TRUE", "True", " yes ")] == [True] * 4
    assert [truth(text) for text in ("false", "FALSE", "no", "No")] == [False] * 4
    for text in ("1", "0", "y", "on", ""):
        with pytest.raises(Wrong):
            truth(text)
