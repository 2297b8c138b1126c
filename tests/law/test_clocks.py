"""Authorization clocks and the good-faith estimate, with the arithmetic by hand."""

from datetime import date, timedelta
from typing import Any, get_args

import pytest

from scancost.model.vocabulary import Market
from scancost.rules.clocks import (
    authorization_clock,
    days_left,
    dispute_by,
    estimate_due,
    may_dispute,
)

from .tables import CLOCKS

SCAN = date(2026, 3, 20)


@pytest.mark.parametrize("market", ["employer", "individual", "marketplace"])
def test_fifteen_days_or_72_hours(market: Any) -> None:
    standard = authorization_clock(CLOCKS, market, False, SCAN)
    assert (standard.decision_days, standard.decision_hours) == (15, None)
    assert standard.ask_by == date(2026, 3, 5)  # March 20 less 15 days
    assert standard.ask_by_if_extended == date(2026, 2, 18)  # less 15 more; February has 28
    urgent = authorization_clock(CLOCKS, market, True, SCAN)
    assert (urgent.decision_days, urgent.decision_hours) == (None, 72)
    assert urgent.ask_by == date(2026, 3, 17)  # 72 hours are three days
    assert urgent.ask_by_if_extended is None
    assert standard.status == "verified"


def test_the_seven_day_rule_does_not_bind_the_marketplace() -> None:
    found = authorization_clock(CLOCKS, "marketplace", False, SCAN)
    assert found.decision_days == 15
    assert "not_seven_days" in found.notes


@pytest.mark.parametrize("market", ["medicare_advantage", "medicaid"])
def test_seven_days_from_2026(market: Any) -> None:
    found = authorization_clock(CLOCKS, market, False, SCAN)
    assert (found.decision_days, found.extension_days) == (7, 14)
    assert found.ask_by == date(2026, 3, 13)
    assert found.ask_by_if_extended == date(2026, 2, 27)  # March 13 less 14
    urgent = authorization_clock(CLOCKS, market, True, SCAN)
    assert (urgent.decision_hours, urgent.ask_by) == (72, date(2026, 3, 17))


@pytest.mark.parametrize("market", ["medicare_advantage", "medicaid"])
@pytest.mark.parametrize(
    ("scan", "days", "ask_by"),
    [
        # asked on 2026-01-01 the 7 days end on January 8; for an earlier scan only a request
        # of 2025 is in time, and that one is decided in 14 days
        (date(2026, 1, 8), 7, date(2026, 1, 1)),
        (date(2026, 1, 7), 14, date(2025, 12, 24)),
        (date(2025, 6, 30), 14, date(2025, 6, 16)),
    ],
)
def test_the_change_of_2026_binds_requests(
    market: Any, scan: date, days: int, ask_by: date
) -> None:
    found = authorization_clock(CLOCKS, market, False, scan)
    assert (found.decision_days, found.ask_by) == (days, ask_by)


@pytest.mark.parametrize("market", ["medicare", "short_term"])
def test_no_federal_clock(market: Any) -> None:
    found = authorization_clock(CLOCKS, market, False, SCAN)
    assert found.ask_by is None
    assert found.decision_days is None
    assert found.status == "unverified"
    assert found.notes


@pytest.mark.parametrize("market", get_args(Market))
@pytest.mark.parametrize("urgent", [False, True])
def test_every_market_has_one_clock_on_each_day(market: Any, urgent: bool) -> None:
    day = date(2025, 11, 1)
    while day < date(2026, 3, 1):
        found = authorization_clock(CLOCKS, market, urgent, day)
        if found.ask_by is not None:
            assert found.ask_by < day
        assert set(found.notes) <= set(CLOCKS.notes)
        day += timedelta(days=1)


def test_days_left() -> None:
    deadline = date(2026, 3, 1)
    assert days_left(deadline, date(2026, 2, 27)) == 2  # 2026 is no leap year
    assert days_left(date(2028, 3, 1), date(2028, 2, 27)) == 3  # 2028 is one
    assert days_left(deadline, deadline) == 0
    assert days_left(deadline, date(2026, 3, 2)) == -1


# --- the good-faith estimate


@pytest.mark.parametrize(
    ("billed", "expected"), [(139_999, False), (140_000, True), (140_001, True), (90_000, False)]
)
def test_a_bill_400_dollars_above_the_estimate(billed: int, expected: bool) -> None:
    assert may_dispute(CLOCKS, 100_000, billed) is expected


def test_dispute_within_120_days_of_the_bill() -> None:
    """January 15 and 120 days: 16 left in January, 28, 31, 30 make 105; 15 more: May 15."""
    assert dispute_by(CLOCKS, date(2026, 1, 15)) == date(2026, 5, 15)
    assert dispute_by(CLOCKS, date(2028, 1, 15)) == date(2028, 5, 14)  # a leap year has one more


@pytest.mark.parametrize(
    ("scan", "expected"),
    [
        (date(2026, 3, 4), None),  # scheduled on Monday 2 for Wednesday: two workdays ahead
        (date(2026, 3, 5), date(2026, 3, 3)),  # three ahead: within one workday
        (date(2026, 3, 13), date(2026, 3, 3)),  # nine ahead
        (date(2026, 3, 16), date(2026, 3, 5)),  # ten ahead: within three workdays
        (None, date(2026, 3, 5)),  # on request: within three workdays
    ],
)
def test_when_an_estimate_is_due(scan: date | None, expected: date | None) -> None:
    assert estimate_due(CLOCKS, date(2026, 3, 2), scan) == expected
