"""One order under one policy: what is decided of it, tier by tier or bill by bill, and settled.

Read beside SPEC 5 ("Unknowns") and 8. Amounts are cents.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scancost.engine.law import state_laws
from scancost.engine.lines import Decided, Line, Span, settle_in_turn
from scancost.engine.orders import Stated, most_met, stated_met
from scancost.engine.pricing import PriceBook, priced
from scancost.kernel.ledger import UNKNOWN
from scancost.model.order import BALANCES, MET, REMAINING, Order
from scancost.problems import Problem, Problems, Wrong
from scancost.rules.cautions import cautioned, may_have_state_law, with_state_law
from scancost.rules.decide import decide
from scancost.rules.facts import Dates, check_in_force, derive
from scancost.rules.findings import Decision, Finding
from scancost.rules.network import check_tiers
from scancost.rules.policies import ReadyPolicy

__all__ = [
    "MOST_BILLS",
    "NO_BOOK",
    "Bill",
    "Estimate",
    "Line",
    "Span",
    "estimate",
    "estimate_bills",
    "patient_span",
]

MOST_BILLS = 8
NO_BOOK = PriceBook()


@dataclass(frozen=True, eq=False, repr=False)
class Bill:
    """One bill of an order: its fields, what was found in reading it (said first in its line), and
    the price book to look in where it has no price."""

    order: Order
    said: tuple[Finding, ...] = ()
    book: PriceBook = NO_BOOK


@dataclass(frozen=True, eq=False, repr=False)
class Estimate:
    """The answer for an order: one line, one a bill, or one a tier where no network was given and
    it changes anything.

    `unanswered` holds the tiers of which the policy does not say; `spans` the range of the sums
    over several bills, empty where they are known.
    """

    ready: ReadyPolicy
    order: Order
    lines: tuple[Line, ...]
    unanswered: tuple[tuple[str, Problem], ...] = ()
    is_bills: bool = False
    spans: dict[str, Span] = field(default_factory=dict)
    next_year: ReadyPolicy | None = None  # the policy of the year after, where it is asked about

    @property
    def is_by_tier(self) -> bool:
        is_open = not self.is_bills and self.order.terms.network is None
        return is_open and (len(self.lines) > 1 or bool(self.unanswered))


def patient_span(found: Estimate) -> Span | None:
    """What the patient pays in all, at least and at most; None where nothing can be said."""
    if (known := span_by_deductible(found)) is not None:
        return known["patient_pays"]
    span = found.spans["patient_pays"]
    return None if span == (0, None) else span


def line_by_deductible(line: Line) -> dict[str, Span] | None:
    """What is paid of a bill with the deductible met, and with nothing of it met, of the maximum what
    is stated; None where something else is not known, too."""
    if line.shown is None or not set(line.unknown) <= {"deductible", "out_of_pocket"}:
        return None
    pays, plan = line.shown.patient_pays, line.shown.plan_pays
    less = 0 if line.without_deductible is None else pays - line.without_deductible
    return {"patient_pays": (pays - less, pays), "plan_pays": (plan, plan + less)}


def settled_span(line: Line) -> Span | None:
    """What is paid of a bill at least and at most, of the maximum what is stated; None where no price
    is known."""
    if line.shown is None:
        return None
    known = line_by_deductible(line)
    if known is not None:
        return known["patient_pays"]
    low, high = line.spans["patient_pays"]
    if high is None and not {"price_range", "other_bills"} & {*line.unknown}:
        pays, without = line.shown.patient_pays, line.without_deductible
        return (pays if without is None else without), None
    return low, high


def span_by_deductible(found: Estimate) -> dict[str, Span] | None:
    """The same of the sums over several bills."""
    spans = [line_by_deductible(line) for line in found.lines]
    known = [each for each in spans if each is not None]
    if len(known) < len(spans):
        return None
    return {
        name: (sum(each[name][0] for each in known), sum(each[name][1] or 0 for each in known))
        for name in ("patient_pays", "plan_pays")
    }


def estimate(
    ready: ReadyPolicy,
    order: Order,
    said: tuple[Finding, ...] = (),
    book: PriceBook = NO_BOOK,
) -> Estimate:
    """The estimate of an order. Raises Problems that the order's owner can fix.

    `said` are findings about how the input was read; they stand first in each line. `book` is
    asked for a price where the order has none.
    """
    _check(ready, order)
    if order.terms.network is not None:
        return Estimate(ready, order, (_line(ready, Bill(order, said, book)),))
    lines, unanswered = [], []
    for tier in ready.policy.tiers:
        try:
            lines.append(_line(ready, Bill(_in_tier(order, tier), said, book)))
        except Problems as problems_here:
            unanswered.append((tier, problems_here.problems[0]))
    if not lines:
        raise Problems([unanswered[0][1]])
    if not unanswered and all(_is_alike(line, lines[0]) for line in lines):
        lines = lines[:1]
    return Estimate(ready, order, tuple(lines), tuple(unanswered))


def _is_alike(line: Line | Decided, other: Line | Decided) -> bool:
    """Whether the network changes nothing: a protected emergency, at one price."""
    prices = [(each.order.allowed, each.order.billed, each.points) for each in (line, other)]
    return line.decision == other.decision and prices[0] == prices[1]


def estimate_bills(ready: ReadyPolicy, bills: Sequence[Bill]) -> Estimate:
    """The estimate of an order of several bills, settled in turn: what the first one uses of the
    deductible counts for the second. Raises Problems; the field at fault names its bill."""
    if len(bills) > MOST_BILLS:
        raise Problems([Problem("lines_too_many", {"most": MOST_BILLS}, at="lines")])
    decided, problems = [], []
    for number, bill in enumerate(bills):
        try:
            _check(ready, bill.order)
            found = _decided_bill(ready, bill)
            if found is None:
                raise Problems([Problem("lines_network", {"number": number + 1}, at="network")])
            decided.append(found)
        except Problems as wrong:
            at = f"lines.{number}"
            problems += [
                each.located(None, f"{at}.{each.at}".rstrip(".")) for each in wrong.problems
            ]
    if problems:
        raise Problems(problems)
    lines, spans = settle_in_turn(ready, _with_shared_balances(ready, decided))
    lines = tuple(replace(line, row=number) for number, line in enumerate(lines, start=1))
    return Estimate(ready, bills[0].order, lines, is_bills=True, spans=spans)


def _decided_bill(ready: ReadyPolicy, bill: Bill) -> Decided | None:
    """A bill decided; None where its network is open and changes anything. Raises Problems."""
    order = bill.order
    if order.terms.network is not None:
        return decided_of(ready, bill)
    if not order.terms.emergency:
        return None
    found, problems = [], []
    for tier in ready.policy.tiers:
        try:
            found.append(decided_of(ready, replace(bill, order=_in_tier(order, tier))))
        except Problems as wrong:
            problems.append(wrong)
    if not found:
        raise problems[0]
    is_one = not problems and all(_is_alike(each, found[0]) for each in found)
    return found[0] if is_one else None


def _check(ready: ReadyPolicy, order: Order) -> None:
    """Raises Problems: a tier the policy does not know, a date it is not in force on."""
    problems = check_tiers(ready, order.terms)
    try:
        check_in_force(ready, order.service_date)
    except Wrong as wrong:
        problems.append(wrong.problem.located(None, wrong.problem.at or "service_date"))
    if problems:
        raise Problems(problems)


def _with_shared_balances(ready: ReadyPolicy, bills: list[Decided]) -> list[Decided]:
    """Says where bills on different sides of the network state one balance: each side has its own."""
    sides = {bill.decision.limits_row for bill in bills}
    names = [name for name in BALANCES if _is_said(bills, name)]
    if len(sides) < 2 or not names:
        return bills
    note = Finding("lines_balances", {"names": names})
    first = bills[0]
    findings = (*first.decision.findings, note)
    return [replace(first, decision=first.decision._replace(findings=findings)), *bills[1:]]


def _is_said(bills: list[Decided], name: str) -> bool:
    index = BALANCES.index(name)
    return sum(bill.stated[index] != UNKNOWN for bill in bills) > 1


def _in_tier(order: Order, tier: str) -> Order:
    return order.model_copy(update={"terms": order.terms.model_copy(update={"network": tier})})


def _line(ready: ReadyPolicy, bill: Bill) -> Line:
    lines, _ = settle_in_turn(ready, [decided_of(ready, bill)])
    return lines[0]


def decided_of(ready: ReadyPolicy, bill: Bill) -> Decided:
    """A bill with its price and its decision, ready to be settled. Raises Problems."""
    order = bill.order
    price = priced(ready, order, bill.book)
    try:
        decision = decision_on(ready, order)
        met = [getattr(order, name) for name in MET]
        remaining = [getattr(order, name) for name in REMAINING]
        stated = stated_met(ready, decision.tier, order.has_family_coverage, met, remaining)
        said = (*bill.said, *price.said, *_above_limits(ready, decision, stated))
        decision = decision._replace(findings=(*said, *decision.findings))
    except Wrong as wrong:
        raise Problems([wrong.problem]) from None
    return Decided(price.order, decision, stated, price.points)


def _above_limits(ready: ReadyPolicy, decision: Decision, stated: Stated) -> tuple[Finding, ...]:
    """A finding for each balance that is said to be above the whole limit: it cannot be."""
    whole = most_met(ready, decision.limits_row)
    return tuple(
        Finding("met_above_limit", {"name": name, "met": met, "limit": limit})
        for name, met, limit in zip(BALANCES, stated, whole, strict=True)
        if limit != UNKNOWN and met > limit
    )


def decision_on(ready: ReadyPolicy, order: Order) -> Decision:
    """What is decided of an order before any amount is looked at, with its cautions. Raises
    Wrong."""
    dates = Dates(
        order.service_date,
        order.authorization_expires,
        order.birth_date,
        order.last_service_date,
    )
    facts = derive(ready, order.terms, dates, order.has_family_coverage)
    decision = decide(ready, order.terms, facts)
    if may_have_state_law(ready, decision):
        decision = with_state_law(ready, decision, state_laws())
    return cautioned(ready, decision, order.terms, order.service_date)
