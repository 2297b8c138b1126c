"""Records dealt into lots by family, so that the accumulators of a lot stay close at hand."""

from __future__ import annotations

from typing import Any

import numpy as np

from scancost.engine.columns.loops.layout import (
    ALONE,
    D_POLICY,
    DECISION_WIDTH,
    IN_FAMILY,
    KIND_MASK,
    LENGTH_BITS,
    LENGTH_MASK,
    LOW_BITS,
    LOW_MASK,
    MEMBER_ALONE,
    R_ALLOWED,
    R_BALANCE,
    R_BILLED,
    R_CASH,
    R_DAY,
    R_DECIDED,
    R_FAMILY,
    R_FAMILY_AT,
    R_FAMILY_LENGTH,
    R_IS_GOOD,
    R_MEMBER,
    R_MEMBER_AT,
    R_MEMBER_LENGTH,
    R_ORDER_AT,
    R_ORDER_LENGTH,
    R_RAW_AT,
    R_RAW_LENGTH,
    READ_WIDTH,
    ROW_BITS,
    SPAN_END,
    SPAN_PART,
    SPAN_START,
    SPAN_TEXT,
    SPAN_TEXT_END,
    SPAN_WIDTH,
    W_ALLOWED,
    W_BILLED,
    W_CASH,
    W_DECIDED,
    W_FAMILY,
    W_MEMBER,
    W_RAW_TEXTS,
    W_STATED,
    W_TEXTS,
    W_WHEN,
)
from scancost.engine.columns.loops.text import LOW_HALF
from scancost.engine.columns.machine import move, move_from, move_to

REJECTED_LOT = 0xFFFF
WORD = 8  # bytes of a column of a record
SPREAD = 0x1B873593CC9E2D51
SPREAD_AGAIN = 0x2545F4914F6CDD1D
AGAIN = 0x5851F42D  # more than any policy and kind


def lot_of(who: int, one: int, two: int, lots: int) -> int:
    """The lot of a family (or member, or row) of a policy and a kind (`who`, see who_of): any even
    spread will do; `lots` a power of two."""
    state = (one ^ (two * SPREAD_AGAIN) ^ who) * SPREAD
    state ^= (state >> 32) & LOW_HALF
    state *= SPREAD_AGAIN
    return (state >> 40) & (lots - 1)


def kind_of(records: Any, base: int) -> int:
    if records[base + R_FAMILY_LENGTH] > 0:
        return IN_FAMILY
    return MEMBER_ALONE if records[base + R_MEMBER_LENGTH] > 0 else ALONE


def place_rows(
    records: Any,
    count: int,
    salt: int,
    policies: Any,
    lots: Any,
    keeps: int,
    starts: Any,
    ends: Any,
) -> None:
    """The lot of each row (REJECTED_LOT: none), and the rows and bytes of text of each lot, summed:
    lot k has rows `starts[k]` to `starts[k + 1]` and bytes `ends[k]` to `ends[k + 1]`."""
    most = len(starts) - 1
    for row in range(count):
        base = row * READ_WIDTH
        if records[base + R_IS_GOOD] != 1:
            lots[row] = REJECTED_LOT
            continue
        kind = kind_of(records, base)
        at = R_FAMILY if kind == IN_FAMILY else R_MEMBER
        one, two = records[base + at], records[base + at + 1]
        if kind == ALONE:
            one = salt + row
        who = policies[records[base + R_DECIDED] & KIND_MASK] * 4 + kind
        lot = lot_of(who, one, two, most)
        lots[row] = lot
        starts[lot + 1] += 1
        ends[lot + 1] += records[base + R_ORDER_LENGTH] + records[base + R_MEMBER_LENGTH]
        if keeps:
            ends[lot + 1] += records[base + R_RAW_LENGTH] + records[base + R_FAMILY_LENGTH]
    for lot in range(most):
        starts[lot + 1] += starts[lot]
        ends[lot + 1] += ends[lot]


def put_text(data: Any, size: int, extra: Any, at: int, length: int, texts: Any, to: int) -> int:
    """Copy a text of the block (or, from `size` on, of `extra`); where the next one goes."""
    if length > 0:
        if at >= size:
            move(texts, to, extra, at - size, length)
        else:
            move(texts, to, data, at, length)
    return to + length


def deal(
    data: Any,
    size: int,
    extra: Any,
    records: Any,
    count: int,
    lots: Any,
    keeps: int,
    starts: Any,
    ends: Any,
    waiting: Any,
    width: int,
    texts: Any,
) -> None:
    """Copy each row and its texts to its lot. `starts` and `ends` are moved on, so are copies."""
    has_raw, has_balances = width > W_RAW_TEXTS, width > W_STATED
    for row in range(count):
        lot = lots[row]
        if lot == REJECTED_LOT:
            continue
        base = row * READ_WIDTH
        order = starts[lot] * width
        starts[lot] += 1
        kind = kind_of(records, base)
        waiting[order + W_WHEN] = (records[base + R_DAY] << ROW_BITS) | row
        waiting[order + W_DECIDED] = (records[base + R_DECIDED] << LOW_BITS) | kind
        waiting[order + W_BILLED] = records[base + R_BILLED]
        waiting[order + W_ALLOWED] = records[base + R_ALLOWED]
        waiting[order + W_CASH] = records[base + R_CASH]
        at = R_FAMILY if kind == IN_FAMILY else R_MEMBER
        waiting[order + W_FAMILY] = records[base + at]
        waiting[order + W_FAMILY + 1] = records[base + at + 1]
        waiting[order + W_MEMBER] = records[base + R_MEMBER]
        waiting[order + W_MEMBER + 1] = records[base + R_MEMBER + 1]
        own, member = records[base + R_ORDER_LENGTH], records[base + R_MEMBER_LENGTH]
        to = ends[lot]
        to = put_text(data, size, extra, records[base + R_ORDER_AT], own, texts, to)
        to = put_text(data, size, extra, records[base + R_MEMBER_AT], member, texts, to)
        if keeps:
            raw, family = records[base + R_RAW_LENGTH], records[base + R_FAMILY_LENGTH]
            to = put_text(data, size, extra, records[base + R_RAW_AT], raw, texts, to)
            to = put_text(data, size, extra, records[base + R_FAMILY_AT], family, texts, to)
            waiting[order + W_RAW_TEXTS] = raw | (family << LENGTH_BITS)
        elif has_raw:
            waiting[order + W_RAW_TEXTS] = 0
        waiting[order + W_TEXTS] = own | (member << LENGTH_BITS)
        ends[lot] = to
        if has_balances:
            for which in range(4):
                waiting[order + W_STATED + which] = records[base + R_BALANCE + which]


def spans_of(starts: Any, ends: Any, lot: int) -> Any:
    """The spans of a lot in parts; `starts` and `ends` are as place_rows made them, a column a part."""
    count = 0
    for part in range(starts.shape[1]):
        count += starts[lot, part] < starts[lot + 1, part]
    spans = np.empty((count, SPAN_WIDTH), np.int64)
    at = 0
    for part in range(starts.shape[1]):
        if starts[lot, part] < starts[lot + 1, part]:
            spans[at, SPAN_PART] = part
            spans[at, SPAN_START], spans[at, SPAN_END] = starts[lot, part], starts[lot + 1, part]
            spans[at, SPAN_TEXT], spans[at, SPAN_TEXT_END] = ends[lot, part], ends[lot + 1, part]
            at += 1
    return spans


def gather(places: Any, spans: Any, waiting: Any, as_bytes: Any, width: int) -> None:
    """The records of spans, one after another; `as_bytes` is `waiting`.

    `places` has for each part the number of its first row and the addresses of its records and
    texts. Rows get their number in the file.
    """
    row = 0
    size = width * WORD
    for at in range(len(spans)):
        part, first = spans[at, SPAN_PART], spans[at, SPAN_START]
        count = spans[at, SPAN_END] - first
        move_from(as_bytes, row * size, places[part, 1] + first * size, count * size)
        for each in range(row, row + count):
            waiting[each * width + W_WHEN] += places[part, 0]
        row += count


def gather_texts(places: Any, spans: Any, texts: Any) -> None:
    """The texts of spans, one after another."""
    to = 0
    for at in range(len(spans)):
        start = spans[at, SPAN_TEXT]
        length = spans[at, SPAN_TEXT_END] - start
        if length > 0:
            move_from(texts, to, places[spans[at, SPAN_PART], 2] + start, length)
            to += length


def give_back(places: Any, spans: Any, as_bytes: Any, width: int) -> None:
    """The settled records of spans, each to where `gather` had it from."""
    row = 0
    size = width * WORD
    for at in range(len(spans)):
        first = spans[at, SPAN_START]
        count = spans[at, SPAN_END] - first
        address = places[spans[at, SPAN_PART], 1] + first * size
        move_to(address, as_bytes, row * size, count * size)
        row += count


def text_lengths(waiting: Any, width: int) -> Any:
    """The bytes of the texts of each order."""
    lengths = np.empty(len(waiting) // width, np.int64)
    for row in range(len(lengths)):
        lengths[row] = both_lengths(waiting[row * width + W_TEXTS])
        if width > W_RAW_TEXTS:
            lengths[row] += both_lengths(waiting[row * width + W_RAW_TEXTS])
    return lengths


def lots_by_family(waiting: Any, width: int, decisions: Any, most: int) -> Any:
    """The lot of each order among `most` (a power of two): another spread than the first."""
    lots = np.empty(len(waiting) // width, np.uint16)
    for row in range(len(lots)):
        order = row * width
        who = who_of(waiting[order + W_DECIDED], decisions)
        one, two = waiting[order + W_FAMILY], waiting[order + W_FAMILY + 1]
        if who % 4 == ALONE:
            one = waiting[order + W_WHEN]
        lots[row] = lot_of(who + AGAIN, one, two, most)
    return lots


def who_of(decided: int, decisions: Any) -> int:
    """The policy and the kind of what an order shares accumulators with, from W_DECIDED."""
    decision = (decided >> LOW_BITS & KIND_MASK) * DECISION_WIDTH
    return decisions[decision + D_POLICY] * 4 + (decided & LOW_MASK)


def deal_texts(texts: Any, lengths: Any, order: Any) -> Any:
    """The texts of orders, one after another, in another order."""
    starts = np.cumsum(lengths) - lengths
    dealt = np.empty(len(texts), np.uint8)
    to = 0
    for row in order:
        if lengths[row] > 0:
            move(dealt, to, texts, starts[row], lengths[row])
            to += lengths[row]
    return dealt


def pass_over(lots: Any, waiting: Any, width: int, starts: Any, ends: Any) -> None:
    """Move `starts` and `ends` on, past the orders of these rows (`lots`) and their texts."""
    has_raw = width > W_RAW_TEXTS
    for row in range(len(lots)):
        lot = lots[row]
        if lot != REJECTED_LOT:
            order = starts[lot] * width
            starts[lot] += 1
            ends[lot] += both_lengths(waiting[order + W_TEXTS])
            if has_raw:
                ends[lot] += both_lengths(waiting[order + W_RAW_TEXTS])


def both_lengths(lengths: int) -> int:
    """The bytes of two texts whose lengths stand in one word."""
    return (lengths & LENGTH_MASK) + (lengths >> LENGTH_BITS)
