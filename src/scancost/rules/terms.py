"""From phrases to rows of kernel terms (SPEC 2.1, 2.2 and 5). Cents and basis points."""

from __future__ import annotations

from scancost.kernel.money import NO_LIMIT
from scancost.kernel.outcome import (
    BALANCE_FULL,
    NOT_COVERED,
    OWED_ALLOWED,
    PENALTY_FLAT,
    PENALTY_NONE,
    PENALTY_ON_ALLOWED,
    PENALTY_ON_PLAN_PAYMENT,
    SETTLED,
    WRITTEN_OFF,
)
from scancost.phrases import AFTER, Authorization, BalanceBilling
from scancost.rules.findings import BenefitTerms

_PENALTIES = {
    "penalty": PENALTY_FLAT,
    "penalty_on_plan_payment": PENALTY_ON_PLAN_PAYMENT,
    "penalty_on_allowed": PENALTY_ON_ALLOWED,
}


def settled(
    benefit: BenefitTerms,
    component: str,
    is_contracted: bool,
    balance: BalanceBilling,
    missing: Authorization | None = None,
) -> tuple[int, ...]:
    """The row of an order that is settled, with the penalty of a missing authorization if given."""
    phrase = benefit.phrase
    copay, coinsurance = phrase.copay, phrase.coinsurance
    first = after = 0
    if copay is not None and (component != "professional" or benefit.copay_on == "each_part"):
        first, after = (0, copay.amount) if copay.deductible == AFTER else (copay.amount, 0)
    ceiling = NO_LIMIT if missing is None or missing.ceiling is None else missing.ceiling
    return (
        SETTLED,
        first,
        after,
        int(copay is not None and copay.per_day),
        int(phrase.is_subject),
        coinsurance.rate if coinsurance else 0,
        coinsurance.ceiling if coinsurance and coinsurance.ceiling is not None else NO_LIMIT,
        int(benefit.counts),
        _PENALTIES[missing.kind] if missing else PENALTY_NONE,
        missing.amount if missing else 0,
        ceiling,
        int(is_contracted),
        0 if is_contracted else (BALANCE_FULL if balance.rate is None else balance.rate),
    )


def ended(outcome: int, is_contracted: bool) -> tuple[int, ...]:
    """The row of an order that no benefit is paid for (kernel/outcome.py names the outcomes)."""
    return (outcome, 0, 0, 0, 0, 0, NO_LIMIT, 0, PENALTY_NONE, 0, NO_LIMIT, int(is_contracted), 0)


def uncovered(is_contracted: bool) -> tuple[int, ...]:
    """Not covered: the cash price, never above billed; else billed."""
    return ended(NOT_COVERED, is_contracted)


def refused(is_contracted: bool, has_waiver: bool) -> tuple[int, ...]:
    """Authorization denied or necessity not met: the provider's loss, unless the patient agreed
    beforehand to pay, or the provider has no contract."""
    outcome = WRITTEN_OFF if is_contracted and not has_waiver else OWED_ALLOWED
    return ended(outcome, is_contracted)


def without_authorization(
    missing: Authorization,
    benefit: BenefitTerms,
    component: str,
    is_contracted: bool,
    balance: BalanceBilling,
) -> tuple[int, ...]:
    """The row of an order whose authorization is missing: the clause's consequence."""
    if missing.kind == "write_off":
        return ended(WRITTEN_OFF, is_contracted)
    if missing.kind == "denied":
        return ended(OWED_ALLOWED, is_contracted)
    return settled(benefit, component, is_contracted, balance, missing)
