"""Clocks before a scan and after its bill: authorization decisions and good-faith estimates.

Beside data/clocks.yaml; the levels of appeal stand in rules/appeals.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from scancost.data.clocks import AuthorizationRule, Clocks
from scancost.data.sources import Source
from scancost.model.vocabulary import Market
from scancost.problems import Wrong
from scancost.rules.days import workdays_after


@dataclass(frozen=True)
class AuthorizationClock:
    """How fast the plan must decide, so by when to ask at the latest for a decision by the scan.

    Without a federal clock every number and date is None, and `notes` say why.
    """

    decision_days: int | None
    decision_hours: int | None
    extension_days: int | None
    ask_by: date | None
    ask_by_if_extended: date | None
    source: Source
    status: str
    notes: tuple[str, ...]


def authorization_clock(
    tables: Clocks, market: Market, urgent: bool, service_date: date
) -> AuthorizationClock:
    """The clock of a market for a scan on that date. Days are calendar days.

    A rule binds requests received within its window, so the last day to ask decides which one
    holds. Raises Wrong for a date on which the table has no rule.
    """
    found = [
        clock
        for rule in tables.authorization[market]
        if (clock := _clock(rule, urgent, service_date)) is not None
    ]
    if not found:
        raise Wrong("clock_missing", market=market, day=service_date)
    return max(found, key=lambda clock: clock.ask_by or service_date)


def _clock(rule: AuthorizationRule, urgent: bool, service_date: date) -> AuthorizationClock | None:
    """The clock of one rule, or None where nobody can ask in time within its window."""
    span = rule.urgent if urgent else rule.standard
    if span is None:
        return AuthorizationClock(
            None, None, None, None, None, rule.source, rule.status, rule.notes
        )
    ask_by = service_date - timedelta(days=span.calendar_days)
    if rule.requests_before is not None and ask_by >= rule.requests_before:
        ask_by = rule.requests_before - timedelta(days=1)
    if rule.requests_from is not None and ask_by < rule.requests_from:
        return None
    extension = span.extension_days
    extended = ask_by - timedelta(days=extension) if extension is not None else None
    return AuthorizationClock(
        span.days, span.hours, extension, ask_by, extended, rule.source, rule.status, rule.notes
    )


def days_left(file_by: date, today: date) -> int:
    """Days until a deadline: 0 on its day, negative after it."""
    return (file_by - today).days


def dispute_by(tables: Clocks, bill_date: date) -> date:
    """The last day to dispute a bill above a good-faith estimate, from the date on the bill."""
    return bill_date + timedelta(days=tables.good_faith_estimate.dispute_days)


def may_dispute(tables: Clocks, estimated: int, billed: int) -> bool:
    """Whether one provider's bill is far enough above its estimate; both in cents."""
    return billed - estimated >= tables.good_faith_estimate.dispute_from


def estimate_due(tables: Clocks, asked_on: date, service_date: date | None) -> date | None:
    """When a good-faith estimate is due: for a scan scheduled on `asked_on`, or on request.

    None where the scan is scheduled so shortly ahead that none is owed.
    """
    terms = tables.good_faith_estimate
    if service_date is None:
        return workdays_after(tables.holidays, asked_on, terms.on_request)
    within = None
    for due in terms.due:
        if workdays_after(tables.holidays, asked_on, due.scheduled_ahead) <= service_date:
            within = due.within
    return None if within is None else workdays_after(tables.holidays, asked_on, within)
