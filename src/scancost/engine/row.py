"""One row of a batch in full: the same order, with the balances it had when its turn came."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import NamedTuple

from scancost.engine.balances import Balances, ledger_of
from scancost.engine.estimate import Estimate, Line, Span, decision_on
from scancost.engine.faults import faults
from scancost.engine.lines import Decided
from scancost.engine.orders import Ledger, Stated, reasons_of, shown
from scancost.engine.reading import Row, RowReader
from scancost.engine.rejects import First, note, rejected
from scancost.files.csv_rows import Sheet
from scancost.kernel import walk as k
from scancost.kernel.ledger import LIMITS_POOL, LIMITS_WIDTH, POOLS, UNKNOWN
from scancost.model.order import FIELDS, Order
from scancost.problems import Place, Problem, Problems
from scancost.rules.findings import Finding

NOT_STATED = "balances_not_stated"
OpenSheet = Callable[[], tuple[Sheet, RowReader]]
"""Opens the file anew: it is read twice, so that memory grows with one family only."""


def explain_row(
    open_sheet: OpenSheet,
    number: int,
    balances: Callable[[RowReader], Balances],
    from_start_of_year: bool = False,
) -> Estimate:
    """The estimate of data row `number`, settled after the rows of its family that come before it.

    Raises Problems where there is no such row or it is rejected (with everything wrong with it).
    """
    target, cells = _target(open_sheet, number)
    sheet, reader = open_sheet()
    family: list[Row] = []
    firsts: dict[str, First] = {}
    for at, texts in enumerate(sheet.rows, start=1):
        row = reader.read(texts, at)
        if row is None:
            note(firsts, rejected(reader, texts, lambda problem: problem.id), at)
        elif _together(row, target):
            family.append(row)
    family.sort(key=lambda row: (row.day, row.number))
    until = next(index for index, row in enumerate(family) if row.number == number)
    found = _settled(family[: until + 1], cells, sheet, balances(reader), firsts)
    return _since_start(found) if from_start_of_year else found


def _since_start(found: Estimate) -> Estimate:
    """Where the orders start with the benefit year, nothing stated means nothing met."""
    line = found.lines[0]
    needs = tuple(need for need in line.decision.needs if need != NOT_STATED)
    return replace(found, lines=(replace(line, decision=line.decision._replace(needs=needs)),))


def _target(open_sheet: OpenSheet, number: int) -> tuple[Row, list[str]]:
    sheet, reader = open_sheet()
    for at, texts in enumerate(sheet.rows, start=1):
        if at == number:
            row = reader.read(texts, at)
            if row is None:
                place = Place(f"{sheet.name} row {number}")
                raise Problems([each.located(place) for each in faults(reader, texts)])
            return row, texts
    raise Problems([Problem("row_missing", {"row": number}, Place(sheet.name), "row")])


def _together(row: Row, other: Row) -> bool:
    """Whether two rows share accumulators: one policy, and one family (or member alone)."""
    if row.decided.ready.policy.policy != other.decided.ready.policy.policy:
        return False
    if other.family_id or row.family_id:
        return row.family_id == other.family_id
    if other.member_id or row.member_id:
        return row.member_id == other.member_id
    return row.number == other.number


def _settled(
    rows: list[Row],
    cells: list[str],
    sheet: Sheet,
    balances: Balances,
    firsts: dict[str, First],
) -> Estimate:
    last = rows[-1]
    ready = last.decided.ready
    group = balances.group(ready.policy.policy, last.family_id, last.member_id, last.number)
    members: dict[tuple[str, str], int] = {}
    for row in rows:
        members.setdefault((group, row.member_id), len(members))
    orders, terms = _kernel_orders(rows, [members[group, row.member_id] for row in rows])
    starts = (start for start in balances.starts() if start[0] == group)
    ledger = ledger_of(members, {group: 0}, starts)
    before = len(rows) - 1
    ledger.walk(before, orders, terms, list(ready.limits))
    turn = _Turn(ledger, orders[before * k.ORDER_WIDTH :], terms, list(ready.limits))
    fields = {
        name: text
        for name, text in zip(sheet.columns, cells, strict=True)
        if name in FIELDS and text.strip()
    }
    order = Order.model_validate(fields)
    line = _line(last, order, turn, firsts.get(group))
    met = {"deductible": max(line.stated[0], 0), "out_of_pocket": max(line.stated[1], 0)}
    found = Finding("row_balances", {"rows": before, **met})
    return Estimate(ready, order, (replace(line, findings=(found, *line.findings)),))


class _Turn(NamedTuple):
    """The turn of a row: the accumulators before it, and the row as the kernel's order."""

    ledger: Ledger
    order: list[int]
    terms: list[int]
    limits: list[int]

    def settled(self, changes: dict[int, int] | None = None) -> tuple[list[int], Ledger]:
        """The result with these columns of the order changed, and the accumulators after it."""
        ledger, order = deepcopy(self.ledger), list(self.order)
        for column, value in (changes or {}).items():
            order[column] = value
        return ledger.walk(1, order, self.terms, self.limits), ledger

    def met(self) -> Stated:
        """What was met in its tier when its turn came, what it states itself included: an order of
        $0.00 leaves what it finds."""
        if self.order[k.LIMITS] < 0:
            return (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)
        _, ledger = self.settled({k.BILLED: 0, k.ALLOWED: 0})
        pool = self.limits[self.order[k.LIMITS] * LIMITS_WIDTH + LIMITS_POOL]
        at = self.order[k.MEMBER] * POOLS + pool
        mine = ledger.deductible[at], ledger.out_of_pocket[at]
        return (*mine, ledger.family_deductible[pool], ledger.family_out_of_pocket[pool])

    def otherwise(self, which: int) -> list[int] | None:
        """The result by another row of terms (OTHER_AUTHORIZATION, OTHER_PURPOSE), if there is one."""
        other = self.order[which]
        changed = {k.TERMS: other, k.OTHER_AUTHORIZATION: -1, k.OTHER_PURPOSE: -1}
        return self.settled(changed)[0] if other >= 0 else None


def _line(last: Row, order: Order, turn: _Turn, first: First | None) -> Line:
    """The row as an answer; all of it is known, as in the batch. `first` is the first rejected order
    of its family."""
    ready = last.decided.ready
    decision = decision_on(ready, order)  # the batch's may name another service treated alike
    limits = ready.policy.limits_of(decision.tier)
    result, _ = turn.settled()
    decision = decision._replace(needs=(*decision.needs, *_needs(last, result, first)))
    other, unpreventive = map(turn.otherwise, (k.OTHER_AUTHORIZATION, k.OTHER_PURPOSE))
    met = turn.met()
    return Line(
        ready,
        order,
        decision,
        decision.findings,
        shown(decision, limits, last.billed, result),
        tuple(result[: k.W_PLAN_PAYS + 1]),
        reasons_of(decision, result),
        (),
        other_pays=_exactly(other),
        unpreventive=_exactly(unpreventive),
        stated=met,
        row=last.number,
        charged=turn.ledger.charged_on(turn.order[k.MEMBER], last.day),
        among=(Decided(order, decision, met),),
    )


def _exactly(result: list[int] | None) -> Span | None:
    """What the patient pays by a result, as the least and the most."""
    return None if result is None else (result[k.PATIENT_PAYS], result[k.PATIENT_PAYS])


def _kernel_orders(rows: list[Row], members: list[int]) -> tuple[list[int], list[int]]:
    """The rows as the kernel's orders of one family, and their terms."""
    orders: list[int] = []
    terms: list[int] = []
    for row, member in zip(rows, members, strict=True):
        decision = row.decided.decision
        orders += (row.billed, row.allowed, row.cash_price, row.day, member, 0)
        orders.append(decision.limits_row)
        for each in (decision.terms, decision.other_authorization, decision.other_purpose):
            orders.append(len(terms) // k.TERMS_WIDTH if each is not None else -1)
            terms += each or ()
        orders += row.stated
    return orders, terms


def _needs(row: Row, result: list[int], first: First | None) -> tuple[str, ...]:
    """What a batch adds to what a row needs; `first` is the first rejected order of its family."""
    is_after = first is not None and first < (row.day, row.number)
    unstated = (NOT_STATED,) if not result[k.WAS_STATED] else ()
    return (*unstated, *(("after_rejected",) if is_after else ()))
