"""Steps 4 and 5 of deciding (SPEC 4): the benefit, and medical necessity. Read beside decide.py."""

from __future__ import annotations

from scancost.model.order import OrderTerms
from scancost.model.vocabulary import OUT_OF_NETWORK
from scancost.problems import Wrong
from scancost.rules import terms as rows
from scancost.rules.facts import Facts
from scancost.rules.findings import Decision, Finding
from scancost.rules.limits import has_coverage, row_of
from scancost.rules.network import Side
from scancost.rules.policies import ReadyPolicy
from scancost.rules.purpose import Purposed

NOT_NECESSARY = Finding("necessity_not_met")


def check_said(
    ready: ReadyPolicy, facts: Facts, service: str, site: str, side: Side, purposed: Purposed
) -> None:
    """Raises Wrong where the policy does not say: the benefit, or a family's limits."""
    policy = ready.policy
    if purposed.benefit.phrase.kind == "not_stated":
        where = {"policy": policy.policy, "service": service, "site": site, "tier": side.tier}
        raise Wrong("benefit_not_stated", **where)
    is_limited = policy.limits_of(side.tier) is not None
    if is_limited and not has_coverage(policy, side.tier, facts.has_family_coverage):
        raise Wrong("no_family_limits", policy=policy.policy, tier=side.tier)


def as_covered(
    ready: ReadyPolicy,
    terms: OrderTerms,
    facts: Facts,
    service: str,
    side: Side,
    purposed: Purposed,
    consequence: str,
) -> Decision:
    """The decision before any step fails, with what was found so far."""
    benefit, policy = purposed.benefit, ready.policy
    shown = Finding(
        "benefit",
        {"phrase": str(benefit.phrase), "tier": side.tier, "service": service},
        benefit.words,
        benefit.page,
    )
    return Decision(
        service=service,
        tier=side.tier,
        is_protected=side.is_protected,
        is_contracted=side.is_contracted,
        status="covered",
        purpose=purposed.purpose,
        benefit=benefit,
        authorization="not_required",
        consequence=consequence,
        denial="",
        terms=rows.settled(benefit, terms.component, side.is_contracted, policy.balance_billing),
        other_authorization=None,
        other_purpose=None,
        limits_row=row_of(policy, side.tier, facts.has_family_coverage),
        findings=(*side.findings, *purposed.findings, shown),
        needs=purposed.needs,
    )


def not_covered(decision: Decision, purposed: Purposed, later: tuple[Finding, ...]) -> Decision:
    """CARC 242 where only out of network it is not covered, else 204. `later` is what the steps after
    it find, which changes no amount."""
    only_outside = decision.tier == OUT_OF_NETWORK and purposed.is_covered_inside
    return decision._replace(
        status="not_covered",
        denial="242" if only_outside else "204",
        terms=rows.uncovered(decision.is_contracted),
        findings=(
            *decision.findings,
            Finding("not_covered_outside" if only_outside else "not_covered"),
            *later,
        ),
        needs=(),
    )


def unneeded(decision: Decision, has_waiver: bool, later: tuple[Finding, ...]) -> Decision:
    """Medical necessity not met (CARC 50). `later` as in `not_covered`."""
    owed = "patient" if has_waiver or not decision.is_contracted else "provider"
    own = (NOT_NECESSARY, Finding("necessity_owed", {"owed": owed}))
    return decision._replace(
        status="denied",
        denial="50",
        terms=rows.refused(decision.is_contracted, has_waiver),
        findings=(*decision.findings, *own, *later),
        needs=("appeal",),
    )
