"""A lot of waiting orders settled by the kernel's walk: families and members numbered, orders sorted
by day, walked, and written in file order. Beside engine/batch.py."""

from __future__ import annotations

from typing import Any

import numpy as np

from scancost.engine.columns.loops.layout import (
    ALONE,
    D_LIMITS,
    D_POLICY,
    DECISION_WIDTH,
    G_FAMILY,
    G_KIND,
    G_MEMBER,
    G_MET,
    G_POLICY,
    G_POOL,
    LENGTH_BITS,
    LENGTH_MASK,
    W_ALLOWED,
    W_BILLED,
    W_CASH,
    W_DAY,
    W_DECIDED,
    W_FAMILY,
    W_KIND,
    W_MEMBER,
    W_NUMBER,
    W_RAW_TEXTS,
    W_STATED,
    W_TEXTS,
)
from scancost.engine.columns.loops.lines import put_line
from scancost.engine.columns.loops.lots import SPREAD, SPREAD_AGAIN
from scancost.engine.columns.loops.text import LOW_HALF
from scancost.kernel.ledger import POOLS, UNKNOWN
from scancost.kernel.walk import (
    ALLOWED,
    BILLED,
    CASH_PRICE,
    DAY,
    FAMILY,
    LIMITS,
    MEMBER,
    ORDER_WIDTH,
    RESULT_WIDTH,
    STATED_DEDUCTIBLE,
    WAS_STATED,
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
        kind = waiting[order + W_KIND]
        one, two = waiting[order + W_FAMILY], waiting[order + W_FAMILY + 1]
        if kind == ALONE:
            family_keys[3 * families] = NOBODY  # a key that nothing is looked up by
            people[2 * row], people[2 * row + 1] = families, members
            families += 1
            members += 1
            continue
        policy = decisions[waiting[order + W_DECIDED] * DECISION_WIDTH + D_POLICY] * 4 + kind
        family = number_of(family_table, family_keys, policy, one, two, families)
        families = max(families, family + 1)
        one, two = waiting[order + W_MEMBER], waiting[order + W_MEMBER + 1]
        member = number_of(member_table, member_keys, family, one, two, members)
        members = max(members, member + 1)
        people[2 * row], people[2 * row + 1] = family, member
    return families, members


def by_day(waiting: Any, width: int, sequence: Any) -> None:
    """Row numbers in the order of settling: by day, then as they stand."""
    first = last = waiting[W_DAY]
    for row in range(len(waiting) // width):
        first = min(first, waiting[row * width + W_DAY])
        last = max(last, waiting[row * width + W_DAY])
    if last - first > MOST_DAYS:
        sequence[:] = np.argsort(waiting[W_DAY::width], kind="mergesort")
        return
    starts = np.zeros(last - first + 2, np.int64)
    for row in range(len(waiting) // width):
        starts[waiting[row * width + W_DAY] - first + 1] += 1
    for day in range(last - first + 1):
        starts[day + 1] += starts[day]
    for row in range(len(waiting) // width):
        day = waiting[row * width + W_DAY] - first
        sequence[starts[day]] = row
        starts[day] += 1


def line_up(
    waiting: Any, width: int, sequence: Any, people: Any, decisions: Any, orders: Any
) -> None:
    """The kernel's columns of each order, in the order of settling."""
    has_balances = width > W_STATED
    for step in range(len(sequence)):
        row = sequence[step]
        order = row * width
        at = step * ORDER_WIDTH
        decision = waiting[order + W_DECIDED] * DECISION_WIDTH
        orders[at + BILLED] = waiting[order + W_BILLED]
        orders[at + ALLOWED] = waiting[order + W_ALLOWED]
        orders[at + CASH_PRICE] = waiting[order + W_CASH]
        orders[at + DAY] = waiting[order + W_DAY]
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
    """The day and row of each family's first rejected order."""
    for row in range(len(rejected)):
        found = rejected[row]
        policy = found[G_POLICY] * 4 + found[G_KIND]
        one, two = found[G_FAMILY], found[G_FAMILY + 1]
        family, _ = find_who(tables[0], keys[0], policy, one, two, counts[0])
        if family != NOBODY:
            first[family, 0], first[family, 1] = found[G_MEMBER], found[G_MEMBER + 1]


def write(
    waiting: Any,
    width: int,
    ids: Any,
    places: Any,
    people: Any,
    results: Any,
    decisions: Any,
    texts: Any,
    reasons: Any,
    rejected: Any,
    from_start_of_year: int,
    totals: Any,
    out: Any,
) -> int:
    """The lines of a lot in file order; how many bytes they are."""
    at = ids_at = 0
    for row in range(len(waiting) // width):
        order = row * width
        result = places[row] * RESULT_WIDTH
        flags = 0
        if results[result + WAS_STATED] == 0 and from_start_of_year == 0:
            flags = 1
        family = people[2 * row]
        if len(rejected) > 0 and rejected[family, 0] >= 0:
            day, number = rejected[family, 0], rejected[family, 1]
            if day < waiting[order + W_DAY] or (
                day == waiting[order + W_DAY] and number < waiting[order + W_NUMBER]
            ):
                flags += 2
        decision = waiting[order + W_DECIDED] * DECISION_WIDTH
        at = put_line(
            out,
            at,
            waiting,
            order,
            ids,
            ids_at,
            results,
            result,
            decisions,
            decision,
            flags,
            texts,
            reasons,
            totals,
        )
        both, raw = waiting[order + W_TEXTS], waiting[order + W_RAW_TEXTS]
        ids_at += (both & LENGTH_MASK) + (both >> LENGTH_BITS)
        ids_at += (raw & LENGTH_MASK) + (raw >> LENGTH_BITS)
    return at


def settle_lot(
    waiting: Any,
    width: int,
    ids: Any,
    decisions: Any,
    terms: Any,
    limits: Any,
    texts: Any,
    reasons: Any,
    given: Any,
    rejected: Any,
    from_start_of_year: int,
    totals: Any,
    out: Any,
) -> Any:
    """Settle a lot and write its lines to `out`: the bytes written, the people of each order, and
    the accumulators by member and by family (deductible, out-of-pocket; then the family's)."""
    count = len(waiting) // width
    people = np.empty(2 * count, np.int64)
    tables = np.full((2, room_for(count)), NOBODY, np.int32)
    keys = np.empty((2, 3 * count), np.int64)
    counts = number_people(waiting, width, decisions, people, tables, keys)
    sequence = np.empty(count, np.int64)
    by_day(waiting, width, sequence)
    orders = np.empty(count * ORDER_WIDTH, np.int64)
    line_up(waiting, width, sequence, people, decisions, orders)
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
    places = np.empty(count, np.int64)
    for step in range(count):
        places[sequence[step]] = step
    first = np.full((families if len(rejected) > 0 else 0, 2), NOBODY, np.int64)
    if len(rejected) > 0:
        first_rejected(rejected, tables, keys, first, counts)
    size = write(
        waiting,
        width,
        ids,
        places,
        people,
        results,
        decisions,
        texts,
        reasons,
        first,
        from_start_of_year,
        totals,
        out,
    )
    return size, people, ledger
