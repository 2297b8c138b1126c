"""Rows of a block to records: only what can be vouched for. What they come to is judged in judging.py.

A row that cannot be stays as it is, for the interpreted reader (engine/reading.py), whose judgement
is the only one. Beside files/csv_rows.py for what a cell and a blank row are.
"""

from __future__ import annotations

from typing import Any

from scancost.engine.columns.loops.layout import (
    AMOUNT,
    BALANCE,
    BLANK,
    EXPIRES,
    FAMILY_ID,
    IRREGULAR,
    LAST_SERVICE,
    LONGEST_TEXT,
    MEMBER_ID,
    ORDER_ID,
    R_BALANCE,
    R_BILLED,
    R_BIRTH,
    R_COMBINATION,
    R_DAY,
    R_DECIDED,
    R_END,
    R_EXPIRES,
    R_FAMILY,
    R_FAMILY_AT,
    R_FAMILY_LENGTH,
    R_IS_GOOD,
    R_LAST,
    R_MEMBER,
    R_MEMBER_AT,
    R_MEMBER_LENGTH,
    R_NUMBER,
    R_ORDER_AT,
    R_ORDER_LENGTH,
    R_RAW_AT,
    R_RAW_LENGTH,
    R_SLOT,
    R_START,
    READ_WIDTH,
    SERVICE_DATE,
    TERM,
    UNUSED,
)
from scancost.engine.columns.loops.text import (
    COMMA,
    NEWLINE,
    QUOTE,
    RETURN,
    cell_end,
    cents_of,
    identity,
    is_plain_id,
    last_service_of,
    mixed,
    next_mark,
    next_quote,
    ordinal_of,
)

KEY_WIDTH = 4  # of a row of the tables of keys: two words, the number, whether it is taken
BROKEN = -1
ODD, PLAIN, WITH_COMMA = 0, 1, 2  # what stands between quotation marks


def cut(data: Any, start: int, end: int) -> int:
    """Where the last record that ends before `end` ends; `start` where none does.

    Quotation marks count as in files/csv_rows.py: at the start of a cell they open it.
    """
    last = at = start
    closed = BROKEN  # where the quotation mark was that closed a cell last
    while True:
        at = next_mark(data, at, end)
        if at >= end:
            return last
        before = data[at - 1] if at > start else NEWLINE
        if data[at] != QUOTE:
            last = at + 1
        elif before in (COMMA, NEWLINE, RETURN) or closed == at - 1:
            closed = at = next_quote(data, at + 1, end)
        at += 1


def closing(data: Any, at: int, end: int) -> tuple[int, int]:
    """The closing quotation mark of the cell that opens at `at` (BROKEN: none), and what is between:
    PLAIN, WITH_COMMA, or ODD (a mark, an end of line)."""
    found = PLAIN
    at += 1
    while at < end:
        byte = data[at]
        if byte == QUOTE:
            if data[at + 1] != QUOTE:
                return at, found
            found = ODD
            at += 1
        elif byte in (NEWLINE, RETURN):
            found = ODD
        elif byte == COMMA and found == PLAIN:
            found = WITH_COMMA
        at += 1
    return BROKEN, ODD


def find_key(table: Any, one: int, two: int, counts: Any, which: int) -> tuple[int, bool]:
    """The number of a key of two words in an open table, and whether it is new (then added)."""
    mask = len(table) - 1
    place = (one ^ (one >> 29)) & mask
    while table[place, 3] != 0:
        if table[place, 0] == one and table[place, 1] == two:
            return table[place, 2], False
        place = (place + 1) & mask
    number = counts[which]
    counts[which] = number + 1
    table[place, 0] = one
    table[place, 1] = two
    table[place, 2] = number
    table[place, 3] = 1
    return number, True


def take_id(data: Any, a: int, b: int, records: Any, base: int, role: int, seeds: Any) -> int:
    """An id into a record; 0 where it is not one to be taken as it is."""
    if b - a > LONGEST_TEXT or not is_plain_id(data, a, b):
        return 0
    if role == ORDER_ID:
        records[base + R_ORDER_AT], records[base + R_ORDER_LENGTH] = a, b - a
        return 1
    one, two = identity(data, a, b, seeds)
    if role == MEMBER_ID:
        records[base + R_MEMBER_AT], records[base + R_MEMBER_LENGTH] = a, b - a
        records[base + R_RAW_AT], records[base + R_RAW_LENGTH] = a, b - a
        records[base + R_MEMBER], records[base + R_MEMBER + 1] = one, two
    else:
        records[base + R_FAMILY_AT], records[base + R_FAMILY_LENGTH] = a, b - a
        records[base + R_FAMILY], records[base + R_FAMILY + 1] = one, two
    return 1


def take_cell(data: Any, a: int, b: int, records: Any, base: int, role: int, seeds: Any) -> int:
    """A cell that is neither blank nor a term into a record; 0 where it cannot be vouched for."""
    if ORDER_ID <= role <= FAMILY_ID:
        return take_id(data, a, b, records, base, role, seeds)
    if role >= AMOUNT:
        value = cents_of(data, a, b)
        at = R_BALANCE + role - BALANCE if role >= BALANCE else R_BILLED + role - AMOUNT
    elif role == LAST_SERVICE:
        value = last_service_of(data, a, b)
        at = R_LAST
    else:
        value = ordinal_of(data, a, b)
        at = R_DAY if role == SERVICE_DATE else R_EXPIRES if role == EXPIRES else R_BIRTH
    records[base + at] = value
    return 0 if value == IRREGULAR else 1


def clear(records: Any, base: int, end: int) -> None:
    """A record of which nothing is said, up to the column `end`."""
    for at in range(R_DAY, R_MEMBER):
        records[base + at] = BLANK
    for at in range(R_MEMBER, R_COMBINATION):
        records[base + at] = 0
    records[base + R_RAW_AT] = records[base + R_RAW_LENGTH] = 0
    for at in range(R_BALANCE, end):
        records[base + at] = BLANK


def read_row(
    data: Any, at: int, end: int, roles: Any, seeds: Any, records: Any, base: int
) -> tuple[int, int, int, int]:
    """One row from `at` on into a record: where it ends (or BROKEN), the two words of its
    combination, and whether it says anything at all."""
    width = len(roles)
    column = 0
    is_good = 1
    is_blank = 1
    one, two = seeds[0], seeds[2]
    records[base + R_START] = at
    while True:
        role = roles[column] if column < width else UNUSED
        a = at
        if data[at] == QUOTE:
            at, found = closing(data, at, end)
            if at == BROKEN:
                return BROKEN, one, two, 0
            a += 1
            b = at
            at += 1
            if data[at] != COMMA and data[at] != NEWLINE and data[at] != RETURN:
                return BROKEN, one, two, 0
            is_id = ORDER_ID <= role <= FAMILY_ID
            if (found == ODD and role != UNUSED) or (found == WITH_COMMA and is_id):
                is_good = 0
        else:
            at = cell_end(data, at)
            b = at
        if b > a:
            is_blank = 0
        if b - a > LONGEST_TEXT:
            is_good = 0  # the longest cell is the interpreted reader's to allow
        elif role == TERM:
            one = mixed(data, a, b, one, seeds[1])
            two = mixed(data, a, b, two, seeds[3])
        elif role != UNUSED and b > a and is_good:
            is_good = take_cell(data, a, b, records, base, role, seeds)
        column += 1
        if data[at] != COMMA:
            break
        at += 1
    records[base + R_END] = at
    records[base + R_IS_GOOD] = 1 if is_good and column == width else 0
    return at, one, two, 1 - is_blank


def tokenise(
    data: Any,
    start: int,
    end: int,
    roles: Any,
    seeds: Any,
    table: Any,
    counts: Any,
    records: Any,
    new_rows: Any,
) -> tuple[int, int, int]:
    """The rows from `start` on: how many (blank ones apart), where the reading stopped (at `end`, or
    where `records` are full), and how many combinations are new (`new_rows`: their rows, with
    their words in place of slot and decision).

    BROKEN as the count: a quotation mark is out of place at the second.
    """
    at = start
    row = news = 0
    most = len(records) // READ_WIDTH
    width = R_BALANCE  # of a record, as far as it is used
    for column in range(len(roles)):
        if roles[column] >= BALANCE:
            width = READ_WIDTH
    while at < end and row < most:
        if data[at] == NEWLINE or data[at] == RETURN:
            at += 1
            continue
        base = row * READ_WIDTH
        clear(records, base, width)
        begin = at
        at, one, two, says = read_row(data, at, end, roles, seeds, records, base)
        if at == BROKEN:
            return BROKEN, begin, news
        at += 1
        if says == 0:
            continue
        records[base + R_NUMBER] = row
        records[base + R_COMBINATION] = BLANK
        if records[base + R_IS_GOOD] == 1:
            number, is_new = find_key(table, one, two, counts, 0)
            records[base + R_COMBINATION] = number
            if is_new:
                records[base + R_SLOT], records[base + R_DECIDED] = one, two
                new_rows[news] = row
                news += 1
        row += 1
    return row, at, news
