"""Which rights an order has against surprise bills, by id (SPEC 4.2; data/protection.yaml), and to a
good-faith estimate (data/clocks.yaml)."""

from __future__ import annotations

from typing import NamedTuple

from scancost.engine.estimate import Line
from scancost.engine.law import clocks
from scancost.model.vocabulary import OUT_OF_NETWORK, OUTPATIENT_SITES

_OWN_RULES = ("medicare", "medicare_advantage", "medicaid", "short_term")


class Right(NamedTuple):
    """The id of a sentence about a protection, and the sites it is about."""

    id: str
    sites: tuple[str, ...] = ()


def rights(line: Line) -> tuple[Right, ...]:
    """Which protection holds for an order and which does not."""
    terms, policy = line.order.terms, line.ready.policy
    if terms.emergency:
        is_outside = policy.market == "short_term"
        return (Right("emergency_short_term" if is_outside else "emergency"),)
    if policy.market in _OWN_RULES:
        return (Right(policy.market), *_self_pay(line))
    protected = set(line.ready.protected_sites)
    sites = OUTPATIENT_SITES if terms.site is None else (terms.site,)
    by_law = set(line.ready.shelf.protection.facility.sites)
    inside = tuple(site for site in sites if site in protected and site in by_law)
    by_policy = tuple(site for site in sites if site in protected and site not in by_law)
    outside = tuple(site for site in sites if site not in protected)
    found = []
    if line.decision.is_protected:
        found.append(Right("protected"))
    else:
        found += [Right("facility", inside)] if inside else []
        found += [Right("by_policy", by_policy)] if by_policy else []
    if outside:
        found.append(Right("not_protected", outside))
    if terms.site == "urgent_care" and outside:
        found.append(Right("urgent_care"))
    if terms.network == OUT_OF_NETWORK and not line.decision.is_protected:
        found.append(Right("outside"))
    if inside:
        found.append(Right("consent"))
    return (*found, *_self_pay(line))


def _self_pay(line: Line) -> tuple[Right, ...]:
    """The right to an estimate of what it costs without the plan, where the law gives it."""
    not_owed = line.ready.policy.market in clocks().good_faith_estimate.not_owed.markets
    if not_owed and line.decision.status != "not_covered":
        return ()
    return (Right("self_pay"),)
