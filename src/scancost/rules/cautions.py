"""What is said beside a decision and changes no amount: cautions of the guideline, and state law.

It may depend on the dates of an order, so it is no part of deciding (rules/decide.py), which never
sees one. Beside data/guidelines.yaml and data/state_laws.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from scancost.model.order import OrderTerms
from scancost.rules.findings import Decision, Finding
from scancost.rules.guidelines import cautions
from scancost.rules.policies import ReadyPolicy

_AFTER = ("grandfathered_preventive", "hdhp_preventive", "settled_as_diagnostic", "benefit")
"""Findings that follow the cautions; so do the conditions."""


def cautioned(
    ready: ReadyPolicy, decision: Decision, terms: OrderTerms, service_date: date
) -> Decision:
    """The decision with the cautions of its guideline among its findings, after the rule."""
    found = tuple(_cautions(ready, decision, terms, service_date))
    if not found:
        return decision
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
