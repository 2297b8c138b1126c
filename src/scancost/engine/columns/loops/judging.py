"""Records to decided ones, on both sides of deciding: what the facts of a row come to, and what was
decided taken over. A row that cannot be vouched for is left to the interpreted reader.
"""

from __future__ import annotations

from typing import Any

from scancost.engine.columns.loops.layout import (
    BLANK,
    C_COVERAGE,
    C_EDGES,
    C_FIRST_DAY,
    C_IS_GOOD,
    C_LAST_DAY,
    C_NEEDS_DATES,
    COMBINATION_WIDTH,
    IRREGULAR,
    R_ALLOWED,
    R_BALANCE,
    R_BILLED,
    R_BIRTH,
    R_COMBINATION,
    R_DAY,
    R_DECIDED,
    R_EXPIRES,
    R_FAMILY_LENGTH,
    R_IS_GOOD,
    R_LAST,
    R_MEMBER_LENGTH,
    R_SLOT,
    READ_WIDTH,
    S_DECIDED,
    S_IS_CONTRACTED,
    S_WHOLE,
    SLOT_WIDTH,
)
from scancost.engine.columns.loops.reading import find_key
from scancost.engine.columns.loops.text import LOW_HALF, calendar

EDGES = 1 << 10  # above the number of classes that the edges of a guideline make
FACTS_SPREAD = 0x9E3779B97F4A7C1
CODE_SPREAD = 0x2545F4914F6CDD1D


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
