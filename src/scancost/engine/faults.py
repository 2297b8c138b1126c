"""What is wrong with a bad row of a batch: all of it, in the order of its columns.

Only rows that engine/reading.py does not vouch for come here. Each check runs where its own inputs
are known, whatever else is wrong (engine/term_faults.py: the terms). No personal value is quoted.
Read beside SPEC 3 and 7.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from scancost import amounts
from scancost.engine.deciding import BLANK, NEVER
from scancost.engine.orders import families_below, stated_faults
from scancost.engine.reading import RowReader
from scancost.engine.term_faults import Known
from scancost.model.order import AMOUNTS, DATES, IDS, MET, REMAINING, contradictions, last_service
from scancost.problems import Problem, Wrong
from scancost.rules.facts import check_in_force

Read = dict[str, Any]
"""The dates and amounts of a row; None for one that is blank or cannot be read."""


def faults(reader: RowReader, row: list[str]) -> list[Problem]:
    """Everything wrong with a row, in the order of its columns; never empty for a bad row.

    Columns that the file does not have come last. Raises BrokenPolicy where the row names one.
    """
    if len(row) != reader.width:
        return [Problem("csv_cells", {"cells": len(row), "columns": reader.width})]
    at, known = reader.at, reader.known(row)
    problems = list(known.problems)
    read = _read(reader, row, problems)
    for name in ("service_date", "allowed"):
        if name not in at or not row[at[name]].strip():
            problems.append(Problem("field_missing", {"key": name}, at=name))
    member, family = (row[at[name]].strip() if name in at else "" for name in IDS[1:3])
    day, _, birth, last = (read[name] for name in DATES)
    found = contradictions(day, birth, last, member, family)
    problems += [wrong.problem for wrong in found]
    problems += _undecided(reader, known, read, family, {problem.at for problem in problems})
    has_billed = "billed" in at and row[at["billed"]].strip() != ""
    problems += _money(known, read, family, has_billed)
    return sorted(problems, key=lambda problem: at.get(problem.at.split(".")[0], len(at)))


def _read(reader: RowReader, row: list[str], problems: list[Problem]) -> Read:
    """The dates and amounts of a row; what is none of them to `problems`."""
    readers: dict[str, Callable[[str], Any]] = dict.fromkeys(DATES[:3], amounts.day)
    readers["last_service_date"] = last_service
    readers |= dict.fromkeys((*AMOUNTS, *MET, *REMAINING), amounts.money)
    read: Read = {}
    for name, reads in readers.items():
        text = row[reader.at[name]].strip() if name in reader.at else ""
        try:
            read[name] = reads(text) if text else None
        except Wrong as wrong:
            read[name] = None
            problems.append(wrong.problem.located(None, name))
    return read


def _undecided(
    reader: RowReader, known: Known, read: Read, family: str, at_fault: set[str]
) -> list[Problem]:
    """Why there is no decision on an order, as far as its policy and date are known."""
    day, expires, birth, last = (read[name] for name in DATES)
    if known.ready is None or day is None:
        return []
    problems = []
    try:
        check_in_force(known.ready, day)
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, "service_date"))
    combination = known.combination
    if combination is None or (combination.needs_dates and at_fault & {*DATES[2:]}):
        return problems
    days = (day.toordinal(), *map(_ordinal, (expires, birth, last)))
    decided = reader.decided_on(combination, combination.is_family(family), days)
    return [*problems, decided] if isinstance(decided, Problem) else problems


def _ordinal(day: date | str | None) -> int:
    """A date as deciding takes it; the only text is `never`."""
    return BLANK if day is None else NEVER if isinstance(day, str) else day.toordinal()


def _money(known: Known, read: Read, family: str, has_billed: bool) -> list[Problem]:
    """What stands against the charge and the balances on every side of the network that may be
    meant."""
    sides = known.sides
    problems = []
    if sides and not has_billed and not any(side.is_contracted for side in sides):
        problems.append(Problem("billed_missing", {}, at="billed"))
    met, remaining = ([read[name] for name in names] for names in (MET, REMAINING))
    if not any(each is not None for each in (*met, *remaining)):
        return problems
    if known.ready is None or not sides:
        return problems + families_below(met, met)
    coverage = known.terms.coverage
    families = {family != "" if coverage is None else coverage == "family"}
    if "coverage" in known.doubted:
        families = {True, False}
    stated = [
        stated_faults(known.ready, tier, is_family, met, remaining)
        for tier in dict.fromkeys(side.tier for side in sides)
        for is_family in families
    ]
    in_any_case = [each for each in stated[0] if all(each in other for other in stated)]
    return problems + in_any_case
