"""One row of a batch in full: the same order, with the balances it had when its turn came."""

from __future__ import annotations

from collections.abc import Callable

from scancost.engine.balances import Balances
from scancost.engine.estimate import Estimate, Line, decision_on
from scancost.engine.faults import faults
from scancost.engine.orders import Ledger, reasons_of, shown
from scancost.engine.reading import Row, RowReader
from scancost.engine.rejects import First, note, rejected
from scancost.files.csv_rows import Sheet
from scancost.kernel import walk as k
from scancost.kernel.ledger import LIMITS_POOL, LIMITS_WIDTH, POOLS
from scancost.model.order import FIELDS, Order
from scancost.problems import Place, Problem, Problems
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy

OpenSheet = Callable[[], tuple[Sheet, RowReader]]
"""Opens the file anew: it is read twice, so that memory grows with one family only."""


def explain_row(
    open_sheet: OpenSheet, number: int, balances: Callable[[RowReader], Balances]
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
    return _settled(family[: until + 1], cells, sheet, balances(reader), firsts)


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
    ledger = balances.ledger(members, {group: 0})
    before = len(rows) - 1
    ledger.walk(before, orders, terms, list(ready.limits))
    met = _met(ledger, ready, last, members[group, last.member_id])
    result = ledger.walk(1, orders[before * k.ORDER_WIDTH :], terms, list(ready.limits))
    fields = {
        name: text
        for name, text in zip(sheet.columns, cells, strict=True)
        if name in FIELDS and text.strip()
    }
    order = Order.model_validate(fields)
    decision = decision_on(ready, order)  # the batch's may name another service treated alike
    needs = (*decision.needs, *_needs(last, result, firsts.get(group)))
    found = Finding("row_balances", {"rows": before, **met})
    line = Line(
        ready,
        order,
        decision._replace(needs=needs),
        (found, *decision.findings),
        shown(decision, ready.policy.limits_of(decision.tier), last.billed, result),
        tuple(result[: k.W_PLAN_PAYS + 1]),
        reasons_of(decision, result),
        (),
        row=last.number,
    )
    return Estimate(ready, order, (line,))


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
    unstated = ("balances_not_stated",) if not result[k.WAS_STATED] else ()
    return (*unstated, *(("after_rejected",) if is_after else ()))


def _met(ledger: Ledger, ready: ReadyPolicy, row: Row, member: int) -> dict[str, int]:
    """What the member had met in the tier when the row's turn came, its own statement included."""
    limits_row = row.decided.decision.limits_row
    if limits_row < 0:
        return {"deductible": 0, "out_of_pocket": 0}
    at = member * POOLS + ready.limits[limits_row * LIMITS_WIDTH + LIMITS_POOL]
    return {
        "deductible": max(ledger.deductible[at], row.stated[0]),
        "out_of_pocket": max(ledger.out_of_pocket[at], row.stated[1]),
    }
