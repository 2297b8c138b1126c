"""Cells of bytes to cents, ordinals and words of identity. Anything unusual is IRREGULAR: it is for
the interpreted reader to say what it means. Beside amounts.py. Arrays of bytes are padded."""

from __future__ import annotations

from typing import Any

from scancost.amounts import LARGEST_CENTS
from scancost.engine.columns.loops.layout import BLANK, IRREGULAR, NEVER
from scancost.engine.columns.machine import load_8, trailing_zeros

ONES = 0x0101010101010101
HIGHS = -0x7F7F7F7F7F7F7F80  # 0x80 in each byte
COMMAS = 0x2C * ONES
QUOTES = 0x22 * ONES
FOURTEENS = 14 * ONES  # below are the ends of lines, and a few that are looked at again
LOW_HALF = 0xFFFFFFFF
SEVEN_BYTES = 0x00FFFFFFFFFFFFFF
EXACT = 15  # the longest id that its words of identity hold whole
HASHED = -1 << 56
COMMA, NEWLINE, RETURN, QUOTE, SPACE, DOT, DOLLAR = 44, 10, 13, 34, 32, 46, 36
NEVER_LETTERS = 0x726576656E  # "never", the first letter lowest
LOWER_CASE = 0x2020202020
UNIX_EPOCH = 719_163  # the ordinal of 1970-01-01
DAYS_BEFORE_EPOCH = 719_468  # from 0000-03-01


def cell_end(data: Any, at: int) -> int:
    """Where the unquoted cell at `at` ends: at a comma or an end of line."""
    while True:
        word = load_8(data, at)
        comma = word ^ COMMAS
        found = (((comma - ONES) & ~comma) | ((word - FOURTEENS) & ~word)) & HIGHS
        if found == 0:
            at += 8
            continue
        at += trailing_zeros(found) >> 3
        if data[at] == COMMA or data[at] == NEWLINE or data[at] == RETURN:
            return at
        at += 1


def next_mark(data: Any, at: int, end: int) -> int:
    """Where the next quotation mark or end of line stands; `end` or more where none does."""
    while at < end:
        word = load_8(data, at)
        quote = word ^ QUOTES
        found = (((quote - ONES) & ~quote) | ((word - FOURTEENS) & ~word)) & HIGHS
        if found == 0:
            at += 8
            continue
        at += trailing_zeros(found) >> 3
        if data[at] == QUOTE or data[at] == NEWLINE or data[at] == RETURN:
            return at
        at += 1
    return end


def next_quote(data: Any, at: int, end: int) -> int:
    """Where the next quotation mark stands; `end` or more where none does."""
    while at < end:
        quote = load_8(data, at) ^ QUOTES
        found = (quote - ONES) & ~quote & HIGHS
        if found != 0:
            return at + (trailing_zeros(found) >> 3)
        at += 8
    return end


def first_bytes(data: Any, at: int, count: int) -> int:
    """So many bytes (at most eight) from `at` on as one int, the first one lowest."""
    if count >= 8:
        return load_8(data, at)
    return load_8(data, at) & ((1 << (8 * count)) - 1)


def mixed(data: Any, start: int, end: int, state: int, factor: int) -> int:
    """A hash state moved on by the bytes of a cell; each step loses nothing."""
    state = (state ^ (end - start)) * factor
    state ^= (state >> 32) & LOW_HALF
    while start < end:
        state = (state ^ first_bytes(data, start, end - start)) * factor
        state ^= (state >> 32) & LOW_HALF
        start += 8
    return state


def identity(data: Any, start: int, end: int, seeds: Any) -> tuple[int, int]:
    """Two words that stand for an id: its bytes and length where they fit, else 120 bits of hashes
    with factors of this run alone. Blank: 0, 0."""
    length = end - start
    if length <= 8:
        return first_bytes(data, start, length), length << 56
    if length <= EXACT:
        return load_8(data, start), first_bytes(data, start + 8, length - 8) | (length << 56)
    one = mixed(data, start, end, seeds[0], seeds[1])
    two = mixed(data, start, end, seeds[2], seeds[3])
    return one, (two & SEVEN_BYTES) | HASHED


def is_plain_id(data: Any, start: int, end: int) -> bool:
    """Whether an id goes into a result as it is: nothing to trim, to quote or to disarm."""
    first, last = data[start], data[end - 1]
    if first <= SPACE or last <= SPACE or first >= 128 or last >= 128:
        return False
    if first == 61 or first == 43 or first == 45 or first == 64:  # = + - @
        return False
    while start < end:
        word = first_bytes(data, start, end - start) ^ QUOTES
        if ((word - ONES) & ~word & HIGHS) != 0:
            return False
        start += 8
    return True


def trimmed_start(data: Any, start: int, end: int) -> int:
    while start < end and data[start] == SPACE:
        start += 1
    return start


def trimmed_end(data: Any, start: int, end: int) -> int:
    while start < end and data[end - 1] == SPACE:
        end -= 1
    return end


def cents_of(data: Any, start: int, end: int) -> int:
    """Cents of `1250`, `$1,250.00`, `1250.5`; BLANK; or IRREGULAR."""
    if start < end and (data[start] == SPACE or data[end - 1] == SPACE):
        start = trimmed_start(data, start, end)
        end = trimmed_end(data, start, end)
    if start == end:
        return BLANK
    if data[start] == DOLLAR:
        start += 1
    value = digits = since = commas = 0
    while start < end and data[start] != DOT:
        digit = data[start] - 48
        if 0 <= digit <= 9:
            value = value * 10 + digit
            digits += 1
            since += 1
        elif data[start] == COMMA and (since == 3 if commas else 1 <= since <= 3):
            commas += 1
            since = 0
        else:
            return IRREGULAR
        start += 1
    if digits == 0 or digits > 12 or (commas and since != 3):
        return IRREGULAR
    value *= 100
    if start < end:
        tens, ones = data[start + 1] - 48, data[start + 2] - 48
        if end - start == 2:
            ones = 0
        elif end - start != 3:
            return IRREGULAR
        if not (0 <= tens <= 9 and 0 <= ones <= 9):
            return IRREGULAR
        value += tens * 10 + ones
    return IRREGULAR if value > LARGEST_CENTS else value


def ordinal_of(data: Any, start: int, end: int) -> int:
    """The ordinal of `2026-06-01`; BLANK; or IRREGULAR."""
    if start < end and (data[start] == SPACE or data[end - 1] == SPACE):
        start = trimmed_start(data, start, end)
        end = trimmed_end(data, start, end)
    if start == end:
        return BLANK
    if end - start != 10 or data[start + 4] != 45 or data[start + 7] != 45:
        return IRREGULAR
    for place in range(10):
        digit = data[start + place] - 48
        if place != 4 and place != 7 and not 0 <= digit <= 9:
            return IRREGULAR
    year = (data[start] - 48) * 1000 + (data[start + 1] - 48) * 100
    year += (data[start + 2] - 48) * 10 + data[start + 3] - 48
    month = (data[start + 5] - 48) * 10 + data[start + 6] - 48
    day = (data[start + 8] - 48) * 10 + data[start + 9] - 48
    if year < 1 or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return IRREGULAR
    return ordinal(year, month, day)


def month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month == 4 or month == 6 or month == 9 or month == 11 else 31


def ordinal(year: int, month: int, day: int) -> int:
    """As date.toordinal: years counted from March, so that a leap day is the last of its year."""
    if month <= 2:
        year -= 1
        month += 12
    of_year = (153 * (month - 3) + 2) // 5 + day - 1
    days = year * 365 + year // 4 - year // 100 + year // 400 + of_year
    return days - DAYS_BEFORE_EPOCH + UNIX_EPOCH


def calendar(day: int) -> tuple[int, int, int]:
    """Year, month and day of an ordinal."""
    days = day - UNIX_EPOCH + DAYS_BEFORE_EPOCH
    era = days // 146_097
    of_era = days - era * 146_097
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    year = year_of_era + era * 400 + (1 if month <= 2 else 0)
    return year, month, of_year - (153 * shifted + 2) // 5 + 1


def last_service_of(data: Any, start: int, end: int) -> int:
    """The ordinal of the last screening; NEVER; BLANK; or IRREGULAR."""
    start = trimmed_start(data, start, end)
    end = trimmed_end(data, start, end)
    if end - start == 5 and (first_bytes(data, start, 5) | LOWER_CASE) == NEVER_LETTERS:
        return NEVER
    return ordinal_of(data, start, end)
