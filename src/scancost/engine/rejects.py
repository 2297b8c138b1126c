"""Rows that are rejected: their lines, and whose later orders must say so (SPEC 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from scancost.engine.balances import Balances
from scancost.engine.faults import faults
from scancost.engine.reading import RowReader
from scancost.files.csv_rows import amount_cell, cell
from scancost.model.order import AMOUNTS, MET, REMAINING
from scancost.problems import Problem

Fault = Callable[[Problem], str]
_AMOUNTS = frozenset((*AMOUNTS, *MET, *REMAINING))
First = tuple[int, int]
"""The day (an ordinal; 0 where it cannot be told) and the row of an order."""


class Rejected(NamedTuple):
    """A rejected row: its line after the number, and the group whose later orders it concerns."""

    text: str
    group: str | None
    day: int


def rejected(reader: RowReader, row: list[str], fault: Fault) -> Rejected:
    """What is written of a bad row, and whom it concerns. The first problem is that of the column
    named beside it; the others name their own."""
    first, *others = faults(reader, row)
    at = reader.at
    column = first.at.split(".")[0]
    said = "; ".join(fault(problem) for problem in (replace(first, at=""), *others))
    own = ",".join(_own(reader, row))
    text = f"{cell(column)},{cell(said)},{own}\n"
    if len(row) != reader.width:
        return Rejected(text, None, 0)
    names = ("policy", "family_id", "member_id", "service_date")
    policy, family, member, day = (row[at[each]].strip() if each in at else "" for each in names)
    if not (family or member):
        return Rejected(text, None, 0)
    return Rejected(text, Balances.group(policy, family, member, 0), reader.day(day))


def _own(reader: RowReader, row: list[str]) -> Iterator[str]:
    """The row's own cells; where there are too many or too few, none is known to be an amount."""
    if len(row) != reader.width:
        return map(cell, row)
    pairs = zip(reader.columns, row, strict=True)
    return ((amount_cell if name in _AMOUNTS else cell)(text) for name, text in pairs)


def note(firsts: dict[str, First], bad: Rejected, number: int) -> None:
    """Remember the first rejected order of each group; an unknown day comes before all."""
    if bad.group is not None:
        when = (bad.day, number) if bad.day else (0, 0)
        firsts[bad.group] = min(when, firsts.get(bad.group, when))
