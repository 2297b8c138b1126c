"""Deciding an order (SPEC 4), in its order: protection, purpose, benefit, necessity, authorization.

`decide` answers for every service and site the order may mean; it raises Wrong where they differ or
where the policy does not say. Pure; memoise on `kind_of` and the service as resolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable

from scancost.model.order import OrderTerms
from scancost.problems import Wrong, located
from scancost.rules.authorization import (
    check_authorized,
    found_of,
    settle_authorization,
)
from scancost.rules.covered import NOT_NECESSARY, as_covered, check_said, not_covered, unneeded
from scancost.rules.facts import Facts, purpose_of, services_meant
from scancost.rules.findings import Decision
from scancost.rules.guidelines import Condition, qualifies, unknown_of
from scancost.rules.network import Side, side_of
from scancost.rules.policies import ReadyPolicy, sites_meant
from scancost.rules.purpose import Purposed, purposes

ANY_SITE = "any"
STRENGTH = ("covered", "conditional", "denied", "not_covered")


def decide(ready: ReadyPolicy, terms: OrderTerms, facts: Facts) -> Decision:
    """The decision on an order of this policy. Raises Wrong: what the order's owner can fix."""
    check_authorized(ready, terms)
    meant = services_meant(ready, terms)
    purpose = purpose_of(ready, terms, meant)
    sites = sites_meant(terms.site, terms.emergency)
    found = {
        (service, site): _one(ready, terms, facts, (service, site, purpose), follows, met)
        for service, site, follows, met in _candidates(ready, meant, sites, facts).values()
    }
    decision = _agreed(ready, terms, facts, found)
    return decision._replace(service=resolved(ready, terms))


Way = tuple[int, bool, str, tuple[str, ...]]
"""The clauses that match, whether it follows a screening, whether it qualifies as preventive, and
what is not known of that."""
Candidate = tuple[str, str, bool, tuple[Condition, ...]]
"""Service, site, whether it follows a screening, and the guideline's conditions."""


def _candidates(
    ready: ReadyPolicy, meant: tuple[str, ...], sites: tuple[str, ...], facts: Facts
) -> dict[Way, Candidate]:
    """The first candidate for each way to decide that the order may mean."""
    by_service = {service: (follows, met) for service, follows, met in facts.guideline}
    found: dict[Way, Candidate] = {}
    for service in meant:
        follows, met = by_service.get(service, (False, ()))
        answer = qualifies(met)
        unknown = unknown_of(met) if answer == "unknown" else ()
        for site in sites:
            way = (ready.alike(service, site), follows, answer, unknown)
            found.setdefault(way, (service, site, follows, met))
    return found


Ways = tuple[str, tuple[Way, ...]]
"""The purpose of an order, and the ways to decide that it may mean."""


def ways_of(ready: ReadyPolicy, terms: OrderTerms, facts: Facts) -> Ways:
    """The ways to decide an order: of its terms only those of `asked_of` (rules/facts.py), the site
    and whether it is an emergency matter. Raises Wrong for an unknown service."""
    meant = services_meant(ready, terms)
    sites = sites_meant(terms.site, terms.emergency)
    return purpose_of(ready, terms, meant), tuple(_candidates(ready, meant, sites, facts))


def kind_of(ready: ReadyPolicy, terms: OrderTerms, facts: Facts, ways: Ways) -> Hashable:
    """Equal for orders of a policy whose decisions, where they are decisions, differ in nothing but
    the service they name and the findings that name it. `ways` are theirs."""
    return (
        ready.policy.policy,
        ways,
        facts.has_family_coverage,
        facts.approval_lapsed,
        terms.network,
        terms.facility_network,
        terms.component,
        terms.emergency,
        terms.preauthorization,
        terms.medical_necessity,
        terms.patient_waiver,
        None if terms.authorized_service is None else (terms.authorized_service, terms.service),
    )


def resolved(ready: ReadyPolicy, terms: OrderTerms) -> str:
    """The service as resolved: its name; a modality or a code of several services as ordered.

    Raises Wrong for an unknown service.
    """
    meant = services_meant(ready, terms)
    if len(meant) == 1:
        return meant[0]
    code = terms.service.upper()
    return code if code[1:].isdigit() else terms.service.lower()


def _agreed(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    found: dict[tuple[str, str], Decision | Wrong],
) -> Decision:
    """The one decision all candidates come to; else an error that names the choices."""
    decisions = [each for each in found.values() if isinstance(each, Decision)]
    wrongs = [each for each in found.values() if isinstance(each, Wrong)]
    if not decisions:
        raise _of_all(ready, terms, wrongs[0])
    if wrongs or len({_key(decision) for decision in decisions}) > 1:
        services, sites = _choices(ready, terms, facts, found)
        values = {"policy": ready.policy.policy, "services": services, "sites": sites}
        raise Wrong("order_ambiguous", **values)
    return max(decisions, key=_weight)


def _of_all(ready: ReadyPolicy, terms: OrderTerms, wrong: Wrong) -> Wrong:
    """What stands against every candidate, without naming a service or site the order does not."""
    values = dict(wrong.problem.values)
    if "service" in values and len(services_meant(ready, terms)) > 1:
        values["service"] = terms.service or ""
    if "site" in values and len(sites_meant(terms.site, terms.emergency)) > 1:
        values["site"] = ANY_SITE
    return located(Wrong(wrong.problem.id, **values), wrong.problem.at)


def _choices(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    found: dict[tuple[str, str], Decision | Wrong],
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The services and the sites to choose from, each only where the answer depends on it. Of the
    services those that few are like come first."""
    meant, sites = services_meant(ready, terms), sites_meant(terms.site, terms.emergency)
    candidates = _candidates(ready, meant, sites, facts)

    def answer(service: str, site: str) -> object:
        (way,) = _candidates(ready, (service,), (site,), facts)
        each = found[candidates[way][:2]]
        return each.problem.id if isinstance(each, Wrong) else _key(each)

    by_service = {service: tuple(answer(service, site) for site in sites) for service in meant}
    like = Counter(by_service.values())
    by_site = set(zip(*by_service.values(), strict=True))
    services = sorted(meant, key=lambda each: like[by_service[each]]) if len(like) > 1 else ()
    return tuple(services), sites if len(by_site) > 1 else ()


def _weight(decision: Decision) -> tuple[int, bool]:
    """The strongest status; and 242 (covered in network) only where every candidate says so."""
    return STRENGTH.index(decision.status), decision.denial == "204"


def _key(decision: Decision) -> object:
    """Tier, protection, clause terms (by what they come to) and authorization consequence."""
    return decision.tier, decision.is_protected, decision.benefit.value, decision.consequence


def _one(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    candidate: tuple[str, str, str],
    follows: bool,
    met: tuple[Condition, ...],
) -> Decision | Wrong:
    """The decision for one service at one site, or what stands against it."""
    service, site, purpose = candidate
    try:
        side = side_of(ready, terms, site)
        is_preventive = purpose == "preventive" or follows
        purposed = purposes(ready, is_preventive, met, service, site, side)
        decision = _decided(ready, terms, facts, service, site, side, purposed)
        if purposed.is_conditional:
            decision = _if_not_preventive(ready, terms, facts, (service, site), side, decision)
    except Wrong as wrong:
        return wrong
    return decision


def _if_not_preventive(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    candidate: tuple[str, str],
    side: Side,
    decision: Decision,
) -> Decision:
    """Conditional on the guideline: with the terms of the same order if it does not qualify."""
    status = max(decision.status, "conditional", key=STRENGTH.index)
    no = (Condition("guideline", "not_met", ""),)
    try:
        purposed = purposes(ready, True, no, *candidate, side)
        other = _decided(ready, terms, facts, *candidate, side, purposed)
    except Wrong:
        needs = (*decision.needs, "ask_if_not_preventive")
        return decision._replace(status=status, needs=needs)
    is_open = decision.is_settled
    return decision._replace(status=status, other_purpose=other.terms if is_open else None)


def _decided(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    service: str,
    site: str,
    side: Side,
    purposed: Purposed,
) -> Decision:
    """Steps 4 to 6 on the benefit that the purpose led to."""
    check_said(ready, facts, service, site, side, purposed)
    found = found_of(ready, terms, facts, (service, site), (purposed.purpose, side.tier))
    decision = as_covered(ready, terms, facts, service, side, purposed, str(found.missing))
    is_unneeded = terms.medical_necessity == "not_met"
    if purposed.benefit.phrase.kind == "not_covered":
        later = (*((NOT_NECESSARY,) if is_unneeded else ()), *found.findings)
        return not_covered(decision, purposed, later)
    if is_unneeded:
        return unneeded(decision, terms.patient_waiver, found.findings)
    return settle_authorization(ready, terms, decision, found)
