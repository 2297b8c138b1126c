"""The laws of SPEC 5 on random orders: identities, limits, what may rise and what may fall."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from scancost.engine.orders import Ledger
from scancost.kernel import walk as k
from scancost.kernel.ledger import LIMITS_WIDTH, POOLS, UNKNOWN, left
from scancost.kernel.money import NO_LIMIT
from scancost.kernel.settle import cut_parts
from scancost.phrases import NO_CHARGE, BalanceBilling, cost_share
from scancost.rules.findings import BenefitTerms
from scancost.rules.terms import settled
from tests.random_terms import ANY_TERMS, CENTS, LEFT, Priced, adjudicated, priced, settled_terms

PARTS = (k.COPAY, k.DEDUCTIBLE, k.COINSURANCE, k.PENALTY, k.BALANCE_BILL, k.UNCOVERED)
MANY = settings(max_examples=120, deadline=None)


@MANY
@given(ANY_TERMS, priced())
def test_both_identities_hold_and_nothing_is_negative(
    terms: tuple[int, ...], order: Priced
) -> None:
    got = adjudicated(terms, order)
    assert order.billed == got[k.PATIENT_PAYS] + got[k.PLAN_PAYS] + got[k.WRITE_OFF]
    assert got[k.PATIENT_PAYS] == sum(got[part] for part in PARTS)
    assert min(got) >= 0


@MANY
@given(settled_terms(), priced())
def test_nobody_pays_more_than_a_limit(terms: tuple[int, ...], order: Priced) -> None:
    got = adjudicated(terms, order)
    share = got[k.COPAY] + got[k.DEDUCTIBLE] + got[k.COINSURANCE]
    assert share == got[k.W_COST_SHARE] <= order.allowed
    assert got[k.DEDUCTIBLE] <= order.deductible_left
    assert not terms[k.COUNTS] or share <= order.out_of_pocket_left
    assert share + got[k.PENALTY] <= order.allowed
    assert got[k.W_COINSURANCE] <= terms[k.COINSURANCE_CEILING]
    assert got[k.PENALTY] <= terms[k.PENALTY_CEILING]


def owed(terms: tuple[int, ...], order: Priced) -> int:
    """Cost share and penalty, in cents."""
    got = adjudicated(terms, order)
    return got[k.W_COST_SHARE] + got[k.W_PENALTY]


@MANY
@given(settled_terms(), priced(), CENTS)
def test_cost_share_and_penalty_never_fall_when_allowed_rises(
    terms: tuple[int, ...], order: Priced, more: int
) -> None:
    dearer = order._replace(allowed=order.allowed + more, billed=order.billed + more)
    assert owed(terms, order) <= owed(terms, dearer)


@MANY
@given(settled_terms(), priced(), LEFT, LEFT)
def test_cost_share_and_penalty_never_fall_when_more_is_left(
    terms: tuple[int, ...], order: Priced, deductible: int, maximum: int
) -> None:
    more = order._replace(
        deductible_left=order.deductible_left + deductible,
        out_of_pocket_left=order.out_of_pocket_left + maximum,
    )
    assert owed(terms, order) <= owed(terms, more)


def outside(phrase: str, balance: BalanceBilling) -> tuple[int, ...]:
    """The terms of an uncontracted provider."""
    return settled(BenefitTerms(cost_share(phrase)), "global", False, balance)


def patient_pays(terms: tuple[int, ...], billed: int, allowed: int) -> int:
    """What the patient pays with every limit far away, in cents."""
    order = Priced(billed, allowed, UNKNOWN, 0, 0, 10_000_000)
    return adjudicated(terms, order)[k.PATIENT_PAYS]


def test_out_of_network_the_patient_may_pay_less_when_allowed_rises() -> None:
    # 20% of 400 + 600 = 680, but 20% of 600 + 400 = 520: the balance bill shrinks
    full = outside("20% coinsurance, deductible waived", BalanceBilling(None))
    assert patient_pays(full, 1000_00, 400_00) == 680_00
    assert patient_pays(full, 1000_00, 600_00) == 520_00


def test_a_limited_balance_bill_rises_to_its_knee_and_then_falls() -> None:
    # up to 25% of allowed, billed 1,000: the knee is 1,000 / 1.25 = 800
    limited = outside("no charge", BalanceBilling(2500))
    assert patient_pays(limited, 1000_00, 799_00) == 199_75  # 25% of 799
    assert patient_pays(limited, 1000_00, 800_00) == 200_00
    assert patient_pays(limited, 1000_00, 801_00) == 199_00  # 1,000 - 801


@given(CENTS, CENTS, CENTS, CENTS, CENTS)
def test_the_parts_after_the_cut_add_up(
    first: int, deductible: int, after: int, coinsurance: int, left: int
) -> None:
    whole = first + deductible + after + coinsurance
    share = min(whole, left)
    copay, kept, rate = cut_parts(first, deductible, after, coinsurance, share)
    assert copay + kept + rate == share
    assert 0 <= copay <= first + after
    assert 0 <= kept <= deductible
    assert 0 <= rate <= coinsurance
    # coinsurance first: nothing else is cut while any of it is kept
    assert rate == 0 or (copay, kept) == (first + after, deductible)
    # the deductible before the copay first: where it is cut, no copay after is kept
    assert kept == deductible or copay <= first


LIMITS = st.integers(0, 200_000)


@st.composite
def walks(draw: st.DrawFn) -> tuple[list[int], list[int], list[int]]:
    """Limits of two tiers (the first also counts toward the second), terms, and orders of two
    members of one family."""
    limits: list[int] = []
    for tier in range(2):
        limits += [draw(LIMITS) for _ in range(4)]
        limits += [tier, tier, 1 if tier == 0 else -1, -1, -1]
    terms = [column for row in draw(st.lists(ANY_TERMS, min_size=1, max_size=3)) for column in row]
    orders: list[int] = []
    for day in range(draw(st.integers(1, 8))):
        amounts = draw(priced())
        member, tier = draw(st.integers(0, 1)), draw(st.integers(0, 1))
        row = draw(st.integers(0, len(terms) // k.TERMS_WIDTH - 1))
        orders += [*amounts[:3], day // 2, member, 0, tier, row, -1, -1, *[UNKNOWN] * 4]
    return limits, terms, orders


@settings(max_examples=80, deadline=None)
@given(walks())
def test_a_year_of_orders_never_credits_more_than_a_limit(
    year: tuple[list[int], list[int], list[int]],
) -> None:
    limits, terms, orders = year
    count = len(orders) // k.ORDER_WIDTH
    ledger = Ledger(2)
    results = ledger.walk(count, orders, terms, limits)
    for tier in range(2):
        row = limits[tier * LIMITS_WIDTH :]
        mine = [ledger.deductible[member * POOLS + tier] for member in range(2)]
        out = [ledger.out_of_pocket[member * POOLS + tier] for member in range(2)]
        assert max(mine) <= row[0]
        assert sum(mine) == ledger.family_deductible[tier] <= row[1]
        assert max(out) <= row[2]
        assert sum(out) == ledger.family_out_of_pocket[tier] <= row[3]
    # what counts toward the maximum was paid: nobody's cost shares in a tier pass its limit
    for member in range(2):
        paid = sum(
            results[at * k.RESULT_WIDTH + k.W_COST_SHARE]
            for at in range(count)
            if orders[at * k.ORDER_WIDTH + k.MEMBER] == member
            and orders[at * k.ORDER_WIDTH + k.LIMITS] == 0
            and terms[orders[at * k.ORDER_WIDTH + k.TERMS] * k.TERMS_WIDTH + k.COUNTS]
        )
        assert paid == ledger.out_of_pocket[member * POOLS]


@settings(max_examples=60, deadline=None)
@given(walks())
def test_a_days_copays_never_pass_the_dearest_of_them(
    year: tuple[list[int], list[int], list[int]],
) -> None:
    limits, terms, orders = year
    count = len(orders) // k.ORDER_WIDTH
    results = Ledger(2).walk(count, orders, terms, limits)
    charged: dict[tuple[int, int], int] = {}
    dearest: dict[tuple[int, int], int] = {}
    for at in range(count):
        order = orders[at * k.ORDER_WIDTH : (at + 1) * k.ORDER_WIDTH]
        row = terms[order[k.TERMS] * k.TERMS_WIDTH :]
        if row[k.IS_PER_DAY]:
            key = (order[k.MEMBER], order[k.DAY])
            copay = row[k.COPAY_FIRST] + row[k.COPAY_AFTER]
            charged[key] = charged.get(key, 0) + results[at * k.RESULT_WIDTH + k.COPAY]
            dearest[key] = max(dearest.get(key, 0), copay)
    assert all(charged[key] <= dearest[key] for key in charged)


def test_no_charge_costs_nothing_and_is_subject_to_nothing() -> None:
    terms = settled(BenefitTerms(NO_CHARGE), "global", True, BalanceBilling(None))
    got = adjudicated(terms, Priced(900_00, 500_00, UNKNOWN, 0, 100_00, 100_00))
    assert (got[k.PATIENT_PAYS], got[k.PLAN_PAYS], got[k.WRITE_OFF]) == (0, 500_00, 400_00)


@MANY
@given(CENTS, CENTS, CENTS)
def test_no_limit_stays_none_whatever_was_met(limit: int, met: int, family_met: int) -> None:
    assert left(NO_LIMIT, met, NO_LIMIT, family_met) == NO_LIMIT
    assert left(limit, met, NO_LIMIT, family_met) == max(limit - met, 0)
    assert left(NO_LIMIT, met, limit, family_met) == max(limit - family_met, 0)
