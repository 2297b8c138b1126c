"""The pairs of billed and allowed that an order is settled at (SPEC 5, "Unknowns"). Cents."""

from typing import NamedTuple

from scancost.kernel import walk as k
from scancost.kernel.money import HUNDRED_PERCENT
from scancost.kernel.outcome import BALANCE_FULL, NOT_COVERED, SETTLED
from scancost.model.order import Order

Terms = tuple[int, ...]
"""A row of kernel terms (kernel/walk.py)."""

Pair = tuple[int, int]


class Point(NamedTuple):
    """One price from a price book: the allowed amount and the provider's charge, where known."""

    allowed: int | None
    billed: int | None


class AtPrices(NamedTuple):
    """What to settle: pairs of billed and allowed, the likeliest first (none: no price is known).

    `is_open` says that the patient's share has no upper end (an unknown balance bill),
    `is_unpriced` that the price itself is unknown.
    """

    pairs: list[Pair]
    is_open: bool
    is_unpriced: bool


def prices(order: Order, terms: Terms, points: tuple[Point, ...] = ()) -> AtPrices:
    """The pairs of billed and allowed to settle for one order under a row of terms: those of its
    decision, or those with the other answer on the authorization.

    An unknown allowed amount is somewhere up to billed; an unknown bill out of network is allowed
    and what the policy lets the provider add. With several `points` of a price book: all of them,
    and the knee of a limited balance bill between two.
    """
    if not points:
        return _at(order, terms, order.billed, order.allowed)
    found = [_at(order, terms, each.billed, each.allowed) for each in points]
    pairs = [pair for each in found for pair in each.pairs]
    pairs += _knees_between(points, terms[k.BALANCE_RATE])
    is_open = any(each.is_open for each in found)
    return AtPrices(list(dict.fromkeys(pairs)), is_open, any(each.is_unpriced for each in found))


def _at(order: Order, terms: Terms, billed: int | None, allowed: int | None) -> AtPrices:
    """The pairs of one price."""
    rate, outcome = terms[k.BALANCE_RATE], terms[k.OUTCOME]
    if allowed is None and billed is None:
        is_cash = outcome == NOT_COVERED and order.cash_price is not None
        cash = order.cash_price or 0  # it alone decides what is not covered (SPEC 5)
        return AtPrices([(cash, cash)] if is_cash else [], False, True)
    if allowed is None:
        assert billed is not None
        at = [(billed, price) for price in (billed, *_knees(billed, rate), 0)]
        return AtPrices(at, False, True)
    if billed is not None:
        return AtPrices([(billed, allowed)], False, False)
    if terms[k.IS_CONTRACTED]:
        return AtPrices([(allowed, allowed)], False, False)
    if outcome == SETTLED and rate != BALANCE_FULL:
        most = allowed + (allowed * rate + HUNDRED_PERCENT // 2) // HUNDRED_PERCENT
        return AtPrices([(allowed, allowed), (most, allowed)], False, False)
    if outcome == NOT_COVERED and order.cash_price is not None:
        most = max(order.cash_price, allowed)
        return AtPrices([(most, allowed)], False, False)
    return AtPrices([(allowed, allowed)], True, False)


def _knees(billed: int, rate: int) -> tuple[int, ...]:
    """Where a limited balance bill turns: allowed = billed / (1 + R), and its neighbours."""
    if rate <= 0:
        return ()
    knee = billed * HUNDRED_PERCENT // (HUNDRED_PERCENT + rate)
    return tuple(price for price in (knee - 1, knee, knee + 1, knee + 2) if 0 <= price <= billed)


def _knees_between(points: tuple[Point, ...], rate: int) -> list[Pair]:
    """The knees of each charge that lie between the lowest and the highest allowed amount."""
    allowed = [each.allowed for each in points if each.allowed is not None]
    if not allowed:
        return []
    charges = {each.billed for each in points if each.billed is not None}
    return [
        (billed, price)
        for billed in sorted(charges)
        for price in _knees(billed, rate)
        if min(allowed) <= price <= max(allowed)
    ]
