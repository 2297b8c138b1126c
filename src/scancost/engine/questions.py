"""Why not zero, and what would make it cheaper: answered by settling the same order otherwise.

All at the same price: another place or network may also have another price. Amounts are cents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from scancost.engine.estimate import Bill, decided_of
from scancost.engine.lines import Decided, Line, settle_in_turn
from scancost.engine.orders import binding
from scancost.kernel.ledger import UNKNOWN
from scancost.model.order import MET, REMAINING, Order
from scancost.model.vocabulary import OUTPATIENT_SITES
from scancost.problems import Problems
from scancost.rules.facts import check_in_force
from scancost.rules.findings import Finding
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

PARTS = ("deductible", "copay", "coinsurance", "penalty", "balance_bill", "not_covered")


def why_not_zero(line: Line) -> tuple[Finding, ...]:
    """Each part of what the patient pays, with its amount; and that it is not cut by the maximum,
    or not free as preventive care, where that would change it. Empty where nothing is paid."""
    amounts = line.shown
    if amounts is None or amounts.patient_pays == 0:
        return ()
    found = [
        Finding(f"why_{name}", {"amount": getattr(amounts, name)})
        for name in PARTS
        if getattr(amounts, name)
    ]
    at_maximum = _total(line.ready, [_everything_met(line)]) if _is_capped(line) else None
    if at_maximum is not None and at_maximum < amounts.patient_pays:
        found.append(Finding("why_maximum", {"amount": at_maximum}))
    if line.decision.purpose == "diagnostic":
        free = _with_terms((line,), purpose="preventive")
        if free is not None and free < amounts.patient_pays:
            found.append(Finding("why_diagnostic", {"amount": free}))
    return tuple(found)


def what_would_be_cheaper(
    lines: Sequence[Line], next_year: ReadyPolicy | None = None
) -> tuple[Finding, ...]:
    """What would lower the patient's share of an order (all its bills), the largest saving first.

    Tried: the other tiers, the other outpatient sites, the deductible met, the authorization in
    hand, preventive care, and the first day of `next_year`, the policy of the year after.
    """
    known = [line.shown for line in lines if line.shown is not None]
    if len(known) < len(lines) or not lines:
        return ()
    now = sum(each.patient_pays for each in known)
    tried = [
        *_other_tiers(lines),
        *_other_sites(lines),
        ("cheaper_deductible", {}, _deductible_met(lines)),
        ("cheaper_authorization", {}, _authorized(lines)),
        ("cheaper_preventive", {}, _as_preventive(lines)),
        ("cheaper_next_year", {}, _in(next_year, lines)),
    ]
    less = [each for each in tried if each[2] is not None and each[2] < now]
    less.sort(key=lambda each: each[2] or 0)
    found = []
    for id, values, amount in less:
        saved = now - (amount or 0)
        found.append(Finding(id, {**values, "amount": amount, "saved": saved}))
    return tuple(_grouped(found))


Tried = tuple[str, dict[str, object], int | None]


def _other_tiers(lines: Sequence[Line]) -> list[Tried]:
    if any(line.decision.is_protected for line in lines):
        return []
    tiers = lines[0].ready.policy.tiers
    here = {line.tier for line in lines}
    return [
        (
            "cheaper_network",
            {"tier": tier},
            _with_terms(lines, network=tier, facility_network=None),
        )
        for tier in tiers
        if here != {tier}
    ]


def _other_sites(lines: Sequence[Line]) -> list[Tried]:
    terms = lines[0].order.terms
    if terms.emergency or (terms.site is not None and terms.site not in OUTPATIENT_SITES):
        return []
    return [
        ("cheaper_site", {"site": site}, _with_terms(lines, site=site))
        for site in OUTPATIENT_SITES
        if site != terms.site
    ]


def _grouped(found: list[Finding]) -> list[Finding]:
    """The sites that come to the cheapest of them, in one finding; dearer ones are left out."""
    sites = [each for each in found if each.id == "cheaper_site"]
    if not sites:
        return found
    best = sites[0].values["amount"]
    names = [each.values["site"] for each in sites if each.values["amount"] == best]
    grouped = Finding("cheaper_site", {**sites[0].values, "site": names})
    at = found.index(sites[0])
    rest = [each for each in found if each.id != "cheaper_site"]
    return [*rest[:at], grouped, *rest[at:]]


def _deductible_met(lines: Sequence[Line]) -> int | None:
    if not any(line.shown is not None and line.shown.deductible for line in lines):
        return None
    return _total(lines[0].ready, [_met(line, (0, 2)) for line in lines])


def _authorized(lines: Sequence[Line]) -> int | None:
    if not any(line.decision.authorization in ("missing", "denied") for line in lines):
        return None
    return _with_terms(lines, preauthorization="approved", authorized_service=None)


def _as_preventive(lines: Sequence[Line]) -> int | None:
    if all(line.decision.purpose == "preventive" for line in lines):
        return None
    return _with_terms(lines, purpose="preventive")


def _in(year: ReadyPolicy | None, lines: Sequence[Line]) -> int | None:
    """On the first day of another benefit year, with nothing met."""
    if year is None:
        return None
    nothing: dict[str, object] = {**dict.fromkeys(MET, 0), **dict.fromkeys(REMAINING)}
    first = {"service_date": year.policy.benefit_year.from_, "authorization_expires": None}

    def then(order: Order) -> Order:
        terms = order.terms.model_copy(update={"policy": year.policy.policy})
        return order.model_copy(update={**first, **nothing, "terms": terms})

    return _total(year, _again(year, lines, then))


def _with_terms(lines: Sequence[Line], **terms: object) -> int | None:
    """What the patient would pay with other terms of the order; None where nobody can say, or where
    it would be denied: that is no way to have the scan."""

    def changed(order: Order) -> Order:
        return order.model_copy(update={"terms": order.terms.model_copy(update=terms)})

    ready = lines[0].ready
    bills = _again(ready, lines, changed)
    if bills is None or any(not bill.decision.is_settled for bill in bills):
        return None
    return _total(ready, bills)


def _again(
    ready: ReadyPolicy, lines: Sequence[Line], change: Callable[[Order], Order]
) -> list[Decided] | None:
    """The bills of an order changed and decided again; None where the policy does not say, or does
    not know their side of the network."""
    out = []
    for line in lines:
        order = change(line.order)
        if check_tiers(ready, order.terms):
            return None
        try:
            check_in_force(ready, order.service_date)
            out.append(replace(decided_of(ready, Bill(order)), points=line.points))
        except (Problems, ValueError):
            return None
    return out


def _met(line: Line, columns: tuple[int, ...]) -> Decided:
    """A bill with these balances (indexes of BALANCES) at their limits."""
    binds = binding(line.ready, line.decision.limits_row)
    stated = [
        bind if index in columns and bind != UNKNOWN else said
        for index, (said, bind) in enumerate(zip(line.stated, binds, strict=True))
    ]
    at = (stated[0], stated[1], stated[2], stated[3])
    return Decided(line.order, line.decision, at, line.points)


def _is_capped(line: Line) -> bool:
    """Whether an out-of-pocket maximum of its tier may cut what the patient pays of it."""
    limits = line.ready.policy.limits_of(line.tier)
    has_maximum = limits is not None and limits.out_of_pocket_max is not None
    return has_maximum and line.decision.benefit.counts


def _everything_met(line: Line) -> Decided:
    return _met(line, (0, 1, 2, 3))


def _total(ready: ReadyPolicy, bills: list[Decided] | None) -> int | None:
    """What the patient pays in all, the upper end where something is unknown."""
    if bills is None:
        return None
    lines, _ = settle_in_turn(ready, bills)
    known = [line.shown for line in lines if line.shown is not None]
    if len(known) < len(lines):
        return None
    return sum(each.patient_pays for each in known)
