"""One order under one policy: a decision, its exact settlement, and what is unknown as a range.

Read beside SPEC 5 ("Unknowns") and 8. Amounts are cents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scancost.engine.orders import Ledger, Shown, Stated, binding, reasons_of, shown, stated_met
from scancost.kernel import walk as k
from scancost.kernel.ledger import UNKNOWN
from scancost.kernel.money import HUNDRED_PERCENT
from scancost.kernel.outcome import BALANCE_FULL
from scancost.model.order import BALANCES, MET, REMAINING, Order
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.decide import decide
from scancost.rules.facts import Dates, check_in_force, derive
from scancost.rules.findings import Decision, Finding
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

Span = tuple[int, int | None]
"""The least and the most in cents; None where nothing bounds it."""


@dataclass(frozen=True)
class Line:
    """The answer for one order in one tier.

    `shown` and `worksheet` are exact where `unknown` is empty; with unknown balances they are the
    upper end (nothing met yet), as in a batch. They are None where no price was given.
    """

    ready: ReadyPolicy
    order: Order
    decision: Decision
    findings: tuple[Finding, ...]
    shown: Shown | None
    worksheet: tuple[int, ...] | None
    reasons: str
    unknown: tuple[str, ...]
    spans: dict[str, Span] = field(default_factory=dict)
    without_deductible: int | None = None  # patient_pays if the deductible is already met
    if_other: Shown | None = None  # with the other answer of the insurer on the authorization
    stated: Stated = (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)

    @property
    def tier(self) -> str:
        return self.decision.tier


@dataclass(frozen=True)
class Estimate:
    """The answer for an order: one line, or one a tier where the network was not given.

    `unanswered` holds the tiers of which the policy does not say.
    """

    ready: ReadyPolicy
    order: Order
    lines: tuple[Line, ...]
    unanswered: tuple[tuple[str, Problem], ...] = ()

    @property
    def is_by_tier(self) -> bool:
        return self.order.terms.network is None


def estimate(ready: ReadyPolicy, order: Order, said: tuple[Finding, ...] = ()) -> Estimate:
    """The estimate of an order. Raises Problems that the order's owner can fix.

    `said` are findings about how the input was read; they stand first in each line.
    """
    problems = check_tiers(ready, order.terms)
    try:
        check_in_force(ready, order.service_date)
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, wrong.problem.at or "service_date"))
    if problems:
        raise Problems(problems)
    if order.terms.network is not None or order.terms.emergency:
        chosen = order.terms.network or ready.policy.tiers[0]
        return Estimate(ready, order, (_line(ready, _in_tier(order, chosen), said),))
    lines, unanswered = [], []
    for tier in ready.policy.tiers:
        try:
            lines.append(_line(ready, _in_tier(order, tier), said))
        except Problems as problems_here:
            unanswered.append((tier, problems_here.problems[0]))
    if not lines:
        raise Problems([unanswered[0][1]])
    return Estimate(ready, order, tuple(lines), tuple(unanswered))


def _in_tier(order: Order, tier: str) -> Order:
    return order.model_copy(update={"terms": order.terms.model_copy(update={"network": tier})})


def _line(ready: ReadyPolicy, order: Order, said: tuple[Finding, ...]) -> Line:
    dates = Dates(
        order.service_date,
        order.authorization_expires,
        order.birth_date,
        order.last_service_date,
    )
    is_family = order.has_family_coverage
    try:
        facts = derive(ready, order.terms, dates, is_family)
        decision = decide(ready, order.terms, facts)
        decision = decision._replace(findings=(*said, *decision.findings))
        met = [getattr(order, name) for name in MET]
        remaining = [getattr(order, name) for name in REMAINING]
        stated = stated_met(ready, decision.tier, is_family, met, remaining)
    except Wrong as wrong:
        raise Problems([wrong.problem]) from None
    return _settled(ready, order, decision, stated)


def prices(order: Order, decision: Decision) -> tuple[list[tuple[int, int]], bool, bool]:
    """Pairs of billed and allowed to settle, the likeliest first, and whether the patient's share
    is open above (an unknown balance bill) and whether the price itself is unknown.

    An unknown allowed amount is somewhere up to billed; an unknown bill out of network is allowed
    and what the policy lets the provider add.
    """
    billed, allowed = order.billed, order.allowed
    rate = decision.terms[k.BALANCE_RATE]
    if allowed is None and billed is None:
        return [], False, True
    if allowed is None:
        assert billed is not None
        return [(billed, price) for price in (billed, *_knees(billed, rate), 0)], False, True
    if billed is not None:
        return [(billed, allowed)], False, False
    if decision.is_contracted:
        return [(allowed, allowed)], False, False
    if decision.is_settled and rate != BALANCE_FULL:
        most = allowed + (allowed * rate + HUNDRED_PERCENT // 2) // HUNDRED_PERCENT
        return [(allowed, allowed), (most, allowed)], False, False
    is_priced = decision.status == "not_covered" and order.cash_price is not None
    if is_priced:
        assert order.cash_price is not None
        most = max(order.cash_price, allowed)
        return [(most, allowed)], False, False
    return [(allowed, allowed)], True, False


def _knees(billed: int, rate: int) -> tuple[int, ...]:
    """Where a limited balance bill turns: allowed = billed / (1 + R), and its neighbours."""
    if rate <= 0:
        return ()
    knee = billed * HUNDRED_PERCENT // (HUNDRED_PERCENT + rate)
    return tuple(price for price in (knee - 1, knee, knee + 1, knee + 2) if 0 <= price <= billed)


class _Walk:
    """Settles one decision at chosen prices and balances."""

    def __init__(self, ready: ReadyPolicy, order: Order, decision: Decision) -> None:
        self.ready = ready
        self.decision = decision
        rows = (decision.terms, decision.other_authorization, decision.other_purpose)
        self.terms: list[int] = []
        self.indexes = []
        for row in rows:
            self.indexes.append(len(self.terms) // k.TERMS_WIDTH if row is not None else -1)
            self.terms += row or ()
        self.cash = UNKNOWN if order.cash_price is None else order.cash_price
        self.day = order.service_date.toordinal()

    def settle(self, billed: int, allowed: int, stated: Stated) -> list[int]:
        main, other, purpose = self.indexes
        at = (billed, allowed, self.cash, self.day, 0, 0, self.decision.limits_row)
        order = [*at, main, other, purpose, *stated]
        return Ledger(1).walk(1, order, self.terms, list(self.ready.limits))

    def swapped(self) -> _Walk:
        """The same with the other answer on the authorization as the main one."""
        other = object.__new__(_Walk)
        other.__dict__.update(self.__dict__)
        other.indexes = [self.indexes[1], -1, -1]
        return other


def _settled(ready: ReadyPolicy, order: Order, decision: Decision, stated: Stated) -> Line:
    walk = _Walk(ready, order, decision)
    at_prices, is_open, is_unpriced = prices(order, decision)
    limits = ready.policy.limits_of(decision.tier)
    binds = binding(ready, decision.limits_row)
    full = _ends(stated, binds, ("deductible", "out_of_pocket"))
    unknown = ["price"] if is_unpriced else []
    line = Line(ready, order, decision, decision.findings, None, None, "", tuple(unknown))
    line = replace(line, stated=stated)
    if not at_prices:
        return line
    billed, allowed = at_prices[0]
    result = walk.settle(billed, allowed, stated)
    findings = decision.findings
    if order.allowed is not None and order.billed is not None and order.allowed > order.billed:
        findings = (*findings, Finding("allowed_above_billed", {"billed": order.billed}))
    results = [walk.settle(*pair, at) for pair in at_prices for at in (stated, full)]
    spans = {
        "patient_pays": _span(results, k.PATIENT_PAYS, is_open),
        "plan_pays": _span(results, k.PLAN_PAYS, False),
    }
    deductible_met = walk.settle(billed, allowed, _ends(stated, binds, ("deductible",)))
    without = deductible_met[k.PATIENT_PAYS]
    if without != result[k.PATIENT_PAYS]:
        unknown.append("deductible")
    if walk.settle(billed, allowed, full)[k.PATIENT_PAYS] != without:
        unknown.append("out_of_pocket")
    if is_open or (len(at_prices) > 1 and not is_unpriced):
        unknown.append("billed")
    if_other = None
    if decision.other_authorization is not None:
        other = walk.swapped().settle(billed, allowed, stated)
        if_other = shown(decision, limits, billed, other)
    return replace(
        line,
        findings=findings,
        shown=None if is_unpriced else shown(decision, limits, billed, result),
        worksheet=None if is_unpriced else tuple(result[: k.W_PLAN_PAYS + 1]),
        reasons="" if is_unpriced else reasons_of(decision, result),
        unknown=tuple(unknown),
        spans=spans if unknown else {},
        without_deductible=without if "deductible" in unknown else None,
        if_other=if_other,
    )


def _ends(stated: Stated, binds: Stated, which: Sequence[str]) -> Stated:
    """The other end of what is unknown: every limit of `which` already reached."""
    out = list(stated)
    for index, name in enumerate(BALANCES):
        if out[index] == UNKNOWN and name.removeprefix("family_") in which:
            out[index] = binds[index]
    return (out[0], out[1], out[2], out[3])


def _span(results: list[list[int]], column: int, is_open: bool) -> Span:
    values = [result[column] for result in results]
    return min(values), None if is_open else max(values)
