"""Random phrases, amounts and rows of terms for the laws (hypothesis strategies). Cents."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import strategies as st

from scancost.kernel import walk as k
from scancost.kernel.money import NO_LIMIT
from scancost.kernel.outcome import NOT_COVERED, OWED_ALLOWED, WRITTEN_OFF
from scancost.phrases import (
    AFTER,
    BEFORE,
    NO_CHARGE,
    WAIVED,
    Authorization,
    BalanceBilling,
    Coinsurance,
    Copay,
    CostShare,
)
from scancost.rules.findings import BenefitTerms
from scancost.rules.terms import ended, settled

CENTS = st.one_of(st.integers(0, 300), st.integers(0, 500_000))
RATES = st.one_of(
    st.sampled_from([0, 1, 1000, 2000, 5000, 3333, 9999, 10_000]), st.integers(0, 10_000)
)
CEILINGS = st.none() | CENTS
LEFT = st.one_of(st.integers(0, 300), st.integers(0, 600_000), st.just(NO_LIMIT))


@st.composite
def copays(draw: st.DrawFn) -> Copay:
    """Any copay that says how the deductible applies."""
    where = draw(st.sampled_from([WAIVED, BEFORE, AFTER]))
    return Copay(draw(CENTS), draw(st.booleans()), where)


@st.composite
def coinsurances(draw: st.DrawFn) -> Coinsurance:
    """Any coinsurance that says how the deductible applies."""
    return Coinsurance(draw(RATES), draw(CEILINGS), draw(st.sampled_from([WAIVED, AFTER])))


@st.composite
def both(draw: st.DrawFn) -> CostShare:
    """A copay, then a coinsurance; what stands after the deductible is not followed by less."""
    copay = draw(copays())
    coinsurance = draw(coinsurances())
    if copay.deductible != WAIVED:
        coinsurance = Coinsurance(coinsurance.rate, coinsurance.ceiling, AFTER)
    return CostShare("share", copay, coinsurance)


COVERED = st.one_of(
    st.sampled_from([NO_CHARGE, CostShare("no_charge", after_deductible=True)]),
    copays().map(lambda copay: CostShare("share", copay)),
    coinsurances().map(lambda coinsurance: CostShare("share", None, coinsurance)),
    both(),
)
SHARES = st.one_of(COVERED, st.sampled_from([CostShare("not_covered"), CostShare("not_stated")]))
PENALTIES = st.one_of(
    CENTS.map(lambda cents: Authorization("penalty", cents)),
    st.builds(
        Authorization,
        st.sampled_from(["penalty_on_plan_payment", "penalty_on_allowed"]),
        RATES,
        CEILINGS,
    ),
)
OTHER_ANSWERS = [
    Authorization(each) for each in ("not_required", "write_off", "denied", "not_stated")
]
AUTHORIZATIONS = st.one_of(PENALTIES, st.sampled_from(OTHER_ANSWERS))
BALANCES = st.builds(BalanceBilling, st.none() | RATES)


@st.composite
def settled_terms(draw: st.DrawFn) -> tuple[int, ...]:
    """A row of terms under which cost sharing applies."""
    benefit = BenefitTerms(
        draw(COVERED), draw(st.sampled_from(["scan", "each_part"])), draw(st.booleans())
    )
    component = draw(st.sampled_from(["global", "technical", "professional"]))
    missing = draw(st.none() | PENALTIES)
    return settled(benefit, component, draw(st.booleans()), draw(BALANCES), missing)


ANY_TERMS = st.one_of(
    settled_terms(),
    st.builds(ended, st.sampled_from([WRITTEN_OFF, OWED_ALLOWED, NOT_COVERED]), st.booleans()),
)


class Priced(NamedTuple):
    """An order's amounts and balances; `allowed` is no more than `billed`."""

    billed: int
    allowed: int
    cash_price: int
    charged_today: int
    deductible_left: int
    out_of_pocket_left: int


@st.composite
def priced(draw: st.DrawFn) -> Priced:
    """Amounts of one order."""
    allowed = draw(CENTS)
    billed = allowed + draw(CENTS)
    return Priced(billed, allowed, draw(st.just(-1) | CENTS), draw(CENTS), draw(LEFT), draw(LEFT))


def adjudicated(terms: tuple[int, ...], order: Priced) -> tuple[int, ...]:
    """The kernel's result for one order."""
    return k.adjudicate(list(terms), 0, *order)
