"""Who pays what: penalties, denials, write-offs and the balance bill (SPEC 5). Cents throughout."""

from .ledger import UNKNOWN
from .money import share

# How an order ends (column OUTCOME of the terms).
SETTLED = 0  # covered or conditional: cost sharing, penalty, balance bill
WRITTEN_OFF = 1  # the provider may collect nothing
OWED_ALLOWED = 2  # the member owes allowed where contracted, else billed
NOT_COVERED = 3  # the member owes the cash price, never above billed; else billed

# What a missing authorization costs where it only costs a penalty (column PENALTY_KIND).
PENALTY_NONE = 0
PENALTY_FLAT = 1  # so many cents
PENALTY_ON_PLAN_PAYMENT = 2  # a rate of line 1 less line 10
PENALTY_ON_ALLOWED = 3  # a rate of line 1

# What an uncontracted provider may add (column BALANCE_RATE): basis points of allowed, or FULL.
BALANCE_FULL = -1


def penalty(kind: int, amount: int, ceiling: int, allowed: int, cost_share: int) -> int:
    """Line 11: never more than line 1 less line 10. `amount` is cents, or basis points of a base.

    `ceiling` is the "up to $X" of the phrase, NO_LIMIT without one.
    """
    plan_share = allowed - cost_share
    if kind == PENALTY_NONE:
        return 0
    if kind == PENALTY_FLAT:
        return min(amount, plan_share)
    base = plan_share if kind == PENALTY_ON_PLAN_PAYMENT else allowed
    return min(share(base, amount), ceiling, plan_share)


def balance_bill(billed: int, allowed: int, balance_rate: int) -> int:
    """Billed less allowed, limited by what the policy says of balance billing (rate 0: none)."""
    above = billed - allowed
    if balance_rate == BALANCE_FULL:
        return above
    return min(above, share(allowed, balance_rate))


def denied_parts(
    outcome: int, billed: int, allowed: int, cash_price: int, is_contracted: int
) -> int:
    """`not_covered`: what a denied or uncovered order leaves to the patient (SPEC 5's table)."""
    if outcome == WRITTEN_OFF:
        return 0
    if outcome == OWED_ALLOWED:
        return allowed if is_contracted else billed
    return billed if cash_price == UNKNOWN else min(cash_price, billed)
