"""What is wrong with a bad row of a batch: all of it, in the order of its columns.

Only rows that engine/reading.py does not vouch for come here. No personal value is quoted. Read
beside SPEC 3 and 7.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scancost import amounts
from scancost.engine.orders import stated_met
from scancost.engine.reading import Combination, RowReader
from scancost.model.order import AMOUNTS, DATES, IDS, MET, REMAINING, contradiction, last_service
from scancost.problems import Problem, Wrong
from scancost.rules.facts import Dates, check_in_force, derive


def faults(reader: RowReader, row: list[str]) -> list[Problem]:
    """Everything wrong with a row, in the order of its columns; never empty for a bad row."""
    if len(row) != reader.width:
        return [Problem("csv_cells", {"cells": len(row), "columns": reader.width})]
    combination = reader.combination(row)
    problems = [] if isinstance(combination, Combination) else list(combination)
    at, read = reader.at, _read(reader, row, problems)
    for name in ("service_date", "allowed"):
        if name not in at or not row[at[name]].strip():
            problems.append(Problem("field_missing", {"key": name}, at=name))
    if not problems and isinstance(combination, Combination):
        problems = _deeper(reader, row, combination, read)
    return sorted(problems, key=lambda problem: at.get(problem.at.split(".")[0], -1))


def _read(reader: RowReader, row: list[str], problems: list[Problem]) -> dict[str, Any]:
    """The dates and amounts of a row, None for a blank one; what is none of them to `problems`."""
    readers: dict[str, Callable[[str], Any]] = dict.fromkeys(DATES[:3], amounts.day)
    readers["last_service_date"] = last_service
    readers |= dict.fromkeys((*AMOUNTS, *MET, *REMAINING), amounts.money)
    read: dict[str, Any] = {}
    for name, reads in readers.items():
        text = row[reader.at[name]].strip() if name in reader.at else ""
        try:
            read[name] = reads(text) if text else None
        except Wrong as wrong:
            problems.append(wrong.problem.located(None, name))
    return read


def _deeper(
    reader: RowReader, row: list[str], combination: Combination, read: dict[str, Any]
) -> list[Problem]:
    """What stands against a row whose fields are each well formed."""
    at = reader.at
    member, family = (row[at[name]].strip() if name in at else "" for name in IDS[1:3])
    problems = []
    dates = Dates(*(read[name] for name in DATES))
    found = contradiction(dates[0], dates[2], dates[3], member, family)
    if found is not None:
        problems.append(found.problem)
    try:
        check_in_force(combination.ready, dates[0])
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, "service_date"))
    is_family = combination.is_family(family)
    try:
        facts = derive(combination.ready, combination.terms, dates, is_family)
        decided = reader.decided_for(combination, facts)
        if isinstance(decided, Problem):
            return [*problems, decided]
        if read["billed"] is None and not decided.decision.is_contracted:
            problems.append(Problem("billed_missing", {}, at="billed"))
        met, remaining = ([read[name] for name in names] for names in (MET, REMAINING))
        stated_met(decided.ready, decided.decision.tier, is_family, met, remaining)
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, wrong.problem.at or "service"))
    return problems
