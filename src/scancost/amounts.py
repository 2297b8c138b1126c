"""Money, rates and dates as people write them, to cents, basis points and dates (SPEC 1)."""

from __future__ import annotations

import re
from datetime import date

from scancost.problems import Wrong

LARGEST_CENTS = 99_999_999_999  # $999,999,999.99

_PLAIN = re.compile(r"\$?([0-9]{1,12})(?:\.([0-9]{1,2}))?", re.ASCII)
_COMMAS = re.compile(r"\$?([0-9]{1,3}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?", re.ASCII)
_RATE = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?", re.ASCII)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_THIRD_DECIMAL = re.compile(r"\$?[0-9,]+\.[0-9]{3,}", re.ASCII)


def money(text: str) -> int:
    """Cents of `1250`, `$1,250.00` or `1250.5`; raises Wrong for anything else."""
    text = text.strip()
    found = _PLAIN.fullmatch(text) or _COMMAS.fullmatch(text)
    if found is None:
        raise Wrong(_what_is_wrong(text))
    dollars, cents = found.groups(default="")
    total = int(dollars.replace(",", "")) * 100 + int(cents.ljust(2, "0"))
    if total > LARGEST_CENTS:
        raise Wrong("money_too_large")
    return total


def _what_is_wrong(text: str) -> str:
    if _THIRD_DECIMAL.fullmatch(text):
        return "money_third_decimal"
    if text[:1] in ("-", "+", "(") or text.startswith("$-"):
        return "money_sign"
    if "," in text:
        return "money_commas"
    return "money_not_an_amount"


def money_text(cents: int) -> str:
    """`1250.00`: plain, as in results and JSON."""
    return f"{cents // 100}.{cents % 100:02d}"


def dollars(cents: int) -> str:
    """`$1,250.00`: as people read it."""
    return f"${cents // 100:,}.{cents % 100:02d}"


def short_dollars(cents: int) -> str:
    """`$1,250` or `$19.99`: as phrases write it."""
    return f"${cents // 100:,}" if cents % 100 == 0 else dollars(cents)


def rate(text: str) -> int:
    """Basis points of `20`, `33.33` (a percentage from 0 to 100); raises Wrong."""
    found = _RATE.fullmatch(text.strip())
    if found is None:
        raise Wrong("rate_not_a_rate")
    whole, parts = found.groups(default="")
    points = int(whole) * 100 + int(parts.ljust(2, "0"))
    if points > 10_000:
        raise Wrong("rate_above_100")
    return points


def rate_text(basis_points: int) -> str:
    """`20%`, `33.33%`, `12.5%`."""
    whole, parts = divmod(basis_points, 100)
    return f"{whole}%" if parts == 0 else f"{whole}.{parts:02d}".rstrip("0") + "%"


def day(text: str) -> date:
    """The date of `2026-06-01`; raises Wrong for any other way of writing one."""
    text = text.strip()
    if _DATE.fullmatch(text) is None:
        raise Wrong("date_form")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Wrong("date_no_such_day") from None


def truth(text: str) -> bool:
    """`true`/`false`, also as spreadsheets and people write it: TRUE, False, yes, no."""
    folded = text.strip().lower()
    if folded in ("true", "yes"):
        return True
    if folded in ("false", "no"):
        return False
    raise Wrong("truth_form")
