"""Which rules an order falls under (SPEC 2 "which clause applies", SPEC 4 steps 2, 3, 4 and 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from .order import Order
from .phrases import NOT_COVERED, NOT_STATED, Consequence, CostShare
from .policy import IN, OUT, Policy, applying
from .written import SpecError

SURPRISE_MARKETS = ("employer", "individual", "marketplace")


class Guideline(Protocol):
    """What the guidelines `aca` and `medicare` say; a caller may bring one."""

    def has_follow_up(self, policy: Policy, service: str) -> bool:
        """Whether follow-up of a screening counts as preventive for this service."""

    def conditions(
        self, policy: Policy, order: Order, service: str, follow_up: bool
    ) -> Iterable[tuple[str, str]]:
        """Each condition's name with `met`, `not_met` or `unknown`."""


@dataclass(frozen=True)
class Decision:
    """The rules for one order, before it is known what is authorized or left."""

    tier: str
    protected: bool
    contracted: bool
    share: CostShare
    copay_on_each_part: bool = False
    counts: bool = True
    authorization: Consequence | None = None  # None: none is required
    unknown: tuple[str, ...] = ()  # the guideline's conditions that nobody knows
    otherwise: "Decision | None" = None  # where one is unknown: the rules if it is not met
    only_out_of_network: bool = field(default=False, compare=False)  # CARC 242 instead of 204

    @property
    def authorization_required(self) -> bool:
        return self.authorization is not None and self.authorization.kind != "not stated"


def network_rules(policy: Policy, order: Order, site: str) -> tuple[str, bool]:
    """The tier whose rules apply, and whether the order is protected (step 2)."""
    surprise = (
        policy.market in SURPRISE_MARKETS
        and order.network == OUT
        and policy.contracted(order.facility_network)
        and site in policy.protected_sites
    )
    protected = surprise or (order.emergency and policy.market != "short_term")
    if not protected:
        return order.network, False
    return (order.facility_network if policy.contracted(order.facility_network) else IN), True


def only_out_of_network(policy: Policy, tier: str, shares: dict[str, CostShare]) -> bool:
    """Whether every contracted tier covers what this one, out of network, does not."""
    inside = [shares[name] for name in policy.tiers if policy.contracted(name)]
    return tier == OUT and all(share.kind == "share" for share in inside)


def authorization(
    policy: Policy, order: Order, service: str, site: str, purpose: str, tier: str
) -> Consequence | None:
    """What a missing authorization brings; None where none is required (step 6)."""
    if order.emergency:
        return None
    if policy.authorizations is None:
        return Consequence("not stated")
    clause = applying(policy.authorizations, lambda c: c.matches(service, site, purpose))
    if clause is None or clause.consequences[tier].kind == "not required":
        return None
    return clause.consequences[tier]


def stated(share: CostShare) -> CostShare:
    if share == NOT_STATED:
        raise SpecError("the policy does not say")
    return share


def diagnostic(policy: Policy, order: Order, service: str, site: str) -> Decision:
    """The rules of an order that is not preventive (step 4)."""
    tier, protected = network_rules(policy, order, site)
    clause = applying(policy.benefits, lambda c: c.matches(service, site, None))
    if clause is None:
        raise SpecError(f"{policy.name} has no benefit for {service} at {site}")
    return Decision(
        tier,
        protected,
        protected or policy.contracted(tier),
        stated(clause.shares[tier]),
        clause.copay_on_each_part,
        clause.counts,
        authorization(policy, order, service, site, "diagnostic", tier),
        only_out_of_network=only_out_of_network(policy, tier, dict(clause.shares)),
    )


def otherwise(policy: Policy, order: Order, service: str, site: str) -> Decision:
    """The rules of a preventive order that does not qualify (step 3)."""
    assert policy.preventive is not None
    if policy.preventive.otherwise == "diagnostic":
        return diagnostic(policy, order, service, site)
    tier, protected = network_rules(policy, order, site)
    return Decision(
        tier,
        protected,
        protected or policy.contracted(tier),
        NOT_COVERED,
        authorization=authorization(policy, order, service, site, "preventive", tier),
    )


def preventive(
    policy: Policy, order: Order, service: str, site: str, unknown: tuple[str, ...]
) -> Decision:
    """The rules of an order that takes the preventive phrase."""
    assert policy.preventive is not None
    tier, protected = network_rules(policy, order, site)
    shares = dict(policy.preventive.shares)
    return Decision(
        tier,
        protected,
        protected or policy.contracted(tier),
        stated(shares[tier]),
        authorization=authorization(policy, order, service, site, "preventive", tier),
        unknown=unknown,
        otherwise=otherwise(policy, order, service, site) if unknown else None,
        only_out_of_network=only_out_of_network(policy, tier, shares),
    )


def follows_up(policy: Policy, order: Order, service: str, guideline: Guideline | None) -> bool:
    """Whether the order is follow-up that the policy's guideline counts as preventive."""
    if not order.follows_screening or policy.preventive is None:
        return False
    if policy.preventive.guideline == "none":
        return False
    if guideline is None:
        raise NotImplementedError(policy.preventive.guideline)
    return guideline.has_follow_up(policy, service)


def decide_one(
    policy: Policy, order: Order, service: str, site: str, guideline: Guideline | None
) -> Decision:
    """The rules for one service at one site."""
    follow_up = follows_up(policy, order, service, guideline)
    if order.purpose != "preventive" and not follow_up:
        return diagnostic(policy, order, service, site)
    if policy.preventive is None:
        raise SpecError("the policy does not say what a preventive order costs")
    if policy.preventive.guideline == "none":
        return otherwise(policy, order, service, site)
    if guideline is None:
        raise NotImplementedError(policy.preventive.guideline)
    conditions = list(guideline.conditions(policy, order, service, follow_up))
    if any(state == "not_met" for _, state in conditions):
        return otherwise(policy, order, service, site)
    unknown = tuple(name for name, state in conditions if state == "unknown")
    return preventive(policy, order, service, site, unknown)


def decide(policy: Policy, order: Order, guideline: Guideline | None) -> Decision:
    """The rules for the order, where all that it may mean has the same ones."""
    found = [
        decide_one(policy, order, service, site, guideline)
        for service in sorted(order.services)
        for site in sorted(order.sites)
    ]
    if any(one != found[0] for one in found):
        raise SpecError("the order may mean services or sites with different rules")
    if all(one.only_out_of_network for one in found):
        return found[0]
    return next(one for one in found if not one.only_out_of_network)
