"""A policy as JSON: names of the file format, amounts as strings, the phrases in one spelling."""

from __future__ import annotations

from datetime import date
from typing import Any

from scancost.amounts import money_text
from scancost.model.policy import AuthorizationClause, Benefit, Limit, Policy, TierLimits
from scancost.rules.policies import ReadyPolicy
from scancost.show.policy import caveats, outside, tiers_of
from scancost.words import Words

SCHEMA = "scancost/policy/1"


def answer(ready: ReadyPolicy, words: Words, today: date) -> dict[str, Any]:
    """The whole policy, ready for json.dumps."""
    policy = ready.policy
    year, source = policy.benefit_year, policy.source
    return {
        "schema": SCHEMA,
        "policy": policy.policy,
        "title": policy.title,
        "plan_type": policy.plan_type,
        "plan_type_means": words.say(f"policy.means.{policy.plan_type}"),
        "market": policy.market,
        "state": policy.state,
        "benefit_year": {"from": year.from_.isoformat(), "through": year.through.isoformat()},
        "grandfathered": policy.grandfathered,
        "source": {
            "title": source.title,
            "href": source.href,
            "read": source.read.isoformat() if source.read is not None else None,
            "status": source.status,
        },
        "tiers": list(tiers_of(policy)),
        "limits": _limits(policy),
        "outside_the_network": outside(policy),
        "benefits": [_benefit(each) for each in policy.benefits],
        "preventive": _preventive(policy),
        "preauthorization": _authorization(policy),
        "protected_sites": list(ready.protected_sites),
        "balance_billing": str(policy.balance_billing),
        "contacts": dict(policy.contacts),
        "caveats": list(caveats(ready, words, today)),
    }


def _limits(policy: Policy) -> dict[str, Any]:
    """The limits of each tier: null where it has none, `shared_with` where another's apply."""
    found: dict[str, Any] = {}
    for tier in tiers_of(policy):
        limits = policy.limits.get(tier)
        if tier in policy.shared:
            found[tier] = {"shared_with": policy.shared[tier]}
        else:
            found[tier] = None if limits is None else _tier(limits)
    return found


def _tier(limits: TierLimits) -> dict[str, Any]:
    return {
        "deductible": _limit(limits.deductible),
        "out_of_pocket_max": _limit(limits.out_of_pocket_max),
        "also_counts_toward": list(limits.also_counts_toward),
    }


def _limit(limit: Limit | None) -> dict[str, str | None] | None:
    if limit is None:
        return None
    amounts = {
        "individual": limit.individual,
        "individual_in_family": limit.individual_in_family,
        "family": limit.family,
    }
    told = {name: None if cents is None else money_text(cents) for name, cents in amounts.items()}
    return {**told, "family_rule": limit.family_rule}


def _benefit(benefit: Benefit) -> dict[str, Any]:
    return {
        **_clause(benefit),
        "copay_on": benefit.copay_on,
        "counts_toward_out_of_pocket": benefit.counts_toward_out_of_pocket,
    }


def _clause(clause: Benefit | AuthorizationClause) -> dict[str, Any]:
    return {
        "services": list(clause.services),
        "sites": None if clause.sites is None else list(clause.sites),
        "tiers": {tier: str(phrase) for tier, phrase in clause.tiers.items()},
        "words": clause.words,
        "page": clause.page,
    }


def _preventive(policy: Policy) -> dict[str, Any] | None:
    found = policy.preventive
    if found is None:
        return None
    return {
        "guideline": found.guideline,
        "tiers": {tier: str(phrase) for tier, phrase in found.tiers.items()},
        "otherwise": found.otherwise,
        "words": found.words,
        "page": found.page,
    }


def _authorization(policy: Policy) -> list[dict[str, Any]] | None:
    """The clauses; empty for `none`, null where the policy does not say."""
    if policy.preauthorization is None:
        return None
    return [
        {**_clause(each), "purposes": None if each.purposes is None else list(each.purposes)}
        for each in policy.preauthorization
    ]
