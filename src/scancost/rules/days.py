"""Days of the law: federal holidays, workdays, calendar months. Beside data/clocks.yaml."""

from __future__ import annotations

from datetime import date, timedelta

from scancost.data.clocks import WEEKDAYS, FixedHoliday, FloatingHoliday, Holidays
from scancost.data.guidelines import Interval

ONE_DAY = timedelta(days=1)
SATURDAY = 5
SUNDAY = 6


def holidays_of(holidays: Holidays, year: int) -> frozenset[date]:
    """The days on which the holidays of a year are observed (New Year's may be in the year before).

    Saturday's is observed on Friday, Sunday's on Monday (5 U.S.C. 6103).
    """
    fixed = {_observed(rule, year) for rule in holidays.fixed if year >= rule.first_year}
    return frozenset(fixed | {_nth(rule, year) for rule in holidays.floating})


def is_workday(holidays: Holidays, day: date) -> bool:
    """Whether a day is no Saturday, Sunday or federal holiday."""
    if day.weekday() >= SATURDAY:
        return False
    return day not in holidays_of(holidays, day.year) | holidays_of(holidays, day.year + 1)


def rolled(holidays: Holidays, day: date) -> date:
    """The day, or the next workday where it is none."""
    while not is_workday(holidays, day):
        day += ONE_DAY
    return day


def workdays_after(holidays: Holidays, day: date, count: int) -> date:
    """The `count`-th workday after a day."""
    while count:
        day += ONE_DAY
        count -= is_workday(holidays, day)
    return day


def months_after(day: date, months: int) -> date:
    """The same day number so many months on, or the first of the month after where there is none.

    Source: 45 CFR 147.136(d)(2)(i), by which October 30 and four months come to March 1.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return months_after(day.replace(day=1), months + 1)


def interval_met_from(interval: Interval, year_counts_from: str, last: date) -> date | None:
    """The first day on which the interval since `last` is surely met; None where it never is."""
    if interval.kind == "once":
        return None
    if interval.months is None and year_counts_from == "month_end":
        return date(last.year + 1, last.month, 1)
    return months_after(last, interval.months if interval.months is not None else 12)


def _observed(rule: FixedHoliday, year: int) -> date:
    day = date(year, rule.month, rule.day)
    if day.weekday() == SATURDAY:
        return day - ONE_DAY
    return day + ONE_DAY if day.weekday() == SUNDAY else day


def _nth(rule: FloatingHoliday, year: int) -> date:
    """The n-th such weekday of the month; the fifth means the last."""
    first = date(year, rule.month, 1)
    ahead = (WEEKDAYS.index(rule.weekday) - first.weekday()) % 7
    day = first + timedelta(days=ahead + 7 * (rule.nth - 1))
    return day if day.month == rule.month else day - timedelta(days=7)
