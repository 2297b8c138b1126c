"""Laws of what is read and what is unknown: phrases and amounts read back, ranges hold the truth."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from scancost.amounts import (
    LARGEST_CENTS,
    dollars,
    money,
    money_text,
    rate,
    rate_text,
    short_dollars,
)
from scancost.engine import shelf
from scancost.engine.estimate import Line
from scancost.model.policy import Policy
from scancost.phrases import CostShare, authorization, balance_billing, cost_share
from scancost.rules.policies import ReadyPolicy
from tests.random_terms import AUTHORIZATIONS, BALANCES, CENTS, COVERED, PENALTIES, SHARES
from tests.worked_case import USUAL, one_answer, policy_fields

ANY_CENTS = st.integers(0, LARGEST_CENTS)


@given(ANY_CENTS)
def test_an_amount_reads_back(cents: int) -> None:
    for written in (money_text(cents), dollars(cents), short_dollars(cents)):
        assert money(written) == cents


@given(st.integers(0, 10_000))
def test_a_rate_reads_back(points: int) -> None:
    assert rate(rate_text(points).removesuffix("%")) == points


@given(SHARES)
def test_a_cost_share_phrase_reads_back(value: CostShare) -> None:
    assert cost_share(str(value)) == value
    assert str(cost_share(str(value))) == str(value)


@given(AUTHORIZATIONS, BALANCES)
def test_authorization_and_balance_phrases_read_back(missing: Any, balance: Any) -> None:
    assert authorization(str(missing)) == missing
    assert balance_billing(str(balance)) == balance


@st.composite
def scribbled(draw: st.DrawFn, phrases: st.SearchStrategy[Any]) -> tuple[Any, str]:
    """A value, and its phrase as people type it: case, spaces and commas anyhow."""
    value = draw(phrases)
    text = str(value)
    words = []
    for word in text.split(" "):
        if "$" in word and draw(st.booleans()):
            word = re.sub(r",(?=\d{3})", "", word)
        comma = draw(st.sampled_from(["", "", ",", " ,"])) if word[-1:] not in "$" else ""
        case = draw(st.sampled_from([str.lower, str.upper, str.title, str.capitalize]))
        words.append(case(word.rstrip(",")) + comma)
    out = words[0]
    for word in words[1:]:
        out += draw(st.sampled_from([" ", "  ", "\t", " \n "])) + word
    out = draw(st.sampled_from(["", " ", "  "])) + out + draw(st.sampled_from(["", " ", ","]))
    if draw(st.booleans()):
        out = re.sub("(?i)deductible waived", "deductible does not apply", out)
    return value, out


@settings(max_examples=120)
@given(scribbled(SHARES))
def test_case_spaces_and_commas_do_not_matter_in_a_cost_share(pair: tuple[Any, str]) -> None:
    assert cost_share(pair[1]) == pair[0]


@given(scribbled(AUTHORIZATIONS), scribbled(BALANCES))
def test_nor_in_the_other_phrases(missing: tuple[Any, str], balance: tuple[Any, str]) -> None:
    assert authorization(missing[1]) == missing[0]
    assert balance_billing(balance[1]) == balance[0]


# -- ranges ---------------------------------------------------------------------------------


def money_of(cents: int) -> str:
    return money_text(cents)


def plan(
    phrase: CostShare, missing: Any, balance: Any, deductible: int, maximum: int
) -> ReadyPolicy:
    """A plan with the same terms on both sides, and limits of this many cents."""
    side = {
        "deductible": {"individual": money_of(deductible)},
        "out_of_pocket_max": {"individual": money_of(maximum)},
    }
    fields = {
        "limits": {"in_network": side, "out_of_network": side},
        "in_network": str(phrase),
        "out_of_network": str(phrase),
        "without_authorization": {"in_network": str(missing), "out_of_network": str(missing)},
        "balance_billing": str(balance),
    }
    return shelf.ready(Policy.model_validate(policy_fields(fields)))


def answer(ready: ReadyPolicy, **order: str) -> Line:
    return one_answer(ready, {**USUAL, "preauthorization": "missing", **order})


def inside(exact: Line, line: Line) -> None:
    """The exact answer lies in the range of the vague one (or is it, where there is none)."""
    assert exact.shown is not None
    for name in ("patient_pays", "plan_pays"):
        pays = getattr(exact.shown, name)
        if name in line.spans:
            low, high = line.spans[name]
            assert low <= pays
            assert high is None or pays <= high
        else:
            assert line.shown is not None
            assert pays == getattr(line.shown, name)


PLANS = st.builds(plan, COVERED, PENALTIES, BALANCES, CENTS, CENTS)


@settings(max_examples=60, deadline=None)
@given(PLANS, st.sampled_from(["in", "out"]), CENTS, CENTS, CENTS, CENTS)
def test_the_range_of_unknown_balances_holds_every_balance(
    ready: ReadyPolicy, network: str, allowed: int, more: int, met: int, paid: int
) -> None:
    price = {"network": network, "allowed": money_of(allowed), "billed": money_of(allowed + more)}
    balances = {"deductible_met": money_of(met), "out_of_pocket_met": money_of(paid)}
    inside(answer(ready, **price, **balances), answer(ready, **price))
    inside(answer(ready, **price, **balances), answer(ready, **price, deductible_met=money_of(met)))


@settings(max_examples=60, deadline=None)
@given(PLANS, st.sampled_from(["in", "out"]), CENTS, st.data())
def test_the_range_of_an_unknown_price_holds_every_price(
    ready: ReadyPolicy, network: str, billed: int, data: st.DataObject
) -> None:
    allowed = data.draw(st.integers(0, billed))
    known = {"network": network, "billed": money_of(billed)}
    balances = {"deductible_met": "0", "out_of_pocket_met": "0"} if data.draw(st.booleans()) else {}
    exact = {"deductible_met": "0", "out_of_pocket_met": "0"}
    inside(
        answer(ready, **known, **exact, allowed=money_of(allowed)),
        answer(ready, **known, **balances),
    )


@settings(max_examples=60, deadline=None)
@given(PLANS, CENTS, CENTS)
def test_the_range_of_an_unknown_bill_holds_every_bill(
    ready: ReadyPolicy, allowed: int, more: int
) -> None:
    known = {"network": "out", "allowed": money_of(allowed), "deductible_met": "0"}
    exact = answer(ready, **known, out_of_pocket_met="0", billed=money_of(allowed + more))
    inside(exact, answer(ready, **known))
