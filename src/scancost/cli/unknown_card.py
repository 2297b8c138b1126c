"""A card with `unknown` on it: each unknown at its most, and what is to be said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scancost.amounts import LARGEST_CENTS, money_text
from scancost.cli.inputs import Card
from scancost.files.tables import table
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.findings import Finding

UNKNOWN = "unknown"
WITH_FEDERAL_LIMIT = ("employer", "individual", "marketplace")
PATIENT_PAYS_ALL = "100% coinsurance after deductible"


def is_unknown(text: str | None) -> bool:
    """Whether a value of the card is the word `unknown`."""
    return text is not None and text.strip().lower() == UNKNOWN


def known(card: Card, service_date: date) -> tuple[Card, tuple[Finding, ...]]:
    """The card with each unknown at its most, and a finding for each. Raises Problems for a year
    that the table of federal limits does not have."""
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
        maximum = (card.out_of_pocket_max or "none").strip()
        has_maximum = maximum.lower() != "none"
        card = replace(card, deductible=maximum if has_maximum else money_text(LARGEST_CENTS))
        notes.append(Finding("card_deductible_unknown"))
    if is_unknown(card.benefit):
        card = replace(card, benefit=PATIENT_PAYS_ALL)
        notes.append(Finding("card_benefit_unknown"))
    return card, tuple(notes)


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
