"""What is said beside a decision and changes no amount: cautions of the guideline, and state law.

It may depend on the dates of an order, so it is no part of deciding (rules/decide.py), which never
sees one. Beside data/guidelines.yaml and data/state_laws.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from scancost.model.order import OrderTerms
from scancost.rules.findings import Decision, Finding
from scancost.rules.guidelines import cautions
from scancost.rules.policies import ReadyPolicy

if TYPE_CHECKING:  # the model is built only where the table is read
    from scancost.data.state_laws import StateLaws

_AFTER = ("grandfathered_preventive", "hdhp_preventive", "settled_as_diagnostic", "benefit")
"""Findings that follow the cautions; so do the conditions."""


def cautioned(
    ready: ReadyPolicy, decision: Decision, terms: OrderTerms, service_date: date
) -> Decision:
    """The decision with the cautions of its guideline among its findings, after the rule."""
    return _among(decision, tuple(_cautions(ready, decision, terms, service_date)))


def may_have_state_law(ready: ReadyPolicy, decision: Decision) -> bool:
    """Whether a state's law on diagnostic breast imaging may be about this order."""
    if ready.policy.state is None or decision.purpose != "diagnostic":
        return False
    service = ready.shelf.catalogue.names.get(service_of(decision))
    return service is not None and service.region == "breast"


def with_state_law(ready: ReadyPolicy, decision: Decision, laws: StateLaws) -> Decision:
    """The decision with what the policy's state says of this scan, where it binds the plan."""
    policy = ready.policy
    is_insured = policy.market in laws.markets.insured
    if policy.state is None or not (is_insured or policy.market in laws.markets.if_insured):
        return decision
    law = laws.of(policy.state, service_of(decision), policy.benefit_year.from_)
    if law is None:
        return decision
    id = "state_law" if is_insured else "state_law_if_insured"
    if law.status != "verified":
        id += "_unverified"
    values = {"state": law.name, "says": law.says, "source": law.source.title}
    return _among(decision, (Finding(id, values),))


def _among(decision: Decision, found: tuple[Finding, ...]) -> Decision:
    """The findings after the rule or the purpose, before the conditions and the benefit."""
    findings = decision.findings
    at = next(
        (index for index, each in enumerate(findings) if _is_after(each.id)),
        len(findings),
    )
    return decision._replace(findings=(*findings[:at], *found, *findings[at:]))


def _is_after(id: str) -> bool:
    return id in _AFTER or id.startswith("condition_")


def _cautions(
    ready: ReadyPolicy, decision: Decision, terms: OrderTerms, service_date: date
) -> Iterator[Finding]:
    """Of an order that was held against the guideline, or that says it follows a screening."""
    preventive = ready.policy.preventive
    if preventive is None or preventive.guideline == "none":
        return
    was_asked = any(each.id.startswith("condition_") for each in decision.findings)
    if not (was_asked or terms.follows_screening):
        return
    guideline = ready.shelf.guidelines[preventive.guideline]
    for caution in cautions(guideline, service_of(decision), service_date):
        is_verified = caution.status == "verified"
        id = "guideline_caution" if is_verified else "guideline_caution_unverified"
        yield Finding(id, {"says": caution.says})


def service_of(decision: Decision) -> str:
    """The service that was decided on: the first of those that an order may mean."""
    named = (each.values["service"] for each in decision.findings if each.id == "benefit")
    return next(named, decision.service)
