"""Scenarios of one order side by side: now, toward the limits, over the year. Amounts are cents.

The year's total is the order and the further care given (`more_care`): covered in-network care of the
same kind, approved, later in the same year, settled after the order through the same walk.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from scancost.engine.estimate import Bill, Estimate, decided_of
from scancost.engine.lines import NO_PRICE, Decided, Line, Span, Walk
from scancost.engine.price_points import prices
from scancost.kernel import walk as k
from scancost.model.order import Order
from scancost.model.vocabulary import OUT_OF_NETWORK
from scancost.problems import Problem, Problems
from scancost.rules.policies import ReadyPolicy


@dataclass(frozen=True)
class Scenario:
    """One choice. Amounts are None where the policy does not answer (`problem` says why) or no price
    is known; with unknown balances they are the upper end, and `span` has both (the second None
    where nothing bounds it; then the year has no total)."""

    vary: dict[str, str]
    found: Estimate | None = None
    problem: Problem | None = None
    status: str = ""
    patient_pays: int | None = None
    plan_pays: int | None = None
    counts: int | None = None
    year_total: int | None = None
    span: Span | None = None
    is_new_year: bool = False

    @property
    def is_cash(self) -> bool:
        return "cash" in self.vary

    @property
    def is_bounded(self) -> bool:
        """Whether an amount is known that it cannot pass."""
        return self.patient_pays is not None and (self.span is None or self.span[1] is not None)


def scenario(vary: dict[str, str], found: Estimate, more_care: int, is_new_year: bool) -> Scenario:
    """The scenario of an estimate that was found."""
    lines = found.lines
    status = max((line.decision.status for line in lines), key=_STATUSES.index)
    out = Scenario(vary, found, status=status, span=_span(found), is_new_year=is_new_year)
    known = [line.shown for line in lines if line.shown is not None]
    if len(known) < len(lines):
        return _free(out, found, more_care) if all(_is_free(line) for line in lines) else out
    patient_pays = sum(each.patient_pays for each in known)
    out = replace(
        out,
        patient_pays=patient_pays,
        plan_pays=sum(each.plan_pays for each in known),
        counts=sum(_counted(line) for line in lines),
    )
    further = _further(found.ready, [_bill(line) for line in lines], more_care)
    if further is None or not out.is_bounded:
        return out
    return replace(out, year_total=patient_pays + further)


def _free(out: Scenario, found: Estimate, more_care: int) -> Scenario:
    """A scenario without a price that costs nothing at any: it leaves the limits as they were."""
    further = _further(found.ready, [_bill(line) for line in found.lines], more_care)
    return replace(out, patient_pays=0, counts=0, year_total=further)


def _is_free(line: Line) -> bool:
    """Whether the patient pays nothing of a line, whatever the price and on no condition."""
    terms = line.decision.terms
    parts = (k.COPAY_FIRST, k.COPAY_AFTER, k.RATE, k.IS_SUBJECT, k.BALANCE_RATE, k.PENALTY_KIND)
    return line.decision.status == "covered" and not any(terms[each] for each in parts)


_STATUSES = ("covered", "conditional", "denied", "not_covered")


def cash(price: int, found: Estimate, more_care: int) -> Scenario:
    """Paying a cash price outside the plan: nothing of it counts, and further care finds the limits
    as they were. `found` is an estimate of the order, for the plan and its balances."""
    vary = {"cash": f"{price // 100}.{price % 100:02d}"}
    bill = _bill(found.lines[0])
    further = _further(found.ready, [], more_care, bill)
    year = None if further is None else price + further
    return Scenario(vary, None, None, "cash", price, 0, 0, year)


def cheapest(scenarios: Sequence[Scenario], is_by_year: bool) -> int | None:
    """The index of the one with the least to pay (over the year, or now); the first of equals. One
    that is denied is no way to have the scan; one without an upper end is not known to be cheap."""
    ranked = []
    for index, each in enumerate(scenarios):
        amount = each.year_total if is_by_year else each.patient_pays
        if amount is not None and each.is_bounded and each.status != "denied":
            ranked.append((amount, each.patient_pays or 0, index))
    return min(ranked)[2] if ranked else None


def _counted(line: Line) -> int:
    """What an order credits to the out-of-pocket maximum of its tier; 0 where there is none."""
    limits = line.ready.policy.limits_of(line.tier)
    if line.worksheet is None or limits is None or limits.out_of_pocket_max is None:
        return 0
    return line.worksheet[k.W_COST_SHARE] if line.decision.terms[k.COUNTS] else 0


def _span(found: Estimate) -> Span | None:
    if found.is_bills:
        return found.spans.get("patient_pays")
    return found.lines[0].spans.get("patient_pays")


def _bill(line: Line) -> Decided:
    return Decided(line.order, line.decision, line.stated, line.points)


def _further(
    ready: ReadyPolicy, bills: list[Decided], more_care: int, like: Decided | None = None
) -> int | None:
    """What the patient pays for the further care after these bills; None where the policy does not
    say. `like` is the bill it is like, the first one if not given."""
    if more_care == 0:
        return 0
    try:
        more = decided_of(ready, Bill(_more_order(ready, (like or bills[0]).order, more_care)))
    except Problems:
        return None
    last = max((bill.order.service_date for bill in bills), default=more.order.service_date)
    order = more.order.model_copy(update={"service_date": last + timedelta(days=1)})
    sequence = [*bills, replace(more, order=order)]
    priced = [prices(each.order, each.decision.terms, each.points).pairs for each in sequence]
    pairs = [(each or NO_PRICE)[0] for each in priced]
    results = Walk(ready, sequence).settle(pairs, [each.stated for each in sequence])
    return results[-1][k.PATIENT_PAYS]


def _more_order(ready: ReadyPolicy, order: Order, more_care: int) -> Order:
    """Further care like an order: diagnostic, approved, whole, with a contracted provider."""
    contracted = [tier for tier in ready.policy.tiers if tier != OUT_OF_NETWORK]
    tier = order.terms.network if order.terms.network in contracted else contracted[0]
    terms = order.terms.model_copy(
        update={
            "network": tier,
            "facility_network": None,
            "emergency": False,
            "component": "global",
            "purpose": "diagnostic",
            "follows_screening": False,
            "preauthorization": "approved",
            "authorized_service": None,
            "medical_necessity": "unknown",
        }
    )
    update = {
        "terms": terms,
        "allowed": more_care,
        "billed": more_care,
        "cash_price": None,
        "authorization_expires": None,
    }
    return order.model_copy(update=update)
