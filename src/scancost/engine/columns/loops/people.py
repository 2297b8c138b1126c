"""Families and members of a lot, numbered as they come; what they had met at the start, and when the
first order of each family was rejected. Beside engine/balances.py."""

from __future__ import annotations

from typing import Any

from scancost.engine.columns.loops.layout import (
    ALONE,
    G_FAMILY,
    G_MEMBER,
    G_MET,
    G_POOL,
    G_WHEN,
    G_WHO,
    W_DECIDED,
    W_FAMILY,
    W_MEMBER,
)
from scancost.engine.columns.loops.lots import SPREAD, SPREAD_AGAIN, who_of
from scancost.engine.columns.loops.text import LOW_HALF
from scancost.kernel.ledger import POOLS

NOBODY = -1


def find_who(table: Any, keys: Any, first: int, one: int, two: int) -> tuple[int, int]:
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
    number, place = find_who(table, keys, first, one, two)
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
    waiting: Any, width: int, decisions: Any, people: Any, tables: Any, keys: Any, counts: Any
) -> None:
    """The family and the member of each order; `counts` are how many families and members there are,
    and grow."""
    families, members = counts[0], counts[1]
    family_table, member_table = tables[0], tables[1]
    family_keys, member_keys = keys[0], keys[1]
    for row in range(len(waiting) // width):
        order = row * width
        who = who_of(waiting[order + W_DECIDED], decisions)
        if who % 4 == ALONE:
            family_keys[3 * families] = member_keys[3 * members] = NOBODY  # looked up by nothing
            people[2 * row], people[2 * row + 1] = families, members
            families += 1
            members += 1
            continue
        one, two = waiting[order + W_FAMILY], waiting[order + W_FAMILY + 1]
        family = number_of(family_table, family_keys, who, one, two, families)
        families = max(families, family + 1)
        one, two = waiting[order + W_MEMBER], waiting[order + W_MEMBER + 1]
        member = number_of(member_table, member_keys, family, one, two, members)
        members = max(members, member + 1)
        people[2 * row], people[2 * row + 1] = family, member
    counts[0], counts[1] = families, members


def number_again(table: Any, keys: Any, count: int) -> None:
    """Into a table that is empty, the numbers of so many keys."""
    for number in range(count):
        first, one, two = keys[3 * number], keys[3 * number + 1], keys[3 * number + 2]
        if first != NOBODY:
            _, place = find_who(table, keys, first, one, two)
            table[place] = number


def start_from(
    given: Any, tables: Any, keys: Any, ledger: Any, was_stated: Any, families: int, members: int
) -> None:
    """What was met at the start of the run (engine/balances.py), by the families and members numbered
    from these on. All members of a family say the same of it."""
    for row in range(len(given)):
        start = given[row]
        one, two = start[G_FAMILY], start[G_FAMILY + 1]
        family, _ = find_who(tables[0], keys[0], start[G_WHO], one, two)
        if family == NOBODY:
            continue
        if family >= families:
            ours = family * POOLS + start[G_POOL]
            ledger[2, ours] = start[G_MET + 2]
            ledger[3, ours] = start[G_MET + 3]
        one, two = start[G_MEMBER], start[G_MEMBER + 1]
        member, _ = find_who(tables[1], keys[1], family, one, two)
        if member >= members:
            here = member * POOLS + start[G_POOL]
            ledger[0, here] = start[G_MET]
            ledger[1, here] = start[G_MET + 1]
            was_stated[member] = 1


def first_rejected(rejected: Any, tables: Any, keys: Any, first: Any) -> None:
    """When each family's first rejected order was, as W_WHEN says it."""
    for row in range(len(rejected)):
        found = rejected[row]
        one, two = found[G_FAMILY], found[G_FAMILY + 1]
        family, _ = find_who(tables[0], keys[0], found[G_WHO], one, two)
        if family != NOBODY and (first[family] == NOBODY or found[G_WHEN] < first[family]):
            first[family] = found[G_WHEN]
