"""The side of the network an order is settled on, and protection (SPEC 4.2)."""

from collections.abc import Iterable
from typing import NamedTuple

from scancost.model.order import OrderTerms
from scancost.model.vocabulary import IN_NETWORK, OUT_OF_NETWORK
from scancost.problems import Problem, Wrong
from scancost.rules.findings import Finding
from scancost.rules.policies import ReadyPolicy


class Side(NamedTuple):
    """The tier whose clause, limits and accumulators apply."""

    tier: str
    is_protected: bool
    findings: tuple[Finding, ...]

    @property
    def is_contracted(self) -> bool:
        return self.tier != OUT_OF_NETWORK


def check_tiers(ready: ReadyPolicy, terms: OrderTerms) -> list[Problem]:
    """A problem for each network the order names that the policy does not know."""
    known = ready.policy.tiers
    return [
        Problem("tier_unknown", {"policy": ready.policy.policy, "tiers": known}, at=field)
        for field, tier in (
            ("network", terms.network),
            ("facility_network", terms.facility_network),
        )
        if tier is not None and tier not in known
    ]


BY_POLICY = "protected_by_policy"
"""The finding of a protection that the policy gives at a place where the law does not."""


def is_by_policy(findings: Iterable[Finding]) -> bool:
    """Whether it is the policy alone that protects an order from a balance bill."""
    return any(each.id == BY_POLICY for each in findings)


def side_of(ready: ReadyPolicy, terms: OrderTerms, site: str) -> Side:
    """The tier, and whether it is the law that sets it. Raises Wrong where no network is given."""
    network = terms.network
    if network is None:
        raise Wrong("network_missing")
    facility = terms.facility_network or network
    inside = facility if facility != OUT_OF_NETWORK else IN_NETWORK
    table = ready.shelf.protection
    market = ready.policy.market
    if terms.emergency:
        if market not in table.emergency.not_in_markets:
            source = table.emergency.source_in(market)
            id = "protected_emergency"
            id = id if source.status == "verified" else f"{id}_unverified"
            return Side(inside, True, (Finding(id, {"source": source.title, "tier": inside}),))
        return Side(network, False, (Finding("emergency_not_protected", {"market": market}),))
    read_outside = network == OUT_OF_NETWORK and facility != OUT_OF_NETWORK
    if read_outside and market in table.facility.markets:
        if site in ready.protected_sites:
            values = {"source": table.facility.source.title, "tier": inside, "site": site}
            id = "protected_facility" if site in table.facility.sites else BY_POLICY
            return Side(inside, True, (Finding(id, values),))
        id = "not_protected_urgent_care" if site == "urgent_care" else "not_protected_site"
        return Side(network, False, (Finding(id, {"site": site}),))
    if network == OUT_OF_NETWORK:
        return Side(network, False, (Finding("out_of_network"),))
    return Side(network, False, (Finding("in_network", {"tier": network}),))
