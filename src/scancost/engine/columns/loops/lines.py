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
from scancost.engine.columns.loops.lots import REJECTED_LOT, WORD, both_lengths
from scancost.engine.columns.loops.text import COMMA, DOT, NEWLINE, calendar
from scancost.engine.columns.machine import load_8_at, move, store_8

ZERO = 48
FIXED_BYTES = 420  # a line's numbers, dates and commas at their longest
REASON_MASKS = 128  # seven amounts, each zero or not
SHOWS_DEDUCTIBLE_LEFT, SHOWS_OUT_OF_POCKET_LEFT, SHOWS_NOT_AUTHORIZED = 1, 2, 4


def put_number(out: Any, at: int, value: int) -> int:
    """An int of 0 or more in digits; where the next byte goes."""
    if value < 10:
        out[at] = ZERO + value
        return at + 1
    digits = 2
    bound = 100
    while value >= bound:
        digits += 1
        bound *= 10
    end = place = at + digits
    while value >= 100:
        rest = value // 100
        pair = value - rest * 100
        tens = pair // 10
        out[place - 1] = ZERO + pair - tens * 10
        out[place - 2] = ZERO + tens
        place -= 2
        value = rest
    if value >= 10:
        tens = value // 10
        out[at] = ZERO + tens
        out[at + 1] = ZERO + value - tens * 10
    else:
        out[at] = ZERO + value
    return end


def put_amount(out: Any, at: int, cents: int) -> int:
    """`1250.00,` of cents."""
    if cents == 0:
        store_8(out, at, 0x2C30302E30)  # "0.00,", the first byte lowest
        return at + 5
    whole = cents // 100
    parts = cents - whole * 100
    at = put_number(out, at, whole)
    tens = parts // 10
    out[at] = DOT
    out[at + 1] = ZERO + tens
    out[at + 2] = ZERO + parts - tens * 10
    out[at + 3] = COMMA
    return at + 4


def put_comma(out: Any, at: int) -> int:
    out[at] = COMMA
    return at + 1


def put_day(out: Any, at: int, day: int) -> int:
    """`2026-06-01,` of an ordinal."""
    year, month, date = calendar(day)
    for place in range(3, -1, -1):
        out[at + place] = ZERO + year % 10
        year //= 10
    out[at + 4] = out[at + 7] = 45
    out[at + 5], out[at + 6] = ZERO + month // 10, ZERO + month % 10
    out[at + 8], out[at + 9] = ZERO + date // 10, ZERO + date % 10
    out[at + 10] = COMMA
    return at + 11


def put_place(out: Any, at: int, texts: Any, places: Any, column: int) -> int:
    """A text whose place and length stand in two columns of a table."""
    length = places[column + 1]
    if length > 0:
        move(out, at, texts, places[column], length)
    return at + length


def put_head(out: Any, at: int, number: int, own: int, member: int, ids: Any, ids_at: int) -> int:
    """`row,order_id,member_id,` and where the rest goes; `own` and `member` are lengths of texts."""
    at = put_comma(out, put_number(out, at, number))
    if own > 0:
        move(out, at, ids, ids_at, own)
        at += own
    else:
        at = put_number(out, at, number)
    at = put_comma(out, at)
    if member > 0:
        move(out, at, ids, ids_at + own, member)
    return put_comma(out, at + member)


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


def take_out(waiting: Any, halves: Any, order: int, large: int, amounts: Any) -> None:
    """The amounts of a settled record; `large` is the address of its lot's table of large ones."""
    if waiting[order + W_DECIDED] & IS_LARGE:
        row = large + waiting[order + W_BILLED] * AMOUNTS_WIDTH * WORD
        for each in range(AMOUNTS_WIDTH):
            amounts[each] = load_8_at(row + each * WORD)
        return
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
    texts: Any,
    reasons: Any,
) -> int:
    """The line of an order with its end; where the next goes."""
    decision = (waiting[order + W_DECIDED] >> LOW_BITS) * DECISION_WIDTH
    flags = waiting[order + W_DECIDED] & LOW_MASK & ~IS_LARGE
    lengths = waiting[order + W_TEXTS]
    at = put_head(out, at, number, lengths & LENGTH_MASK, lengths >> LENGTH_BITS, ids, ids_at)
    at = put_place(out, at, texts, decisions, decision + D_POLICY_AT)
    at = put_day(out, at, waiting[order + W_WHEN] >> ROW_BITS)
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
    larges: Any,
    decisions: Any,
    texts: Any,
    reasons: Any,
    out: Any,
) -> int:
    """The lines of rows numbered from `number` on, in file order; how many bytes they are.

    `lots` are those of the rows; `starts` and `ends` say where the next order of each lot stands and
    where its texts do, and are moved on; `larges` are addresses by lot.
    """
    amounts = np.zeros(AMOUNTS_WIDTH, np.int64)
    has_raw = width > W_RAW_TEXTS
    at = 0
    for row in range(len(lots)):
        lot = lots[row]
        if lot == REJECTED_LOT:
            continue
        order, ids_at = starts[lot] * width, ends[lot]
        take_out(waiting, halves, order, larges[lot], amounts)
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
            texts,
            reasons,
        )
        starts[lot] += 1
        ends[lot] += both_lengths(waiting[order + W_TEXTS])
        if has_raw:
            ends[lot] += both_lengths(waiting[order + W_RAW_TEXTS])
    return at
