"""How amounts, rates, dates, yes and no are written (SPEC 1; text of SPEC 3 and 7)."""

import re
from datetime import date
from functools import lru_cache

MONEY = re.compile(r"\$?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]{1,2})?")
RATE = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST = 99_999_999_999  # 999,999,999.99 in cents


class SpecError(ValueError):
    """Something that SPEC calls an error; the text says which."""


class PolicyError(SpecError):
    """A policy file that SPEC calls broken."""


def hundredths(plain: str) -> int:
    """`12`, `12.3` or `12.34` as hundredths: 1200, 1230, 1234."""
    whole, _, part = plain.partition(".")
    return int(whole) * 100 + int((part + "00")[:2])


@lru_cache(maxsize=200_000)
def cents(text: str) -> int:
    """Money as SPEC 1 lets it be written, in cents."""
    if not MONEY.fullmatch(text):
        raise SpecError("not an amount of money")
    amount = hundredths(text.removeprefix("$").replace(",", ""))
    if amount > MOST:
        raise SpecError("more money than 999,999,999.99")
    return amount


def basis_points(text: str) -> int:
    """A rate of 0 to 100 with at most two decimals, in hundredths of a percent."""
    if not RATE.fullmatch(text):
        raise SpecError("not a rate")
    rate = hundredths(text)
    if rate > 10_000:
        raise SpecError("a rate above 100")
    return rate


def share_of(rate: int, amount: int) -> int:
    """`rate` basis points of `amount` cents, half a cent up."""
    return (rate * amount + 5_000) // 10_000


def dollars(amount: int | None) -> str:
    """Cents as results print them: `1050.00`; nothing where there is nothing to say."""
    if amount is None:
        return ""
    return f"{amount // 100}.{amount % 100:02d}"


@lru_cache(maxsize=50_000)
def day(text: str) -> date:
    """`YYYY-MM-DD` and nothing else."""
    if not DATE.fullmatch(text):
        raise SpecError("not a date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise SpecError("not a day of the calendar") from None


def yes_or_no(text: str) -> bool:
    """`TRUE`, `False`, `yes` and their like."""
    said = text.lower()
    if said in ("true", "yes"):
        return True
    if said in ("false", "no"):
        return False
    raise SpecError("neither true nor false")
