"""Results to the lines of a result file (SPEC 7), as engine/partition.py writes them."""

from __future__ import annotations

from typing import Any

import numpy as np

from scancost.engine.columns.loops.layout import (
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
    D_MIDDLE_AT,
    D_NEEDS_AT,
    D_POLICY_AT,
    D_REASONS,
    D_SHOWS,
    D_STAKE,
    DECISION_WIDTH,
    H_AMOUNTS,
    IS_LARGE,
    KIND_BITS,
    KIND_MASK,
    LENGTH_BITS,
    LENGTH_MASK,
    LOW_BITS,
    LOW_MASK,
    MOST_IN_A_HALF,
    NOTHING_SAID,
    ROW_BITS,
    W_BILLED,
    W_DECIDED,
    W_RAW_TEXTS,
    W_TEXTS,
    W_WHEN,
)
from scancost.engine.columns.loops.lots import REJECTED_LOT, both_lengths
from scancost.engine.columns.loops.text import COMMA, DOT, LOW_HALF, NEWLINE, calendar
from scancost.engine.columns.machine import load_8, store_8, trailing_zeros

ASCII_ZEROS = 0x3030303030303030
IN_EIGHT_DIGITS = 100_000_000
DAYS_KNOWN = 1024  # a power of two
FIXED_BYTES = 420  # a line's numbers, dates and commas at their longest
REASON_MASKS = 128  # seven amounts, each zero or not
SHOWS_DEDUCTIBLE_LEFT, SHOWS_OUT_OF_POCKET_LEFT, SHOWS_NOT_AUTHORIZED = 1, 2, 4


def eight_digits(value: int) -> int:
    """The eight digits of an int below 100,000,000 as bytes 0 to 9, the first digit lowest: halves
    of four, of two and of one digit are parted in all places of the word at once."""
    fours = value // 10_000
    fours |= (value - fours * 10_000) << 32
    twos = ((fours * 10_486) >> 20) & 0x7F0000007F
    twos |= (fours - twos * 100) << 16
    ones = ((twos * 103) >> 10) & 0xF000F000F000F
    return ones | ((twos - ones * 10) << 8)


def put_digits(out: Any, at: int, digits: int, most: int) -> int:
    """Eight digits without the zeros before them, of which `most` go at most; where what comes after
    them goes. Eight bytes are written."""
    skipped = min(trailing_zeros(digits) >> 3, most)
    store_8(out, at, (digits | ASCII_ZEROS) >> (8 * skipped))
    return at + 8 - skipped


def put_number(out: Any, at: int, value: int) -> int:
    """An int of 0 or more in digits; where the next byte goes."""
    if value < IN_EIGHT_DIGITS:
        return put_digits(out, at, eight_digits(value), 7)
    rest = value // IN_EIGHT_DIGITS
    at = put_number_of_few(out, at, rest)
    store_8(out, at, eight_digits(value - rest * IN_EIGHT_DIGITS) | ASCII_ZEROS)
    return at + 8


def put_number_of_few(out: Any, at: int, value: int) -> int:
    """The same of what is before the last eight digits."""
    return put_digits(out, at, eight_digits(value), 7)


def put_amount(out: Any, at: int, cents: int) -> int:
    """`1250.00,` of cents."""
    if cents == 0:
        store_8(out, at, 0x2C30302E30)  # "0.00,", the first byte lowest
        return at + 5
    if cents < IN_EIGHT_DIGITS:
        digits = eight_digits(cents)
        at = put_digits(out, at, digits, 5) - 2
    else:
        whole = cents // 100
        digits = eight_digits(cents - whole * 100)
        at = put_number(out, at, whole)
    store_8(out, at, DOT | (((digits | ASCII_ZEROS) >> 40) & 0xFFFF00) | (COMMA << 24))
    return at + 4


def put_comma(out: Any, at: int) -> int:
    out[at] = COMMA
    return at + 1


def put_day(out: Any, at: int, day: int, days: Any) -> int:
    """`2026-06-01,` of an ordinal. `days` has those that were put: the ordinal, and two words."""
    known = (day & (DAYS_KNOWN - 1)) * 3
    if days[known] != day:
        year, month, date = calendar(day)
        digits = eight_digits(year * 10_000 + month * 100 + date) | ASCII_ZEROS
        days[known] = day
        days[known + 1] = (digits & LOW_HALF) | (45 << 32) | (((digits >> 32) & 0xFFFF) << 40)
        days[known + 1] |= 45 << 56
        days[known + 2] = ((digits >> 48) & 0xFFFF) | (COMMA << 16)
    store_8(out, at, days[known + 1])
    store_8(out, at + 8, days[known + 2])
    return at + 11


def put_bytes(out: Any, at: int, source: Any, start: int, length: int) -> int:
    """A short text, eight bytes at a time (up to seven more are read and written); its end."""
    end = at + length
    while at < end:
        store_8(out, at, load_8(source, start))
        at += 8
        start += 8
    return end


def put_place(out: Any, at: int, texts: Any, places: Any, column: int) -> int:
    """A text whose place and length stand in two columns of a table."""
    return put_bytes(out, at, texts, places[column], places[column + 1])


def put_head(out: Any, at: int, number: int, own: int, member: int, ids: Any, ids_at: int) -> int:
    """`row,order_id,member_id,` and where the rest goes; `own` and `member` are lengths of texts."""
    at = put_comma(out, put_number(out, at, number))
    at = put_bytes(out, at, ids, ids_at, own) if own > 0 else put_number(out, at, number)
    at = put_comma(out, at)
    return put_comma(out, put_bytes(out, at, ids, ids_at + own, member))


def mask_of(amounts: Any, write_off: int) -> int:
    """Which of the amounts that have reason codes are not zero, in the order of SPEC 6."""
    mask = 1 if amounts[A_COPAY] != 0 else 0
    mask |= 2 if amounts[A_DEDUCTIBLE] != 0 else 0
    mask |= 4 if amounts[A_COINSURANCE] != 0 else 0
    mask |= 8 if amounts[A_PENALTY] != 0 else 0
    mask |= 16 if amounts[A_BALANCE_BILL] != 0 else 0
    mask |= 32 if amounts[A_UNCOVERED] != 0 else 0
    mask |= 64 if write_off != 0 else 0
    return mask


def put_amounts(
    out: Any, at: int, amounts: Any, patient: int, write_off: int, decisions: Any, decision: int
) -> int:
    """The amounts of an order, each with its comma."""
    for each in range(A_PLAN_PAYS):  # from what was billed to what is not covered
        at = put_amount(out, at, amounts[each])
    at = put_amount(out, at, patient)
    at = put_amount(out, at, amounts[A_PLAN_PAYS])
    at = put_amount(out, at, write_off)
    shows = decisions[decision + D_SHOWS]
    at = put_shown(out, at, shows & SHOWS_DEDUCTIBLE_LEFT, amounts[A_DEDUCTIBLE_LEFT])
    at = put_shown(out, at, shows & SHOWS_OUT_OF_POCKET_LEFT, amounts[A_OUT_OF_POCKET_LEFT])
    at = put_shown(out, at, shows & SHOWS_NOT_AUTHORIZED, amounts[A_OTHER_PATIENT_PAYS])
    purpose = amounts[A_PURPOSE_PATIENT_PAYS]
    at = put_shown(out, at, 1 if purpose != NOTHING_SAID else 0, purpose)
    if decisions[decision + D_STAKE] == 0:
        return put_comma(out, at)
    stake = amounts[A_PLAN_PAYS] - amounts[A_OTHER_PLAN_PAYS]
    return put_signed(out, at, stake * decisions[decision + D_STAKE])


def put_shown(out: Any, at: int, is_shown: int, cents: int) -> int:
    """An amount with its comma, or the comma alone."""
    return put_signed(out, at, cents) if is_shown else put_comma(out, at)


def put_signed(out: Any, at: int, cents: int) -> int:
    """As money_text writes it, also of an amount below zero."""
    if cents >= 0:
        return put_amount(out, at, cents)
    whole = cents // 100
    out[at] = 45
    return put_amount(out, at + 1, cents - 200 * whole)


def large_numbers(lots: Any, waiting: Any, width: int, starts: Any) -> Any:
    """The rows in the table of large amounts of the orders that have one, in file order; for `lots`
    and `starts` see put_lines."""
    places = starts.copy()
    numbers = np.empty(len(lots), np.int64)
    count = 0
    for row in range(len(lots)):
        lot = lots[row]
        if lot == REJECTED_LOT:
            continue
        order = places[lot] * width
        places[lot] += 1
        if waiting[order + W_DECIDED] & IS_LARGE:
            numbers[count] = waiting[order + W_BILLED]
            count += 1
    return numbers[:count].copy()


def take_out(halves: Any, order: int, amounts: Any) -> None:
    """The amounts of a settled record."""
    for each in range(AMOUNTS_WIDTH):
        half = halves[2 * order + H_AMOUNTS + each]
        amounts[each] = NOTHING_SAID if half == MOST_IN_A_HALF else half


def put_line(
    out: Any,
    at: int,
    number: int,
    waiting: Any,
    order: int,
    ids: Any,
    ids_at: int,
    amounts: Any,
    decisions: Any,
    services: Any,
    texts: Any,
    reasons: Any,
    days: Any,
) -> int:
    """The line of an order with its end; where the next goes."""
    index = waiting[order + W_DECIDED] >> LOW_BITS
    decision = (index & KIND_MASK) * DECISION_WIDTH
    flags = waiting[order + W_DECIDED] & LOW_MASK & ~IS_LARGE
    lengths = waiting[order + W_TEXTS]
    at = put_head(out, at, number, lengths & LENGTH_MASK, lengths >> LENGTH_BITS, ids, ids_at)
    at = put_place(out, at, texts, decisions, decision + D_POLICY_AT)
    at = put_day(out, at, waiting[order + W_WHEN] >> ROW_BITS, days)
    at = put_comma(out, put_place(out, at, texts, services, 2 * (index >> KIND_BITS)))
    at = put_place(out, at, texts, decisions, decision + D_MIDDLE_AT)
    at = put_comma(out, at)
    patient = 0
    for each in range(A_COPAY, A_PLAN_PAYS):
        patient += amounts[each]
    write_off = amounts[A_BILLED] - patient - amounts[A_PLAN_PAYS]
    at = put_amounts(out, at, amounts, patient, write_off, decisions, decision)
    code = decisions[decision + D_REASONS] * REASON_MASKS + mask_of(amounts, write_off)
    at = put_comma(out, put_place(out, at, texts, reasons, 2 * code))
    at = put_place(out, at, texts, decisions, decision + D_NEEDS_AT + 2 * flags)
    out[at] = NEWLINE
    return at + 1


def put_lines(
    lots: Any,
    number: int,
    waiting: Any,
    halves: Any,
    width: int,
    ids: Any,
    starts: Any,
    ends: Any,
    large: Any,
    decisions: Any,
    services: Any,
    texts: Any,
    reasons: Any,
    out: Any,
) -> int:
    """The lines of rows numbered from `number` on, in file order; how many bytes they are.

    `lots` are those of the rows; `starts` and `ends` say where the next order of each lot stands and
    where its texts do, and are moved on; `large` are the amounts of those that large_numbers tells.
    """
    amounts = np.zeros(AMOUNTS_WIDTH, np.int64)
    days = np.zeros(DAYS_KNOWN * 3, np.int64)
    has_raw = width > W_RAW_TEXTS
    at = next_large = 0
    for row in range(len(lots)):
        lot = lots[row]
        if lot == REJECTED_LOT:
            continue
        order, ids_at = starts[lot] * width, ends[lot]
        if waiting[order + W_DECIDED] & IS_LARGE:
            amounts[:] = large[next_large]
            next_large += 1
        else:
            take_out(halves, order, amounts)
        at = put_line(
            out,
            at,
            number + row,
            waiting,
            order,
            ids,
            ids_at,
            amounts,
            decisions,
            services,
            texts,
            reasons,
            days,
        )
        starts[lot] += 1
        ends[lot] += both_lengths(waiting[order + W_TEXTS])
        if has_raw:
            ends[lot] += both_lengths(waiting[order + W_RAW_TEXTS])
    return at
