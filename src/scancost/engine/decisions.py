"""The decisions of a run as the kernel's tables, and the texts that go with each.

What is shown and which way money at stake counts is asked of engine/orders.py, once a decision.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from scancost.engine.deciding import Decided, Decider
from scancost.engine.orders import reasons_of, shown
from scancost.engine.remembered import Remembered
from scancost.files.csv_rows import cell
from scancost.kernel import walk as k
from scancost.kernel.ledger import CREDITED, LIMITS_WIDTH
from scancost.rules.policies import ReadyPolicy

Needs = Callable[[tuple[str, ...]], str]
REASON_COLUMNS = (
    k.COPAY,
    k.DEDUCTIBLE,
    k.COINSURANCE,
    k.PENALTY,
    k.BALANCE_BILL,
    k.UNCOVERED,
    k.WRITE_OFF,
)  # whether they are zero makes the reasons; in the order of mask_of in columns/loops/lines.py


class ShownOf(NamedTuple):
    """What the lines of one decision show."""

    policy: str
    middle: str  # tier, protected, status
    status: str
    deductible_left: bool
    out_of_pocket_left: bool
    if_not_authorized: bool
    stake: int  # 1 or -1: which way plan_pays counts for what is at stake; 0 nothing is


class Decisions:
    """The decisions of a run, numbered as they were made, and the services they name."""

    def __init__(self, decider: Decider, needs: Needs) -> None:
        self.decided, self.services = decider.decisions, decider.services
        self.terms: list[int] = []
        self.limits: list[int] = []
        self.columns: list[tuple[int, int, int, int]] = []
        self.shown: list[ShownOf] = []
        self._offsets: dict[str, int] = {}
        self.endings = Remembered(self._ending)
        self.reasons = Remembered(self._reasons_of)
        self._said: Remembered[tuple[str, ...], str] = Remembered(lambda each: cell(needs(each)))
        rows: dict[tuple[int, ...], int] = {}
        for each in self.decided:
            decision = each.decision
            offset = self._offset(each.ready)
            places = [
                -1 if row is None else self._row(rows, row)
                for row in (decision.terms, decision.other_authorization, decision.other_purpose)
            ]
            limits_row = decision.limits_row + offset if decision.limits_row >= 0 else -1
            self.columns.append((limits_row, places[0], places[1], places[2]))
            self.shown.append(_shown_of(each))

    def needs_of(self, index: int, unstated: bool, after_rejected: bool) -> str:
        """The last column of a result of a decision, as a cell."""
        needs = self.decided[index].decision.needs
        needs += ("balances_not_stated",) if unstated else ()
        needs += ("after_rejected",) if after_rejected else ()
        return self._said[needs]

    def _ending(self, key: tuple[int, bool, bool]) -> str:
        """The same with the end of the line."""
        return f"{self.needs_of(*key)}\n"

    def _reasons_of(self, key: tuple[int, ...]) -> str:
        """The reason codes of a decision and of which of REASON_COLUMNS are not zero."""
        result = [0] * k.RESULT_WIDTH
        for column, amount in zip(REASON_COLUMNS, key[1:], strict=True):
            result[column] = int(amount)
        return reasons_of(self.decided[key[0]].decision, result)

    def _row(self, rows: dict[tuple[int, ...], int], row: tuple[int, ...]) -> int:
        if row not in rows:
            rows[row] = len(rows)
            self.terms += row
        return rows[row]

    def _offset(self, ready: ReadyPolicy) -> int:
        """Where the rows of limits of a policy start; references between rows move with them."""
        name = ready.policy.policy
        if name not in self._offsets:
            offset = len(self.limits) // LIMITS_WIDTH
            for at, value in enumerate(ready.limits):
                is_reference = at % LIMITS_WIDTH >= CREDITED and value >= 0
                self.limits.append(value + offset if is_reference else value)
            self._offsets[name] = offset
        return self._offsets[name]


def _shown_of(decided: Decided) -> ShownOf:
    """What a decision shows, from a result in which the plan pays one cent, and otherwise none."""
    decision = decided.decision
    result = [0] * k.RESULT_WIDTH
    result[k.PLAN_PAYS] = 1
    limits = decided.ready.policy.limits_of(decision.tier)
    found = shown(decision, limits, 0, result)
    protected = "true" if decision.is_protected else "false"
    return ShownOf(
        decided.ready.policy.policy,
        ",".join((decision.tier, protected, decision.status)),
        decision.status,
        found.deductible_left is not None,
        found.out_of_pocket_left is not None,
        found.patient_pays_if_not_authorized is not None,
        found.at_stake or 0,
    )
