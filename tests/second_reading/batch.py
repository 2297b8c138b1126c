"""Many orders: who shares a ledger, in what order they settle, what is said of each (SPEC 7)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from .columns import AMOUNTS
from .deciding import Decision, Guideline, decide
from .ledger import (
    ACA_SELF_ONLY,
    Ledger,
    check_family_limits,
    credit_order,
    deductible_left,
    maximum_left,
    told_as_met,
)
from .order import BALANCES, Order, Row, read_order
from .policy import Policy
from .services import A_HANDFUL, Services
from .settling import Left, Outcome, settle
from .written import SpecError, cents, day, dollars

Group = tuple[str, str, str]  # policy, what the next one names, family or member or row
Result = dict[str, Any]
Reject = tuple[int, str]


@dataclass
class Ready:
    """An order with its policy, its rules and its stated balances, waiting for its turn."""

    order: Order
    policy: Policy
    decision: Decision
    told: dict[str, int]
    authorization: str


def group_of(policy: str, family: str, member: str, row: int) -> Group:
    if family:
        return policy, "family", family
    return (policy, "member", member) if member else (policy, "row", str(row))


def authorization_on_the_date(order: Order) -> str:
    """The authorization as it counts: an approval too old or for something else is missing."""
    if order.preauthorization != "approved":
        return order.preauthorization
    if order.authorization_expires is not None and order.authorization_expires < order.service_date:
        return "missing"
    if order.authorized_services is not None and not order.services <= order.authorized_services:
        return "missing"
    return "approved"


class Walk:
    """One run over a file of orders."""

    def __init__(
        self,
        policies: Mapping[str, Policy],
        services: Services,
        from_start_of_year: bool,
        guideline: Guideline | None,
        aca: Mapping[int, int],
    ) -> None:
        self.policies = policies
        self.services = services
        self.from_start_of_year = from_start_of_year
        self.guideline = guideline
        self.aca = aca
        self.ledgers: defaultdict[Group, Ledger] = defaultdict(Ledger)
        self.decisions: dict[tuple[Any, ...], Decision | SpecError] = {}
        self.rejected: defaultdict[Group, list[tuple[str, int]]] = defaultdict(list)

    def decision(self, policy: Policy, order: Order) -> Decision:
        """As `decide`, remembered where nothing but these facts can matter."""
        if policy.preventive is not None and policy.preventive.guideline != "none":
            return decide(policy, order, self.guideline)
        facts = (
            policy.name,
            order.services,
            order.sites,
            order.network,
            order.facility_network,
            order.emergency,
            order.purpose,
        )
        if facts not in self.decisions:
            try:
                self.decisions[facts] = decide(policy, order, self.guideline)
            except SpecError as error:
                self.decisions[facts] = error
        found = self.decisions[facts]
        if isinstance(found, SpecError):
            raise SpecError(str(found))
        return found

    def ready(self, number: int, cells: Mapping[str, str]) -> Ready:
        name = (cells.get("policy") or "").strip()
        if name not in self.policies:
            raise SpecError("policy is missing")
        policy = self.policies[name]
        order = read_order(number, cells, policy, self.services)
        decision = self.decision(policy, order)
        if order.billed is None and not decision.contracted:
            raise SpecError("billed is missing")
        check_family_limits(policy, decision.tier, order.in_family)
        told = told_as_met(policy, decision.tier, order.in_family, order.met, order.remaining)
        return Ready(order, policy, decision, told, authorization_on_the_date(order))

    def reject(self, number: int, cells: Mapping[str, str]) -> None:
        """Remember whose order was rejected, and for when."""
        row = Row(cells)
        group = group_of(row.text("policy"), row.text("family_id"), row.text("member_id"), number)
        try:
            when = day(row.text("service_date")).isoformat()
        except SpecError:
            when = ""  # nobody knows when: before every order of its group
        self.rejected[group].append((when, number))

    def left(self, ready: Ready, ledger: Ledger, tier: str) -> Left:
        order, policy = ready.order, ready.policy
        member = order.member_id
        return Left(
            deductible_left(policy, ledger, tier, member, order.in_family),
            maximum_left(policy, ledger, tier, member, order.in_family, self.aca),
            ledger.per_day[member, order.service_date.isoformat()],
        )

    def result(self, ready: Ready) -> Result:
        """Settle one order when its turn comes."""
        order, policy, decision = ready.order, ready.policy, ready.decision
        group = group_of(policy.name, order.family_id, order.member_id, order.row)
        ledger = self.ledgers[group]
        ledger.raise_to(policy.ledger_of[decision.tier], order.member_id, ready.told)
        before = self.left(ready, ledger, decision.tier)

        def as_if(authorization: str, rules: Decision = decision) -> Outcome:
            return settle(order, rules, authorization, before, policy.balance_ceiling)

        outcome = as_if(ready.authorization)
        if_not_authorized = if_not_preventive = at_stake = None
        considered = outcome.status != "not_covered" and order.medical_necessity != "not_met"
        if decision.authorization_required and considered and ready.authorization != "approved":
            open_question = ready.authorization in ("unknown", "pending")
            without = as_if("missing") if open_question else outcome
            at_stake = as_if("approved").plan_pays - without.plan_pays
            if open_question:
                if_not_authorized = without.patient_pays
        if outcome.status == "conditional" and decision.otherwise is not None:
            if_not_preventive = as_if(ready.authorization, decision.otherwise).patient_pays
        needs = self.needs(ready, group, ledger, considered)
        self.credit(ready, ledger, outcome)
        after = self.left(ready, ledger, decision.tier)
        return self.printed(ready, outcome) | {
            "deductible_left": dollars(after.deductible),
            "out_of_pocket_left": dollars(after.maximum),
            "patient_pays_if_not_authorized": dollars(if_not_authorized),
            "patient_pays_if_not_preventive": dollars(if_not_preventive),
            "at_stake": dollars(at_stake),
            "reasons": outcome.reasons,
            "needs": needs,
        }

    def credit(self, ready: Ready, ledger: Ledger, outcome: Outcome) -> None:
        order, decision = ready.order, ready.decision
        paid = outcome.copay + outcome.deductible + outcome.coinsurance
        credit_order(
            ready.policy,
            ledger,
            decision.tier,
            order.member_id,
            order.in_family,
            outcome.deductible,
            paid if decision.counts else 0,
            self.aca,
        )
        if decision.share.per_day:
            ledger.per_day[order.member_id, order.service_date.isoformat()] += outcome.copay

    def printed(self, ready: Ready, outcome: Outcome) -> Result:
        order, decision = ready.order, ready.decision
        amounts = {name: dollars(getattr(outcome, name)) for name in AMOUNTS}
        return {
            "row": str(order.row),
            "order_id": order.order_id,
            "member_id": order.member_id,
            "policy": order.policy,
            "service_date": order.service_date.isoformat(),
            "service": order.service,
            "tier": decision.tier,
            "protected": "true" if decision.protected else "false",
            "status": outcome.status,
            "worksheet": outcome.worksheet,
        } | amounts

    def needs(self, ready: Ready, group: Group, ledger: Ledger, considered: bool) -> list[str]:
        """Short tags for what has to happen."""
        order, decision = ready.order, ready.decision
        tags = [f"guideline: {name}" for name in decision.unknown]
        if considered and decision.authorization is not None:
            if not decision.authorization_required:
                tags.append("ask about authorization")
            elif ready.authorization != "approved":
                tags.append(f"authorization {ready.authorization}")
        if not self.from_start_of_year and order.member_id not in ledger.stated_for:
            tags.append("balances")
        turn = (order.service_date.isoformat(), order.row)
        if any(when < turn for when in self.rejected.get(group, ())):
            tags.append("after a rejected order")
        return tags

    def open_with(self, balances: Iterable[Mapping[str, str]]) -> None:
        """Start from balances: rows of policy, family_id, member_id, tier and the four met."""
        for row in balances:
            policy = self.policies.get(row["policy"])
            if policy is None:
                continue
            member, family = row.get("member_id", ""), row.get("family_id", "")
            told = {name: cents(row[name]) for name in BALANCES if row.get(name)}
            ledger = self.ledgers[group_of(policy.name, family, member, 0)]
            ledger.raise_to(policy.ledger_of[row["tier"]], member, told)

    def closing(self) -> list[dict[str, str]]:
        """The balances after the last order, in the form that `open_with` reads."""
        rows = []
        for (policy, what, name), ledger in sorted(self.ledgers.items()):
            for (tier, member), mine in sorted(ledger.met.items(), key=lambda item: str(item[0])):
                if what == "row" or member is None:
                    continue
                ours = ledger.family(tier)
                rows.append(
                    {
                        "policy": policy,
                        "family_id": name if what == "family" else "",
                        "member_id": member,
                        "tier": tier,
                        **{balance: dollars(amount) for balance, amount in mine.items()},
                        **{
                            f"family_{balance}": dollars(amount) for balance, amount in ours.items()
                        },
                    }
                )
        return rows


def settle_batch_and_close(
    orders: Sequence[Mapping[str, str]],
    policies: Mapping[str, Policy],
    services: Services = A_HANDFUL,
    balances: Iterable[Mapping[str, str]] | None = None,
    from_start_of_year: bool = False,
    guideline: Guideline | None = None,
    aca: Mapping[int, int] = ACA_SELF_ONLY,
) -> tuple[list[Result], list[Reject], list[dict[str, str]]]:
    """Results in file order, rejected rows with a reason, and the closing balances."""
    walk = Walk(policies, services, from_start_of_year, guideline, aca)
    walk.open_with(balances or ())
    accepted: list[Ready] = []
    rejects: list[Reject] = []
    for number, cells in enumerate(orders, 1):
        try:
            accepted.append(walk.ready(number, cells))
        except SpecError as error:
            rejects.append((number, str(error)))
            walk.reject(number, cells)

    def turn(ready: Ready) -> tuple[date, int]:
        return ready.order.service_date, ready.order.row

    results = [walk.result(ready) for ready in sorted(accepted, key=turn)]
    results.sort(key=lambda result: int(result["row"]))
    return results, rejects, walk.closing()


def settle_batch(
    orders: Sequence[Mapping[str, str]],
    policies: Mapping[str, Policy],
    services: Services = A_HANDFUL,
    balances: Iterable[Mapping[str, str]] | None = None,
    from_start_of_year: bool = False,
    guideline: Guideline | None = None,
    aca: Mapping[int, int] = ACA_SELF_ONLY,
) -> tuple[list[Result], list[Reject]]:
    """Results in file order and rejected rows with a reason."""
    return settle_batch_and_close(
        orders, policies, services, balances, from_start_of_year, guideline, aca
    )[:2]
