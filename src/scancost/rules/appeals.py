"""The levels of appeal of each market, with their deadlines. Beside data/clocks.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from scancost.data.clocks import Clocks, LevelRule, Span, Stage, Start, Within
from scancost.data.sources import Source
from scancost.model.vocabulary import Market
from scancost.problems import Wrong
from scancost.rules.days import months_after, rolled


@dataclass(frozen=True)
class AppealLevel:
    """One level. `file_by` is the last day to file, None where its clock has not started: then
    `within` runs from what `starts` says, None where no time is set.

    `decision_by` is when the decision is due if it is filed on that last day; it is due
    `decision_days` or `decision_hours` after any filing. `notes` are ids of the table's notes.
    """

    level: str
    file_by: date | None
    decision_by: date | None
    decision_days: int | None
    decision_hours: int | None
    source: Source
    status: str
    notes: tuple[str, ...]
    starts: Start
    within: Within | None


@dataclass(frozen=True)
class _Denial:
    """What is known of a denial."""

    notice_date: date | None
    received_date: date | None
    final_denial_date: date | None
    stage: Stage
    urgent: bool


def appeal_levels(
    tables: Clocks,
    market: Market,
    *,
    notice_date: date | None,
    received_date: date | None,
    final_denial_date: date | None,
    stage: Stage,
    urgent: bool,
) -> tuple[AppealLevel, ...]:
    """The levels of a market in their order.

    `notice_date` is the date on the denial, `received_date` the day it came, `final_denial_date`
    the day the denial came that ends the first level. Raises Wrong for dates that contradict
    each other.
    """
    denial = _Denial(notice_date, received_date, final_denial_date, stage, urgent)
    _check(denial)
    return tuple(_level(tables, rule, denial) for rule in tables.appeals[market])


def amount_in_controversy(tables: Clocks, level: str, year: int) -> int | None:
    """What must be in dispute at a level, in cents, by the year of filing; None where any may be.

    Raises Wrong for a year that is not in the table.
    """
    found = tables.least_amounts.get(level)
    if found is None:
        return None
    if year not in found.years:
        raise Wrong("appeal_amount_year_missing", level=level, year=year)
    return found.years[year]


def _check(denial: _Denial) -> None:
    if denial.notice_date and denial.received_date and denial.received_date < denial.notice_date:
        raise Wrong("received_before_notice")
    first = denial.received_date or denial.notice_date
    if first and denial.final_denial_date and denial.final_denial_date < first:
        raise Wrong("final_denial_before_denial")


def _level(tables: Clocks, rule: LevelRule, denial: _Denial) -> AppealLevel:
    start, notes = _start(rule, denial)
    file_by = None if start is None else _file_by(tables, rule, start)
    span = _decision(rule, denial)
    if denial.urgent and denial.stage == "post_service" and "urgent" in rule.decision:
        notes = (*notes, "urgent_only_before_scan")
    decision_by = None
    if file_by is not None and span is not None:
        decision_by = file_by + timedelta(days=span.calendar_days)
    return AppealLevel(
        level=rule.level,
        file_by=file_by,
        decision_by=decision_by,
        decision_days=span.days if span else None,
        decision_hours=span.hours if span else None,
        source=rule.source,
        status=rule.status,
        notes=(*notes, *rule.notes),
        starts=rule.starts,
        within=rule.within,
    )


def _start(rule: LevelRule, denial: _Denial) -> tuple[date | None, tuple[str, ...]]:
    """The day a level's clock starts, and what was presumed for it."""
    if rule.starts == "final_denial":
        return denial.final_denial_date, ()
    if rule.starts == "notice":
        return denial.notice_date, ()
    if rule.starts != "receipt":
        return None, ()
    if denial.received_date is not None or denial.notice_date is None:
        return denial.received_date, ()
    presumed = denial.notice_date + timedelta(days=rule.presumed_receipt_days)
    return presumed, ("receipt_presumed" if rule.presumed_receipt_days else "counted_from_notice",)


def _file_by(tables: Clocks, rule: LevelRule, start: date) -> date | None:
    if rule.within is None:
        return None
    if rule.within.months is not None:
        day = months_after(start, rule.within.months)
    else:
        day = start + timedelta(days=rule.within.days or 0)
    return rolled(tables.holidays, day) if rule.rolls else day


def _decision(rule: LevelRule, denial: _Denial) -> Span | None:
    """The time to decide; the urgent one only for care that is still to come."""
    if denial.urgent and denial.stage == "pre_service" and "urgent" in rule.decision:
        return rule.decision["urgent"]
    return rule.decision.get(denial.stage)
