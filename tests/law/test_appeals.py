"""Levels of appeal: every deadline with its arithmetic by hand."""

from datetime import date
from typing import Any, get_args

import pytest

from scancost.model.vocabulary import Market
from scancost.problems import Wrong
from scancost.rules.appeals import AppealLevel, amount_in_controversy, appeal_levels

from .tables import CLOCKS

NOTICE = date(2026, 3, 2)


def levels(market: Any, **given: Any) -> dict[str, AppealLevel]:
    facts: dict[str, Any] = {
        "notice_date": NOTICE,
        "received_date": None,
        "final_denial_date": None,
        "stage": "pre_service",
        "urgent": False,
    }
    return {each.level: each for each in appeal_levels(CLOCKS, market, **(facts | given))}


PRIVATE = ["employer", "individual", "marketplace"]


@pytest.mark.parametrize("market", PRIVATE)
def test_180_days_from_receipt(market: Any) -> None:
    """Received 2026-03-05: 26 days left in March, 30, 31, 30, 31 make 148; 31 more are August,
    179; one more: September 1."""
    found = levels(market, received_date=date(2026, 3, 5))
    assert list(found) == ["internal", "external"]
    assert found["internal"].file_by == date(2026, 9, 1)
    assert found["internal"].decision_by == date(2026, 10, 1)  # 30 days on: September has 30
    assert found["external"].file_by is None
    assert found["external"].decision_by is None


@pytest.mark.parametrize("market", PRIVATE)
def test_without_a_day_of_receipt_the_notice_counts(market: Any) -> None:
    """2026-03-02 and 180 days: three days before September 1."""
    found = levels(market)["internal"]
    assert found.file_by == date(2026, 8, 29)  # a Saturday: this deadline does not move
    assert date(2026, 8, 29).weekday() == 5
    assert found.notes[0] == "counted_from_notice"


def test_180_days_over_a_leap_day() -> None:
    """2027-09-05: 25 left in September, 31, 30, 31, 31 make 148, 29 in February 177; March 3."""
    found = levels("employer", notice_date=None, received_date=date(2027, 9, 5))
    assert found["internal"].file_by == date(2028, 3, 3)


@pytest.mark.parametrize(
    ("stage", "urgent", "days", "hours"),
    [
        ("pre_service", False, 30, None),
        ("post_service", False, 60, None),
        ("pre_service", True, None, 72),
        ("post_service", True, 60, None),  # the fast track is for care still to come
    ],
)
def test_how_long_the_plan_may_take(stage: str, urgent: bool, days: Any, hours: Any) -> None:
    found = levels("employer", stage=stage, urgent=urgent)["internal"]
    assert (found.decision_days, found.decision_hours) == (days, hours)
    assert ("urgent_only_before_scan" in found.notes) == (urgent and stage == "post_service")


def test_the_decision_of_an_urgent_appeal_in_three_days() -> None:
    found = levels("employer", urgent=True)["internal"]
    assert found.decision_by == date(2026, 9, 1)  # August 29 and three days; August has 31


@pytest.mark.parametrize("market", PRIVATE)
@pytest.mark.parametrize(
    ("final", "file_by"),
    [
        (date(2026, 4, 15), date(2026, 8, 17)),  # August 15 is a Saturday
        (date(2026, 4, 16), date(2026, 8, 17)),  # August 16 is a Sunday
        (date(2026, 4, 17), date(2026, 8, 17)),  # a Monday
        (date(2026, 10, 30), date(2027, 3, 1)),  # no February 30: March 1, a Monday
        (date(2026, 10, 29), date(2027, 3, 1)),  # no February 29 in 2027
        (date(2027, 10, 29), date(2028, 2, 29)),  # there is one in 2028, a Tuesday
        (date(2026, 9, 1), date(2027, 1, 4)),  # New Year's Day, a Friday; then the weekend
        (date(2026, 5, 7), date(2026, 9, 8)),  # September 7 is Labor Day
        (date(2026, 8, 25), date(2026, 12, 28)),  # Christmas, a Friday
        (date(2026, 12, 31), date(2027, 5, 3)),  # no April 31: May 1, a Saturday
    ],
)
def test_external_review_within_four_months(market: Any, final: date, file_by: date) -> None:
    found = levels(market, final_denial_date=final)["external"]
    assert found.file_by == file_by
    assert (found.decision_days, found.decision_hours) == (45, None)


def test_four_months_are_not_120_days() -> None:
    """2026-07-01 and four months is November 1, a Sunday, so November 2; 120 days would end on
    October 29."""
    found = levels("employer", final_denial_date=date(2026, 7, 1))["external"]
    assert found.file_by == date(2026, 11, 2)
    assert found.decision_by == date(2026, 12, 17)  # 28 left in November, and 17


def test_an_urgent_external_review_in_72_hours() -> None:
    found = levels("individual", urgent=True, final_denial_date=date(2026, 4, 17))["external"]
    assert found.decision_by == date(2026, 8, 20)


def test_original_medicare() -> None:
    found = levels("medicare", stage="post_service")
    assert list(found) == ["redetermination", "reconsideration", "alj_hearing", "council", "court"]
    # received five days after March 2: March 7; 24 left in March, 30, 31, 30 make 115; July 5
    assert found["redetermination"].file_by == date(2026, 7, 5)
    assert found["redetermination"].notes[0] == "receipt_presumed"
    # 60 days on: 26 left in July, 31 in August make 57; September 3
    assert found["redetermination"].decision_by == date(2026, 9, 3)
    assert all(found[level].file_by is None for level in list(found)[1:])


def test_original_medicare_from_a_known_receipt() -> None:
    """Received on March 4: 27 left in March, 30, 31, 30 make 118; July 2."""
    found = levels("medicare", stage="post_service", received_date=date(2026, 3, 4))
    assert found["redetermination"].file_by == date(2026, 7, 2)
    assert "receipt_presumed" not in found["redetermination"].notes


def test_the_second_level_of_original_medicare() -> None:
    """180 days after receipt of the redetermination: 2026-09-05 comes to 2027-03-04 (25 left in
    September, 31, 30, 31, 31, 28 make 176)."""
    given = {"stage": "post_service", "final_denial_date": date(2026, 9, 5)}
    assert levels("medicare", **given)["reconsideration"].file_by == date(2027, 3, 4)


def test_medicare_advantage_65_days_from_the_notice() -> None:
    """March 2 and 65 days: 29 left in March, 30 in April make 59; May 6."""
    found = levels("medicare_advantage")
    assert found["reconsideration"].file_by == date(2026, 5, 6)
    assert found["reconsideration"].decision_by == date(2026, 6, 5)  # 30 days on
    assert found["independent_review"].file_by is None
    assert "forwarded" in found["independent_review"].notes


def test_medicare_advantage_60_days_from_receipt() -> None:
    """Received on March 10: 21 left in March, 30 in April make 51; May 9."""
    found = levels("medicare_advantage", received_date=date(2026, 3, 10))
    assert found["reconsideration"].file_by == date(2026, 5, 9)
    found = levels("medicare_advantage", received_date=date(2026, 3, 10), urgent=True)
    assert found["reconsideration"].decision_hours == 72


def test_medicaid_60_days_from_the_date_on_the_notice() -> None:
    """March 2: 29 left in March, 30 in April make 59; May 1, whenever it was received."""
    for received in (None, date(2026, 3, 9)):
        found = levels("medicaid", received_date=received)
        assert found["internal"].file_by == date(2026, 5, 1)
        assert found["internal"].decision_by == date(2026, 5, 31)
    assert levels("medicaid", notice_date=None, received_date=NOTICE)["internal"].file_by is None


def test_a_fair_hearing_within_90_days() -> None:
    """2026-06-01: 29 left in June, 31 in July make 60, 30 more: August 30."""
    found = levels("medicaid", final_denial_date=date(2026, 6, 1))["fair_hearing"]
    assert found.file_by == date(2026, 8, 30)
    assert "state_sets_days" in found.notes


def test_short_term_plans_say_it_themselves() -> None:
    found = levels("short_term")["internal"]
    assert found.file_by is None
    assert found.status == "unverified"


@pytest.mark.parametrize("market", get_args(Market))
def test_without_dates_nothing_is_guessed(market: Any) -> None:
    found = levels(market, notice_date=None)
    assert found
    assert all(each.file_by is None and each.decision_by is None for each in found.values())
    for each in found.values():
        assert each.level in CLOCKS.levels
        assert set(each.notes) <= set(CLOCKS.notes)


def test_dates_that_contradict_each_other() -> None:
    with pytest.raises(Wrong) as wrong:
        levels("employer", received_date=date(2026, 3, 1))
    assert wrong.value.problem.id == "received_before_notice"
    with pytest.raises(Wrong) as wrong:
        levels("employer", final_denial_date=date(2026, 3, 1))
    assert wrong.value.problem.id == "final_denial_before_denial"


def test_amounts_in_controversy() -> None:
    assert amount_in_controversy(CLOCKS, "alj_hearing", 2026) == 20_000
    assert amount_in_controversy(CLOCKS, "court", 2026) == 196_000
    assert amount_in_controversy(CLOCKS, "alj_hearing", 2025) == 19_000
    assert amount_in_controversy(CLOCKS, "internal", 2026) is None
    with pytest.raises(Wrong) as wrong:
        amount_in_controversy(CLOCKS, "court", 2027)
    assert wrong.value.problem.id == "appeal_amount_year_missing"
