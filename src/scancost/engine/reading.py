"""Rows of a batch into orders ready for the walk: a column at a time, then each row is judged.

Good rows come out; of any other engine/faults.py says what is wrong with it, and it alone. Read
beside SPEC 3 and 7, and engine/deciding.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count, repeat
from operator import itemgetter
from typing import Any, NamedTuple

from scancost import amounts
from scancost.engine.deciding import (
    BLANK,
    NEVER,
    NO_DAY,
    REQUIRED,
    BrokenPolicy,
    Combination,
    Days,
    Decided,
    Decider,
    Edges,
)
from scancost.engine.orders import Stated, stated_met, whole_limits
from scancost.engine.remembered import MOST, Remembered
from scancost.engine.term_faults import Known, known_of
from scancost.files.csv_rows import Sheet
from scancost.files.library import Library
from scancost.kernel.ledger import UNKNOWN
from scancost.model.order import DATES, FIELDS, MET, REMAINING, TERMS
from scancost.problems import Place, Problem, Problems, Wrong

__all__ = ["BrokenPolicy", "Combination", "Decided", "Row", "RowReader"]

BAD = UNKNOWN - 1  # for an amount that is none
NOTHING: Stated = (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)

Good = tuple[int, int, Decided, int, int, int, Stated, str, str, str]
"""The values of a Row: a plain tuple, because a million of them are made."""


class Row(NamedTuple):
    """A good row. Amounts in cents or UNKNOWN; `day` is the date's ordinal."""

    number: int
    day: int
    decided: Decided
    billed: int
    allowed: int
    cash_price: int
    stated: Stated
    order_id: str
    member_id: str
    family_id: str


class RowReader(Decider):
    """Reads the rows of one sheet, many at a time (`read_all`) or one (`read`)."""

    def __init__(self, sheet: Sheet, library: Library, most: int = MOST) -> None:
        self.columns, self.width = sheet.columns, len(sheet.columns)
        self.at = {name: index for index, name in enumerate(sheet.columns)}
        missing = [name for name in REQUIRED if name not in self.at]
        if missing:
            place = Place(sheet.name, 1, 1)
            raise Problems([Problem("csv_columns_missing", {"columns": missing}, place)])
        unknown = [name for name in sheet.columns if name not in FIELDS and name]
        self.unknown = list(dict.fromkeys(unknown))
        super().__init__(library, [name for name in TERMS if name in self.at], most)
        self._terms: Callable[[Sequence[Any]], tuple[Any, ...]]
        self._terms = itemgetter(*(self.at[name] for name in self.present))
        self._balances = [self.at[name] for name in (*MET, *REMAINING) if name in self.at]
        self._known = Remembered(self._terms_known, most // 4)
        self._days = Remembered(ordinal_of, most)
        self._last_days = Remembered(last_ordinal_of, most)

    def _terms_known(self, cells: tuple[str, ...]) -> Known:
        return known_of(dict(zip(self.present, cells, strict=True)), self.policy)

    def read(self, row: list[str], number: int) -> Row | None:
        """The row, or None where something is wrong with it (ask engine/faults.py)."""
        good = self.read_all([row], number)[0]
        return None if good is None else Row(*good)

    def read_all(self, rows: list[list[str]], first: int) -> list[Good | None]:
        """Rows from number `first` on; None in place of one with which something is wrong."""
        width = self.width
        blank = [""] * width  # stands for a row of another width: blank terms are never good
        columns = list(zip(*(row if len(row) == width else blank for row in rows), strict=True))
        return self._judged(
            zip(
                count(first),
                rows,
                map(self.combinations.__getitem__, zip(*self._terms(columns), strict=True)),
                zip(*self._dates(columns), strict=False),
                self._column(columns, "billed", cents_of, UNKNOWN),
                self._column(columns, "allowed", cents_of, UNKNOWN),
                self._column(columns, "cash_price", cents_of, UNKNOWN),
                self._states(columns),
                self._column(columns, "order_id", str.strip, ""),
                zip(
                    self._column(columns, "member_id", str.strip, ""),
                    self._column(columns, "family_id", str.strip, ""),
                    strict=False,
                ),
                strict=False,
            )
        )

    def _column(
        self, columns: Sequence[Sequence[str]], name: str, find: Callable[[str], Any], absent: Any
    ) -> Iterable[Any]:
        """What `find` gives for each cell of a column; `absent` where there is no such column."""
        at = self.at.get(name)
        return repeat(absent) if at is None else map(find, columns[at])

    def _dates(self, columns: Sequence[Sequence[str]]) -> list[Iterable[int]]:
        """The columns of DATES as ordinals."""
        finds = (*repeat(self._days.__getitem__, 3), self._last_days.__getitem__)
        return [
            self._column(columns, name, find, BLANK)
            for name, find in zip(DATES, finds, strict=True)
        ]

    def _states(self, columns: Sequence[Sequence[str]]) -> Iterable[bool]:
        """Whether each row may state a balance."""
        if not self._balances:
            return repeat(False)
        return map(any, zip(*(columns[at] for at in self._balances), strict=True))

    def _judged(self, rows: Iterable[tuple[Any, ...]]) -> list[Good | None]:
        """Each row where nothing speaks against it, else None: engine/faults.py says what does."""
        found: list[Good | None] = []
        append, decided_on = found.append, self.decided_on
        for number, cells, combination, days, billed, allowed, cash, states, order, who in rows:
            day, expires, birth, last = days
            member, family = who
            append(None)
            if not (
                type(combination) is Combination
                and combination.first_day <= day <= combination.last_day
                and birth <= day >= last
                and expires != NO_DAY
                and (member or not family)
                and allowed >= 0
                and billed != BAD != cash
            ):
                continue
            coverage = combination.coverage
            is_family = family != "" if coverage is None else coverage
            decided = decided_on(combination, is_family, days)
            if type(decided) is not Decided or (billed < 0 and not decided.decision.is_contracted):
                continue
            stated = self._stated(cells, decided, is_family) if states else NOTHING
            if stated is not None:
                amounts_of = (allowed if billed == UNKNOWN else billed, allowed, cash, stated)
                found[-1] = (number, day, decided, *amounts_of, order, member, family)
        return found

    def _stated(self, cells: list[str], decided: Decided, is_family: bool) -> Stated | None:
        """What a row states as met; None where that cannot be."""

        def given(name: str) -> int | None:
            text = cells[self.at[name]] if name in self.at else ""
            return amounts.money(text) if text.strip() else None

        try:
            met = [given(name) for name in MET]
            remaining = [given(name) for name in REMAINING]
            return stated_met(decided.ready, decided.decision.tier, is_family, met, remaining)
        except Wrong:
            return None

    def day(self, text: str) -> int:
        """The ordinal of a date; 0 where it cannot be told."""
        day = self._days[text]
        return 0 if day == NO_DAY else day

    def forget(self) -> None:
        for known in (self._known, self._days, self._last_days):
            known.forget()
        super().forget()

    def known(self, row: list[str]) -> Known:
        """What can be told of the terms of a row with which something is wrong."""
        return self._known[self._terms(row)]

    # -- for the compiled path (engine/columns) --------------------------------------------

    def combination(self, row: list[str]) -> Combination | None:
        """What the terms of a row come to; None where something is wrong with them."""
        return self.combinations[self._terms(row)]

    def decided(
        self, combination: Combination, has_family: bool, days: Days
    ) -> tuple[Decided, Stated]:
        """The decision on a row of these days, and the whole limits that "remaining" is of (or
        UNKNOWN), in the order of BALANCES. Raises Wrong."""
        is_family = has_family if combination.coverage is None else combination.coverage
        decided = self.decided_on(combination, is_family, days)
        if isinstance(decided, Problem):
            raise Wrong(decided.id)
        if not self._balances:
            return decided, NOTHING
        limits = decided.ready.policy.limits_of(decided.decision.tier)
        return decided, whole_limits(limits, is_family)

    @staticmethod
    def edges(combination: Combination) -> Edges:
        """What tells the dates of such rows apart: see Combination."""
        return combination.edges


def ordinal_of(text: str) -> int:
    """The ordinal of a date, BLANK for an empty cell, NO_DAY for anything else."""
    try:
        return amounts.day(text).toordinal() if text.strip() else BLANK
    except Wrong:
        return NO_DAY


def last_ordinal_of(text: str) -> int:
    """The same of the date of the last screening, NEVER for `never`."""
    return NEVER if text.strip().lower() == "never" else ordinal_of(text)


def cents_of(text: str) -> int:
    """Cents of a cell, UNKNOWN for an empty one, BAD for what is no amount; the usual `1250.00`
    without a regex."""
    if text[-3:-2] == "." and 4 <= len(text) <= 12 and text.isascii():
        digits = text.replace(".", "", 1)
        if digits.isdecimal():
            return int(digits)
    try:
        return amounts.money(text) if text.strip() else UNKNOWN
    except Wrong:
        return BAD
