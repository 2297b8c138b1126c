"""Results to the lines of a result file (SPEC 7), as engine/partition.py writes them."""

from __future__ import annotations

from typing import Any

from scancost.engine.columns.loops.layout import (
    D_MIDDLE_AT,
    D_NEEDS_AT,
    D_POLICY_AT,
    D_REASONS,
    D_SHOWS,
    D_STAKE,
    D_STATUS,
    LENGTH_BITS,
    LENGTH_MASK,
    T_ALLOWED,
    T_AT_STAKE,
    T_BILLED,
    T_PATIENT_PAYS,
    T_PLAN_PAYS,
    T_STATUS,
    T_TO_AUTHORIZE,
    T_WRITE_OFF,
    W_BILLED,
    W_DAY,
    W_NUMBER,
    W_TEXTS,
)
from scancost.engine.columns.loops.lots import REJECTED_LOT
from scancost.engine.columns.loops.text import COMMA, DOT, NEWLINE, calendar
from scancost.engine.columns.machine import load_4_at, move, move_from, store_8
from scancost.kernel.ledger import UNKNOWN
from scancost.kernel.walk import (
    BALANCE_BILL,
    COINSURANCE,
    COPAY,
    DEDUCTIBLE,
    DEDUCTIBLE_LEFT,
    OTHER_PATIENT_PAYS,
    OTHER_PLAN_PAYS,
    OUT_OF_POCKET_LEFT,
    PATIENT_PAYS,
    PENALTY,
    PLAN_PAYS,
    PURPOSE_PATIENT_PAYS,
    UNCOVERED,
    WORKSHEET,
    WRITE_OFF,
)

ZERO = 48
FIXED_BYTES = 420  # a line's numbers, dates and commas at their longest
LENGTH_BYTES = 4  # of the length that stands before a line
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


def put_head(out: Any, at: int, waiting: Any, order: int, ids: Any, ids_at: int) -> int:
    """`row,order_id,member_id,` and where the rest goes."""
    number = waiting[order + W_NUMBER]
    at = put_comma(out, put_number(out, at, number))
    own = waiting[order + W_TEXTS] & LENGTH_MASK
    member = waiting[order + W_TEXTS] >> LENGTH_BITS
    if own > 0:
        move(out, at, ids, ids_at, own)
        at += own
    else:
        at = put_number(out, at, number)
    at = put_comma(out, at)
    if member > 0:
        move(out, at, ids, ids_at + own, member)
    return put_comma(out, at + member)


def mask_of(results: Any, result: int) -> int:
    """Which of the amounts that have reason codes are not zero, in the order of SPEC 6."""
    mask = 1 if results[result + COPAY] != 0 else 0
    mask |= 2 if results[result + DEDUCTIBLE] != 0 else 0
    mask |= 4 if results[result + COINSURANCE] != 0 else 0
    mask |= 8 if results[result + PENALTY] != 0 else 0
    mask |= 16 if results[result + BALANCE_BILL] != 0 else 0
    mask |= 32 if results[result + UNCOVERED] != 0 else 0
    mask |= 64 if results[result + WRITE_OFF] != 0 else 0
    return mask


def put_amounts(
    out: Any,
    at: int,
    billed: int,
    results: Any,
    result: int,
    decisions: Any,
    decision: int,
    totals: Any,
) -> int:
    """The amounts of a result, each with its comma; they are added to the totals."""
    allowed, patient, plan = (
        results[result + WORKSHEET],
        results[result + PATIENT_PAYS],
        results[result + PLAN_PAYS],
    )
    write_off = results[result + WRITE_OFF]
    at = put_amount(out, at, billed)
    at = put_amount(out, at, allowed)
    at = put_amount(out, at, results[result + COPAY])
    at = put_amount(out, at, results[result + DEDUCTIBLE])
    at = put_amount(out, at, results[result + COINSURANCE])
    at = put_amount(out, at, results[result + PENALTY])
    at = put_amount(out, at, results[result + BALANCE_BILL])
    at = put_amount(out, at, results[result + UNCOVERED])
    at = put_amount(out, at, patient)
    at = put_amount(out, at, plan)
    at = put_amount(out, at, write_off)
    totals[T_BILLED] += billed
    totals[T_ALLOWED] += allowed
    totals[T_PATIENT_PAYS] += patient
    totals[T_PLAN_PAYS] += plan
    totals[T_WRITE_OFF] += write_off
    shows = decisions[decision + D_SHOWS]
    at = put_shown(out, at, shows & SHOWS_DEDUCTIBLE_LEFT, results[result + DEDUCTIBLE_LEFT])
    at = put_shown(out, at, shows & SHOWS_OUT_OF_POCKET_LEFT, results[result + OUT_OF_POCKET_LEFT])
    at = put_shown(out, at, shows & SHOWS_NOT_AUTHORIZED, results[result + OTHER_PATIENT_PAYS])
    purpose = results[result + PURPOSE_PATIENT_PAYS]
    at = put_shown(out, at, 1 if purpose != UNKNOWN else 0, purpose)
    if decisions[decision + D_STAKE] == 0:
        return put_comma(out, at)
    stake = (plan - results[result + OTHER_PLAN_PAYS]) * decisions[decision + D_STAKE]
    totals[T_AT_STAKE] += stake
    totals[T_TO_AUTHORIZE] += 1
    return put_signed(out, at, stake)


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


def put_line(
    out: Any,
    at: int,
    waiting: Any,
    order: int,
    ids: Any,
    ids_at: int,
    results: Any,
    result: int,
    decisions: Any,
    decision: int,
    flags: int,
    texts: Any,
    reasons: Any,
    totals: Any,
) -> int:
    """The line of a result with its end, after its length; where the next goes. `flags`: bit 0
    where nothing was stated of the member's balances, bit 1 after a rejected order."""
    start = at
    at = put_head(out, at + LENGTH_BYTES, waiting, order, ids, ids_at)
    at = put_place(out, at, texts, decisions, decision + D_POLICY_AT)
    at = put_day(out, at, waiting[order + W_DAY])
    at = put_place(out, at, texts, decisions, decision + D_MIDDLE_AT)
    at = put_comma(out, at)
    at = put_amounts(
        out, at, waiting[order + W_BILLED], results, result, decisions, decision, totals
    )
    totals[T_STATUS + decisions[decision + D_STATUS]] += 1
    code = decisions[decision + D_REASONS] * REASON_MASKS + mask_of(results, result)
    at = put_comma(out, put_place(out, at, texts, reasons, 2 * code))
    at = put_place(out, at, texts, decisions, decision + D_NEEDS_AT + 2 * flags)
    out[at] = NEWLINE
    at += 1
    length = at - start - LENGTH_BYTES
    for byte in range(LENGTH_BYTES):
        out[start + byte] = (length >> (8 * byte)) & 255
    return at


def merge(lots: Any, row: int, places: Any, ends: Any, out: Any) -> tuple[int, int, int]:
    """Lines of the lots into file order, from a row on, until `out` is full or a lot has no whole
    line left: the row it stopped at, the bytes written, and that lot or -1.

    `places` and `ends` are addresses of what is left of each lot.
    """
    at = 0
    while row < len(lots):
        lot = lots[row]
        if lot != REJECTED_LOT:
            place = places[lot]
            if place + LENGTH_BYTES > ends[lot]:
                return row, at, lot
            length = load_4_at(place)
            if place + LENGTH_BYTES + length > ends[lot]:
                return row, at, lot
            if at + length > len(out):
                return row, at, -1
            move_from(out, at, place + LENGTH_BYTES, length)
            at += length
            places[lot] = place + LENGTH_BYTES + length
        row += 1
    return row, at, -1
