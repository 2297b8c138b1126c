"""Federal holidays, workdays and the calendar-month rule, against calendars read by hand."""

from datetime import date

import pytest

from scancost.rules.days import holidays_of, is_workday, months_after, rolled, workdays_after

from .tables import CLOCKS

HOLIDAYS = CLOCKS.holidays

# the days observed, as the federal calendars of those years print them
OBSERVED = {
    2023: "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25",
    2026: "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25",
    2027: "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24",
}


@pytest.mark.parametrize("year", OBSERVED)
def test_the_days_observed(year: int) -> None:
    expected = {date.fromisoformat(f"{year}-{day}") for day in OBSERVED[year].split()}
    assert holidays_of(HOLIDAYS, year) == expected


def test_new_years_day_on_a_saturday_is_observed_the_year_before() -> None:
    """2028-01-01 is a Saturday, so Friday 2027-12-31 is a holiday."""
    assert date(2028, 1, 1).weekday() == 5
    assert not is_workday(HOLIDAYS, date(2027, 12, 31))
    assert rolled(HOLIDAYS, date(2027, 12, 31)) == date(2028, 1, 3)


def test_juneteenth_only_from_2021() -> None:
    assert date(2020, 6, 19) not in holidays_of(HOLIDAYS, 2020)
    assert date(2021, 6, 18) in holidays_of(HOLIDAYS, 2021)  # June 19, 2021 was a Saturday


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 5), date(2026, 3, 5)),  # a Thursday stays
        (date(2026, 3, 7), date(2026, 3, 9)),  # Saturday to Monday
        (date(2026, 3, 8), date(2026, 3, 9)),  # Sunday to Monday
        (date(2026, 9, 5), date(2026, 9, 8)),  # Saturday, then Sunday, then Labor Day
        (date(2026, 7, 3), date(2026, 7, 6)),  # July 4 is a Saturday, observed on Friday the 3rd
        (date(2026, 12, 25), date(2026, 12, 28)),  # a Friday; then the weekend
        (date(2026, 11, 26), date(2026, 11, 27)),  # Thanksgiving, a Thursday
    ],
)
def test_rolled(day: date, expected: date) -> None:
    assert rolled(HOLIDAYS, day) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 15), date(2026, 5, 15)),
        (date(2026, 10, 28), date(2027, 2, 28)),  # February has a 28th
        (date(2026, 10, 29), date(2027, 3, 1)),  # 2027 has no February 29
        (date(2026, 10, 30), date(2027, 3, 1)),
        (date(2027, 10, 29), date(2028, 2, 29)),  # 2028 is a leap year
        (date(2027, 10, 30), date(2028, 3, 1)),
        (date(2026, 12, 31), date(2027, 5, 1)),  # April has no 31st
        (date(2026, 5, 31), date(2026, 10, 1)),  # September has no 31st
        (date(2026, 8, 31), date(2026, 12, 31)),
        (date(2026, 9, 1), date(2027, 1, 1)),
    ],
)
def test_four_months(day: date, expected: date) -> None:
    assert months_after(day, 4) == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (date(2026, 3, 2), 1, date(2026, 3, 3)),  # Monday to Tuesday
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # Friday to Monday
        (date(2026, 9, 4), 3, date(2026, 9, 10)),  # Friday; Monday is Labor Day: Tue, Wed, Thu
        (date(2026, 3, 7), 1, date(2026, 3, 9)),  # Saturday to Monday
    ],
)
def test_workdays_after(day: date, count: int, expected: date) -> None:
    assert workdays_after(HOLIDAYS, day, count) == expected
