"""A policy's limits as a table, and what they mean in sentences. Part of show/policy.py."""

from __future__ import annotations

from collections.abc import Sequence

from scancost.amounts import short_dollars
from scancost.engine.orders import binding
from scancost.kernel.ledger import UNKNOWN
from scancost.model.policy import Limit, Policy
from scancost.rules.limits import has_coverage, row_of
from scancost.rules.policies import ReadyPolicy
from scancost.show.view import Section, Table
from scancost.words import Words

ROWS = ("alone", "person", "family")
ONE_PERSON_MARKETS = ("medicare", "medicare_advantage", "medicaid")  # no family coverage there


def limits_table(
    ready: ReadyPolicy, tiers: Sequence[str], headings: tuple[str, ...], words: Words
) -> Table:
    """Deductible and out-of-pocket maximum, alone and in a family, a column a tier."""
    rows = []
    for name in ("deductible", "maximum"):
        for who in ROWS if _has_family(ready.policy) else ROWS[:1]:
            cells = [_cell(ready, tier, name, who, words) for tier in tiers]
            rows.append((words.say(f"policy.{name}_{who}"), *cells))
    title = words.say("policy.section_limits")
    return Table(title, (words.say("policy.limit"), *headings), tuple(rows), shares_of(tiers))


def _has_family(policy: Policy) -> bool:
    """Whether any limit says what binds a family."""
    own = [limits for limits in policy.limits.values() if limits is not None]
    both = [limit for limits in own for limit in (limits.deductible, limits.out_of_pocket_max)]
    return any(limit is not None and limit.family is not None for limit in both)


def shares_of(tiers: Sequence[str]) -> tuple[int, ...]:
    """The first column wider the fewer tiers stand beside it."""
    return (4, *(3,) * len(tiers))


def _cell(ready: ReadyPolicy, tier: str, name: str, who: str, words: Words) -> str:
    policy = ready.policy
    own = policy.limits_of(tier)
    if own is None:
        return words.say("policy.limit_absent")
    if tier in policy.shared:
        return words.say("policy.limit_shared", tier=policy.shared[tier])
    limit = own.deductible if name == "deductible" else own.out_of_pocket_max
    if limit is None:
        return words.say("policy.limit_none")
    if who != "alone" and limit.family is None:
        return words.say("policy.limit_not_given")
    if who == "family" and limit.family is not None:
        return short_dollars(limit.family)
    row = row_of(policy, tier, who == "person")
    amount = binding(ready, row)[0 if name == "deductible" else 1]
    if amount == UNKNOWN:
        return words.say("policy.limit_no_own")
    if who == "person" and limit.family_rule == "aggregate":
        return words.say("policy.limit_of_law", amount=short_dollars(amount))
    return short_dollars(amount)


def limits_mean(policy: Policy, words: Words) -> Section:
    """What the limits mean, in sentences."""
    own = {tier: limits for tier, limits in policy.limits.items() if limits is not None}
    said = []
    if any(limits.deductible is not None for limits in own.values()):
        said.append(words.say("policy.mean_deductible"))
    if any(limits.out_of_pocket_max is not None for limits in own.values()):
        said.append(words.say("policy.mean_maximum"))
    for tier, limits in own.items():
        if limits.out_of_pocket_max is None:
            said.append(words.say("policy.mean_no_maximum", tier=tier))
    for limits in own.values():
        said += _family_rule(limits.deductible, limits.out_of_pocket_max, words)
    for tier, limits in own.items():
        if limits.also_counts_toward:
            others = limits.also_counts_toward
            said.append(words.say("policy.mean_also_counts", tier=tier, others=others))
    title = words.say("policy.section_limits_mean")
    return Section(title, sentences=tuple(dict.fromkeys(said)), is_list=True)


def _family_rule(deductible: Limit | None, maximum: Limit | None, words: Words) -> list[str]:
    rules = [
        each.family_rule if each is not None and each.family is not None else None
        for each in (deductible, maximum)
    ]
    kinds = {rule for rule in rules if rule is not None}
    if len(kinds) == 2:
        name = "deductible" if rules[0] == "aggregate" else "maximum"
        return [words.say(f"policy.mean_{name}_only_aggregate")]
    return [words.say(f"policy.mean_{rule}") for rule in kinds]


def no_family(ready: ReadyPolicy, tiers: Sequence[str]) -> list[str]:
    """The tiers with limits for one person and none for a family."""
    policy = ready.policy
    if policy.market in ONE_PERSON_MARKETS:
        return []
    return [
        tier
        for tier in tiers
        if policy.limits_of(tier) is not None
        and tier not in policy.shared
        and not has_coverage(policy, tier, True)
    ]
