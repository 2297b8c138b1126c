"""A card with `unknown` on it: each unknown at its most, and what is to be said about it.

Read beside engine/unknown_terms.py, which opens what was settled so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from scancost.amounts import LARGEST_CENTS, money, money_text
from scancost.cli.card import Card
from scancost.engine.unknown_terms import BENEFIT, DEDUCTIBLE, ONLY_LEFT
from scancost.files.tables import table
from scancost.model.order import Order
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.findings import Finding

UNKNOWN = "unknown"
WITH_FEDERAL_LIMIT = ("employer", "individual", "marketplace")
PATIENT_PAYS_ALL = "100% coinsurance after deductible"


def is_unknown(text: str | None) -> bool:
    """Whether a value of the card is the word `unknown`."""
    return text is not None and text.strip().lower() == UNKNOWN


def known(
    card: Card, service_date: date, orders: Sequence[Order] = ()
) -> tuple[Card, tuple[Finding, ...]]:
    """The card with each unknown at its most, and a finding for each; `orders` say what was met, or
    is left, of an unknown deductible. Raises Problems for a year that the table of federal limits
    does not have."""
    notes = []
    if is_unknown(card.out_of_pocket_max):
        most = _federal_limit(card, service_date.year)
        card = replace(card, out_of_pocket_max="none" if most is None else money_text(most))
        values = {"year": service_date.year, "most": most}
        notes.append(
            Finding("card_maximum_unknown", values)
            if most is not None
            else Finding("card_no_maximum")
        )
    if is_unknown(card.deductible):
        card = replace(card, deductible=_most_deductible(card, orders))
        notes.append(Finding(ONLY_LEFT if _is_left(orders) else DEDUCTIBLE))
    if is_unknown(card.benefit):
        card = replace(card, benefit=PATIENT_PAYS_ALL)
        notes.append(Finding(BENEFIT))
    return card, tuple(notes)


def _is_left(orders: Sequence[Order]) -> bool:
    """Whether it is said what is left of the deductible."""
    return bool(orders) and all(each.deductible_remaining is not None for each in orders)


def _most_deductible(card: Card, orders: Sequence[Order]) -> str:
    """The most that can be left of a deductible that is not known: the maximum, less what was met."""
    maximum = (card.out_of_pocket_max or "none").strip()
    if maximum.lower() == "none":
        return money_text(LARGEST_CENTS)
    met = min((each.deductible_met or 0 for each in orders), default=0)
    try:
        most = money(maximum)
    except Wrong:
        return money_text(LARGEST_CENTS)  # the maximum is told where the card is read
    return money_text(most if _is_left(orders) else max(most - met, 0))


def without_met(card: Card, order: Order) -> Order:
    """An order under a card: what was met of a deductible that is not known does not tell what is
    left of it."""
    if not is_unknown(card.deductible):
        return order
    return order.model_copy(update={"deductible_met": None})


def _federal_limit(card: Card, year: int) -> int | None:
    """The most one person can pay in a year, in cents; None for a kind of plan without that law."""
    from scancost.data.limits import YearlyLimits  # only this asks for them

    if (card.market or "employer").strip().lower() not in WITH_FEDERAL_LIMIT:
        return None
    try:
        return table("limits", YearlyLimits).published(year, "aca_out_of_pocket_self_only")
    except Wrong as wrong:
        raise Problems(
            [Problem(wrong.problem.id, wrong.problem.values, at="service_date")]
        ) from None
