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
    ALONE,
    AMOUNTS_WIDTH,
    D_LIMITS,
    D_POLICY,
    D_STAKE,
    D_STATUS,
    DECISION_WIDTH,
    G_FAMILY,
    G_KIND,
    G_MEMBER,
    G_MET,
    G_POLICY,
    G_POOL,
    H_AMOUNTS,
    IS_AFTER_REJECTED,
    IS_LARGE,
    IS_UNSTATED,
    LOW_BITS,
    LOW_MASK,
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
    W_FAMILY,
    W_MEMBER,
    W_STATED,
    W_WHEN,
)
from scancost.engine.columns.loops.lots import SPREAD, SPREAD_AGAIN
from scancost.engine.columns.loops.text import LOW_HALF
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

NOBODY = -1
MOST_DAYS = 4_000  # between the first and the last of a lot, to sort by counting


def find_who(table: Any, keys: Any, first: int, one: int, two: int, most: int) -> tuple[int, int]:
    """The number of a key of three words among those known, else NOBODY; and its place. `table`
    holds numbers, `keys` the words by number."""
    state = (first * SPREAD_AGAIN ^ one) * SPREAD
    state ^= (state >> 32) & LOW_HALF
    state = (state ^ two) * SPREAD_AGAIN
    place = ((state >> 32) ^ state) & (len(table) - 1)
    while table[place] != NOBODY:
        number = table[place]
        if (
            keys[3 * number] == first
            and keys[3 * number + 1] == one
            and keys[3 * number + 2] == two
        ):
            return number, place
        place = (place + 1) & (len(table) - 1)
    return NOBODY, place


def number_of(table: Any, keys: Any, first: int, one: int, two: int, count: int) -> int:
    """The number of a key of three words; a new one gets the next."""
    number, place = find_who(table, keys, first, one, two, count)
    if number == NOBODY:
        number = count
        table[place] = number
        keys[3 * number], keys[3 * number + 1], keys[3 * number + 2] = first, one, two
    return number


def room_for(count: int) -> int:
    """The size of a table that holds so many keys easily."""
    size = 16
    while size < 2 * count:
        size *= 2
    return size


def number_people(
    waiting: Any, width: int, decisions: Any, people: Any, tables: Any, keys: Any
) -> Any:
    """The family and the member of each order; how many families and members there are."""
    families = members = 0
    family_table, member_table = tables[0], tables[1]
    family_keys, member_keys = keys[0], keys[1]
    for row in range(len(waiting) // width):
        order = row * width
        kind = waiting[order + W_DECIDED] & LOW_MASK
        one, two = waiting[order + W_FAMILY], waiting[order + W_FAMILY + 1]
        if kind == ALONE:
            family_keys[3 * families] = NOBODY  # a key that nothing is looked up by
            people[2 * row], people[2 * row + 1] = families, members
            families += 1
            members += 1
            continue
        decision = (waiting[order + W_DECIDED] >> LOW_BITS) * DECISION_WIDTH
        policy = decisions[decision + D_POLICY] * 4 + kind
        family = number_of(family_table, family_keys, policy, one, two, families)
        families = max(families, family + 1)
        one, two = waiting[order + W_MEMBER], waiting[order + W_MEMBER + 1]
        member = number_of(member_table, member_keys, family, one, two, members)
        members = max(members, member + 1)
        people[2 * row], people[2 * row + 1] = family, member
    return families, members


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
        decision = (waiting[order + W_DECIDED] >> LOW_BITS) * DECISION_WIDTH
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


def start_from(
    given: Any, tables: Any, keys: Any, ledger: Any, was_stated: Any, counts: Any
) -> None:
    """What was met at the start of the run (engine/balances.py): the family's is the highest that
    any of its members says."""
    for row in range(len(given)):
        start = given[row]
        policy = start[G_POLICY] * 4 + start[G_KIND]
        one, two = start[G_FAMILY], start[G_FAMILY + 1]
        family, _ = find_who(tables[0], keys[0], policy, one, two, counts[0])
        if family == NOBODY:
            continue
        ours = family * POOLS + start[G_POOL]
        ledger[2, ours] = max(ledger[2, ours], start[G_MET + 2])
        ledger[3, ours] = max(ledger[3, ours], start[G_MET + 3])
        one, two = start[G_MEMBER], start[G_MEMBER + 1]
        member, _ = find_who(tables[1], keys[1], family, one, two, counts[1])
        if member != NOBODY:
            here = member * POOLS + start[G_POOL]
            ledger[0, here] = start[G_MET]
            ledger[1, here] = start[G_MET + 1]
            was_stated[member] = 1


def first_rejected(rejected: Any, tables: Any, keys: Any, first: Any, counts: Any) -> None:
    """When each family's first rejected order was, as W_WHEN says it."""
    for row in range(len(rejected)):
        found = rejected[row]
        policy = found[G_POLICY] * 4 + found[G_KIND]
        one, two = found[G_FAMILY], found[G_FAMILY + 1]
        family, _ = find_who(tables[0], keys[0], policy, one, two, counts[0])
        if family != NOBODY:
            first[family] = (found[G_MEMBER] << ROW_BITS) | found[G_MEMBER + 1]


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
        add_up(results, result, billed, decisions, decided * DECISION_WIDTH, totals)
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
    counts = number_people(waiting, width, decisions, people, tables, keys)
    places = np.empty(count, np.int64)
    by_day(waiting, width, places)
    orders = np.empty(count * ORDER_WIDTH, np.int64)
    line_up(waiting, width, places, people, decisions, orders)
    families, members = counts
    ledger = np.zeros((4, max(families, members) * POOLS), np.int64)
    copay_day = np.full(members, NOBODY, np.int64)
    copay_charged = np.zeros(members, np.int64)
    was_stated = np.zeros(members, np.int64)
    start_from(given, tables, keys, ledger, was_stated, counts)
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
        copay_day,
        copay_charged,
        was_stated,
        results,
    )
    first = np.full(families if len(rejected) > 0 else 0, NOBODY, np.int64)
    if len(rejected) > 0:
        first_rejected(rejected, tables, keys, first, counts)
    large = write_down(
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
    return people, ledger, large
