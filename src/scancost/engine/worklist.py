"""The worklist of a batch: the orders that need an authorization, the latest date to ask first.

It is read from the results as written, so it is the same whichever engine wrote them, and whatever
kind of table they are. Memory does not grow with the orders on the list (engine/sorting.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from scancost.amounts import money, money_text
from scancost.engine.law import clocks
from scancost.engine.sorting import Sorted
from scancost.files.csv_rows import Sheet, line
from scancost.problems import Wrong
from scancost.rules.clocks import authorization_clock
from scancost.rules.policies import ReadyPolicy

ECHOED = ("row", "order_id", "member_id", "policy", "service_date", "service", "tier", "status")
NO_CLOCK = "9"  # after all dates
COLUMNS = ("ask_by", *ECHOED, "at_stake", "needs")


class Waiting(NamedTuple):
    """One order whose authorization is required and not approved.

    `ask_by` is the last day on which the plan must still decide by the service date under the
    standard clock of its market, "" where no federal clock binds it. `at_stake` is in cents.
    """

    ask_by: str
    at_stake: int
    number: int
    cells: tuple[str, ...]


class Worklist:
    """Waiting orders: by date to ask, most at stake first; those without a clock last."""

    def __init__(self) -> None:
        self._sorted: Sorted[tuple[str, int, int, tuple[str, ...]]] = Sorted()

    def add(self, each: Waiting) -> None:
        self._sorted.add((each.ask_by or NO_CLOCK, -each.at_stake, each.number, each.cells))

    def __len__(self) -> int:
        return len(self._sorted)

    def __iter__(self) -> Iterator[Waiting]:
        for ask_by, stake, number, cells in self._sorted:
            yield Waiting("" if ask_by == NO_CLOCK else ask_by, -stake, number, cells)


def worklist(results: Sheet, policy: Callable[[str], ReadyPolicy]) -> Worklist:
    """Every waiting order of these results."""
    at = {name: index for index, name in enumerate(results.columns)}
    found = Worklist()
    known: dict[tuple[str, str], str] = {}
    for cells in results.rows:
        stake = cells[at["at_stake"]]
        if not stake:
            continue
        asked = (cells[at["policy"]], cells[at["service_date"]])
        if asked not in known:
            known[asked] = _ask_by(policy(asked[0]), date.fromisoformat(asked[1]))
        cents = money(stake)  # 800.00; a workbook has 800
        echoed = (cells[at[name]] for name in ECHOED)
        texts = (*echoed, money_text(cents), cells[at["needs"]])
        found.add(Waiting(known[asked], cents, int(cells[at["row"]]), texts))
    return found


def _ask_by(ready: ReadyPolicy, service_date: date) -> str:
    try:
        clock = authorization_clock(clocks(), ready.policy.market, False, service_date)
    except Wrong:
        return ""
    return clock.ask_by.isoformat() if clock.ask_by is not None else ""


def lines(found: Iterable[Waiting]) -> Iterator[str]:
    """The worklist as CSV."""
    yield line(list(COLUMNS))
    for each in found:
        yield line([each.ask_by, *each.cells])
