"""Preventive or diagnostic (SPEC 4.3), and the benefit terms that follow from it."""

from typing import NamedTuple

from scancost.model.policy import Preventive
from scancost.model.vocabulary import OUT_OF_NETWORK
from scancost.phrases import NOT_COVERED, CostShare
from scancost.problems import Wrong
from scancost.rules.findings import BenefitTerms, Finding
from scancost.rules.guidelines import Condition, qualifies, rule_named, unknown_of
from scancost.rules.network import Side
from scancost.rules.policies import ReadyPolicy


class Purposed(NamedTuple):
    """The purpose an order is settled under, and its benefit in its tier."""

    purpose: str
    benefit: BenefitTerms
    is_covered_inside: bool  # in network the same terms would cover it
    is_conditional: bool
    findings: tuple[Finding, ...]
    needs: tuple[str, ...]


def purposes(
    ready: ReadyPolicy,
    is_preventive: bool,
    met: tuple[Condition, ...],
    service: str,
    site: str,
    side: Side,
) -> Purposed:
    """The purpose of an order and its terms. Raises Wrong where the policy does not say."""
    if not is_preventive:
        return _diagnostic(ready, service, site, side, (Finding("diagnostic"),))
    preventive = ready.policy.preventive
    if preventive is None:
        raise Wrong("preventive_not_stated", policy=ready.policy.policy)
    if preventive.guideline == "none":
        finding = Finding("guideline_none", {}, preventive.words, preventive.page)
        return _otherwise(ready, preventive, service, site, side, (finding,))
    findings = (*_traps(ready, preventive, met), *_conditions(preventive, met))
    answer = qualifies(met)
    if answer == "no":
        return _otherwise(ready, preventive, service, site, side, findings)
    phrase = preventive.tiers[side.tier]
    benefit = BenefitTerms(phrase, words=preventive.words, page=preventive.page)
    unknown = tuple(f"ask_{name}" for name in unknown_of(met))
    inside = _covers_inside(preventive.tiers)
    return Purposed("preventive", benefit, inside, answer == "unknown", findings, unknown)


def _covers_inside(tiers: dict[str, CostShare]) -> bool:
    """Whether every contracted tier covers it, so that only out of network it may not be."""
    contracted = (phrase for tier, phrase in tiers.items() if tier != OUT_OF_NETWORK)
    return all(phrase.kind in ("share", "no_charge") for phrase in contracted)


def _traps(
    ready: ReadyPolicy, preventive: Preventive, met: tuple[Condition, ...]
) -> tuple[Finding, ...]:
    """The rule that was asked, with its source and date, and what the plan is. What people trip
    over beside it depends on dates and is in rules/cautions.py."""
    guideline = ready.shelf.guidelines[preventive.guideline]
    found = []
    rule = rule_named(guideline, met[0].rule) if met else None
    if rule is not None:
        id = "guideline_rule" if rule.status == "verified" else "guideline_rule_unverified"
        values = {"says": rule.says, "source": rule.source.title, "as_of": guideline.as_of}
        found.append(Finding(id, values))
    if ready.policy.grandfathered:
        found.append(Finding("grandfathered_preventive"))
    if ready.policy.plan_type == "HDHP":
        found.append(Finding("hdhp_preventive"))
    return tuple(found)


def _conditions(preventive: Preventive, met: tuple[Condition, ...]) -> tuple[Finding, ...]:
    """Each condition of the guideline as a finding: met, not met or unknown."""
    return tuple(
        Finding(
            f"condition_{each.state}",
            {"condition": each.name, "rule": each.rule, "guideline": preventive.guideline},
        )
        for each in met
    )


def _otherwise(
    ready: ReadyPolicy,
    preventive: Preventive,
    service: str,
    site: str,
    side: Side,
    findings: tuple[Finding, ...],
) -> Purposed:
    """An order that does not qualify: what the policy says of it."""
    if preventive.otherwise == "diagnostic":
        return _diagnostic(
            ready, service, site, side, (*findings, Finding("settled_as_diagnostic"))
        )
    benefit = BenefitTerms(NOT_COVERED, words=preventive.words, page=preventive.page)
    return Purposed("preventive", benefit, False, False, findings, ())


def _diagnostic(
    ready: ReadyPolicy, service: str, site: str, side: Side, findings: tuple[Finding, ...]
) -> Purposed:
    clause = ready.benefit(service, site)
    if clause is None:
        where = {"policy": ready.policy.policy, "service": service, "site": site}
        raise Wrong("no_benefit_clause", **where)
    benefit = BenefitTerms(
        clause.tiers[side.tier],
        clause.copay_on,
        clause.counts_toward_out_of_pocket,
        clause.words,
        clause.page,
    )
    inside = _covers_inside(clause.tiers)
    return Purposed("diagnostic", benefit, inside, False, findings, ())
