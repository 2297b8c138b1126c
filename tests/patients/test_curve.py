"""The patient's share as the price rises: its knees, by hand, and against the kernel's every cent."""

from __future__ import annotations

import itertools

import pytest

from scancost.engine.curve import Stretch, stretches
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN
from scancost.kernel.money import NO_LIMIT, share
from scancost.phrases import BalanceBilling, cost_share
from scancost.rules.findings import BenefitTerms
from scancost.rules.terms import settled


def terms(phrase: str) -> tuple[int, ...]:
    return settled(BenefitTerms(cost_share(phrase)), "global", True, BalanceBilling(0))


def test_the_deductible_then_a_rate_then_the_maximum() -> None:
    # $700 of deductible left, then 20%, and $5,050 left of the maximum:
    # 5,050 - 700 = 4,350 of coinsurance, which is 20% of 21,750; 700 + 21,750 = 22,450.
    # Half a cent rounds up, so the maximum is met already at a price whose 20% is 434,999.5 cents:
    # 21,749.975, that is the price of 22,449.98 (a cent price: 20% of 2,174,998 is 434,999.6).
    assert stretches(terms("20% coinsurance after deductible"), 70_000, 505_000) == (
        Stretch("deductible", 0, 70_000, 10_000, 70_000),
        Stretch("coinsurance", 70_000, 2_244_998, 2_000, 505_000),
        Stretch("maximum", 2_244_998, None, 0, 505_000),
    )


def test_a_copay_alone_takes_the_first_dollars_and_the_plan_the_rest() -> None:
    assert stretches(terms("$50 copay, deductible waived"), 150_000, 600_000) == (
        Stretch("copay", 0, 5_000, 10_000, 5_000),
        Stretch("plan", 5_000, None, 0, 5_000),
    )


def test_the_maximum_can_fall_inside_the_deductible() -> None:
    # $300 left of the maximum and $700 of the deductible: the maximum comes first.
    assert stretches(terms("20% coinsurance after deductible"), 70_000, 30_000) == (
        Stretch("deductible", 0, 30_000, 10_000, 30_000),
        Stretch("maximum", 30_000, None, 0, 30_000),
    )


def test_a_coinsurance_has_a_ceiling_of_its_own() -> None:
    # 20% up to $150: 20% of 749.975 is 149.995, half a cent up 150.00; so from $749.98.
    assert stretches(
        terms("20% coinsurance up to $150 per service, deductible waived"), 0, 600_000
    )[1:] == (Stretch("ceiling", 74_998, None, 0, 15_000),)


def test_nothing_is_owed_of_no_charge_or_past_a_met_maximum() -> None:
    assert stretches(terms("no charge"), 70_000, 505_000) == (Stretch("plan", 0, None, 0, 0),)
    assert stretches(terms("20% coinsurance after deductible"), 70_000, 0) == (
        Stretch("maximum", 0, None, 0, 0),
    )


PHRASES = (
    "no charge after deductible",
    "7.77% coinsurance, deductible waived",
    "100% coinsurance after deductible",
    "33.33% coinsurance up to $0.49 per service after deductible",
    "$1 copay before deductible",
    "$0.60 copay after deductible, then 12.5% coinsurance after deductible",
    "$0.25 copay, deductible waived, then 50% coinsurance after deductible",
    "$0.25 copay, deductible waived, then 50% coinsurance, deductible waived",
)


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_cent_of_the_price_agrees_with_the_kernel(phrase: str) -> None:
    """Each price up to $6: in exactly one stretch, and its share there is the kernel's."""
    row = terms(phrase)
    for deductible, most in itertools.product((0, 1, 130), (0, 1, 77, 300, NO_LIMIT)):
        found = stretches(row, deductible, most)
        ends = [each.through for each in found]
        assert ends[-1] is None
        assert [each.above for each in found] == [0, *ends[:-1]]
        for allowed in range(1, 600):
            at = next(e for e in found if e.through is None or allowed <= e.through)
            exact = k.adjudicate(list(row), 0, allowed, allowed, UNKNOWN, 0, deductible, most)
            before = k.adjudicate(list(row), 0, at.above, at.above, UNKNOWN, 0, deductible, most)
            rising = before[k.W_COST_SHARE] + share(allowed - at.above, at.rate)
            expected = at.pays if at.rate == 0 else min(rising, most)
            assert exact[k.W_COST_SHARE] == expected, (phrase, deductible, most, allowed)
