"""One partition of a batch, a column at a time: its orders for the kernel, its lines and its sums.

A column costs one call into C, where a row would cost a call of Python for each of its cells.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import repeat
from operator import not_
from typing import NamedTuple, TypeVar

from scancost.engine.deciding import KIND_BITS, KIND_MASK
from scancost.engine.decisions import REASON_COLUMNS, Decisions
from scancost.files.csv_rows import cell
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN

K = TypeVar("K")
MOST_TEXTS = 50_000  # amounts whose text is remembered
CENTS = [f".{cents:02d}" for cents in range(100)]
LINE_AMOUNTS = (  # the columns of a line from `allowed` to `provider_writeoff`
    k.WORKSHEET,
    k.COPAY,
    k.DEDUCTIBLE,
    k.COINSURANCE,
    k.PENALTY,
    k.BALANCE_BILL,
    k.UNCOVERED,
    k.PATIENT_PAYS,
    k.PLAN_PAYS,
    k.WRITE_OFF,
)
SUMMED = {
    "allowed": k.WORKSHEET,
    "patient_pays": k.PATIENT_PAYS,
    "plan_pays": k.PLAN_PAYS,
    "provider_writeoff": k.WRITE_OFF,
}


class Numbers(dict[K, int]):
    """Numbers its keys as they come."""

    def __missing__(self, key: K) -> int:
        number = self[key] = len(self)
        return number


class Waiting(NamedTuple):
    """The orders of a partition by column, as the rows of a spool have them: day (an ordinal), row
    number, group, member id, decision, cents (or UNKNOWN), what is stated, order id."""

    day: tuple[int, ...]
    number: tuple[int, ...]
    group: tuple[str, ...]
    member_id: tuple[str, ...]
    decided: tuple[int, ...]
    billed: tuple[int, ...]
    allowed: tuple[int, ...]
    cash_price: tuple[int, ...]
    stated: tuple[tuple[int, int, int, int], ...]
    order_id: tuple[str, ...]


def kernel_orders(
    waiting: Waiting,
    decisions: Decisions,
    members: Numbers[tuple[str, str]],
    families: Numbers[str],
) -> list[int]:
    """The orders as kernel/walk.py takes them; numbers the members and families as they come."""
    count = len(waiting.day)
    who = zip(waiting.group, waiting.member_id, strict=True)
    by_column: dict[int, Iterable[int]] = {
        k.BILLED: waiting.billed,
        k.ALLOWED: waiting.allowed,
        k.CASH_PRICE: waiting.cash_price,
        k.DAY: waiting.day,
        k.MEMBER: map(members.__getitem__, who),
        k.FAMILY: map(families.__getitem__, waiting.group),
    }
    kinds = (index & KIND_MASK for index in waiting.decided)
    decided = zip(*map(decisions.columns.__getitem__, kinds), strict=True)
    by_column |= dict(enumerate(decided, k.LIMITS))
    by_column |= dict(enumerate(zip(*waiting.stated, strict=True), k.STATED_DEDUCTIBLE))
    orders = [0] * (count * k.ORDER_WIDTH)
    for column, values in by_column.items():
        orders[column :: k.ORDER_WIDTH] = values
    return orders


class Settled:
    """The results of a partition by column, with what its lines show (ShownOf in decisions.py)."""

    def __init__(self, waiting: Waiting, results: list[int], decisions: Decisions) -> None:
        self.waiting = waiting
        self.result = [results[column :: k.RESULT_WIDTH] for column in range(k.RESULT_WIDTH)]
        self.decisions = decisions
        self.kinds = [index & KIND_MASK for index in waiting.decided]
        (
            self.policy,
            self.middle,
            self.status,
            self.has_deductible_left,
            self.has_out_of_pocket_left,
            self.has_other_answer,
            self.sign,
        ) = zip(*map(decisions.shown.__getitem__, self.kinds), strict=True)
        plan_pays, otherwise = self.result[k.PLAN_PAYS], self.result[k.OTHER_PLAN_PAYS]
        signs = zip(self.sign, plan_pays, otherwise, strict=True)
        self.at_stake = [sign * (pays - other) for sign, pays, other in signs]

    def lines(self, after: Iterable[bool], from_start_of_year: bool) -> list[str]:
        """The lines, each with its end. `after` says which come after a rejected order."""
        waiting, result, decisions = self.waiting, self.result, self.decisions
        index, numbers = self.kinds, list(map(str, waiting.number))
        services = decisions.services
        zeros = (map(bool, result[column]) for column in REASON_COLUMNS)
        unstated = repeat(False) if from_start_of_year else map(not_, result[k.WAS_STATED])
        columns: tuple[Iterable[str], ...] = (
            numbers,
            [cell(order) or row for order, row in zip(waiting.order_id, numbers, strict=True)],
            map(cell, waiting.member_id),
            self.policy,
            _days(waiting.day),
            [services[each >> KIND_BITS] for each in waiting.decided],
            self.middle,
            _amounts(waiting.billed),
            *(_amounts(result[column]) for column in LINE_AMOUNTS),
            _amounts_where(self.has_deductible_left, result[k.DEDUCTIBLE_LEFT]),
            _amounts_where(self.has_out_of_pocket_left, result[k.OUT_OF_POCKET_LEFT]),
            _amounts_where(self.has_other_answer, result[k.OTHER_PATIENT_PAYS]),
            _amounts(result[k.PURPOSE_PATIENT_PAYS]),
            _amounts_where(self.sign, self.at_stake),
            map(decisions.reasons.__getitem__, zip(index, *zeros, strict=True)),
            map(decisions.endings.__getitem__, zip(index, unstated, after, strict=False)),
        )
        return list(map(",".join, zip(*columns, strict=True)))

    def totals(self) -> dict[str, int]:
        """What the orders come to, in cents."""
        totals = {name: sum(self.result[column]) for name, column in SUMMED.items()}
        return totals | {"billed": sum(self.waiting.billed), "at_stake": sum(self.at_stake)}


def _days(days: tuple[int, ...]) -> Iterable[str]:
    texts = {day: date.fromordinal(day).isoformat() for day in set(days)}
    return map(texts.__getitem__, days)


class MoneyTexts(dict[int, str]):
    """The text of so many cents as amounts.money_text writes it, "" of UNKNOWN; some are remembered."""

    def __missing__(self, cents: int) -> str:
        if len(self) >= MOST_TEXTS:
            self.clear()
        text = self[cents] = "" if cents == UNKNOWN else f"{cents // 100}{CENTS[cents % 100]}"
        return text


_texts = MoneyTexts()


def _amounts(cents: Iterable[int]) -> Iterable[str]:
    return map(_texts.__getitem__, cents)


def _amounts_where(shows: Iterable[object], cents: Iterable[int]) -> list[str]:
    """The same, blank where an amount is not shown."""
    texts = _texts
    pairs = zip(shows, cents, strict=True)
    return [texts[each] if is_shown else "" for is_shown, each in pairs]
