"""Rows of a block to records, and records to decided ones: only what can be vouched for.

A row that cannot be stays as it is, for the interpreted reader (engine/reading.py), whose judgement
is the only one. Beside files/csv_rows.py for what a cell and a blank row are.
"""

from __future__ import annotations

from typing import Any

from scancost.engine.columns.loops.layout import (
    AMOUNT,
    BALANCE,
    BLANK,
    C_COVERAGE,
    C_EDGES,
    C_FIRST_DAY,
    C_IS_GOOD,
    C_LAST_DAY,
    C_NEEDS_DATES,
    COMBINATION_WIDTH,
    EXPIRES,
    FAMILY_ID,
    IRREGULAR,
    LAST_SERVICE,
    LONGEST_TEXT,
    MEMBER_ID,
    ORDER_ID,
    R_ALLOWED,
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
    S_DECIDED,
    S_IS_CONTRACTED,
    S_WHOLE,
    SERVICE_DATE,
    SLOT_WIDTH,
    TERM,
    UNUSED,
)
from scancost.engine.columns.loops.text import (
    COMMA,
    LOW_HALF,
    NEWLINE,
    QUOTE,
    RETURN,
    calendar,
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
EDGES = 1 << 10  # above the number of classes that the edges of a guideline make
BROKEN = -1
ODD, PLAIN, WITH_COMMA = 0, 1, 2  # what stands between quotation marks
FACTS_SPREAD = 0x9E3779B97F4A7C1
CODE_SPREAD = 0x2545F4914F6CDD1D


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


def full_years(day: int, birth: int) -> int:
    """As age_on in rules/guidelines.py: of use only to tell days apart that rules may."""
    year, month, date = calendar(day)
    born_year, born_month, born = calendar(birth)
    return year - born_year - (1 if (month, date) < (born_month, born) else 0)


def edges_passed(edges: Any, value: int) -> int:
    """How many of the sorted edges a value has reached."""
    passed = 0
    while passed < len(edges) and value >= edges[passed]:
        passed += 1
    return passed


def class_of(records: Any, base: int, combinations: Any, known: int, edges: Any) -> int:
    """Equal for dates that no rule for the combination tells apart: age and time since the last
    screening, as far as the edges in the guideline reach (rules/guidelines.py)."""
    day, birth, last = records[base + R_DAY], records[base + R_BIRTH], records[base + R_LAST]
    ages = edges[combinations[known + C_EDGES] : combinations[known + C_EDGES + 1]]
    months = edges[combinations[known + C_EDGES + 1] : combinations[known + C_EDGES + 2]]
    days = edges[combinations[known + C_EDGES + 2] : combinations[known + C_EDGES + 3]]
    age = 0 if birth == BLANK else 1 + edges_passed(ages, full_years(day, birth))
    since = 0 if last == BLANK else 1
    if last >= 0:
        year, month, date = calendar(day)
        last_year, last_month, last_date = calendar(last)
        by_month = (year - last_year) * 12 + month - last_month
        whole = by_month - (1 if date < last_date else 0)
        passed = edges_passed(months, whole)
        also = edges_passed(months, by_month) - passed
        since = 2 + (passed * 2 + also) * 2 + (1 if year != last_year else 0)
    return (edges_passed(days, day) * EDGES + age) * EDGES + since


def judge_row(records: Any, base: int, combinations: Any, edges: Any) -> int:
    """What the facts of a row come to, as a number; IRREGULAR where it cannot be vouched for."""
    known = records[base + R_COMBINATION] * COMBINATION_WIDTH
    day, birth, last = records[base + R_DAY], records[base + R_BIRTH], records[base + R_LAST]
    if combinations[known + C_IS_GOOD] == 0 or records[base + R_ALLOWED] == BLANK:
        return IRREGULAR
    if not combinations[known + C_FIRST_DAY] <= day <= combinations[known + C_LAST_DAY]:
        return IRREGULAR
    has_family = records[base + R_FAMILY_LENGTH] > 0
    if (has_family and records[base + R_MEMBER_LENGTH] == 0) or birth > day or last > day:
        return IRREGULAR
    coverage = combinations[known + C_COVERAGE]
    is_family = (1 if has_family else 0) if coverage == BLANK else coverage
    lapsed = 1 if 0 <= records[base + R_EXPIRES] < day else 0
    found = 0
    if combinations[known + C_NEEDS_DATES] == 1:
        found = class_of(records, base, combinations, known, edges)
    return (found * 2 + lapsed) * 2 + is_family


def judge(
    records: Any,
    count: int,
    combinations: Any,
    edges: Any,
    table: Any,
    counts: Any,
    new_rows: Any,
) -> int:
    """Give each good row its slot, a combination with its facts; how many slots are new (their
    facts stand in place of the decision)."""
    news = 0
    for row in range(count):
        base = row * READ_WIDTH
        if records[base + R_IS_GOOD] != 1:
            continue
        facts = judge_row(records, base, combinations, edges)
        if facts == IRREGULAR:
            records[base + R_IS_GOOD] = 0
            continue
        code = records[base + R_COMBINATION]
        spread = ((facts + 1) * FACTS_SPREAD) ^ (code * CODE_SPREAD)
        spread ^= (spread >> 32) & LOW_HALF
        slot, is_new = find_key(table, spread, (facts << 32) | code, counts, 1)
        records[base + R_SLOT] = slot
        if is_new:
            records[base + R_DECIDED] = facts
            new_rows[news] = row
            news += 1
    return news


def take_balances(records: Any, base: int, slots: Any, slot: int) -> int:
    """What is stated as met, from what is met and what remains; 0 where they may not agree."""
    for which in range(4):
        met, remaining = records[base + R_BALANCE + which], records[base + R_BALANCE + 4 + which]
        if remaining == BLANK:
            continue
        whole = slots[slot + S_WHOLE + which]
        if whole == BLANK or remaining > whole or (met != BLANK and met != whole - remaining):
            return 0
        records[base + R_BALANCE + which] = whole - remaining
    for which in range(2):
        member, family = records[base + R_BALANCE + which], records[base + R_BALANCE + 2 + which]
        if member != BLANK and family != BLANK and family < member:
            return 0
    return 1


def finish(records: Any, count: int, slots: Any, has_balances: int) -> int:
    """Take the decisions over into the records; how many rows are for the interpreted reader."""
    others = 0
    for row in range(count):
        base = row * READ_WIDTH
        if records[base + R_IS_GOOD] == 1:
            slot = records[base + R_SLOT] * SLOT_WIDTH
            records[base + R_DECIDED] = slots[slot + S_DECIDED]
            is_good = 1 if slots[slot + S_DECIDED] >= 0 else 0
            if records[base + R_BILLED] == BLANK:
                records[base + R_BILLED] = records[base + R_ALLOWED]
                is_good &= slots[slot + S_IS_CONTRACTED]
            if has_balances and is_good:
                is_good = take_balances(records, base, slots, slot)
            records[base + R_IS_GOOD] = is_good
        if records[base + R_IS_GOOD] == 0:
            others += 1
    return others
