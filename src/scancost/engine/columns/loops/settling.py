"""A lot of waiting orders settled by the kernel's walk: families and members numbered, orders lined up
by day, walked, and their amounts put in place of what they waited with. Beside engine/batch.py."""

from __future__ import annotations

from typing import Any

import numpy as np

from scancost.engine.columns.loops.layout import (
    A_ALLOWED,
    A_BALANCE_BILL,
    A_BILLED,
    A_COINSURANCE,
    A_COPAY,
    A_DEDUCTIBLE,
    A_DEDUCTIBLE_LEFT,
    A_OTHER_PATIENT_PAYS,
    A_OTHER_PLAN_PAYS,
    A_OUT_OF_POCKET_LEFT,
    A_PENALTY,
    A_PLAN_PAYS,
    A_PURPOSE_PATIENT_PAYS,
    A_UNCOVERED,
    AMOUNTS_WIDTH,
    D_LIMITS,
    D_STAKE,
    D_STATUS,
    DECISION_WIDTH,
    H_AMOUNTS,
    IS_AFTER_REJECTED,
    IS_LARGE,
    IS_UNSTATED,
    KIND_MASK,
    LOW_BITS,
    MOST_IN_A_HALF,
    NOTHING_SAID,
    ROW_BITS,
    T_ALLOWED,
    T_AT_STAKE,
    T_BILLED,
    T_PATIENT_PAYS,
    T_PLAN_PAYS,
    T_STATUS,
    T_TO_AUTHORIZE,
    T_WRITE_OFF,
    W_ALLOWED,
    W_BILLED,
    W_CASH,
    W_DECIDED,
    W_STATED,
    W_WHEN,
)
from scancost.engine.columns.loops.people import (
    NOBODY,
    first_rejected,
    number_people,
    room_for,
    start_from,
)
from scancost.kernel.ledger import POOLS, UNKNOWN
from scancost.kernel.money import NO_LIMIT
from scancost.kernel.walk import (
    ALLOWED,
    BALANCE_BILL,
    BILLED,
    CASH_PRICE,
    COINSURANCE,
    COPAY,
    DAY,
    DEDUCTIBLE,
    DEDUCTIBLE_LEFT,
    FAMILY,
    LIMITS,
    MEMBER,
    ORDER_WIDTH,
    OTHER_PATIENT_PAYS,
    OTHER_PLAN_PAYS,
    OUT_OF_POCKET_LEFT,
    PATIENT_PAYS,
    PENALTY,
    PLAN_PAYS,
    PURPOSE_PATIENT_PAYS,
    RESULT_WIDTH,
    STATED_DEDUCTIBLE,
    UNCOVERED,
    WAS_STATED,
    WORKSHEET,
    WRITE_OFF,
    walk,
)

MOST_DAYS = 4_000  # between the first and the last of a lot, to sort by counting


def by_day(waiting: Any, width: int, places: Any) -> None:
    """The place of each row in the order of settling: by day, then as they stand."""
    first = last = waiting[W_WHEN] >> ROW_BITS
    for row in range(len(places)):
        day = waiting[row * width + W_WHEN] >> ROW_BITS
        first = min(first, day)
        last = max(last, day)
    if last - first > MOST_DAYS:
        places[np.argsort(waiting[W_WHEN::width])] = np.arange(len(places))
        return
    starts = np.zeros(last - first + 2, np.int64)
    for row in range(len(places)):
        starts[(waiting[row * width + W_WHEN] >> ROW_BITS) - first + 1] += 1
    for day in range(last - first + 1):
        starts[day + 1] += starts[day]
    for row in range(len(places)):
        day = (waiting[row * width + W_WHEN] >> ROW_BITS) - first
        places[row] = starts[day]
        starts[day] += 1


def line_up(
    waiting: Any, width: int, places: Any, people: Any, decisions: Any, orders: Any
) -> None:
    """The kernel's columns of each order, in the order of settling."""
    has_balances = width > W_STATED
    for row in range(len(places)):
        order = row * width
        at = places[row] * ORDER_WIDTH
        decision = (waiting[order + W_DECIDED] >> LOW_BITS & KIND_MASK) * DECISION_WIDTH
        orders[at + BILLED] = waiting[order + W_BILLED]
        orders[at + ALLOWED] = waiting[order + W_ALLOWED]
        orders[at + CASH_PRICE] = waiting[order + W_CASH]
        orders[at + DAY] = waiting[order + W_WHEN] >> ROW_BITS
        orders[at + MEMBER] = people[2 * row + 1]
        orders[at + FAMILY] = people[2 * row]
        for column in range(4):  # limits, terms, and the terms of the two other answers
            orders[at + LIMITS + column] = decisions[decision + D_LIMITS + column]
            stated = waiting[order + W_STATED + column] if has_balances else UNKNOWN
            orders[at + STATED_DEDUCTIBLE + column] = stated


def known(amount: int) -> int:
    """An amount of a result as it is kept: NOTHING_SAID where it is unknown or there is no limit."""
    return NOTHING_SAID if amount in (UNKNOWN, NO_LIMIT) else amount


def take_amounts(results: Any, result: int, billed: int, amounts: Any) -> bool:
    """The amounts of a result that are kept; whether each fits half a word."""
    amounts[A_BILLED] = billed
    amounts[A_ALLOWED] = results[result + WORKSHEET]
    amounts[A_COPAY] = results[result + COPAY]
    amounts[A_DEDUCTIBLE] = results[result + DEDUCTIBLE]
    amounts[A_COINSURANCE] = results[result + COINSURANCE]
    amounts[A_PENALTY] = results[result + PENALTY]
    amounts[A_BALANCE_BILL] = results[result + BALANCE_BILL]
    amounts[A_UNCOVERED] = results[result + UNCOVERED]
    amounts[A_PLAN_PAYS] = results[result + PLAN_PAYS]
    amounts[A_DEDUCTIBLE_LEFT] = known(results[result + DEDUCTIBLE_LEFT])
    amounts[A_OUT_OF_POCKET_LEFT] = known(results[result + OUT_OF_POCKET_LEFT])
    amounts[A_OTHER_PATIENT_PAYS] = known(results[result + OTHER_PATIENT_PAYS])
    amounts[A_OTHER_PLAN_PAYS] = known(results[result + OTHER_PLAN_PAYS])
    amounts[A_PURPOSE_PATIENT_PAYS] = known(results[result + PURPOSE_PATIENT_PAYS])
    bits = 0
    for each in range(AMOUNTS_WIDTH):
        bits |= amounts[each] - NOTHING_SAID
    return bits <= MOST_IN_A_HALF


def add_up(
    results: Any, result: int, billed: int, decisions: Any, decision: int, totals: Any
) -> None:
    """A result into the totals of its lot."""
    plan = results[result + PLAN_PAYS]
    totals[T_BILLED] += billed
    totals[T_ALLOWED] += results[result + WORKSHEET]
    totals[T_PATIENT_PAYS] += results[result + PATIENT_PAYS]
    totals[T_PLAN_PAYS] += plan
    totals[T_WRITE_OFF] += results[result + WRITE_OFF]
    totals[T_STATUS + decisions[decision + D_STATUS]] += 1
    if decisions[decision + D_STAKE] != 0:
        other = results[result + OTHER_PLAN_PAYS]
        totals[T_AT_STAKE] += (plan - other) * decisions[decision + D_STAKE]
        totals[T_TO_AUTHORIZE] += 1


def write_down(
    waiting: Any,
    halves: Any,
    width: int,
    places: Any,
    people: Any,
    results: Any,
    decisions: Any,
    first: Any,
    from_start_of_year: int,
    totals: Any,
) -> Any:
    """The amounts and the flags of each order into its record; the table of large amounts."""
    amounts = np.zeros(AMOUNTS_WIDTH, np.int64)
    large = np.empty((0, AMOUNTS_WIDTH), np.int64)
    count = 0  # of its rows
    for row in range(len(places)):
        order = row * width
        result = places[row] * RESULT_WIDTH
        decided = waiting[order + W_DECIDED] >> LOW_BITS
        billed = waiting[order + W_BILLED]
        add_up(results, result, billed, decisions, (decided & KIND_MASK) * DECISION_WIDTH, totals)
        flags = 0
        if results[result + WAS_STATED] == 0 and from_start_of_year == 0:
            flags = IS_UNSTATED
        if len(first) > 0 and 0 <= first[people[2 * row]] < waiting[order + W_WHEN]:
            flags |= IS_AFTER_REJECTED
        if take_amounts(results, result, billed, amounts):
            for each in range(AMOUNTS_WIDTH):
                halves[2 * order + H_AMOUNTS + each] = amounts[each]
        else:
            if count == len(large):
                large = np.concatenate((large, np.empty((count + 16, AMOUNTS_WIDTH), np.int64)))
            large[count] = amounts
            waiting[order + W_BILLED] = count
            count += 1
            flags |= IS_LARGE
        waiting[order + W_DECIDED] = (decided << LOW_BITS) | flags
    return large[:count].copy()


def settle_lot(
    waiting: Any,
    halves: Any,
    width: int,
    decisions: Any,
    terms: Any,
    limits: Any,
    given: Any,
    rejected: Any,
    from_start_of_year: int,
    totals: Any,
) -> Any:
    """Settle a lot, in place (`halves` are those of `waiting`): the people of each order, the
    accumulators by member and by family (deductible, out-of-pocket; then the family's), and the
    table of large amounts."""
    count = len(waiting) // width
    people = np.empty(2 * count, np.int64)
    tables = np.full((2, room_for(count)), NOBODY, np.int32)
    keys = np.empty((2, 3 * count), np.int64)
    counts = np.zeros(2, np.int64)
    number_people(waiting, width, decisions, people, tables, keys, counts)
    families, members = counts[0], counts[1]
    ledger = np.zeros((4, max(families, members) * POOLS), np.int64)
    copays = np.zeros((2, members), np.int64)
    copays[0] = NOBODY
    was_stated = np.zeros(members, np.int64)
    first = np.full(families if len(rejected) > 0 else 0, NOBODY, np.int64)
    start_from(given, tables, keys, ledger, was_stated, 0, 0)
    first_rejected(rejected, tables, keys, first)
    large = settle_people(
        waiting,
        halves,
        width,
        decisions,
        terms,
        limits,
        people,
        ledger,
        copays,
        was_stated,
        first,
        from_start_of_year,
        totals,
    )
    return people, ledger, large


def settle_people(
    waiting: Any,
    halves: Any,
    width: int,
    decisions: Any,
    terms: Any,
    limits: Any,
    people: Any,
    ledger: Any,
    copays: Any,
    was_stated: Any,
    first: Any,
    from_start_of_year: int,
    totals: Any,
) -> Any:
    """Settle orders of these people on what they have met, which grows (`copays`: the day and what
    was charged on it; `first`: when each family's first rejected order was, or nothing); the table of
    large amounts."""
    count = len(waiting) // width
    places = np.empty(count, np.int64)
    by_day(waiting, width, places)
    orders = np.empty(count * ORDER_WIDTH, np.int64)
    line_up(waiting, width, places, people, decisions, orders)
    results = np.empty(count * RESULT_WIDTH, np.int64)
    walk(
        count,
        orders,
        terms,
        limits,
        ledger[0],
        ledger[1],
        ledger[2],
        ledger[3],
        copays[0],
        copays[1],
        was_stated,
        results,
    )
    return write_down(
        waiting,
        halves,
        width,
        places,
        people,
        results,
        decisions,
        first,
        from_start_of_year,
        totals,
    )
